"""The page of a workbook's table whose rows have a hidden key: its head, and how it is set up."""

from collections.abc import Sequence
from typing import NamedTuple

from cssa.excel.form_styles import FormStyles
from cssa.excel.row_height import row_height
from cssa.excel.sheet import page_text
from cssa.excel.sheet_writer import SheetWriter
from cssa.forms import layout
from cssa.forms.layout import CODES_ROW, HEADINGS_ROW

_A3 = 8


class TableHead(NamedTuple):
    """What stands above a table.

    Attributes:
        kind: of the table, by which it is recognised when it is read.
        title: of the page.
        how: what to do with the table.
        mark: how the workbook is to be handled.
        mark_column: where that stands.
    """

    kind: str
    title: str
    how: str
    mark: str
    mark_column: int


class HeadedColumn(NamedTuple):
    """A column of a table; the first is column 1, beside the hidden key.

    Attributes:
        code: identifies it when the workbook is read.
        group: of cells that share a colour of headings.
        width: in characters.
    """

    code: str
    heading: str
    group: str
    width: float
    is_hidden: bool = False


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


def write_head(
    writer: SheetWriter, styles: FormStyles, head: TableHead, columns: Sequence[HeadedColumn]
) -> None:
    """Write the rows above a table, each before the next: a workbook may not keep them."""
    sheet, numbered = writer.sheet, list(enumerate(columns, start=1))
    sheet.set_column(0, 0, 12, None, {"hidden": True})
    for number, column in numbered:
        sheet.set_column(number, number, column.width, None, {"hidden": column.is_hidden})
    sheet.set_row(0, 26)
    writer.write(0, 1, head.title, styles["title"])
    writer.write(0, head.mark_column, head.mark, styles["warning"])
    sheet.set_row(1, 18)
    writer.write(1, 1, head.how, styles["subtitle"])
    sheet.set_row(CODES_ROW, None, None, {"hidden": True})
    writer.write(CODES_ROW, 0, head.kind, styles["hidden"])
    for number, column in numbered:
        writer.write(CODES_ROW, number, column.code, styles["hidden"])
    height = row_height([(column.heading, column.width) for column in columns])
    sheet.set_row(HEADINGS_ROW, height)
    writer.write(HEADINGS_ROW, 0, layout.HEADINGS, styles["hidden"])
    for number, column in numbered:
        writer.write(HEADINGS_ROW, number, column.heading, styles[f"heading.{column.group}"])


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
