"""Institutions whose forms or notes are alike: one query for a pair, and none on shared centres."""

import random

import pytest

from cssa.consistency.alike_institutions import (
    ALIKE_NOTES,
    AnswerCodes,
    alike_forms,
    alike_notes,
)
from cssa.consistency.identical_notes import InstitutionNote, identical_notes
from cssa.consistency.queries import Query

NOTE = "情報資産の台帳を四半期ごとに見直し、結果を部長会に報告している。"
CODES = "".join(random.Random(1).choices("0123", k=176))  # noqa: S311


def form(institution: str, codes: str = CODES, *, shares: bool = False) -> AnswerCodes:
    return AnswerCodes(institution, shares, codes)


def differing(count: int) -> str:
    """Return the codes with so many of them changed, spread over all."""
    codes = list(CODES)
    for place in range(0, 176, 176 // count)[:count]:
        codes[place] = "4"
    return "".join(codes)


def test_a_pair_is_one_query() -> None:
    assert alike_forms([form("b"), form("a")]) == (
        Query("b", None, "alike_form", {"other": "a", "count": 176, "of": 176}),
    )


@pytest.mark.parametrize(("count", "found"), [(3, 1), (4, 0), (11, 0)])
def test_forms_are_alike_up_to_the_bound(count: int, found: int) -> None:
    assert len(alike_forms([form("a"), form("b", differing(count))])) == found


@pytest.mark.parametrize(
    "forms",
    [
        [form("a")],
        [form("a", shares=True), form("b", shares=True)],
        [form("a", "3" * 176), form("b", "3" * 176)],
        [form("a", "u" * 137 + CODES[137:]), form("b", "u" * 137 + CODES[137:])],
        [form("a", "n" * 176), form("b", "n" * 176)],
        [form("a", CODES[::-1]), form("b")],
    ],
)
def test_forms_of_a_centre_uniform_forms_and_short_ones_are_not_compared(
    forms: list[AnswerCodes],
) -> None:
    assert alike_forms(forms) == ()


def test_what_the_profile_of_one_leaves_out_is_not_compared() -> None:
    narrower = form("b", CODES[:100] + "o" * 20 + CODES[120:])
    assert [query.params for query in alike_forms([form("a"), narrower])] == [
        {"other": "a", "count": 156, "of": 156}
    ]


def test_one_without_the_centre_is_compared_with_those_that_share_it() -> None:
    pairs = alike_forms([form("a", shares=True), form("b", shares=True), form("c")])
    assert [(query.institution, query.params["other"]) for query in pairs] == [("c", "a")]


def test_several_that_are_alike_are_each_asked_about_the_first() -> None:
    pairs = alike_forms([form(name) for name in "dcba"])
    assert [(query.institution, query.params["other"]) for query in pairs] == [
        ("b", "a"), ("c", "a"), ("d", "a"),
    ]  # fmt: skip


def test_thousands_of_different_forms_are_compared_with_few() -> None:
    draw = random.Random(7)  # noqa: S311
    forms = [form(f"{n:05}", "".join(draw.choices("12345", k=176))) for n in range(3_000)]
    copied = form("copy", forms[1_234].codes)
    assert [query.params["other"] for query in alike_forms([*forms, copied])] == ["01234"]


def notes(*institutions: str, practices: int, first: int = 0) -> list[InstitutionNote]:
    return [
        InstitutionNote(institution, False, f"1-{number}", f"{NOTE}{number}")
        for institution in institutions
        for number in range(first, first + practices)
    ]


def test_many_notes_of_a_pair_are_one_query() -> None:
    put = alike_notes(identical_notes(notes("b", "a", practices=ALIKE_NOTES)))
    assert put.pairs == (Query("b", None, "alike_notes", {"other": "a", "count": ALIKE_NOTES}),)
    assert put.single == ()


def test_few_notes_of_a_pair_are_a_query_each() -> None:
    queries = identical_notes(notes("b", "a", practices=ALIKE_NOTES - 1))
    assert alike_notes(queries) == ((), queries)


def test_a_pair_and_a_third_with_one_of_their_notes() -> None:
    both = notes("a", "b", practices=ALIKE_NOTES)
    put = alike_notes(identical_notes([*both, *notes("c", practices=1)]))
    assert [(query.institution, query.params["other"]) for query in put.pairs] == [("b", "a")]
    assert {(query.institution, query.practice) for query in put.single} == {
        ("a", "1-0"), ("c", "1-0"),
    }  # fmt: skip


def test_several_with_the_same_notes_are_each_asked_about_the_first() -> None:
    names = [f"{n:02}" for n in range(9)]
    put = alike_notes(identical_notes(notes(*names, practices=ALIKE_NOTES)))
    assert [query.institution for query in put.pairs] == names[1:]
    assert {query.params["other"] for query in put.pairs} == {"00"}
    assert put.single == ()
