"""The state of a review: which self-ratings another line has still to look at."""

from collections import Counter
from datetime import date
from typing import Any, NamedTuple

from cssa.answers.reviewed_answer import (
    LINES,
    Role,
    answer_mark,
    is_reconsidered,
    latest_review,
    with_review,
)
from cssa.answers.submission import NO_ANSWER, Review
from cssa.engine.status import Status
from cssa.interview.session import Session


class Reviewer(NamedTuple):
    """Who reviews.

    Attributes:
        by: the function, rather than a person.
    """

    role: Role
    by: str

    @property
    def line(self) -> int:
        """2 for the second line, 3 for internal audit."""
        return LINES[self.role]


class ReviewSession(Session):
    """The interview as another line goes through it: what has a level is reviewed.

    A practice counts as done once this line has reviewed it, until its answer is changed; nothing
    but reviews is ever changed.

    Args:
        arguments: those of ``Session``.
        reviewer: who reviews.
        options: those of ``Session``.
    """

    def __init__(self, *arguments: Any, reviewer: Reviewer, **options: Any) -> None:
        self.reviewer = reviewer
        super().__init__(*arguments, **options)

    def has_level(self, practice_id: str) -> bool:
        """Return whether there is a self-rating to review."""
        assessed = self.assessed_practices[practice_id]
        return assessed.counted and assessed.level is not None

    @property
    def asks_to_confirm(self) -> bool:
        """Never: another line reviews, and confirms nothing."""
        return False

    def is_answered(self, practice_id: str) -> bool:
        """Return whether this line has reviewed the answer as it is."""
        answer = self.answer(practice_id) or NO_ANSWER
        review = latest_review(answer, self.reviewer.line)
        return review is not None and is_reconsidered(answer, review) is not True

    def level_shown(self, practice_id: str) -> int | None:
        """Return the level that this line sees, where it has reviewed the answer as it is."""
        review = latest_review(self.answer(practice_id) or NO_ANSWER, self.reviewer.line)
        return review.level if review is not None else super().level_shown(practice_id)

    def own_review(self, practice_id: str) -> Review | None:
        """Return the review by this function."""
        reviews = (self.answer(practice_id) or NO_ANSWER).review
        own = (review for review in reviews if self._is_own(review))
        return next(own, None)

    def with_level(
        self, practice_id: str, level: int, note: str | None, on: date
    ) -> tuple[Review, ...]:
        """Return the reviews of a practice with one by this function.

        Args:
            practice_id: the practice.
            level: the level that it sees.
            note: its comment.
            on: the day.
        """
        answer = self.answer(practice_id) or NO_ANSWER
        line, by = self.reviewer.line, self.reviewer.by
        seen = answer_mark(answer)
        review = Review(line=line, level=level, by=by, on=on, note=note, seen=seen)
        return with_review(answer.review, line, by, review)

    def without_own(self, practice_id: str) -> tuple[Review, ...]:
        """Return the reviews of a practice without the one by this function."""
        reviews = (self.answer(practice_id) or NO_ANSWER).review
        return with_review(reviews, self.reviewer.line, self.reviewer.by, None)

    def not_rated(self) -> Counter[Status]:
        """Return how many practices of the filter have no level, by their status."""
        statuses = (
            self.assessed_practices[practice_id].status
            for practice_id in self._selected
            if super(ReviewSession, self)._is_asked(practice_id) and not self.has_level(practice_id)
        )
        return Counter(statuses)

    def differing(self) -> tuple[str, ...]:
        """Return the practices that this function sees at another level."""
        return tuple(
            practice_id
            for practice_id in self.queue
            if (own := self.own_review(practice_id)) is not None
            and own.level != self.assessed_practices[practice_id].level
        )

    def _is_own(self, review: Review) -> bool:
        return (review.line, review.by) == (self.reviewer.line, self.reviewer.by)

    def _is_asked(self, practice_id: str) -> bool:
        return super()._is_asked(practice_id) and self.has_level(practice_id)
