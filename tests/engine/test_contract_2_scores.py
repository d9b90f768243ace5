"""docs/scoring.md on scores (rule 2), nothing to score (7), contributions (8) and rounding."""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.engine.aggregate import rounded

from .strategies import examples, worlds
from .worlds import (
    BASIC_ONLY,
    BOTH_TIERS,
    NA,
    NOT_ADOPTED,
    World,
    basic,
    checklist_of,
    desirable,
    domains,
    exact,
    mixture,
    practices,
    scheme_of,
    sections,
)


def score(world: World) -> Fraction | None:
    return world.assessed().overall.value


# --- 2 scores ---------------------------------------------------------------------------------------


def test_2_a_domains_score_is_the_weighted_mean_over_counted_practices_of_scored_tiers() -> None:
    checklist = checklist_of(
        basic("1-1"), basic("1-2"), basic("1-3"), desirable("1-a"), desirable("1-b")
    )
    answers = {"1-1": 4, "1-2": NA, "1-a": 1, "1-b": NOT_ADOPTED}
    world = World(checklist, answers)
    assert domains(world.assessed())["1"].value == Fraction(4, 2)
    both = replace(world, scheme=BOTH_TIERS)
    assert domains(both.assessed())["1"].value == Fraction(2 * 4 + 2 * 0 + 1 * 1, 5)


def test_2_overall_is_the_mean_of_domains_by_domain_weight_not_of_practices() -> None:
    checklist = checklist_of(basic("1-1"), basic("2-1"), basic("2-2"), basic("2-3"))
    answers = {"1-1": 5, "2-1": 1, "2-2": 1, "2-3": 2}
    assert score(World(checklist, answers)) == (5 + Fraction(4, 3)) / 2
    weighted = World(checklist, answers, scheme=scheme_of({"basic": 1}, {"2": 3}))
    assert score(weighted) == (5 + 3 * Fraction(4, 3)) / 4


def test_2_a_domain_without_score_leaves_overall_with_its_weight() -> None:
    checklist = checklist_of(basic("1-1"), basic("2-1"), desirable("3-a"))
    world = World(
        checklist, {"1-1": 4, "2-1": NA, "3-a": 5}, scheme=scheme_of({"basic": 1}, {"2": 9, "3": 9})
    )
    result = world.assessed()
    assert [domain.exact for domain in result.domains] == ["4/1", None, None]
    assert result.overall.value == 4


def test_2_sections_include_their_sub_sections_and_no_lookalikes() -> None:
    checklist = checklist_of(
        basic("1-1"),
        basic("1.1-1"),
        basic("1.1.1-1"),
        basic("1.1.2.3-1"),
        basic("1.10-1"),
        basic("1.2-1"),
        sections=["1.1.2"],
    )
    answers = {"1-1": 5, "1.1-1": 1, "1.1.1-1": 2, "1.1.2.3-1": 3, "1.10-1": 5, "1.2-1": 4}
    by_section = sections(World(checklist, answers).assessed())
    assert {name: section.value for name, section in by_section.items()} == {
        "1.1": 2,
        "1.1.1": 2,
        "1.1.2": 3,
        "1.1.2.3": 3,
        "1.10": 5,
        "1.2": 4,
    }
    assert {name: section.level for name, section in by_section.items()} == {
        "1.1": 1,
        "1.1.1": 2,
        "1.1.2": 3,
        "1.1.2.3": 3,
        "1.10": 5,
        "1.2": 4,
    }
    assert by_section["1.1"].coverage.total == 3
    assert by_section["1.1"].below_target.of == 3


def test_2_a_sections_score_takes_the_schemes_weights() -> None:
    checklist = checklist_of(basic("1.1-1"), desirable("1.1-a"), basic("1.2-1"))
    world = World(checklist, {"1.1-1": 3, "1.1-a": 0, "1.2-1": 5})
    assert sections(world.assessed())["1.1"].value == 3
    assert sections(replace(world, scheme=BOTH_TIERS).assessed())["1.1"].value == 2


def test_2_a_tiers_score_is_a_plain_mean_with_all_domains_pooled() -> None:
    checklist = checklist_of(
        basic("1-1"),
        basic("2-1"),
        basic("2-2"),
        desirable("1-a"),
        desirable("2-a"),
        desirable("2-b"),
    )
    answers = {"1-1": 5, "2-1": 1, "2-2": 1, "1-a": 4, "2-b": NOT_ADOPTED}
    odd = scheme_of({"basic": 7}, {"1": 5, "2": 2})
    for scheme in (BASIC_ONLY, odd):
        tiers = World(checklist, answers, scheme=scheme).assessed().tiers
        assert tiers.basic.value == Fraction(7, 3)
        assert tiers.desirable.value == Fraction(4 + 0, 2)
        assert tiers.desirable.adopted == 1


def test_2_a_desirable_practice_left_out_by_choice_costs_nothing() -> None:
    checklist = checklist_of(basic("1-1"), desirable("1-a"), desirable("1-b"))
    without = World(checklist, {"1-1": 3, "1-a": 3, "1-b": NOT_ADOPTED}, scheme=BOTH_TIERS)
    assert score(without) == 3
    assert score(without.answering({"1-b": 0})) == Fraction(9, 4)


def test_2_exact_is_in_lowest_terms() -> None:
    checklist = checklist_of(*(basic(f"1-{n}") for n in range(1, 7)))
    answers = {f"1-{n}": level for n, level in zip(range(1, 7), (5, 5, 2, 2, 1, 1), strict=True)}
    result = World(checklist, answers).assessed()
    assert result.overall.exact == "8/3"
    assert practices(result)["1-3"].contribution == "1/3"
    assert World(checklist, dict.fromkeys(answers, 3)).assessed().overall.exact == "3/1"


# --- rounding ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "of", "text", "shown"),
    [
        (1, 200, "599/200", 3.00),
        (1000, 199_980, "29947/9999", 2.99),
        (5001, 1_000_000, "2994999/1000000", 2.99),
        (4999, 1_000_000, "2995001/1000000", 3.00),
        (1, 3, "8/3", 2.67),
        (2, 3, "7/3", 2.33),
    ],
)
def test_shown_figures_are_rounded_half_up_once(
    parts: int, of: int, text: str, shown: float
) -> None:
    result = mixture(parts, of).assessed()
    assert result.overall.value == 3 - Fraction(parts, of)
    assert result.overall.exact is not None
    assert Fraction(result.overall.exact) == Fraction(text)
    assert result.overall.score == shown


@pytest.mark.parametrize(
    ("value", "two_decimals", "one_decimal"),
    [
        ("201/200", 1.01, 1.0),
        ("1/8", 0.13, 0.1),
        ("407/200", 2.04, 2.0),
        ("21/20", 1.05, 1.1),
        ("9/20", 0.45, 0.5),
        ("5/1", 5.0, 5.0),
        ("0/1", 0.0, 0.0),
    ],
)
def test_half_way_goes_up_where_floats_and_bankers_go_down(
    value: str, two_decimals: float, one_decimal: float
) -> None:
    assert rounded(Fraction(value)) == two_decimals
    assert rounded(Fraction(value), 1) == one_decimal


@examples(200)
@given(st.fractions(0, 5))
def test_a_rounded_figure_is_the_nearest_hundredth(value: Fraction) -> None:
    shown = rounded(value)
    assert shown is not None
    hundredths = round(shown * 100)
    assert shown == hundredths / 100
    assert -Fraction(1, 200) < Fraction(hundredths, 100) - value <= Fraction(1, 200)


# --- 7 nothing to score -----------------------------------------------------------------------------


def _everything_out_of_scope() -> World:
    checklist = checklist_of(
        basic("1.1-1", applies_if={"any": ["f1"]}), desirable("2-a", applies_if={"all": ["f1"]})
    )
    return World(checklist, {"1.1-1": 5}, profile={"f1": False})


def _all_not_applicable() -> World:
    return World(checklist_of(basic("1.1-1"), desirable("2-a")), {"1.1-1": NA, "2-a": NA})


@pytest.mark.parametrize("world", [_everything_out_of_scope(), _all_not_applicable()])
def test_7_nothing_to_score_is_null_never_nought_never_met(world: World) -> None:
    result = replace(world, scheme=BOTH_TIERS).assessed()
    figures: list[Any] = [result.overall, *result.domains, *result.sections]
    for figure in figures:
        assert (figure.score, figure.exact, figure.level) == (None, None, None)
        assert (figure.below_target.count, figure.below_target.of) == (0, 0)
    for tier in (result.tiers.basic, result.tiers.desirable):
        assert (tier.score, tier.exact) == (None, None)
    assert result.overall.band is None
    assert result.overall.rateable is False
    assert [(domain.band, domain.contribution) for domain in result.domains] == [(None, None)] * 2
    assert result.gaps == ()
    assert result.is_empty


def test_7_an_all_na_domain_is_null_beside_a_domain_that_is_scored() -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2"), basic("2-1"))
    result = World(checklist, {"1-1": NA, "1-2": NA, "2-1": 4}).assessed()
    first = domains(result)["1"]
    assert (first.score, first.exact, first.level, first.band) == (None, None, None, None)
    assert not first.rateable
    assert first.coverage.ratio == 1.0
    assert (result.overall.exact, result.overall.level) == ("4/1", 4)


def test_7_a_single_answer_in_a_blank_form() -> None:
    checklist = checklist_of(*(basic(f"{d}-{n}") for d, n in product((1, 2, 3), (1, 2))))
    result = World(checklist, {"2-2": 5}).assessed()
    assert result.overall.exact == "5/6"
    assert (result.overall.level, result.overall.level_reason) == (None, "unanswered")
    assert (result.overall.below_target.count, result.overall.below_target.of) == (5, 6)
    assert result.overall.coverage.ratio == 0.17
    assert result.provisional
    assert not result.is_empty


def test_7_no_answer_at_all_scores_nought_and_is_empty() -> None:
    result = World(checklist_of(basic("1-1")), {}).assessed()
    assert (result.overall.exact, result.overall.score, result.overall.level) == ("0/1", 0.0, None)
    assert result.is_empty


# --- 8 contributions --------------------------------------------------------------------------------


@examples(60)
@given(worlds())
def test_8_contributions_add_up_exactly(world: World) -> None:
    result = world.assessed()
    for domain in result.domains:
        shares = [exact(p.contribution) for p in domain.practices if p.contribution is not None]
        assert sum(shares) == (domain.value or 0)
        assert bool(shares) == (domain.value is not None)
    of_domains = [exact(d.contribution) for d in result.domains if d.contribution is not None]
    assert sum(of_domains) == (result.overall.value or 0)


def test_8_a_contribution_is_the_weighted_share_of_its_domain() -> None:
    checklist = checklist_of(
        basic("1-1"), basic("1-2"), desirable("1-a"), basic("2-1"), basic("2-2")
    )
    scheme = scheme_of({"basic": 2, "desirable": 1}, {"1": 3})
    answers = {"1-1": 4, "1-a": 1, "2-1": NA, "2-2": 2}
    result = World(checklist, answers, scheme=scheme).assessed()
    assert {name: practice.contribution for name, practice in practices(result).items()} == {
        "1-1": "8/5",
        "1-2": "0/1",
        "1-a": "1/5",
        "2-1": None,
        "2-2": "2/1",
    }
    assert [domain.contribution for domain in result.domains] == ["27/20", "1/2"]
