"""A printed sheet that is written from the top down, in rows tall enough for every text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from cssa.excel.report_styles import ReportStyles
from cssa.excel.row_height import row_height, split
from cssa.excel.sheet_writer import SheetWriter
from cssa.messages.visible import shortened

Value = str | float | date | None

_A4 = 9  # XlsxWriter's number of the paper size
_MARGIN = 0.5  # inches
_PAGE_TEXT = 75  # characters of each of three texts, which together may have 255 with their codes
_HEADING_SPACE = 5
"""Points below a heading."""

_MIN_HEIGHTS = {"title": 26.0, "lead": 30.0, "number": 32.0}
"""Least heights in points of rows in these styles."""
_MIN_HEIGHT = 18.0
_SCALES = {"title": 1.7, "lead": 1.2}
"""How much larger letters of these styles are than those that heights are computed for."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a table.

    Attributes:
        width: in characters.
        style: of its cells, by name.
        repeated: whether its value is repeated where a long text of the row continues below.
    """

    heading: str
    width: float
    style: str = "cell"
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class StyledCell:
    """A value with another style than its column's.

    Attributes:
        style: by name.
        link: a cell of this workbook that it links to.
    """

    value: Value
    style: str
    link: str | None = None


Row = Sequence[Value | StyledCell]


@dataclass(frozen=True, slots=True)
class PageEdges:
    """What every printed page has at its edges.

    Attributes:
        name: whose document it is, top left.
        handling: the marking, top right.
        title: of the document, bottom left.
    """

    name: str
    handling: str
    title: str

    @property
    def header(self) -> str:
        """The header, in XlsxWriter's notation."""
        return f"&L{page_text(self.name)}&R&B{page_text(self.handling)}"

    @property
    def footer(self) -> str:
        """The footer, with page numbers, in XlsxWriter's notation."""
        return f"&L{page_text(self.title)}&R&P / &N"


class PrintedSheet:
    """A sheet.

    Args:
        writer: writes its cells.
        styles: of the workbook.
        widths: of its columns, in characters.

    Attributes:
        worksheet: of XlsxWriter.
        name: of the sheet.
        row: the next free row, from 0.
    """

    def __init__(self, writer: SheetWriter, styles: ReportStyles, widths: Sequence[float]) -> None:
        self._writer = writer
        self._styles = styles
        self._widths = widths
        self.worksheet = writer.sheet
        self.name = writer.name
        self.row = 0
        for column, width in enumerate(widths):
            self.worksheet.set_column(column, column, width)
        self.worksheet.hide_gridlines(2)

    @property
    def font(self) -> str:
        """The workbook's font."""
        return self._styles.font

    def set_up_print(self, edges: PageEdges, *, landscape: bool) -> None:
        """Set up for A4, fitted to one page in width.

        Args:
            edges: header and footer of its pages.
            landscape: whether its pages lie on their side.
        """
        self.worksheet.set_paper(_A4)
        if landscape:
            self.worksheet.set_landscape()
        self.worksheet.set_margins(left=_MARGIN, right=_MARGIN, top=0.75, bottom=0.75)
        self.worksheet.set_header(edges.header)
        self.worksheet.set_footer(edges.footer)
        self.worksheet.fit_to_pages(1, 0)

    def write_cell(self, row: int, column: int, content: Value | StyledCell, style: str) -> None:
        """Write one cell, text as text.

        Args:
            row: from 0.
            column: from 0.
            content: its value; a styled one keeps its own style.
            style: of a plain value, by name.
        """
        cell = content if isinstance(content, StyledCell) else StyledCell(content, style)
        value, cell_format = cell.value, self._styles[cell.style]
        if cell.link is not None:
            self.worksheet.write_url(row, column, cell.link, cell_format, str(value))
        elif isinstance(value, float):
            self.worksheet.write_number(row, column, value, cell_format)
        else:
            is_date = isinstance(value, date)
            self._writer.write(row, column, value, self._styles["date"] if is_date else cell_format)

    def paragraph(self, text: str, style: str = "text", *, first: int = 0, mark: str = "") -> None:
        """Write a paragraph across the columns, over as many rows as it needs.

        Args:
            text: the paragraph.
            style: by name.
            first: the column it begins in.
            mark: text of the column before it, such as its number.
        """
        last = len(self._widths) - 1
        width = sum(self._widths[first:])
        scale = _SCALES.get(style, 1.0)
        for part in split(text, width / scale):
            if first and mark:
                self.write_cell(self.row, first - 1, mark, "rank")
                mark = ""
            if first < last:
                self.worksheet.merge_range(self.row, first, self.row, last, "", self._styles[style])
            self.write_cell(self.row, first, part, style)
            least = _MIN_HEIGHTS.get(style, _MIN_HEIGHT)
            self.worksheet.set_row(
                self.row, row_height([(part, width / scale)], least=least) * scale
            )
            self.row += 1

    def heading(self, text: str, style: str = "heading") -> None:
        """Write a heading, with space before it."""
        if self.row:
            self.row += 1
        height = 24 if style == "heading" else 20
        self.worksheet.set_row(self.row, height)
        for column in range(len(self._widths)):
            self.write_cell(self.row, column, text if not column else None, style)
        self.worksheet.set_row(self.row + 1, _HEADING_SPACE)
        self.row += 2

    def blank_row(self) -> None:
        """Leave a row blank."""
        self.row += 1

    def table(self, columns: Sequence[SheetColumn], rows: Iterable[Row], *, first: int = 0) -> int:
        """Write a table below its headings; return the row of the headings.

        Args:
            columns: as wide as those of the sheet.
            rows: a value for each column.
            first: the sheet's column it begins in.
        """
        top = self.row
        headings = [(column.heading, column.width) for column in columns]
        self.worksheet.set_row(top, row_height(headings, least=20))
        for number, column in enumerate(columns):
            self.write_cell(top, first + number, column.heading, "column")
        self.row += 1
        for row in rows:
            self._write_row(columns, row, first)
        return top

    def rows(self, columns: Sequence[SheetColumn], rows: Iterable[Row]) -> None:
        """Write rows of a table without headings.

        Args:
            columns: as wide as those of the sheet.
            rows: a value for each column.
        """
        for row in rows:
            self._write_row(columns, row, 0)

    def labelled_text(self, label: str, text: str) -> None:
        """Write a label in the first column and a text across the others.

        Args:
            label: of the text.
            text: over as many rows as it needs.
        """
        last = len(self._widths) - 1
        width = sum(self._widths[1:])
        for number, part in enumerate(split(text, width)):
            self.write_cell(self.row, 0, label if not number else None, "label")
            self.worksheet.merge_range(self.row, 1, self.row, last, "", self._styles["cell"])
            self.write_cell(self.row, 1, part, "cell")
            texts = [(label, self._widths[0]), (part, width)]
            self.worksheet.set_row(self.row, row_height(texts, least=_MIN_HEIGHT))
            self.row += 1

    def measure(self, name: str, value: str, note: str) -> None:
        """Write a measure in a row.

        Args:
            name: across the first two columns.
            value: in the third.
            note: across the others.
        """
        end = len(self._widths) - 1
        for first, last, text, style in (
            (0, 1, name, "label"), (2, 2, value, "center.bold"), (3, end, note, "cell"),
        ):  # fmt: skip
            if first < last:
                self.worksheet.merge_range(self.row, first, self.row, last, "", self._styles[style])
            self.write_cell(self.row, first, text, style)
        texts = [(name, sum(self._widths[:2])), (note, sum(self._widths[3:]))]
        self.worksheet.set_row(self.row, row_height(texts, least=_MIN_HEIGHT))
        self.row += 1

    def chart(
        self,
        chart: Chart,
        column: int,
        size: tuple[int, int],
        rows: int,
        description: str,
        offset: int = 2,
    ) -> None:
        """Place a chart.

        Args:
            chart: the chart.
            column: the column that it begins in.
            size: its width and height in pixels.
            rows: rows reserved for it; 0 where another chart follows beside it.
            description: what it shows, for readers who cannot see it.
            offset: pixels between the column's edge and the chart.
        """
        chart.set_size({"width": size[0], "height": size[1]})
        options = {
            "x_offset": offset, "y_offset": 2, "object_position": 1, "description": description,
        }  # fmt: skip
        self.worksheet.insert_chart(self.row, column, chart, options)
        self.row += rows

    def filtered_table(
        self, columns: Sequence[SheetColumn], rows: Iterable[Row], *, frozen: int = 0
    ) -> None:
        """Write the only table of a sheet: with a filter, and headings that stay visible.

        Args:
            columns: as wide as those of the sheet.
            rows: a value for each column.
            frozen: number of columns that stay visible.
        """
        top = self.table(columns, rows)
        last = len(columns) - 1
        self.worksheet.autofilter(top, 0, max(self.row - 1, top + 1), last)
        self.worksheet.freeze_panes(top + 1, frozen)
        self.worksheet.repeat_rows(top)
        if frozen:
            self.worksheet.repeat_columns(0, frozen - 1)

    def _write_row(self, columns: Sequence[SheetColumn], row: Row, first: int) -> None:
        """Write a row, and further rows below it for the rest of texts that are too long for it."""
        parts = [
            split(value, column.width) if isinstance(value, str) else [value]
            for column, value in zip(columns, row, strict=True)
        ]
        for number, part in enumerate(zip_longest(*parts)):
            values = [
                whole if number and column.repeated else value
                for column, value, whole in zip(columns, part, row, strict=True)
            ]
            for offset, (column, value) in enumerate(zip(columns, values, strict=True)):
                self.write_cell(self.row, first + offset, value, column.style)
            texts = [
                (_text(value), column.width) for column, value in zip(columns, values, strict=True)
            ]
            self.worksheet.set_row(self.row, row_height(texts, least=_MIN_HEIGHT))
            self.row += 1

    def reference(self, row: int, column: int) -> str:
        """Return the address of a cell for links.

        Args:
            row: from 0.
            column: from 0.
        """
        quoted = self.name.replace("'", "''")
        return f"internal:'{quoted}'!{xl_rowcol_to_cell(row, column)}"


def _text(value: Value | StyledCell) -> str:
    value = value.value if isinstance(value, StyledCell) else value
    return value if isinstance(value, str) else ""


def page_text(text: str) -> str:
    """Return text as the edge of a page shows it, cut short, in XlsxWriter's notation."""
    return shortened(" ".join(text.split()), _PAGE_TEXT).replace("&", "&&")
