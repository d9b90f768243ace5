"""Checks of a file before any Excel library reads it.

A native reader ends the whole process on a file that claims a value in a far cell or a great number
of texts, and every reader can be made to inflate gigabytes. The checks look for the plain spelling
that spreadsheets write, which costs little, and fall back to a real parse where a part is spelt
otherwise.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from cssa.excel.cell_claims import MAX_PARSED, CellCheck
from cssa.excel.content_kind import OLE, content_kind
from cssa.excel.package import MAX_FILE, Package, exceeds, open_package
from cssa.excel.part_types import macro_reason
from cssa.excel.plain_spelling import plainly_spelt
from cssa.excel.refusal import refused
from cssa.excel.sheet_parts import WORKBOOK, Contents, read_contents

STRINGS = "xl/sharedstrings.xml"
"""The part with the texts that cells share, in lower case."""

_MEGA = 1_000_000
_SHOWN = 40
"""Characters of a false count that its refusal quotes."""
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ENCODING = re.compile(rb'^\s*<\?xml[^>]*encoding=["\'](?!utf-8|us-ascii)', re.IGNORECASE)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_FALSE_COUNT = re.compile(rb"""ount\s*=\s*["'](?![0-9]{1,6}["'])""")
"""A possible count that no part within the limits can have; text may look like it."""
_COUNT = re.compile(r"\s*\+?[0-9]{1,6}\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class CheckedWorkbook:
    """A workbook that may be read.

    Attributes:
        package: its parts.
        contents: its worksheets.
        cells: the element that holds a worksheet's cells, by the name of its part.
    """

    package: Package
    contents: Contents
    cells: Mapping[str, bytes]


def check_workbook(data: bytes, path: str) -> CheckedWorkbook:
    """Check a file and return its workbook.

    Args:
        data: the file.
        path: its name for messages.

    Raises:
        InputError: with the reason why it is not read.
    """
    if not data:
        raise refused("empty", path)
    if len(data) > MAX_FILE:
        raise refused("too_large", path, limit=MAX_FILE // _MEGA)
    if not data.startswith(b"PK\x03\x04"):
        raise refused(_other_kind(data), path)
    package = open_package(data, path)
    _check_kind(package, data)
    for name, part in package.parts.items():
        _check_markup(path, name, part)
        _check_counts(path, name, part)
    package = plainly_spelt(package)
    contents = read_contents(package)
    strings = package.names.get(STRINGS)
    cells = CellCheck(package, strings).check(sheet.part for sheet in contents.sheets)
    return CheckedWorkbook(package, contents, cells)


def is_encrypted(data: bytes) -> bool:
    """Return whether a file is a workbook under a password."""
    return data.startswith(OLE) and _ENCRYPTED_STREAM in data


def _other_kind(data: bytes) -> str:
    if is_encrypted(data):
        return "encrypted"
    if kind := content_kind(data):
        return kind
    if data.startswith(OLE):
        return "legacy"
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<meta")):
        return "html"
    if b"\x00" not in data[:4000] and not data.startswith(b"PK"):
        return "text"
    return "not_zip"


def _check_kind(package: Package, data: bytes) -> None:
    path = package.path
    names = {name.lower() for name in (*package.parts, *package.others)}
    if "xl/workbook.bin" in names:
        raise refused("binary", path)
    if "mimetype" in names or "content.xml" in names:
        raise refused("open_document", path)
    if any(name.endswith(".iwa") for name in names):
        raise refused("numbers", path)
    if WORKBOOK not in names:
        raise refused(content_kind(data) or "not_workbook", path)
    if reason := macro_reason(package):
        raise refused(reason, path)
    links = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")
    if any(name.startswith(links) for name in names):
        raise refused("external_links", path)


def _check_markup(path: str, name: str, part: bytes) -> None:
    """Refuse declarations of document types and encodings that the checks could not read."""
    if part[:2] in _UTF16 or _ENCODING.match(part):
        raise refused("unreadable", path, reason=f"{name}: encoding")
    if b"!" in part and _DECLARATION.search(part):  # looked for first: a rare byte is found fast
        raise refused("dtd", path, part=name)


def _check_counts(path: str, name: str, part: bytes) -> None:
    """Refuse counts of what a part holds that cannot be true; readers make room by them."""
    if not name.lower().startswith("xl/") or not _FALSE_COUNT.search(part):
        return
    if exceeds([part], b"<", MAX_PARSED):
        raise refused("too_many", path, part=name, limit=MAX_PARSED)

    def element(_: str, attributes: dict[str, str]) -> None:
        for key, value in attributes.items():
            is_count = key == "count" or key.endswith("Count")
            if is_count and not _COUNT.fullmatch(value):
                raise refused("number", path, part=name, name=key, value=value[:_SHOWN])

    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    try:
        parser.Parse(part, True)
    except expat.ExpatError:
        raise refused("damaged", path, part=name) from None
