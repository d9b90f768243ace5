"""Finds everything that lies in folders, with the reason where this account cannot read it."""

import errno
import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from cssa.errors import Problem


class FoundPath(NamedTuple):
    """Something that lies in a folder.

    Attributes:
        below: its path below the folder that was walked, divided by ``/``; a folder's ends so.
        path: where it is.
        not_read: why it cannot be read; None for a file that can perhaps.
    """

    below: str
    path: Path
    not_read: Problem | None = None


def walk_folder(folder: Path, left_out: Collection[str]) -> Iterator[FoundPath]:
    """Yield every file in a folder, and folders, links and devices that cannot be read.

    Args:
        folder: it and all folders in it are gone through; links to folders are not followed.
        left_out: real paths of what is passed over.
    """
    closed: list[OSError] = []
    for current, inner, names in os.walk(folder, onerror=closed.append):
        inner[:] = sorted(name for name in inner if _real(current, name) not in left_out)
        below = Path(current).relative_to(folder).as_posix()
        prefix = "" if below == "." else f"{below}/"
        for name in inner:
            path = Path(current, name)
            if path.is_symlink() and not _is_within(path, folder):
                problem = Problem("batch.not_read.linked_folder")
                yield FoundPath(f"{prefix}{name}/", path, problem)
        for name in names:
            yield look_at(f"{prefix}{name}", Path(current, name))
    for error in closed:
        path = Path(error.filename)
        below = path.relative_to(folder).as_posix()
        yield FoundPath("" if below == "." else f"{below}/", path, not_read(error))


def not_read(error: OSError) -> Problem:
    """Return why something was not read, which is nothing that its sender could change.

    Args:
        error: that the system gave.
    """
    if isinstance(error, PermissionError):
        return Problem("batch.not_read.denied")
    code = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return Problem("batch.not_read.error", {"code": code})


def look_at(below: str, path: Path) -> FoundPath:
    """Return a file with the reason where it is none that can be read.

    Args:
        below: its path below the folder that was walked.
        path: where it is.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return FoundPath(below, path, Problem("batch.not_read.broken_link"))
    except OSError as error:
        return FoundPath(below, path, not_read(error))
    is_file = stat.S_ISREG(mode)
    return FoundPath(below, path, None if is_file else Problem("batch.not_read.special"))


def _is_within(link: Path, folder: Path) -> bool:
    """Return whether a link leads to a folder that is gone through anyway."""
    return Path(os.path.realpath(link)).is_relative_to(os.path.realpath(folder))


def _real(folder: str, name: str) -> str:
    return os.path.realpath(Path(folder, name))
