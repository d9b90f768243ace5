"""Which answers a run of the gate checks, and against what: arguments, environment, settings."""

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from cssa.answers.loading import holds_answers
from cssa.cli.environment import STDIN
from cssa.cli.gate.base import BaseBranch, base_branch
from cssa.cli.language import t
from cssa.cli.output import checklist_files, note
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem, UsageError
from cssa.gate.settings import SETTINGS_FILE, AssessmentSettings, LoadedSettings, find_settings
from cssa.location import Location

DEFAULT_POLICY = "example-basic3"

_ENDINGS = frozenset((".yaml", ".yml", ".json", ".xlsx"))
"""How files in a folder end that may be answers."""

_NO_TRUTH = frozenset(("", "0", "false"))


class GivenOptions(NamedTuple):
    """What the command line says that settings may say too; None where it does not.

    Attributes:
        keep: the saved result to update, which is compared with in place of that of settings.
        base: a checkout of the base branch, from which all else but answers is taken.
        stdin_filename: the name of the file that comes in on standard input.
        quiet: whether nothing is said of where settings, policy and previous results come from.
    """

    policy: str | None
    previous: Path | None
    checklist: str | None
    scheme: str | None
    target: str | None
    keep: Path | None = None
    base: Path | None = None
    stdin_filename: str | None = None
    quiet: bool = False


class GateTask(NamedTuple):
    """One answers file, and what it is checked against.

    Attributes:
        name: its name for places and messages: the file, or what stands for standard input.
        outputs: where the verdict on it alone goes, each as ``FORMAT=FILE``.
        settings: the file that names these.
    """

    answers: str
    name: str
    policy: str
    previous: Path | None
    checklist: str | None
    scheme: str | None
    target: str | None
    outputs: tuple[str, ...] = ()
    settings: Location | None = None

    @property
    def inputs(self) -> tuple[str | Path | None, ...]:
        """Every file that is read by name and must not be written over."""
        files = checklist_files(self.checklist)
        return (self.answers, self.policy, self.scheme, self.target, *files)

    @property
    def named_files(self) -> tuple[str | Path | None, ...]:
        """Every file that messages and outputs name."""
        return (self.name, self.policy, self.previous)


def tasks(named: Iterable[str], given: GivenOptions) -> tuple[GateTask, ...]:
    """Return what is to be checked.

    What the command line says comes before the environment, and that before ``cssa.yaml``.

    Args:
        named: files, folders and patterns; what ``cssa.yaml`` lists where there are none.
        given: the options of the command line.

    Raises:
        UsageError: when there is nothing to check, or one result is to be compared with several.
        InputError: when ``cssa.yaml`` or a folder cannot be read.
    """
    base = None if given.base is None else base_branch(given.base)
    own = find_settings(Path.cwd())
    settings = own if base is None else base.settings(Path.cwd()) or own
    files = tuple(dict.fromkeys(_files(named)))
    if not files and settings is not None:
        listed = (*settings.all_answers, *(own.all_answers if own else ()))
        files = tuple(dict.fromkeys(listed))
    if not files:
        raise UsageError([Problem("gate.no_answers", {"file": SETTINGS_FILE})])
    if len(files) > 1 and given.previous is not None:
        raise UsageError([Problem("gate.one_previous", {"file": SETTINGS_FILE})])
    if settings is not None and not given.quiet:
        note(t("gate.settings", path=settings.path if base is None else base.source(settings.path)))
    found = tuple(_task(file, given, settings) for file in files)
    is_by_default = any(_is_by_default(task, given, settings) for task in found)
    if is_by_default and _is_pipeline() and not given.quiet:
        note(t("gate.example_judges", policy=DEFAULT_POLICY))
    if base is None:
        return found
    return tuple(_from_base(task, base, quiet=given.quiet) for task in found)


def _from_base(task: GateTask, base: BaseBranch, *, quiet: bool) -> GateTask:
    """Return a task whose files are those of the base branch, except for the answers.

    Raises:
        InputError: when the base branch lacks the policy.
    """
    previous = None if task.previous is None else base.taken(str(task.previous))
    if task.previous is not None and previous is None and not quiet:
        note(t("gate.base_without_previous", path=task.previous))
    return task._replace(
        policy=base.required(task.policy),
        previous=None if previous is None else Path(previous),
        checklist=task.checklist and (base.taken(task.checklist) or task.checklist),
        scheme=task.scheme and base.required(task.scheme),
        target=task.target and base.required(task.target),
    )


def _task(answers: str, given: GivenOptions, settings: LoadedSettings | None) -> GateTask:
    name = given.stdin_filename or answers if answers == STDIN else answers
    own = AssessmentSettings(answers=name) if settings is None else settings.assessment(name)
    policy = given.policy or os.environ.get("CSSA_POLICY") or own.policy or DEFAULT_POLICY
    previous = given.previous
    if previous is None and own.previous is not None and given.keep is None:
        previous = Path(own.previous)
    return GateTask(
        answers=answers,
        name=name,
        policy=policy,
        previous=previous,
        checklist=given.checklist or own.checklist,
        scheme=given.scheme or own.scheme,
        target=given.target or own.target,
        outputs=tuple(f"{format_}={file}" for format_, file in own.outputs.items()),
        settings=settings and Location(str(settings.path)),
    )


def _is_by_default(task: GateTask, given: GivenOptions, settings: LoadedSettings | None) -> bool:
    """Return whether a shipped example judges because nobody has named a policy."""
    if task.policy != DEFAULT_POLICY or given.policy or os.environ.get("CSSA_POLICY"):
        return False
    return settings is None or settings.assessment(task.name).policy is None


def _is_pipeline() -> bool:
    return os.environ.get("CI", "").casefold() not in _NO_TRUTH


def _files(named: Iterable[str]) -> Iterator[str]:
    """Yield the files that are named, those of folders and patterns in the order of their names."""
    for name in named:
        path = Path(name)
        if name == STDIN or path.is_file():
            yield name
        elif path.is_dir():
            yield from _some(sorted(_answers_in(path)), "gate.folder_empty", name)
        elif has_magic(name) and not path.exists():
            matches = sorted(filter(os.path.isfile, glob(name, recursive=True)))  # noqa: PTH207 - Path.glob takes no absolute patterns
            yield from _some(matches, "gate.pattern_empty", name)
        else:
            yield name  # the reader says what is wrong with it


def _some(files: list[str], code: str, name: str) -> list[str]:
    if not files:
        raise InputError([Problem(code, {}, Location(name))])
    return files


def _answers_in(folder: Path) -> Iterator[str]:
    """Yield the answers in a folder and those below: what says that it is, and workbooks."""
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)
        if is_hidden or path.suffix.lower() not in _ENDINGS or not path.is_file():
            continue
        if path.suffix.lower() == ".xlsx" or holds_answers(read_bytes(path)):
            yield str(path)
