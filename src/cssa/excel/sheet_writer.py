"""Cells of a worksheet, written so that no text is taken for a formula, a link or a number."""

from datetime import date
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from cssa.errors import OutputError, Problem

MAX_TEXT = 32_767
"""UTF-16 units that a cell holds."""

_FIRST_DAY = date(1900, 3, 1)
"""Before it, spreadsheets disagree on which day a number means."""
_MAX_DIGITS = 15


class SheetWriter:
    """A worksheet.

    Args:
        sheet: of XlsxWriter.
        name: its name, for formulas and messages.
    """

    def __init__(self, sheet: Worksheet, name: str) -> None:
        self.sheet = sheet
        self.name = name

    def put(self, row: int, column: int, value: object, look: Format) -> None:
        """Write a value; None leaves a cell to be filled.

        Raises:
            OutputError: when a text is longer than a cell holds.
        """
        if value is None or value == "":
            self.sheet.write_blank(row, column, None, look)
        elif isinstance(value, date) and value >= _FIRST_DAY:
            self.sheet.write_datetime(row, column, value, look)
        elif isinstance(value, int) and len(str(value)) <= _MAX_DIGITS:
            self.sheet.write_number(row, column, value, look)
        else:
            self._text(row, column, str(value), look)

    def _text(self, row: int, column: int, text: str, look: Format) -> None:
        if len(text.encode("utf-16-le", "surrogatepass")) // 2 > MAX_TEXT:
            cell = xl_rowcol_to_cell(row, column)
            params = {"sheet": self.name, "cell": cell, "limit": MAX_TEXT}
            raise OutputError([Problem("form.text_too_long", params)])
        self.sheet.write_string(row, column, text, look)

    def formula(self, row: int, column: int, formula: str, look: Format, value: Any) -> None:
        """Write a formula of ours with the result that readers see before it is worked out."""
        self.sheet.write_formula(row, column, formula, look, value)

    def reference(self, row: int, column: int) -> str:
        """Return a cell as formulas on other sheets write it."""
        quoted = self.name.replace("'", "''")
        return f"'{quoted}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"

    def range(self, first: int, last: int, column: int) -> str:
        """Return cells of a column as formulas on other sheets write them."""
        end = xl_rowcol_to_cell(last, column, row_abs=True, col_abs=True)
        return f"{self.reference(first, column)}:{end}"
