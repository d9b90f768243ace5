"""``cssa.yaml``: which answers a repository holds, and what each of them is checked against."""

import os
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from cssa.datafile.files import read_bytes
from cssa.datafile.reader import Document, read
from cssa.datafile.types import Line, Model
from cssa.datafile.validation import validate
from cssa.errors import InputError, Problem

SETTINGS_FILE = "cssa.yaml"
"""The name under which settings are found."""

_REPOSITORY = ".git"


class AssessmentSettings(Model):
    """The answers of one institution to one checklist; files are relative to ``cssa.yaml``.

    Attributes:
        answers: the answers file or the completed form.
        checklist: the checklist, where the answers' own name does not find it.
        policy: id or file of the policy that they are checked against.
        previous: the saved result that they are compared with.
        outputs: files that the verdict on these answers is written to, by format.
    """

    answers: Line
    checklist: Line | None = None
    policy: Line | None = None
    previous: Line | None = None
    scheme: Line | None = None
    target: Line | None = None
    outputs: dict[str, Line] = Field(default_factory=dict)


class Settings(Model):
    """The file ``cssa.yaml``.

    Attributes:
        checklist: the checklist of assessments that name none.
        policy: the policy of assessments that name none.
        assessments: the answers that are checked where the command line names none.
    """

    schema_: Annotated[Literal["cssa.settings/1"], Field(alias="schema")]
    checklist: Line | None = None
    policy: Line | None = None
    scheme: Line | None = None
    target: Line | None = None
    assessments: tuple[AssessmentSettings, ...] = ()


class LoadedSettings(NamedTuple):
    """Settings with the folder that their files are relative to.

    Attributes:
        path: the file that they were read from.
    """

    settings: Settings
    path: Path

    def assessment(self, answers: str) -> AssessmentSettings:
        """Return the settings of an answers file, those of the repository where it has none.

        Args:
            answers: the file as it was named, or one of ``all_answers``.
        """
        settings = self.settings
        own = next(
            (
                assessment
                for assessment in settings.assessments
                if self._is(assessment.answers, answers)
            ),
            AssessmentSettings(answers=answers),
        )
        filled = {
            name: self._resolved(getattr(own, name) or getattr(settings, name, None))
            for name in ("checklist", "policy", "previous", "scheme", "target")
        }
        outputs = {name: self._path(file) for name, file in own.outputs.items()}
        return own.model_copy(update=filled | {"answers": answers, "outputs": outputs})

    @property
    def all_answers(self) -> tuple[str, ...]:
        """The answers that the settings list, as names from the current folder."""
        return tuple(self._path(assessment.answers) for assessment in self.settings.assessments)

    def _is(self, listed: str, answers: str) -> bool:
        return os.path.realpath(self.path.parent / listed) == os.path.realpath(answers)

    def _resolved(self, name: str | None) -> str | None:
        """Return a file from the current folder; the id of something that ships as it is."""
        if name is None:
            return None
        is_file = (self.path.parent / name).exists() or "/" in name or name.endswith(".yaml")
        return self._path(name) if is_file else name

    def _path(self, name: str) -> str:
        """Return the name of a file from the current folder, short where it is near."""
        path = Path(os.path.normpath(self.path.parent / name))
        try:
            return path.relative_to(Path.cwd()).as_posix()
        except ValueError:
            return str(path)


def find_settings(start: Path, top: Path | None = None) -> LoadedSettings | None:
    """Return the settings of the repository that a folder is in; None where there are none.

    They are looked for upwards, as far as the top of the repository.

    Args:
        start: the folder to begin in.
        top: the last folder to look in, where that is not the top of a git repository.

    Raises:
        InputError: when they cannot be read.
    """
    last = top or repository_top(start)
    for folder in (start, *start.parents):
        path = folder / SETTINGS_FILE
        if path.is_file():
            return _read_settings(path)
        if folder == last:
            return None
    return None


def repository_top(start: Path) -> Path | None:
    """Return the top of the git repository that a folder is in; None outside of any."""
    folders = (start, *start.parents)
    return next((folder for folder in folders if (folder / _REPOSITORY).exists()), None)


def _read_settings(path: Path) -> LoadedSettings:
    document = read(read_bytes(path), str(path))
    settings = validate(Settings, document)
    problems = list(_repeated(settings, document))
    if problems:
        raise InputError(problems)
    return LoadedSettings(settings, path)


def _repeated(settings: Settings, document: Document) -> list[Problem]:
    """Return the answers that are listed twice."""
    seen: set[str] = set()
    problems = []
    for index, assessment in enumerate(settings.assessments):
        name = os.path.normpath(assessment.answers)
        if name in seen:
            path = ("assessments", index, "answers")
            problems.append(
                Problem("settings.twice", {"name": name}, document.location(path), path)
            )
        seen.add(name)
    return problems
