"""Reading answer sheets: matching rows to practices by key, wherever they have been moved."""

import re

from cssa.checklist.catalogue import Edition
from cssa.errors import Problem
from cssa.excel.cell_values import as_code, is_blank
from cssa.forms import layout
from cssa.forms.code_tables import CodeTable, RowEntry
from cssa.forms.gathered import GatheredValues, shortened
from cssa.forms.issued import without_field
from cssa.forms.labels import Labels
from cssa.forms.layout import KEY_SEPARATOR, NUMBER, FormColumn
from cssa.forms.row_reader import RowReader, row_keys
from cssa.location import CellLocation
from cssa.messages.wording import CodedWord

_REPEATED = re.compile(r"(evidence|review)\.([1-9][0-9]?)\.\w+")
_EXPECTED = {
    "answer": "level", "choice": "choice", "text": "text", "date": "date", "count": "count",
    "points": "points",
}  # fmt: skip


class AnswerReader:
    """Reads the answer sheets of one form.

    Args:
        edition: the checklist that is answered.
        labels: the meanings of words.
        owner: the department that the form is for; None where it has every practice.
        gathered: takes values and problems.
    """

    def __init__(
        self, edition: Edition, labels: Labels, owner: str | None, gathered: GatheredValues
    ) -> None:
        placed = edition.checklist.placed
        self._practices = {
            key: item.practice
            for key, item in placed.items()
            if owner in (None, item.practice.owner)
        }
        self._labels = labels
        self._gathered = gathered
        self._known = {key for practice in self._practices.values() for key in row_keys(practice)}
        self._entries: dict[str, RowEntry] = {}

    def read(self, tables: list[CodeTable]) -> None:
        """Read all sheets."""
        for table in tables:
            columns = self._columns(table)
            if columns is None:
                continue
            written = [
                (code, table.columns[code]) for code, column in columns.items() if column.is_entry
            ]
            for row in table.rows():
                if row.key != layout.HEADINGS:
                    entry = table.entry(row, written)
                    self._refuse_odd(entry, columns)
                    self._accept(entry)
        for practice in self._practices.values():
            own_entry = self._entries.get(practice.id)
            if own_entry is not None:
                RowReader(self._labels, self._gathered, practice, own_entry).read(self._entries)
            elif tables:
                place = tables[0].grid.place(tables[0].codes_row, tables[0].key_column)
                self._note_missing(practice.id, place)

    def _note_missing(self, key: str, place: CellLocation) -> None:
        self._gathered.notes.append(Problem("form.row_missing", {"key": key}, place))

    def _columns(self, table: CodeTable) -> dict[str, FormColumn] | None:
        """Return a sheet's columns by code, None where answers could get lost."""
        counts = {"evidence": 1, "review": 0}
        for code in table.columns:
            match = _REPEATED.fullmatch(code)
            if match:
                counts[match.group(1)] = max(counts[match.group(1)], int(match.group(2)))
        columns = {
            column.code: column
            for column in layout.columns(
                evidence=counts["evidence"],
                reviews=counts["review"],
                unconfirmed="confirmed" in table.columns,
            )
        }
        lost = [
            column
            for column in columns.values()
            if (column.is_entry or column.code == NUMBER) and column.code not in table.columns
        ]
        for column in lost:
            place = table.grid.place(table.codes_row, table.key_column)
            self._gathered.refuse("column_lost", place, column=CodedWord(column.message))
        for code, number in table.duplicates.items():
            if code in columns:
                place = table.grid.place(table.codes_row, number)
                heading = CodedWord(columns[code].message)
                self._gathered.refuse("column_twice", place, column=heading)
        return None if lost or table.duplicates else columns

    def _accept(self, entry: RowEntry) -> None:
        """Accept a row under its key, if its number confirms which practice it is about."""
        key, table = entry.row.key, entry.table
        number = as_code(entry.row.cells[table.columns[NUMBER]])
        has_entries = bool(entry.odd) or any(not is_blank(cell) for cell in entry.cells.values())
        if not key:
            if has_entries:
                self._gathered.refuse("key_lost", table.key_place(entry.row))
        elif key not in self._known:
            self._gathered.refuse("unknown_key", table.key_place(entry.row), found=shortened(key))
        elif key in self._entries:
            first = self._entries[key]
            other = f"{first.table.grid.name}!{first.table.key_place(first.row).cell}"
            self._gathered.refuse("row_twice", table.key_place(entry.row), key=key, other=other)
        # in forms of earlier versions an option's or row's number is that of its practice
        elif number in (key, key.partition(KEY_SEPARATOR)[0]) or not (number or has_entries):
            self._entries[key] = entry
            self._keep_issued(entry)
        else:
            params = {"found": key, "expected": shortened(number or "-")}
            self._gathered.refuse("key_moved", table.key_place(entry.row), **params)

    def _keep_issued(self, entry: RowEntry) -> None:
        """Keep what a row was issued with, for merging it into answers."""
        key, issued = entry.row.key, entry.table.issued(entry.row)
        if "confirmed:" in issued and "confirmed" not in entry.table.columns:
            # removing the column confirms nothing
            issued = without_field(issued, "confirmed")
        if issued and KEY_SEPARATOR not in key:
            self._gathered.issued[layout.ANSWERS, key] = issued

    def _refuse_odd(self, entry: RowEntry, columns: dict[str, FormColumn]) -> None:
        """Refuse formulas and errors in entry cells."""
        for code, kind in entry.odd.items():
            expected = CodedWord(f"form.expect.{_EXPECTED[columns[code].kind]}")
            problem = "formula" if kind == "formula" else "error_value"
            self._gathered.refuse(problem, entry.place(code), found="", expected=expected)
