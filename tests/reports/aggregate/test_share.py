"""Shares of answers: sums of published shares, bounds where nearly all are in one class."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.aggregate.worlds import SMALL, checklist

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.peers.answer_classes import answer_classes
from cssa.peers.peers_file import ShareCell
from cssa.reports.aggregate.answer_shares import PracticeShares, Share

CLASSES = answer_classes(SIX_LEVELS)
PRACTICE = checklist(SMALL).placed["1-1"].practice


def shares_of(cell: ShareCell | None) -> PracticeShares:
    return PracticeShares(PRACTICE, cell, SIX_LEVELS)


@given(st.dictionaries(st.sampled_from(CLASSES), st.integers(0, 100)))
def test_the_share_in_use_is_the_sum_of_its_levels(shares: dict[str, int]) -> None:
    practice_shares = shares_of(ShareCell(n=20, shares=shares))
    levels = [share.per_cent for share in practice_shares.shares[3:6] if share is not None]
    assert practice_shares.in_use == Share(min(sum(levels), 100))
    assert practice_shares.bar_counts == (*(shares.get(name, 0) for name in CLASSES), 0)


@pytest.mark.parametrize(("name", "expected"), [
    ("5", Share(95, "at_least")), ("3", Share(95, "at_least")),
    ("2", Share(5, "at_most")), ("na", Share(5, "at_most")),
])  # fmt: skip
def test_where_nearly_all_are_alike_it_is_bounded(name: str, expected: Share) -> None:
    practice_shares = shares_of(ShareCell(n=40, shares={name: 95}, blurred=name))
    assert practice_shares.in_use == expected
    assert [share for share in practice_shares.shares if share] == [Share(95, "at_least")]
    assert sum(practice_shares.bar_counts) == 100
    assert practice_shares.bar_counts[-1] == 5


def test_what_is_withheld_has_no_share() -> None:
    practice_shares = shares_of(None)
    assert practice_shares.in_use is None
    assert set(practice_shares.shares) == {None}
