"""What commands read from the environment: cache and checklist folders, input, clock."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from cssa.datafile.decoding import MAX_BYTES
from cssa.datafile.files import read_bytes
from cssa.datafile.types import parse_date
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.workspace import Assessment, Workspace

STDIN = "-"


def cache_folder() -> Path | None:
    """Return the folder of compiled data; an empty ``CSSA_CACHE`` turns it off."""
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


def open_workspace(checklist: Path | None = None) -> Workspace:
    """Return the workspace of this environment.

    Args:
        checklist: a checklist's folder or ``checklist.yaml`` that the user named.
    """
    return Workspace(checklist, checklist_folders(), cache_folder())


def assess_file(
    workspace: Workspace,
    answers: str,
    *,
    as_of: date,
    scheme: str | None = None,
    target: str | None = None,
) -> Assessment:
    """Read, check and score an answers file.

    Args:
        workspace: what it is read and scored with.
        answers: its path, or ``-`` for standard input.
        as_of: date on which treatments must be valid.
        scheme: id or path; the default where None.
        target: id or path; the default where None.

    Raises:
        InputError: with the problems of the first step that has any.
    """
    data = read_input(answers)
    return workspace.assess(data, answers, as_of=as_of, scheme=scheme, targets=target)


def read_input(name: str) -> bytes:
    """Return the bytes of a file or of standard input, at most one more than readers accept."""
    if name != STDIN:
        return read_bytes(Path(name))
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        reason = {"reason": error.strerror or type(error).__name__}
        raise InputError([Problem("file.unreadable", reason, Location(STDIN))]) from None


def today() -> date:
    """Return today's date where the program runs."""
    return datetime.now(UTC).astimezone().date()


def read_date(text: str | None, option: str = "--as-of") -> date:
    """Return a date given on the command line, today where None.

    Args:
        text: the date.
        option: the one that gives it.

    Raises:
        UsageError: when it is not a date.
    """
    if text is None:
        return today()
    try:
        return parse_date(text)
    except ValueError:
        params = {"name": option, "value": text}
        raise UsageError([Problem("usage.bad_date", params)]) from None
