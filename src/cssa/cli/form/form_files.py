"""Files that are forms: their endings, and the password of one that is protected."""

from pathlib import Path

from cssa.datafile.files import read_bytes

ENDINGS = (".xlsx", ".html")
"""Of a workbook and of a page."""


def read_password(path: Path | None) -> str | None:
    """Return the password that a file holds; None without a file."""
    return read_bytes(path).decode().strip("\r\n") if path else None


def unlocked(data: bytes, name: str, password: str | None) -> bytes:
    """Return a form without its password.

    Args:
        data: the file.
        name: its name for messages.
        password: None leaves the file as it is.

    Raises:
        InputError: when the password is not its own.
    """
    if password is None:
        return data
    from cssa.excel.password import unlock

    return unlock(data, name, password)
