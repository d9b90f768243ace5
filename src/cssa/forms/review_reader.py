"""Reading the entries of reviewers in a review workbook."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from cssa.answers.submission import is_institution_id
from cssa.checklist.level_scale import LevelScale
from cssa.errors import InputError, Problem
from cssa.excel.cell_values import CellValue, as_code, as_date, as_text, is_blank
from cssa.excel.child_call import Call, call_in_child
from cssa.excel.grids import open_workbook
from cssa.forms import layout
from cssa.forms.cell_errors import explain_odd_cells
from cssa.forms.code_tables import CodeTable, RowEntry, TableRow, find_tables, single_table
from cssa.forms.gathered import shortened
from cssa.forms.labels import folded
from cssa.forms.review import (
    BEFORE_APPROVALS,
    ENTRIES,
    FILE,
    IDENTITY,
    OUTCOMES,
    REQUIRED,
    SHOWN,
    SINCE_APPROVALS,
    WHOLE_SUBMISSION,
    OutcomeKind,
    ProposedCorrection,
    ReviewKey,
    ReviewOutcome,
)
from cssa.location import Location
from cssa.messages import LANGS, message
from cssa.messages.wording import CodedWord, WordList, bilingual, listed

_MESSAGES = {column.code: column.message for column in ENTRIES}
_EXPECTED = {"text": "text", "outcome": "choice", "level": "count", "date": "date"}
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WHOLE = frozenset(
    (WHOLE_SUBMISSION, *(folded(message(lang, "book.review.whole")) for lang in LANGS))
)
_BEFORE_APPROVALS = frozenset(
    folded(message(lang, "book.review.before_approvals")) for lang in LANGS
)


def read_review(
    data: bytes,
    path: str,
    scale: LevelScale,
    proposals: Mapping[ReviewKey, ProposedCorrection] = {},
    call: Call = call_in_child,
) -> tuple[ReviewOutcome, ...]:
    """Return the outcomes in a workbook; rows without entries are left out.

    The key of a row that was added by hand has no file, and the practice as it was entered.

    Args:
        data: the workbook.
        path: its name for messages.
        scale: the levels that answers can be corrected to.
        proposals: corrections that institutions propose; a correction in the workbook takes from
            them what it leaves blank.
        call: where Excel libraries run, which some files may crash.

    Raises:
        InputError: when the file is refused, or with all problems of its entries.
    """
    grids = open_workbook(data, path, call)
    table, problems = single_table(find_tables(grids), layout.REVIEW)
    if table is None:
        raise InputError([Problem("book.not_a_review", {}, Location(path))])
    reader = _ReviewRows(table, scale, proposals)
    problems += reader.column_problems()
    if not problems:
        reader.read()
        problems = reader.problems
    if problems:
        raise InputError(explain_odd_cells(problems, grids[0].package, call))
    return tuple(reader.outcomes)


class _ReviewRows:
    """Reads the table of a review workbook."""

    def __init__(
        self,
        table: CodeTable,
        scale: LevelScale,
        proposals: Mapping[ReviewKey, ProposedCorrection],
    ) -> None:
        self._table = table
        self._scale = scale
        self._proposals = proposals
        self._is_earlier = not SINCE_APPROVALS & table.columns.keys()
        self._rows: dict[ReviewKey, TableRow] = {}
        self.outcomes: list[ReviewOutcome] = []
        self.problems: list[Problem] = []

    def column_problems(self) -> Iterator[Problem]:
        """Yield a problem for each column that is missing, or that two columns have."""
        needed = (*IDENTITY, *(column.code for column in ENTRIES), FILE)
        if self._is_earlier:
            needed = tuple(code for code in needed if code not in SINCE_APPROVALS)
        headings = {code: f"book.review.{code}" for code in needed}
        table = self._table
        codes = table.grid.place(table.codes_row, table.key_column)
        yield from table.column_problems(headings, needed, codes)

    def read(self) -> None:
        known = self._table.columns
        columns = [(column.code, known[column.code]) for column in ENTRIES if column.code in known]
        for row in self._table.rows:
            if row.key == layout.HEADINGS:
                continue
            entry = self._table.entry(row, columns)
            is_filled = entry.odd or any(not is_blank(cell) for cell in entry.cells.values())
            if is_filled or self._is_begun(row):
                self._row(entry)

    def _is_begun(self, row: TableRow) -> bool:
        """Return whether a row was begun by hand: it says what it is about, and nothing more."""
        institution, practice = (as_code(row.cells[self._table.columns[code]]) for code in IDENTITY)
        return self._is_added(row) and (bool(practice) or is_institution_id(institution))

    def _is_added(self, row: TableRow) -> bool:
        """Return whether a row has none of the hidden cells that the program writes."""
        is_unknown = not row.key and not as_code(row.cells[self._table.columns[FILE]])
        return is_unknown and not self._is_earlier

    def _row(self, entry: RowEntry) -> None:
        for column in ENTRIES:
            kind = entry.odd.get(column.code)
            if kind:
                problem = "form.formula" if kind == "formula" else "form.error_value"
                expected = CodedWord(f"form.expect.{_EXPECTED[column.kind]}")
                self._refuse(entry, column.code, problem, found="", expected=expected)
        key = self._added_key(entry) if self._is_added(entry.row) else self._key(entry)
        if key is None:
            return
        cells = {code: cell for code, cell in entry.cells.items() if not is_blank(cell)}
        outcome = self._outcome(entry, cells)
        read = ReviewOutcome(
            key=key,
            reply=_text(cells, "reply"),
            outcome=outcome,
            level=self._level(entry, cells),
            ground=_text(cells, "ground"),
            by=_text(cells, "by"),
            on=self._day(entry, cells, "on"),
            shown=self._shown(entry.row),
            place=entry.place("institution"),
            question=_text(cells, "question"),
            document=_text(cells, "document"),
            approved_by=_text(cells, "approved_by"),
            follow_up=self._day(entry, cells, "follow_up"),
        )
        if outcome == "corrected":
            read = self._correction(entry, cells, read)
        elif read.level is not None:
            self._refuse(entry, "level", "book.review_level_alone")
        elif read.approved_by is not None:
            self._refuse(entry, "approved_by", "book.review_approval_alone")
        self.outcomes.append(read)

    def _correction(
        self, entry: RowEntry, cells: Mapping[str, CellValue], read: ReviewOutcome
    ) -> ReviewOutcome:
        """Return a correction with what its row leaves to the institution's proposal."""
        if read.key.practice is None:
            self._refuse(entry, "outcome", "book.review_whole")
            return read
        proposal = self._proposals.get(read.key)
        if proposal is not None and read.level in (None, proposal.level):
            read = read._replace(
                level=proposal.level,
                ground=read.ground or proposal.ground,
                by=read.by or proposal.by,
            )
        for code in REQUIRED:
            if getattr(read, code) is None and code not in cells and code not in entry.odd:
                column = CodedWord(_MESSAGES[code])
                self._refuse(entry, code, "book.review_incomplete", column=column)
        if self._is_earlier:
            return read._replace(approved_by=BEFORE_APPROVALS)
        return self._approved(entry, read)

    def _approved(self, entry: RowEntry, read: ReviewOutcome) -> ReviewOutcome:
        """Return a correction with its approval, which is refused by whoever proposed it."""
        if read.approved_by is None:
            return read
        approver = folded(read.approved_by)
        if approver in _BEFORE_APPROVALS:
            return read._replace(approved_by=BEFORE_APPROVALS)
        if read.by is not None and approver == folded(read.by):
            found = shortened(read.approved_by)
            self._refuse(entry, "approved_by", "book.review_same_person", found=found)
        return read

    def _added_key(self, entry: RowEntry) -> ReviewKey | None:
        """Return what a row that was added by hand is about; None where it does not say so.

        A row that shows what is asked is none: sorting has moved its visible cells.
        """
        row, columns = entry.row, self._table.columns
        stated = {code: as_code(row.cells[columns[code]]) for code in IDENTITY}
        if any(code == "asked" and text for code, text in self._shown(row)):
            visible = shortened(" / ".join(text or "-" for text in stated.values()))
            params = {"visible": visible, "hidden": CodedWord("book.review.blank_row")}
            self._refuse(entry, "institution", "book.review_moved", **params)
            return None
        lacking = [code for code in IDENTITY if not stated[code]]
        if not lacking and not (entry.cells or entry.odd):
            lacking = ["question"]
        for code in lacking:
            column = CodedWord(f"book.review.{code}")
            self._refuse(entry, code, "book.review_added_incomplete", column=column)
        if lacking:
            return None
        is_whole = folded(stated["practice"]) in _WHOLE
        return self._once(
            entry, ReviewKey(stated["institution"], "", None if is_whole else stated["practice"])
        )

    def _key(self, entry: RowEntry) -> ReviewKey | None:
        """Return which answer a row is about; None where its cells do not agree on it."""
        row, table = entry.row, self._table
        key = _hidden_key(row.key, as_code(row.cells[table.columns[FILE]]))
        if key is None:
            self._refuse(entry, "institution", "book.review_key_lost")
            return None
        visible = {code: as_code(row.cells[table.columns[code]]) for code in IDENTITY}
        expected = [key.visible(lang) for lang in LANGS]
        for code in IDENTITY:
            if visible[code] not in [texts[code] for texts in expected]:
                params = {
                    "visible": shortened(" / ".join(text or "-" for text in visible.values())),
                    "hidden": bilingual(lambda lang: " / ".join(key.visible(lang).values())),
                }
                self._refuse(entry, code, "book.review_moved", **params)
                return None
        return self._once(entry, key)

    def _once(self, entry: RowEntry, key: ReviewKey) -> ReviewKey | None:
        """Return a key, None where another row has it."""
        first = self._rows.setdefault(key, entry.row)
        if first is entry.row:
            return key
        other = str(self._table.place(first, "institution"))
        self._refuse(entry, "institution", "book.review_twice", other=other)
        return None

    def _day(self, entry: RowEntry, cells: Mapping[str, CellValue], code: str) -> date | None:
        if code not in cells:
            return None
        day = as_date(cells[code], from_1904=self._table.grid.from_1904)
        if day is None:
            self._refuse(entry, code, "form.not_a_date", found=shortened(as_text(cells[code])))
        return day

    def _outcome(self, entry: RowEntry, cells: Mapping[str, CellValue]) -> OutcomeKind | None:
        if "outcome" not in cells:
            return None
        text = folded(as_text(cells["outcome"]))
        for kind in OUTCOMES:
            if text in (kind, *(folded(message(lang, f"book.outcome.{kind}")) for lang in LANGS)):
                return kind
        expected = WordList(tuple(CodedWord(f"book.outcome.{kind}") for kind in OUTCOMES))
        found = shortened(as_text(cells["outcome"]))
        self._refuse(entry, "outcome", "form.unknown_choice", found=found, expected=expected)
        return None

    def _level(self, entry: RowEntry, cells: Mapping[str, CellValue]) -> int | None:
        if "level" not in cells:
            return None
        levels = {str(level): level for level in self._scale.values}
        level = levels.get(as_code(cells["level"]))
        if level is None:
            found = shortened(as_text(cells["level"]))
            self._refuse(entry, "level", "book.review_level", found=found, levels=listed(levels))
        return level

    def _shown(self, row: TableRow) -> tuple[tuple[str, str], ...]:
        columns = self._table.columns
        return tuple(
            (column.code, as_text(row.cells[columns[column.code]]))
            for column in SHOWN
            if column.code in columns
        )

    def _refuse(self, entry: RowEntry, at: str, problem: str, /, **params: object) -> None:
        self.problems.append(Problem(problem, params, entry.place(at)))


def _hidden_key(text: str, file: str) -> ReviewKey | None:
    """Return the answer that a row's hidden cells identify, None where they do not.

    Args:
        text: of the key cell; earlier versions left out the file's hash.
        file: hash of the file, from its own cell.
    """
    institution, part, rest = text.partition(layout.KEY_SEPARATOR)
    practice, _, repeated = rest.partition(layout.KEY_SEPARATOR)
    if not (institution and part and practice and _SHA256.fullmatch(file)):
        return None
    if repeated not in ("", file):
        return None
    return ReviewKey(institution, file, None if practice == WHOLE_SUBMISSION else practice)


def _text(cells: Mapping[str, CellValue], code: str) -> str | None:
    return as_text(cells[code]) if code in cells else None
