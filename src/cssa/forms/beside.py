"""What a form holds beside its tables: it is not read, and said not to be."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from cssa.errors import Problem
from cssa.excel.attachments import attachments
from cssa.excel.cell_values import CellValue, as_text, is_blank
from cssa.excel.grids import Grid, SheetGrid
from cssa.forms import layout
from cssa.forms.code_tables import CodeTable
from cssa.forms.layout import KEY_SEPARATOR, REASON, VALUE
from cssa.forms.own_rows import PREFIX as PREFIX_OF_NAMES
from cssa.forms.own_texts import OwnTexts
from cssa.location import CellLocation, FormLocation, InputLocation
from cssa.messages import LANGS, message

MARK_AUTHOR = "cssa"
"""Author of the comments with which a form is returned."""

PREFIX = "form.beside."
_MAX_NOTES = 40
_MAX_TEXT = 1_000
"""Characters kept of a text."""
_OWN_SHEETS = frozenset(
    (
        layout.LISTS_SHEET,
        layout.META_SHEET,
        *(message(lang, f"form.sheet.{code}") for lang in LANGS for code in ("texts", "returned")),
    )
)
_SHOWN = frozenset(column.code for column in layout.columns() if not column.is_entry)
_GUIDE_HEAD = 4
"""Rows in which the guide names the levels."""


def beside_notes(
    grids: Sequence[SheetGrid], tables: Sequence[CodeTable], own_texts: OwnTexts
) -> list[Problem]:
    """Return a note for each thing that a form holds and nobody reads.

    Args:
        grids: the sheets of the workbook.
        tables: those of them that are read.
        own_texts: the texts that the form was sent out with.
    """
    by_sheet = {table.grid.name: table for table in tables}
    notes = _notes(grids, by_sheet, own_texts)
    first = list(islice(notes, _MAX_NOTES))
    more = sum(1 for _ in notes)
    if more:
        first.append(_problem("more", {"count": more}, first[0].location))
    return first


def _notes(
    grids: Sequence[SheetGrid], tables: dict[str, CodeTable], own_texts: OwnTexts
) -> Iterator[Problem]:
    for grid in grids:
        table = tables.get(grid.name)
        if table is None:
            yield from _on_further_sheet(grid, own_texts)
        elif table.marker in (layout.ANSWERS, layout.COVER):
            beside = _beside_cover if table.marker == layout.COVER else _beside
            for row, column in beside(table, own_texts):
                yield _note("text", grid.rows[row][column], grid.place(row, column))
        extra = attachments(grid.package, grid.part)
        for comment in extra.comments:
            if comment.author != MARK_AUTHOR:
                place = grid.place(comment.row - 1, comment.column - 1)
                yield _note("comment", comment.text, place)
        if extra.shapes:
            params: dict[str, object] = {"count": extra.shapes}
            if extra.text.strip():
                params["text"] = extra.text[:_MAX_TEXT]
            code = "shapes_with_text" if "text" in params else "shapes"
            yield _problem(code, params, _sheet(grid))


def _sheet(grid: Grid) -> CellLocation:
    return CellLocation(grid.path, grid.name, None, None, grid.index)


def _note(kind: str, text: CellValue, place: FormLocation) -> Problem:
    return _problem(kind, {"text": as_text(text)[:_MAX_TEXT]}, place)


def _problem(kind: str, params: Mapping[str, object], place: InputLocation | None) -> Problem:
    return Problem(f"form.beside.{kind}", params, place)


def _on_further_sheet(grid: Grid, own_texts: OwnTexts) -> Iterator[Problem]:
    if grid.name in _OWN_SHEETS or _is_guide(grid, own_texts):
        return
    texts = (as_text(cell) for cells in grid.rows for cell in cells if not is_blank(cell))
    kept = "\n".join(islice(texts, _MAX_TEXT))
    if kept:
        yield _note("sheet", kept, _sheet(grid))


def _is_guide(grid: Grid, own_texts: OwnTexts) -> bool:
    """Return whether a sheet is the form's own guide."""
    if own_texts.are_recorded:
        return any(own_texts.has(cell) for cells in grid.rows[:1] for cell in cells)
    # builds that did not record their texts headed the guide's columns with the levels, 0 to 5
    heads = ([as_text(cell)[:1] for cell in cells[1:]] for cells in grid.rows[:_GUIDE_HEAD])
    return any("".join(head).startswith("012345") for head in heads)


def _beside(table: CodeTable, own_texts: OwnTexts) -> Iterator[tuple[int, int]]:
    """Yield the cells with text outside an answer sheet's table, and those that are not read."""
    read = {table.key_column, *table.columns.values()}
    answer = table.columns.get("answer")
    shown = {table.columns.get(code) for code in _SHOWN}
    entries = set(table.columns.values()) - shown - {answer, table.columns.get(layout.ISSUED)}
    keys = {row.number: row.key for row in table.rows}
    width = len(table.grid.rows[0])
    outside = [column for column in range(width) if column not in read]
    for row, cells in enumerate(table.grid.rows):
        key = keys.get(row, "")
        if row == table.codes_row:
            continue
        unread: Sequence[int] = outside if key else range(width)
        if KEY_SEPARATOR in key:
            unread = sorted((*outside, *entries))
        for column in unread:
            cell = cells[column]
            if cell == "" or is_blank(cell) or (not key and column == table.key_column):
                continue
            is_head = not key and column == table.key_column + 1 and row < table.codes_row
            if not is_head or not own_texts.has(cell):
                yield row, column


def _beside_cover(table: CodeTable, own_texts: OwnTexts) -> Iterator[tuple[int, int]]:
    """Yield the cells with text beside the cover's lines, and in their cells that are not read."""
    value, reason = table.columns[VALUE], table.columns[REASON]
    last = table.columns.get(layout.ISSUED, reason + 2)
    own = (table.key_column, table.key_column + 1, value, reason, last - 1, last)
    fields = {field.key for field in (*layout.INSTITUTION, *layout.APPROVAL)}
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            if cell == "" or is_blank(cell):
                continue
            is_unread = column not in own
            if column == reason and row.key in fields and row.key != "institution.size":
                is_unread = not own_texts.has(cell)
            elif column in (value, reason):
                is_factor = row.key.startswith((layout.FACTOR_PREFIX, PREFIX_OF_NAMES))
                is_unread = not row.key or (column == reason and is_factor)
            if is_unread:
                yield row.number, column
