"""The conditions that a policy's rule may set, each evaluated on one scope item, waivers aside."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any, NamedTuple

from cssa.answers.submission import NO_ANSWER, Answer, Submission
from cssa.datafile.types import months_before, months_in
from cssa.engine.result import PracticeResult, Result
from cssa.engine.status import OUTSIDE_SCOPE
from cssa.gate.baseline import ScoreAndLevel
from cssa.gate.gains import score_gains
from cssa.gate.policy import PolicyRule
from cssa.gate.scopes import ScopeItem

PRACTICE_WISE = frozenset(
    {
        "min_level",
        "max_below_target",
        "no_lower",
        "evidence_from",
        "evidence_within",
        "reviewed_by_line",
    }
)
"""Conditions that each practice meets or misses by itself, so that a waiver can excuse one."""

COUNTING = frozenset({"max_below_target", "evidence_from", "evidence_within", "reviewed_by_line"})
"""Conditions whose actual figure is a number of practices."""


class ConditionResult(NamedTuple):
    """The result of evaluating a condition.

    Attributes:
        met: None where there is nothing to evaluate and the condition is skipped.
        expected: what is expected, where the policy does not state it itself.
        actual: the assessment's figure, unrounded; None where there is none.
        shortfall: how much is missing, unrounded.
        practices: those that, raised or completed, would meet the condition, in order of priority.
        enough: how many of them suffice; None where all are needed.
        aim: the level to raise them to.
        before: their levels in the baseline.
        reason: code of why nothing was evaluated, or why the condition could not be met.
    """

    met: bool | None
    expected: str | None = None
    actual: str | None = None
    shortfall: str | None = None
    practices: tuple[str, ...] = ()
    enough: int | None = None
    aim: int | None = None
    before: Mapping[str, int] = {}
    reason: str | None = None


class EvaluationContext(NamedTuple):
    """What conditions are evaluated on.

    Attributes:
        rule: the rule that sets the condition.
        result: the assessment's result.
        submission: the answers.
        current: values that may not fall, by name of scope item.
        baseline: the same of the kept result; None without one.
        ranks: rank of each practice below target.
    """

    rule: PolicyRule
    result: Result
    submission: Submission
    current: Mapping[str, ScoreAndLevel]
    baseline: Mapping[str, ScoreAndLevel] | None
    ranks: Mapping[str, int]

    @property
    def as_of(self) -> date:
        """The assessment's as-of date."""
        return self.result.as_of

    def answer(self, practice_id: str) -> Answer:
        """Return the answer to a practice, ``NO_ANSWER`` where there is none."""
        return self.submission.answers.get(practice_id, NO_ANSWER)

    def in_order(self, practices: Sequence[PracticeResult]) -> tuple[str, ...]:
        """Return the practices' ids: those that fell below the baseline first, then by rank."""
        last = len(self.ranks) + 1
        baseline = self.baseline

        def priority(practice: PracticeResult) -> tuple[bool, int]:
            fell = baseline is not None and _is_fallen(practice.id, self.current, baseline)
            return not fell, self.ranks.get(practice.id, last)

        return tuple(practice.id for practice in sorted(practices, key=priority))


ConditionCheck = Callable[[Any, ScopeItem, EvaluationContext], ConditionResult]
"""Evaluates one condition, given the value that the rule sets."""


def evaluate_condition(
    condition: str, expected: Any, item: ScopeItem, context: EvaluationContext
) -> ConditionResult:
    """Return whether a condition is met on a scope item, and what is missing.

    What is not rateable meets no condition, except on the date of the assessment, which is no
    figure.

    Args:
        condition: its name, one of ``CONDITIONS``.
        expected: the value that the rule sets.
        item: what it is evaluated on.
        context: the assessment and the baseline.
    """
    if not item.rateable and condition != "answered_within":
        return ConditionResult(met=False, reason="unrateable")
    return _CHECKS[condition](expected, item, context)


def _nothing_to_evaluate(item: ScopeItem) -> ConditionResult:
    """Return that the condition is skipped where the item allows it, else unmet."""
    reason = "nothing" if item.practice is None else item.practice.status
    return ConditionResult(met=None if item.skipped_when_empty else False, reason=reason)


def _min_score(minimum: Decimal, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
    score = item.score
    if score is None:
        return _nothing_to_evaluate(item)
    shortfall = Fraction(minimum) - score
    if shortfall <= 0:
        return ConditionResult(met=True, actual=str(score))
    aim = ceil(minimum)
    return ConditionResult(
        met=False,
        actual=str(score),
        shortfall=str(shortfall),
        practices=_practices_to_raise(shortfall, aim, item, context),
        aim=aim,
    )


def _practices_to_raise(
    shortfall: Fraction, aim: int, item: ScopeItem, context: EvaluationContext
) -> tuple[str, ...]:
    """Return the first practices that, raised to a level, make up the shortfall of a score."""
    gains = score_gains(aim, item, context.result)
    candidates = [practice for practice in item.practices if gains.get(practice.id)]
    chosen: list[str] = []
    for practice_id in context.in_order(candidates):
        if shortfall <= 0:
            break
        chosen.append(practice_id)
        shortfall -= gains[practice_id]
    return tuple(chosen)


def _min_level(minimum: int, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
    practices = [practice for practice in item.decisive if item.practice or not practice.treated]
    if not practices:
        return _nothing_to_evaluate(item)
    lowest = min(practice.level or 0 for practice in practices)
    below = context.in_order(
        [practice for practice in practices if (practice.level or 0) < minimum]
    )
    return ConditionResult(
        met=not below,
        actual=str(lowest),
        shortfall=str(minimum - lowest) if below else None,
        practices=below,
        aim=minimum if below else None,
    )


def _max_below_target(maximum: int, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
    if not item.decisive:
        return _nothing_to_evaluate(item)
    below = context.in_order([practice for practice in item.decisive if practice.gap])
    excess = len(below) - maximum
    if excess <= 0:
        return ConditionResult(met=True, actual=str(len(below)))
    return ConditionResult(
        met=False, actual=str(len(below)), shortfall=str(excess), practices=below, enough=excess
    )


def _min_coverage(minimum: Decimal, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
    in_scope = [practice for practice in item.practices if practice.status not in OUTSIDE_SCOPE]
    if not in_scope:
        return _nothing_to_evaluate(item)
    unanswered = [practice for practice in in_scope if practice.status == "unanswered"]
    share = 1 - Fraction(len(unanswered), len(in_scope))
    shortfall = Fraction(minimum) - share
    return _share_result(share, shortfall, unanswered, len(in_scope), context)


def _max_left_out(maximum: Decimal, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
    practices = [practice for practice in item.practices if practice.status != "informative"]
    if not practices:
        return _nothing_to_evaluate(item)
    left_out = [
        practice for practice in practices if practice.status in ("not_applicable", "out_of_scope")
    ]
    share = Fraction(len(left_out), len(practices))
    return _share_result(share, share - Fraction(maximum), left_out, len(practices), context)


def _share_result(
    share: Fraction,
    shortfall: Fraction,
    to_change: list[PracticeResult],
    total: int,
    context: EvaluationContext,
) -> ConditionResult:
    """Return the result of a condition on a share of practices.

    Args:
        share: the share there is.
        shortfall: by how much it misses the bound; 0 or less where it is met.
        to_change: the practices whose change would bring it nearer.
        total: number of practices of which the share is taken.
        context: the assessment and the baseline.
    """
    if shortfall <= 0:
        return ConditionResult(met=True, actual=str(share))
    return ConditionResult(
        met=False,
        actual=str(share),
        shortfall=str(shortfall),
        practices=context.in_order(to_change),
        enough=ceil(shortfall * total),
    )


def _no_lower(_: object, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
    if context.baseline is None:
        return ConditionResult(met=False, reason="no_previous")
    current, baseline = context.current[item.name], context.baseline[item.name]
    if current.is_empty and baseline.is_empty:
        return _nothing_to_evaluate(item)
    actual = None if current.score is None else str(current.score)
    expected = None if baseline.score is None else str(baseline.score)
    if not current.is_below(baseline):
        return ConditionResult(met=True, expected=expected, actual=actual)
    has_lower_score = current.has_lower_score(baseline)
    fallen = [
        practice
        for practice in item.practices
        if _is_fallen(practice.id, context.current, context.baseline)
    ]
    levels = {practice.id: context.baseline[practice.id].level for practice in fallen}
    return ConditionResult(
        met=False,
        expected=expected,
        actual=actual,
        shortfall=_score_shortfall(current, baseline) if has_lower_score else None,
        practices=context.in_order(fallen),
        before={name: level for name, level in levels.items() if level is not None},
        reason=None if has_lower_score else "level_fell",
    )


def _score_shortfall(current: ScoreAndLevel, baseline: ScoreAndLevel) -> str | None:
    if current.score is None or baseline.score is None:
        return None
    return str(baseline.score - current.score)


def _is_fallen(
    practice_id: str,
    current: Mapping[str, ScoreAndLevel],
    baseline: Mapping[str, ScoreAndLevel],
) -> bool:
    """Return whether a practice is below the baseline, or is counted only since then."""
    is_new = baseline[practice_id].is_empty and not current[practice_id].is_empty
    return is_new or current[practice_id].is_below(baseline[practice_id])


def _evidence_from(level: int, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
    if not item.counted:
        return _nothing_to_evaluate(item)
    return _none_missing(
        [
            practice
            for practice in _answered_from(level, item)
            if not context.answer(practice.id).evidence
        ],
        context,
    )


def _evidence_within(period: str, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
    if not item.counted:
        return _nothing_to_evaluate(item)
    level = 1 if context.rule.evidence_from is None else context.rule.evidence_from
    oldest = months_before(context.as_of, months_in(period))
    return _none_missing(
        [
            practice
            for practice in _answered_from(level, item)
            if not any(
                evidence.date and oldest <= evidence.date <= context.as_of
                for evidence in context.answer(practice.id).evidence
            )
        ],
        context,
    )


def _answered_from(level: int, item: ScopeItem) -> list[PracticeResult]:
    """Return the practices answered with at least a level."""
    return [
        practice
        for practice in item.counted
        if practice.level is not None and practice.level >= level
    ]


def _reviewed_by_line(line: int, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
    if not item.counted:
        return _nothing_to_evaluate(item)
    return _none_missing(
        [
            practice
            for practice in item.counted
            if not any(
                review.line == line and review.on <= context.as_of
                for review in context.answer(practice.id).review
            )
        ],
        context,
    )


def _none_missing(missing: list[PracticeResult], context: EvaluationContext) -> ConditionResult:
    """Return the result of a condition that no practice may miss."""
    return ConditionResult(
        met=not missing, actual=str(len(missing)), practices=context.in_order(missing)
    )


def _answered_within(period: str, _: ScopeItem, context: EvaluationContext) -> ConditionResult:
    assessed_on = context.submission.assessed_on
    oldest = months_before(context.as_of, months_in(period))
    met = assessed_on is not None and oldest <= assessed_on <= context.as_of
    return ConditionResult(met=met, actual=None if assessed_on is None else str(assessed_on))


_CHECKS: dict[str, ConditionCheck] = {
    "min_score": _min_score,
    "min_level": _min_level,
    "max_below_target": _max_below_target,
    "min_coverage": _min_coverage,
    "max_left_out": _max_left_out,
    "no_lower": _no_lower,
    "evidence_from": _evidence_from,
    "evidence_within": _evidence_within,
    "answered_within": _answered_within,
    "reviewed_by_line": _reviewed_by_line,
}
