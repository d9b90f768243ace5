"""The output folder of a batch, locked for one run at a time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cssa.errors import OutputError, Problem
from cssa.location import Location
from cssa.messages.system_errors import system_reason

if TYPE_CHECKING:
    from cssa.batch.outputs.folder import OutFolder


@contextmanager
def opened(path: Path) -> "Iterator[OutFolder]":
    """Open a batch's output folder, locked for this run.

    Raises:
        OutputError: when it has other contents, another run uses it, or it cannot be written.
    """
    from filelock import FileLock, Timeout

    from cssa.batch.outputs.folder import KEPT, OWNER_FILE, OutFolder

    gc.enable()  # off for short runs; this one may go through thousands of files
    folder = OutFolder(path)
    try:
        folder.prepare()
        with FileLock(path / KEPT / ".lock", timeout=0, mode=OWNER_FILE):
            yield folder
    except Timeout:
        raise OutputError([Problem("batch.out_in_use", {}, Location(str(path)))]) from None
    except OSError as error:
        reason = {"reason": system_reason(error)}
        where = Location(str(error.filename or path))
        raise OutputError([Problem("file.cannot_write", reason, where)]) from None
