"""Reading what an issuer marked in a workbook of notes."""

from collections.abc import Iterator
from typing import get_args

from cssa.errors import InputError, Problem
from cssa.excel.cell_values import as_code, as_text, is_blank, visible_only
from cssa.excel.child_call import Call, call_in_child
from cssa.excel.grids import open_workbook
from cssa.forms import layout
from cssa.forms.cell_errors import explain_odd_cells
from cssa.forms.code_tables import CodeTable, RowEntry, TableRow, find_tables, single_table
from cssa.forms.gathered import shortened
from cssa.forms.labels import folded
from cssa.forms.notes import COLUMNS, ENTRIES, SHOWN, NoteKey, NoteKind, NoteMark
from cssa.location import Location
from cssa.messages import LANGS, message
from cssa.messages.wording import CodedWord, WordList
from cssa.peers.chapter import CHAPTER_KINDS, ChapterKind

_EXPECTED = {column.code: column.kind for column in ENTRIES}
_IDENTITY = ("institution", "practice")
"""Visible columns that identify a row's text, as its hidden cell does."""


def read_notes(data: bytes, path: str, call: Call = call_in_child) -> tuple[NoteMark, ...]:
    """Return the marks in a workbook; rows without entries are left out.

    Args:
        data: the workbook.
        path: its name for messages.
        call: where Excel libraries run, which some files may crash.

    Raises:
        InputError: when the file is refused, or with all problems of its entries.
    """
    grids = open_workbook(data, path, call)
    table, problems = single_table(find_tables(grids), layout.NOTES)
    if table is None:
        raise InputError([Problem("book.not_notes", {}, Location(path))])
    reader = _NoteRows(table)
    problems += reader.column_problems()
    if not problems:
        reader.read()
        problems = reader.problems
    if problems:
        raise InputError(explain_odd_cells(problems, grids[0].package, call))
    return tuple(reader.marks)


class _NoteRows:
    """Reads the table of a workbook of notes."""

    def __init__(self, table: CodeTable) -> None:
        self._table = table
        self._rows: dict[NoteKey, TableRow] = {}
        self.marks: list[NoteMark] = []
        self.problems: list[Problem] = []

    def column_problems(self) -> Iterator[Problem]:
        """Yield a problem for each column that is missing, or that two columns have."""
        table = self._table
        headings = {column.code: column.heading for column in COLUMNS}
        codes = table.grid.place(table.codes_row, table.key_column)
        yield from table.column_problems(headings, headings, codes)

    def read(self) -> None:
        columns = [(column.code, self._table.columns[column.code]) for column in ENTRIES]
        for row in self._table.rows:
            if row.key == layout.HEADINGS:
                continue
            entry = self._table.entry(row, columns)
            if entry.odd or any(not is_blank(cell) for cell in entry.cells.values()):
                self._row(entry)

    def _row(self, entry: RowEntry) -> None:
        for code, odd in entry.odd.items():
            problem = "form.formula" if odd == "formula" else "form.error_value"
            expected = CodedWord(f"form.expect.{_EXPECTED[code]}")
            self._refuse(entry, code, problem, found="", expected=expected)
        key, kind = self._key(entry), self._kind(entry)
        if key is None or kind is None:
            return
        text = " ".join(visible_only(as_text(entry.cells.get("wording", ""))).split())
        shown = {
            column.code: as_text(entry.row.cells[self._table.columns[column.code]])
            for column in SHOWN
        }
        self.marks.append(NoteMark(key, kind, text or None, shown, entry.place("wording")))

    def _kind(self, entry: RowEntry) -> ChapterKind | None:
        """Return what a row is marked as; None where it is not, which is a problem."""
        text = as_text(entry.cells.get("mark", ""))
        for kind in CHAPTER_KINDS:
            words = (message(lang, f"book.notes.mark.{kind}") for lang in LANGS)
            if folded(text) in (kind, *map(folded, words)):
                return kind
        kinds = WordList(tuple(CodedWord(f"book.notes.mark.{kind}") for kind in CHAPTER_KINDS))
        if text.strip():
            self._refuse(
                entry, "mark", "form.unknown_choice", found=shortened(text), expected=kinds
            )
        elif "mark" not in entry.odd:
            self._refuse(entry, "mark", "book.notes_wording_alone", kinds=kinds)
        return None

    def _key(self, entry: RowEntry) -> NoteKey | None:
        """Return which text a row is about; None where its cells do not agree on it."""
        row, table = entry.row, self._table
        key = _hidden_key(row.key)
        if key is None:
            self._refuse(entry, "institution", "book.review_key_lost")
            return None
        visible = [as_code(row.cells[table.columns[code]]) for code in _IDENTITY]
        hidden = [key.institution, key.practice]
        if visible != hidden:
            params = {
                "visible": shortened(" / ".join(text or "-" for text in visible)),
                "hidden": " / ".join(hidden),
            }
            self._refuse(entry, "institution", "book.review_moved", **params)
            return None
        first = self._rows.setdefault(key, row)
        if first is not row:
            other = str(table.place(first, "institution"))
            self._refuse(entry, "institution", "book.notes_twice", other=other)
            return None
        return key

    def _refuse(self, entry: RowEntry, at: str, problem: str, /, **params: object) -> None:
        self.problems.append(Problem(problem, params, entry.place(at)))


def _hidden_key(text: str) -> NoteKey | None:
    """Return the text that a row's hidden cell identifies, None where it does not."""
    match text.split(layout.KEY_SEPARATOR):
        case [institution, practice, kind, digest] if digest:
            for known in get_args(NoteKind):
                if kind == known:
                    return NoteKey(institution, practice, known, digest)
    return None
