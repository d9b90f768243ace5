"""docs/scoring.md on status (rule 1), and how each kind of question gives a level."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from cssa.datafile.typed_json import to_json

from .oracle import can_hold
from .strategies import CONDITIONS, PROFILES, examples
from .worlds import (
    NA,
    NOT_ADOPTED,
    NOTE,
    VALID,
    World,
    basic,
    checklist_of,
    codes,
    desirable,
    options,
    practices,
    rows,
    treated,
)

# --- 1 status ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [None, 4, NA, NOT_ADOPTED, NOTE, treated(2)])
def test_1_out_of_scope_comes_before_whatever_is_said(answer: Any) -> None:
    checklist = checklist_of(desirable("1-a", applies_if={"any": ["f1"]}), basic("1-1"))
    said_on = {} if answer is None else {"1-a": answer}
    result = World(checklist, said_on, profile={"f1": False}).assessed()
    assert practices(result)["1-a"].status == "out_of_scope"
    assert practices(result)["1-a"].level is None


def test_1_out_of_scope_comes_before_informative() -> None:
    checklist = checklist_of(basic("1-1", kind="text", applies_if={"any": ["f1"]}), basic("1-2"))
    result = World(checklist, {"1-1": {"text": "t"}}, profile={"f1": False}).assessed()
    assert practices(result)["1-1"].status == "out_of_scope"


@pytest.mark.parametrize("answer", [None, {"text": "t"}, NA, NOT_ADOPTED])
def test_1_informative_comes_before_whatever_is_said(answer: Any) -> None:
    checklist = checklist_of(desirable("1-a", kind="text"), basic("1-1"))
    result = World(checklist, {} if answer is None else {"1-a": answer}).assessed()
    assert practices(result)["1-a"].status == "informative"


@pytest.mark.parametrize(
    "kind",
    [
        {"kind": "single", "options": options(None, None)},
        {"kind": "multi", "options": options(None, None)},
        {"kind": "matrix", "options": options(None, None), "rows": rows(2)},
        {"kind": "number"},
        {"kind": "text"},
    ],
    ids=lambda kind: kind["kind"],
)
def test_1_a_question_of_any_kind_without_levels_is_informative(kind: Any) -> None:
    result = World(checklist_of(basic("1-1", **kind), basic("1-2")), {"1-2": 3}).assessed()
    assert practices(result)["1-1"].status == "informative"
    assert result.overall.coverage.total == 1
    assert not result.provisional


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        (NA, "not_applicable"),
        (NA | {"treatment": VALID}, "not_applicable"),
        (NOT_ADOPTED, "not_adopted"),
        (0, "answered"),
        ({"level": 0, "treatment": VALID}, "answered"),
        (None, "unanswered"),
        (NOTE, "unanswered"),
        ({"treatment": VALID}, "unanswered"),
        ({"points": ["p1"]}, "unanswered"),
    ],
)
def test_1_what_is_said_gives_the_status(answers: Any, status: str) -> None:
    point = {"id": "p1", "ja": "語", "en": "word"}
    checklist = checklist_of(desirable("1-a", points=[point]), basic("1-1"))
    result = World(checklist, {} if answers is None else {"1-a": answers}).assessed()
    assert practices(result)["1-a"].status == status


def test_1_unanswered_counts_nought_and_has_no_level() -> None:
    result = World(checklist_of(basic("1-1"), basic("1-2")), {"1-1": 3}).assessed()
    assert practices(result)["1-2"].level is None
    assert result.overall.value == Fraction(3, 2)
    document = json.loads(to_json(result))
    assert document["domains"][0]["practices"][1]["level"] is None


def test_1_an_answered_nought_is_a_level() -> None:
    result = World(checklist_of(basic("1-1")), {"1-1": 0}).assessed()
    assert practices(result)["1-1"].level == 0
    assert result.overall.value == 0
    assert not result.provisional


def test_1_an_unstated_flag_keeps_a_practice_in() -> None:
    checklist = checklist_of(basic("1-1", applies_if={"any": ["f1"]}))
    assert practices(World(checklist, {}).assessed())["1-1"].status == "unanswered"


@examples(200)
@given(CONDITIONS, PROFILES)
def test_1_out_of_scope_exactly_when_no_completion_of_the_profile_makes_it_apply(
    condition: Any, profile: Any
) -> None:
    checklist = checklist_of(basic("1-1", applies_if=condition), basic("1-2"))
    status = practices(World(checklist, {}, profile=profile).assessed())["1-1"].status
    flags = {name: v["value"] if isinstance(v, dict) else v for name, v in profile.items()}
    assert (status == "out_of_scope") == (not can_hold(condition, flags))


def test_1_a_condition_that_is_false_however_the_open_flags_turn_out_is_definitely_false() -> None:
    checklist = checklist_of(
        basic("1-1", applies_if={"any": ["f1", "f2"], "none": ["f1"]}), basic("1-2")
    )
    result = World(checklist, {}, profile={"f2": False}).assessed()
    assert practices(result)["1-1"].status == "out_of_scope"


def test_1_an_answer_out_of_scope_is_kept_warned_about_and_not_counted() -> None:
    checklist = checklist_of(basic("1-1", applies_if={"any": ["f1"]}), basic("1-2"))
    result = World(checklist, {"1-1": 0, "1-2": 3}, profile={"f1": False}).assessed()
    assert codes(result, "1-1") == ["answered_out_of_scope"]
    assert (result.overall.exact, result.overall.level) == ("3/1", 3)
    assert (result.overall.coverage.in_scope, result.overall.coverage.out_of_scope) == (1, 1)
    assert practices(result)["1-1"].contribution is None


# --- how the other kinds of question give a level ---------------------------------------------------


MULTI = {
    "kind": "multi",
    "options": options(None, None, None, None, exclusive=[3]),
    "levels": [
        {"level": 1, "any": ["o0", "o1"]},
        {"level": 3, "at_least": 2},
        {"level": 5, "all": ["o0", "o1", "o2"]},
    ],
}


@pytest.mark.parametrize(
    ("chosen", "level"),
    [
        (["o2"], 0),
        (["o0"], 1),
        (["o1", "o2"], 3),
        (["o2", "o1", "o0"], 5),
        (["o3"], 0),
    ],
)
def test_multi_the_highest_match_counts_else_nought(chosen: list[str], level: int) -> None:
    result = World(checklist_of(basic("1-1", **MULTI)), {"1-1": chosen}).assessed()
    assert practices(result)["1-1"].level == level


def test_multi_an_option_that_stands_alone_is_not_one_of_a_number() -> None:
    practice = basic(
        "1-1",
        kind="multi",
        options=options(None, None, exclusive=[1]),
        levels=[{"level": 2, "at_least": 1}],
    )
    assert practices(World(checklist_of(practice), {"1-1": ["o1"]}).assessed())["1-1"].level == 0
    assert practices(World(checklist_of(practice), {"1-1": ["o0"]}).assessed())["1-1"].level == 2


def test_single_gives_its_options_level() -> None:
    checklist = checklist_of(basic("1-1", kind="single", options=options(0, 2, 4)))
    assert practices(World(checklist, {"1-1": "o1"}).assessed())["1-1"].level == 2
    assert practices(World(checklist, {"1-1": {"choice": "o2"}}).assessed())["1-1"].level == 4


@pytest.mark.parametrize(
    ("answer", "level"),
    [
        ({"r0": "o2", "r1": "o1", "r2": "o2"}, 2),
        ({"r0": "o2", "r1": "o2", "r2": "o2"}, 4),
        ({"r0": "o2", "r1": "o0", "r2": "o2"}, 0),
        ({"r0": "o2", "r1": "o2"}, None),
        ({}, None),
    ],
)
def test_matrix_the_lowest_row_counts_and_a_missing_row_is_unanswered(
    answer: dict[str, str], level: int | None
) -> None:
    checklist = checklist_of(basic("1-1", kind="matrix", options=options(0, 2, 4), rows=rows(3)))
    practice = practices(World(checklist, {"1-1": {"rows": answer}}).assessed())["1-1"]
    assert practice.level == level
    assert practice.status == ("unanswered" if level is None else "answered")


@pytest.mark.parametrize(
    ("direction", "bounds", "value", "level"),
    [
        ("up", (10, 20.5, 40), "9.999", 0),
        ("up", (10, 20.5, 40), "10", 1),
        ("up", (10, 20.5, 40), "20.5", 3),
        ("up", (10, 20.5, 40), "100", 4),
        ("down", (40, 20.5, 10), "40.01", 0),
        ("down", (40, 20.5, 10), "40", 1),
        ("down", (40, 20.5, 10), "20.50", 3),
        ("down", (40, 20.5, 10), "-3", 4),
    ],
)
def test_number_reaching_a_bound_gives_its_level(
    direction: str, bounds: tuple[Any, ...], value: str, level: int
) -> None:
    thresholds = [{"at": at, "level": n} for at, n in zip(bounds, (1, 3, 4), strict=True)]
    practice = basic("1-1", kind="number", direction=direction, thresholds=thresholds)
    result = World(checklist_of(practice), {"1-1": {"value": value}}).assessed()
    assert practices(result)["1-1"].level == level
