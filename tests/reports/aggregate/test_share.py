"""Shares as they are told: sums of what is published, bounds where nearly all are alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.aggregate.worlds import SMALL, checklist

from cssa.peers.cells import ANSWER_CLASSES
from cssa.peers.peers_file import ShareCell
from cssa.reports.aggregate.answer_shares import PracticeShares, Share

PRACTICE = checklist(SMALL).placed["1-1"].practice


def spread(cell: ShareCell | None) -> PracticeShares:
    return PracticeShares(PRACTICE, cell)


@given(st.dictionaries(st.sampled_from(ANSWER_CLASSES), st.integers(0, 100)))
def test_the_share_in_use_is_the_sum_of_its_levels(shares: dict[str, int]) -> None:
    told = spread(ShareCell(n=20, shares=shares))
    levels = [share.per_cent for share in told.shares[3:6] if share is not None]
    assert told.in_use == Share(min(sum(levels), 100))
    assert told.pieces == (*(shares.get(name, 0) for name in ANSWER_CLASSES), 0)


@pytest.mark.parametrize(("name", "expected"), [
    ("5", Share(95, "at_least")), ("3", Share(95, "at_least")),
    ("2", Share(5, "at_most")), ("na", Share(5, "at_most")),
])  # fmt: skip
def test_where_nearly_all_are_alike_it_is_bounded(name: str, expected: Share) -> None:
    told = spread(ShareCell(n=40, shares={name: 95}, blurred=name))
    assert told.in_use == expected
    assert [share for share in told.shares if share] == [Share(95, "at_least")]
    assert sum(told.pieces) == 100
    assert told.pieces[-1] == 5


def test_what_is_withheld_has_no_share() -> None:
    told = spread(None)
    assert told.in_use is None
    assert set(told.shares) == {None}
