"""A checklist that is not scored has completeness and findings, and no figure."""

from typing import Any

import pytest

from cssa.datafile.reader import read
from cssa.errors import InputError
from cssa.gate.policy import load_policy

from .worlds import NA, World, basic, checklist_of, edition_of, options, practices, rows

CHECKLIST = checklist_of(
    basic("1-1"),
    basic("1-2", kind="text"),
    basic("1-3", kind="single", options=options(None, None)),
    basic("1-4", legal=True),
    basic("1-5"),
) | {"scored": False}


def on(practice: str, *options: str) -> dict[str, Any]:
    """Return the condition of a question that is asked only after such answers."""
    return {"practice": practice, "any": list(options)}


def test_every_question_is_answered_or_not_and_none_is_counted() -> None:
    answers = {"1-1": 2, "1-2": {"text": "t"}, "1-4": 0, "1-5": NA}
    result = World(CHECKLIST, answers).assessed()
    assert {name: practice.status for name, practice in practices(result).items()} == {
        "1-1": "answered",
        "1-2": "answered",
        "1-3": "unanswered",
        "1-4": "answered",
        "1-5": "not_applicable",
    }
    assert (result.overall.exact, result.overall.level, result.overall.band) == (None, None, None)
    assert (result.overall.coverage.in_scope, result.overall.coverage.unanswered) == (5, 1)
    assert result.overall.below_target.of == 0
    assert (result.has_targets, result.gaps, result.is_empty) == (False, (), False)


def test_without_an_answer_nothing_was_assessed() -> None:
    assert World(CHECKLIST, {}).assessed().is_empty


@pytest.mark.parametrize("rule", ["min_score: 1", "min_level: 1", "max_below_target: 0"])
def test_a_rule_on_figures_is_refused_and_one_on_completeness_is_not(rule: str) -> None:
    checklist = edition_of(CHECKLIST).checklist
    policy = "schema: cssa.policy/1\nid: p\nrules: [{{id: r, on: overall, {}}}]\n"
    with pytest.raises(InputError) as refusal:
        load_policy(read(policy.format(rule).encode(), "p.yaml"), checklist)
    assert [problem.code for problem in refusal.value.problems] == ["policy.unscored"]
    load_policy(read(policy.format("min_coverage: 1").encode(), "p.yaml"), checklist)


CONDITIONAL = checklist_of(
    basic("1-1", kind="single", options=options(None, None)),
    basic("1-2", kind="multi", options=options(None, None), asked_if=on("1-1", "o0")),
    basic("1-3", kind="text", asked_if=on("1-2", "o1")),
    basic("1-4", kind="text"),
) | {"scored": False}


@pytest.mark.parametrize(
    ("answers", "statuses", "first"),
    [
        ({}, "uuuu", ["1-1", "1-4"]),
        ({"1-1": "o0"}, "auuu", ["1-2", "1-4"]),
        ({"1-1": "o0", "1-2": ["o0"]}, "aanu", ["1-4"]),
        ({"1-1": "o1"}, "annu", ["1-4"]),
        ({"1-1": "o1", "1-2": ["o1"]}, "annu", ["1-4"]),
        ({"1-1": "o1", "1-4": {"text": "t"}}, "anna", []),
    ],
)
def test_a_question_that_is_not_asked_leaves_nothing_open(
    answers: dict[str, Any], statuses: str, first: list[str]
) -> None:
    result = World(CONDITIONAL, answers).assessed()
    names = {"u": "unanswered", "a": "answered", "n": "not_asked"}
    assert [each.status for each in practices(result).values()] == [names[s] for s in statuses]
    counts = result.overall.coverage
    assert (counts.in_scope, counts.unanswered) == (4 - statuses.count("n"), statuses.count("u"))
    assert [gap.practice for gap in result.answer_first] == first
    assert result.provisional == ("u" in statuses)


def test_questions_that_hang_on_each_other_are_open() -> None:
    circle = checklist_of(
        basic("1-1", kind="single", options=options(None), asked_if=on("1-2", "o0")),
        basic("1-2", kind="single", options=options(None), asked_if=on("1-1", "o0")),
    ) | {"scored": False}
    result = World(circle, {"1-1": "o0"}).assessed()
    assert [each.status for each in practices(result).values()] == ["answered", "unanswered"]


def test_rows_of_which_none_is_answered_decide_nothing() -> None:
    checklist = checklist_of(
        basic("1-1", kind="matrix", options=options(None, None), rows=rows(1)),
        basic("1-2", kind="text", asked_if=on("1-1", "o0")),
    ) | {"scored": False}
    result = World(checklist, {"1-1": {"rows": {}}}).assessed()
    assert [each.status for each in practices(result).values()] == ["unanswered", "unanswered"]
