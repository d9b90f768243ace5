"""The aggregate's workbook: its sheets in order, and what they share."""

import io

from cssa.form.sheetwriter import SheetWriter
from cssa.messages import Lang
from cssa.reports.aggregate.view import AggregateView
from cssa.reports.excel import aggregate_method, aggregate_summary, aggregate_tables
from cssa.reports.excel.sheet import Running, Sheet
from cssa.reports.excel.styles import Styles
from cssa.reports.excel.words import Words
from cssa.reports.excel.workbook import new_workbook


def make(view: AggregateView, lang: Lang) -> bytes:
    """Return the workbook."""
    stream = io.BytesIO()
    words = Words(lang)
    title, name = words.of(view.title), words(view.name)
    handling = "" if view.restricted is None else words("report.handling")
    book = new_workbook(
        stream, title=f"{name} {title}", subject=handling, category="cssa aggregate"
    )
    styles = Styles(book, lang)
    running = Running(title, handling, name)

    def add(sheet_name: str, widths: tuple[float, ...], *, landscape: bool = True) -> Sheet:
        label = words(f"aggregate.sheet.{sheet_name}")
        sheet = Sheet(SheetWriter(book.add_worksheet(label), label), styles, widths)
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
