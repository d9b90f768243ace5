"""Raising a level never turns what is met into unmet."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cssa.answers.loading import LoadedAnswers
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Catalogue, Edition
from cssa.datafile.positions import Positions
from cssa.datafile.reader import Document
from cssa.engine.result import Result
from cssa.engine.scoring import Criteria, score_submission
from cssa.gate.baseline import KeptResult, kept_result
from cssa.gate.conditions.registry import CONDITIONS, rule_conditions
from cssa.gate.conditions.values import (
    CountValue,
    FlagValue,
    KeptScoreValue,
    LevelValue,
    LineValue,
    PeriodValue,
    ScoreValue,
    ShareValue,
    ValueKind,
)
from cssa.gate.evaluate import evaluate
from cssa.gate.policy import LoadedPolicy, Policy
from cssa.scheme.scoring_data import ScoringData

from .conftest import CHECKLIST, LEVELS

AS_OF = date(2026, 11, 20)
RULE = {"id": "r", "on": "overall", "min_score": 0}
NOWHERE = Document("x.yaml", {}, Positions((1, 1)), "")
PRACTICES = tuple(LEVELS)
EVIDENCE = [{"ref": "r", "date": "2026-06-01"}]

scopes = st.sampled_from(
    [
        "overall",
        {"tier": "basic"},
        {"tier": "desirable"},
        {"domain": "1"},
        {"domain": "2"},
        {"section": "1.1"},
        {"practice": "1.1-1"},
        {"practice": "1.2-a"},
        {"each": "domain"},
        {"each": "section"},
        {"each": "practice"},
    ]
)
bounds: dict[type[ValueKind], st.SearchStrategy[Any]] = {
    ScoreValue: st.integers(0, 50).map(lambda tenths: tenths / 10),
    LevelValue: st.integers(0, 5),
    CountValue: st.integers(0, 6),
    ShareValue: st.sampled_from([0, 0.125, 0.25, 0.5, 0.875, 1]),
    KeptScoreValue: st.just(value=True),
    FlagValue: st.just(value=True),
    PeriodValue: st.sampled_from(["P180D", "P26W", "P6M", "P1Y"]),
    LineValue: st.just(2),
}
levels = st.integers(0, 5).map(lambda level: {"level": level})
left_out = st.just({"na": True, "reason": "r"})


@st.composite
def answer_sets(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    answers = {}
    for practice in PRACTICES:
        answer: dict[str, Any] = draw(st.one_of(levels, levels, left_out, st.just({})))
        if "level" in answer:
            answer = answer | {"evidence": EVIDENCE}
        if draw(st.booleans()):
            answer = answer | {"review": [{"line": 2, "level": 5, "by": "b", "on": "2026-10-01"}]}
        answers[practice] = answer
    return answers


@st.composite
def policies(draw: st.DrawFn) -> LoadedPolicy:
    rules = []
    for index in range(draw(st.integers(1, 3))):
        names = draw(
            st.lists(st.sampled_from(list(rule_conditions())), min_size=1, max_size=3, unique=True)
        )
        conditions = {name: draw(bounds[type(CONDITIONS[name].value)]) for name in names}
        rules.append({"id": f"r{index}", "on": draw(scopes), **conditions})
    terms = {"reason": "r", "alternative": "a", "residual_risk": "r", "owner": "o"}
    terms |= {"approver": "p", "expires": "2027-03-31"}
    waivers = [
        {"practice": practice, **terms}
        for practice in draw(st.sets(st.sampled_from([p for p in PRACTICES if p != "1.1-3"])))
    ]
    if draw(st.booleans()):
        waivers.append({"rule": "r0", **terms})
    content = {"schema": "cssa.policy/1", "id": "p", "rules": rules, "waivers": waivers}
    return LoadedPolicy(Policy.model_validate(content), NOWHERE, "")


@cache
def edition_and_criteria() -> tuple[Edition, Criteria]:
    library = ScoringData()
    catalogue = Catalogue(vocabulary=lambda: library.vocabulary, given=CHECKLIST)
    edition = catalogue.load(catalogue.find("gate-cases", "1"))
    return edition, Criteria(library.scheme(), library.targets(), library.profile, library.threats)


def submitted(answers: dict[str, dict[str, Any]]) -> tuple[LoadedAnswers, Result]:
    edition, criteria = edition_and_criteria()
    submission = Submission.model_validate(
        {
            "schema": "cssa.answers/1",
            "checklist": {"id": "gate-cases", "version": "1"},
            "institution": {"id": "i", "name": "n", "sector": "shinkin"},
            "assessed_on": "2026-11-06",
            "answers": answers,
        }
    )
    return LoadedAnswers(submission, NOWHERE), score_submission(
        edition, submission, criteria, as_of=AS_OF
    )


def statuses(
    answers: dict[str, dict[str, Any]], policy: LoadedPolicy, baseline: KeptResult
) -> dict[tuple[str, str, str], str]:
    loaded, result = submitted(answers)
    verdict = evaluate(result, policy, edition_and_criteria()[0], loaded, baseline=baseline)
    is_unmet = any(outcome.status == "unmet" for outcome in verdict.outcomes)
    assert verdict.met == (not is_unmet and not result.is_empty)
    return {
        (outcome.rule, outcome.condition, outcome.subject): outcome.status
        for outcome in verdict.outcomes
    }


def baseline_of(answers: dict[str, dict[str, Any]]) -> KeptResult:
    _, result = submitted(answers)
    return kept_result(result)


@settings(max_examples=150, deadline=None)
@given(
    before=answer_sets(),
    policy=policies(),
    baseline=answer_sets().map(baseline_of),
    data=st.data(),
)
def test_raising_a_level_never_turns_met_into_unmet(
    before: dict[str, dict[str, Any]],
    policy: LoadedPolicy,
    baseline: KeptResult,
    data: st.DataObject,
) -> None:
    raisable = [practice for practice, answer in before.items() if answer.get("level", 5) < 5]
    if not raisable:
        return
    practice = data.draw(st.sampled_from(raisable))
    level = data.draw(st.integers(before[practice]["level"] + 1, 5))
    after = before | {practice: before[practice] | {"level": level}}
    was, now = statuses(before, policy, baseline), statuses(after, policy, baseline)
    good = {"met", "waived", "skipped"}
    assert [key for key in was if was[key] in good and now[key] not in good] == []
    assert [key for key in was if was[key] == "met" and now[key] != "met"] == []


@settings(max_examples=80, deadline=None)
@given(
    before=answer_sets(), policy=policies(), baseline=answer_sets().map(baseline_of), data=st.data()
)
def test_answering_a_practice_with_a_level_never_turns_met_into_unmet(
    before: dict[str, dict[str, Any]],
    policy: LoadedPolicy,
    baseline: KeptResult,
    data: st.DataObject,
) -> None:
    unanswered = [practice for practice in PRACTICES if set(before[practice]) <= {"review"}]
    if not unanswered:
        return
    practice = data.draw(st.sampled_from(unanswered))
    answer = {"level": data.draw(st.integers(0, 5)), "evidence": EVIDENCE}
    after = before | {practice: before[practice] | answer}
    was, now = statuses(before, policy, baseline), statuses(after, policy, baseline)
    assert [key for key in was if was[key] == "met" and now[key] != "met"] == []


def test_raising_a_level_past_the_evidence_there_is_asks_for_evidence(
    write_answers: Callable[..., None], write_policy: Callable[..., None], gate: Any
) -> None:
    write_policy("id: e, on: overall, evidence_from: 4")
    write_answers()
    assert gate().code == 0
    write_answers({"1.1-1": "4"})
    assert gate().code == 1


def test_where_nothing_is_scored_nothing_is_met() -> None:
    answers: dict[str, dict[str, Any]] = {
        practice: {"level": 1} if practice[-1].isalpha() else {"na": True, "reason": "r"}
        for practice in PRACTICES
    }
    loaded, result = submitted(answers)
    assert result.is_empty
    content = {"schema": "cssa.policy/1", "id": "p", "rules": [RULE]}
    policy = LoadedPolicy(Policy.model_validate(content), NOWHERE, "")
    verdict = evaluate(result, policy, edition_and_criteria()[0], loaded)
    assert (verdict.met, verdict.reason) == (False, "nothing_assessed")


@settings(max_examples=80, deadline=None)
@given(answers=answer_sets(), policy=policies(), baseline=answer_sets().map(baseline_of))
def test_what_is_named_as_enough_to_raise_is_enough(
    answers: dict[str, dict[str, Any]], policy: LoadedPolicy, baseline: KeptResult
) -> None:
    loaded, result = submitted(answers)
    for outcome in evaluate(
        result, policy, edition_and_criteria()[0], loaded, baseline=baseline
    ).outcomes:
        if outcome.status != "unmet" or outcome.reason or outcome.condition != "min_score":
            continue
        raised = answers | {
            practice: answers[practice] | {"level": outcome.aim, "evidence": EVIDENCE}
            for practice in outcome.practices
        }
        key = (outcome.rule, outcome.condition, outcome.subject)
        assert statuses(raised, policy, baseline)[key] == "met"
