"""Hearing candidates: each reason at its bound and just below it, in the order of ids."""

from fractions import Fraction
from typing import Any

import pytest
from tests.engine.worlds import EXPIRED, World, basic, checklist_of, treated

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.consistency.hearing import HearingFacts, hearing_facts, hearing_rows
from cssa.consistency.queries import queries
from cssa.messages import LANGS, Lang, message

FLOOR = Fraction(4, 5)
NO_REASON = HearingFacts(
    institution="b",
    name="B",
    sector="trust",
    queries=9,
    coverage=FLOOR,
    expired=0,
    below_in_place=10,
    overall=Fraction(3),
    previous_overall=None,
    group_median=None,
)


def reasons(**facts: Any) -> list[str]:
    rows = hearing_rows([NO_REASON._replace(**facts)], FLOOR, SIX_LEVELS)
    return [reason.code for row in rows for reason in row.reasons]


@pytest.mark.parametrize(
    ("code", "met", "unmet"),
    [
        ("queries", {"queries": 10}, {"queries": 9}),
        ("coverage", {"coverage": Fraction(79, 100)}, {"coverage": FLOOR}),
        ("coverage", {"coverage": Fraction(0)}, {"coverage": None}),
        ("risen", {"previous_overall": Fraction(5, 2)}, {"previous_overall": Fraction(51, 20)}),
        ("fallen", {"previous_overall": Fraction(7, 2)}, {"previous_overall": Fraction(69, 20)}),
        ("expired", {"expired": 1}, {"expired": 0}),
        ("below_in_place", {"group_median": Fraction(5)}, {"group_median": Fraction(11, 2)}),
        (
            "below_in_place",
            {"group_median": Fraction(20), "below_in_place": 30},
            {"group_median": Fraction(20), "below_in_place": 29},
        ),
    ],
)
def test_a_reason_is_met_at_its_bound_and_not_below_it(code: str, met: Any, unmet: Any) -> None:
    assert reasons(**met) == [code]
    assert reasons(**unmet) == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_reason_states_the_bound_from_which_it_is_shown(lang: Lang) -> None:
    all_reasons = NO_REASON._replace(
        queries=12, coverage=Fraction(1, 2), previous_overall=Fraction(2), expired=2, group_median=Fraction(11, 2),
        below_in_place=12,
    )  # fmt: skip
    (row,) = hearing_rows([all_reasons], FLOOR, SIX_LEVELS)
    texts = [message(lang, f"hearing.{reason.code}", reason.params) for reason in row.reasons]
    assert len(texts) == 5
    assert [text for text in texts if "{" in text] == []
    assert "2.00" in texts[2]
    assert "3.00" in texts[2]
    assert "0.50" in texts[2]
    assert "5.5" in texts[4]
    assert "1.5" in texts[4]


def test_the_order_is_that_of_ids_and_no_ranking() -> None:
    facts = [
        NO_REASON._replace(institution="c", expired=9),
        NO_REASON._replace(institution="a", expired=1),
        NO_REASON,
    ]
    assert [row.facts.institution for row in hearing_rows(facts, FLOOR, SIX_LEVELS)] == ["a", "c"]


def test_facts_are_those_of_the_assessment() -> None:
    checklist = checklist_of(*(basic(f"1-{n}") for n in range(1, 5)))
    world = World(checklist, {"1-1": 4, "1-2": treated(1, EXPIRED)})
    result = world.assessed()
    facts = hearing_facts(result, queries(result), previous_overall=Fraction(1))
    assert facts == HearingFacts(
        institution="inst-1",
        name="N",
        sector="regional_bank",
        queries=1,
        coverage=Fraction(1, 2),
        expired=1,
        below_in_place=3,
        overall=Fraction(5, 4),
        previous_overall=Fraction(1),
        group_median=None,
    )


def test_where_nothing_is_scored_no_basic_is_below_the_level_in_place() -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2")) | {"scored": False}
    result = World(checklist, {"1-1": 0}).assessed()
    facts = hearing_facts(result, queries(result), group_median=Fraction(0))
    assert facts.below_in_place is None
    rows = hearing_rows([facts], FLOOR, SIX_LEVELS)
    assert [reason.code for row in rows for reason in row.reasons] == ["coverage"]
