"""The roadmap's workbook: the projected curve with its table, and what is to be raised when."""

from collections.abc import Iterator

from xlsxwriter.chart import Chart

from cssa.excel.printed_workbook import PrintedWorkbook
from cssa.excel.report_styles import OWN, TARGET
from cssa.excel.sheet import PageEdges, PrintedSheet, Row, SheetColumn
from cssa.reports.excel.cell_words import CellWords
from cssa.reports.plan.roadmap_view import RoadmapHalf, RoadmapView
from cssa.signature import OutputKind

_CHART = (620, 260)
_CHART_ROWS = 15


def write_roadmap(view: RoadmapView) -> bytes:
    """Return the workbook, the same bytes for the same view.

    Args:
        view: what it shows.
    """
    words = CellWords(view.lang)
    title = words("roadmap.title")
    edges = PageEdges(view.institution, words("handling"), title)
    category = OutputKind.ROADMAP.category
    book = PrintedWorkbook(view.lang, title=title, edges=edges, category=category)
    columns = _curve_columns(words)
    curve = book.add_sheet(words("roadmap.sheet.curve"), [column.width for column in columns])
    curve.paragraph(title, "title")
    curve.paragraph(words("handling"), "handling")
    curve.paragraph(words("roadmap.goal", goal=view.goal))
    for text in view.outcome:
        curve.paragraph(text)
    top = curve.table(columns, (_curve_row(half, words) for half in view.points))
    curve.blank_row()
    last = top + len(view.points)
    for column, name, kind, colour in ((1, "score", "line", OWN), (2, "below", "column", TARGET)):
        chart = _chart(book, curve, words, (top + 1, last), column, kind, colour, name)
        curve.chart(chart, 0, _CHART, _CHART_ROWS, words(f"roadmap.chart.{name}"))
    for text in view.notes:
        curve.paragraph(text, "soft")
    steps = _step_columns(words)
    sheet = book.add_sheet(words("roadmap.sheet.steps"), [column.width for column in steps])
    sheet.filtered_table(steps, _step_rows(view))
    if not view.halves:
        sheet.paragraph(words("roadmap.nothing"))
    return book.finish()


def _chart(
    book: PrintedWorkbook,
    sheet: PrintedSheet,
    words: CellWords,
    rows: tuple[int, int],
    column: int,
    kind: str,
    colour: str,
    name: str,
) -> Chart:
    chart = book.workbook.add_chart({"type": kind})
    first, last = rows
    shape = (
        {"line": {"color": colour, "width": 2.25}, "marker": {"type": "circle", "size": 6}}
        if kind == "line"
        else {"fill": {"color": colour}, "gap": 60}
    )
    chart.add_series(
        {
            "name": words(f"roadmap.column.{name}"),
            "categories": [sheet.name, first, 0, last, 0],
            "values": [sheet.name, first, column, last, column],
            "data_labels": {
                "value": True,
                "num_format": "0.0" if name == "score" else "0",
                "position": "above" if kind == "line" else "outside_end",
            },
            **shape,
        }
    )
    font = {"name": sheet.font, "size": 9}
    chart.set_title({"name": words(f"roadmap.chart.{name}"), "name_font": {**font, "size": 10}})
    chart.set_legend({"none": True})
    chart.set_x_axis({"num_font": font})
    chart.set_y_axis({"num_font": font, "min": 0, "major_gridlines": {"visible": True}})
    return chart


def _curve_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("roadmap.column.end"), 18),
        SheetColumn(words("roadmap.column.score"), 14, "two_decimals"),
        SheetColumn(words("roadmap.column.below"), 16, "count"),
        SheetColumn(words("roadmap.column.own"), 16, "count"),
        SheetColumn(words("roadmap.column.suggested"), 18, "count"),
        SheetColumn(words("roadmap.column.cost"), 12, "count"),
    ]


def _curve_row(half: RoadmapHalf, words: CellWords) -> Row:
    own = sum(row.step.is_own for row in half.rows)
    score = words.score(half.score, 2)
    return [half.title, score, half.below, own, len(half.rows) - own, half.half.cost]


def _step_columns(words: CellWords) -> list[SheetColumn]:
    return [
        SheetColumn(words("roadmap.column.end"), 16),
        SheetColumn(words("report.sheet.number"), 11),
        SheetColumn(words("report.column.practice"), 44),
        SheetColumn(words("roadmap.column.before"), 10, "center"),
        SheetColumn(words("roadmap.column.after"), 10, "center"),
        SheetColumn(words("roadmap.column.kind"), 22),
        SheetColumn(words("report.plan.owner"), 20),
        SheetColumn(words("report.plan.due"), 13),
        SheetColumn(words("roadmap.column.cost"), 10, "count"),
    ]


def _step_rows(view: RoadmapView) -> Iterator[Row]:
    for half in view.halves:
        for row in half.rows:
            step = row.step
            yield [
                half.title, row.number, row.title, step.before, step.after, row.kind,
                row.owner, row.due, step.cost,
            ]  # fmt: skip
