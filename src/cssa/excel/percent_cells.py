"""Cells that are shown as per cent: their value is a hundredth of what people see."""

import re
from functools import lru_cache
from xml.parsers import expat

from cssa.excel.cell_values import cell_position

_BUILT_IN = frozenset((9, 10))
_LITERAL = re.compile(r'"[^"]*"|\\.')
_MAY_BE_PERCENT = re.compile(rb"""numFmtId\s*=\s*(?:"(?:9|10|&)|')""")
_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*)>")
_PLACE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Z]{1,3}[0-9]{1,7})["']""")
_STYLE = re.compile(rb"""(?:^|\s)s\s*=\s*["']([0-9]{1,6})["']""")


@lru_cache(maxsize=4)
def percent_styles(styles: bytes) -> frozenset[int]:
    """Return the numbers of the cell formats that show per cent.

    Args:
        styles: the XML of the workbook's styles, empty where it has none.
    """
    if b"%" not in styles and not _MAY_BE_PERCENT.search(styles):
        return frozenset()
    codes: dict[int, str] = {}
    formats: list[int] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        tag = tag.rpartition(":")[2]
        number = attributes.get("numFmtId", "")
        is_number = number.isascii() and number.isdecimal()
        if tag == "cellXfs":
            inside = True
        elif tag == "numFmt" and is_number:
            codes[int(number)] = attributes.get("formatCode", "")
        elif tag == "xf" and inside:
            formats.append(int(number) if is_number else 0)

    def end(tag: str) -> None:
        nonlocal inside
        if tag.rpartition(":")[2] == "cellXfs":
            inside = False

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(styles, True)
    percent = _BUILT_IN | {code for code, text in codes.items() if "%" in _LITERAL.sub("", text)}
    return frozenset(index for index, code in enumerate(formats) if code in percent)


def percent_cells(part: bytes, styles: frozenset[int]) -> frozenset[tuple[int, int]]:
    """Return the cells in one of some formats, by row and column from 1.

    Args:
        part: the XML of a worksheet.
        styles: numbers of formats.
    """
    if not styles:
        return frozenset()
    cells = set()
    for match in _CELL.finditer(part):
        style = _STYLE.search(match.group(1))
        place = _PLACE.search(match.group(1))
        if style and place and int(style.group(1)) in styles:
            cells.add(cell_position(place.group(1).decode()))
    return frozenset(cells)
