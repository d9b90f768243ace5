"""What to look at before an interview ends: open, weak, low and unconfirmed answers."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cssa.answers.placeholders import is_placeholder
from cssa.answers.submission import Answer
from cssa.checklist.practice import Practice
from cssa.consistency.queries import Query
from cssa.engine.findings import needs_evidence, needs_points
from cssa.engine.status import AssessedPractice

WITH_REASON = ("not_applicable", "not_adopted")
"""Statuses that a reason stands for in place of a level."""

_MIN_REASON_LETTERS = 8
"""Fewer letters than this give no reason that another reader could follow."""


@dataclass(frozen=True, slots=True)
class ReviewLists:
    """What to look at before the end, as practice ids by reason.

    Attributes:
        unanswered: practices without an answer.
        weak_reason: not applicable or not adopted with a reason that nobody could follow.
        open_points: levels that ask for all required points, some of which are not ticked.
        no_evidence: levels that ask for evidence, where none is given.
        checks: answers that contradict others, and what else stands out, by weight.
        below_target: practices below their target without a valid alternative measure.
        unconfirmed: answers that nobody has confirmed.
    """

    unanswered: tuple[str, ...]
    weak_reason: tuple[str, ...]
    open_points: tuple[str, ...]
    no_evidence: tuple[str, ...]
    checks: tuple[Query, ...]
    below_target: tuple[str, ...]
    unconfirmed: tuple[str, ...]

    def by_reason(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the name of each list that has practices, with them."""
        lists = {
            "unanswered": self.unanswered,
            "weak_reason": self.weak_reason,
            "open_points": self.open_points,
            "no_evidence": self.no_evidence,
            "below_target": self.below_target,
            "unconfirmed": self.unconfirmed,
        }
        yield from (
            (reason, practice_ids) for reason, practice_ids in lists.items() if practice_ids
        )

    def checks_by_reason(self) -> Iterator[tuple[str, tuple[Query, ...]]]:
        """Yield the name of each list of checks that has any, with them."""
        contradictions = tuple(check for check in self.checks if check.is_contradiction)
        others = tuple(check for check in self.checks if not check.is_contradiction)
        lists = {"contradictions": contradictions, "checks": others}
        yield from ((reason, checks) for reason, checks in lists.items() if checks)


def review_lists(
    asked: Sequence[AssessedPractice],
    unanswered: Sequence[str],
    flags: Mapping[str, bool],
    checks: Iterable[Query] = (),
) -> ReviewLists:
    """Return the practices to look at before the end.

    Args:
        asked: the practices that the interview asks.
        unanswered: ids of those without an answer.
        flags: the institution's profile flags.
        checks: what the institution can settle alone before it files.
    """
    answered = [assessed for assessed in asked if assessed.status == "answered"]
    return ReviewLists(
        unanswered=tuple(unanswered),
        weak_reason=_ids(
            assessed
            for assessed in asked
            if assessed.status in WITH_REASON and is_weak_reason(assessed.answer.reason or "")
        ),
        open_points=_ids(
            assessed
            for assessed in answered
            if needs_points(assessed) and open_points(assessed.practice, assessed.answer, flags)
        ),
        no_evidence=_ids(
            assessed
            for assessed in answered
            if needs_evidence(assessed) and not assessed.answer.evidence
        ),
        checks=tuple(checks),
        below_target=_ids(assessed for assessed in answered if assessed.below_target),
        unconfirmed=_ids(assessed for assessed in answered if not assessed.answer.confirmed),
    )


def open_points(practice: Practice, answer: Answer, flags: Mapping[str, bool]) -> list[str]:
    """Return the required points that are not ticked and concern the institution.

    Args:
        practice: the practice with its points.
        answer: the answer with the points ticked.
        flags: the institution's profile flags.
    """
    return [
        point.id
        for point in practice.points
        if point.required
        and point.id not in answer.points
        and not (point.applies_if and point.applies_if.holds(flags) is False)
    ]


def is_weak_reason(reason: str) -> bool:
    """Return whether a reason gives no more than that something is left out."""
    letters = sum(char.isalnum() for char in unicodedata.normalize("NFKC", reason))
    return letters < _MIN_REASON_LETTERS or is_placeholder(reason)


def _ids(assessed_practices: Iterable[AssessedPractice]) -> tuple[str, ...]:
    return tuple(assessed.practice.id for assessed in assessed_practices)
