"""The gate on a checklist with levels of its own."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.datafile.reader import read
from cssa.errors import InputError
from cssa.gate.evaluate import evaluate
from cssa.gate.policy import load_policy
from cssa.gate.verdict import Outcome
from cssa.messages import LANGS, Lang
from cssa.messages.problems import describe
from cssa.workspace import Assessment, Workspace

CASE = Path(__file__).parents[1] / "cases" / "own-scale"
POLICY = "schema: cssa.policy/1\nid: own\nrules:\n  - {{id: rule, on: {on}, {condition}}}\n"


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    path = CASE / "answers.yaml"
    workspace = Workspace(CASE / "checklist")
    return workspace.assess(path.read_bytes(), str(path), as_of=date(2026, 11, 20))


def outcome(assessment: Assessment, condition: str, on: str = "overall") -> Outcome:
    document = read(POLICY.format(on=on, condition=condition).encode(), "policy.yaml")
    policy = load_policy(document, assessment.edition.checklist)
    verdict = evaluate(assessment.result, policy, assessment.edition, assessment.answers)
    return verdict.outcomes[0]


@pytest.mark.parametrize("level", ["3", "Defined", "DEFINED"])
def test_a_level_is_named_by_value_or_title_and_an_unanswered_practice_is_at_the_lowest(
    assessment: Assessment, level: str
) -> None:
    result = outcome(assessment, f"min_level: {level}")
    assert (result.status, result.expected, result.actual) == ("unmet", "3", "1")
    assert sorted(result.practices) == ["b", "f"]


@pytest.mark.parametrize(
    ("condition", "status"), [("min_score: 3", "met"), ("min_score: 3.2", "unmet")]
)
def test_a_score_is_on_the_scale(assessment: Assessment, condition: str, status: str) -> None:
    assert outcome(assessment, condition).status == status


@pytest.mark.parametrize("lang", LANGS)
def test_a_section_of_a_checklist_without_sections_is_refused(
    lang: Lang, assessment: Assessment
) -> None:
    with pytest.raises(InputError) as refusal:
        outcome(assessment, "min_score: 3", '{section: "1.1"}')
    (problem,) = refusal.value.problems
    assert {"ja": "（-）", "en": "(-)"}[lang] in describe(problem, lang)


def test_practices_are_to_be_raised_to_a_level_that_there_is(assessment: Assessment) -> None:
    assert outcome(assessment, "min_score: 3.2").aim == 5


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("min_level: 4", "policy.unknown_level"),
        ("min_level: Operating", "policy.unknown_level"),
        ("evidence_from: 0", "policy.unknown_level"),
        ("min_score: 0.5", "policy.score_outside"),
        ("min_score: 5.1", "policy.score_outside"),
    ],
)
def test_what_the_scale_does_not_have_is_refused_at_its_place(
    assessment: Assessment, condition: str, code: str
) -> None:
    with pytest.raises(InputError) as refusal:
        outcome(assessment, condition)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.location.line) == (code, 4)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lowest", "condition", "is_said"),
    [(0, "min_level: 0", True), (-1, "min_level: 0", False), (-1, "min_level: -1", True)],
)
def test_the_lowest_level_is_always_met_and_no_other(
    lowest: int, condition: str, is_said: bool, folder: Path, cssa_inline: Callable[..., Any]
) -> None:
    shutil.copytree(CASE / "checklist", folder / "checklist")
    header = folder / "checklist/checklist.yaml"
    below = f"- {{value: {lowest}, title: {{en: None}}}}\n    "
    steps = f"{below if lowest < 0 else ''}- {{value: 0,"
    header.write_text(header.read_text("utf-8").replace("- {value: 1,", steps), encoding="utf-8")
    (folder / "policy.yaml").write_text(POLICY.format(on="overall", condition=condition), "utf-8")
    done = cssa_inline("policy", "lint", "policy.yaml", "-c", "checklist")
    assert done.code == 0, done.err
    assert (f'"{condition}" is always met' in done.err) is is_said
