"""The merged ranges of a worksheet."""

import re
from typing import NamedTuple

from cssa.excel.cell_values import cell_position
from cssa.location import column_letters

_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["']([A-Za-z0-9:$]{2,30})["']""")


class MergedRange(NamedTuple):
    """Cells that are shown as one; the first alone has a value. Rows and columns are from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """The range as spreadsheets write it, such as ``I6:I8``."""
        first = f"{column_letters(self.left)}{self.top}"
        return f"{first}:{column_letters(self.right)}{self.bottom}"


def merged_ranges(part: bytes) -> list[MergedRange]:
    """Return the merged ranges of a worksheet.

    Args:
        part: its XML.
    """
    behind_cells = max(part.rfind(b"sheetData>"), 0)
    if part.find(b"mergeCell", behind_cells) < 0:
        return []
    ranges = []
    for match in _MERGED.finditer(part, behind_cells):
        start, _, end = match.group(1).decode().replace("$", "").partition(":")
        first, last = cell_position(start), cell_position(end or start)
        if all((*first, *last)):
            top, bottom = sorted((first[0], last[0]))
            left, right = sorted((first[1], last[1]))
            ranges.append(MergedRange(top, left, bottom, right))
    return ranges
