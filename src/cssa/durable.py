"""Putting a file in place whole or not at all."""

import contextlib
import os
import sys
import time
from pathlib import Path

_ATTEMPTS = 10
_PAUSE = 0.02  # seconds; a virus scanner or an editor on Windows holds a file for moments


def replace_file(path: Path, data: bytes) -> None:
    """Put data in a file's place in one step, keeping its permissions and following links."""
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a device or pipe is written to, a folder refused
        return
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
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
