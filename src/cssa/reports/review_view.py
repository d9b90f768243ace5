"""Where second line or audit see another level than the self-rating, as a report shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from cssa.answers.reviewed_answer import AUDIT, SECOND_LINE
from cssa.engine.result import Result
from cssa.engine.reviews import ReviewCounts, ReviewDifference, ReviewSummary
from cssa.reports.phrases import Phrase
from cssa.reports.practice_view import PracticeView


@dataclass(frozen=True, slots=True)
class ReviewDifferenceView:
    """A practice that a line sees at another level."""

    practice: PracticeView
    difference: ReviewDifference

    @property
    def second_line(self) -> int | None:
        """The level that the second line sees, None where the row is audit's."""
        return self._level_of(SECOND_LINE)

    @property
    def audit(self) -> int | None:
        """The level that audit sees, None where the row is the second line's."""
        return self._level_of(AUDIT)

    def _level_of(self, line: int) -> int | None:
        return self.difference.level if self.difference.line == line else None

    @property
    def since(self) -> Phrase:
        """Whether the answer was changed since."""
        return Phrase(f"report.review.since.{_SINCE[self.difference.reconsidered]}")


_SINCE = {None: "unknown", True: "changed", False: "unchanged"}


def review_rows(
    result: Result, practices: Mapping[str, PracticeView]
) -> tuple[ReviewDifferenceView, ...]:
    """Return the differences in checklist order.

    Args:
        result: the figures.
        practices: every practice by id.
    """
    return tuple(
        ReviewDifferenceView(practices[difference.practice], difference)
        for difference in result.reviews.differences
    )


def review_notes(reviews: ReviewSummary) -> tuple[Phrase, ...]:
    """Return a sentence on each line that has reviewed anything, and on what was left as it was.

    Args:
        reviews: the counts.
    """
    lines = {"second_line": reviews.second_line, "audit": reviews.audit}
    notes = [_note(name, counts, reviews.of) for name, counts in lines.items() if counts.reviewed]
    still_open = sum(counts.not_reconsidered for counts in lines.values())
    if still_open:
        notes.append(Phrase("report.review.open", {"count": still_open}))
    return tuple(notes)


def _note(name: str, counts: ReviewCounts, of: int) -> Phrase:
    params = {
        "reviewed": counts.reviewed,
        "of": of,
        "lower": counts.lower,
        "higher": counts.higher,
    }
    return Phrase(f"report.review.{name}", params)
