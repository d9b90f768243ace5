"""Cells whose value the fast reader cannot tell from an empty one: formulas and errors."""

import re
from typing import Literal
from xml.parsers import expat

from cssa.excel.cell_values import cell_position

OddCell = Literal["formula", "error"]

_PLAIN = re.compile(
    rb'<c r="([A-Z]{1,3}[0-9]{1,7})"(?:(?=[^>]*\st="e")[^>]*>(?!\s*<f[\s>/])|[^>]*>\s*(<f)[\s>/])'
)


def odd_cells(part: bytes) -> dict[tuple[int, int], OddCell]:
    """Return the odd cells of a worksheet by 1-based row and column.

    Args:
        part: its XML.
    """
    start, end = part.find(b"<sheetData"), part.rfind(b"</sheetData>")
    cells = part[start:end] if 0 <= start < end else part
    if not _may_be_odd(cells):
        return {}
    if part.count(b'<c r="') == part.count(b"<c ") and b":c " not in part:
        return {
            cell_position(match.group(1).decode()): "formula" if match.group(2) else "error"
            for match in _PLAIN.finditer(part)
        }
    return _parsed(part)


def _may_be_odd(cells: bytes) -> bool:
    """Return whether cells have what formulas and errors have, however they are spelt.

    A rare byte is found much faster than two that are common: it is looked for first.
    """
    return (
        b"<f" in cells
        or b'"e"' in cells
        or (b":" in cells and b":f" in cells)
        or (b"'" in cells and b"'e'" in cells)
    )


def _parsed(part: bytes) -> dict[tuple[int, int], OddCell]:
    odd: dict[tuple[int, int], OddCell] = {}
    row = column = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        tag = tag.rpartition(" ")[2]
        if tag == "row":
            row, column = int(attributes.get("r", row + 1)), 0
        elif tag == "c":
            given = attributes.get("r")
            row, column = cell_position(given) if given else (row, column + 1)
            if attributes.get("t") == "e":
                odd[row, column] = "error"
        elif tag == "f":
            odd[row, column] = "formula"

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.Parse(part, True)
    return odd
