"""Evaluation of a policy: from a result and a policy to a verdict."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from cssa import __version__
from cssa.answers.loading import LoadedAnswers
from cssa.checklist.catalogue import Edition
from cssa.engine.result import Result
from cssa.gate.baseline import KeptResult, ScoreAndLevel, kept_result, scores_and_levels
from cssa.gate.changes import changed_practices, ended, ran_out
from cssa.gate.conditions.condition import Condition, ConditionResult, EvaluationContext
from cssa.gate.conditions.kept_result import NoLower
from cssa.gate.conditions.registry import CONDITIONS
from cssa.gate.policy import EDITIONS, LoadedPolicy, Policy
from cssa.gate.scopes import Scope, ScopeItem, scope_items
from cssa.gate.treatment_outcomes import treatment_outcomes
from cssa.gate.verdict import (
    Outcome,
    OutcomeStatus,
    Place,
    PolicyInfo,
    Regression,
    Regressions,
    RunInfo,
    Verdict,
    place_of,
)
from cssa.gate.waivers import Waivers
from cssa.location import KeyPath

KEEP = "--keep"
"""What stands in place of a rule's id where the result to be replaced is higher; no id can."""


def evaluate(
    result: Result,
    policy: LoadedPolicy,
    edition: Edition,
    answers: LoadedAnswers,
    *,
    baseline: KeptResult | None = None,
    has_previous: bool = True,
    floor: KeptResult | None = None,
    latest: date | None = None,
    zone: str | None = None,
    shown_paths: Mapping[str, str] = MappingProxyType({}),
    show_notes: bool = False,
) -> Verdict:
    """Return the verdict of checking a result against a policy.

    Args:
        result: the assessment's figures, at their as-of date.
        policy: the institution's own policy.
        edition: the checklist answered.
        answers: the answers, for evidence, reviews and places.
        baseline: the kept result, for rules that allow no fall.
        has_previous: whether the baseline is a result of before, so that there are changes to
            state; it is the current one itself where that is kept for the first time.
        floor: the kept result that this one is to replace: whatever lies below it is not met,
            whether a rule asks for it or not.
        latest: the last day that does not lie in the future; the as-of date where None.
        zone: the time zone that the as-of date is today in; None where the date was given.
        shown_paths: names of files to show in places, in place of those that the user gave.
        show_notes: put notes and evidence of the practices named into the verdict.
    """
    latest = latest or result.as_of
    waivers = Waivers(policy, edition.checklist, result.as_of, shown_paths)
    evaluator = _Evaluator(result, edition, answers, waivers, baseline, shown_paths, latest)
    outcomes = tuple(evaluator.outcomes(policy.policy))
    if floor is not None:
        outcomes += tuple(evaluator.falls(floor, outcomes))
    waiver_outcomes = waivers.outcomes(outcomes)
    treatments = treatment_outcomes(result, answers.submission, evaluator.place)
    practices = _practices_named(outcomes)
    changes = None
    if baseline is not None and has_previous:
        found = (
            *changed_practices(baseline, result, evaluator.practice_place),
            *ended(baseline.assessed_on, result.as_of, treatments, waiver_outcomes),
            *evaluator.run_out(policy.policy, outcomes, baseline.assessed_on),
        )
        changes = Regressions(since=baseline.assessed_on, items=found)
    shown = {
        practice: answer
        for practice in (practices if show_notes else ())
        if (answer := answers.submission.answers.get(practice)) is not None
    }
    return Verdict(
        as_of=result.as_of,
        met=not result.is_empty
        and not any(outcome.status == "unmet" for outcome in outcomes)
        and not any(waiver.status == "expired" for waiver in waiver_outcomes),
        reason="nothing_assessed" if result.is_empty else None,
        changed_after_approval=result.changed_after_approval,
        run=RunInfo(
            answers=evaluator.place(()).path,
            zone=zone,
            version=__version__,
        ),
        policy=_policy_info(policy, latest),
        checklist=result.checklist,
        institution=result.institution,
        changes=changes,
        outcomes=outcomes,
        waivers=waiver_outcomes,
        treatments=treatments,
        places={practice: evaluator.practice_place(practice) for practice in practices},
        notes={practice: answer.note for practice, answer in shown.items() if answer.note},
        evidence={
            practice: answer.evidence for practice, answer in shown.items() if answer.evidence
        },
    )


def _practices_named(outcomes: tuple[Outcome, ...]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            practice
            for outcome in outcomes
            if outcome.status != "met"
            for practice in (*outcome.practices, *outcome.excused)
        )
    )


def _policy_info(loaded: LoadedPolicy, latest: date) -> PolicyInfo:
    policy, is_changed = loaded.policy, loaded.is_changed_after_approval
    return PolicyInfo(
        id=policy.id,
        content=loaded.content,
        approved=policy.is_approved(latest) and not is_changed,
        approved_by=policy.approved_by,
        approved_on=policy.approved_on,
        approved_content=policy.approved_content,
        changed_after_approval=policy.is_approved(latest) and is_changed,
    )


def _without_excused(excused: int, evaluated: ConditionResult) -> ConditionResult:
    """Return the result of a counting condition, the practices excused not counted."""

    def reduced(count: str | None) -> str | None:
        return None if count is None else str(int(count) - excused)

    return evaluated._replace(
        actual=reduced(evaluated.actual),
        shortfall=reduced(evaluated.shortfall),
        enough=None if evaluated.enough is None else evaluated.enough - excused,
    )


class _Evaluator(NamedTuple):
    """Evaluates the conditions of a policy on one assessment."""

    result: Result
    edition: Edition
    answers: LoadedAnswers
    waivers: Waivers
    baseline: KeptResult | None
    shown_paths: Mapping[str, str]
    latest: date

    def outcomes(self, policy: Policy) -> Iterator[Outcome]:
        """Yield the outcome of every condition, in the policy's order."""
        context = self._context(self.baseline)
        if policy.editions:
            values = {EDITIONS: policy.allowed_editions}
            yield from self._outcomes(EDITIONS, "overall", context._replace(values=values))
        for rule in policy.rules:
            yield from self._outcomes(rule.id, rule.on, context._replace(values=rule.conditions))

    def falls(self, floor: KeptResult, outcomes: tuple[Outcome, ...]) -> Iterator[Outcome]:
        """Yield what lies below a kept result, unless an outcome says so already.

        Args:
            floor: the kept result.
            outcomes: the outcomes of the policy.
        """
        context = self._context(floor)
        condition = CONDITIONS[NoLower.name]
        known = {
            outcome.subject
            for outcome in outcomes
            if outcome.condition == NoLower.name and outcome.status == "unmet"
        }
        scopes: tuple[str | Scope, ...] = ("overall", Scope(each="domain"), Scope(each="practice"))
        for scope in scopes:
            for rated in scope_items(scope, self.result, self.edition.checklist):
                item = rated._replace(rateable=True, skipped_when_empty=True)
                evaluated = condition.evaluate(True, item, context)
                if evaluated.met is False and item.name not in known:
                    expected = evaluated.expected or ""
                    yield self._outcome(KEEP, condition, item, expected, evaluated)

    def run_out(
        self, policy: Policy, outcomes: tuple[Outcome, ...], since: date | None
    ) -> Iterator[Regression]:
        """Yield the conditions on age that are unmet by the passing of time.

        Args:
            policy: the policy.
            outcomes: its outcomes.
            since: the day of the previous answers; None where it is not known.
        """
        if since is None or since > self.result.as_of:
            return
        then = replace(self.result, as_of=since)
        context = self._context(self.baseline)._replace(result=then, latest=since)
        unmet = {
            (outcome.rule, outcome.condition, outcome.subject): outcome
            for outcome in outcomes
            if outcome.status == "unmet" and CONDITIONS[outcome.condition].runs_out
        }
        for rule in policy.rules if unmet else ():
            for item in scope_items(rule.on, self.result, self.edition.checklist):
                for name, value in rule.conditions.items():
                    outcome = unmet.get((rule.id, name, item.name))
                    if outcome is not None:
                        context = context._replace(values=rule.conditions)
                        before = CONDITIONS[name].evaluate(value, item, context)
                        change = ran_out(outcome, before)
                        if change is not None:
                            yield change

    def _context(self, baseline: KeptResult | None) -> EvaluationContext:
        """Return what conditions are evaluated on, compared with a kept result."""
        checklist = self.edition.checklist
        current: Mapping[str, ScoreAndLevel] = {}
        before: Mapping[str, ScoreAndLevel] | None = None
        if baseline is not None:
            current = scores_and_levels(kept_result(self.result), self.result, checklist)
            before = scores_and_levels(baseline, self.result, checklist)
        return EvaluationContext(
            values={},
            result=self.result,
            submission=self.answers.submission,
            current=current,
            baseline=before,
            ranks={
                gap.practice: rank
                for rank, gap in enumerate((*self.result.answer_first, *self.result.gaps), 1)
            },
            latest=self.latest,
        )

    def _outcomes(
        self, rule_id: str, scope: str | Scope, context: EvaluationContext
    ) -> Iterator[Outcome]:
        """Yield the outcome of every condition of a rule, on everything that it is about.

        Args:
            rule_id: id of the rule.
            scope: what it is about.
            context: the values that it sets, and the assessment.
        """
        for item in scope_items(scope, self.result, self.edition.checklist):
            for name, value in context.values.items():
                condition = CONDITIONS[name]
                evaluated = condition.evaluate(value, item, context)
                expected = evaluated.expected or condition.value.written(value)
                yield self._outcome(rule_id, condition, item, expected, evaluated)

    def _outcome(
        self,
        rule_id: str,
        condition: Condition[Any],
        item: ScopeItem,
        expected: str,
        evaluated: ConditionResult,
    ) -> Outcome:
        status: OutcomeStatus = "met" if evaluated.met else "skipped"
        excused: tuple[str, ...] = ()
        if evaluated.met is False and rule_id == KEEP:
            status = "unmet"  # what is kept is lowered by --accept-lower alone
        elif evaluated.met is False:
            status, excused = self.waivers.excuse(rule_id, condition, item, evaluated)
        if status == "unmet" and excused and condition.counts_practices:
            evaluated = _without_excused(len(excused), evaluated)
        practices = tuple(
            practice for practice in _practices(item, evaluated) if practice not in excused
        )
        is_some_enough = evaluated.enough is not None and evaluated.enough < len(practices)
        return Outcome(
            rule=rule_id,
            condition=condition.name,
            subject=item.name,
            status=status,
            expected=expected,
            actual=evaluated.actual,
            shortfall=evaluated.shortfall,
            practices=practices,
            enough=evaluated.enough if is_some_enough else None,
            aim=evaluated.aim,
            before=evaluated.before,
            reviews={
                name: evaluated.reviews[name] for name in practices if name in evaluated.reviews
            },
            accepted=tuple(name for name in evaluated.accepted if name in practices),
            excused=excused,
            reason=evaluated.reason,
            place=self._outcome_place(condition, practices),
        )

    def _outcome_place(self, condition: Condition[Any], practices: tuple[str, ...]) -> Place:
        if condition.answer_path is not None:
            return self.place(condition.answer_path)
        return self.practice_place(practices[0]) if practices else self.place(("answers",))

    def practice_place(self, practice_id: str) -> Place:
        """Return where a practice has its level or its blank cell, else where answers begin."""
        answer = self.answers.submission.answers.get(practice_id)
        if answer is None:
            return self.place(self.answers.document.existing_path(("answers", practice_id)))
        field = answer.value_field or ("na" if answer.na else "not_adopted")
        return self.place(self.answers.document.existing_path(("answers", practice_id, field)))

    def place(self, path: KeyPath) -> Place:
        """Return where something stands in the answers."""
        location = self.answers.document.location(path, key=True)
        return place_of(location, self.shown_paths)


def _practices(item: ScopeItem, evaluated: ConditionResult) -> tuple[str, ...]:
    """Return the practices to name: those of the evaluation, else the item itself if it is one."""
    if not evaluated.practices and evaluated.met is not True and item.practice is not None:
        return (item.practice.id,)
    return evaluated.practices
