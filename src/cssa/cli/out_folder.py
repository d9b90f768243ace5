"""The output folder of a batch, locked for one run at a time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cssa.cli.output import cannot_write
from cssa.errors import InputError, OutputError, Problem, UsageError
from cssa.location import Location

if TYPE_CHECKING:
    from cssa.batch.outputs.folder import OutFolder
    from cssa.batch.request import Command


@contextmanager
def opened(path: Path, *, purges: bool = False) -> "Iterator[OutFolder]":
    """Open a batch's output folder, locked for this run.

    Args:
        path: the folder.
        purges: whether it is opened to remove what holds answers; nothing else is done in a folder
            of which they were removed.

    Raises:
        OutputError: when it has other contents, another run uses it, or it cannot be written.
        UsageError: when the answers in it were removed.
    """
    from filelock import FileLock, Timeout

    from cssa.batch.outputs.folder import KEPT, OWNER_FILE, OutFolder
    from cssa.batch.purging.purge_record import check_not_purged

    gc.enable()  # off for short runs; this one may go through thousands of files
    folder = OutFolder(path)
    if not purges:
        check_not_purged(folder)
    try:
        folder.prepare()
        with FileLock(path / KEPT / ".lock", timeout=0, mode=OWNER_FILE):
            yield folder
    except Timeout:
        raise OutputError([Problem("batch.out_in_use", {}, Location(str(path)))]) from None
    except OSError as error:
        raise cannot_write(Path(error.filename or path), error) from None


def check_run(out: Path, command: "Command") -> None:
    """Refuse a folder that no run wrote to, before it is created or locked.

    Args:
        out: the folder.
        command: that works from the last run.

    Raises:
        InputError: when nothing was run there.
        UsageError: when the answers in it were removed.
    """
    from cssa.batch.outputs.folder import OutFolder
    from cssa.batch.purging.purge_record import check_not_purged
    from cssa.batch.request import REQUEST

    folder = OutFolder(out)
    check_not_purged(folder)
    if folder.read(REQUEST) is None:
        raise InputError([Problem(f"batch.{command}.never_run", {}, Location(str(out)))])


def check_beside(folder: Path, out: Path) -> None:
    """Refuse a folder for what is sent that is a batch's own, or is in one of its folders.

    Args:
        folder: the folder.
        out: the batch's.

    Raises:
        UsageError: when it is.
    """
    from cssa.batch.outputs.folder import FEEDBACK, PRIVATE, PUBLIC, RETURNS

    place, own = folder.resolve(), out.resolve()
    within = any(place.is_relative_to(own / part) for part in (PRIVATE, PUBLIC, FEEDBACK, RETURNS))
    if place == own or within:
        raise UsageError([Problem("batch.within_out", {"out": str(out)}, Location(str(folder)))])
