"""What second line and audit say of the levels: counts, and where they see another level."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cssa.answers.reviewed_answer import AUDIT, SECOND_LINE, is_reconsidered, latest_review
from cssa.engine.status import AssessedPractice


@dataclass(frozen=True, kw_only=True)
class ReviewCounts:
    """The newest reviews of one line.

    Attributes:
        reviewed: practices that it has reviewed.
        lower: of them, those that it sees at a lower level than the self-rating.
        higher: of them, those that it sees at a higher one.
        not_reconsidered: of ``lower``, those whose answer is as it was when it was reviewed.
    """

    reviewed: int
    lower: int
    higher: int
    not_reconsidered: int


@dataclass(frozen=True, kw_only=True)
class ReviewDifference:
    """A practice that a line sees at another level than the institution itself.

    Attributes:
        own: the level of the self-rating.
        line: 2 for the second line, 3 for internal audit.
        level: the level that it sees.
        by: the function that reviewed.
        note: its comment.
        reconsidered: whether the answer was changed after the review; null where the review does
            not record what it has seen.
    """

    practice: str
    own: int
    line: int
    level: int
    by: str
    on: date
    note: str | None
    reconsidered: bool | None


@dataclass(frozen=True, kw_only=True)
class ReviewSummary:
    """What reviews say; no figure is made of them.

    Attributes:
        of: practices that are counted and answered with a level.
        differences: in checklist order, the second line before audit.
    """

    of: int
    second_line: ReviewCounts
    audit: ReviewCounts
    differences: tuple[ReviewDifference, ...]

    @property
    def has_any(self) -> bool:
        """Whether anything was reviewed."""
        return bool(self.second_line.reviewed or self.audit.reviewed)


_NOT_REVIEWED = ReviewCounts(reviewed=0, lower=0, higher=0, not_reconsidered=0)
NO_REVIEWS = ReviewSummary(of=0, second_line=_NOT_REVIEWED, audit=_NOT_REVIEWED, differences=())
"""What a result says that was saved before reviews were summarized."""


def summarize_reviews(practices: Sequence[AssessedPractice]) -> ReviewSummary:
    """Return what the newest review of each line says of every practice with a level.

    Args:
        practices: every practice of the checklist, in its order.
    """
    rated = [assessed for assessed in practices if assessed.counted and assessed.level is not None]
    reviewed = [assessed for assessed in rated if assessed.answer.review]
    return ReviewSummary(
        of=len(rated),
        second_line=_counts(reviewed, SECOND_LINE),
        audit=_counts(reviewed, AUDIT),
        differences=tuple(
            difference
            for assessed in reviewed
            for line in (SECOND_LINE, AUDIT)
            if (difference := _difference(assessed, line)) is not None
        ),
    )


def _counts(practices: Sequence[AssessedPractice], line: int) -> ReviewCounts:
    reviewed = sum(latest_review(assessed.answer, line) is not None for assessed in practices)
    found = [_difference(assessed, line) for assessed in practices]
    differences = [difference for difference in found if difference is not None]
    lower = [difference for difference in differences if difference.level < difference.own]
    return ReviewCounts(
        reviewed=reviewed,
        lower=len(lower),
        higher=len(differences) - len(lower),
        not_reconsidered=sum(difference.reconsidered is False for difference in lower),
    )


def _difference(assessed: AssessedPractice, line: int) -> ReviewDifference | None:
    """Return how a line sees a practice, None where it does not or agrees."""
    review = latest_review(assessed.answer, line)
    if review is None or assessed.level is None or review.level == assessed.level:
        return None
    return ReviewDifference(
        practice=assessed.practice.id,
        own=assessed.level,
        line=line,
        level=review.level,
        by=review.by,
        on=review.on,
        note=review.note,
        reconsidered=is_reconsidered(assessed.answer, review),
    )
