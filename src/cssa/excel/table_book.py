"""Workbooks that are tables and nothing else, to be filtered, read and printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cssa.excel.printed_workbook import PrintedWorkbook
from cssa.excel.sheet import PageEdges, Row, SheetColumn
from cssa.messages import Lang


@dataclass(frozen=True, kw_only=True)
class SheetTable:
    """A table on a sheet of its own.

    Attributes:
        sheet: name of the sheet.
        notes: paragraphs above the table.
        columns: their styles say what they hold: ``cell`` text, ``count`` whole numbers,
            ``one_decimal`` and ``two_decimals`` numbers, ``date`` days.
        rows: a value for each column; text is written as text.
        frozen: number of columns that stay visible.
        remarks: paragraphs below the table.
    """

    sheet: str
    title: str
    notes: Sequence[str] = ()
    columns: Sequence[SheetColumn]
    rows: Iterable[Row]
    frozen: int = 0
    remarks: Sequence[str] = ()


def write_tables(
    tables: Sequence[SheetTable], lang: Lang, *, title: str, source: str, handling: str
) -> bytes:
    """Return a workbook, the same bytes for the same tables.

    Args:
        tables: in the order of their sheets.
        lang: decides the font, and the words at the edges of the pages.
        title: of the document, in the footer of every page.
        source: whose document it is, in the header.
        handling: its marking.
    """
    edges = PageEdges(source, handling, title)
    book = PrintedWorkbook(lang, title=title, edges=edges, row_by_row=True)
    for table in tables:
        sheet = book.add_sheet(table.sheet, [column.width for column in table.columns])
        sheet.paragraph(table.title, "title")
        sheet.paragraph(handling, "handling")
        for note in table.notes:
            sheet.paragraph(note)
        sheet.filtered_table(table.columns, table.rows, frozen=table.frozen)
        for remark in table.remarks:
            sheet.paragraph(remark, "soft")
    return book.finish()
