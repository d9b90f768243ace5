"""The aggregate's workbook: its sheets in order, and what they share."""

from cssa.excel.printed_workbook import PrintedWorkbook
from cssa.excel.sheet import PageEdges, PrintedSheet
from cssa.messages import Lang
from cssa.reports.aggregate.aggregate_view import AggregateView
from cssa.reports.excel import aggregate_method, aggregate_summary, aggregate_tables
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
    method = add("method", aggregate_method.WIDTHS, landscape=False)
    aggregate_method.write(method, view, words)
    summary.worksheet.activate()
    return book.finish()
