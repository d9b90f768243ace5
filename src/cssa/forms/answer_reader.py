"""Reading answer sheets: matching rows to practices by key, wherever they have been moved."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.excel.cell_values import as_code, as_text, is_blank
from cssa.excel.grids import Grid
from cssa.excel.number_formats import ShownNumber, shown_number
from cssa.forms import layout
from cssa.forms.asked_rows import AskedRows
from cssa.forms.code_tables import CodeTable, RowEntry, TableRow
from cssa.forms.completeness import lost_rows, merged_entries
from cssa.forms.gathered import GatheredValues, shortened
from cssa.forms.issued import without_field
from cssa.forms.labels import DISPOSITIONS, Labels
from cssa.forms.layout import KEY_SEPARATOR, NUMBER, FormColumn
from cssa.forms.moved_rows import settled_rows
from cssa.forms.row_reader import RowReader
from cssa.messages.wording import CodedWord

_REPEATED = re.compile(r"(evidence|review)\.([1-9][0-9]?)\.\w+")
_ROWS_OF_A_COPY = 2
_ASKED_FOR = {
    "answer": "level", "choice": "choice", "text": "text", "date": "date", "count": "count",
    "points": "points", "level": "level", "single": "choice", "multi": "tick", "matrix": "choice",
    "number": "number", "numbers": "number",
}  # fmt: skip
"""What is asked for, by kind of column and of question."""
_TEXT = CodedWord("form.expect.text")


class AnswerReader:
    """Reads the answer sheets of one form.

    Args:
        checklist: what is answered.
        labels: the meanings of words.
        asked: the rows that the form was sent out with.
        is_short: whether it has few columns.
        gathered: takes values and problems.
    """

    def __init__(
        self,
        checklist: Checklist,
        labels: Labels,
        asked: AskedRows,
        gathered: GatheredValues,
        *,
        is_short: bool = False,
    ) -> None:
        self._is_short = is_short
        self._has_levels = checklist.gives_levels
        self._has_points = self._has_levels or asked.has_points
        self._practices = asked.practices
        self._labels = labels
        self._gathered = gathered
        self._asked = asked
        self._keys = asked.keys
        self._entries: dict[str, RowEntry] = {}
        self._present: set[str] = set()

    def read(self, tables: list[CodeTable], others: Sequence[Grid]) -> None:
        """Read all sheets.

        Args:
            tables: the answer sheets.
            others: sheets that are no tables.
        """
        for table in tables:
            rows = settled_rows(table, self._practices, self._keys)
            columns = self._columns(table)
            if columns is None:
                self._present.update(row.key for row in rows)
            elif not self._is_copy(table, rows):
                self._read_sheet(table, rows, columns)
        for practice in self._practices.values():
            own_entry = self._entries.get(practice.id)
            if own_entry is not None:
                RowReader(self._labels, self._gathered, practice, own_entry).read(self._entries)
        self._gathered.problems += lost_rows(
            self._asked.expected, self._present, tables, others, self._gathered.path
        )

    def _read_sheet(
        self, table: CodeTable, rows: Sequence[TableRow], columns: Mapping[str, FormColumn]
    ) -> None:
        written = [
            (code, table.columns[code]) for code, column in columns.items() if column.is_entry
        ]
        for row in rows:
            entry = table.entry(row, written)
            self._refuse_odd(entry, columns)
            if table.grid.number_formats:
                entry = self._as_shown(entry, columns)
            self._accept(self._with_disposition(entry) if self._is_short else entry)
        keyed = [row.number for row in rows if row.key]
        for cells in merged_entries(table.grid, keyed, [number for _, number in written]):
            place = table.grid.place(cells.top - 1, cells.left - 1)
            self._gathered.refuse("merged", place, cells=cells.name)

    def _with_disposition(self, entry: RowEntry) -> RowEntry:
        """Return a row of a short form as one that has columns for what is left out."""
        text = as_code(entry.cells.get("answer", ""))
        if not text or self._labels.read_word("disposition", DISPOSITIONS, text) is None:
            return entry
        table = entry.table
        numbers = {
            "disposition": table.columns["answer"],
            "reason": table.columns["note"],
            **table.columns,
        }
        names = {"answer": "disposition", "note": "reason"}
        cells = {names.get(code, code): cell for code, cell in entry.cells.items()}
        odd = {names.get(code, code): kind for code, kind in entry.odd.items()}
        return entry._replace(table=replace(table, columns=numbers), cells=cells, odd=odd)

    def _is_copy(self, table: CodeTable, rows: Sequence[TableRow]) -> bool:
        """Refuse a sheet whose rows another sheet has, once for the sheet."""
        keys = {row.key for row in rows if row.key}
        if len(keys) < _ROWS_OF_A_COPY or not keys <= self._entries.keys():
            return False
        other = self._entries[min(keys)].table.grid.name
        self._gathered.refuse("sheet_twice", table.head_place, other=other)
        return True

    def _as_shown(self, entry: RowEntry, columns: Mapping[str, FormColumn]) -> RowEntry:
        """Return a row with numbers as they are shown where text is asked for.

        Anywhere else they are refused where what is shown is not the number.
        """
        table = entry.table
        cells, odd = dict(entry.cells), dict(entry.odd)
        for code, value in entry.cells.items():
            format_code = table.grid.number_formats.get(
                (entry.row.number + 1, table.columns[code] + 1)
            )
            if not isinstance(value, float) or format_code is None:
                continue
            shown = shown_number(value, format_code)
            expected = self._asked_for(entry, columns[code])
            if expected == _TEXT:
                cells[code] = shown.text
            elif _is_another(shown, value, self._practice(entry) if code == "answer" else None):
                del cells[code]
                odd[code] = "number_format"
                params: dict[str, object] = {"found": shown.text, "expected": expected}
                if not shown.is_percent:
                    params["value"] = as_text(value)
                problem = "percent" if shown.is_percent else "number_format"
                self._gathered.refuse(problem, entry.place(code), **params)
        return entry._replace(cells=cells, odd=odd)

    def _practice(self, entry: RowEntry) -> Practice | None:
        """Return the practice of a row or of one of its parts, None where its key is unknown."""
        return self._practices.get(entry.row.key.partition(KEY_SEPARATOR)[0])

    def _asked_for(self, entry: RowEntry, column: FormColumn) -> CodedWord:
        """Return what a cell asks for."""
        practice = self._practice(entry) if column.code == "answer" else None
        kind = practice.kind if practice else column.kind
        return CodedWord(f"form.expect.{_ASKED_FOR[kind]}")

    def _columns(self, table: CodeTable) -> dict[str, FormColumn] | None:
        """Return a sheet's columns by code, None where answers could get lost."""
        counts = {"evidence": 1, "review": 0}
        for code in table.columns:
            match = _REPEATED.fullmatch(code)
            if match:
                counts[match.group(1)] = max(counts[match.group(1)], int(match.group(2)))
        full = (
            layout.SHORT
            if self._is_short
            else layout.columns(
                evidence=counts["evidence"],
                reviews=counts["review"],
                plans=any(code.startswith("plan.") for code in table.columns),
                unconfirmed="confirmed" in table.columns,
                levels=self._has_levels or "treatment.kind" in table.columns,
                points=self._has_points or "points" in table.columns,
            )
        )
        columns = {column.code: column for column in full}
        lost = [
            column
            for column in columns.values()
            if (column.is_entry or column.code == NUMBER) and column.code not in table.columns
        ]
        for column in lost:
            self._gathered.refuse("column_lost", table.head_place, column=CodedWord(column.message))
        for code, number in table.duplicates.items():
            if code in columns:
                place = table.grid.place(0, number)
                heading = CodedWord(columns[code].message)
                self._gathered.refuse("column_twice", place, column=heading)
        return None if lost or table.duplicates else columns

    def _accept(self, entry: RowEntry) -> None:
        """Accept a row under its key, if its number confirms which practice it is about."""
        key, table = entry.row.key, entry.table
        number = as_code(entry.row.cells[table.columns[NUMBER]])
        self._present.update((key, self._keys.get(number, number)))
        if not key:
            if _has_entries(entry):
                self._gathered.refuse("key_lost", table.shown_place(entry.row))
        elif key not in self._asked.numbers:
            self._gathered.refuse("unknown_key", table.shown_place(entry.row), found=shortened(key))
        elif key in self._entries:
            first = self._entries[key]
            other = f"{first.table.grid.name}!{first.table.shown_place(first.row).cell}"
            self._gathered.refuse("row_twice", table.shown_place(entry.row), key=key, other=other)
        elif self._is_of(key, number) or not (number or _has_entries(entry)):
            self._entries[key] = entry
            self._keep_issued(entry)
        else:
            params = {"found": key, "expected": shortened(number or "-")}
            self._gathered.refuse("key_moved", table.shown_place(entry.row), **params)

    def _is_of(self, key: str, number: str) -> bool:
        """Return whether a number confirms a key.

        In forms of earlier versions numbers are keys, and a part's is that of its practice.
        """
        named = self._keys.get(number, number)
        return number == self._asked.numbers[key] or named in (key, key.partition(KEY_SEPARATOR)[0])

    def _keep_issued(self, entry: RowEntry) -> None:
        """Keep what a row was issued with, for merging it into answers."""
        key, issued = entry.row.key, entry.table.issued(entry.row)
        if "confirmed:" in issued and "confirmed" not in entry.table.columns:
            # removing the column confirms nothing
            issued = without_field(issued, "confirmed")
        if issued and KEY_SEPARATOR not in key:
            self._gathered.issued[layout.ANSWERS, key] = issued

    def _refuse_odd(self, entry: RowEntry, columns: Mapping[str, FormColumn]) -> None:
        """Refuse formulas and errors in entry cells."""
        for code, kind in entry.odd.items():
            expected = self._asked_for(entry, columns[code])
            problem = "formula" if kind == "formula" else "error_value"
            self._gathered.refuse(problem, entry.place(code), found="", expected=expected)


def _has_entries(entry: RowEntry) -> bool:
    return bool(entry.odd) or any(not is_blank(cell) for cell in entry.cells.values())


def _is_another(shown: ShownNumber, value: float, practice: Practice | None) -> bool:
    """Return whether a cell shows another number, or one in another unit than is asked for.

    Args:
        shown: the number as it is shown.
        value: the number that the cell holds.
        practice: the practice whose answer it is, None in columns of other things.
    """
    if shown.number != Decimal(repr(value)) or shown.names_magnitude:
        return True
    unit = practice.unit if practice and practice.accepts("number") else None
    return bool(unit and shown.words and shown.words not in unit.words.values())
