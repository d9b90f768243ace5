"""The workbook of a comparison: figures and practices over the days, with native charts."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook

from cssa.comparison.compared_results import signed
from cssa.engine.aggregate import rounded
from cssa.excel.printed_workbook import PrintedWorkbook
from cssa.excel.report_styles import OWN, TARGET
from cssa.excel.sheet import PageEdges, PrintedSheet, Row, SheetColumn, StyledCell, Value
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports.comparison.comparison_view import ComparisonView
from cssa.reports.comparison.rows import FigureHistoryRow, FigureTable
from cssa.reports.excel.charts import ChartData, frame, number_font, scale_axis
from cssa.signature import OutputKind

_NAME, _NUMBER, _PART = 34, 12, 15
_CHART_ROWS = 15
_CHART_SIZE = (520, 288)
_SECOND_CHART = 4
"""Column at which the second chart begins."""
_OTHERS = "#8A94A3"


def write_comparison(view: ComparisonView) -> bytes:
    """Return the workbook, the same bytes for the same view.

    Args:
        view: what it shows.
    """
    edges = PageEdges(view.institution, view.message("handling"), view.title)
    category = OutputKind.COMPARISON.category
    book = PrintedWorkbook(view.lang, title=view.title, edges=edges, category=category)
    _summary(book, view)
    for table in view.below_tables:
        _figures(_sheet(book, view, "below", table), view, table, float, "count")
    _practices(book, view)
    for table in view.section_tables:
        _figures(_sheet(book, view, "sections", table), view, table, rounded, "two_decimals")
    _method(book, view)
    return book.finish()


def _summary(book: PrintedWorkbook, view: ComparisonView) -> None:
    tables = view.score_tables
    sheet = _sheet(book, view, "summary", tables[0] if tables else None)
    sheet.worksheet.fit_to_pages(1, 1)
    write_history(sheet, view, book.workbook)
    if not tables:
        sheet.heading(view.message("comparison.h.answered"))
        columns = [_domain_column(view), *_day_columns(view, "center")]
        sheet.table(columns, [(name, *cells) for name, cells in view.answered])


def widths(view: ComparisonView) -> Sequence[float]:
    """Return how wide the columns of the sheet with scores over the days are."""
    tables = view.score_tables
    return [column.width for column in _columns(view, tables[0], "count")] if tables else [_NAME]


def write_history(sheet: PrintedSheet, view: ComparisonView, book: Workbook) -> None:
    """Write how the whole changed, the days, and the scores with their charts.

    Args:
        sheet: with columns of these widths.
        view: what it shows.
        book: the workbook, for the charts.
    """
    for sentence in view.lead:
        sheet.paragraph(sentence, "lead")
    sheet.heading(view.message("comparison.h.points"))
    for point in view.points:
        version = view.message("comparison.version", version=point.version)
        notes = TYPOGRAPHY[view.lang].join(point.notes)
        sheet.labelled_text(point.label, f"{version}  {notes}".rstrip())
    for table in view.score_tables:
        sheet.heading(table.heading)
        first, last = _figures(sheet, view, table, rounded, "two_decimals")
        data = ChartData(
            sheet.name, first, last, len(table.rows), sheet.font, view.comparison.scale
        )
        sheet.blank_row()
        line = _line_chart(book, data, view)
        sheet.chart(line, 0, _CHART_SIZE, 0, view.message("comparison.line.title"))
        dumbbell = _dumbbell(book, data, view)
        description = view.message("comparison.dumbbell.title")
        sheet.chart(dumbbell, _SECOND_CHART, _CHART_SIZE, _CHART_ROWS, description, offset=40)


def _sheet(
    book: PrintedWorkbook, view: ComparisonView, name: str, table: FigureTable | None
) -> PrintedSheet:
    """Return a sheet with its head, its columns as wide as those of a table."""
    columns = _columns(view, table, "count") if table else [_domain_column(view)]
    widths = [column.width for column in columns]
    if table is None:
        widths += [_NUMBER] * len(view.days)
    sheet = book.add_sheet(view.message(f"comparison.sheet.{name}"), widths)
    sheet.paragraph(view.title, "title")
    sheet.paragraph(view.message("handling"), "handling")
    sheet.paragraph(f"{view.institution} · {view.checklist}")
    return sheet


def _domain_column(view: ComparisonView) -> SheetColumn:
    return SheetColumn(view.message("report.column.domain"), _NAME, repeated=True)


def _day_columns(view: ComparisonView, style: str) -> Iterator[SheetColumn]:
    return (SheetColumn(day.isoformat(), _NUMBER, style) for day in view.days)


def _columns(view: ComparisonView, table: FigureTable, style: str) -> list[SheetColumn]:
    change = "count_change" if style == "count" else "fine_change"
    columns = [
        _domain_column(view),
        *_day_columns(view, style),
        SheetColumn(view.message("comparison.column.difference"), _NUMBER, f"{change}.bold"),
        *(
            SheetColumn(view.message(f"comparison.cause.{cause}"), _PART, change)
            for cause in table.causes
        ),
    ]
    if table.has_joined:
        columns.append(SheetColumn(view.message("comparison.column.joined"), 30))
    return columns


def _figures(
    sheet: PrintedSheet,
    view: ComparisonView,
    table: FigureTable,
    shown: Callable[[Fraction], Value],
    style: str,
) -> tuple[int, int]:
    """Write figures with the parts of their differences; return the first and the last row."""
    top = sheet.table(_columns(view, table, style), [_row(row, table, shown) for row in table.rows])
    return top + 1, sheet.row - 1


def _row(row: FigureHistoryRow, table: FigureTable, shown: Callable[[Fraction], Value]) -> Row:
    history = row.history
    difference = history.score if shown is rounded else history.below_target
    cells: list[Value | StyledCell] = [
        row.name,
        *(None if value is None else shown(value) for value in row.values),
        None if difference.value is None else signed(difference.value),
        *(
            signed(row.exact_parts[cause]) if cause in row.exact_parts else None
            for cause in table.causes
        ),
    ]
    return [*cells, row.joined] if table.has_joined else cells


def _practices(book: PrintedWorkbook, view: ComparisonView) -> None:
    columns = [
        SheetColumn(view.message("comparison.column.id"), 12, repeated=True),
        SheetColumn(view.message("report.column.practice"), 44),
        *_day_columns(view, "center"),
        SheetColumn(view.message("comparison.column.since_last"), 18),
        SheetColumn(view.message("comparison.column.since_first"), 18),
        SheetColumn(view.message("comparison.column.revisions"), 34),
    ]
    name = view.message("comparison.sheet.practices")
    sheet = book.add_sheet(name, [column.width for column in columns])
    sheet.paragraph(view.title, "title")
    sheet.paragraph(view.message("handling"), "handling")
    for changed in view.changed:
        sheet.paragraph(f"{changed.heading}  {changed.summary}")
    rows = [
        [
            row.number,
            row.title,
            *map(_level, row.cells),
            row.since_last,
            row.since_first,
            "\n".join(row.notes),
        ]
        for row in view.practices
    ]
    sheet.filtered_table(columns, rows, frozen=1)


def _level(cell: str) -> Value:
    """Return a level as a number, anything else as it is in words."""
    return int(cell) if cell.lstrip("-").isdecimal() else cell


def _method(book: PrintedWorkbook, view: ComparisonView) -> None:
    sheet = book.add_sheet(view.message("comparison.sheet.method"), [110], landscape=False)
    sheet.paragraph(view.title, "title")
    sheet.paragraph(view.message("handling"), "handling")
    if view.notes or view.remarks:
        sheet.heading(view.message("comparison.h.method"))
    _paragraphs(sheet, (*view.notes, *view.remarks))
    sheet.heading(view.message("report.h.disclaimers"))
    _paragraphs(sheet, view.disclaimers)


def _paragraphs(sheet: PrintedSheet, texts: Sequence[str]) -> None:
    for text in texts:
        sheet.paragraph(text)


def _line_chart(book: Workbook, data: ChartData, view: ComparisonView) -> Chart:
    """Return scores over the days: the domains thin, the whole thick."""
    chart = book.add_chart({"type": "line"})
    days = [data.sheet, data.first - 1, 1, data.first - 1, len(view.days)]
    for number, row in enumerate(view.scores):
        place = data.first + number
        is_overall = row.history.id is None
        colour, width = (OWN, 3.25) if is_overall else (_OTHERS, 1.25)
        chart.add_series(
            {
                "name": row.title if is_overall else row.history.id,
                "categories": days,
                "values": [data.sheet, place, 1, place, len(view.days)],
                "line": {"color": colour, "width": width},
                "marker": {
                    "type": "circle", "size": 7 if is_overall else 4,
                    "fill": {"color": colour}, "border": {"color": colour},
                },
                "data_labels": {
                    "custom": [*[{"delete": True}] * (len(view.days) - 1), {}],
                    "series_name": True, "value": False, "position": "right",
                    "font": number_font(data, 8),
                },
            }
        )  # fmt: skip
    chart.set_y_axis(scale_axis(data))
    chart.set_x_axis({"num_font": number_font(data, 9), "text_axis": True})
    chart.show_blanks_as("gap")
    frame(chart, view.message("comparison.line.title"), data)
    chart.set_legend({"none": True})
    return chart


def _dumbbell(book: Workbook, data: ChartData, view: ComparisonView) -> Chart:
    """Return the first and the last score of every domain, joined by a line."""
    chart = book.add_chart({"type": "line"})
    ends = (
        (1, "comparison.legend.first", view.points[0].label, TARGET, "diamond"),
        (len(view.days), "comparison.legend.last", view.points[-1].label, OWN, "circle"),
    )
    for column, code, day, colour, marker in ends:
        series = {
            "name": view.message(code, day=day),
            "categories": data.cells(0), "values": data.cells(column),
            "line": {"none": True},
            "marker": {
                "type": marker, "size": 9, "fill": {"color": colour}, "border": {"color": colour},
            },
        }  # fmt: skip
        if column > 1:  # error bars, as LibreOffice draws no high-low lines
            change = _range(data, len(view.days) + 1)
            series["y_error_bars"] = {
                "type": "custom", "direction": "minus", "end_style": 0,
                "line": {"color": OWN, "width": 2.25},
                "plus_values": change, "minus_values": change,
            }  # fmt: skip
        chart.add_series(series)
    chart.set_y_axis(scale_axis(data))
    chart.set_x_axis({"num_font": number_font(data, 8)})
    frame(chart, view.message("comparison.dumbbell.title"), data)
    return chart


def _range(data: ChartData, column: int) -> str:
    """Return a column's cells of all domains as a formula."""
    first, last = (
        xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        for row in (data.first, data.last)
    )
    quoted = data.sheet.replace("'", "''")
    return f"='{quoted}'!{first}:{last}"
