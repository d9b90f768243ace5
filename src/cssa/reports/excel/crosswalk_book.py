"""The workbook on another document: its items with what bears on them, and what nothing covers."""

from collections.abc import Iterable, Iterator

from cssa.excel.printed_workbook import PrintedWorkbook
from cssa.excel.sheet import PageEdges, Row, SheetColumn
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports.crosswalk.crosswalk_view import CrosswalkRow, CrosswalkView
from cssa.signature import OutputKind

_INDENT = "　"


def write_crosswalk(view: CrosswalkView) -> bytes:
    """Return the workbook, the same bytes for the same view.

    Args:
        view: what it shows.
    """
    title = view.message("crosswalk.title", framework=view.framework)
    handling = view.message("handling")
    edges = PageEdges(view.institution, handling, title)
    category = OutputKind.CROSSWALK.category
    book = PrintedWorkbook(view.lang, title=title, edges=edges, category=category)
    columns = _columns(view)
    comma = TYPOGRAPHY[view.lang].comma
    for name, rows in (("items", view.rows), ("uncovered", view.uncovered)):
        widths = [column.width for column in columns]
        sheet = book.add_sheet(view.message(f"crosswalk.sheet.{name}"), widths)
        sheet.paragraph(title, "title")
        sheet.paragraph(handling, "handling")
        sheet.paragraph(view.message("crosswalk.of", checklist=view.checklist))
        sheet.paragraph(view.message("crosswalk.note"))
        sheet.filtered_table(columns, _rows(rows, comma), frozen=1)
        for disclaimer in view.disclaimers:
            sheet.paragraph(disclaimer, "soft")
    return book.finish()


def _columns(view: CrosswalkView) -> list[SheetColumn]:
    return [
        SheetColumn(view.message("crosswalk.column.item"), 14, repeated=True),
        SheetColumn(view.message("crosswalk.column.title"), 52),
        SheetColumn(view.message("crosswalk.column.lowest"), 14),
        SheetColumn(view.message("crosswalk.column.mean"), 10, "one_decimal"),
        SheetColumn(view.message("crosswalk.column.evidence"), 10, "count"),
        SheetColumn(view.message("crosswalk.column.practices"), 44),
    ]


def _rows(rows: Iterable[CrosswalkRow], comma: str) -> Iterator[Row]:
    for row in rows:
        title = f"{_INDENT * row.depth}{row.title}"
        practices = comma.join(row.practices)
        lowest = row.level if row.level is not None else row.lowest
        yield [row.number, title, lowest, row.mean, row.evidence, practices]
