"""An answer that was carried over: what to think of before it is confirmed."""

from dataclasses import dataclass
from datetime import date

from cssa.answers.submission import Answer
from cssa.checklist.changes import VersionChanges
from cssa.datafile.types import LocalizedText
from cssa.engine.evidence_age import OldEvidence, old_evidence
from cssa.engine.findings import origin_findings
from cssa.engine.result import Finding
from cssa.engine.status import AssessedPractice, is_complete


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What there is to confirm about an answer.

    Attributes:
        kinds: what became of its question since it was answered, by name.
        note: what is different in the question, as the checklist says it.
        doubts: findings on why it may no longer be right.
        old_evidence: evidence that is older than the practice is to be done; None where none is.
        confirmed: the answer as the institution stands behind it; None where the question has no
            answer yet, which is to be given first.
    """

    kinds: tuple[str, ...]
    note: LocalizedText | None
    doubts: tuple[Finding, ...]
    old_evidence: OldEvidence | None
    confirmed: Answer | None


def confirmation_of(
    assessed: AssessedPractice, changes: VersionChanges | None, as_of: date
) -> Confirmation | None:
    """Return what to confirm about the answer to a practice, None where it is confirmed.

    Args:
        assessed: the practice with its answer.
        changes: what became of the questions since the version before.
        as_of: the day on which the answer is confirmed.
    """
    practice, answer = assessed.practice, assessed.answer
    if answer.confirmed:
        return None
    carried = answer.carried
    led = () if changes is None or carried is None else changes.by_new_id.get(practice.id, ())
    is_answered = answer.na or answer.not_adopted or is_complete(practice, answer)
    return Confirmation(
        kinds=() if carried is None else carried.changes,
        note=next((change.note for change in led if change.note), None),
        doubts=tuple(origin_findings(assessed)) if is_answered else (),
        old_evidence=old_evidence(practice, answer, as_of),
        confirmed=answer.as_confirmed() if is_answered else None,
    )
