"""Statistics of a cell: mean, quantiles and shares, computed exactly and rounded once.

The institutions that answered are the whole population, not a sample of others: the standard
deviation divides by n. docs/peers.md, "Groups and figures".
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import isqrt
from typing import Any

from cssa.engine.aggregate import rounded
from cssa.peers.cells import ClassCounts, NumericCell
from cssa.peers.peers_file import (
    AnswerCell,
    CountCell,
    CountChange,
    RowShares,
    ScoreCell,
    ScoreChange,
    ShareCell,
)
from cssa.peers.questions import CountedQuestion

MEDIAN_FROM = 10
"""Institutions from which median and shares are published; below, number and mean alone."""

QUARTILES_FROM = 20
SD_FROM = 30

NEARLY_ALL = Fraction(95, 100)
"""Share from which a class alone is published, and only that it has at least this share."""

_ONE_DECIMAL = 10


def quantile(cell: NumericCell, share: Fraction) -> Fraction:
    """Return a quantile, interpolated linearly between the two values nearest to it.

    Type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American
    Statistician 50 (1996), 361-365.

    Args:
        cell: the values, at least one.
        share: from 0 (lowest value) to 1 (highest).
    """
    rank = (cell.n - 1) * share
    below = int(rank)
    above = min(below + 1, cell.n - 1)
    low, high = cell.values[below], cell.values[above]
    return (low + (high - low) * (rank - below)) / Fraction(cell.denominator)


def mean(cell: NumericCell) -> Fraction:
    """Return the arithmetic mean."""
    return Fraction(sum(cell.values), cell.n * cell.denominator)


def variance(cell: NumericCell) -> Fraction:
    """Return the population variance: the mean square of the differences from the mean."""
    total, squares = sum(cell.values), sum(value * value for value in cell.values)
    return Fraction(cell.n * squares - total**2, (cell.n * cell.denominator) ** 2)


def score_cell(cell: NumericCell) -> ScoreCell:
    """Return what is published of a score at the cell's size."""
    has_quartiles = cell.n >= QUARTILES_FROM
    return ScoreCell(
        n=cell.n,
        mean=_one_decimal(mean(cell)),
        p10=_one_decimal(quantile(cell, Fraction(1, 10))) if has_quartiles else None,
        q1=_one_decimal(quantile(cell, Fraction(1, 4))) if has_quartiles else None,
        median=_one_decimal(quantile(cell, Fraction(1, 2))) if cell.n >= MEDIAN_FROM else None,
        q3=_one_decimal(quantile(cell, Fraction(3, 4))) if has_quartiles else None,
        p90=_one_decimal(quantile(cell, Fraction(9, 10))) if has_quartiles else None,
        sd=_square_root(variance(cell)) if cell.n >= SD_FROM else None,
    )


def count_cell(cell: NumericCell) -> CountCell:
    """Return what is published of a count at the cell's size."""
    has_quartiles = cell.n >= QUARTILES_FROM
    return CountCell(
        n=cell.n,
        mean=_one_decimal(mean(cell)),
        median=_one_decimal(quantile(cell, Fraction(1, 2))) if cell.n >= MEDIAN_FROM else None,
        q1=_one_decimal(quantile(cell, Fraction(1, 4))) if has_quartiles else None,
        q3=_one_decimal(quantile(cell, Fraction(3, 4))) if has_quartiles else None,
    )


def share_cell(classes: ClassCounts, names: Sequence[str]) -> ShareCell:
    """Return the shares of answers, in whole per cent.

    Each is rounded by itself, so that equal classes are published as equal; together they may miss
    100 by a few. A class whose share rounds to 0 is left out.

    Args:
        classes: how many institutions are in each class.
        names: of the classes.
    """
    n = classes.n
    for name, count in zip(names, classes.counts, strict=True):
        if Fraction(count, n) >= NEARLY_ALL:
            return ShareCell(n=n, shares={name: int(NEARLY_ALL * 100)}, blurred=name)
    shares = {name: _per_cent(count, n) for name, count in zip(names, classes.counts, strict=True)}
    return ShareCell(n=n, shares={name: share for name, share in shares.items() if share})


def answer_cell(question: CountedQuestion, cells: Mapping[str, Any]) -> AnswerCell:
    """Return what is published of the answers to a question with options or for a number.

    Args:
        question: what was asked.
        cells: of its parts that are published, by part.
    """
    n = next(iter(cells.values())).n
    if question.counted_by == "number":
        return _number_cell(*cells.values())
    if question.counted_by == "mark":
        shares = {option: _chosen_share(cell) for option, cell in cells.items()}
        return AnswerCell(n=n, shares=shares)
    by_part = {part: share_cell(cell, question.options) for part, cell in cells.items()}
    if question.counted_by == "option":
        return AnswerCell(**by_part.popitem()[1].model_dump())
    rows = {
        row: RowShares(shares=cell.shares, blurred=cell.blurred) for row, cell in by_part.items()
    }
    return AnswerCell(n=n, rows=rows)


def _number_cell(cell: NumericCell) -> AnswerCell:
    has_quartiles = cell.n >= QUARTILES_FROM
    return AnswerCell(
        n=cell.n,
        median=_one_decimal(quantile(cell, Fraction(1, 2))),
        q1=_one_decimal(quantile(cell, Fraction(1, 4))) if has_quartiles else None,
        q3=_one_decimal(quantile(cell, Fraction(3, 4))) if has_quartiles else None,
    )


def _chosen_share(cell: ClassCounts) -> int:
    """Return the share that chose an option; nearly all and hardly any are not told apart."""
    most = int(NEARLY_ALL * 100)
    _, chosen = cell.counts
    return min(max(_per_cent(chosen, cell.n), 100 - most), most)


def score_change(now: NumericCell, before: NumericCell) -> ScoreChange:
    """Return the means of a score of the same institutions in two campaigns.

    Args:
        now: their scores in this campaign.
        before: their scores in the last one.
    """
    return ScoreChange(n=now.n, mean=_one_decimal(mean(now)), before=_one_decimal(mean(before)))


def count_change(now: NumericCell, before: NumericCell) -> CountChange:
    """Return the medians of a count of the same institutions in two campaigns.

    Args:
        now: their counts in this campaign.
        before: their counts in the last one.
    """
    half = Fraction(1, 2)
    return CountChange(
        n=now.n,
        median=_one_decimal(quantile(now, half)),
        before=_one_decimal(quantile(before, half)),
    )


def _per_cent(count: int, n: int) -> int:
    return (200 * count + n) // (2 * n)


def _one_decimal(value: Fraction) -> float:
    return rounded(value, 1) or 0.0


def _square_root(square: Fraction) -> float:
    """Return a square root with one decimal, half up."""
    doubled = isqrt(int(4 * _ONE_DECIMAL**2 * square))
    return (doubled + 1) // 2 / _ONE_DECIMAL
