"""The levels of a checklist on bars and axes: where scores stand, and how dark levels are."""

from fractions import Fraction
from typing import NamedTuple

from cssa.checklist.level_scale import LevelScale
from cssa.peers.answer_classes import WITHOUT_LEVEL, level_classes
from cssa.peers.peers_file import ScoreCell

_SHADES_WITHOUT_LEVEL = (6, 7)
"""Those after the darkest one of a level."""

WITHHELD_SHADE = 8
"""That of what is withheld."""


class AxisMark(NamedTuple):
    """A level on an axis.

    Attributes:
        position: in per cent of the axis's width.
    """

    position: int
    level: int


class BoxPositions(NamedTuple):
    """A score's distribution as positions on the scale, in per cent of its width.

    Every position is a whole number, made from the figure as published.
    """

    mean: int
    p10: int | None
    q1: int | None
    median: int | None
    q3: int | None
    p90: int | None


def axis_position(score: float, scale: LevelScale) -> int:
    """Return where a score with one decimal lies, in whole per cent of the axis's width.

    It is made from the figure as it is published, so that it discloses no more than that.
    """
    return round(100 * scale.share(Fraction(round(score * 10), 10)))


def axis_marks(scale: LevelScale) -> tuple[AxisMark, ...]:
    """Return the levels on an axis, in ascending order."""
    return tuple(AxisMark(axis_position(level, scale), level) for level in scale.values)


def class_shades(scale: LevelScale) -> dict[str, int]:
    """Return the shade of each class of answers, from 0; the last two have no level."""
    levels = zip(level_classes(scale), scale.shades, strict=True)
    return {**dict(levels), **dict(zip(WITHOUT_LEVEL, _SHADES_WITHOUT_LEVEL, strict=True))}


def middle(cell: ScoreCell) -> float:
    """Return the median of a distribution, the mean where no median is published."""
    return cell.mean if cell.median is None else cell.median


def score_shade(cell: ScoreCell, scale: LevelScale) -> int:
    """Return the shade of a distribution: that of the highest level which its middle reaches.

    Args:
        cell: the figures.
        scale: the levels of the checklist.
    """
    reached = [level for level in scale.values if level <= middle(cell)]
    return scale.shade(reached[-1] if reached else scale.lowest)


def box_positions(cell: ScoreCell, scale: LevelScale) -> BoxPositions:
    """Return the positions of a distribution's figures.

    Args:
        cell: the figures.
        scale: the levels of the checklist.
    """
    quantiles = (cell.p10, cell.q1, cell.median, cell.q3, cell.p90)
    return BoxPositions(
        axis_position(cell.mean, scale),
        *(None if value is None else axis_position(value, scale) for value in quantiles),
    )
