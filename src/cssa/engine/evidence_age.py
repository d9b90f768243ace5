"""Evidence that is older than a practice has to be done again."""

from datetime import date
from typing import NamedTuple

from cssa.answers.submission import Answer
from cssa.checklist.practice import Practice
from cssa.datafile.types import span_of
from cssa.messages.wording import CodedWord


class OldEvidence(NamedTuple):
    """The newest dated evidence of an answer, where it is too old.

    Attributes:
        date: its date.
        every: how often the practice is to be done, such as ``P1Y``.
    """

    date: date
    every: str


def old_evidence(practice: Practice, answer: Answer, as_of: date) -> OldEvidence | None:
    """Return the newest evidence of an answer where it is older than the practice's cadence.

    None where the source states no period, where no evidence bears a date, and where some is
    recent enough. What stands without a date may be recent, but nothing says so.

    Args:
        practice: the practice answered.
        answer: its answer.
        as_of: the day on which evidence has to be recent.
    """
    every = practice.cadence.every if practice.cadence else None
    dates = [item.date for item in answer.evidence if item.date is not None]
    if every is None or not dates or max(dates) >= span_of(every).before(as_of):
        return None
    return OldEvidence(max(dates), every)


def period_words(every: str) -> CodedWord:
    """Return a period in words, such as 12 months or 2 weeks in days."""
    span = span_of(every)
    if span.days:
        return CodedWord("period.days", (("count", span.days),))
    return CodedWord("period.months", (("count", span.months),))
