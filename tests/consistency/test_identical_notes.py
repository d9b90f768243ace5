"""Queries on notes that are the same word for word, and the institutions they go to."""

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.consistency.identical_notes import MIN_LENGTH, InstitutionNote, identical_notes
from cssa.consistency.queries import Query

NOTE = "情報資産の台帳を四半期ごとに見直し、結果を部長会に報告している。"


def note_of(
    institution: str, note: str = NOTE, *, shares: bool = False, practice: str = "1-1"
) -> InstitutionNote:
    return InstitutionNote(institution, shares, practice, note)


def test_both_institutions_are_queried() -> None:
    assert identical_notes([note_of("b"), note_of("a")]) == (
        Query("a", "1-1", "same_note", {"count": 1, "others": "b"}),
        Query("b", "1-1", "same_note", {"count": 1, "others": "a"}),
    )


def test_full_width_forms_case_and_blanks_make_no_difference() -> None:
    first, second = (
        "ＩＴ部門が毎月 確認し、記録を Server に残している。",
        "it部門が毎月確認し、\n記録をserverに残している。",
    )
    assert len(identical_notes([note_of("a", first), note_of("b", second)])) == 2


@pytest.mark.parametrize(
    "notes",
    [
        [note_of("a")],
        [note_of("a"), note_of("a")],
        [note_of("a"), note_of("b", NOTE + "なお")],
        [note_of("a"), note_of("b", practice="1-2")],
        [note_of("a", shares=True), note_of("b", shares=True)],
        [note_of("a", "短い文です"), note_of("b", "短い文です")],
        [note_of("a", "あ" * (MIN_LENGTH - 1)), note_of("b", "あ" * (MIN_LENGTH - 1) + " " * 9)],
    ],
)
def test_no_query(notes: list[InstitutionNote]) -> None:
    assert identical_notes(notes) == ()


def test_all_are_queried_where_one_of_them_shares_no_centre() -> None:
    notes = [note_of("a", shares=True), note_of("b", shares=True), note_of("c")]
    assert [query.institution for query in identical_notes(notes)] == ["a", "b", "c"]


def test_the_first_few_are_named_and_all_are_counted() -> None:
    queries = identical_notes(note_of(f"{n:02}") for n in range(20))
    assert queries[0].params == {"count": 19, "others": "01, 02, 03, 04, 05, …"}


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcde"), st.booleans(), st.sampled_from("pq"), st.sampled_from("xyz")
        )
    ),
    st.randoms(),
)
def test_the_queries_are_those_of_a_comparison_pair_by_pair(
    drawn: list[tuple[str, bool, str, str]], order: object
) -> None:
    notes = [
        note_of(institution, word * 30, shares=shares, practice=practice)
        for institution, shares, practice, word in drawn
    ]
    expected = {
        (note.institution, note.practice)
        for note in notes
        for match in notes
        if (note.practice, note.note) == (match.practice, match.note)
        and note.institution != match.institution
        and any(
            not same.shares_centre
            for same in notes
            if (same.practice, same.note) == (note.practice, note.note)
        )
    }
    queries = identical_notes(notes)
    assert {(query.institution, query.practice) for query in queries} == expected
    shuffled = [*notes]
    order.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives no type for it
    assert set(map(str, identical_notes(shuffled))) == set(map(str, queries))


def test_a_note_takes_the_memory_of_two_numbers() -> None:
    def many(count: int) -> Iterator[InstitutionNote]:
        for number in range(count):
            yield note_of(f"{number % 50}", f"{number:040}")

    tracemalloc.start()
    assert identical_notes(many(20_000)) == ()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000 * 40
