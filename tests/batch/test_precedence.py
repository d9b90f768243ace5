"""Which of an institution's files is its effective filing."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.batch.ledger.precedence import FilingCandidate, decide_precedence

DAYS = [None, *map(datetime.fromisoformat, ("2026-11-02", "2026-11-03"))]


def file(
    name: str, content: str, version: int = 1, day: int | None = None, **more: Any
) -> FilingCandidate:
    at = None if day is None else datetime.fromisoformat(f"2026-11-0{day}")
    return FilingCandidate(name, version, at, content, is_readable=content != "broken", **more)


def part(name: str, answers: Iterable[int], day: int, **more: Any) -> FilingCandidate:
    """Return a file with answers to some practices and no others."""
    answered = frozenset(f"1-{number}" for number in answers)
    return file(name, name, 1, day, answered=answered, **more)


def states(*files: FilingCandidate) -> list[str | None]:
    result = decide_precedence(files)
    return [
        "effective"
        if number == result.effective
        else "merged"
        if number in result.merged
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


def test_a_copy_is_the_copy_of_the_file_that_it_was_made_of() -> None:
    names = ("回答票 (1).xlsx", "回答票.xlsx", "回答票 - コピー.xlsx")
    assert states(*(file(name, "1") for name in names)) == ["duplicate", "effective", "duplicate"]


def test_an_earlier_file_sent_again_does_not_undo_a_correction() -> None:
    first, corrected, again = file("a", "1", 1, 2), file("b", "2", 1, 3), file("c", "1", 2, 4)
    assert states(first, corrected, again) == ["superseded", "effective", "duplicate"]
    assert decide_precedence([first, corrected, again]).decisions[2].kind == "sent_again"
    assert decide_precedence([first, again]).decisions[1].kind is None
    meant = again._replace(decision="take")
    assert states(first, corrected, meant) == ["superseded", "superseded", "effective"]


FULL = range(40)


def test_a_later_file_with_the_corrections_alone_is_held_and_the_full_one_counts() -> None:
    full, corrections = part("a", FULL, 2), part("b", (1, 2, 41), 3)
    assert states(full, corrections) == ["effective", "held"]
    result = decide_precedence([full, corrections])
    assert result.has_newer
    assert result.decisions[1].others == (0,)
    assert len(result.decisions[1].missing) == len(FULL) - 2


@pytest.mark.parametrize(("lacking", "is_held"), [(4, False), (5, True)])
def test_a_later_file_may_lack_a_few_answers(lacking: int, is_held: bool) -> None:
    later = part("b", FULL[lacking:], 3)
    expected = ["effective", "held"] if is_held else ["superseded", "effective"]
    assert states(part("a", FULL, 2), later) == expected


def test_on_a_short_checklist_it_may_not_lack_half() -> None:
    assert states(part("a", range(6), 2), part("b", range(3), 3)) == ["effective", "held"]
    assert states(part("a", range(6), 2), part("b", range(4), 3)) == ["superseded", "effective"]


def test_of_two_parts_that_complete_each_other_neither_counts() -> None:
    first, second = part("a", range(20), 2), part("b", range(20, 40), 3)
    assert states(first, second) == ["held", "held"]
    decisions = decide_precedence([first, second]).decisions
    assert [decisions[number].others for number in (0, 1)] == [(1,), (0,)]
    assert decisions[0].missing == second.answered
    assert decisions[1].missing == first.answered


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ((None, "merge"), ["merged", "effective"]),
        (("merge", "merge"), ["merged", "effective"]),
        ((None, "take"), ["superseded", "effective"]),
        (("take", None), ["effective", "held"]),
        ((None, "leave"), ["effective", "withdrawn"]),
        (("leave", None), ["withdrawn", "effective"]),
        (("leave", "leave"), ["withdrawn", "withdrawn"]),
    ],
)
def test_the_issuer_decides(decisions: tuple[Any, Any], expected: list[str]) -> None:
    first = part("a", range(20), 2, decision=decisions[0])
    second = part("b", range(20, 40), 3, decision=decisions[1])
    assert states(first, second) == expected


def test_a_decision_orders_files_that_nothing_else_does() -> None:
    first, second = part("a", range(20), 2), part("b", range(20, 40), 2)
    assert states(first, second) == ["held", "held"]
    assert states(first, second._replace(decision="merge")) == ["merged", "effective"]
    both = [candidate._replace(decision="take") for candidate in (first, second)]
    assert states(*both) == ["held", "held"]


def test_a_complete_file_settles_what_was_held() -> None:
    parts = part("a", range(20), 2), part("b", range(20, 40), 3)
    assert states(*parts, part("c", FULL, 4)) == ["superseded", "superseded", "effective"]
    assert states(*parts, part("c", range(22), 4)) == ["held", "held", "held"]


def test_what_was_decided_stands_when_another_part_comes() -> None:
    parts = part("a", range(20), 2), part("b", range(20, 40), 3, decision="merge")
    assert states(*parts, part("c", range(18, 60), 4)) == ["merged", "effective", "held"]


def test_a_broken_file_that_a_good_one_followed_needs_nothing_more() -> None:
    good, broken = file("a", "1", 2), file("b", "broken", 1)
    assert states(broken, good) == ["superseded", "effective"]
    assert not decide_precedence([broken, good]).has_newer


def test_a_broken_file_after_a_good_one_is_pointed_out() -> None:
    good, broken = file("a", "1", 1, 2), file("b", "broken", 1, 3)
    assert states(good, broken) == ["effective", None]
    assert decide_precedence([good, broken]).has_newer


ANSWERED = {
    content: frozenset(f"1-{number}" for number in numbers)
    for content, numbers in {"1": range(20), "2": range(3), "3": range(18, 30)}.items()
}

candidates = st.lists(
    st.builds(
        FilingCandidate,
        path=st.text("abcdefgh", min_size=3, max_size=3),
        version=st.integers(1, 3),
        received_at=st.sampled_from(DAYS),
        content=st.sampled_from("123"),
        is_readable=st.booleans(),
        decision=st.sampled_from((None, None, "take", "merge", "leave")),
    ).map(lambda file: file._replace(answered=ANSWERED[file.content])),
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
    readable = [file for file in files if file.is_readable and file.decision != "leave"]
    assert outcomes.count("effective") <= 1
    assert ("effective" in outcomes or "held" in outcomes) == bool(readable)
    for file, state in zip(files, outcomes, strict=True):
        assert (state == "withdrawn") == (file.decision == "leave")
        assert file.is_readable or state in (None, "duplicate", "superseded", "withdrawn")
        assert not file.is_readable or state is not None
