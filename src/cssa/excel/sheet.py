"""A printed sheet that is written from the top down, every text of it seen whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from cssa.excel.report_styles import ReportStyles
from cssa.excel.row_height import lines, row_height
from cssa.excel.sheet_writer import SheetWriter

Value = str | float | date | None

_A4 = 9
_MARGIN = 0.5
_MOST_LINES = 27
"""Lines of the tallest row that a spreadsheet shows."""
_AIR = 5
"""Points between a heading's line and what follows."""

_LEAST = {"title": 26.0, "lead": 30.0, "number": 32.0}
_TITLE_SCALE = 1.7
"""How much more room a title's letters take than those that heights are worked out for."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a table.

    Attributes:
        style: of its cells, by name.
        repeated: whether it says again what a row is about where a long text goes on below.
    """

    heading: str
    width: float
    style: str = "cell"
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class StyledCell:
    """A value that looks otherwise than its column.

    Attributes:
        link: a cell of this workbook to go to.
    """

    value: Value
    style: str
    link: str | None = None


Row = Sequence[Value | StyledCell]


@dataclass(frozen=True, slots=True)
class PageEdges:
    """What stands at the edges of every printed page."""

    name: str
    handling: str
    title: str

    @property
    def header(self) -> str:
        """The head, in which an ampersand of the name is no command."""
        return f"&L{_literal(self.name)}&R&B{_literal(self.handling)}"

    @property
    def footer(self) -> str:
        """The foot."""
        return f"&L{_literal(self.title)}&R&P / &N"


class PrintedSheet:
    """A sheet.

    Args:
        writer: its cells.
        styles: of the workbook.
        widths: of its columns, in characters.

    Attributes:
        row: the next free row, from 0.
    """

    def __init__(self, writer: SheetWriter, styles: ReportStyles, widths: Sequence[float]) -> None:
        self._writer = writer
        self._styles = styles
        self._widths = widths
        self.raw = writer.sheet
        self.name = writer.name
        self.row = 0
        for column, width in enumerate(widths):
            self.raw.set_column(column, column, width)
        self.raw.hide_gridlines(2)

    @property
    def font(self) -> str:
        """The workbook's font."""
        return self._styles.font

    def set_up_print(self, running: PageEdges, *, landscape: bool) -> None:
        """Prepare for A4, one page wide and as long as it takes."""
        self.raw.set_paper(_A4)
        if landscape:
            self.raw.set_landscape()
        self.raw.set_margins(left=_MARGIN, right=_MARGIN, top=0.75, bottom=0.75)
        self.raw.set_header(running.header)
        self.raw.set_footer(running.footer)
        self.raw.fit_to_pages(1, 0)

    def put(self, row: int, column: int, given: Value | StyledCell, style: str) -> None:
        """Write one cell, text as text."""
        cell = given if isinstance(given, StyledCell) else StyledCell(given, style)
        value, look = cell.value, self._styles[cell.style]
        if cell.link is not None:
            self.raw.write_url(row, column, cell.link, look, str(value))
        elif isinstance(value, float):
            self.raw.write_number(row, column, value, look)
        else:
            is_date = isinstance(value, date)
            self._writer.put(row, column, value, self._styles["date"] if is_date else look)

    def wide(self, text: str, style: str = "text", *, first: int = 0, mark: str = "") -> None:
        """Write a paragraph across the columns, over as many rows as it needs.

        Args:
            text: the paragraph.
            style: its look.
            first: the column it begins in.
            mark: what stands in the column before it.
        """
        last = len(self._widths) - 1
        width = sum(self._widths[first:])
        scale = _TITLE_SCALE if style == "title" else 1.2 if style == "lead" else 1.0
        for part in split(text, width / scale):
            if first and mark:
                self.put(self.row, first - 1, mark, "rank")
                mark = ""
            if first < last:
                self.raw.merge_range(self.row, first, self.row, last, "", self._styles[style])
            self.put(self.row, first, part, style)
            least = _LEAST.get(style, 18.0)
            self.raw.set_row(self.row, row_height([(part, width / scale)], least=least) * scale)
            self.row += 1

    def heading(self, text: str, style: str = "heading") -> None:
        """Write a heading, with space before it."""
        if self.row:
            self.row += 1
        height = 24 if style == "heading" else 20
        self.raw.set_row(self.row, height)
        for column in range(len(self._widths)):
            self.put(self.row, column, text if not column else None, style)
        self.raw.set_row(self.row + 1, _AIR)
        self.row += 2

    def gap(self, rows: int = 1) -> None:
        """Leave rows free."""
        self.row += rows

    def table(self, columns: Sequence[SheetColumn], rows: Iterable[Row], *, first: int = 0) -> int:
        """Write a table under its headings; return the row of the headings.

        Args:
            columns: its columns; their widths are those of the sheet.
            rows: their values.
            first: the sheet's column it begins in.
        """
        top = self.row
        headings = [(column.heading, column.width) for column in columns]
        self.raw.set_row(top, row_height(headings, least=20))
        for number, column in enumerate(columns):
            self.put(top, first + number, column.heading, "column")
        self.row += 1
        for row in rows:
            self._line(columns, row, first)
        return top

    def lines(self, columns: Sequence[SheetColumn], rows: Iterable[Row]) -> None:
        """Write rows of a table that needs no headings."""
        for row in rows:
            self._line(columns, row, 0)

    def labelled(self, label: str, text: str) -> None:
        """Write a label, and what it names over the other columns."""
        last = len(self._widths) - 1
        width = sum(self._widths[1:])
        for number, part in enumerate(split(text, width)):
            self.put(self.row, 0, label if not number else None, "label")
            self.raw.merge_range(self.row, 1, self.row, last, "", self._styles["cell"])
            self.put(self.row, 1, part, "cell")
            texts = [(label, self._widths[0]), (part, width)]
            self.raw.set_row(self.row, row_height(texts, least=18))
            self.row += 1

    def measured(self, name: str, value: str, note: str) -> None:
        """Write a measure over the first two columns, its value, and a note over the others."""
        last = len(self._widths) - 1
        for first, end, text, style in (
            (0, 1, name, "label"), (2, 2, value, "center.bold"), (3, last, note, "cell"),
        ):  # fmt: skip
            if first < end:
                self.raw.merge_range(self.row, first, self.row, end, "", self._styles[style])
            self.put(self.row, first, text, style)
        texts = [(name, sum(self._widths[:2])), (note, sum(self._widths[3:]))]
        self.raw.set_row(self.row, row_height(texts, least=18))
        self.row += 1

    def chart(
        self,
        chart: Chart,
        column: int,
        size: tuple[int, int],
        rows: int,
        text: str,
        offset: int = 2,
    ) -> None:
        """Place a chart.

        Args:
            chart: the chart.
            column: where it begins.
            size: its width and height in pixels.
            rows: how many rows are left for it; 0 where another chart stands beside it.
            text: what it shows, for those who cannot see it.
            offset: pixels between the column's edge and the chart.
        """
        chart.set_size({"width": size[0], "height": size[1]})
        place = {"x_offset": offset, "y_offset": 2, "object_position": 1, "description": text}
        self.raw.insert_chart(self.row, column, chart, place)
        self.row += rows

    def filtered(
        self, columns: Sequence[SheetColumn], rows: Iterable[Row], *, frozen: int = 0
    ) -> None:
        """Write the table of a sheet: it can be filtered, and its headings stay in sight."""
        top = self.table(columns, rows)
        last = len(columns) - 1
        self.raw.autofilter(top, 0, max(self.row - 1, top + 1), last)
        self.raw.freeze_panes(top + 1, frozen)
        self.raw.repeat_rows(top)
        if frozen:
            self.raw.repeat_columns(0, frozen - 1)

    def _line(self, columns: Sequence[SheetColumn], row: Row, first: int) -> None:
        """Write a row, and below it rows for what is left of texts that a row cannot show."""
        parts = [
            split(value, column.width) if isinstance(value, str) else [value]
            for column, value in zip(columns, row, strict=True)
        ]
        for number, values in enumerate(zip_longest(*parts)):
            seen = [
                given if number and column.repeated else value
                for column, value, given in zip(columns, values, row, strict=True)
            ]
            for place, (column, value) in enumerate(zip(columns, seen, strict=True)):
                self.put(self.row, first + place, value, column.style)
            texts = [
                (_text(value), column.width) for column, value in zip(columns, seen, strict=True)
            ]
            self.raw.set_row(self.row, row_height(texts, least=18))
            self.row += 1

    def reference(self, row: int, column: int) -> str:
        """Return a cell as links name it."""
        quoted = self.name.replace("'", "''")
        return f"internal:'{quoted}'!{xl_rowcol_to_cell(row, column)}"


def split(text: str, width: float) -> list[str]:
    """Cut a text into parts that a row can show, at its line breaks where it has some."""
    parts = []
    while lines(text, width) > _MOST_LINES:
        low, high = 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if lines(text[:middle], width) <= _MOST_LINES:
                low = middle
            else:
                high = middle - 1
        at = text.rfind("\n", low // 2, low) + 1 or low
        parts.append(text[:at])
        text = text[at:]
    return [*parts, text]


def _text(value: Value | StyledCell) -> str:
    value = value.value if isinstance(value, StyledCell) else value
    return value if isinstance(value, str) else ""


def _literal(text: str) -> str:
    """Return text as a page's head shows it, short enough for one."""
    return " ".join(text.split())[:40].replace("&", "&&")
