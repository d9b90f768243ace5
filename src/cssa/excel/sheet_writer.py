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
    """Writes the cells of a worksheet.

    Args:
        sheet: of XlsxWriter.
        name: its name, for formulas and messages.
    """

    def __init__(self, sheet: Worksheet, name: str) -> None:
        self.sheet = sheet
        self.name = name

    def write(self, row: int, column: int, value: object, style: Format) -> None:
        """Write a value, None as a blank cell.

        Args:
            row: from 0.
            column: from 0.
            value: text is written as text.
            style: of the cell.

        Raises:
            OutputError: when a text is longer than a cell holds.
        """
        if isinstance(value, str) and value:
            self._write_text(row, column, value, style)
        elif value is None or value == "":
            self.sheet.write_blank(row, column, None, style)
        elif isinstance(value, date) and value >= _FIRST_DAY:
            self.sheet.write_datetime(row, column, value, style)
        elif isinstance(value, int) and len(str(value)) <= _MAX_DIGITS:
            self.sheet.write_number(row, column, value, style)
        else:
            self._write_text(row, column, str(value), style)

    def _write_text(self, row: int, column: int, text: str, style: Format) -> None:
        # a character takes one unit or two: only a long text has to be counted
        if (
            2 * len(text) > MAX_TEXT
            and len(text.encode("utf-16-le", "surrogatepass")) // 2 > MAX_TEXT
        ):
            cell = xl_rowcol_to_cell(row, column)
            params = {"sheet": self.name, "cell": cell, "limit": MAX_TEXT}
            raise OutputError([Problem("form.text_too_long", params)])
        self.sheet.write_string(row, column, text, style)

    def write_formula(self, row: int, column: int, formula: str, style: Format, value: Any) -> None:
        """Write a formula with its result, which is shown until a spreadsheet calculates it."""
        self.sheet.write_formula(row, column, formula, style, value)

    def reference(self, row: int, column: int) -> str:
        """Return a cell as formulas on other sheets write it."""
        quoted = self.name.replace("'", "''")
        return f"'{quoted}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"

    def range(self, first: int, last: int, column: int) -> str:
        """Return cells of a column as formulas on other sheets write them."""
        end = xl_rowcol_to_cell(last, column, row_abs=True, col_abs=True)
        return f"{self.reference(first, column)}:{end}"
