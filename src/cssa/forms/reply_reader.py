"""Reading a reply form that came back: whose it is, and what was entered on each question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cssa.checklist.catalogue import Edition
from cssa.errors import InputError, Problem
from cssa.excel.cell_values import as_code, as_text, is_blank
from cssa.excel.grids import SheetGrid, open_workbook
from cssa.forms import layout
from cssa.forms.beside import PREFIX, beside_notes
from cssa.forms.cell_errors import explain_odd_cells
from cssa.forms.code_tables import CodeTable, RowEntry, TableRow, find_tables, single_table
from cssa.forms.gathered import GatheredValues, shortened
from cssa.forms.labels import Labels
from cssa.forms.own_texts import OwnTexts
from cssa.forms.reading import ReadingContext
from cssa.forms.reply_rows import correctable_levels
from cssa.forms.reply_sheet import (
    COLUMNS,
    ENTRIES,
    HIDDEN,
    INSTITUTION,
    INSTITUTION_ID,
    INSTITUTION_NAME,
    SHOWN,
    SHOWN_MARK,
    SOURCE,
    ReplySource,
    rows_mark,
    shown_mark,
)
from cssa.forms.review import WHOLE_SUBMISSION
from cssa.location import Location
from cssa.messages import LANGS, message
from cssa.messages.wording import listed

LOST = "reply.lost"
"""Code of the problem of a reply form that no longer says what it belongs to."""

MAX_TEXT = 5_000
"""Characters of an entry, of which several share a cell of the review."""

_SHEETS = frozenset(message(lang, "reply.sheet") for lang in LANGS)
_EXPECTED = {column.code: column.kind for column in ENTRIES}


class ReplyEntry(NamedTuple):
    """What was entered on one question.

    Attributes:
        practice: None for the submission as a whole.
        file: hash of the file that the answer was read from.
        level: that the answer is corrected to.
    """

    practice: str | None
    file: str
    reply: str | None
    level: int | None
    document: str | None
    by: str | None


@dataclass(frozen=True)
class ReplyReading:
    """The content of a reply form.

    Attributes:
        source: the letter that it belongs to, by its hidden cells.
        institution: id of the institution, as the form shows it.
        name: likewise.
        entries: what was entered, in the order of the form; questions without entries are left out.
        problems: for which it has to be corrected.
        notes: what was noticed and accepted as it is.
    """

    source: ReplySource
    institution: str
    name: str
    entries: Sequence[ReplyEntry]
    problems: Sequence[Problem]
    notes: Sequence[Problem] = field(default_factory=tuple)


def read_reply(data: bytes, path: str, context: ReadingContext) -> ReplyReading | None:
    """Return the content of a reply form; None where the workbook is none.

    Args:
        data: the workbook.
        path: its name for messages.
        context: what forms are read with.

    Raises:
        InputError: when the file is refused, or is the reply form of another checklist.
    """
    grids = open_workbook(data, path, context.call)
    tables = find_tables(grids)
    table, duplicates = single_table(tables, layout.REPLY)
    if table is None and any(grid.name in _SHEETS for grid in grids):
        raise InputError([Problem(LOST, {}, Location(path))])
    if table is None:
        return None
    gathered = GatheredValues(path, problems=[*duplicates, *_column_problems(table)])
    source = None if gathered.problems else _source(table)
    if source is None:
        raise InputError(gathered.problems or [Problem(LOST, {}, table.head_place)])
    edition = context.edition(source.checklist, source.version)
    reader = _ReplyRows(table, edition, context.labels(source.lang, edition), gathered)
    reader.read(source)
    institution, name = _institution(table)
    return ReplyReading(
        source,
        institution or source.institution,
        name,
        reader.entries,
        explain_odd_cells(gathered.problems, grids[0].package, context.call),
        [*gathered.notes, *_beside(grids, tables, table)],
    )


def _column_problems(table: CodeTable) -> Iterator[Problem]:
    headings = {column.code: column.message for column in COLUMNS}
    yield from table.column_problems(headings, headings, table.head_place)
    if not set(HIDDEN) <= table.columns.keys():
        yield Problem(LOST, {}, table.head_place)


def _source(table: CodeTable) -> ReplySource | None:
    """Return the one letter that all rows belong to, None where they do not agree."""
    column = table.columns[SOURCE]
    texts = {as_code(row.cells[column]) for row in table.rows if _is_question(row)}
    return ReplySource.of(texts.pop()) if len(texts) == 1 else None


def _is_question(row: TableRow) -> bool:
    return bool(row.key) and row.key not in (layout.HEADINGS, INSTITUTION)


def _institution(table: CodeTable) -> tuple[str, str]:
    """Return id and name of the institution as the form shows them."""
    for row in table.rows:
        if row.key == INSTITUTION:
            cells, columns = row.cells, table.columns
            return (
                as_code(cells[columns[INSTITUTION_ID]]),
                as_text(cells[columns[INSTITUTION_NAME]]).strip(),
            )
    return "", ""


def _beside(
    grids: Sequence[SheetGrid], tables: Sequence[CodeTable], table: CodeTable
) -> Iterator[Problem]:
    """Yield a note for each thing beside the questions, which is not read."""
    read = {table.key_column, *table.columns.values()}
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            is_outside = column not in read or (not row.key and row.number > table.codes_row)
            if is_outside and not is_blank(cell) and row.key != INSTITUTION:
                place = table.grid.place(row.number, column)
                yield Problem(f"{PREFIX}text", {"text": shortened(as_text(cell))}, place)
    yield from beside_notes(grids, tables, OwnTexts.of(None))


class _ReplyRows:
    """Reads the rows of a reply form."""

    def __init__(
        self, table: CodeTable, edition: Edition, labels: Labels, gathered: GatheredValues
    ) -> None:
        self._table = table
        self._placed = edition.checklist.placed
        self._labels = labels
        self._gathered = gathered
        self.entries: list[ReplyEntry] = []

    def read(self, source: ReplySource) -> None:
        columns = [(column.code, self._table.columns[column.code]) for column in COLUMNS]
        keys = []
        for row in self._table.rows:
            if _is_question(row):
                keys.append(row.key)
                self._row(self._table.entry(row, columns))
        if rows_mark(keys) != source.rows:
            self._gathered.problems.append(Problem("reply.rows", {}, self._table.head_place))

    def _row(self, entry: RowEntry) -> None:
        gathered, row, table = self._gathered, entry.row, self._table
        gathered.refuse_odd(entry, _EXPECTED)
        shown = shown_mark(as_text(entry.cells.get(column.code, "")) for column in SHOWN)
        if shown != as_code(row.cells[table.columns[SHOWN_MARK]]):
            gathered.notes.append(Problem("reply.altered", {}, entry.place(SHOWN[0].code)))
        practice, _, file = row.key.partition(" ")
        is_whole = practice == WHOLE_SUBMISSION
        values: Mapping[str, Any] = {
            "reply": self._text(entry, "reply"),
            "level": self._level(entry, None if is_whole else practice),
            "document": self._text(entry, "document"),
            "by": self._text(entry, "by"),
        }
        if any(values[code] is not None for code in ("reply", "level", "document")):
            self.entries.append(ReplyEntry(None if is_whole else practice, file, **values))

    def _text(self, entry: RowEntry, code: str) -> str | None:
        cell = entry.cells.get(code, "")
        if is_blank(cell):
            return None
        text = as_text(cell).strip()
        if len(text) > MAX_TEXT:
            params = {"count": len(text), "limit": MAX_TEXT}
            self._gathered.problems.append(Problem("reply.too_long", params, entry.place(code)))
        return text

    def _level(self, entry: RowEntry, practice: str | None) -> int | None:
        cell = entry.cells.get("level", "")
        if is_blank(cell):
            return None
        place = entry.place("level")
        placed = self._placed.get(practice or "")
        levels = () if placed is None else correctable_levels(placed.practice)
        if not levels:
            self._gathered.problems.append(Problem("reply.no_level", {}, place))
            return None
        level = self._labels.read_level(as_text(cell))
        if level not in levels:
            params = {"found": shortened(as_text(cell)), "levels": listed(levels)}
            self._gathered.problems.append(Problem("reply.level", params, place))
            return None
        return level
