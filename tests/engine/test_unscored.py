"""A checklist that is not scored has completeness and findings, and no figure."""

import pytest

from cssa.datafile.reader import read
from cssa.errors import InputError
from cssa.gate.policy import load_policy

from .worlds import NA, World, basic, checklist_of, edition_of, options, practices

CHECKLIST = checklist_of(
    basic("1-1"),
    basic("1-2", kind="text"),
    basic("1-3", kind="single", options=options(None, None)),
    basic("1-4", legal=True),
    basic("1-5"),
) | {"scored": False}


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
