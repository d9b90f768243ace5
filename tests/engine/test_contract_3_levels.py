"""docs/scoring.md on targets (rule 3), levels (4), coverage (5) and rateability (6)."""

from dataclasses import asdict, replace
from typing import Any

import pytest

from .worlds import (
    ACCEPTED,
    BOTH_TIERS,
    EXPIRED,
    NA,
    NOT_ADOPTED,
    NOTE,
    VALID,
    World,
    basic,
    checklist_of,
    codes,
    day,
    desirable,
    domains,
    practices,
    rule,
    scheme_of,
    sections,
    targets_of,
    treated,
    treatment,
)

# --- 3 below target ---------------------------------------------------------------------------------


def test_3_below_target_counts_counted_basics_without_a_valid_alternative_measure() -> None:
    checklist = checklist_of(
        *(basic(f"1-{n}") for n in range(1, 8)),
        basic("1-9"),
        desirable("1-a"),
        basic("1-8", applies_if={"any": ["f1"]}),
    )
    answers = {
        "1-1": 3,
        "1-2": 2,
        "1-3": treated(1),
        "1-4": treated(1, EXPIRED),
        "1-5": NA,
        "1-6": 5,
        "1-a": 0,
        "1-8": 0,
        "1-9": treated(2, ACCEPTED),
    }
    below = World(checklist, answers, profile={"f1": False}).assessed().overall.below_target
    assert (below.count, below.of, below.accepted) == (4, 7, 1)


def test_3_an_accepted_risk_stays_below_target_and_an_alternative_measure_does_not() -> None:
    checklist = checklist_of(*(basic(f"1-{n}") for n in range(1, 6)), desirable("1-a"))
    answers = {
        "1-1": treated(1, ACCEPTED),
        "1-2": treated(1),
        "1-3": treated(3, ACCEPTED),
        "1-4": treated(None, ACCEPTED),
        "1-5": treated(None),
        "1-a": treated(1, ACCEPTED),
    }
    result = World(checklist, answers).assessed()
    assert {name: practice.gap for name, practice in practices(result).items()} == {
        "1-1": 2,
        "1-2": None,
        "1-3": 0,
        "1-4": 3,
        "1-5": None,
        "1-a": 2,
    }
    below = result.overall.below_target
    assert (below.count, below.of, below.accepted) == (2, 5, 2)
    assert result.overall.treated == 6
    gaps = (*result.gaps, *result.answer_first)
    accepted = [gap.practice for gap in gaps if "accepted" in gap.why]
    assert accepted == ["1-1", "1-a", "1-4"]
    assert [gap.practice for gap in result.answer_first] == ["1-4", "1-5"]


@pytest.mark.parametrize(
    ("how", "beside", "valid"),
    [
        ({}, {}, True),
        ({"approved_by": "IT department"}, {}, False),
        ({"approved_by": "ＩＴ　Department"}, {}, False),
        ({"approved_by": "Branch"}, {"by": "branch"}, False),
        ({"approved_by": "Branch"}, {"by": "Head office"}, True),
        ({"approved_by": "本人"}, {}, False),
        ({"approved_by": "me"}, {}, False),
        ({"approved_by": "-"}, {}, False),
        ({"approved_by": "N/A"}, {}, False),
        ({"approved_by": "IT department head"}, {}, True),
        ({"measure": "-"}, {}, False),
        ({"measure": "　同上。"}, {}, False),
        ({"measure": "T.B.D."}, {}, False),
        ({"measure": "特に なし"}, {}, False),
        ({"measure": "なしくずしの利用を禁止し、台帳で管理する"}, {}, True),
        ({"measure": "2要素"}, {}, True),
    ],
)
@pytest.mark.parametrize("kind", ["accepted", "alternative"])
def test_3_a_treatment_is_approved_by_somebody_else_and_has_a_measure_in_words(
    kind: str, how: dict[str, str], beside: dict[str, str], valid: bool
) -> None:
    answer = treated(1, treatment(kind=kind) | how) | beside
    world = World(
        checklist_of(basic("1-1")),
        {"1-1": answer},
        about={"approval": {"respondent": "IT department"}},
    )
    result = world.assessed()
    assert practices(result)["1-1"].treated is valid
    assert result.overall.treated == int(valid)
    assert result.overall.below_target.accepted == int(valid and kind == "accepted")
    assert (practices(result)["1-1"].gap is None) == (valid and kind == "alternative")


@pytest.mark.parametrize("kind", ["accepted", "alternative"])
@pytest.mark.parametrize("level", [None, 0, 2])
def test_3_nothing_excuses_a_duty_by_law(kind: str, level: int | None) -> None:
    for make in (basic, desirable):
        checklist = checklist_of(make("1-1", legal=True))
        result = World(checklist, {"1-1": treated(level, treatment(kind=kind))}).assessed()
        assert practices(result)["1-1"].treated is False
        assert practices(result)["1-1"].gap == 3 - (level or 0)
        assert result.overall.below_target.accepted == 0
        assert "legal_left_out" in codes(result, "1-1")


def test_3_a_basic_without_target_is_not_below_it() -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2"))
    targets = targets_of(rule(2, practice="1-2"))
    below = World(checklist, {}, targets=targets).assessed().overall.below_target
    assert (below.count, below.of) == (1, 2)


def test_3_below_target_adds_up_over_domains() -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2"), basic("2-1"), basic("2.1-1"))
    result = World(checklist, {"1-1": 3, "2-1": 2}).assessed()
    assert [(d.below_target.count, d.below_target.of) for d in result.domains] == [(1, 2), (2, 2)]
    assert (result.overall.below_target.count, result.overall.below_target.of) == (3, 4)
    assert sections(result)["2.1"].below_target.count == 1


@pytest.mark.parametrize(("review_in", "valid"), [(-400, False), (-1, False), (0, True), (1, True)])
def test_3_a_treatment_is_valid_on_its_review_date_and_not_the_day_after(
    review_in: int, valid: bool
) -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2"))
    result = World(checklist, {"1-1": treated(1, treatment(review_in)), "1-2": 3}).assessed()
    assert practices(result)["1-1"].treated is valid
    assert result.overall.treated == int(valid)
    assert result.overall.below_target.count == int(not valid)
    assert result.overall.level == 1


def test_3_a_treatment_is_not_valid_before_it_is_approved() -> None:
    later = treatment(400) | {"approved_on": day(1)}
    result = World(checklist_of(basic("1-1")), {"1-1": treated(1, later)}).assessed()
    assert practices(result)["1-1"].treated is False
    assert result.overall.below_target.count == 1
    approved_today = treatment(400) | {"approved_on": day(0)}
    result = World(checklist_of(basic("1-1")), {"1-1": treated(1, approved_today)}).assessed()
    assert practices(result)["1-1"].treated is True


# --- 4 level ----------------------------------------------------------------------------------------


def test_4_a_domains_level_is_the_lowest_among_counted_basics_treated_or_not() -> None:
    checklist = checklist_of(
        basic("1-1"), basic("1-2"), basic("1-3"), basic("1-4"), desirable("1-a")
    )
    answers = {"1-1": 4, "1-2": treated(1), "1-3": NA, "1-4": 2, "1-a": 0}
    for how in (ACCEPTED, VALID, EXPIRED):
        result = World(checklist, answers | {"1-2": treated(1, how)}).assessed()
        assert (domains(result)["1"].level, domains(result)["1"].level_reason) == (1, None)


@pytest.mark.parametrize("open_answer", [NOTE, treated(None), treated(None, ACCEPTED)])
def test_4_there_is_no_level_while_a_basic_is_unanswered(open_answer: Any) -> None:
    checklist = checklist_of(
        basic("1-1"), basic("1-2"), basic("1.1-1"), desirable("1-a"), basic("2-1"), desirable("2-a")
    )
    answers = {"1-1": 0, "1-2": open_answer, "1.1-1": 2, "1-a": 1, "2-1": 4, "2-a": NOTE}
    result = World(checklist, answers).assessed()
    assert [(d.level, d.level_reason) for d in result.domains] == [(None, "unanswered"), (4, None)]
    assert (sections(result)["1.1"].level, sections(result)["1.1"].level_reason) == (2, None)
    assert (result.overall.level, result.overall.level_reason) == (None, "unanswered")
    assert result.overall.exact is not None


def test_4_what_is_out_of_scope_or_not_applicable_leaves_no_level_open() -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2", applies_if={"any": ["f1"]}), basic("1-3"))
    result = World(checklist, {"1-1": 2, "1-3": NA}, profile={"f1": False}).assessed()
    assert (result.overall.level, result.overall.level_reason) == (2, None)


def test_4_a_treated_practice_still_counts_in_the_score() -> None:
    checklist = checklist_of(basic("1-1"), basic("1-2"))
    result = World(checklist, {"1-1": treated(1), "1-2": 4}).assessed()
    assert (result.overall.exact, result.overall.level) == ("5/2", 1)


def test_4_overall_level_is_the_lowest_of_the_domains_that_have_one() -> None:
    checklist = checklist_of(basic("1-1"), basic("2-1"), basic("3-1"), desirable("4-a"))
    answers = {"1-1": 4, "2-1": 2, "3-1": NA, "4-a": 1}
    result = World(checklist, answers).assessed()
    assert [domain.level for domain in result.domains] == [4, 2, None, None]
    assert [domain.level_reason for domain in result.domains] == [None] * 4
    assert result.overall.level == 2


def test_4_no_counted_basic_means_no_level_and_no_reason() -> None:
    checklist = checklist_of(basic("1-1"), desirable("1-a"))
    overall = World(checklist, {"1-1": NA, "1-a": 3}).assessed().overall
    assert (overall.level, overall.level_reason) == (None, None)


def test_4_the_level_does_not_ask_whether_the_scheme_scores_basics() -> None:
    checklist = checklist_of(basic("1-1"), desirable("1-a"))
    result = World(checklist, {"1-1": 1, "1-a": 4}, scheme=scheme_of({"desirable": 1})).assessed()
    assert (result.overall.exact, result.overall.level) == ("4/1", 1)
    assert practices(result)["1-1"].weight == 0
    assert practices(result)["1-1"].contribution is None
    assert practices(result)["1-1"].level == 1


# --- 5 coverage, provisional ------------------------------------------------------------------------


def test_5_coverage_counts_every_practice_once_informative_questions_aside() -> None:
    checklist = checklist_of(
        basic("1-1"),
        basic("1-2"),
        basic("1-3"),
        basic("1-4", kind="text"),
        desirable("1-a"),
        basic("1-5", applies_if={"any": ["f1"]}),
        basic("1-6"),
    )
    answers = {"1-1": 1, "1-2": NA, "1-a": NOT_ADOPTED, "1-4": {"text": "t"}, "1-3": NOTE, "1-6": 4}
    coverage = World(checklist, answers, profile={"f1": False}).assessed().overall.coverage
    assert asdict(coverage) == {
        "total": 6,
        "in_scope": 5,
        "answered": 2,
        "not_applicable": 1,
        "not_adopted": 1,
        "unanswered": 1,
        "out_of_scope": 1,
        "ratio": 0.8,
    }


def test_5_coverage_is_null_where_nothing_is_in_scope() -> None:
    checklist = checklist_of(
        basic("1-1", applies_if={"any": ["f1"]}), basic("2-1"), sections=["2.1"]
    )
    result = World(checklist, {"2-1": 3}, profile={"f1": False}).assessed()
    assert domains(result)["1"].coverage.ratio is None
    assert sections(result)["2.1"].coverage.ratio is None
    assert result.tiers.desirable.coverage.ratio is None
    assert result.overall.coverage.ratio == 1.0


def test_5_coverage_ratio_is_nought_when_nothing_is_answered() -> None:
    assert World(checklist_of(basic("1-1")), {}).assessed().overall.coverage.ratio == 0.0


@pytest.mark.parametrize(
    ("answer", "provisional"),
    [
        ({"1-1": 3, "1-a": 3}, False),
        ({"1-1": NA, "1-a": NOT_ADOPTED}, False),
        ({"1-1": 3}, True),
        ({"1-1": 3, "1-a": NOTE}, True),
        ({"1-1": 3, "1-a": {"level": 3, "confirmed": False}}, True),
        ({"1-1": NA | {"confirmed": False}, "1-a": 3}, True),
        ({"1-1": 3, "1-a": NOT_ADOPTED | {"confirmed": False}}, True),
        ({"1-1": {"level": 3, "confirmed": True}, "1-a": 3}, False),
        ({"1-1": 3, "1-a": 3, "1-2": {"level": 1, "confirmed": False}}, False),  # out of scope
    ],
)
def test_5_provisional_when_anything_is_unanswered_or_awaits_confirmation(
    answer: Any, provisional: bool
) -> None:
    checklist = checklist_of(
        basic("1-1"), desirable("1-a"), basic("1-2", applies_if={"any": ["f1"]})
    )
    assert World(checklist, answer, profile={"f1": False}).assessed().provisional is provisional


def test_5_an_answer_awaiting_confirmation_counts_as_answered() -> None:
    result = World(checklist_of(basic("1-1")), {"1-1": {"level": 4, "confirmed": False}}).assessed()
    assert (result.overall.exact, result.overall.coverage.answered) == ("4/1", 1)


# --- 6 rateable -------------------------------------------------------------------------------------


def _with_na(na: int, of: int, **more: Any) -> World:
    answers = {f"1-{n}": NA if n <= na else 3 for n in range(1, of + 1)}
    return World(checklist_of(*(basic(f"1-{n}") for n in range(1, of + 1))), answers, **more)


@pytest.mark.parametrize(
    ("na", "of", "rateable"),
    [
        (0, 1, True),
        (3, 10, True),
        (6, 20, True),
        (4, 10, False),
        (4, 13, False),
        (1, 3, False),
        (2, 7, True),
    ],
)
def test_6_a_domain_is_rateable_up_to_exactly_three_tenths_not_applicable(
    na: int, of: int, rateable: bool
) -> None:
    result = _with_na(na, of).assessed()
    assert domains(result)["1"].rateable is rateable
    assert result.overall.rateable is rateable
    assert (domains(result)["1"].band == "b3") is rateable
    assert domains(result)["1"].exact == "3/1"


def test_6_only_basics_in_scope_decide() -> None:
    checklist = checklist_of(
        *(basic(f"1-{n}") for n in range(1, 4)),
        *(basic(f"1-{n}", applies_if={"any": ["f1"]}) for n in range(4, 14)),
        desirable("1-a"),
        desirable("1-b"),
    )
    world = World(checklist, {"1-1": NA, "1-a": NA, "1-b": NA})
    assert domains(world.assessed())["1"].rateable
    assert not domains(replace(world, profile={"f1": False}).assessed())["1"].rateable
    assert domains(replace(world.answering({"1-1": 0}), profile={"f1": False}).assessed())[
        "1"
    ].rateable


def test_6_a_domain_without_basics_in_scope_is_not_rateable() -> None:
    checklist = checklist_of(basic("1-1"), desirable("2-a"))
    result = World(checklist, {"1-1": 3, "2-a": 3}, scheme=BOTH_TIERS).assessed()
    assert (domains(result)["2"].rateable, domains(result)["2"].band) == (False, None)
    assert domains(result)["2"].exact == "3/1"
    assert not result.overall.rateable


def test_6_an_unrateable_domain_still_enters_overall_and_makes_it_unrateable() -> None:
    checklist = checklist_of(basic("1-1"), basic("2-1"), basic("2-2"))
    result = World(checklist, {"1-1": 4, "2-1": 2, "2-2": NA}).assessed()
    assert [domain.rateable for domain in result.domains] == [True, False]
    assert result.overall.value == 3
    assert (result.overall.rateable, result.overall.band) == (False, None)


def test_6_a_domain_out_of_scope_altogether_does_not_make_overall_unrateable() -> None:
    checklist = checklist_of(
        basic("1-1"), basic("2-1", applies_if={"any": ["f1"]}), basic("3-1", kind="text")
    )
    result = World(checklist, {"1-1": 4}, profile={"f1": False}).assessed()
    assert [domain.rateable for domain in result.domains] == [True, False, False]
    assert (result.overall.rateable, result.overall.band) == (True, "b4")
