"""What is told of a cell: mean, quantiles and shares, computed exactly and rounded once.

The institutions that answered are all there are to tell of, not a sample of others: the standard
deviation divides by n.
"""

from fractions import Fraction
from math import isqrt

from cssa.engine.aggregate import rounded
from cssa.peers.cells import CLASSES, ClassCounts, NumericCell
from cssa.peers.peers_file import CountCell, CountChange, ScoreCell, ScoreChange, ShareCell

MEDIAN_FROM = 10
"""Institutions from which median and shares are told; below, number and mean alone."""

QUARTILES_FROM = 20
SD_FROM = 30

NEARLY_ALL = Fraction(95, 100)
"""Share from which a class alone is told, and only that it has at least this share."""

_ONE_DECIMAL = 10


def quantile(numbers: NumericCell, share: Fraction) -> Fraction:
    """Return a quantile, interpolated between the values beside it (type 7)."""
    place = (numbers.n - 1) * share
    below = int(place)
    above = min(below + 1, numbers.n - 1)
    low, high = numbers.values[below], numbers.values[above]
    return (low + (high - low) * (place - below)) / Fraction(numbers.denominator)


def mean(numbers: NumericCell) -> Fraction:
    """Return the mean."""
    return Fraction(sum(numbers.values), numbers.n * numbers.denominator)


def variance(numbers: NumericCell) -> Fraction:
    """Return the mean square of the differences from the mean."""
    total, squares = sum(numbers.values), sum(value * value for value in numbers.values)
    return Fraction(numbers.n * squares - total**2, (numbers.n * numbers.denominator) ** 2)


def score_cell(numbers: NumericCell) -> ScoreCell:
    """Return what a score's cell tells at its size."""
    quartiles = numbers.n >= QUARTILES_FROM
    return ScoreCell(
        n=numbers.n,
        mean=_told(mean(numbers)),
        p10=_told(quantile(numbers, Fraction(1, 10))) if quartiles else None,
        q1=_told(quantile(numbers, Fraction(1, 4))) if quartiles else None,
        median=_told(quantile(numbers, Fraction(1, 2))) if numbers.n >= MEDIAN_FROM else None,
        q3=_told(quantile(numbers, Fraction(3, 4))) if quartiles else None,
        p90=_told(quantile(numbers, Fraction(9, 10))) if quartiles else None,
        sd=_root(variance(numbers)) if numbers.n >= SD_FROM else None,
    )


def count_cell(numbers: NumericCell) -> CountCell:
    """Return what a count's cell tells at its size."""
    quartiles = numbers.n >= QUARTILES_FROM
    return CountCell(
        n=numbers.n,
        mean=_told(mean(numbers)),
        median=_told(quantile(numbers, Fraction(1, 2))) if numbers.n >= MEDIAN_FROM else None,
        q1=_told(quantile(numbers, Fraction(1, 4))) if quartiles else None,
        q3=_told(quantile(numbers, Fraction(3, 4))) if quartiles else None,
    )


def share_cell(classes: ClassCounts) -> ShareCell:
    """Return the shares of a practice's answers.

    Each is rounded by itself, so that equal classes are told as equal; together they may miss 100
    by a few. A class whose share rounds to nothing is left out.
    """
    n = classes.n
    for name, count in zip(CLASSES, classes.counts, strict=True):
        if Fraction(count, n) >= NEARLY_ALL:
            return ShareCell(n=n, shares={name: int(NEARLY_ALL * 100)}, blurred=name)
    shares = {
        name: (200 * count + n) // (2 * n)
        for name, count in zip(CLASSES, classes.counts, strict=True)
    }
    return ShareCell(n=n, shares={name: share for name, share in shares.items() if share})


def score_change(now: NumericCell, before: NumericCell) -> ScoreChange:
    """Return a score of the same institutions in both years."""
    return ScoreChange(n=now.n, mean=_told(mean(now)), before=_told(mean(before)))


def count_change(now: NumericCell, before: NumericCell) -> CountChange:
    """Return a count of the same institutions in both years."""
    half = Fraction(1, 2)
    return CountChange(
        n=now.n, median=_told(quantile(now, half)), before=_told(quantile(before, half))
    )


def _told(value: Fraction) -> float:
    return rounded(value, 1) or 0.0


def _root(square: Fraction) -> float:
    """Return a square root with one decimal, half up."""
    doubled = isqrt(int(4 * _ONE_DECIMAL**2 * square))
    return (doubled + 1) // 2 / _ONE_DECIMAL
