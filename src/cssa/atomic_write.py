"""Putting a file in place whole or not at all."""

import contextlib
import os
import sys
import time
from pathlib import Path

PART = ".part"
"""What the name of a file ends in that is not all written yet."""

_ATTEMPTS = 10
_PAUSE = 0.02  # seconds; a virus scanner or an editor on Windows holds a file for moments


def replace_file(path: Path, data: bytes, *, beside: Path | None = None) -> None:
    """Put data in a file's place in one step, keeping its permissions and following links.

    Args:
        path: the file.
        data: its new content.
        beside: the temporary file in the same folder, for callers that keep others from writing
            at the same time: should the program die, it is used again and none is left over.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a device or pipe is written to, a folder refused
        return
    handle, temporary = _temporary(target, beside)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        _replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def put_file(path: Path, data: bytes) -> None:
    """Put data in a file's place in one step, without waiting for the disk.

    For files of which thousands are written, each by one process at a time, and that can be made
    again. Should the power fail, one of them may be lost or empty; a batch that is run again finds
    that by the hashes it keeps, and waiting for the disk thousands of times would buy no more.
    """
    temporary = path.with_name(f".{path.name}{PART}")
    try:
        temporary.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
    _replace(temporary, path)


def place_file(made: Path, path: Path) -> None:
    """Move a finished file into another's place in one step.

    Args:
        made: a file on the same volume, too large to be held in memory.
        path: the place; links are followed, permissions kept.
    """
    target = Path(os.path.realpath(path))
    with made.open("rb") as stream:
        os.fsync(stream.fileno())
    made.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
    _replace(made, target)


def _temporary(target: Path, beside: Path | None) -> tuple[int, Path]:
    if beside is not None:
        beside.unlink(missing_ok=True)
        return os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), beside
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    return handle, Path(name)


def _replace(temporary: Path, target: Path) -> None:
    for _ in range(_ATTEMPTS if sys.platform == "win32" else 0):
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    temporary.replace(target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
