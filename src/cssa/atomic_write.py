"""Writing files in one step, so that readers find the old content or the new, never a part."""

import contextlib
import os
import sys
import time
from itertools import count
from pathlib import Path

PARTIAL_SUFFIX = ".part"
"""The ending of a file's name while ``write_file`` is writing it."""

_ATTEMPTS = 10
_PAUSE = 0.02  # seconds; a virus scanner or an editor on Windows holds a file for moments


def replace_file(
    path: Path, data: bytes, *, temporary: Path | None = None, mode: int | None = None
) -> None:
    """Replace a file's content durably, keeping its permissions and following links.

    Args:
        path: the file; a device or pipe is written to directly.
        data: its new content.
        temporary: a fixed temporary file in the same folder, for callers that hold a lock against
            other writers: after a crash it is used again, and none is left over.
        mode: its permissions, where they are not those of the file that was there before.

    Raises:
        OSError: when it cannot be written; the old content is left as it was.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a device or pipe takes it, a folder raises
        return
    target = Path(os.path.realpath(path))
    handle, temporary_file = _open_temporary(target, temporary)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary_file.chmod(_mode_for(target) if mode is None else mode)
        _rename(temporary_file, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary_file.unlink()
        raise


def copy_aside(path: Path) -> Path:
    """Copy a file to a new one beside it: ``NAME.bak``, or ``NAME.bak.1`` where that is taken.

    Args:
        path: the file.

    Returns:
        The copy.

    Raises:
        OSError: when it cannot be read or the copy cannot be written.
    """
    import shutil

    for number in count():
        copy = path.with_name(f"{path.name}.bak.{number}" if number else f"{path.name}.bak")
        try:
            stream = copy.open("xb")
        except FileExistsError:
            continue
        try:
            with stream, path.open("rb") as source:
                shutil.copyfileobj(source, stream)
                stream.flush()
                os.fsync(stream.fileno())
            shutil.copystat(path, copy)
        except BaseException:
            copy.unlink()
            raise
        return copy
    raise AssertionError  # numbers do not end


def write_file(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Write a file in one step, without waiting for the disk.

    For outputs of which thousands are written, each by one process at a time, and which can be
    produced again. After a power failure one of them may be lost or empty; the next run of the
    batch detects that by the hashes it keeps, so waiting for the disk thousands of times would
    gain nothing.

    Args:
        path: the file; missing folders are created.
        data: its content.
        mode: its permissions, where they are not those of any new file.

    Raises:
        OSError: when it cannot be written.
    """
    temporary = path.with_name(f".{path.name}{PARTIAL_SUFFIX}")
    try:
        temporary.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
    if mode is not None:
        temporary.chmod(mode)
    _rename(temporary, path)


def move_file(source: Path, path: Path, *, mode: int | None = None) -> None:
    """Move a finished file to its final path durably.

    Args:
        source: a file on the same volume, too large to be held in memory.
        path: where it goes; links are followed, permissions of a file there are kept.
        mode: its permissions, where they are not those of the file that was there before.

    Raises:
        OSError: when it cannot be moved.
    """
    target = Path(os.path.realpath(path))
    with source.open("rb") as stream:
        os.fsync(stream.fileno())
    source.chmod(_mode_for(target) if mode is None else mode)
    _rename(source, target)


def _open_temporary(target: Path, temporary: Path | None) -> tuple[int, Path]:
    if temporary is not None:
        temporary.unlink(missing_ok=True)
        return os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), temporary
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    return handle, Path(name)


def _mode_for(target: Path) -> int:
    return target.stat().st_mode if target.exists() else 0o666 & ~_umask()


def _rename(temporary: Path, target: Path) -> None:
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
