"""The accepted risks and alternative measures of an assessment, and which of them are in force."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import get_args

from cssa.answers.submission import NO_ANSWER, Submission, Treatment
from cssa.engine.result import PracticeResult, Result
from cssa.gate.verdict import Place, TreatmentOutcome, TreatmentStatus
from cssa.gate.waivers import EXPIRES_SOON
from cssa.location import KeyPath


def treatment_outcomes(
    result: Result, submission: Submission, place: Callable[[KeyPath], Place]
) -> tuple[TreatmentOutcome, ...]:
    """Return the treatments of counted practices, those that have ended first.

    Where nothing is scored, none is judged.

    Args:
        result: the assessment's result, which says which of them are valid.
        submission: the answers.
        place: returns where something stands in them.
    """
    if not result.scored:
        return ()
    order = get_args(TreatmentStatus)
    treatments = _treatments(result, submission, place)
    return tuple(sorted(treatments, key=lambda treatment: order.index(treatment.status)))


def _treatments(
    result: Result, submission: Submission, place: Callable[[KeyPath], Place]
) -> Iterator[TreatmentOutcome]:
    for domain in result.domains:
        for practice in domain.practices:
            treatment = submission.answers.get(practice.id, NO_ANSWER).treatment
            if treatment is not None and practice.counted:
                yield TreatmentOutcome(
                    practice=practice.id,
                    kind=treatment.kind,
                    status=_status(treatment, practice, result.as_of),
                    approved_by=treatment.approved_by,
                    approved_on=treatment.approved_on,
                    review_by=treatment.review_by,
                    place=place(("answers", practice.id, "treatment")),
                )


def _status(treatment: Treatment, practice: PracticeResult, as_of: date) -> TreatmentStatus:
    if treatment.review_by < as_of:
        return "ended"
    if not practice.treated:
        return "invalid"
    return "ending" if treatment.review_by - as_of <= EXPIRES_SOON else "in_force"
