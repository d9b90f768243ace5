"""Filling in and rearranging forms with openpyxl."""

import io
from typing import Any

from openpyxl import load_workbook


class Filled:
    """A form to be filled in."""

    def __init__(self, data: bytes) -> None:
        self.book = load_workbook(io.BytesIO(data))

    def cell(self, key: str, code: str = "answer") -> Any:
        """Return the cell of a row's key and a column's code."""
        for sheet in self.book:
            for row in sheet.iter_rows():
                for first in row:
                    if first.value in (
                        "cssa:answers",
                        "cssa:cover",
                        "cssa:plan",
                        "cssa:line-review",
                    ):
                        codes = {cell.value: cell.column for cell in row}
                        for number in range(first.row, sheet.max_row + 1):
                            if sheet.cell(number, first.column).value == key:
                                return sheet.cell(number, codes[code])
        raise KeyError(key)

    def enter(self, key: str, value: Any, code: str = "answer") -> "Filled":
        """Write a value, text as text."""
        cell = self.cell(key, code)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        return self

    def formula(self, key: str, formula: str, code: str = "answer") -> "Filled":
        """Write a formula."""
        self.cell(key, code).value = formula
        return self

    def cover(self, key: str, value: Any, code: str = "value") -> "Filled":
        """Write into the cover."""
        return self.enter(key, value, code)

    def save(self) -> bytes:
        """Return the file."""
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()
