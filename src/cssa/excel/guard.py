"""What is settled about a file before any Excel library sees it.

A native reader ends the whole process on a file that claims a value in a far cell, and every reader
can be made to inflate gigabytes. The checks here look for the plain spelling that spreadsheets
write, which costs little, and fall back to a real parse where a part is spelt otherwise.
"""

import re
from xml.parsers import expat

from cssa.excel.package import MAX_FILE, Package, open_package, refused

MAX_COLUMNS = 104
"""Columns A to CZ: what a form may have, and what the guard lets through."""

MAX_ROW = 9_999
MAX_ROWS = 20_000
MAX_CELLS = 300_000
MAX_STRINGS = 200_000
MAX_MERGES = 20_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_UNUSUAL = re.compile(rb'<c(?! r="(?:[A-Z]|[A-C][A-Z])[0-9]{1,4}"[ >/])')
"""A cell that is out of bounds, or spelt so that this cannot be told at a glance."""
_ENCODING = re.compile(rb'^\s*<\?xml[^>]*encoding=["\'](?!utf-8|us-ascii)', re.IGNORECASE)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_CELL = re.compile(r"([A-Za-z]{1,7})([0-9]{1,9})")


def check(data: bytes, path: str) -> Package:
    """Return a file's parts once it is known to be harmless.

    Raises:
        InputError: with the reason why it is not read.
    """
    if not data:
        raise refused("empty", path)
    if len(data) > MAX_FILE:
        raise refused("too_large", path, limit=MAX_FILE // 1_000_000)
    if not data.startswith(b"PK\x03\x04"):
        raise refused(_other_kind(data), path)
    package = open_package(data, path)
    _check_kind(package)
    for name, part in package.parts.items():
        _check_markup(package.path, name, part)
    for name, part in package.sheets():
        _check_sheet(package.path, name, part)
    for name, part in package.parts.items():
        if name.lower().endswith("sharedstrings.xml") and _exceeds(part, b"<", 4 * MAX_STRINGS):
            raise refused("too_many", path, part=name, limit=MAX_STRINGS)
    return package


def is_encrypted(data: bytes) -> bool:
    """Tell whether a file is a workbook under a password."""
    return data.startswith(_OLE) and _ENCRYPTED_STREAM in data


def _other_kind(data: bytes) -> str:
    if data.startswith(_OLE):
        return "encrypted" if is_encrypted(data) else "legacy"
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<meta")):
        return "html"
    if b"\x00" not in data[:4000] and not data.startswith(b"PK"):
        return "text"
    return "not_zip"


def _check_kind(package: Package) -> None:
    path = package.path
    names = {name.lower() for name in (*package.parts, *package.others)}
    if "xl/workbook.bin" in names:
        raise refused("binary", path)
    if "mimetype" in names or "content.xml" in names:
        raise refused("open_document", path)
    if any(name.endswith(".iwa") for name in names):
        raise refused("numbers", path)
    if "xl/workbook.xml" not in names:
        raise refused("not_workbook", path)
    kinds = next(
        (part for name, part in package.parts.items() if name.lower() == "[content_types].xml"), b""
    )
    macros = ("vbaproject", "xl/macrosheets/", "xl/activex/", "vbadata")
    if any(word in name for name in names for word in macros) or b"macroEnabled" in kinds:
        raise refused("macros", path)
    links = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")
    if any(name.startswith(links) for name in names):
        raise refused("external_links", path)


def _check_markup(path: str, name: str, part: bytes) -> None:
    """Refuse declarations of document types and encodings that the checks could not read."""
    if part[:2] in _UTF16 or _ENCODING.match(part):
        raise refused("unreadable", path, reason=f"{name}: encoding")
    if b"!" in part and _DECLARATION.search(part):  # looked for first: a rare byte is found fast
        raise refused("dtd", path, part=name)


def _check_sheet(path: str, name: str, part: bytes) -> None:
    start, end = part.find(b"<sheetData"), part.rfind(b"</sheetData>")
    cells = part[start + 10 : end] if 0 <= start < end else part
    if _exceeds(cells, b"<row", MAX_ROWS):
        raise refused("too_many", path, part=name, limit=MAX_ROWS)
    if _exceeds(cells, b"<c", MAX_CELLS):
        raise refused("too_many", path, part=name, limit=MAX_CELLS)
    if _exceeds(part, b"mergeCell ", MAX_MERGES):
        raise refused("too_many", path, part=name, limit=MAX_MERGES)
    if start < 0 or (b":" in cells and b":c" in cells) or _UNUSUAL.search(cells):
        _Extent(path, name).measure(part)


def _exceeds(part: bytes, tag: bytes, limit: int) -> bool:
    """Tell whether a part has a tag more than so many times; most are too short to be counted."""
    return len(part) > limit * len(tag) and part.count(tag) > limit


class _Extent:
    """Finds a valued cell beyond the bounds by parsing a sheet, however it is spelt."""

    def __init__(self, path: str, name: str) -> None:
        self._path = path
        self._name = name
        self._row = 0
        self._column = 0
        self._rows = 0
        self._cells = 0
        self._in_cell = False

    def measure(self, part: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(part, True)
        except expat.ExpatError:
            raise refused("damaged", self._path, part=self._name) from None

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(" ")[2]
        if tag == "row":
            self._rows += 1
            given = attributes.get("r", "")
            self._row = int(given) if given.isdecimal() and len(given) < 10 else self._row + 1  # noqa: PLR2004 - as many digits as a row can have, and more
            self._column = 0
        elif tag == "c":
            self._cells += 1
            match = _CELL.fullmatch(attributes.get("r", ""))
            if match:
                self._column, self._row = _number(match.group(1)), int(match.group(2))
            else:
                self._column += 1
            self._in_cell = True
        elif self._in_cell and tag in ("v", "is", "f"):
            self._value()
        if self._rows > MAX_ROWS or self._cells > MAX_CELLS:
            raise refused("too_many", self._path, part=self._name, limit=MAX_ROWS)

    def _end(self, tag: str) -> None:
        if tag.rpartition(" ")[2] == "c":
            self._in_cell = False

    def _value(self) -> None:
        if self._row > MAX_ROW or self._column > MAX_COLUMNS:
            from cssa.location import column_letters

            cell = f"{column_letters(self._column)}{self._row}"
            raise refused("far_cell", self._path, part=self._name, cell=cell)


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
