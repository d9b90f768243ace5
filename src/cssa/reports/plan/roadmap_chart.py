"""Geometry of the projected curve: the score as a line, what is below target as bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from cssa.checklist.level_scale import LevelScale

WIDTH, HEIGHT = 960, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 20, 26, 34
_BAR = 46
_MOST_LABELS = 12
"""More dates than this are not written below each other's columns."""


class ChartMark(NamedTuple):
    """A point or a bar.

    Attributes:
        x: its middle.
        y: its top.
        height: of a bar; 0 of a point.
        label: its title, empty where there is no room.
    """

    x: float
    y: float
    height: float
    label: str


@dataclass(frozen=True)
class RoadmapChart:
    """Two small charts over the same dates, in pixels.

    Attributes:
        line: the points of the score, as a polyline has them; empty without a score.
        scores: a mark for each score.
        bars: a bar for each number below target.
        ticks: height and text of each level of the scale.
        bar_width: of a bar.
    """

    line: str
    scores: tuple[ChartMark, ...]
    bars: tuple[ChartMark, ...]
    ticks: tuple[tuple[float, str], ...]
    bar_width: float
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    base: int = HEIGHT - _BOTTOM


def draw_roadmap(
    points: Sequence[tuple[str, Fraction | None, int]], scale: LevelScale
) -> RoadmapChart:
    """Return the charts.

    Args:
        points: title, score and number below target at each date.
        scale: of the scores.
    """
    step = (WIDTH - _LEFT - _RIGHT) / max(len(points), 1)
    room = HEIGHT - _TOP - _BOTTOM
    every = -(-len(points) // _MOST_LABELS)
    most = max((below for _, _, below in points), default=0) or 1

    def middle(number: int) -> float:
        return round(_LEFT + step * (number + 0.5), 1)

    def label(number: int) -> str:
        return points[number][0] if number % every == 0 else ""

    scores = tuple(
        ChartMark(middle(number), _height(float(scale.share(score)), room), 0, label(number))
        for number, (_, score, _) in enumerate(points)
        if score is not None
    )
    bars = tuple(
        ChartMark(
            middle(number),
            _height(below / most, room),
            round(room * below / most, 1),
            label(number),
        )
        for number, (_, _, below) in enumerate(points)
    )
    ticks = tuple(
        (_height(float(scale.share(Fraction(value))), room), str(value)) for value in scale.values
    )
    line = " ".join(f"{mark.x},{mark.y}" for mark in scores)
    return RoadmapChart(line, scores, bars, ticks, min(_BAR, round(step * 0.6, 1)))


def _height(share: float, room: int) -> float:
    return round(_TOP + room * (1 - share), 1)
