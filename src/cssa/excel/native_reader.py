"""The native reader: fast, and able to end the process that it runs in.

Imports little: it runs in a process of its own that starts for one file.
"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cssa.excel.refusal import refused

if TYPE_CHECKING:
    from cssa.excel.cell_values import CellValue

MAX_GRID = 2_000_000
"""Cells of all sheets, empty ones included: each takes memory up to its sheet's last one."""

_REASON = 80
"""Characters of what the reader says that a refusal quotes."""


def read_values(data: bytes, path: str) -> "list[Sequence[Sequence[CellValue]]]":
    """Return the rows of each sheet, from A1 on.

    Args:
        data: a package that was rebuilt for this.
        path: the file's name for messages.

    Raises:
        InputError: when the reader makes no sense of it, or the cells take too much room.
    """
    from python_calamine import CalamineWorkbook

    left = MAX_GRID
    sheets: list[Sequence[Sequence[CellValue]]] = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                row, column = sheet.end or (-1, -1)
                left -= (row + 1) * (column + 1)
                if left < 0:
                    break
                sheets.append(sheet.to_python(skip_empty_area=False))
    except MemoryError:
        raise
    except BaseException as error:
        # a native reader that gives up raises what is no Exception
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            reason = " ".join(str(error).split())[:_REASON]
            raise refused("unreadable", path, reason=reason) from None
        raise
    if left < 0:
        raise refused("too_many", path, part="xl/worksheets", limit=MAX_GRID)
    return sheets
