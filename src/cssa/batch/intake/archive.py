"""ZIP files that hold many forms, as central bodies send them."""

import io
import zipfile
from collections.abc import Sequence
from typing import IO, BinaryIO, ClassVar, Self

from cssa.batch.intake.container import ContainedFile, Container
from cssa.errors import Problem
from cssa.excel.content_kind import DAMAGE, OFFICE
from cssa.excel.package import MAX_FILE
from cssa.lists.passwords import Password

MAX_MEMBERS = 5_000
MAX_ALL = 1_000_000_000
"""Bytes that an archive's members may inflate to together."""

_ENCRYPTED = 0x1
_UTF8 = 0x800
_TRIED = 20
"""Members that a password is tried on; AES takes a millisecond for each."""
_AES = 99
"""The method of compression that stands for encryption by AES."""

_ENCODINGS = ("utf-8", "cp932")
"""Encodings of passwords that are not ASCII."""


class ZipArchive(Container):
    """A ZIP file.

    Args:
        opened: as the library reads it that knows its encryption.
        passwords: those that may open members.
    """

    levels: ClassVar[int] = 1
    max_size: ClassVar[int] = MAX_ALL

    def __init__(self, opened: zipfile.ZipFile, passwords: Sequence[Password]) -> None:
        self._zip = opened
        self._infos = opened.infolist()
        self._passwords = tuple({raw: None for password in passwords for raw in _encoded(password)})
        self.members = tuple(
            ContainedFile(number, _name(info), is_protected=bool(info.flag_bits & _ENCRYPTED))
            for number, info in enumerate(self._infos)
            if not info.is_dir()
        )

    @classmethod
    def begins(cls, head: bytes) -> bool:
        """Return whether a file may be an archive."""
        return head.startswith(b"PK\x03\x04")

    @classmethod
    def opened(cls, stream: BinaryIO, passwords: Sequence[Password]) -> Self | Problem | None:
        """Return an archive, why it is not opened, or None for any other file."""
        try:
            opened = zipfile.ZipFile(stream)
        except DAMAGE:
            return None  # left to the checks of workbooks, which say what is wrong
        infos = opened.infolist()
        if any(info.filename.casefold().startswith(OFFICE) for info in infos):
            return None
        files = [info for info in infos if not info.is_dir()]
        protected = [info for info in files if info.flag_bits & _ENCRYPTED]
        problem = _beyond_limits(files)
        if problem is not None or not protected:
            return problem or cls(opened, ())
        return cls._unlocked(stream, protected, passwords)

    @classmethod
    def _unlocked(
        cls,
        stream: BinaryIO,
        protected: Sequence[zipfile.ZipInfo],
        passwords: Sequence[Password],
    ) -> Self | Problem:
        """Return an archive that one of the passwords opens, or why none does."""
        if not passwords:
            return Problem("batch.archive.encrypted")
        opened = zipfile.ZipFile(stream)
        if any(info.compress_type == _AES for info in protected):
            try:
                from pyzipper import AESZipFile
            except ImportError:
                return Problem("batch.not_read.aes_extra")
            opened = AESZipFile(stream)
        archive = cls(opened, passwords)
        if not archive._has_password():
            return Problem("batch.archive.password_wrong", {"count": len(passwords)})
        return archive

    def open_member(self, number: int) -> IO[bytes]:
        """Return the content of a file in it."""
        info = self._infos[number]
        if not info.flag_bits & _ENCRYPTED:
            return self._zip.open(info)
        for password in self._passwords:
            try:
                # To its end: only its checksum shows that a password fits.
                with self._zip.open(info, pwd=password) as part:
                    data = part.read(MAX_FILE + 1)
            except Exception:  # noqa: BLE001, S112 - whatever a wrong password brings about
                continue
            self._passwords = tuple(dict.fromkeys((password, *self._passwords)))
            return io.BytesIO(data)
        raise RuntimeError

    def _has_password(self) -> bool:
        """Return whether one of the passwords seems to fit, by what every member begins with."""
        protected = [member.number for member in self.members if member.is_protected]
        return any(
            all(self._seems_to_fit(number, password) for number in protected[:_TRIED])
            for password in self._passwords
        )

    def _seems_to_fit(self, number: int, password: bytes) -> bool:
        try:
            self._zip.open(self._infos[number], pwd=password).close()
        except Exception:  # noqa: BLE001 - whatever a wrong password brings about
            return False
        return True


def _beyond_limits(infos: Sequence[zipfile.ZipInfo]) -> Problem | None:
    if len(infos) > MAX_MEMBERS:
        return Problem("batch.archive.too_many", {"limit": MAX_MEMBERS})
    if sum(info.file_size for info in infos) > MAX_ALL:
        return Problem("batch.archive.too_large", {"limit": MAX_ALL // 1_000_000})
    return None


def _encoded(password: Password) -> list[bytes]:
    """Return a password in the encodings of systems that may have written the archive."""
    try:
        return [password.encode(encoding) for encoding in _ENCODINGS]
    except UnicodeEncodeError:
        return [password.encode("utf-8", "replace")]


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; Windows in Japan writes it in its own encoding without saying so."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.orig_filename.encode("cp437").decode("cp932").replace("\\", "/")
    except UnicodeError:
        return info.filename
