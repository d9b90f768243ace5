"""Where reports go: standard output, or a file that is replaced whole or not at all."""

import contextlib
import os
import sys
from pathlib import Path

from cssa.errors import OutputError, Problem
from cssa.location import Location


def emit(text: str | bytes, path: Path | None = None) -> None:
    """Write a report.

    Args:
        text: the report, with its final line break.
        path: the file to write; standard output where None or ``-``.

    Raises:
        OutputError: when the file cannot be written; what was there before stays.
    """
    data = text.encode() if isinstance(text, str) else text
    if path is None or str(path) == "-":
        if isinstance(text, str):
            sys.stdout.write(text)
            sys.stdout.flush()
        else:
            sys.stdout.buffer.write(data)
        return
    try:
        replace_file(path, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(
            [Problem("file.cannot_write", {"reason": reason}, Location(str(path)))]
        ) from None


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
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def note(text: str) -> None:
    """Say something beside the report, on standard error."""
    print(text, file=sys.stderr)  # noqa: T201
