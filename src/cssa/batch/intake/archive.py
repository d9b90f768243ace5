"""ZIP files that hold many forms, as central bodies send them."""

import zipfile
from collections.abc import Sequence
from typing import BinaryIO, NamedTuple

from cssa.errors import Problem
from cssa.excel.content_kind import DAMAGE, OFFICE

MAX_MEMBERS = 5_000
MAX_ALL = 1_000_000_000
"""Bytes that an archive's members may inflate to together."""

_ENCRYPTED = 0x1
_UTF8 = 0x800


class ArchiveMember(NamedTuple):
    """A file in an archive.

    Attributes:
        number: where it stands in the archive's directory.
        name: as its sender's system wrote it.
    """

    number: int
    name: str


def members(stream: BinaryIO) -> tuple[ArchiveMember, ...] | Problem | None:
    """Return the files of an archive, why it is not opened, or None for any other file."""
    stream.seek(0)
    if stream.read(4) != b"PK\x03\x04":
        return None
    try:
        with zipfile.ZipFile(stream) as opened:
            infos = opened.infolist()
    except DAMAGE:
        return None  # left to the checks of workbooks, which say what is wrong
    if any(info.filename.casefold().startswith(OFFICE) for info in infos):
        return None
    files = [(number, info) for number, info in enumerate(infos) if not info.is_dir()]
    return _trouble([info for _, info in files]) or tuple(
        ArchiveMember(number, _name(info)) for number, info in files
    )


def _trouble(infos: Sequence[zipfile.ZipInfo]) -> Problem | None:
    if len(infos) > MAX_MEMBERS:
        return Problem("batch.archive.too_many", {"count": len(infos), "limit": MAX_MEMBERS})
    if sum(info.file_size for info in infos) > MAX_ALL:
        return Problem("batch.archive.too_large", {"limit": MAX_ALL // 1_000_000})
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        return Problem("batch.archive.encrypted")
    return None


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; Windows in Japan writes it in its own encoding without saying so."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.orig_filename.encode("cp437").decode("cp932").replace("\\", "/")
    except UnicodeError:
        return info.filename
