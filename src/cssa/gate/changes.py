"""What has changed for the worse since a previous result: what fell, was left out, or ran out."""

from collections.abc import Callable, Iterator
from datetime import date

from cssa.engine.result import PracticeResult, Result
from cssa.gate.baseline import KeptResult
from cssa.gate.conditions.condition import ConditionResult
from cssa.gate.verdict import (
    Outcome,
    Place,
    Regression,
    RegressionKind,
    TreatmentOutcome,
    WaiverOutcome,
)

_LEFT_OUT: dict[str, RegressionKind] = {
    "unanswered": "became_unanswered",
    "not_applicable": "became_not_applicable",
    "not_adopted": "became_not_adopted",
    "out_of_scope": "became_out_of_scope",
}


def changed_practices(
    baseline: KeptResult, result: Result, place: Callable[[str], Place]
) -> Iterator[Regression]:
    """Yield the practices that fell, then those that no longer have a level.

    Args:
        baseline: the previous result.
        result: the result.
        place: returns where a practice is answered.
    """
    lower = list(_lower(baseline, result))
    fell = [change for change in lower if change[0].level is not None]
    left_out = [change for change in lower if change[0].status in _LEFT_OUT]
    left_out.sort(key=lambda change: list(_LEFT_OUT).index(change[0].status))
    for practice, before in (*fell, *left_out):
        kind = "fell" if practice.level is not None else _LEFT_OUT[practice.status]
        after = None if practice.level is None else str(practice.level)
        yield Regression(
            kind=kind,
            subject=practice.id,
            before=str(before),
            after=after,
            place=place(practice.id),
        )


def _lower(baseline: KeptResult, result: Result) -> Iterator[tuple[PracticeResult, int]]:
    """Yield the practices below the level that they had, with that level."""
    for domain in result.domains:
        for practice in domain.practices:
            before = baseline.practices.get(practice.id)
            if isinstance(before, int) and (practice.level is None or practice.level < before):
                yield practice, before


def ended(
    since: date | None,
    as_of: date,
    treatments: tuple[TreatmentOutcome, ...],
    waivers: tuple[WaiverOutcome, ...],
) -> Iterator[Regression]:
    """Yield the treatments and waivers that have ended since a day; all that have where None.

    Args:
        since: the day that the previous answers describe.
        as_of: the day judged on.
        treatments: those of the answers.
        waivers: those of the policy.
    """
    for treatment in treatments:
        if treatment.status == "ended" and (since is None or since <= treatment.review_by):
            yield Regression(
                kind="treatment_ended",
                subject=treatment.practice,
                before=str(treatment.review_by),
                place=treatment.place,
            )
    for waiver in waivers:
        if waiver.expires < as_of and (since is None or since <= waiver.expires):
            yield Regression(
                kind="waiver_expired",
                subject=waiver.subject,
                before=str(waiver.expires),
                place=waiver.place,
            )


def ran_out(outcome: Outcome, before: ConditionResult) -> Regression | None:
    """Return that a condition on age is unmet by the passing of time; None where it is not.

    Args:
        outcome: the condition's outcome.
        before: its result on the present answers, by the day of the previous ones.
    """
    run_out = tuple(name for name in outcome.practices if name not in before.practices)
    has_run_out = bool(run_out) if outcome.practices else bool(before.met)
    if outcome.status != "unmet" or not has_run_out:
        return None
    return Regression(
        kind="ran_out",
        subject=outcome.subject,
        rule=outcome.rule,
        condition=outcome.condition,
        practices=run_out,
        place=outcome.place,
    )
