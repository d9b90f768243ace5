"""Reading the review form back: what was entered there, and where the self-rating was altered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from cssa.answers.reviewed_answer import LINES, Role
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.errors import InputError, Problem
from cssa.excel.cell_values import as_code, as_date, as_text, is_blank
from cssa.excel.child_call import Call, call_in_child
from cssa.excel.grids import open_workbook
from cssa.forms import layout
from cssa.forms.cell_errors import explain_odd_cells
from cssa.forms.code_tables import CodeTable, RowEntry, TableRow, find_tables, single_table
from cssa.forms.gathered import GatheredValues, shortened
from cssa.forms.issued import read_issued
from cssa.forms.labels import Labels
from cssa.forms.line_review_sheet import (
    COLUMNS,
    ENTRIES,
    HIDDEN,
    OWN,
    SEEN,
    SHOWN_MARK,
    SOURCE,
    source_of,
)
from cssa.forms.line_review_sheet import shown_mark as mark_of
from cssa.location import FormLocation, Location
from cssa.messages.wording import CodedWord, listed

_EXPECTED = {column.code: column.kind for column in ENTRIES}
"""What is entered in each column that is filled in."""
_NEEDED = ("level", "by", "on")


@dataclass(frozen=True)
class LineReviewEntry:
    """What a row holds.

    Attributes:
        fields: of the review; empty where nothing was entered.
        issued: hashes of what the row was issued with.
        seen: the mark of the answer that was shown.
        place: of its first entry.
    """

    practice: str
    fields: Mapping[str, Any]
    issued: Mapping[str, str]
    seen: str
    place: FormLocation


class LineReviewReading(NamedTuple):
    """What a review form holds.

    Attributes:
        entries: a row for each practice.
        altered: practices whose self-rating was altered in the form, with the place.
    """

    role: Role
    entries: tuple[LineReviewEntry, ...]
    altered: tuple[tuple[str, FormLocation], ...]


def read_line_review(
    data: bytes,
    path: str,
    file: Submission,
    edition: Edition,
    labels: Labels,
    call: Call = call_in_child,
) -> LineReviewReading:
    """Return the reviews in a form.

    Args:
        data: the workbook.
        path: its name for messages.
        file: the answers that the form was made of.
        edition: the checklist that they answer.
        labels: the meanings of words.
        call: where Excel libraries run, which some files may crash.

    Raises:
        InputError: when the file is refused, or with all problems of its entries.
    """
    grids = open_workbook(data, path, call)
    table, problems = single_table(find_tables(grids), layout.LINE_REVIEW)
    if table is None:
        raise InputError([Problem("line_review.none", {}, Location(path))])
    gathered = GatheredValues(path, problems=[*problems, *_column_problems(table)])
    reader = None
    if not gathered.problems:
        reader = _LineReviewRows(table, file, edition, labels, gathered)
        reader.read()
    if gathered.problems or reader is None:
        raise InputError(explain_odd_cells(gathered.problems, grids[0].package, call))
    if reader.role is None:
        raise InputError([Problem("line_review.none", {}, Location(path))])
    return LineReviewReading(reader.role, tuple(reader.entries), tuple(reader.altered))


def _column_problems(table: CodeTable) -> Iterator[Problem]:
    headings = {column.code: column.message for column in COLUMNS}
    yield from table.column_problems(headings, headings, table.head_place)
    if not set(HIDDEN) <= table.columns.keys():
        yield Problem("line_review.none", {}, table.head_place)


class _LineReviewRows:
    """Reads the rows of a review form."""

    def __init__(
        self,
        table: CodeTable,
        file: Submission,
        edition: Edition,
        labels: Labels,
        gathered: GatheredValues,
    ) -> None:
        self._table = table
        institution, checklist = file.institution.id, file.checklist
        self._sources: dict[str, Role] = {
            source_of(role, institution, checklist.id, checklist.version): role for role in LINES
        }
        self._placed = edition.checklist.placed
        self._labels = labels
        self._gathered = gathered
        self._read: set[str] = set()
        self.role: Role | None = None
        self.entries: list[LineReviewEntry] = []
        self.altered: list[tuple[str, FormLocation]] = []

    def read(self) -> None:
        columns = [(column.code, self._table.columns[column.code]) for column in COLUMNS]
        for row in self._table.rows:
            if row.key != layout.HEADINGS:
                entry = self._table.entry(row, columns)
                if row.key or any(column.code in entry.cells for column in ENTRIES):
                    self._row(row, entry)

    def _row(self, row: TableRow, entry: RowEntry) -> None:
        table, gathered = self._table, self._gathered
        place = table.shown_place(row)
        if row.key not in self._placed:
            gathered.problems.append(Problem("line_review.row_lost", {}, place))
            return
        source = as_code(row.cells[table.columns[SOURCE]])
        role = self._sources.get(source)
        if role is None or self.role not in (None, role):
            params = {"found": source or "-", "expected": listed(self._sources)}
            raise InputError([Problem("line_review.other_answers", params, place)])
        self.role = role
        if row.key in self._read:
            problem = Problem("line_review.row_twice", {"practice": row.key}, place)
            gathered.problems.append(problem)
            return
        self._read.add(row.key)
        gathered.refuse_odd(entry, _EXPECTED)
        shown = mark_of([as_text(entry.cells.get(code, "")) for code in OWN])
        if shown != as_code(row.cells[table.columns[SHOWN_MARK]]):
            self.altered.append((row.key, entry.place(OWN[0])))
        self.entries.append(
            LineReviewEntry(
                row.key,
                self._fields(row.key, entry),
                read_issued(row.key, table.issued(row)),
                as_code(row.cells[table.columns[SEEN]]),
                entry.place("level"),
            )
        )

    def _fields(self, practice: str, entry: RowEntry) -> dict[str, Any]:
        """Return what was entered; a function alone, which is filled in beforehand, is nothing."""
        cells = {code: cell for code, cell in entry.cells.items() if not is_blank(cell)}
        if not any(code in cells for code in ("level", "note", "on")):
            return {}
        fields = {
            "level": self._level(practice, entry),
            "note": as_text(cells["note"]) if "note" in cells else None,
            "by": " ".join(as_text(cells["by"]).split()) if "by" in cells else None,
            "on": self._day(entry),
        }
        for name in _NEEDED:
            if name not in cells and name not in entry.odd:
                column = CodedWord(f"form.column.review_{name}")
                self._gathered.refuse("review_missing", entry.place(name), column=column)
        return {name: value for name, value in fields.items() if value is not None}

    def _level(self, practice: str, entry: RowEntry) -> int | None:
        cell = entry.cells.get("level", "")
        if is_blank(cell):
            return None
        level = self._labels.read_level(as_text(cell))
        if level is None or level not in self._placed[practice].practice.level_scale.values:
            facts = {
                "practice": self._placed[practice].practice.shown_id,
                "found": shortened(as_text(cell)),
                "expected": self._labels.level_ends,
            }
            self._gathered.refuse("unknown_level", entry.place("level"), **facts)
            return None
        return level

    def _day(self, entry: RowEntry) -> Any:
        cell = entry.cells.get("on", "")
        if is_blank(cell):
            return None
        day = as_date(cell, from_1904=self._table.grid.from_1904)
        if day is None:
            found = shortened(as_text(cell))
            self._gathered.refuse("not_a_date", entry.place("on"), found=found)
        return day
