"""Files that are odd, broken or meant to do harm, each made here from a sound form."""

import io
import re
import struct
import zipfile
from collections.abc import Callable

Change = Callable[[dict[str, bytes]], None]

SHEET = "xl/worksheets/sheet3.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a package of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def changed(data: bytes, change: Change) -> bytes:
    """Return a form with its parts changed."""
    parts = parts_of(data)
    change(parts)
    return packed(parts)


def _rows(addition: bytes) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", addition + b"</sheetData>")

    return change


def _put(name: str, content: bytes) -> Change:
    return lambda parts: parts.__setitem__(name, content)


def _replace(name: str, old: bytes, new: bytes) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return change


def _strings(addition: bytes) -> Change:
    return _replace("xl/sharedStrings.xml", b"</sst>", addition + b"</sst>")


def _declared(parts: dict[str, bytes], declaration: bytes) -> None:
    start = parts[SHEET].index(b"<worksheet")
    parts[SHEET] = parts[SHEET][:start] + declaration + parts[SHEET][start:]


def _valued(cell: bytes) -> bytes:
    row = re.sub(rb"\D", b"", cell)
    return b'<row r="%s"><c r="%s"><v>1</v></c></row>' % (row, cell)


def _prefixed(parts: dict[str, bytes]) -> None:
    """Spell a sheet with a namespace prefix, and put a value into its far corner."""
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    text = parts[SHEET].replace(b"</sheetData>", far + b"</sheetData>")
    text = re.sub(rb"<(/?)(sheetData|row|c|v|is|t)(?=[ />])", rb"<\1x:\2", text)
    parts[SHEET] = text.replace(
        b"<worksheet ",
        b'<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ',
        1,
    )


BILLION = (
    b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)

REFUSED: dict[str, tuple[Change, str]] = {
    "bomb_of_spaces": (_strings(b"<si><t>" + b" " * 40_000_000 + b"</t></si>"), "bomb"),
    "bomb_of_cells": (_rows(b'<row r="9000">' + b'<c r="A9000"><v>1</v></c>' * 1_200_000 + b"</row>"), "bomb"),
    "cells_below_the_bomb": (_rows(b'<row r="9000">' + b'<c r="A9000"><v>1</v></c>' * 400_000 + b"</row>"), "too_many"),
    "shared_strings": (_strings(b"<si><t>a</t></si>" * 300_000), "too_many"),
    "styled_empty_cells": (_rows(b'<row r="9000">' + b'<c r="A9000" s="1"/>' * 400_000 + b"</row>"), "too_many"),
    "a_million_rows": (_rows(b"<row/>" * 1_000_000), "too_many"),
    "document_type": (lambda parts: _declared(parts, b"<!DOCTYPE worksheet>"), "dtd"),
    "billion_laughs": (lambda parts: _declared(parts, BILLION), "dtd"),
    "external_entity": (
        lambda parts: _declared(parts, b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), "dtd",
    ),
    "last_cell": (_rows(_valued(b"XFD1048576")), "far_cell"),
    "last_row": (_rows(_valued(b"A1048576")), "far_cell"),
    "last_column": (_rows(_valued(b"XFD9")), "far_cell"),
    "last_cell_in_small_letters": (_rows(_valued(b"xfd1048576")), "far_cell"),
    "last_cell_in_other_quotes": (
        _rows(b"<row r='1048576'><c s='1' r='XFD1048576'><v>1</v></c></row>"), "far_cell",
    ),
    "last_cell_by_character_references": (
        _rows(b'<row r="1048576"><c r="&#88;FD1048576"><v>1</v></c></row>'), "far_cell",
    ),
    "last_row_without_references": (_rows(b'<row r="1048576"><c><v>1</v></c></row>'), "far_cell"),
    "last_cell_under_a_prefix": (_prefixed, "far_cell"),
    "macros": (_put("xl/vbaProject.bin", OLE), "macros"),
    "macro_sheet": (_put("xl/macrosheets/sheet1.xml", b"<x/>"), "macros"),
    "external_link": (_put("xl/externalLinks/externalLink1.xml", b"<x/>"), "external_links"),
    "connection": (_put("xl/connections.xml", b"<connections/>"), "external_links"),
    "path_traversal": (_put("../../evil.xml", b"<x/>"), "part_name"),
    "absolute_path": (_put("/etc/evil.xml", b"<x/>"), "part_name"),
    "drive_path": (_put("C:/evil.xml", b"<x/>"), "part_name"),
    "same_name_in_another_case": (_put("XL/Workbook.xml", b"<x/>"), "part_name"),
    "two_thousand_parts": (
        lambda parts: parts.update({f"xl/x/{n}.xml": b"<x/>" for n in range(2000)}), "too_many",
    ),
    "utf16": (lambda parts: parts.__setitem__(SHEET, parts[SHEET].decode().encode("utf-16")), "unreadable"),
    "other_encoding": (_replace(SHEET, b'encoding="UTF-8"', b'encoding="Shift_JIS"'), "unreadable"),
    "cut_markup": (lambda parts: parts.__setitem__(SHEET, parts[SHEET][:2000]), "damaged"),
    "cut_directory_of_sheets": (
        lambda parts: parts.__setitem__("xl/workbook.xml", parts["xl/workbook.xml"][:600]), "unreadable",
    ),
    "sheets_that_point_nowhere": (
        _replace("xl/_rels/workbook.xml.rels", b"worksheets/sheet", b"worksheets/gone"), "unreadable",
    ),
    "binary_workbook": (_put("xl/workbook.bin", b"\x00"), "binary"),
    "open_document": (_put("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "open_document"),
    "numbers": (_put("Index/Document.iwa", b"\x00"), "numbers"),
    "document_of_words": (lambda parts: parts.__delitem__("xl/workbook.xml"), "not_workbook"),
}  # fmt: skip
"""Parts changed, and why the file is refused."""


def flipped(data: bytes) -> bytes:
    """Return a file with a bit of its first sheet's content flipped."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    place = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    return data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :]


def wrong_checksum(data: bytes) -> bytes:
    """Return a file whose directory gives another checksum for its first sheet."""
    place = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 16
    return data[:place] + struct.pack("<L", 1) + data[place + 4 :]


def overlong(data: bytes) -> bytes:
    """Return a file whose directory understates how large a part becomes."""
    place = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 24
    return data[:place] + struct.pack("<L", 100) + data[place + 4 :]


def marked_encrypted(data: bytes) -> bytes:
    """Return a file whose directory says that a part is under a password."""
    place = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 8
    return data[:place] + struct.pack("<H", 1) + data[place + 2 :]


WHOLE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "empty"),
    "truncated": (lambda data: data[: len(data) // 2], "not_zip"),
    "without_its_end": (lambda data: data[:-30], "not_zip"),
    "bit_flipped": (flipped, "damaged"),
    "wrong_checksum": (wrong_checksum, "damaged"),
    "lying_size": (overlong, "damaged"),
    "part_under_a_password": (marked_encrypted, "encrypted"),
    "encrypted": (lambda _: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "old_workbook": (lambda _: OLE + bytes(600) + "Workbook".encode("utf-16-le"), "legacy"),
    "comma_separated": (lambda _: "番号,段階\n2.1.1-1,3\n".encode(), "text"),
    "shift_jis_text": (lambda _: "番号,段階\n2.1.1-1,3\n".encode("cp932"), "text"),
    "web_page": (lambda _: b"<!DOCTYPE html><html><table></table></html>", "html"),
    "excel_web_page": (lambda _: b"\xef\xbb\xbf<html xmlns:x='urn:excel'><table></table></html>", "html"),
    "random": (lambda _: bytes(range(256)) * 40, "not_zip"),
    "six_megabytes": (lambda data: data + bytes(6_000_000), "too_large"),
}  # fmt: skip
"""Whole files changed, and why they are refused."""


def _google(parts: dict[str, bytes]) -> None:
    """Leave out what Google Sheets does not write, and write as it does."""
    for name in list(parts):
        if name.startswith("docProps/"):
            del parts[name]
    parts["_rels/.rels"] = re.sub(rb"<Relationship [^>]*docProps[^>]*/>", b"", parts["_rels/.rels"])
    kinds = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = re.sub(rb"<Override [^>]*docProps[^>]*/>", b"", kinds)
    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = re.sub(rb' spans="[^"]*"', b"", part)
            parts[name] = re.sub(rb"<dimension [^>]*/>", b"", parts[name])


def _inline(parts: dict[str, bytes]) -> None:
    """Write strings into the cells, as some exporters do."""
    strings: list[bytes] = re.findall(rb"<si>(.*?)</si>", parts["xl/sharedStrings.xml"], re.DOTALL)

    def inlined(match: re.Match[bytes]) -> bytes:
        start: bytes = match.group(1)
        return start + b' t="inlineStr"><is>' + strings[int(match.group(2))] + b"</is></c>"

    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = re.sub(
                rb'(<c r="[A-Z]+[0-9]+"[^>]*?) t="s"><v>([0-9]+)</v></c>', inlined, part
            )


def _strict(parts: dict[str, bytes]) -> None:
    """Use the namespaces of Strict OOXML."""
    swaps = (
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )
    for name, part in parts.items():
        for old, new in swaps:
            part = part.replace(old, new)  # noqa: PLW2901 - two steps of one change
        parts[name] = part


def _merged(parts: dict[str, bytes]) -> None:
    ranges = b"".join(b'<mergeCell ref="AA%d:AB%d"/>' % (row, row) for row in range(100, 9_999))
    old = b"</sheetProtection>" if b"</sheetProtection>" in parts[SHEET] else b"<autoFilter"
    merged = b'<mergeCells count="9899">' + ranges + b"</mergeCells>"
    parts[SHEET] = parts[SHEET].replace(old, merged + old, 1)


READ: dict[str, Change] = {
    "unchanged": lambda _: None,
    "like_google_sheets": _google,
    "inline_strings": _inline,
    "strict": _strict,
    "ten_thousand_merges": _merged,
    "lying_dimension": lambda parts: parts.__setitem__(
        SHEET, re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1"/>', parts[SHEET])
    ),
    "huge_dimension": lambda parts: parts.__setitem__(
        SHEET, re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1:XFD1048576"/>', parts[SHEET])
    ),
    "styled_empty_last_cell": _rows(b'<row r="1048576"><c r="XFD1048576" s="1"/></row>'),
    "picture": _put("xl/media/image1.png", b"\x89PNG" + bytes(2000)),
    "printer_settings": _put("xl/printerSettings/printerSettings1.bin", bytes(300)),
}  # fmt: skip
"""Parts changed without changing what the form says."""
