"""An .xlsx file as a package of checked XML parts.

Excel libraries are given a new package built from the parts that were checked here, never the
sender's own bytes, so that no difference between two readers of ZIP files can get past the checks.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cssa.excel.refusal import refused

MAX_FILE = 5_000_000
MAX_PART = 16_000_000
MAX_ALL = 32_000_000
MAX_PARTS = 500
_MEGA = 1_000_000

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ENCRYPTED = 0x1
_READ = (".xml", ".rels")


@dataclass(frozen=True)
class Package:
    """The XML parts of an .xlsx file.

    Attributes:
        path: the file's name for messages.
        parts: inflated and checked against their checksums, by name.
        others: names of parts that are not XML and were not looked into.
    """

    path: str
    parts: dict[str, bytes]
    others: frozenset[str]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of each XML part by its lower case: readers take either for the same."""
        return {name.lower(): name for name in self.parts}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of parts, stored without compression."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, data in parts.items():
        raw, size = name.encode(), len(data)
        common = (20, 0x800, 0, 0, 0x21, zlib.crc32(data), size, size, len(raw), 0)
        body += (_LOCAL.pack(b"PK\x03\x04", *common), raw, data)
        directory += (_CENTRAL.pack(b"PK\x01\x02", 20, *common, 0, 0, 0, 0, offset), raw)
        offset += _LOCAL.size + len(raw) + size
    central, count = sum(map(len, directory)), len(parts)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, central, offset, 0)
    return b"".join((*body, *directory, end))


def open_package(data: bytes, path: str) -> Package:
    """Inflate a file's XML parts within limits.

    Args:
        data: the file.
        path: its name for messages.

    Raises:
        InputError: when it is not a valid ZIP file, or holds more than a form can.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise refused("not_zip", path) from error
    if len(infos) > MAX_PARTS:
        raise refused("too_many", path, part="ZIP", limit=MAX_PARTS)
    parts: dict[str, bytes] = {}
    others: set[str] = set()
    seen: set[str] = set()
    left = MAX_ALL
    for info in infos:
        name = info.orig_filename
        if info.filename != name or not _is_sound_name(name) or name.casefold() in seen:
            raise refused("part_name", path, part=name)
        seen.add(name.casefold())
        if info.flag_bits & _ENCRYPTED:
            raise refused("encrypted", path)
        if not name.lower().endswith(_READ):
            others.add(name)
            continue
        content = _inflate(data, info, path, min(MAX_PART, left))
        left -= len(content)
        parts[name] = content
    return Package(path, parts, frozenset(others))


def exceeds(parts: Iterable[bytes], tag: bytes, limit: int) -> bool:
    """Return whether parts have a tag more often than a limit; most are too short to be counted.

    Args:
        parts: XML.
        tag: its first bytes.
        limit: how often it may occur.
    """
    parts = list(parts)
    return (
        sum(map(len, parts)) > limit * len(tag) and sum(part.count(tag) for part in parts) > limit
    )


def _is_sound_name(name: str) -> bool:
    steps = name.rstrip("/").split("/")
    return (
        0 < len(name) < 256  # noqa: PLR2004 - far above any real part
        and name.isprintable()
        and "\\" not in name
        and ":" not in name
        and not any(step in ("", ".", "..") for step in steps)
    )


def _inflate(data: bytes, info: zipfile.ZipInfo, path: str, limit: int) -> bytes:
    start, size = info.header_offset, info.file_size
    if size > limit:
        raise refused("bomb", path, part=info.filename, limit=MAX_ALL // _MEGA)
    try:
        header = _LOCAL.unpack_from(data, start)
    except struct.error:
        raise refused("damaged", path, part=info.filename) from None
    begin = start + _LOCAL.size + header[-2] + header[-1]
    raw = data[begin : begin + info.compress_size]
    if header[0] != b"PK\x03\x04" or len(raw) != info.compress_size:
        raise refused("damaged", path, part=info.filename)
    if info.compress_type == zipfile.ZIP_STORED:
        content = raw
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        decompressor = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = decompressor.decompress(
                raw, size + 1
            )  # one byte more shows that the size is false
        except zlib.error:
            raise refused("damaged", path, part=info.filename) from None
        if not decompressor.eof:
            raise refused("damaged", path, part=info.filename)
    else:
        raise refused("damaged", path, part=info.filename)
    if len(content) != size or zlib.crc32(content) != info.CRC:
        raise refused("damaged", path, part=info.filename)
    return content
