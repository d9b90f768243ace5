"""Whether an accepted risk or an alternative measure is valid, and what keeps it from being so."""

from datetime import date
from typing import Literal

from cssa.answers.placeholders import is_placeholder, names_respondent
from cssa.answers.submission import Answer, Treatment
from cssa.checklist.practice import Practice

TreatmentFault = Literal["legal", "expired", "not_yet", "approver", "measure"]
"""What keeps a treatment from being valid (docs/scoring.md, rule 3).

``legal``: nothing excuses a duty by law; ``expired`` and ``not_yet``: the as-of date lies after
the review date or before the approval; ``approver``: nobody else than who answers has approved it;
``measure``: no measure is put in words.
"""


def treatment_faults(
    practice: Practice, answer: Answer, respondent: str | None, as_of: date
) -> tuple[TreatmentFault, ...]:
    """Return what keeps an answer's treatment from being valid; nothing without a treatment.

    Args:
        practice: the practice answered.
        answer: its answer.
        respondent: who answers for the institution, where that is stated.
        as_of: date on which the treatment must be valid.
    """
    treatment = answer.treatment
    if treatment is None:
        return ()
    approver = treatment.approved_by
    faults: dict[TreatmentFault, bool] = {
        "legal": practice.legal,
        "expired": treatment.review_by < as_of,
        "not_yet": as_of < treatment.approved_on,
        "approver": is_placeholder(approver) or names_respondent(approver, (respondent, answer.by)),
        "measure": is_placeholder(treatment.measure),
    }
    return tuple(fault for fault, applies in faults.items() if applies)


def is_reviewed_late(treatment: Treatment) -> bool:
    """Return whether the review date lies more than 12 months after the approval."""
    approved, review = treatment.approved_on, treatment.review_by
    # as numbers: the same day of the next year need not exist
    latest = (approved.year + 1, approved.month, approved.day)
    return (review.year, review.month, review.day) > latest
