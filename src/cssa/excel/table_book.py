"""Workbooks that are tables and nothing else, to be filtered, read and printed."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from xlsxwriter.workbook import Workbook

from cssa.excel.report_styles import ReportStyles
from cssa.excel.sheet import PageEdges, PrintedSheet, Row, SheetColumn
from cssa.excel.sheet_writer import SheetWriter
from cssa.messages import Lang, message

_CREATED = datetime(2025, 7, 4)  # noqa: DTZ001 - fixed, so that the same tables give the same bytes
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True, kw_only=True)
class SheetTable:
    """A table on a sheet of its own.

    Attributes:
        sheet: name of the sheet.
        notes: paragraphs that stay in sight above it.
        columns: their styles say what they hold: ``cell`` text, ``count`` whole numbers, ``one``
            and ``two`` decimals, ``date`` days.
        rows: a value for each column; text is never taken for anything else.
        frozen: columns that stay in sight.
        remarks: paragraphs below it.
    """

    sheet: str
    title: str
    notes: Sequence[str] = ()
    columns: Sequence[SheetColumn]
    rows: Iterable[Row]
    frozen: int = 0
    remarks: Sequence[str] = ()


def write_tables(tables: Sequence[SheetTable], lang: Lang, *, title: str, source: str) -> bytes:
    """Return a workbook, the same bytes for the same tables.

    Args:
        tables: in the order of their sheets.
        lang: decides the font, and how the pages are marked.
        title: of the whole, at the foot of every page.
        source: whose it is, at the head.
    """
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    handling = message(lang, "report.handling")
    book.set_properties({"title": title, "subject": handling, "created": _CREATED})
    styles = ReportStyles(book, lang)
    running = PageEdges(source, handling, title)
    for table in tables:
        writer = SheetWriter(book.add_worksheet(table.sheet), table.sheet)
        sheet = PrintedSheet(writer, styles, [column.width for column in table.columns])
        sheet.set_up_print(running, landscape=True)
        sheet.wide(table.title, "title")
        for note in (handling, *table.notes):
            sheet.wide(note, "handling" if note == handling else "text")
        sheet.filtered(table.columns, table.rows, frozen=table.frozen)
        for remark in table.remarks:
            sheet.wide(remark, "soft")
    book.close()
    return stream.getvalue()
