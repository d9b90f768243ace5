"""An institution's answers in a former campaign, and how many of them are the same now."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from hashlib import blake2b
from typing import NamedTuple

from cssa.answers.submission import NO_ANSWER, Submission
from cssa.engine.result import Result
from cssa.engine.status import Status
from cssa.peers.member import (
    INFORMATIVE,
    NOT_ASKED,
    OUT_OF_SCOPE,
    UNANSWERED,
    answer_code,
    coded_level,
)

_NO_ANSWER = frozenset((UNANSWERED, OUT_OF_SCOPE, NOT_ASKED, INFORMATIVE))


class FiledAnswer(NamedTuple):
    """A practice as it was answered; ``level`` is None unless it was answered with one."""

    practice: str
    status: Status
    level: int | None
    note: str | None
    reason: str | None


class FormerAnswers(NamedTuple):
    """An institution's answers in a campaign, in as little memory as they can be compared in.

    Attributes:
        size: the size measure of its sector, in yen; None where it is not known.
        practices: ids, in checklist order.
        codes: one character for each practice, as in a ``Member``.
        texts: hash of all notes and reasons; empty without any.
    """

    size: Decimal | None
    practices: tuple[str, ...]
    codes: str
    texts: str

    @property
    def levels(self) -> dict[str, int]:
        """The levels answered, by practice."""
        coded = zip(self.practices, self.codes, strict=True)
        return {
            practice: level for practice, code in coded if (level := coded_level(code)) is not None
        }


class Unchanged(NamedTuple):
    """How many answers are as they were in the former campaign.

    Attributes:
        same: answers that are the same, in status and level.
        of: answers there are now to what was asked then, too.
    """

    same: int
    of: int


def former_answers(size: Decimal | None, answers: Iterable[FiledAnswer]) -> FormerAnswers:
    """Return a campaign's answers of one institution.

    Args:
        size: the size measure of its sector, in yen.
        answers: of every practice, in checklist order.
    """
    answers = tuple(answers)
    texts = [
        (answer.practice, answer.note or "", answer.reason or "")
        for answer in answers
        if answer.note or answer.reason
    ]
    return FormerAnswers(
        size,
        tuple(answer.practice for answer in answers),
        "".join(answer_code(answer.status, answer.level) for answer in answers),
        blake2b(json.dumps(texts).encode(), digest_size=16).hexdigest() if texts else "",
    )


def answers_of(result: Result, submission: Submission) -> FormerAnswers:
    """Return an institution's answers of one campaign, as they are compared with another's.

    Args:
        result: of the answers.
        submission: the answers.
    """
    return former_answers(
        submission.institution.size,
        (
            FiledAnswer(
                practice.id,
                practice.status,
                practice.level,
                submission.answers.get(practice.id, NO_ANSWER).note,
                practice.reason,
            )
            for domain in result.domains
            for practice in domain.practices
        ),
    )


def unchanged_answers(practices: Sequence[str], codes: str, former: FormerAnswers) -> Unchanged:
    """Count the answers that are as they were in the former campaign.

    Args:
        practices: ids, in checklist order.
        codes: the present answers, one character for each practice.
        former: the answers then.
    """
    before = dict(zip(former.practices, former.codes, strict=True))
    answered = [
        (practice, code)
        for practice, code in zip(practices, codes, strict=True)
        if code not in _NO_ANSWER and practice in before
    ]
    same = sum(before[practice] == code for practice, code in answered)
    return Unchanged(same, len(answered))
