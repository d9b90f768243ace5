"""The page of a workbook's table whose rows have a hidden key."""

from typing import NamedTuple

from cssa.excel.sheet import page_text
from cssa.excel.sheet_writer import SheetWriter

_A3 = 8


class TablePlace(NamedTuple):
    """Where a table lies; rows and columns from 0, its hidden key in column 0.

    Attributes:
        headings: the row of the headings.
        first: the first row below what stays visible.
        frozen: the first column beside what stays visible.
        last: the last row that may be filled in.
        printed: the last row and column that are printed.
        moved: the last column, hidden ones included, that moves with its row.
    """

    headings: int
    first: int
    frozen: int
    last: int
    printed: tuple[int, int]
    moved: int


def set_up_page(
    writer: SheetWriter, place: TablePlace, title: str, mark: str, *, may_sort: bool = False
) -> None:
    """Freeze, filter and protect a table, and have it printed on landscape A3.

    Args:
        writer: of the sheet.
        place: of the table; the filter goes from the key on, since a sort must move whole rows.
        title: in the middle of the footer.
        mark: how the workbook is to be handled.
        may_sort: whether the protection allows sorting.
    """
    sheet = writer.sheet
    sheet.freeze_panes(place.first, place.frozen)
    sheet.autofilter(place.headings, 0, place.last, place.moved)
    allowed = {"format_columns": True, "format_rows": True, "autofilter": True}
    sheet.protect("", allowed | ({"sort": True} if may_sort else {}))
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.repeat_rows(place.headings)
    sheet.print_area(0, 1, *place.printed)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{page_text(mark)}&C{page_text(title)}&R&P / &N")
    sheet.set_zoom(90)
