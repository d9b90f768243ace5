"""How far another document is covered, as a page for the terminal."""

from cssa.messages.typography import TYPOGRAPHY
from cssa.reports.crosswalk.crosswalk_view import CrosswalkRow, CrosswalkView
from cssa.reports.page import Cell, Column, Page, Paragraph, Table

_SHOWN_DISCLAIMERS = (0, 1, 3)
"""Those that are not of a report's file."""
_MEAN_WIDTH = 4
"""Cells of its heading, so that a short word is not broken."""


def crosswalk_page(view: CrosswalkView) -> Page:
    """Return the page: a row for each item of the other document.

    Args:
        view: what the report shows.
    """
    count, total = len(view.uncovered), view.total
    return (
        (
            Paragraph(view.message("crosswalk.title", framework=view.framework), "heading"),
            Paragraph(view.message("crosswalk.of", checklist=view.checklist)),
            Paragraph(view.message("crosswalk.note")),
        ),
        (_table(view),),
        (
            Paragraph(view.message("crosswalk.uncovered", count=count, total=total)),
            *(Paragraph(view.disclaimers[number]) for number in _SHOWN_DISCLAIMERS),
        ),
    )


def _table(view: CrosswalkView) -> Table:
    columns = (
        Column(view.message("crosswalk.column.item")),
        Column(view.message("crosswalk.column.title"), breaks="anywhere"),
        Column(view.message("crosswalk.column.lowest"), "right"),
        Column(view.message("crosswalk.column.mean"), "right", at_least=_MEAN_WIDTH),
        Column(view.message("crosswalk.column.evidence"), "right"),
        Column(view.message("crosswalk.column.practices"), breaks="in lists"),
    )
    return Table(columns, [_row(row, view) for row in view.rows])


def _row(row: CrosswalkRow, view: CrosswalkView) -> tuple[str | Cell, ...]:
    cells = (
        row.number,
        row.title,
        row.lowest,
        "-" if row.mean is None else f"{row.mean:.1f}",
        str(row.evidence),
        TYPOGRAPHY[view.lang].join(row.practices),
    )
    return tuple(Cell(cell, "heading") for cell in cells) if row.depth == 0 else cells
