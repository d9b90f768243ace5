"""The aggregate's workbook: its sheets in order, and what they share."""

from cssa.checklist.level_scale import LevelScale
from cssa.excel.form_styles import LEVELS
from cssa.excel.printed_workbook import PrintedWorkbook
from cssa.excel.sheet import PageEdges, PrintedSheet
from cssa.messages import Lang
from cssa.reports.aggregate.aggregate_view import AggregateView
from cssa.reports.excel import aggregate_method, aggregate_summary, aggregate_tables
from cssa.reports.excel.aggregate_tables import AggregateTable
from cssa.reports.excel.cell_words import CellWords


def write_aggregate(view: AggregateView, lang: Lang) -> bytes:
    """Return the workbook, the same bytes for the same view.

    Args:
        view: what it shows.
        lang: its language.
    """
    words = CellWords(lang)
    title, name = words.text(view.title), words(view.name)
    handling = "" if view.restricted is None else words.text(view.handling.mark)
    edges = PageEdges(title, handling, name)
    book = PrintedWorkbook(lang, title=f"{name} {title}", edges=edges, category="cssa aggregate")

    def add(sheet_name: str, widths: tuple[float, ...], *, landscape: bool = True) -> PrintedSheet:
        return book.add_sheet(words(f"aggregate.sheet.{sheet_name}"), widths, landscape=landscape)

    summary = add("summary", aggregate_summary.WIDTHS, landscape=False)
    aggregate_summary.write(summary, view, words, book.workbook)
    for table in aggregate_tables.tables(view, words):
        sheet = add(table.name, tuple(column.width for column in table.columns))
        sheet.filtered_table(table.columns, table.rows, frozen=table.frozen)
        if table.scores and table.rows:
            _shade(sheet, table, view.scale)
    method = add("method", aggregate_method.WIDTHS, landscape=False)
    aggregate_method.write(method, view, words)
    summary.worksheet.activate()
    return book.finish()


def _shade(sheet: PrintedSheet, table: AggregateTable, scale: LevelScale) -> None:
    """Shade the scores of a sheet, from the lowest level to the highest."""
    sheet.worksheet.conditional_format(
        1,
        table.scores[0],
        sheet.row - 1,
        table.scores[-1],
        {
            "type": "2_color_scale",
            "min_type": "num",
            "max_type": "num",
            "min_value": scale.lowest,
            "max_value": scale.highest,
            "min_color": LEVELS[0],
            "max_color": LEVELS[-1],
        },
    )
