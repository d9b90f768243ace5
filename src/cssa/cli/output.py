"""Where reports go: standard output, or a file that is replaced whole or not at all."""

import sys
from pathlib import Path

from cssa.atomic_write import replace_file
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


def note(text: str) -> None:
    """Say something beside the report, on standard error."""
    print(text, file=sys.stderr)  # noqa: T201
