"""Whom to talk to: each reason where it is met and just where it is not, in the order of ids."""

from fractions import Fraction
from typing import Any

import pytest
from tests.engine.worlds import EXPIRED, World, basic, checklist_of, treated

from cssa.consistency.hearing import HearingFacts, hearing_facts, hearing_rows
from cssa.consistency.queries import queries
from cssa.messages import LANGS, Lang, say

FLOOR = Fraction(4, 5)
NOTHING = HearingFacts(
    institution="b",
    name="B",
    sector="trust",
    queries=9,
    coverage=FLOOR,
    expired=0,
    below_target=10,
    overall=Fraction(3),
    before=None,
    group_median=None,
)


def reasons(**facts: Any) -> list[str]:
    rows = hearing_rows([NOTHING._replace(**facts)], FLOOR)
    return [one.code for row in rows for one in row.reasons]


@pytest.mark.parametrize(
    ("code", "met", "unmet"),
    [
        ("queries", {"queries": 10}, {"queries": 9}),
        ("coverage", {"coverage": Fraction(79, 100)}, {"coverage": FLOOR}),
        ("coverage", {"coverage": Fraction(0)}, {"coverage": None}),
        ("risen", {"before": Fraction(5, 2)}, {"before": Fraction(51, 20)}),
        ("fallen", {"before": Fraction(7, 2)}, {"before": Fraction(69, 20)}),
        ("expired", {"expired": 1}, {"expired": 0}),
        ("below_target", {"group_median": Fraction(5)}, {"group_median": Fraction(11, 2)}),
        (
            "below_target",
            {"group_median": Fraction(20), "below_target": 30},
            {"group_median": Fraction(20), "below_target": 29},
        ),
    ],
)
def test_a_reason_is_met_and_just_not(code: str, met: Any, unmet: Any) -> None:
    assert reasons(**met) == [code]
    assert reasons(**unmet) == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_reason_says_from_where_it_is_shown(lang: Lang) -> None:
    everything = NOTHING._replace(
        queries=12, coverage=Fraction(1, 2), before=Fraction(2), expired=2, group_median=Fraction(11, 2),
        below_target=12,
    )  # fmt: skip
    (row,) = hearing_rows([everything], FLOOR)
    said = [say(lang, f"hearing.{one.code}", one.params) for one in row.reasons]
    assert len(said) == 5
    assert [text for text in said if "{" in text] == []
    assert "2.00" in said[2]
    assert "3.00" in said[2]
    assert "0.50" in said[2]
    assert "5.5" in said[4]
    assert "1.5" in said[4]


def test_the_order_is_that_of_ids_and_no_ranking() -> None:
    facts = [
        NOTHING._replace(institution="c", expired=9),
        NOTHING._replace(institution="a", expired=1),
        NOTHING,
    ]
    assert [row.facts.institution for row in hearing_rows(facts, FLOOR)] == ["a", "c"]


def test_facts_are_those_of_the_assessment() -> None:
    asked = checklist_of(*(basic(f"1-{n}") for n in range(1, 5)))
    world = World(asked, {"1-1": 4, "1-2": treated(1, EXPIRED)})
    result = world.assessed()
    facts = hearing_facts(result, queries(result), before=Fraction(1))
    assert facts == HearingFacts(
        institution="inst-1",
        name="N",
        sector="regional_bank",
        queries=1,
        coverage=Fraction(1, 2),
        expired=1,
        below_target=3,
        overall=Fraction(5, 4),
        before=Fraction(1),
        group_median=None,
    )
