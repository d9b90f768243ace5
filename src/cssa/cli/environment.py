"""What commands read from the environment: cache and checklist folders, input, clock."""

import os
import re
import sys
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import NamedTuple

from cssa.datafile.decoding import MAX_BYTES
from cssa.datafile.files import read_bytes
from cssa.datafile.types import parse_date
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages.system_errors import system_reason
from cssa.workspace import Assessment, Workspace

STDIN = "-"

_OFFSET = re.compile(r"(?:UTC)?([+-])([01][0-9]):([0-5][0-9])")
_EARLIEST = timezone(timedelta(hours=14))  # where a day begins first


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


def open_workspace(checklist: str | None = None) -> Workspace:
    """Return the workspace of this environment.

    Args:
        checklist: folder, ``checklist.yaml``, id or ``ID@VERSION`` that the user named.
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


def read_input(name: str, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file or of standard input, at most one more than readers accept.

    Args:
        name: the file, or ``-`` for standard input.
        max_bytes: the largest size that is accepted.
    """
    if name != STDIN:
        return read_bytes(Path(name), max_bytes)
    try:
        return sys.stdin.buffer.read(max_bytes + 1)
    except OSError as error:
        reason = {"reason": system_reason(error)}
        raise InputError([Problem("file.unreadable", reason, Location(STDIN))]) from None


class Day(NamedTuple):
    """A day to judge on.

    Attributes:
        day: the day.
        latest: the last day that does not lie in the future: today wherever it is latest on Earth.
        zone: the time zone that the day is of; None for one that was given.
    """

    day: date
    latest: date
    zone: str | None


def today() -> date:
    """Return today's date in the time zone of ``CSSA_TZ``, else where the program runs."""
    return day_of(None).day


def day_of(as_of: str | None, zone: str | None = None) -> Day:
    """Return the day to judge on.

    Args:
        as_of: a date given on the command line; today where None.
        zone: time zone of today; that of ``CSSA_TZ`` where None, else the machine's.

    Raises:
        UsageError: when the date or the time zone is none.
    """
    name = zone or os.environ.get("CSSA_TZ")
    place = None if not name else _time_zone(name, "CSSA_TZ" if zone is None else "--timezone")
    if as_of is not None:
        day = _given_date(as_of, "--as-of")
        return Day(day, day, None)
    now = datetime.now(UTC)
    here = now.astimezone(place)
    return Day(here.date(), now.astimezone(_EARLIEST).date(), name or _offset_of(here))


def _offset_of(moment: datetime) -> str:
    """Return the distance of a moment's time zone from UTC, as it is written in ``CSSA_TZ``."""
    text = f"{moment:%z}"
    return f"UTC{text[:3]}:{text[3:5]}"


def _time_zone(name: str, option: str) -> tzinfo:
    """Return a time zone by its name, such as ``Asia/Tokyo``, or its distance from UTC."""
    match = _OFFSET.fullmatch(name)
    if match is not None:
        distance = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return timezone(-distance if match[1] == "-" else distance)
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # KeyError: unknown, or a system without a database
        params = {"name": option, "value": name}
        raise UsageError([Problem("usage.bad_zone", params)]) from None


def read_date(text: str | None, option: str = "--as-of") -> date:
    """Return a date given on the command line, today where None.

    Args:
        text: the date.
        option: the one that gives it.

    Raises:
        UsageError: when it is not a date.
    """
    return today() if text is None else _given_date(text, option)


def _given_date(text: str, option: str) -> date:
    try:
        return parse_date(text)
    except ValueError:
        params = {"name": option, "value": text}
        raise UsageError([Problem("usage.bad_date", params)]) from None
