"""Which of an institution's files speaks for it."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from cssa.batch.ledger.precedence import FilingCandidate, decide_precedence

DAYS = [None, *map(datetime.fromisoformat, ("2026-11-02", "2026-11-03"))]


def turn(name: str, content: str, version: int = 1, day: int | None = None) -> FilingCandidate:
    at = None if day is None else datetime.fromisoformat(f"2026-11-0{day}")
    return FilingCandidate(name, version, at, content, is_readable=content != "broken")


def states(*turns: FilingCandidate) -> list[str | None]:
    settled = decide_precedence(turns)
    return [
        "stands"
        if number == settled.standing
        else settled.verdicts[number].state
        if number in settled.verdicts
        else None
        for number in range(len(turns))
    ]


def test_a_higher_version_takes_the_place_of_a_lower_one_whenever_it_came() -> None:
    assert states(turn("a", "1", 2, 2), turn("b", "2", 1, 9)) == ["stands", "superseded"]


def test_of_one_version_the_later_counts() -> None:
    assert states(turn("a", "1", 1, 2), turn("b", "2", 1, 3)) == ["superseded", "stands"]


def test_what_cannot_be_decided_is_held_and_neither_stands() -> None:
    assert states(turn("a", "1", 1, 2), turn("b", "2", 1, 2)) == ["held", "held"]
    assert states(turn("a", "1"), turn("b", "2")) == ["held", "held"]
    assert states(turn("a", "1", 1, 2), turn("b", "2")) == ["held", "held"]


def test_an_older_file_does_not_stand_where_newer_ones_are_held() -> None:
    assert states(turn("a", "1"), turn("b", "2", 2), turn("c", "3", 2)) == [
        "superseded",
        "held",
        "held",
    ]


def test_of_files_that_say_the_same_the_first_counts() -> None:
    assert states(turn("b", "1", 1, 3), turn("a", "1", 1, 2)) == ["duplicate", "stands"]
    assert states(turn("b", "1"), turn("a", "1")) == ["duplicate", "stands"]
    assert states(turn("b", "broken"), turn("a", "broken")) == ["duplicate", None]


def test_going_back_to_what_was_said_first_counts_as_said_last() -> None:
    assert states(turn("a", "1", 1, 2), turn("b", "2", 1, 3), turn("c", "1", 1, 4)) == [
        "superseded",
        "superseded",
        "stands",
    ]


def test_a_broken_file_that_a_good_one_followed_needs_nothing_more() -> None:
    good, broken = turn("a", "1", 2), turn("b", "broken", 1)
    assert states(broken, good) == ["superseded", "stands"]
    assert not decide_precedence([broken, good]).newer


def test_a_broken_file_after_a_good_one_is_pointed_out() -> None:
    good, broken = turn("a", "1", 1, 2), turn("b", "broken", 1, 3)
    assert states(good, broken) == ["stands", None]
    assert decide_precedence([good, broken]).newer


turns = st.lists(
    st.builds(
        FilingCandidate,
        path=st.text("abcdefgh", min_size=3, max_size=3),
        version=st.integers(1, 3),
        received_at=st.sampled_from(DAYS),
        content=st.sampled_from("123"),
        is_readable=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda one: one.path,
)


@given(turns, st.randoms())
def test_the_order_of_files_decides_nothing(several: list[FilingCandidate], dice: object) -> None:
    def outcome(listed: list[FilingCandidate]) -> dict[str, str | None]:
        return {one.path: state for one, state in zip(listed, states(*listed), strict=True)}

    shuffled = list(several)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert outcome(shuffled) == outcome(several)


@given(turns)
def test_one_file_stands_or_nobody_can_tell_which(several: list[FilingCandidate]) -> None:
    found = states(*several)
    readable = [one for one in several if one.is_readable]
    assert found.count("stands") <= 1
    assert (found.count("stands") == 1) == (bool(readable) and "held" not in found)
    for one, state in zip(several, found, strict=True):
        assert one.is_readable or state in (None, "duplicate", "superseded")
        assert not one.is_readable or state is not None
