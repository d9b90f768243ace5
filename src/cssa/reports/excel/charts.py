"""Native charts of Excel over cells with the domains' figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from cssa.checklist.level_scale import LevelScale
from cssa.excel.form_styles import BORDER, INK, LEVELS
from cssa.excel.report_styles import OWN, TARGET, UNANSWERED
from cssa.reports.excel.cell_words import CellWords

_MOST_STEPS = 10
"""Into how many parts an axis is divided at most."""
_THIN_LINE = {"color": BORDER, "width": 0.5}


@dataclass(frozen=True, slots=True)
class ChartData:
    """The cells of the domains' figures; a cell is blank where there is nothing to score.

    Attributes:
        sheet: name of the sheet.
        first: row of the first domain, from 0.
        last: row of the last.
        scored: number of domains that have a score.
        font: of the charts' texts.
        scale: of the scores.
    """

    sheet: str
    first: int
    last: int
    scored: int
    font: str
    scale: LevelScale

    def cells(self, column: int) -> list[str | int]:
        """Return a column's cells of all domains."""
        return [self.sheet, self.first, column, self.last, column]

    def heading(self, column: int) -> list[str | int]:
        """Return a column's heading."""
        return [self.sheet, self.first - 1, column]


def radar(book: Workbook, data: ChartData, words: CellWords, columns: Sequence[int]) -> Chart:
    """Return a radar of maturity and target.

    Args:
        book: the workbook.
        data: the cells of the figures.
        words: the language.
        columns: those of maturity and, where there are targets, of target.
    """
    chart = book.add_chart({"type": "radar", "subtype": "with_markers"})
    for column, name, style in _score_and_target(columns, words):
        line = {"color": style["color"], "width": style["width"]}
        if "dash" in style:
            line["dash_type"] = style["dash"]
        marker = {
            "type": style["marker"], "size": 5,
            "fill": {"color": style["color"]}, "border": {"color": style["color"]},
        }  # fmt: skip
        chart.add_series(
            {
                "name": name, "categories": data.cells(0), "values": data.cells(column),
                "line": line, "marker": marker,
            }
        )  # fmt: skip
    chart.set_y_axis(scale_axis(data))
    chart.set_x_axis({"num_font": number_font(data, 10)})
    frame(chart, words("report.h.domains"), data)
    return chart


def bars(book: Workbook, data: ChartData, words: CellWords, columns: Sequence[int]) -> Chart:
    """Return bars of maturity beside target, domain by domain.

    Args:
        book: the workbook.
        data: the cells of the figures.
        words: the language.
        columns: those of maturity and, where there are targets, of target.
    """
    chart = book.add_chart({"type": "column"})
    for column, name, style in _score_and_target(columns, words):
        chart.add_series(
            {
                "name": name, "categories": data.cells(0), "values": data.cells(column),
                "fill": {"color": style["color"]}, "gap": 60, "overlap": -5,
                "data_labels": {"value": True, "num_format": "0.0", "font": number_font(data, 7)},
            }
        )  # fmt: skip
    chart.set_y_axis(scale_axis(data))
    chart.set_x_axis({"num_font": number_font(data, 9)})
    title = "report.sheet.bars" if len(columns) > 1 else "report.sheet.bars_no_targets"
    frame(chart, words(title), data)
    return chart


def level_counts(book: Workbook, data: ChartData, words: CellWords, first: int) -> Chart:
    """Return stacked bars of the number of basic practices at each level.

    Args:
        book: the workbook.
        data: the cells of the figures.
        words: the language.
        first: column of the lowest level; the others follow, unanswered last.
    """
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    colours = (*(LEVELS[shade] for shade in data.scale.shades), UNANSWERED)
    for number, colour in enumerate(colours):
        chart.add_series(
            {
                "name": data.heading(first + number),
                "categories": data.cells(0), "values": data.cells(first + number),
                "fill": {"color": colour}, "border": {"color": BORDER, "width": 0.5},
                "gap": 40,
            }
        )  # fmt: skip
    chart.set_x_axis({"num_font": number_font(data, 9), "num_format": "0", "major_gridlines": {
        "visible": True, "line": _THIN_LINE,
    }})  # fmt: skip
    chart.set_y_axis(
        {"num_font": number_font(data, 10), "reverse": True, "crossing": "max", "line": _THIN_LINE}
    )
    frame(chart, words("report.shares.title"), data)
    return chart


def spread(book: Workbook, data: ChartData, words: CellWords, columns: Mapping[str, int]) -> Chart:
    """Return a box for each domain: its quartiles, its median, and lines to P10 and P90.

    It is a line chart without lines: up-down bars join the first series to the last, high-low
    lines join the extremes.

    Args:
        book: the workbook.
        data: the cells of the figures.
        words: the language.
        columns: that of each quantile, by the last part of its message's code.
    """
    chart = book.add_chart({"type": "line"})
    for name in ("q1", "p10", "median", "p90", "q3"):
        is_median = name == "median"
        chart.add_series(
            {
                "name": words(f"aggregate.column.{name}"),
                "categories": data.cells(0), "values": data.cells(columns[name]),
                "line": {"none": True},
                "marker": {
                    "type": "long_dash", "size": 16 if is_median else 6,
                    "fill": {"color": OWN if is_median else INK},
                    "border": {"color": OWN if is_median else INK},
                },
                **({"data_labels": _labels(data)} if is_median else {}),
            }
        )  # fmt: skip
    chart.set_high_low_lines({"line": {"color": INK, "width": 1}})
    box = {"fill": {"color": LEVELS[1]}, "border": {"color": OWN, "width": 0.75}}
    chart.set_up_down_bars({"up": box, "down": box})
    chart.set_y_axis(scale_axis(data))
    chart.set_x_axis({"num_font": number_font(data, 9)})
    frame(chart, words("aggregate.sheet.chart"), data)
    return chart


def _labels(data: ChartData) -> dict[str, Any]:
    return {"value": True, "num_format": "0.0", "position": "right", "font": number_font(data, 9)}


def _score_and_target(
    columns: Sequence[int], words: CellWords
) -> list[tuple[int, str, dict[str, Any]]]:
    own = {"color": OWN, "width": 2.25, "marker": "circle"}
    target = {"color": TARGET, "width": 1.5, "dash": "dash", "marker": "diamond"}
    names = (words("report.radar.own"), words("report.radar.target"))
    return list(zip(columns, names, (own, target), strict=False))


def scale_axis(data: ChartData) -> dict[str, Any]:
    """Return the properties of an axis from the lowest to the highest level of the figures."""
    scale = data.scale
    step = 1 if scale.span <= _MOST_STEPS else scale.span / _MOST_STEPS
    return {
        "min": scale.lowest, "max": scale.highest, "major_unit": step, "num_format": "0",
        "num_font": number_font(data, 8), "major_gridlines": {"visible": True, "line": _THIN_LINE},
        "line": _THIN_LINE,
    }  # fmt: skip


def number_font(data: ChartData, size: int) -> dict[str, Any]:
    """Return the font of texts of a chart.

    Args:
        data: the cells of its figures.
        size: in points.
    """
    return {"name": data.font, "size": size, "color": INK, "bold": False}


def frame(chart: Chart, title: str, data: ChartData) -> None:
    """Give a chart its title, its legend and its frame.

    Args:
        chart: the chart.
        title: above it.
        data: the cells of its figures.
    """
    chart.set_title({"name": title, "name_font": {**number_font(data, 10), "bold": True}})
    chart.set_legend({"position": "bottom", "font": number_font(data, 9)})
    chart.set_chartarea({"border": {"color": BORDER}})
