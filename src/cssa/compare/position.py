"""Where one figure lies among a group's published ones, no closer than these tell."""

from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from cssa.engine.figures import rounded
from cssa.peers.published import CountCell, ScoreCell

LEAST_STANDARDISED = 30
"""Institutions below which no standard score is given."""

_ROUNDING = Fraction(1, 20)
"""How far a published figure may lie from the one it was rounded from."""

_QUANTILES = {
    "p10": Fraction(1, 10),
    "q1": Fraction(1, 4),
    "median": Fraction(1, 2),
    "q3": Fraction(3, 4),
    "p90": Fraction(9, 10),
}


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
    low, high = Fraction(0), Fraction(1)
    for name, share in _QUANTILES.items():
        told = getattr(cell, name)
        if told is None:
            continue
        rank = (cell.n - 1) * share
        if own > tenths(told) + _ROUNDING:
            low = max(low, Fraction(floor(rank) + 1, cell.n))
        elif own < tenths(told) - _ROUNDING:
            high = min(high, Fraction(ceil(rank), cell.n))
    return Percentile(floor(low * 100), ceil(high * 100))


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
