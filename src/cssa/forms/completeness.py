"""What a form was sent out with and no longer has: sheets, hidden parts, rows, single cells."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from cssa.checklist.model import Domain
from cssa.errors import Problem
from cssa.excel.cell_values import as_code
from cssa.excel.grids import Grid
from cssa.excel.merged_cells import MergedRange
from cssa.forms import layout
from cssa.forms.code_tables import CodeTable
from cssa.location import CellLocation, InputLocation, Location
from cssa.messages import LANGS, message
from cssa.messages.wording import BilingualWord, bilingual, listed

_MAX_MERGED = 50
"""Merged ranges of a sheet that are named."""

_NAMED = 5
"""Rows that a message names."""
_HEADINGS_OF_A_FORM = 5
"""Headings in one row by which a sheet is recognised as a form's."""
_SEARCHED = 12
"""Columns and rows in which headings and numbers are looked for."""
_HEADINGS = ("number", "title", "section", "tier", "question", "listed", "pitfalls")


_LOST = frozenset(
    f"form.{code}"
    for code in ("key_column_lost", "codes_row_lost", "hidden_parts_lost", "all_rows_lost")
)


class ExpectedRows(NamedTuple):
    """The rows that a domain's sheet was sent out with.

    Attributes:
        keys: hidden keys, in order.
    """

    domain: Domain
    keys: list[str]


def lost_rows(
    expected: Sequence[ExpectedRows],
    present: Collection[str],
    tables: Sequence[CodeTable],
    others: Sequence[Grid],
    path: str,
) -> Iterator[Problem]:
    """Yield a problem for each domain that rows are missing of.

    Args:
        expected: what was sent out.
        present: keys of the rows that came back.
        tables: the answer sheets.
        others: sheets that are no tables.
        path: the file's name for messages.
    """
    for rows in expected:
        domain, keys = rows
        missing = [key for key in keys if key not in present]
        if not missing:
            continue
        title = _name(domain)
        if len(missing) < len(keys):
            shown = listed(missing[:_NAMED])
            params = {"domain": title, "count": len(missing), "rows": shown}
            code = "form.rows_lost" if len(missing) <= _NAMED else "form.many_rows_lost"
            yield Problem(code, params, _place(tables, keys, path))
        else:
            yield _lost_sheet(rows, title, tables, others, path)


def _place(tables: Sequence[CodeTable], keys: Sequence[str], path: str) -> InputLocation:
    """Return the head of the sheet that has a domain's other rows."""
    wanted = set(keys)
    for table in tables:
        if any(row.key in wanted for row in table.rows):
            return table.head_place
    return Location(path)


def _lost_sheet(
    rows: ExpectedRows,
    title: BilingualWord,
    tables: Sequence[CodeTable],
    others: Sequence[Grid],
    path: str,
) -> Problem:
    """Return what has happened to a domain of which no row came back."""
    keys, params = set(rows.keys), {"domain": title}
    for grid in others:
        columns = {
            number
            for cells in grid.rows
            for number, cell in enumerate(cells[:_SEARCHED])
            if isinstance(cell, str) and as_code(cell) in keys
        }
        if columns:
            code = _lost_part(grid, has_keys=len(columns) > 1)
            visible = 1 if code == "codes_row_lost" else 0
            return Problem(f"form.{code}", params, grid.place(0, visible))
    for table in tables:
        is_empty = not any(row.key not in ("", layout.HEADINGS) for row in table.rows)
        if is_empty and _has_title(table.grid, rows.domain):
            return Problem("form.all_rows_lost", params, table.head_place)
    return Problem("form.sheet_lost", params, Location(path))


def _lost_part(grid: Grid, *, has_keys: bool) -> str:
    """Return which hidden part a sheet with a domain's rows has lost."""
    codes = set(_HEADINGS)
    has_codes = any(len(codes & set(map(str, cells))) > 1 for cells in grid.rows[:_SEARCHED])
    if has_keys:
        return "codes_row_lost"
    return "key_column_lost" if has_codes else "hidden_parts_lost"


def _name(domain: Domain) -> BilingualWord:
    return bilingual(lambda lang: f"{domain.id} {domain.title.get(lang)}")


def _has_title(grid: Grid, domain: Domain) -> bool:
    """Return whether a sheet has the title of a domain at its head."""
    titles = domain.title.words.values()
    return any(
        title in cell
        for cells in grid.rows[: layout.HEADINGS_ROW]
        for cell in cells
        if isinstance(cell, str)
        for title in titles
    )


def lost_sheets(problems: Iterable[Problem]) -> Iterator[CellLocation]:
    """Yield the sheets that problems are about of which no row came back."""
    for problem in problems:
        if problem.code in _LOST and isinstance(problem.location, CellLocation):
            yield problem.location


def is_stripped(grids: Sequence[Grid], tables: Sequence[CodeTable]) -> bool:
    """Return whether a workbook without the hidden sheet of a form once was one.

    Args:
        grids: its sheets.
        tables: those of them that still have their codes.
    """
    if any(table.marker in (layout.COVER, layout.ANSWERS) for table in tables):
        return True
    headings = [{message(lang, f"form.column.{code}") for code in _HEADINGS} for lang in LANGS]
    return any(
        len(words & {str(cell) for cell in cells}) >= _HEADINGS_OF_A_FORM
        for grid in grids
        for cells in grid.rows[:_SEARCHED]
        for words in headings
    )


def merged_entries(
    grid: Grid, rows: Sequence[int], columns: Sequence[int]
) -> Iterator[MergedRange]:
    """Yield the merged ranges in which a cell to be filled in has no value of its own.

    Args:
        grid: the sheet.
        rows: numbers of the rows to be filled in, from 0.
        columns: likewise of the columns.
    """
    rows, columns = sorted(rows), sorted(columns)
    merged = (cells for cells in grid.merged if _covers_entry(cells, rows, columns))
    yield from islice(merged, _MAX_MERGED)


def _covers_entry(cells: MergedRange, rows: Sequence[int], columns: Sequence[int]) -> bool:
    """Return whether a range has a cell to be filled in beside its first one."""
    down = rows[bisect_left(rows, cells.top - 1) : bisect_left(rows, cells.bottom)]
    across = columns[bisect_left(columns, cells.left - 1) : bisect_left(columns, cells.right)]
    if not down or not across:
        return False
    is_first = (down[0], across[0]) == (cells.top - 1, cells.left - 1)
    return len(down) * len(across) > (1 if is_first else 0)
