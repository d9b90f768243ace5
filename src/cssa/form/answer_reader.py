"""Reading answer sheets: which row is which practice, wherever people have moved it."""

import re

from cssa.checklist.catalogue import Edition
from cssa.errors import Problem
from cssa.form import layout
from cssa.form.findings import Gathered, shown
from cssa.form.labels import Labels
from cssa.form.layout import PART, Column
from cssa.form.row_reader import RowReader, keys
from cssa.form.tables import Row, Table
from cssa.form.values import as_code, is_blank
from cssa.location import CellLocation
from cssa.messages import say

_REPEATED = re.compile(r"(evidence|review)\.([1-9][0-9]?)\.\w+")
_EXPECTED = {
    "answer": "level", "choice": "choice", "text": "text", "date": "date", "count": "count",
    "points": "points",
}  # fmt: skip


class AnswerReader:
    """Reads the answer sheets of one form.

    Args:
        edition: the checklist that is answered.
        labels: what words mean.
        owner: the department that the form is for; None where it has every practice.
        gathered: takes what is found.
    """

    def __init__(
        self, edition: Edition, labels: Labels, owner: str | None, gathered: Gathered
    ) -> None:
        placed = edition.checklist.placed
        self._practices = {
            key: item.practice
            for key, item in placed.items()
            if owner in (None, item.practice.owner)
        }
        self._labels = labels
        self._out = gathered
        self._rows: dict[str, tuple[Table, Row]] = {}

    def read(self, tables: list[Table]) -> None:
        """Read all sheets."""
        known = {key for one in self._practices.values() for key in keys(one)}
        for table in tables:
            columns = self._columns(table)
            if columns is None:
                continue
            for row in table.rows():
                self._take(table, row, columns, known)
        for practice in self._practices.values():
            found = self._rows.get(practice.id)
            if found is None:
                if tables:
                    place = tables[0].grid.place(tables[0].codes_row, tables[0].key_column)
                    self._note_missing(practice.id, place)
                continue
            RowReader(self._labels, self._out, practice, *found).read(self._rows)

    def _note_missing(self, key: str, place: CellLocation) -> None:
        self._out.notes.append(Problem("form.row_missing", {"key": key}, place))

    def _columns(self, table: Table) -> dict[str, Column] | None:
        """Return a sheet's columns by code, None where answers could get lost."""
        counts = {"evidence": 1, "review": 0}
        for code in table.columns:
            match = _REPEATED.fullmatch(code)
            if match:
                counts[match.group(1)] = max(counts[match.group(1)], int(match.group(2)))
        found = {
            column.code: column
            for column in layout.columns(
                evidence=counts["evidence"],
                reviews=counts["review"],
                unconfirmed="confirmed" in table.columns,
            )
        }
        lost = [one for one in found.values() if one.is_entry and one.code not in table.columns]
        for column in lost:
            place = table.grid.place(table.codes_row, table.key_column)
            self._out.refuse("column_lost", place, column=self._heading(column))
        for code, number in table.doubles.items():
            if code in found:
                place = table.grid.place(table.codes_row, number)
                self._out.refuse("column_twice", place, column=self._heading(found[code]))
        return None if lost or table.doubles else found

    def _heading(self, column: Column) -> str:
        return say(self._labels.lang, column.message)

    def _take(self, table: Table, row: Row, columns: dict[str, Column], known: set[str]) -> None:
        """Keep a row under its key once it is clear which practice it is."""
        if row.key == layout.HEADINGS:
            return
        place = table.key_place(row)
        entries = [one for one in columns.values() if one.is_entry]
        odd = self._odd(table, row, entries)
        if not row.key:
            filled = any(not is_blank(row.cells[table.columns[one.code]]) for one in entries)
            if filled or odd:
                self._out.refuse("key_lost", place)
            return
        if row.key not in known:
            self._out.refuse("unknown_key", place, found=shown(row.key))
            return
        if row.key in self._rows:
            first, other = self._rows[row.key]
            where = f"{first.grid.name}!{first.key_place(other).cell}"
            self._out.refuse("row_twice", place, key=row.key, other=where)
            return
        number = table.columns.get("number")
        said = as_code(row.cells[number]) if number is not None else ""
        if said and said != row.key.partition(PART)[0]:
            self._out.refuse("key_moved", place, found=row.key, expected=shown(said))
            return
        self._rows[row.key] = (table, row)

    def _odd(self, table: Table, row: Row, entries: list[Column]) -> bool:
        """Refuse formulas and errors where people answer."""
        odd = table.grid.odd
        if not odd:
            return False
        found = False
        for column in entries:
            number = table.columns[column.code]
            kind = odd.get((row.number + 1, number + 1))
            if kind:
                found = True
                expected = say(self._labels.lang, f"form.expect.{_EXPECTED[column.kind]}")
                code = "formula" if kind == "formula" else "error_value"
                place = table.grid.place(row.number, number)
                self._out.refuse(code, place, found="", expected=expected)
        return found
