"""The demands that a policy may make, each judged on one subject."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cssa.answers.models import Answer, Submission
from cssa.engine.result import PracticeResult, Result
from cssa.gate.ratchet import Floor
from cssa.gate.subjects import Subject, figure_of, is_counted
from cssa.yamlio.model import months_in


@dataclass(frozen=True, slots=True)
class Judged:
    """What judging a demand gives.

    Attributes:
        met: None where the demand has no object, so that nothing is judged.
        actual: what the assessment has, unrounded.
        shortfall: how much is missing.
        practices: those that would mend it, the first ones first.
        reason: code of why it was not judged or could not be met.
    """

    met: bool | None
    actual: str | None = None
    shortfall: str | None = None
    practices: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What demands are judged on.

    Attributes:
        waived: practices with a waiver in force.
        ranks: rank of each practice below target.
    """

    result: Result
    submission: Submission
    floor: Floor | None
    waived: frozenset[str]
    as_of: date
    ranks: Mapping[str, int]

    def answer(self, practice_id: str) -> Answer:
        """Return what was said on a practice."""
        return self.submission.answers.get(practice_id, Answer())

    def in_order(self, practices: list[PracticeResult]) -> tuple[str, ...]:
        """Return practices by the rank of their gap, unranked ones last, waived ones not at all."""
        last = len(self.ranks) + 1
        open_ones = [one for one in practices if one.id not in self.waived]
        return tuple(
            one.id for one in sorted(open_ones, key=lambda one: self.ranks.get(one.id, last))
        )


Demand = Callable[[Any, Subject, Case], Judged]


def _nothing(subject: Subject) -> Judged | None:
    """Return why a figure cannot be judged: a practice left out, nothing to score, too little."""
    if subject.figure is None and not is_counted(subject.practices[0]):
        return Judged(None, reason=subject.practices[0].status)
    if not subject.rateable:
        return Judged(met=False, reason="unrateable")
    if subject.score is None:
        return Judged(met=False, reason="nothing")
    return None


def _min_score(least: Decimal, subject: Subject, case: Case) -> Judged:
    unjudged = _nothing(subject)
    score = subject.score
    if unjudged or score is None:
        return unjudged or Judged(met=False, reason="nothing")
    missing = Fraction(least) - score
    if missing <= 0:
        return Judged(met=True, actual=str(score))
    return Judged(
        met=False,
        actual=str(score),
        shortfall=str(missing),
        practices=_raising(missing, subject, case),
    )


def _raising(missing: Fraction, subject: Subject, case: Case) -> tuple[str, ...]:
    """Return practices that, raised to the highest level in turn, make up what is missing."""
    if subject.figure is None:
        return (subject.practices[0].id,)
    scored = {one.id: one for one in subject.practices if one.contribution is not None}
    scored = scored or {one.id: one for one in subject.practices if is_counted(one)}
    chosen: list[str] = []
    for practice_id in case.in_order(list(scored.values())):
        if missing <= 0:
            break
        gain = _gain(scored[practice_id], subject, case)
        if gain > 0:
            chosen.append(practice_id)
            missing -= gain
    return tuple(chosen)


def _gain(practice: PracticeResult, subject: Subject, case: Case) -> Fraction:
    """Return what raising a practice to its target, else to 5, adds to the subject's score."""
    aim = practice.target if practice.gap else 5
    levels = max(0, (aim or 5) - (practice.level or 0))
    if subject.name == "overall":
        domain = next(
            one
            for one in case.result.domains
            if any(candidate.id == practice.id for candidate in one.practices)
        )
        weights = sum(one.weight for one in domain.practices if one.contribution is not None)
        total = sum(one.weight for one in case.result.domains if one.value is not None)
        return Fraction(levels * practice.weight * domain.weight, weights * total)
    peers = [one for one in subject.practices if is_counted(one)]
    if subject.name in ("basic", "desirable"):
        return Fraction(levels, len(peers))
    weights = sum(one.weight for one in peers if one.contribution is not None)
    return Fraction(levels * practice.weight, weights) if weights else Fraction(0)


def _min_level(least: int, subject: Subject, case: Case) -> Judged:
    unjudged = _nothing(subject)
    if unjudged:
        return unjudged
    if subject.figure is None:
        held = list(subject.practices)
    else:
        held = [
            one
            for one in subject.practices
            if is_counted(one)
            and (one.tier == "basic" or subject.name == "desirable")
            and not one.treated
            and one.id not in case.waived
        ]
    lowest = min((one.level or 0 for one in held), default=None)
    if lowest is None:
        return Judged(met=False, reason="nothing")
    low = [one for one in held if (one.level or 0) < least]
    return Judged(
        met=not low,
        actual=str(lowest),
        shortfall=str(least - lowest) if low else None,
        practices=case.in_order(low),
    )


def _max_below_target(most: int, subject: Subject, case: Case) -> Judged:
    if not subject.rateable:
        return Judged(met=False, reason="unrateable")
    counted = [one for one in subject.practices if is_counted(one) and one.tier == "basic"]
    if not counted:
        return _nothing(subject) or Judged(met=False, reason="nothing")
    below = case.in_order([one for one in counted if one.gap])
    return Judged(
        met=len(below) <= most,
        actual=str(len(below)),
        shortfall=str(len(below) - most) if len(below) > most else None,
        practices=below if len(below) > most else (),
    )


def _share(
    part: list[PracticeResult], whole: int, bound: Decimal, *, least: bool, case: Case
) -> Judged:
    if not whole:
        return Judged(met=False, reason="nothing")
    share = Fraction(len(part), whole)
    actual = 1 - share if least else share
    missing = Fraction(bound) - actual if least else actual - Fraction(bound)
    return Judged(
        met=missing <= 0,
        actual=str(actual),
        shortfall=str(missing) if missing > 0 else None,
        practices=case.in_order(part) if missing > 0 else (),
    )


def _min_coverage(least: Decimal, subject: Subject, case: Case) -> Judged:
    scope = [one for one in subject.practices if one.status not in ("out_of_scope", "informative")]
    open_ones = [one for one in scope if one.status == "unanswered"]
    return _share(open_ones, len(scope), least, least=True, case=case)


def _max_left_out(most: Decimal, subject: Subject, case: Case) -> Judged:
    scope = [one for one in subject.practices if one.status != "informative"]
    left_out = [one for one in scope if one.status in ("not_applicable", "out_of_scope")]
    return _share(left_out, len(scope), most, least=False, case=case)


def _no_lower(_: object, subject: Subject, case: Case) -> Judged:
    now = figure_of(subject.name, case.result)
    if case.floor is None or now is None:
        return Judged(None, reason="no_previous")
    fell = case.floor.fell(case.result)
    lower = case.floor.is_lower(subject.name, now)
    score = subject.score
    low = [one for one in subject.practices if one.id in fell]
    return Judged(
        met=not lower,
        actual=None if score is None else str(score),
        practices=case.in_order(low) if lower else (),
    )


def _evidence_from(level: int, subject: Subject, case: Case) -> Judged:
    bare = [
        one
        for one in subject.practices
        if one.level is not None and one.level >= level and not case.answer(one.id).evidence
    ]
    return Judged(met=not bare, actual=str(len(bare)), practices=case.in_order(bare))


def _evidence_within(period: str, subject: Subject, case: Case) -> Judged:
    oldest = months_before(case.as_of, months_in(period))
    answered = [one for one in subject.practices if one.level]
    if subject.figure is None and not answered:
        return Judged(None, reason=subject.practices[0].status)
    stale = [
        one
        for one in answered
        if not any(
            evidence.date and oldest <= evidence.date <= case.as_of
            for evidence in case.answer(one.id).evidence
        )
    ]
    return Judged(met=not stale, actual=str(len(stale)), practices=case.in_order(stale))


def _answered_within(period: str, _: Subject, case: Case) -> Judged:
    given = case.submission.assessed_on
    oldest = months_before(case.as_of, months_in(period))
    met = given is not None and oldest <= given <= case.as_of
    return Judged(met=met, actual=None if given is None else str(given))


def _reviewed_by_line(line: int, subject: Subject, case: Case) -> Judged:
    counted = [one for one in subject.practices if is_counted(one)]
    if subject.figure is None and not counted:
        return Judged(None, reason=subject.practices[0].status)
    missing = [
        one
        for one in counted
        if not any(review.line == line for review in case.answer(one.id).review)
    ]
    return Judged(met=not missing, actual=str(len(missing)), practices=case.in_order(missing))


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


DEMANDS: dict[str, Demand] = {
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
"""How each condition of a rule is judged."""
