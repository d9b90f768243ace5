"""Where one figure lies among a group's published ones, no closer than these tell."""

from fractions import Fraction
from math import floor
from typing import NamedTuple

from cssa.engine.aggregate import rounded
from cssa.peers.peers_file import CountCell, ScoreCell

LEAST_STANDARDISED = 30
"""Institutions below which no standard score is given."""

_QUANTILES = {"p10": 10, "q1": 25, "median": 50, "q3": 75, "p90": 90}


class Percentile(NamedTuple):
    """What is certain of a figure's place in its group, in whole per cent.

    Attributes:
        low: at least this share lies strictly below it.
        high: at most this share lies at or below it.
    """

    low: int
    high: int


def percentile(own: Fraction, cell: ScoreCell) -> Percentile | None:
    """Return where a score lies, None where the group tells no quantile.

    A quantile of type 7 lies between the two values around rank (n - 1)p. A score surely above it
    is above the lower of the two, one surely below it is below the upper: each bounds the rank,
    whatever the other values are.
    """
    if cell.median is None:
        return None
    below, at_most = 0, cell.n
    for name, share in _QUANTILES.items():
        told = getattr(cell, name)
        if told is None:
            continue
        rank = (cell.n - 1) * share  # in hundredths
        if _surely_above(own, told):
            below = max(below, rank // 100 + 1)
        elif _surely_above(-own, -told):
            at_most = min(at_most, -(-rank // 100))
    return Percentile(below * 100 // cell.n, -(-at_most * 100 // cell.n))


def _surely_above(own: Fraction, told: float) -> bool:
    """Tell whether a score is above every value that is rounded to the figure told."""
    return own.numerator * 20 > (round(told * 10) * 2 + 1) * own.denominator


def difference(own: Fraction, cell: ScoreCell) -> float | None:
    """Return the median less the score, both as they are shown, None without a median."""
    shown = rounded(own, 1)
    if cell.median is None or shown is None:
        return None
    return float(tenths(cell.median) - tenths(shown))


def count_difference(own: int, cell: CountCell) -> float | None:
    """Return the median less a count, None without a median."""
    return None if cell.median is None else float(tenths(cell.median) - own)


def standard_score(own: Fraction, cell: ScoreCell) -> int | None:
    """Return 50 + 10 (own - mean) ÷ sd as a whole number; None below thirty institutions."""
    if cell.n < LEAST_STANDARDISED or not cell.sd:
        return None
    return floor(50 + 10 * (own - tenths(cell.mean)) / tenths(cell.sd) + Fraction(1, 2))


def tenths(value: float) -> Fraction:
    """Return a figure of one decimal exactly."""
    return Fraction(round(value * 10), 10)
