"""Locations in input files, printed in the form that editors and people can jump to."""

from typing import NamedTuple

KeyPath = tuple[str | int, ...]
"""Keys and indices from a document's root to a value in it."""


class Location(NamedTuple):
    """A location in a text file.

    Attributes:
        path: the file's name as the user gave it, or ``-`` for standard input; empty where the
            context makes it plain.
        line: 1-based line, or None where only the file is known.
        column: 1-based column in characters, or None.
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return ``path:line:column``, shortened to what is known."""
        return ":".join(
            str(part) for part in (self.path or None, self.line, self.column) if part is not None
        )

    @property
    def order(self) -> tuple[str, int, int, int]:
        """The key that locations are sorted by."""
        return (self.path, 0, self.line or 0, self.column or 0)


class CellLocation(NamedTuple):
    """A location in a workbook.

    Attributes:
        path: the file's name as the user gave it.
        sheet: the sheet's name as it stands on its tab.
        row: 1-based row, or None where only the sheet is known.
        column: 1-based column, or None.
        index: 0-based position of the sheet in the workbook.
    """

    path: str
    sheet: str
    row: int | None = None
    column: int | None = None
    index: int = 0  # type: ignore[assignment]  # shadows tuple.index, which nothing calls on a location

    def __str__(self) -> str:
        """Return ``path!sheet!B7``, shortened to what is known."""
        return "!".join(part for part in (self.path, self.sheet, self.cell) if part)

    @property
    def cell(self) -> str:
        """The cell's address as spreadsheets write it, such as ``B7``."""
        if self.row is None or self.column is None:
            return ""
        return f"{column_letters(self.column)}{self.row}"

    @property
    def order(self) -> tuple[str, int, int, int]:
        """The key that locations are sorted by."""
        return (self.path, self.index, self.row or 0, self.column or 0)


class FieldLocation(NamedTuple):
    """A field of a form for the browser.

    Attributes:
        path: the file's name as the user gave it.
        row: number of the practice, with that of a part behind it, or the key of the cover's line;
            empty where only the file is known.
        field: what is filled in there, such as ``note``; empty where only the row is known.
        index: 0-based position of the row in the form.
    """

    path: str
    row: str = ""
    field: str = ""
    index: int = 0  # type: ignore[assignment]  # shadows tuple.index, which nothing calls on a location

    def __str__(self) -> str:
        """Return ``path!2.1.1-1!note``, shortened to what is known."""
        return "!".join(part for part in (self.path, self.cell) if part)

    @property
    def cell(self) -> str:
        """The field's address in its form, such as ``2.1.1-1!note``."""
        return "!".join(part for part in (self.row, self.field) if part)

    @property
    def order(self) -> tuple[str, int, int, int]:
        """The key that locations are sorted by."""
        return (self.path, 0, self.index, 0)


FormLocation = CellLocation | FieldLocation
InputLocation = Location | CellLocation | FieldLocation


def column_letters(column: int) -> str:
    """Return the letters of a 1-based column, such as ``AA`` for 27."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
