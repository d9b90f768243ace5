"""What a review has seen of an answer, so that a later change of it can be told."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Literal

from cssa.answers.serialization import to_plain
from cssa.answers.submission import Answer, Review, Submission

SECOND_LINE = 2
AUDIT = 3

Role = Literal["second_line", "audit"]
LINES: Mapping[Role, int] = {"second_line": SECOND_LINE, "audit": AUDIT}

_BESIDE = ("review", "confirmed", "carried", "plan", "priority")
"""Fields that do not say how far a practice is done: changing them reconsiders nothing."""

_DIGITS = 16


def answer_mark(answer: Answer) -> str:
    """Return a hash of what an answer says of a practice as it stands: level, note, evidence.

    Args:
        answer: the answer; its reviews, plan and priority do not count.
    """
    content = {name: value for name, value in to_plain(answer).items() if name not in _BESIDE}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}"


def is_reconsidered(answer: Answer, review: Review) -> bool | None:
    """Return whether an answer was changed after a review; None where the review does not say.

    Args:
        answer: the answer as it is.
        review: one of its reviews.
    """
    return None if review.seen is None else review.seen != answer_mark(answer)


def latest_review(answer: Answer, line: int) -> Review | None:
    """Return the newest review by a line, of one day the lowest; None where there is none.

    Args:
        answer: the answer.
        line: 2 or 3.
    """
    reviews = [review for review in answer.review if review.line == line]
    return max(reviews, key=lambda review: (review.on, -review.level), default=None)


def with_review(
    reviews: Sequence[Review], line: int, by: str, review: Review | None
) -> tuple[Review, ...]:
    """Return reviews with one in place of the former one by the same function of the same line.

    Args:
        reviews: those of an answer.
        line: 2 or 3.
        by: the function that reviewed.
        review: its new review; None removes the former one.
    """
    is_own = [former.line == line and former.by == by for former in reviews]
    others = [former for former, own in zip(reviews, is_own, strict=True) if not own]
    if review is None:
        return tuple(others)
    at = is_own.index(True) if True in is_own else len(others)
    return (*others[:at], review, *others[at:])


def own_review(answer: Answer, line: int, by: str) -> Review | None:
    """Return the review by a function of a line; None where there is none.

    Args:
        answer: the answer.
        line: 2 or 3.
        by: the function that reviewed.
    """
    own = (review for review in answer.review if (review.line, review.by) == (line, by))
    return next(own, None)


def former_reviewer(submission: Submission, line: int) -> str | None:
    """Return the function that reviewed last for a line, else the second line's of the approval.

    Args:
        submission: the answers with their reviews so far.
        line: 2 or 3.
    """
    reviews = [
        review
        for answer in submission.answers.values()
        for review in answer.review
        if review.line == line
    ]
    if reviews:
        return max(reviews, key=lambda review: review.on).by
    return submission.approval.second_line if line == SECOND_LINE else None
