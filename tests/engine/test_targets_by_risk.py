"""Which level is expected of whom: risk profile, target rules, duties by law."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.engine.result import RiskProfile
from cssa.scheme.scoring_data import ScoringData

from .strategies import FACTORS, LEVELS, examples
from .worlds import (
    MEDIUM,
    NOT_ADOPTED,
    RISKS,
    Plain,
    World,
    basic,
    checklist_of,
    desirable,
    practices,
    rule,
    targets_of,
)

BY_RISK = targets_of(rule(3, tier="basic"), high=[rule(4, tier="basic")])


def profile_of(stated: Any, targets: Plain = BY_RISK) -> RiskProfile:
    world = World(checklist_of(basic("1-1")), {}, risk=stated, targets=targets)
    return world.assessed().risk_profile


def risk(stated: Any) -> tuple[str, str]:
    profile = profile_of(stated)
    return profile.level, profile.basis


def test_no_factor_is_asked_where_no_target_differs_between_risk_profiles() -> None:
    profile = profile_of({"factors": {"k1": "high"}}, targets_of(rule(3, tier="basic")))
    assert (profile.level, profile.basis, profile.provisional) == ("medium", "assumed", False)
    assert (profile.stated, profile.key_factors) == (0, 0)


@pytest.mark.parametrize(("first", "second"), list(product(RISKS, RISKS)))
def test_the_risk_profile_is_the_maximum_of_the_key_factors(first: str, second: str) -> None:
    highest = max(first, second, key=RISKS.index)
    assert risk({"factors": {"k1": first, "k2": second, "n1": "high"}}) == (highest, "answers")


def test_a_factor_that_is_not_key_decides_nothing() -> None:
    assert risk({"factors": {"k1": "low", "k2": "low", "n1": "high"}}) == ("low", "answers")
    assert risk({"factors": {"n1": "high"}}) == ("medium", "assumed")


@pytest.mark.parametrize(
    ("stated", "level"), [("low", "medium"), ("medium", "medium"), ("high", "high")]
)
def test_with_a_key_factor_unstated_the_profile_is_at_least_medium_and_provisional(
    stated: str, level: str
) -> None:
    for others in ({}, {"n1": "low"}):
        profile = profile_of({"factors": {"k2": stated} | others})
        assert (profile.level, profile.basis, profile.provisional) == (level, "answers", True)
        assert (profile.stated, profile.key_factors) == (1, 2)


def test_a_profile_is_provisional_until_its_key_factors_are_stated_or_overridden() -> None:
    override = {"override": {"level": "low", "reason": "r"}}
    assert profile_of({}).provisional
    assert profile_of({"factors": {"n1": "high"}}).provisional
    assert not profile_of({"factors": {"k1": "low", "k2": "low"}}).provisional
    assert not profile_of(override).provisional
    assert not profile_of({"factors": {"k1": "high"}} | override).provisional
    assert risk({"factors": {"k1": "high"}} | override) == ("low", "override")


def test_without_risk_factors_the_profile_is_medium_and_assumed() -> None:
    assert risk({}) == ("medium", "assumed")


@examples(50)
@given(FACTORS, st.sampled_from(RISKS))
def test_an_override_decides_whatever_the_factors_say(factors: Any, level: str) -> None:
    stated = {"factors": factors, "override": {"level": level, "reason": "r"}}
    assert risk(stated) == (level, "override")


HIGH_SECTIONS = ("2.2.3", "2.2.5", "2.3.1", "2.4.1")
PLACES = (
    "2.1.1",
    "2.2.1",
    "2.2.3",
    "2.2.3.1",
    "2.2.5",
    "2.3.1",
    "2.3.10",
    "2.4",
    "2.4.1",
    "2.5",
    "2.6",
)


def _shipped(level: str, answers: Any = None) -> dict[str, int | None]:
    practices_asked = [
        make(f"{place}-{n}") for place in PLACES for make, n in ((basic, 1), (desirable, "a"))
    ]
    targets = ScoringData().targets().model_dump(by_alias=True, exclude_defaults=True)
    world = World(
        checklist_of(*practices_asked, depth=2),
        answers or {f"{place}-a": 2 for place in PLACES},
        targets=targets,
        risk={"override": {"level": level, "reason": "r"}},
    )
    return {name: practice.target for name, practice in practices(world.assessed()).items()}


def test_low_risk_expects_3_of_basics_and_nothing_of_desirables() -> None:
    assert _shipped("low") == {f"{p}-1": 3 for p in PLACES} | {f"{p}-a": None for p in PLACES}


def test_medium_risk_expects_3_of_basics_and_of_adopted_desirables() -> None:
    assert _shipped("medium") == {f"{p}-1": 3 for p in PLACES} | {f"{p}-a": 3 for p in PLACES}


def test_high_risk_expects_4_of_basics_in_the_named_sections_and_domains() -> None:
    four = {"2.2.3", "2.2.3.1", "2.2.5", "2.3.1", "2.4.1", "2.5", "2.6"}
    expected = {f"{p}-1": 4 if p in four else 3 for p in PLACES} | {f"{p}-a": 3 for p in PLACES}
    assert _shipped("high") == expected


@pytest.mark.parametrize("level", RISKS)
def test_nothing_is_expected_of_desirables_that_are_not_adopted(level: str) -> None:
    answers = {"2.1.1-a": NOT_ADOPTED, "2.2.1-a": {"note": "n"}, "2.2.3-a": 0}
    targets = _shipped(level, answers)
    assert targets["2.1.1-a"] is None
    assert targets["2.2.1-a"] is None
    assert targets["2.2.3-a"] == (None if level == "low" else 3)


@examples(50)
@given(st.lists(LEVELS, min_size=1, max_size=5))
def test_the_last_rule_that_fits_decides(levels: list[int]) -> None:
    targets = targets_of(*(rule(level, tier="basic") for level in levels), rule(5, domain="2"))
    result = World(checklist_of(basic("1-1"), basic("2-1")), {}, targets=targets).assessed()
    assert {name: practice.target for name, practice in practices(result).items()} == {
        "1-1": levels[-1],
        "2-1": 5,
    }


def test_a_later_general_rule_takes_over_from_an_earlier_particular_one() -> None:
    targets = targets_of(rule(5, practice="1-1"), rule(2, domain="1"))
    result = World(checklist_of(basic("1-1")), {}, targets=targets).assessed()
    assert practices(result)["1-1"].target == 2


def test_everything_that_a_rule_names_must_fit() -> None:
    checklist = checklist_of(
        basic("1.1-1"),
        desirable("1.1-a"),
        basic("1.1.1-1"),
        basic("1.10-1"),
        basic("1-1"),
        basic("2.1-1"),
    )
    targets = targets_of(
        rule(4, section="1.1", tier="basic"), rule(5, domain="2", tier="desirable")
    )
    result = World(checklist, {}, targets=targets).assessed()
    assert {name: practice.target for name, practice in practices(result).items()} == {
        "1.1-1": 4,
        "1.1-a": None,
        "1.1.1-1": 4,
        "1.10-1": None,
        "1-1": None,
        "2.1-1": None,
    }


def test_no_targets_at_all_expect_nothing_of_a_duty_by_law() -> None:
    checklist = checklist_of(basic("1-1", legal=True), basic("1-2"))
    result = World(checklist, {}, targets=targets_of() | {"duties": False}).assessed()
    assert [practice.target for practice in practices(result).values()] == [None, None]
    assert not result.has_targets


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (targets_of(), 3),
        (targets_of(rule(1, tier="basic"), rule(0, tier="desirable")), 3),
        (targets_of(rule(4, tier="basic"), rule(4, tier="desirable")), 4),
        (MEDIUM, 3),
    ],
)
@pytest.mark.parametrize("practice", [basic("1-1", legal=True), desirable("1-1", legal=True)])
def test_a_duty_by_law_is_expected_at_3_at_least(
    practice: Any, targets: Any, expected: int
) -> None:
    result = World(checklist_of(practice, basic("1-2")), {}, targets=targets).assessed()
    assert practices(result)["1-1"].target == expected
    assert practices(result)["1-1"].gap == expected


def test_a_duty_by_law_is_named_in_why() -> None:
    result = World(checklist_of(basic("1-1", legal=True), basic("1-2")), {}).assessed()
    assert ["legal" in gap.why for gap in result.answer_first] == [True, False]


def test_the_targets_of_the_risk_profile_are_the_ones_applied() -> None:
    targets = targets_of(
        low=[rule(1, tier="basic")], medium=[rule(2, tier="basic")], high=[rule(5, tier="basic")]
    )
    for level, expected in zip(RISKS, (1, 2, 5), strict=True):
        world = World(
            checklist_of(basic("1-1")),
            {"1-1": 2},
            targets=targets,
            risk={"factors": {"k1": level, "k2": "low"}},
        )
        assert practices(world.assessed())["1-1"].target == expected
