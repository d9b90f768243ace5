"""Files that are odd, broken or meant to do harm, each made here from a sound form."""

import io
import re
import struct
import zipfile
from collections.abc import Callable

from cssa.location import column_letters

Change = Callable[[dict[str, bytes]], None]

SHEET = "xl/worksheets/sheet3.xml"
STRINGS = "xl/sharedStrings.xml"
WORKBOOK = "xl/workbook.xml"
TYPES = "[Content_Types].xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
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
    text = parts[SHEET].replace(b"</sheetData>", FAR + b"</sheetData>")
    text = re.sub(rb"<(/?)(sheetData|row|c|v|is|t)(?=[ />])", rb"<\1x:\2", text)
    parts[SHEET] = text.replace(b"<worksheet ", b'<worksheet xmlns:x="%s" ' % MAIN, 1)


def _decoyed(old: bytes, new: bytes) -> Change:
    """Spell a sheet with a prefix and a far value, and put an empty list of cells beside it."""

    def change(parts: dict[str, bytes]) -> None:
        _prefixed(parts)
        assert old in parts[SHEET]
        parts[SHEET] = parts[SHEET].replace(old, new, 1)

    return change


def _stated(name: str, tag: bytes, attribute: bytes, value: bytes, quote: bytes = b'"') -> Change:
    """Put a value in place of an attribute's, or beside the others where there is none."""

    def change(parts: dict[str, bytes]) -> None:
        match = re.search(rb"<%s\b[^>]*?(?=/?>)" % tag, parts[name])
        assert match
        rest = re.sub(rb' %s="[^"]*"' % attribute, b"", match.group())
        new = rest + b" " + attribute + b"=" + quote + value + quote
        parts[name] = parts[name][: match.start()] + new + parts[name][match.end() :]

    return change


def _texts(value: bytes, quote: bytes = b'"') -> Change:
    return _stated(STRINGS, b"sst", b"uniqueCount", value, quote)


def _texts_under_a_prefix(parts: dict[str, bytes]) -> None:
    _texts(b"99999999999")(parts)
    text = parts[STRINGS].replace(b"<sst ", b'<x:sst xmlns:x="%s" ' % MAIN)
    parts[STRINGS] = text.replace(b"</sst>", b"</x:sst>")


def _moved(target: bytes, name: str) -> Change:
    """Put a sheet with a far value where sheets do not stand otherwise."""

    def change(parts: dict[str, bytes]) -> None:
        parts[name] = parts.pop(SHEET).replace(b"</sheetData>", FAR + b"</sheetData>")
        _replace(RELATIONS, b"worksheets/sheet3.xml", target)(parts)

    return change


def _many_sheets(parts: dict[str, bytes], count: int, *, is_one_part: bool = False) -> None:
    """Add sheets that each reach to the far corner of what a form may have."""
    wide = (
        b'<worksheet xmlns="%s"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        b'<row r="9999"><c r="CZ9999"><v>1</v></c></row></sheetData></worksheet>'
    ) % MAIN
    sheets, links = b"", b""
    for number in range(count):
        part = b"worksheets/wide%d.xml" % (0 if is_one_part else number)
        parts[f"xl/{part.decode()}"] = wide
        sheets += b'<sheet name="wide%d" sheetId="%d" r:id="w%d"/>' % (number, 900 + number, number)
        links += b'<Relationship Id="w%d" Type="%s/worksheet" Target="%s"/>' % (
            number,
            OFFICE,
            part,
        )
    _replace(WORKBOOK, b"</sheets>", sheets + b"</sheets>")(parts)
    _replace(RELATIONS, b"</Relationships>", links + b"</Relationships>")(parts)


def _long_text_in_many_cells(parts: dict[str, bytes]) -> None:
    """Show a text of a million characters in a hundred thousand cells."""
    number = parts[STRINGS].count(b"<si>")
    _strings(b"<si><t>" + b"x" * 1_000_000 + b"</t></si>")(parts)
    row = b"".join(
        b'<c r="%s#" t="s"><v>%d</v></c>' % (column_letters(column).encode(), number)
        for column in range(1, 101)
    )
    rows = (
        b'<row r="%d">' % at + row.replace(b"#", b"%d" % at) + b"</row>" for at in range(5000, 6000)
    )
    _rows(b"".join(rows))(parts)


def _inside_another(parts: dict[str, bytes]) -> None:
    text = parts[STRINGS].replace(b"<sst ", b"<a><sst ").replace(b"</sst>", b"</sst></a>")
    parts[STRINGS] = text


def _macro_type(parts: dict[str, bytes]) -> None:
    """Say that the workbook itself is of the type with macros."""
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    _replace(TYPES, plain, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")(parts)


def _macros_of_their_type(parts: dict[str, bytes]) -> None:
    _macro_type(parts)
    parts["xl/vbaProject.bin"] = OLE


def _twice_under_a_prefix(parts: dict[str, bytes]) -> None:
    cells = b'<x:row r="90"><x:c r="B90"><x:v>1</x:v></x:c><x:c><x:v>1</x:v></x:c><x:c r="C90"/></x:row>'
    text = parts[SHEET].replace(b"</sheetData>", cells + b"</sheetData>")
    parts[SHEET] = text.replace(b"<worksheet ", b'<worksheet xmlns:x="%s" ' % MAIN, 1)


def _entries(name: str, end: bytes, entries: bytes) -> Change:
    return _replace(name, end, entries + end)


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
    "last_row_with_leading_zeros": (_rows(b'<row r="0001048576"><c><v>1</v></c></row>'), "number"),
    "last_cell_with_leading_zeros": (
        _rows(b'<row r="9000"><c r="CZ0001048576"><v>1</v></c></row>'), "number",
    ),
    "row_above_what_counters_hold": (
        _rows(b'<row r="9000"><c r="A4294967295"><v>1</v></c></row>'), "number",
    ),
    "column_above_what_counters_hold": (
        _rows(b'<row r="9000"><c r="ZZZZZZZZ9"><v>1</v></c></row>'), "number",
    ),
    "row_nought": (_rows(b'<row r="0"><c><v>1</v></c></row>'), "number"),
    "row_below_nought": (_rows(b'<row r="-1"><c><v>1</v></c></row>'), "number"),
    "row_that_is_a_word": (_rows(b'<row r="x"><c r="A9000"><v>1</v></c></row>'), "number"),
    "cell_without_a_row": (_rows(b'<row r="9000"><c r="A"><v>1</v></c></row>'), "number"),
    "two_places_of_one_cell": (
        _rows(b'<row r="9000"><c r="A9000" r="XFD1048576"><v>1</v></c></row>'), "damaged",
    ),
    "last_row_after_a_near_cell": (
        _rows(b'<row r="1048576"><c r="A9000"/><c><v>1</v></c></row>'), "far_cell",
    ),
    "far_cell_beside_an_empty_list": (
        _decoyed(b"</x:sheetData>", b"</x:sheetData><sheetData></sheetData>"), "far_cell",
    ),
    "far_cell_below_a_comment": (
        _decoyed(b"<x:sheetData", b"<!--<sheetData></sheetData>--><x:sheetData"), "far_cell",
    ),
    "far_cell_in_a_sheet_elsewhere": (_moved(b"other/s.xml", "xl/other/s.xml"), "far_cell"),
    "far_cell_in_a_sheet_at_the_root": (_moved(b"/s.xml", "s.xml"), "far_cell"),
    "many_wide_sheets": (lambda parts: _many_sheets(parts, 50), "too_many"),
    "one_part_under_many_names": (
        lambda parts: _many_sheets(parts, 50, is_one_part=True), "damaged",
    ),
    "long_text_in_many_cells": (_long_text_in_many_cells, "much_text"),
    "texts_by_a_huge_count": (_texts(b"99999999999"), "number"),
    "texts_by_a_count_of_two_gigabytes": (_texts(b"2147483648"), "number"),
    "texts_by_a_count_of_forty_million": (_texts(b"40000000"), "number"),
    "texts_by_the_highest_count": (_texts(b"18446744073709551615"), "number"),
    "texts_by_a_count_in_other_quotes": (_texts(b"99999999999", b"'"), "number"),
    "texts_by_a_count_of_references": (_texts(b"&#57;9999999999"), "number"),
    "texts_by_a_count_below_nought": (_texts(b"-1"), "number"),
    "texts_by_an_exponent": (_texts(b"1e9"), "number"),
    "texts_by_a_word": (_texts(b"x"), "number"),
    "texts_under_a_prefix": (_texts_under_a_prefix, "number"),
    "texts_inside_another_element": (_inside_another, "damaged"),
    "references_to_texts": (_stated(STRINGS, b"sst", b"count", b"4294967296"), "number"),
    "cell_formats": (_stated("xl/styles.xml", b"cellXfs", b"count", b"4294967297"), "number"),
    "fonts": (_stated("xl/styles.xml", b"fonts", b"count", b"99999999999"), "number"),
    "rules_of_entry": (_stated(SHEET, b"dataValidations", b"count", b"99999999999"), "number"),
    "million_tags_in_the_workbook": (
        _entries(WORKBOOK, b"</workbook>", b"<a/>" * 3_500_000), "too_many",
    ),
    "million_tags_within_each_other": (
        _entries(WORKBOOK, b"</workbook>", b"<a>" * 1_000_000 + b"</a>" * 1_000_000), "too_many",
    ),
    "half_a_million_sheets": (
        _entries(WORKBOOK, b"</sheets>", b'<sheet name="a" r:id="rId1"/>' * 500_000), "too_many",
    ),
    "half_a_million_relations": (
        _entries(RELATIONS, b"</Relationships>", b'<Relationship Id="x"/>' * 500_000), "too_many",
    ),
    "million_tags_to_be_parsed": (
        _rows(b"<row><c><a/></c></row>" + b"<a/>" * 1_000_000), "too_many",
    ),
    "macros": (_put("xl/vbaProject.bin", OLE), "macros"),
    "macro_sheet": (_put("xl/macrosheets/sheet1.xml", b"<x/>"), "macros"),
    "workbook_of_a_macro_type": (_macro_type, "macro_enabled"),
    "macros_in_a_workbook_of_their_type": (
        _macros_of_their_type, "macros",
    ),
    "macro_by_its_type": (
        lambda parts: (
            parts.update({"xl/extra.bin": OLE}),
            _replace(
                TYPES, b"</Types>",
                b'<Override PartName="/xl/extra.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
            )(parts),
        )[-1],
        "macros",
    ),
    "macro_by_its_relation": (
        _entries(
            RELATIONS, b"</Relationships>",
            b'<Relationship Id="x" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="x.bin"/>',
        ),
        "macros",
    ),
    "cell_twice": (_rows(b'<row r="90"><c r="B90"><v>1</v></c><c r="B90"><v>2</v></c></row>'), "cell_twice"),
    "cell_twice_in_two_rows": (
        _rows(b'<row r="90"><c r="B90"><v>1</v></c></row><row r="90"><c r="B90"/></row>'), "cell_twice",
    ),
    "cell_twice_under_a_prefix": (_twice_under_a_prefix, "cell_twice"),
    "comments_without_end": (_rows(b"<!--" * 700_000), "damaged"),
    "number_with_markup_in_it": (_rows(b'<row r="90"><c r="B90"><v>&lt;5</v></c></row>'), "damaged"),
    "two_values_in_a_cell": (_rows(b'<row r="90"><c r="B90"><v>5</v> <v>4</v></c></row>'), "damaged"),
    "value_in_place_of_a_text": (
        _rows(b'<row r="90"><c r="B90" t="inlineStr"><v>5</v></c></row>'), "damaged",
    ),
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
        lambda parts: parts.__setitem__("xl/workbook.xml", parts["xl/workbook.xml"][:600]), "damaged",
    ),
    "sheets_that_point_nowhere": (
        _replace("xl/_rels/workbook.xml.rels", b"worksheets/sheet", b"worksheets/gone"), "damaged",
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
    "texts_without_a_count": lambda parts: parts.__setitem__(
        STRINGS, re.sub(rb"<sst [^>]*>", b'<sst xmlns="%s">' % MAIN, parts[STRINGS])
    ),
    "texts_by_a_count_too_low": _texts(b"1"),
    "texts_by_a_count_too_high": _texts(b"200000"),
    "texts_by_a_count_with_blanks": _texts(b" 17 "),
    "texts_below_a_comment": _replace(STRINGS, b"<sst", b"<!-- a list - of texts --><sst"),
    "text_that_looks_like_a_count": _strings(b"<si><t>count='many'</t></si>"),
    "formats_by_a_count_too_low": _stated("xl/styles.xml", b"cellXfs", b"count", b"1"),
    "columns_to_the_end_of_the_world": _stated(SHEET, b"col", b"max", b"99999999999"),
    "row_that_spans_the_world": _stated(SHEET, b"row", b"spans", b"1:99999999999"),
    "formats_that_are_not_there": _stated(SHEET, b"c", b"s", b"99999999999"),
    "cells_with_readings": _stated(SHEET, b"c", b"ph", b"1"),
    "another_workbook_elsewhere": lambda parts: parts.update(
        {
            "evil/workbook.xml": parts[WORKBOOK],
            "evil/worksheets/sheet1.xml": b"<worksheet><sheetData>" + FAR + b"</sheetData></worksheet>",
            "evil/sharedStrings.xml": b'<sst uniqueCount="99999999999"/>',
            "_rels/.rels": parts["_rels/.rels"].replace(b"xl/workbook.xml", b"evil/workbook.xml"),
        }
    ),
    "type_of_macros_that_no_part_has": _replace(
        TYPES, b"<Default ",
        b'<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Default ',
    ),
    "comment_among_the_cells": _replace(SHEET, b"</sheetData>", b"<!-- <c> --></sheetData>"),
    "million_tags_after_the_cells": _replace(SHEET, b"</worksheet>", b"<a/>" * 3_000_000 + b"</worksheet>"),
    "styled_empty_last_cell": _rows(b'<row r="1048576"><c r="XFD1048576" s="1"/></row>'),
    "picture": _put("xl/media/image1.png", b"\x89PNG" + bytes(2000)),
    "printer_settings": _put("xl/printerSettings/printerSettings1.bin", bytes(300)),
}  # fmt: skip
"""Parts changed without changing what the form says."""
