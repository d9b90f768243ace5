"""Which of an institution's files is its effective filing."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from cssa.batch.ledger.precedence import FilingCandidate, decide_precedence

DAYS = [None, *map(datetime.fromisoformat, ("2026-11-02", "2026-11-03"))]


def file(name: str, content: str, version: int = 1, day: int | None = None) -> FilingCandidate:
    at = None if day is None else datetime.fromisoformat(f"2026-11-0{day}")
    return FilingCandidate(name, version, at, content, is_readable=content != "broken")


def states(*files: FilingCandidate) -> list[str | None]:
    result = decide_precedence(files)
    return [
        "effective"
        if number == result.effective
        else result.decisions[number].state
        if number in result.decisions
        else None
        for number in range(len(files))
    ]


def test_a_higher_version_takes_the_place_of_a_lower_one_whenever_it_came() -> None:
    assert states(file("a", "1", 2, 2), file("b", "2", 1, 9)) == ["effective", "superseded"]


def test_of_one_version_the_later_counts() -> None:
    assert states(file("a", "1", 1, 2), file("b", "2", 1, 3)) == ["superseded", "effective"]


def test_what_cannot_be_decided_is_held_and_neither_stands() -> None:
    assert states(file("a", "1", 1, 2), file("b", "2", 1, 2)) == ["held", "held"]
    assert states(file("a", "1"), file("b", "2")) == ["held", "held"]
    assert states(file("a", "1", 1, 2), file("b", "2")) == ["held", "held"]


def test_an_older_file_does_not_stand_where_newer_ones_are_held() -> None:
    assert states(file("a", "1"), file("b", "2", 2), file("c", "3", 2)) == [
        "superseded",
        "held",
        "held",
    ]


def test_of_files_that_say_the_same_the_first_counts() -> None:
    assert states(file("b", "1", 1, 3), file("a", "1", 1, 2)) == ["duplicate", "effective"]
    assert states(file("b", "1"), file("a", "1")) == ["duplicate", "effective"]
    assert states(file("b", "broken"), file("a", "broken")) == ["duplicate", None]


def test_going_back_to_what_was_said_first_counts_as_said_last() -> None:
    assert states(file("a", "1", 1, 2), file("b", "2", 1, 3), file("c", "1", 1, 4)) == [
        "superseded",
        "superseded",
        "effective",
    ]


def test_a_broken_file_that_a_good_one_followed_needs_nothing_more() -> None:
    good, broken = file("a", "1", 2), file("b", "broken", 1)
    assert states(broken, good) == ["superseded", "effective"]
    assert not decide_precedence([broken, good]).has_newer_unreadable


def test_a_broken_file_after_a_good_one_is_pointed_out() -> None:
    good, broken = file("a", "1", 1, 2), file("b", "broken", 1, 3)
    assert states(good, broken) == ["effective", None]
    assert decide_precedence([good, broken]).has_newer_unreadable


candidates = st.lists(
    st.builds(
        FilingCandidate,
        path=st.text("abcdefgh", min_size=3, max_size=3),
        version=st.integers(1, 3),
        received_at=st.sampled_from(DAYS),
        content=st.sampled_from("123"),
        is_readable=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda file: file.path,
)


@given(candidates, st.randoms())
def test_the_order_of_files_decides_nothing(files: list[FilingCandidate], random: object) -> None:
    def outcome(listed: list[FilingCandidate]) -> dict[str, str | None]:
        return {file.path: state for file, state in zip(listed, states(*listed), strict=True)}

    shuffled = list(files)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert outcome(shuffled) == outcome(files)


@given(candidates)
def test_one_file_stands_or_nobody_can_tell_which(files: list[FilingCandidate]) -> None:
    outcomes = states(*files)
    readable = [file for file in files if file.is_readable]
    assert outcomes.count("effective") <= 1
    assert (outcomes.count("effective") == 1) == (bool(readable) and "held" not in outcomes)
    for file, state in zip(files, outcomes, strict=True):
        assert file.is_readable or state in (None, "duplicate", "superseded")
        assert not file.is_readable or state is not None
