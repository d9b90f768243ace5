"""The demands that a policy may make, each judged on one subject, waivers aside."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any, NamedTuple

from cssa.answers.submission import NO_ANSWER, Answer, Submission
from cssa.datafile.types import months_in
from cssa.engine.result import PracticeResult, Result
from cssa.gate.baseline import FloorValues
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
"""Demands that each practice meets or misses by itself, so that one can be excused from them."""

COUNTING = frozenset({"max_below_target", "evidence_from", "evidence_within", "reviewed_by_line"})
"""Demands whose actual figure is a count of practices."""


class ConditionResult(NamedTuple):
    """What judging a demand gives.

    Attributes:
        met: None where the demand has no object, so that nothing is judged.
        expected: what is demanded, where the policy does not say it by itself.
        actual: what the assessment has, unrounded.
        shortfall: how much is missing.
        practices: those that would mend it, the first ones first.
        enough: how many of them suffice; None where all are needed.
        aim: the level to raise them to.
        before: their levels in the kept result.
        reason: code of why it was not judged or could not be met.
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
    """What demands are judged on.

    Attributes:
        rule: the rule that makes the demand.
        now: what may not fall, by subject.
        kept: the same of the kept result; None without one.
        ranks: rank of each practice below target.
    """

    rule: PolicyRule
    result: Result
    submission: Submission
    now: Mapping[str, FloorValues]
    kept: Mapping[str, FloorValues] | None
    ranks: Mapping[str, int]

    @property
    def as_of(self) -> date:
        """The assessment's date."""
        return self.result.as_of

    def answer(self, practice_id: str) -> Answer:
        """Return what was said on a practice."""
        return self.submission.answers.get(practice_id, NO_ANSWER)

    def in_order(self, practices: Sequence[PracticeResult]) -> tuple[str, ...]:
        """Return practices by the rank of their gap; what fell since the kept result first."""
        last = len(self.ranks) + 1
        kept = self.kept

        def place(practice: PracticeResult) -> tuple[bool, int]:
            fell = kept is not None and _lowers(practice.id, self.now, kept)
            return not fell, self.ranks.get(practice.id, last)

        return tuple(one.id for one in sorted(practices, key=place))


Demand = Callable[[Any, ScopeItem, EvaluationContext], ConditionResult]


def evaluate_condition(
    condition: str, expected: Any, subject: ScopeItem, case: EvaluationContext
) -> ConditionResult:
    """Judge one condition of a rule.

    What cannot be rated meets nothing, save that the assessment's own date is not a figure.
    """
    if not subject.rateable and condition != "answered_within":
        return ConditionResult(met=False, reason="unrateable")
    return _DEMANDS[condition](expected, subject, case)


def _null(subject: ScopeItem) -> ConditionResult:
    """Return that there is nothing to judge: never met, and passed over where it was not named."""
    alone = subject.alone
    reason = "nothing" if alone is None else alone.status
    return ConditionResult(met=None if subject.listed else False, reason=reason)


def _min_score(least: Decimal, subject: ScopeItem, case: EvaluationContext) -> ConditionResult:
    score = subject.score
    if score is None:
        return _null(subject)
    missing = Fraction(least) - score
    if missing <= 0:
        return ConditionResult(met=True, actual=str(score))
    aim = ceil(least)
    return ConditionResult(
        met=False,
        actual=str(score),
        shortfall=str(missing),
        practices=_raising(missing, aim, subject, case),
        aim=aim,
    )


def _raising(
    missing: Fraction, aim: int, subject: ScopeItem, case: EvaluationContext
) -> tuple[str, ...]:
    """Return practices that, raised to a level in turn, make up what is missing."""
    gains = _gains(aim, subject, case)
    chosen: list[str] = []
    for practice_id in case.in_order([one for one in subject.practices if gains.get(one.id)]):
        if missing <= 0:
            break
        chosen.append(practice_id)
        missing -= gains[practice_id]
    return tuple(chosen)


def _gains(aim: int, subject: ScopeItem, case: EvaluationContext) -> dict[str, Fraction]:
    """Return what raising each practice to a level adds to the subject's score."""
    levels = {one.id: max(0, aim - (one.level or 0)) for one in subject.counted}
    if subject.alone is not None or subject.name in ("basic", "desirable"):
        return {one: Fraction(count, len(levels)) for one, count in levels.items()}
    if subject.name != "overall":
        scored = [one for one in subject.counted if one.weight]
        weights = sum(one.weight for one in scored)
        return {one.id: Fraction(levels[one.id] * one.weight, weights) for one in scored}
    domains = [domain for domain in case.result.domains if domain.value is not None]
    total = sum(domain.weight for domain in domains)
    gains: dict[str, Fraction] = {}
    for domain in domains:
        scored = [one for one in domain.practices if one.contribution is not None]
        weights = total * sum(one.weight for one in scored)
        for one in scored:
            gains[one.id] = Fraction(levels[one.id] * one.weight * domain.weight, weights)
    return gains


def _min_level(least: int, subject: ScopeItem, case: EvaluationContext) -> ConditionResult:
    held = [one for one in subject.headline if subject.alone or not one.treated]
    if not held:
        return _null(subject)
    lowest = min(one.level or 0 for one in held)
    low = case.in_order([one for one in held if (one.level or 0) < least])
    return ConditionResult(
        met=not low,
        actual=str(lowest),
        shortfall=str(least - lowest) if low else None,
        practices=low,
        aim=least if low else None,
    )


def _max_below_target(most: int, subject: ScopeItem, case: EvaluationContext) -> ConditionResult:
    if not subject.headline:
        return _null(subject)
    below = case.in_order([one for one in subject.headline if one.gap])
    over = len(below) - most
    if over <= 0:
        return ConditionResult(met=True, actual=str(len(below)))
    return ConditionResult(
        met=False, actual=str(len(below)), shortfall=str(over), practices=below, enough=over
    )


def _min_coverage(least: Decimal, subject: ScopeItem, case: EvaluationContext) -> ConditionResult:
    scope = [one for one in subject.practices if one.status not in ("out_of_scope", "informative")]
    if not scope:
        return _null(subject)
    unanswered = [one for one in scope if one.status == "unanswered"]
    ratio = 1 - Fraction(len(unanswered), len(scope))
    return _share(ratio, Fraction(least) - ratio, unanswered, len(scope), case)


def _max_left_out(most: Decimal, subject: ScopeItem, case: EvaluationContext) -> ConditionResult:
    asked = [one for one in subject.practices if one.status != "informative"]
    if not asked:
        return _null(subject)
    left_out = [one for one in asked if one.status in ("not_applicable", "out_of_scope")]
    ratio = Fraction(len(left_out), len(asked))
    return _share(ratio, ratio - Fraction(most), left_out, len(asked), case)


def _share(
    ratio: Fraction,
    missing: Fraction,
    part: list[PracticeResult],
    whole: int,
    case: EvaluationContext,
) -> ConditionResult:
    if missing <= 0:
        return ConditionResult(met=True, actual=str(ratio))
    return ConditionResult(
        met=False,
        actual=str(ratio),
        shortfall=str(missing),
        practices=case.in_order(part),
        enough=ceil(missing * whole),
    )


def _no_lower(_: object, subject: ScopeItem, case: EvaluationContext) -> ConditionResult:
    if case.kept is None:
        return ConditionResult(met=False, reason="no_previous")
    now, kept = case.now[subject.name], case.kept[subject.name]
    if now.is_nothing and kept.is_nothing:
        return _null(subject)
    score = None if now.score is None else str(now.score)
    before = None if kept.score is None else str(kept.score)
    if not now.is_below(kept):
        return ConditionResult(met=True, expected=before, actual=score)
    less = now.has_less_score(kept)
    missing = kept.score - now.score if less and kept.score and now.score is not None else None
    named = [one for one in subject.practices if _lowers(one.id, case.now, case.kept)]
    levels = {one.id: case.kept[one.id].level for one in named}
    return ConditionResult(
        met=False,
        expected=before,
        actual=score,
        shortfall=None if missing is None else str(missing),
        practices=case.in_order(named),
        before={name: level for name, level in levels.items() if level is not None},
        reason=None if less else "level_fell",
    )


def _lowers(practice: str, now: Mapping[str, FloorValues], kept: Mapping[str, FloorValues]) -> bool:
    """Tell whether a practice fell, or counts now and did not before."""
    is_new = kept[practice].is_nothing and not now[practice].is_nothing
    return is_new or now[practice].is_below(kept[practice])


def _evidence_from(level: int, subject: ScopeItem, case: EvaluationContext) -> ConditionResult:
    if not subject.counted:
        return _null(subject)
    claimed = [one for one in subject.counted if one.level is not None and one.level >= level]
    return _without([one for one in claimed if not case.answer(one.id).evidence], case)


def _evidence_within(period: str, subject: ScopeItem, case: EvaluationContext) -> ConditionResult:
    if not subject.counted:
        return _null(subject)
    least = 1 if case.rule.evidence_from is None else case.rule.evidence_from
    oldest = months_before(case.as_of, months_in(period))
    return _without(
        [
            one
            for one in subject.counted
            if one.level is not None
            and one.level >= least
            and not any(
                evidence.date and oldest <= evidence.date <= case.as_of
                for evidence in case.answer(one.id).evidence
            )
        ],
        case,
    )


def _reviewed_by_line(line: int, subject: ScopeItem, case: EvaluationContext) -> ConditionResult:
    if not subject.counted:
        return _null(subject)
    return _without(
        [
            one
            for one in subject.counted
            if not any(
                review.line == line and review.on <= case.as_of
                for review in case.answer(one.id).review
            )
        ],
        case,
    )


def _without(missing: list[PracticeResult], case: EvaluationContext) -> ConditionResult:
    return ConditionResult(
        met=not missing, actual=str(len(missing)), practices=case.in_order(missing)
    )


def _answered_within(period: str, _: ScopeItem, case: EvaluationContext) -> ConditionResult:
    given = case.submission.assessed_on
    oldest = months_before(case.as_of, months_in(period))
    met = given is not None and oldest <= given <= case.as_of
    return ConditionResult(met=met, actual=None if given is None else str(given))


def months_before(day: date, months: int) -> date:
    """Return the day a number of months earlier, the month's last where it has no such day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


_DEMANDS: dict[str, Demand] = {
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
