"""Coordinates of the charts of a comparison, rounded to one decimal, from exact figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cssa.checklist.level_scale import LevelScale
from cssa.reports.comparison.comparison_view import ComparisonView
from cssa.reports.comparison.day_labels import day_labels
from cssa.reports.comparison.rows import FigureHistoryRow

_LABEL_HEIGHT = 14
"""Least distance of two labels at the end of lines."""


@dataclass(frozen=True, slots=True)
class ScaleMark:
    """A line of the scale with its level."""

    at: float
    level: int


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A score over the days.

    Attributes:
        row: what it is of.
        paths: points of each stretch without a gap, as SVG has them.
        dots: position of each day that has a score.
        label: baseline of its name, beside its last day; None where that has no score.
        is_overall: whether it is that of the whole.
    """

    row: FigureHistoryRow
    paths: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    label: float | None
    is_overall: bool


@dataclass(frozen=True, slots=True)
class LineChart:
    """Scores over the days, the days as far apart as they are."""

    width: int
    height: int
    left: float
    right: float
    bottom: float
    marks: tuple[ScaleMark, ...]
    days: tuple[tuple[float, str, str], ...]
    lines: tuple[ChartLine, ...]


@dataclass(frozen=True, slots=True)
class DumbbellRow:
    """A figure on the first and on the last day.

    Attributes:
        y: of its middle.
        first: None where there is none, as ``last``.
        between: of the days between.
        is_overall: whether it is that of the whole.
    """

    row: FigureHistoryRow
    y: float
    first: float | None
    last: float | None
    between: tuple[float, ...]
    is_overall: bool


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """The change of every domain."""

    width: int
    height: int
    top: float
    bottom: float
    left: float
    right: float
    marks: tuple[ScaleMark, ...]
    rows: tuple[DumbbellRow, ...]


def _scale_values(scale: LevelScale) -> Sequence[int]:
    """Return the levels that have a line: of a long scale every second or more."""
    step = -(-len(scale.values) // 11)
    return scale.values[::step]


def line_chart(view: ComparisonView, *, width: int = 480, height: int = 236) -> LineChart | None:
    """Return the line chart of scores, None where there is nothing to score.

    Args:
        view: the comparison.
        width: of the picture.
        height: of the picture.
    """
    if not view.scores:
        return None
    left, right, top, bottom = 26.0, width - 52.0, 12.0, height - 34.0
    days, scale = view.days, view.comparison.scale
    span = (days[-1] - days[0]).days
    xs = [round(left + 8 + (right - left - 16) * (day - days[0]).days / span, 1) for day in days]

    def y_of(value: Fraction | int) -> float:
        return round(bottom - (bottom - top) * float(scale.share(value)), 1)

    ends = {
        number: y_of(row.values[-1])
        for number, row in enumerate(view.scores)
        if row.values[-1] is not None
    }
    labels = _apart(ends, top, bottom)
    lines = []
    for number, row in enumerate(view.scores):
        points = [
            None if value is None else (x, y_of(value))
            for x, value in zip(xs, row.values, strict=True)
        ]
        label = labels.get(number)
        lines.append(
            ChartLine(
                row=row,
                paths=tuple(_stretches(points)),
                dots=tuple(point for point in points if point is not None),
                label=None if label is None else round(label + 4, 1),
                is_overall=row.history.id is None,
            )
        )
    return LineChart(
        width=width,
        height=height,
        left=left,
        right=right,
        bottom=bottom,
        marks=tuple(ScaleMark(y_of(level), level) for level in _scale_values(scale)),
        days=tuple(
            (x, label, "start" if x == xs[0] else "end" if x == xs[-1] else "middle")
            for x, label in zip(xs, day_labels(days), strict=True)
        ),
        lines=tuple(lines),
    )


def _stretches(points: Sequence[tuple[float, float] | None]) -> list[str]:
    """Return the runs of points without a gap that make a line."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [" ".join(f"{x:g},{y:g}" for x, y in run) for run in runs if len(run) > 1]


def _apart(wanted: dict[int, float], top: float, bottom: float) -> dict[int, float]:
    """Return places as near to those wanted as labels can stand below one another."""
    order = sorted(wanted, key=lambda number: wanted[number])
    places: dict[int, float] = {}
    least = top
    for number in order:
        places[number] = max(wanted[number], least)
        least = places[number] + _LABEL_HEIGHT
    most = bottom
    for number in reversed(order):
        places[number] = min(places[number], most)
        most = places[number] - _LABEL_HEIGHT
    return places


def dumbbell(view: ComparisonView, *, width: int = 480) -> Dumbbell | None:
    """Return the change of every domain, None where there is nothing to score.

    Args:
        view: the comparison.
        width: of the picture.
    """
    if not view.scores:
        return None
    left, right, top, step = 52.0, width - 16.0, 22.0, 26.0
    scale = view.comparison.scale

    def x_of(value: Fraction | int | None) -> float | None:
        return (
            None if value is None else round(left + (right - left) * float(scale.share(value)), 1)
        )

    rows = []
    for number, row in enumerate(view.scores):
        between = [x_of(value) for value in row.values[1:-1]]
        rows.append(
            DumbbellRow(
                row=row,
                y=round(top + step * (number + 0.5), 1),
                first=x_of(row.values[0]),
                last=x_of(row.values[-1]),
                between=tuple(x for x in between if x is not None),
                is_overall=row.history.id is None,
            )
        )
    bottom = top + step * len(rows)
    return Dumbbell(
        width=width,
        height=int(bottom + 6),
        top=top,
        bottom=bottom,
        left=left,
        right=right,
        marks=tuple(ScaleMark(x_of(level) or left, level) for level in _scale_values(scale)),
        rows=tuple(rows),
    )
