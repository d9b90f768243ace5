"""Coordinates of the charts, rounded to one decimal, from exact figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import cos, pi, sin

from cssa.checklist.level_scale import SIX_LEVELS, LevelScale
from cssa.messages import Lang
from cssa.reports import text_layout
from cssa.reports.domain_view import DomainView
from cssa.reports.phrases import in_language

MIN_AXES = 3
"""Fewest axes of a radar: with fewer it has no area."""
MAX_TITLED_AXES = 8
"""Axes at most whose labels have room for titles; more have numbers alone."""

_SIDE_LABEL_WIDTH, _MIDDLE_LABEL_WIDTH = 20, 36  # cells, beside the chart and above or below it

# What is not broken in a label: a run of katakana, a kanji word with its inflection, a Latin word.
_WORDS = re.compile(r"[ァ-ヶー・]+|[一-龠々]+(?:[ぁ-ん]+(?=[ァ-ヶ一-龠々]|$))?|[!-~À-ɏ’]+ ?|.")
LINE_HEIGHT = 15
"""Distance of a label's lines, in units of the picture."""

_SIDE_THRESHOLD = 0.3  # how far from the vertical an axis points for its label to go beside it


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """A domain's number and title at the end of its axis.

    Attributes:
        x: of the text's anchor, as is ``y``.
        anchor: ``start``, ``middle`` or ``end``, as SVG has it.
    """

    x: float
    y: float
    anchor: str
    number: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar chart, in units of the picture.

    Attributes:
        x: of the centre, as is ``y``.
        rings: the closed outline of each level from 1 up.
        axes: ends of the axes.
        own: outline of the own scores; None where too few exist to draw one.
        target: outline of the targets, likewise.
        median: outline of a comparison group's medians, likewise.
        dots: positions of the own scores.
        scale_marks: position and level of each number on the scale.
    """

    width: int
    height: int
    x: float
    y: float
    rings: tuple[str, ...]
    axes: tuple[tuple[float, float], ...]
    own: str | None
    target: str | None
    median: str | None
    dots: tuple[tuple[float, float], ...]
    scale_marks: tuple[tuple[float, float, int], ...]
    labels: tuple[AxisLabel, ...]


def radar(
    domains: Sequence[DomainView],
    lang: Lang,
    medians: Sequence[Fraction | None] = (),
    scale: LevelScale = SIX_LEVELS,
    *,
    width: int = 500,
    height: int = 392,
    radius: float = 124,
) -> Radar | None:
    """Return the radar of the domains' scores and targets, None for fewer than three domains.

    Args:
        domains: one for each axis.
        lang: language of the labels.
        medians: of a comparison group, rounded as displayed; empty where there is no group.
        scale: of the scores; an axis runs from its lowest to its highest level.
        width: of the picture.
        height: of the picture.
        radius: length of an axis.
    """
    if len(domains) < MIN_AXES:
        return None
    x, y = width / 2, height / 2 + 6
    count = len(domains)
    rays = [(sin(2 * pi * n / count), -cos(2 * pi * n / count)) for n in range(count)]

    def point(ray: tuple[float, float], length: float) -> tuple[float, float]:
        return round(x + ray[0] * length, 1), round(y + ray[1] * length, 1)

    def length(value: Fraction | int | None) -> float | None:
        return None if value is None else radius * float(scale.share(value))

    def points(lengths: Sequence[float | None]) -> list[tuple[float, float]]:
        return [
            point(ray, distance)
            for ray, distance in zip(rays, lengths, strict=True)
            if distance is not None
        ]

    def outline(lengths: Sequence[float | None]) -> str | None:
        corners = points(lengths)
        if len(corners) < MIN_AXES:
            return None
        return " ".join(f"{px:g},{py:g}" for px, py in corners)

    scores = [length(domain.score) for domain in domains]
    levels = {level: radius * float(scale.share(level)) for level in scale.values[1:]}
    return Radar(
        width=width,
        height=height,
        x=x,
        y=y,
        rings=tuple(outline([distance] * count) or "" for distance in levels.values()),
        axes=tuple(point(ray, radius) for ray in rays),
        own=outline(scores),
        target=outline([length(domain.target) for domain in domains]),
        median=outline([length(median) for median in medians or [None] * count]),
        dots=tuple(points(scores)),
        scale_marks=tuple(
            (x - 4, round(y - distance + 3, 1), level) for level, distance in levels.items()
        ),
        labels=tuple(
            _label(domain, ray, point(ray, radius + 16), lang, titled=count <= MAX_TITLED_AXES)
            for domain, ray in zip(domains, rays, strict=True)
        ),
    )


def _label(
    domain: DomainView,
    ray: tuple[float, float],
    position: tuple[float, float],
    lang: Lang,
    *,
    titled: bool,
) -> AxisLabel:
    x, y = position
    anchor = (
        "start" if ray[0] > _SIDE_THRESHOLD else "end" if ray[0] < -_SIDE_THRESHOLD else "middle"
    )
    width = _MIDDLE_LABEL_WIDTH if anchor == "middle" else _SIDE_LABEL_WIDTH
    lines = _label_lines(in_language(domain.title, lang), width) if titled else ()
    height = LINE_HEIGHT * len(lines)
    if anchor != "middle":
        y -= height / 2 - 4
    elif ray[1] < 0:
        y -= height - 4
    else:
        y += 8
    return AxisLabel(x, round(y, 1), anchor, domain.id, lines)


@lru_cache(maxsize=256)
def _label_lines(title: str, width: int) -> tuple[str, ...]:
    lines = [""]
    for word in _WORDS.findall(title):
        fits = text_layout.cells(word.rstrip()) <= width
        for piece in [word] if fits else text_layout.wrap(word, width).split("\n"):
            line = lines[-1]
            if line and text_layout.cells(line) + text_layout.cells(piece.rstrip()) > width:
                lines.append("")
            lines[-1] += piece
    return tuple(line.rstrip() for line in lines)


def bar_segments(counts: Sequence[int], width: float) -> tuple[tuple[float, float, int], ...]:
    """Return a stacked bar's segments: left edge, width and count of each.

    Args:
        counts: what the segments stand for, in order.
        width: of the whole bar.
    """
    total = sum(counts)
    segments, passed = [], 0
    for count in counts:
        left = round(width * passed / total, 1) if total else 0
        passed += count
        right = round(width * passed / total, 1) if total else 0
        segments.append((left, round(right - left, 1), count))
    return tuple(segments)
