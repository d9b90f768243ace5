"""Where the lines of a chart go: numbers with one decimal, from exact figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import cos, pi, sin
from re import compile as pattern

from cssa.checklist.model import MAX_LEVEL
from cssa.messages import Lang
from cssa.reports import text_layout
from cssa.reports.phrases import put
from cssa.reports.report_view import DomainView

LEAST_AXES = 3
"""Axes below which a radar has no area."""

_BESIDE, _ABOVE = 20, 36  # cells of a label's line, beside the chart and above or below it

# What stays whole in a label: a run of katakana, a kanji word with what inflects it, a Latin word.
_WORDS = pattern(r"[ァ-ヶー・]+|[一-龠々]+(?:[ぁ-ん]+(?=[ァ-ヶ一-龠々]|$))?|[!-~]+ ?|.")
LEADING = 15
"""Distance of a label's lines."""

_EDGE = 0.3  # how far from the vertical an axis must point for its label to stand beside it


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """A text of one or more lines beside an axis."""

    x: float
    y: float
    anchor: str
    number: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar chart.

    Attributes:
        rings: the closed outline of each level from 1 up.
        axes: ends of the axes.
        own: outline of the figures; None where too few exist to draw one.
        target: outline of the targets, likewise.
        median: outline of a comparison group's medians, likewise.
        marks: where the rings' levels are written.
        dots: where the own figures lie.
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
    marks: tuple[tuple[float, float, int], ...]
    labels: tuple[AxisLabel, ...]


def radar(
    domains: Sequence[DomainView],
    lang: Lang,
    medians: Sequence[Fraction | None] = (),
    *,
    width: int = 500,
    height: int = 392,
    radius: float = 124,
) -> Radar | None:
    """Return the radar of the domains' figures and targets, None for fewer than three.

    Args:
        domains: one for each axis.
        lang: language of the labels.
        medians: of a comparison group, as they are shown; none where there is no group.
        width: of the picture, as are ``height`` and the scale's ``radius``.
        height: of the picture.
        radius: length of an axis.
    """
    if len(domains) < LEAST_AXES:
        return None
    x, y = width / 2, height / 2 + 6
    count = len(domains)
    rays = [(sin(2 * pi * n / count), -cos(2 * pi * n / count)) for n in range(count)]

    def at(ray: tuple[float, float], length: float) -> tuple[float, float]:
        return round(x + ray[0] * length, 1), round(y + ray[1] * length, 1)

    def outline(values: Sequence[Fraction | None]) -> str | None:
        points = [
            at(ray, radius * float(value) / MAX_LEVEL)
            for ray, value in zip(rays, values, strict=True)
            if value is not None
        ]
        if len(points) < LEAST_AXES:
            return None
        return " ".join(f"{px:g},{py:g}" for px, py in points)

    scores = [domain.score for domain in domains]
    return Radar(
        width=width,
        height=height,
        x=x,
        y=y,
        rings=tuple(outline([Fraction(level)] * count) or "" for level in range(1, MAX_LEVEL + 1)),
        axes=tuple(at(ray, radius) for ray in rays),
        own=outline(scores),
        target=outline([domain.target for domain in domains]),
        median=outline(medians or [None] * count),
        dots=tuple(
            at(ray, radius * float(score) / MAX_LEVEL)
            for ray, score in zip(rays, scores, strict=True)
            if score is not None
        ),
        marks=tuple(
            (x - 4, round(y - radius * level / MAX_LEVEL + 3, 1), level)
            for level in range(1, MAX_LEVEL + 1)
        ),
        labels=tuple(
            _label(domain, ray, at(ray, radius + 16), lang)
            for domain, ray in zip(domains, rays, strict=True)
        ),
    )


def _label(
    domain: DomainView, ray: tuple[float, float], place: tuple[float, float], lang: Lang
) -> AxisLabel:
    x, y = place
    anchor = "start" if ray[0] > _EDGE else "end" if ray[0] < -_EDGE else "middle"
    width = _ABOVE if anchor == "middle" else _BESIDE
    lines = _lines(put(domain.title, lang), width)
    tall = LEADING * len(lines)
    if anchor != "middle":
        y -= tall / 2 - 4
    elif ray[1] < 0:
        y -= tall - 4
    else:
        y += 8
    return AxisLabel(x, round(y, 1), anchor, domain.id, lines)


def _lines(title: str, width: int) -> tuple[str, ...]:
    lines = [""]
    for word in _WORDS.findall(title):
        fits = text_layout.cells(word.rstrip()) <= width
        for part in [word] if fits else text_layout.wrap(word, width).split("\n"):
            if (
                lines[-1]
                and text_layout.cells(lines[-1]) + text_layout.cells(part.rstrip()) > width
            ):
                lines.append("")
            lines[-1] += part
    return tuple(line.rstrip() for line in lines)


def parts(shares: Sequence[int], width: float) -> tuple[tuple[float, float, int], ...]:
    """Return a stacked bar's pieces: where each begins, how wide it is, what it counts."""
    total = sum(shares)
    pieces, begun = [], 0
    for count in shares:
        left = round(width * begun / total, 1) if total else 0
        begun += count
        right = round(width * begun / total, 1) if total else 0
        pieces.append((left, round(right - left, 1), count))
    return tuple(pieces)
