"""A package: a ZIP with an institution's files, encrypted where it has a password."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from cssa.errors import Problem, UsageError

_DATE = (1980, 1, 1, 0, 0, 0)
"""Of every file in it, so that the same contents give the same bytes."""
_UNIX = 3
_MODE = 0o600 << 16
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, OSError, EOFError,
    NotImplementedError,
)  # fmt: skip


def check_encryption() -> None:
    """Check that packages can be encrypted.

    Raises:
        UsageError: when the library for it is not installed.
    """
    try:
        import pyzipper
    except ImportError:
        raise UsageError([Problem("batch.deliver.no_extra")]) from None
    del pyzipper


def package_of(contents: Mapping[str, bytes], password: str | None) -> bytes:
    """Return a package.

    Args:
        contents: its files by name, in order.
        password: None leaves it open; its bytes then follow from the contents alone.
    """
    stream = io.BytesIO()
    archive: Any
    if password is None:
        archive, info = zipfile.ZipFile(stream, "w"), zipfile.ZipInfo
    else:
        import pyzipper

        archive = pyzipper.AESZipFile(stream, "w", encryption=pyzipper.WZ_AES)
        archive.setpassword(password.encode())
        info = archive.zipinfo_cls
    with archive:
        for name, data in contents.items():
            part = info(name, _DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system, part.external_attr = _UNIX, _MODE
            archive.writestr(part, data)
    return stream.getvalue()


def holds(package: bytes, contents: Mapping[str, bytes], password: str | None) -> bool:
    """Return whether a package has just these files, and opens with just this password.

    Args:
        package: bytes of any file.
        contents: files by name, in order.
        password: None for a package without one.
    """
    error: tuple[type[Exception], ...] = _DAMAGE
    opened: Any = zipfile.ZipFile
    if password is not None:
        import pyzipper

        opened, error = pyzipper.AESZipFile, (*_DAMAGE, pyzipper.BadZipFile)
    try:
        with opened(io.BytesIO(package)) as archive:
            if password is not None:
                archive.setpassword(password.encode())
            parts = archive.infolist()
            if any(bool(part.flag_bits & 1) != (password is not None) for part in parts):
                return False
            return [(part.filename, archive.read(part)) for part in parts] == [*contents.items()]
    except error:  # damaged, or another password
        return False
