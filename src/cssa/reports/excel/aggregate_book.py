"""The aggregate's workbook: its sheets in order, and what they share."""

import io

from cssa.excel.new_workbook import new_workbook
from cssa.excel.report_styles import ReportStyles
from cssa.excel.sheet import PageEdges, PrintedSheet
from cssa.excel.sheet_writer import SheetWriter
from cssa.messages import Lang
from cssa.reports.aggregate.aggregate_view import AggregateView
from cssa.reports.excel import aggregate_method, aggregate_summary, aggregate_tables
from cssa.reports.excel.cell_words import CellWords


def make(view: AggregateView, lang: Lang) -> bytes:
    """Return the workbook."""
    stream = io.BytesIO()
    words = CellWords(lang)
    title, name = words.of(view.title), words(view.name)
    handling = "" if view.restricted is None else words("report.handling")
    book = new_workbook(stream, title=f"{name} {title}", subject=handling)
    styles = ReportStyles(book, lang)
    running = PageEdges(title, handling, name)

    def add(sheet_name: str, widths: tuple[float, ...], *, landscape: bool = True) -> PrintedSheet:
        label = words(f"aggregate.sheet.{sheet_name}")
        sheet = PrintedSheet(SheetWriter(book.add_worksheet(label), label), styles, widths)
        sheet.set_up_print(running, landscape=landscape)
        return sheet

    first = add("summary", aggregate_summary.WIDTHS, landscape=False)
    aggregate_summary.write(first, view, words, book)
    for table in aggregate_tables.tables(view, words):
        sheet = add(table.name, tuple(column.width for column in table.columns))
        sheet.filtered(table.columns, table.rows, frozen=table.frozen)
    how = add("method", aggregate_method.WIDTHS, landscape=False)
    aggregate_method.write(how, view, words)
    first.raw.activate()
    book.close()
    return stream.getvalue()
