"""The hidden sheet that holds the words of drop-downs."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from cssa.excel.cell_claims import MAX_ROW
from cssa.excel.sheet_writer import SheetWriter


class DropdownLists:
    """Lists of words, below each other on a hidden sheet, so that no word is too long for a rule.

    They go on in the next column where one has as many rows as a form is read with.

    Rules find them by name: a rule that points to another sheet is saved by Excel in a form that
    other programs lose.

    Args:
        book: takes the names.
        writer: the sheet.
        style: of its cells.
    """

    def __init__(self, book: Workbook, writer: SheetWriter, style: Format) -> None:
        self._book = book
        self._writer = writer
        self._style = style
        self._starts: dict[tuple[str, ...], tuple[int, int]] = {}
        self._next = (0, 0)
        self._names: dict[tuple[str, ...], str] = {}

    def source(self, words: Sequence[str]) -> str:
        """Return the source of a validation rule that offers a list of words."""
        cells = self.cells(words)
        key = tuple(words)
        if key not in self._names:
            name = self._names[key] = f"cssa_list_{len(self._names) + 1}"
            self._book.define_name(name, f"={cells}")
        return f"={self._names[key]}"

    def cells(self, words: Sequence[str]) -> str:
        """Return the range that holds a list, written on first use."""
        row, column = self._start(words)
        return self._writer.range(row, row + len(words) - 1, column)

    def cell(self, words: Sequence[str], number: int) -> str:
        """Return the cell that holds one word of a list, written on first use."""
        row, column = self._start(words)
        return self._writer.reference(row + number, column)

    def _start(self, words: Sequence[str]) -> tuple[int, int]:
        """Return the row and column of a list's first word."""
        key = tuple(words)
        if key not in self._starts:
            row, column = self._next
            if row + len(key) > MAX_ROW:
                row, column = 0, column + 1
            self._starts[key], self._next = (row, column), (row + len(key), column)
            for number, word in enumerate(key):
                self._writer.write(row + number, column, word, self._style)
        return self._starts[key]
