"""Comments that are the same word for word, and whose they may be."""

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.consistency.identical_notes import SHORTEST, Comment, identical_notes
from cssa.consistency.queries import Query

NOTE = "情報資産の台帳を四半期ごとに見直し、結果を部長会に報告している。"


def of(
    institution: str, note: str = NOTE, *, shares: bool = False, practice: str = "1-1"
) -> Comment:
    return Comment(institution, shares, practice, note)


def test_both_are_asked() -> None:
    assert identical_notes([of("b"), of("a")]) == (
        Query("a", "1-1", "same_note", {"count": 1, "others": "b"}),
        Query("b", "1-1", "same_note", {"count": 1, "others": "a"}),
    )


def test_full_width_forms_case_and_blanks_do_not_tell_them_apart() -> None:
    first, second = (
        "ＩＴ部門が毎月 確認し、記録を Server に残している。",
        "it部門が毎月確認し、\n記録をserverに残している。",
    )
    assert len(identical_notes([of("a", first), of("b", second)])) == 2


@pytest.mark.parametrize(
    "comments",
    [
        [of("a")],
        [of("a"), of("a")],
        [of("a"), of("b", NOTE + "なお")],
        [of("a"), of("b", practice="1-2")],
        [of("a", shares=True), of("b", shares=True)],
        [of("a", "短い文です"), of("b", "短い文です")],
        [of("a", "あ" * (SHORTEST - 1)), of("b", "あ" * (SHORTEST - 1) + " " * 9)],
    ],
)
def test_nobody_is_asked(comments: list[Comment]) -> None:
    assert identical_notes(comments) == ()


def test_one_that_shares_no_centre_has_all_asked() -> None:
    comments = [of("a", shares=True), of("b", shares=True), of("c")]
    assert [one.institution for one in identical_notes(comments)] == ["a", "b", "c"]


def test_the_first_few_are_named_and_all_are_counted() -> None:
    found = identical_notes(of(f"{n:02}") for n in range(20))
    assert found[0].params == {"count": 19, "others": "01, 02, 03, 04, 05, …"}


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcde"), st.booleans(), st.sampled_from("pq"), st.sampled_from("xyz")
        )
    ),
    st.randoms(),
)
def test_as_pairs_would_find_it(said: list[tuple[str, bool, str, str]], order: object) -> None:
    comments = [of(who, word * 30, shares=shares, practice=on) for who, shares, on, word in said]
    expected = {
        (one.institution, one.practice)
        for one in comments
        for other in comments
        if (one.practice, one.note) == (other.practice, other.note)
        and one.institution != other.institution
        and any(
            not third.shares_centre
            for third in comments
            if (third.practice, third.note) == (one.practice, one.note)
        )
    }
    found = identical_notes(comments)
    assert {(one.institution, one.practice) for one in found} == expected
    shuffled = [*comments]
    order.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis tells no type of it
    assert set(map(str, identical_notes(shuffled))) == set(map(str, found))


def test_a_comment_takes_the_room_of_two_numbers() -> None:
    def many(count: int) -> Iterator[Comment]:
        for number in range(count):
            yield of(f"{number % 50}", f"{number:040}")

    tracemalloc.start()
    assert identical_notes(many(20_000)) == ()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000 * 40
