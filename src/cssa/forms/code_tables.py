"""The tables of a form, located by their hidden codes, wherever they have been moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from cssa.errors import Problem
from cssa.excel.cell_values import CellValue, as_code, as_text
from cssa.excel.grids import Grid
from cssa.excel.odd_cells import OddCell
from cssa.forms.layout import ISSUED, MARKERS, NUMBER, VALUE
from cssa.location import FormLocation
from cssa.messages.wording import CodedWord

_CODES_WITHIN = 300
"""Rows from the top that are searched for the codes; rows may have been inserted above them."""


class TableRow(NamedTuple):
    """A row of a table.

    Attributes:
        number: from 0.
        key: text of its hidden cell.
    """

    number: int
    key: str
    cells: Sequence[CellValue]


class RowEntry(NamedTuple):
    """The entries of a row.

    Attributes:
        cells: by column code, those that hold something readable.
        odd: codes of the columns that hold a formula, an error, or a number that is shown as
            another.
    """

    table: "CodeTable"
    row: TableRow
    cells: Mapping[str, CellValue]
    odd: Mapping[str, OddCell | Literal["number_format"]]

    def place(self, code: str) -> FormLocation:
        """Return the location of a cell."""
        table = self.table
        return table.grid.place(self.row.number, table.columns.get(code, table.key_column))


@dataclass(frozen=True)
class CodeTable:
    """A table of one sheet.

    Attributes:
        marker: which kind of table it is.
        columns: number of each column, from 0, by its code.
        duplicates: codes of more than one column, with the last column.
    """

    grid: Grid
    marker: str
    codes_row: int
    key_column: int
    columns: dict[str, int]
    duplicates: dict[str, int] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Sequence[TableRow]:
        """The rows below the codes, and those above that were sorted to there."""
        keyed = (
            TableRow(number, as_code(cells[self.key_column]), cells)
            for number, cells in enumerate(self.grid.rows)
        )
        return [
            row
            for row in keyed
            if row.number > self.codes_row or (row.key and row.number < self.codes_row)
        ]

    def entry(self, row: TableRow, columns: Sequence[tuple[str, int]]) -> RowEntry:
        """Return the entries of a row in some columns.

        Args:
            row: one of this table.
            columns: codes with their numbers.
        """
        values = row.cells
        cells = {code: values[number] for code, number in columns if values[number] != ""}
        if not self.grid.odd:
            return RowEntry(self, row, cells, {})
        odd = {
            code: kind
            for code, number in columns
            if (kind := self.grid.odd.get((row.number + 1, number + 1)))
        }
        return RowEntry(
            self, row, {code: cell for code, cell in cells.items() if code not in odd}, odd
        )

    def issued(self, row: TableRow) -> str:
        """Return what a row was issued with, empty where the table does not carry it.

        It begins with the row's key, by which it is found where the row was moved without it.
        """
        column = self.columns.get(ISSUED)
        if column is None:
            return ""
        text = as_text(row.cells[column])
        is_moved = as_code(row.cells[self.key_column]) != row.key
        if is_moved and not text.startswith(f"{row.key} "):
            return self._issued_by_key.get(row.key, "")
        return text

    @cached_property
    def _issued_by_key(self) -> dict[str, str]:
        """What rows were issued with, by the key that it begins with."""
        column = self.columns[ISSUED]
        texts = [as_text(row.cells[column]) for row in self.rows]
        return {text.partition(" ")[0]: text for text in texts if text}

    def place(self, row: TableRow, code: str) -> FormLocation:
        """Return the location of a row's cell."""
        return self.grid.place(row.number, self.columns.get(code, self.key_column))

    def shown_place(self, row: TableRow) -> FormLocation:
        """Return the location of a row's first visible cell: its key is hidden from the sender."""
        column = self.columns.get(NUMBER, self.columns.get(VALUE, self.key_column))
        return self.grid.place(row.number, column)

    @property
    def head_place(self) -> FormLocation:
        """The location of the sheet's title."""
        return self.grid.place(0, self.key_column + 1)

    def column_problems(
        self, headings: Mapping[str, str], needed: Iterable[str], lost_at: FormLocation
    ) -> Iterator[Problem]:
        """Yield a problem for each column that is missing, or that two columns have.

        Args:
            headings: codes of columns, with the code of each one's heading.
            needed: codes of those that may not be missing.
            lost_at: where it is said that one is missing.
        """
        required = frozenset(needed)
        for code, message in headings.items():
            heading = {"column": CodedWord(message)}
            if code in required and code not in self.columns:
                yield Problem("form.column_lost", heading, lost_at)
            elif code in self.duplicates:
                place = self.grid.place(self.codes_row, self.duplicates[code])
                yield Problem("form.column_twice", heading, place)


def find_tables(grids: Sequence[Grid]) -> list[CodeTable]:
    """Return the tables of a workbook; a sheet without codes holds none."""
    return [table for grid in grids if (table := _table_of(grid)) is not None]


def _table_of(grid: Grid) -> CodeTable | None:
    for number, cells in enumerate(grid.rows[:_CODES_WITHIN]):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and cell.strip() in MARKERS:
                return _new_table(grid, number, column)
    return None


def _new_table(grid: Grid, number: int, key_column: int) -> CodeTable:
    columns: dict[str, int] = {}
    duplicates: dict[str, int] = {}
    cells = grid.rows[number]
    for column, cell in enumerate(cells):
        code = as_code(cell)
        if not code or column == key_column:
            continue
        if code in columns:
            duplicates[code] = column
        else:
            columns[code] = column
    marker = str(cells[key_column]).strip()
    return CodeTable(grid, marker, number, key_column, columns, duplicates)


def single_table(
    tables: Sequence[CodeTable], marker: str
) -> tuple[CodeTable | None, list[Problem]]:
    """Return the first table of a kind, and a problem for each further one.

    Args:
        tables: of a workbook.
        marker: the kind of table.
    """
    matching = [table for table in tables if table.marker == marker]
    problems = [
        Problem("form.two_tables", {"found": matching[0].grid.name}, table.grid.place(0, 0))
        for table in matching[1:]
    ]
    return (matching[0] if matching else None), problems
