"""Where a figure lies in its group: never closer than the published figures tell, never wrong."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.peers.comparison.percentile import (
    Percentile,
    count_difference,
    difference,
    percentile,
    standard_score,
)
from cssa.peers.peers_file import CountCell, ScoreCell

SCORES = st.fractions(min_value=0, max_value=5, max_denominator=40)
SHARES = {"p10": (1, 10), "q1": (1, 4), "median": (1, 2), "q3": (3, 4), "p90": (9, 10)}


def published(values: list[Fraction]) -> ScoreCell:
    """Return what is told of scores, from the definitions."""
    ordered, n = sorted(values), len(values)

    def quantile(share: Fraction) -> float:
        place = (n - 1) * share
        low = ordered[int(place)]
        high = ordered[min(int(place) + 1, n - 1)]
        return one_decimal(low + (high - low) * (place - int(place)))

    names = SHARES if n >= 20 else {"median": SHARES["median"]} if n >= 10 else {}
    quantiles = {name: quantile(Fraction(*share)) for name, share in names.items()}
    return ScoreCell(n=n, mean=one_decimal(sum(values, Fraction(0)) / n), **quantiles)


def one_decimal(value: Fraction) -> float:
    return int(value * 10 + Fraction(1, 2)) / 10


@given(st.lists(SCORES, min_size=10, max_size=45), st.data())
def test_the_true_place_lies_in_the_interval(values: list[Fraction], data: st.DataObject) -> None:
    own = data.draw(st.one_of(st.sampled_from(values), SCORES))
    interval = percentile(own, published(values))
    assert interval
    below = Fraction(sum(value < own for value in values), len(values))
    at_or_below = Fraction(sum(value <= own for value in values), len(values))
    assert 0 <= interval.low <= 100 * below
    assert 100 * at_or_below <= interval.high <= 100


def test_an_interval_as_worked_out_by_hand() -> None:
    cell = ScoreCell(n=21, mean=2.5, p10=1.0, q1=2.0, median=2.5, q3=3.0, p90=4.0)
    assert percentile(Fraction(29, 10), cell) == Percentile(52, 72)  # ranks 10 and 15 of 0 to 20
    assert percentile(Fraction(1, 2), cell) == Percentile(0, 10)
    assert percentile(Fraction(5), cell) == Percentile(90, 100)
    assert percentile(Fraction(252, 100), cell) == Percentile(28, 72), "within its rounding"


def test_nothing_is_said_of_the_place_in_a_group_without_median() -> None:
    cell = ScoreCell(n=9, mean=2.5)
    assert percentile(Fraction(2), cell) is None
    assert difference(Fraction(2), cell) is None
    assert count_difference(3, CountCell(n=9, mean=2.5)) is None


@given(SCORES, st.integers(0, 50))
def test_the_difference_is_that_of_the_figures_as_shown(own: Fraction, tenths: int) -> None:
    shown_difference = difference(own, ScoreCell(n=10, mean=2.0, median=tenths / 10))
    assert shown_difference is not None
    shown = one_decimal(own)
    assert round(shown + shown_difference, 1) == tenths / 10
    assert shown_difference == round(shown_difference, 1)


def test_a_difference_of_counts_may_be_a_half() -> None:
    assert count_difference(20, CountCell(n=10, mean=21.0, median=21.5)) == 1.5


@pytest.mark.parametrize(("own", "score"), [
    (Fraction(5, 2), 50), (Fraction(3), 60), (Fraction(2), 40), (Fraction(252, 100), 50),
    (Fraction(253, 100), 51), (Fraction(0), 0), (Fraction(5), 100),
])  # fmt: skip
def test_a_standard_score_is_a_whole_number(own: Fraction, score: int) -> None:
    assert standard_score(own, ScoreCell(n=30, mean=2.5, median=2.5, sd=0.5)) == score


@pytest.mark.parametrize("cell", [
    ScoreCell(n=29, mean=2.5, median=2.5, sd=0.5),
    ScoreCell(n=30, mean=2.5, median=2.5),
    ScoreCell(n=30, mean=2.5, median=2.5, sd=0.0),
])  # fmt: skip
def test_no_standard_score_where_it_would_mislead(cell: ScoreCell) -> None:
    assert standard_score(Fraction(3), cell) is None
