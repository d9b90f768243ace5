"""The hidden sheet that holds the words of drop-downs."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from cssa.excel.sheet_writer import SheetWriter


class DropdownLists:
    """Lists of words, each a column of a hidden sheet, so that no word is too long for a rule.

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
        self._columns: dict[tuple[str, ...], int] = {}
        self._named: set[str] = set()

    def source(self, words: Sequence[str]) -> str:
        """Return the source of a validation rule that offers a list of words."""
        cells = self.cells(words)
        name = f"cssa_list_{self._columns[tuple(words)] + 1}"
        if name not in self._named:
            self._named.add(name)
            self._book.define_name(name, f"={cells}")
        return f"={name}"

    def cells(self, words: Sequence[str]) -> str:
        """Return the range that holds a list, written on first use."""
        key = tuple(words)
        if key not in self._columns:
            column = self._columns[key] = len(self._columns)
            for row, word in enumerate(key):
                self._writer.write(row, column, word, self._style)
        return self._writer.range(0, len(key) - 1, self._columns[key])
