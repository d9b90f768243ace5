"""OUT of a batch, held by one run at a time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cssa.errors import OutputError, Problem, UsageError
from cssa.location import Location

if TYPE_CHECKING:
    from cssa.batch.outputs.folder import OutFolder


@contextmanager
def opened(path: Path) -> "Iterator[OutFolder]":
    """Open the batch's folder for this run alone.

    Raises:
        OutputError: when it holds something else, another run has it, or it cannot be written.
    """
    from filelock import FileLock, Timeout

    from cssa.batch.outputs.folder import KEPT, OutFolder

    gc.enable()  # off for short runs; this one may go through thousands of files
    folder = OutFolder(path)
    try:
        folder.prepare()
        with FileLock(path / KEPT / ".lock", timeout=0):
            yield folder
    except Timeout:
        raise OutputError([Problem("batch.out_in_use", {}, Location(str(path)))]) from None
    except OSError as error:
        reason = {"reason": error.strerror or type(error).__name__}
        where = Location(str(error.filename or path))
        raise OutputError([Problem("file.cannot_write", reason, where)]) from None


def checked_workers(given: int | None) -> int | None:
    """Return the number of processes that was asked for.

    Raises:
        UsageError: when it is none.
    """
    if given is not None and given < 1:
        raise UsageError([Problem("batch.bad_workers", {"found": given})])
    return given
