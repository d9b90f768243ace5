"""The number behind a common problem is published of enough institutions only, for any reader."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cssa.peers.chapter import published_count
from cssa.peers.member import Coalition

IDS = [f"N{number:02}" for number in range(24)]


def seen_by(*members: str) -> Coalition:
    return Coalition("seen_by", "中央機関", members)


@given(
    st.sets(st.sampled_from(IDS)),
    st.integers(5, 12),
    st.lists(st.sets(st.sampled_from(IDS), min_size=2, max_size=8), max_size=3),
)
def test_it_is_given_of_the_minimum_group_without_any_one_readers_institutions(
    having: set[str], min_group: int, known: list[set[str]]
) -> None:
    coalitions = [seen_by(*members) for members in known]
    count = published_count(having, min_group, coalitions)
    left = min(len(having - members) for members in [set(), *known])
    assert count == (len(having) if left >= min_group else None)


def test_one_more_institution_is_what_takes_it_over_the_bound() -> None:
    for having in combinations(IDS[:10], 9):
        assert published_count(having, 10, ()) is None
    assert published_count(IDS[:10], 10, ()) == 10
    assert published_count(IDS[:10], 10, [seen_by("N00", "N20")]) is None
    assert published_count(IDS[:11], 10, [seen_by("N00", "N20")]) == 11
