"""The place of one score in a group, as far as it follows from published figures alone."""

from fractions import Fraction
from math import floor
from typing import NamedTuple

from cssa.engine.aggregate import rounded
from cssa.peers.peers_file import CountCell, ScoreCell

MIN_FOR_STANDARD_SCORE = 30
"""Institutions from which a standard score is given."""

_QUANTILES = {"p10": 10, "q1": 25, "median": 50, "q3": 75, "p90": 90}


class Percentile(NamedTuple):
    """The range that a score's percentile is certain to be in, in whole per cent.

    Attributes:
        low: at least this share of the group is strictly below the score.
        high: at most this share of the group is at or below it.
    """

    low: int
    high: int


def percentile(own: Fraction, cell: ScoreCell) -> Percentile | None:
    """Return the percentile of a score; None where no quantile of the group is published.

    A quantile of type 7 (Hyndman and Fan 1996) lies between the two values around rank (n - 1)p. A
    score that is certainly above it is above the lower of the two, one certainly below it is below
    the upper: each bounds the rank, whatever the other values are.

    Args:
        own: the score, exact.
        cell: the published figures.
    """
    if cell.median is None:
        return None
    below, at_most = 0, cell.n
    for name, share in _QUANTILES.items():
        quantile = getattr(cell, name)
        if quantile is None:
            continue
        rank = (cell.n - 1) * share  # in hundredths
        if _is_certainly_above(own, quantile):
            below = max(below, rank // 100 + 1)
        elif _is_certainly_above(-own, -quantile):
            at_most = min(at_most, -(-rank // 100))
    return Percentile(below * 100 // cell.n, -(-at_most * 100 // cell.n))


def _is_certainly_above(own: Fraction, figure: float) -> bool:
    """Return whether a score is above every value that rounds to a figure of one decimal."""
    return own.numerator * 20 > (round(figure * 10) * 2 + 1) * own.denominator


def difference(own: Fraction, cell: ScoreCell) -> float | None:
    """Return the median less the score, both rounded as they are shown; None without a median.

    Args:
        own: the score, exact.
        cell: the published figures.
    """
    shown = rounded(own, 1)
    if cell.median is None or shown is None:
        return None
    return float(tenths(cell.median) - tenths(shown))


def count_difference(own: int, cell: CountCell) -> float | None:
    """Return the median less a count; None without a median.

    Args:
        own: the count.
        cell: the published figures.
    """
    return None if cell.median is None else float(tenths(cell.median) - own)


def standard_score(own: Fraction, cell: ScoreCell) -> int | None:
    """Return 50 + 10 (own - mean) ÷ sd (偏差値), rounded to a whole number.

    It is None below ``MIN_FOR_STANDARD_SCORE`` institutions, and where all have the same score.

    Args:
        own: the score, exact.
        cell: the published figures.
    """
    if cell.n < MIN_FOR_STANDARD_SCORE or not cell.sd:
        return None
    return floor(50 + 10 * (own - tenths(cell.mean)) / tenths(cell.sd) + Fraction(1, 2))


def tenths(value: float) -> Fraction:
    """Return a figure of one decimal exactly."""
    return Fraction(round(value * 10), 10)
