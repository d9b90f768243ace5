"""What commands work with, put together from the environment: data, checklists, answers, clock."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cssa.answers.loading import LoadedAnswers, check_answers, read_answers
from cssa.checklist.catalogue import Catalogue, Edition
from cssa.datafile.cache import CompiledCache
from cssa.datafile.decoding import MAX_BYTES
from cssa.datafile.files import read_bytes
from cssa.datafile.types import parse_date
from cssa.engine.result import Result
from cssa.engine.scoring import Criteria, score_submission
from cssa.errors import InputError, Problem, UsageError
from cssa.scheme.scoring_data import DEFAULT_SCHEME, DEFAULT_TARGETS, ScoringData

if TYPE_CHECKING:
    from cssa.forms.form_reader import ReadingContext

STDIN = "-"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks of any age begin; text never does."""


def is_workbook(data: bytes) -> bool:
    """Tell whether an input is a workbook of any age, rather than text."""
    return data[:4] in _WORKBOOKS


def cache_folder() -> Path | None:
    """Return where compiled data is kept; an empty ``CSSA_CACHE`` keeps none."""
    named = os.environ.get("CSSA_CACHE")
    if named is not None:
        return Path(named) if named else None
    base = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "cssa"
    except RuntimeError:  # no home folder
        return None


def checklist_folders() -> tuple[Path, ...]:
    """Return the user's own folders of checklists."""
    folders = os.environ.get("CSSA_CHECKLISTS", "")
    return tuple(Path(part) for part in folders.split(os.pathsep) if part)


class Assessed(NamedTuple):
    """Answers with what they were read as and what they yield."""

    sheet: LoadedAnswers
    edition: Edition
    criteria: Criteria
    result: Result


class Workspace:
    """The data within reach of one run.

    Args:
        checklist: a checklist's folder or ``checklist.yaml`` that the user named.
    """

    def __init__(self, checklist: Path | None = None) -> None:
        store = CompiledCache(cache_folder())
        self.library = ScoringData(store)
        self.catalogue = Catalogue(
            vocabulary=lambda: self.library.vocabulary,
            given=checklist,
            folders=checklist_folders(),
            cache=store,
        )

    def assess(
        self, answers: str, *, scheme: str | None, target: str | None, as_of: date
    ) -> Assessed:
        """Read, check and score an answers file.

        Args:
            answers: its path, or ``-`` for standard input.
            scheme: id or path; the default where None.
            target: id or path; the default where None.
            as_of: date on which treatments must be valid.
        """
        sheet = self.read_answers(answers)
        edition = self.edition_of(sheet)
        criteria = self.criteria(scheme, target)
        check_answers(sheet, edition, criteria.profile, self.library.sectors)
        result = score_submission(edition, sheet.submission, criteria, as_of=as_of)
        return Assessed(sheet, edition, criteria, result)

    def edition_of(self, sheet: LoadedAnswers) -> Edition:
        """Return the checklist that answers name.

        Raises:
            InputError: when it is not within reach, at the place where they name it.
        """
        wanted = sheet.submission.checklist
        try:
            entry = self.catalogue.find(wanted.id, wanted.version)
        except InputError as error:
            raise InputError(_placed(problem, sheet) for problem in error.problems) from None
        return self.catalogue.load(entry)

    def criteria(self, scheme: str | None = None, target: str | None = None) -> Criteria:
        """Return what answers are judged by, the defaults where nothing is named."""
        return Criteria(
            scheme=self.library.scheme(scheme or DEFAULT_SCHEME),
            targets=self.library.targets(target or DEFAULT_TARGETS),
            profile=self.library.profile,
        )

    def read_answers(self, answers: str) -> LoadedAnswers:
        """Read answers as YAML, JSON or a filled form, told by content.

        Args:
            answers: a path, or ``-`` for standard input.
        """
        data = read_input(answers)
        if not is_workbook(data):
            return read_answers(data, answers)
        from cssa.forms.form_reader import finish, read_form

        return finish(read_form(data, answers, self.form_context))

    @property
    def form_context(self) -> "ReadingContext":
        """What forms are read with."""
        from cssa.forms.form_reader import ReadingContext

        catalogue = self.catalogue
        return ReadingContext(lambda *wanted: catalogue.load(catalogue.find(*wanted)), self.library)


def _placed(problem: Problem, sheet: LoadedAnswers) -> Problem:
    """Put an unknown checklist or version where the answers name it."""
    if problem.location is not None:
        return problem
    key = "version" if problem.code == "checklist.unknown_version" else "id"
    path = ("checklist", key)
    return Problem(problem.code, problem.params, sheet.document.location(path), path)


def read_input(name: str) -> bytes:
    """Return the bytes of a file or of standard input, at most one more than readers accept."""
    return sys.stdin.buffer.read(MAX_BYTES + 1) if name == STDIN else read_bytes(Path(name))


def today() -> date:
    """Return today's date where the program runs."""
    return datetime.now(UTC).astimezone().date()


def read_date(text: str | None) -> date:
    """Return a date given on the command line, today where None.

    Raises:
        UsageError: when it is not a date.
    """
    if text is None:
        return today()
    try:
        return parse_date(text)
    except ValueError:
        params = {"name": "--as-of", "value": text}
        raise UsageError([Problem("usage.bad_date", params)]) from None
