"""Reading back what clerks wrote into the workbook of answers to ask about."""

from collections.abc import Mapping

from cssa.checklist.model import MAX_LEVEL
from cssa.errors import InputError, Problem
from cssa.excel.cell_values import CellValue, as_code, as_count, as_date, as_text, is_blank
from cssa.excel.grids import open_workbook
from cssa.forms import layout
from cssa.forms.cell_errors import explain
from cssa.forms.code_tables import CodeTable, RowEntry, TableRow, find_tables, only
from cssa.forms.gathered import shown
from cssa.forms.labels import plain
from cssa.forms.review import (
    ENTRIES,
    FILE,
    OUTCOMES,
    REQUIRED,
    SHOWN,
    WHOLE,
    OutcomeKind,
    ReviewKey,
    ReviewOutcome,
)
from cssa.location import Location
from cssa.messages import LANGS, Lang, message

_MESSAGES = {column.code: column.message for column in ENTRIES}
_EXPECTED = {"text": "text", "outcome": "choice", "level": "count", "date": "date"}


def read_review(data: bytes, path: str) -> tuple[ReviewOutcome, ...]:
    """Return what was written into a workbook; rows that nobody has touched are left out.

    Raises:
        InputError: when the file is refused, or with everything in it that cannot be taken.
    """
    grids = open_workbook(data, path)
    table, problems = only(find_tables(grids), layout.REVIEW)
    if table is None:
        raise InputError([Problem("book.not_a_review", {}, Location(path))])
    reading = _Reading(table)
    problems += reading.lost()
    if not problems:
        reading.read()
    if problems or reading.problems:
        raise InputError(explain([*problems, *reading.problems], grids[0].package))
    return tuple(reading.outcomes)


class _Reading:
    """What is found in the one table."""

    def __init__(self, table: CodeTable) -> None:
        self._table = table
        self._lang = _language(table)
        self._rows: dict[ReviewKey, TableRow] = {}
        self.outcomes: list[ReviewOutcome] = []
        self.problems: list[Problem] = []

    def lost(self) -> list[Problem]:
        """Return a problem for each column without which rows cannot be read."""
        place = self._table.grid.place(self._table.codes_row, self._table.key_column)
        codes = (FILE, *(column.code for column in ENTRIES))
        return [
            Problem(
                "form.column_lost", {"column": message(self._lang, f"book.review.{code}")}, place
            )
            for code in codes
            if code not in self._table.columns
        ]

    def read(self) -> None:
        columns = [(column.code, self._table.columns[column.code]) for column in ENTRIES]
        for row in self._table.rows():
            if row.key == layout.HEADINGS:
                continue
            entry = self._table.entry(row, columns)
            if entry.odd or any(not is_blank(cell) for cell in entry.cells.values()):
                self._row(entry)

    def _row(self, entry: RowEntry) -> None:
        for column in ENTRIES:
            kind = entry.odd.get(column.code)
            if kind:
                problem = "form.formula" if kind == "formula" else "form.error_value"
                expected = message(self._lang, f"form.expect.{_EXPECTED[column.kind]}")
                self._refuse(entry, column.code, problem, found="", expected=expected)
        key = self._key(entry)
        if key is None:
            return
        cells = {code: cell for code, cell in entry.cells.items() if not is_blank(cell)}
        outcome = self._outcome(entry, cells)
        level = self._level(entry, cells)
        day = as_date(cells["on"]) if "on" in cells else None
        if day is None and "on" in cells:
            self._refuse(entry, "on", "form.not_a_date", found=shown(as_text(cells["on"])))
        if outcome == "corrected":
            self._check_correction(entry, key, cells)
        elif level is not None:
            self._refuse(entry, "level", "book.review_level_alone")
        self.outcomes.append(
            ReviewOutcome(
                key=key,
                reply=_text(cells, "reply"),
                outcome=outcome,
                level=level,
                ground=_text(cells, "ground"),
                by=_text(cells, "by"),
                on=day,
                shown=self._shown(entry.row),
                place=self._table.key_place(entry.row),
            )
        )

    def _key(self, entry: RowEntry) -> ReviewKey | None:
        """Return which answer a row is about."""
        row, table = entry.row, self._table
        institution, part, practice = row.key.partition(layout.PART)
        file = as_code(row.cells[table.columns[FILE]])
        if not part or not file:
            self.problems.append(Problem("form.key_lost", {}, table.key_place(row)))
            return None
        key = ReviewKey(institution, file, None if practice == WHOLE else practice)
        if key in self._rows:
            other = table.key_place(self._rows[key])
            params = {"key": row.key, "other": f"{table.grid.name}!{other.cell}"}
            self.problems.append(Problem("form.row_twice", params, table.key_place(row)))
            return None
        self._rows[key] = row
        return key

    def _outcome(self, entry: RowEntry, cells: Mapping[str, CellValue]) -> OutcomeKind | None:
        if "outcome" not in cells:
            return None
        said = plain(as_text(cells["outcome"]))
        for kind in OUTCOMES:
            if said in (kind, *(plain(message(lang, f"book.outcome.{kind}")) for lang in LANGS)):
                return kind
        expected = " / ".join(message(self._lang, f"book.outcome.{kind}") for kind in OUTCOMES)
        found = shown(as_text(cells["outcome"]))
        self._refuse(entry, "outcome", "form.unknown_choice", found=found, expected=expected)
        return None

    def _level(self, entry: RowEntry, cells: Mapping[str, CellValue]) -> int | None:
        if "level" not in cells:
            return None
        level = as_count(cells["level"])
        if level is None or level > MAX_LEVEL:
            found = shown(as_text(cells["level"]))
            self._refuse(entry, "level", "book.review_level", found=found, highest=MAX_LEVEL)
            return None
        return level

    def _check_correction(
        self, entry: RowEntry, key: ReviewKey, cells: Mapping[str, CellValue]
    ) -> None:
        if key.practice is None:
            self._refuse(entry, "outcome", "book.review_whole")
            return
        for code in REQUIRED:
            if code not in cells and code not in entry.odd:
                column = message(self._lang, _MESSAGES[code])
                self._refuse(entry, code, "book.review_incomplete", column=column)

    def _shown(self, row: TableRow) -> tuple[tuple[str, str], ...]:
        columns = self._table.columns
        return tuple(
            (column.code, as_text(row.cells[columns[column.code]]))
            for column in SHOWN
            if column.code in columns
        )

    def _refuse(self, entry: RowEntry, at: str, problem: str, /, **params: object) -> None:
        self.problems.append(Problem(problem, params, entry.place(at)))


def _text(cells: Mapping[str, CellValue], code: str) -> str | None:
    return as_text(cells[code]) if code in cells else None


def _language(table: CodeTable) -> Lang:
    """Return the language of the headings."""
    headings = {
        as_text(cell) for row in table.rows() if row.key == layout.HEADINGS for cell in row.cells
    }
    return "en" if message("en", "book.review.reply") in headings else "ja"
