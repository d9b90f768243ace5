"""The hidden sheet of drop-down words."""

from collections.abc import Sequence

from xlsxwriter.format import Format

from cssa.form.sheetwriter import SheetWriter


class Lists:
    """Lists of words, each a column of a hidden sheet, so that no word is too long for a rule.

    Args:
        writer: the sheet.
        look: of its cells.
    """

    def __init__(self, writer: SheetWriter, look: Format) -> None:
        self._writer = writer
        self._look = look
        self._columns: dict[tuple[str, ...], int] = {}

    def source(self, words: Sequence[str]) -> str:
        """Return the range that holds a list, written on first use."""
        key = tuple(words)
        if key not in self._columns:
            column = self._columns[key] = len(self._columns)
            for row, word in enumerate(key):
                self._writer.put(row, column, word, self._look)
        return f"={self._writer.range(0, len(key) - 1, self._columns[key])}"
