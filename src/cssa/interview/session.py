"""A sitting as a state machine: what is asked, what comes next, what is still open."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from cssa.answers.submission import Answer, Institution, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import Owner, PlacedPractice, Practice, Tier
from cssa.engine.findings import EVIDENCE_FROM, POINTS_FROM
from cssa.engine.risk_profile import risk_profile
from cssa.engine.scoring import Criteria
from cssa.engine.status import AssessedPractice, assess_practices

Only = Literal["unanswered", "below-target"]

_LEFT_OUT = ("not_applicable", "not_adopted")
_REASON_LETTERS = 8
"""Fewer letters than this give no reason that another reader could follow."""

_EMPTY_REASONS = re.compile(
    r"(?:該当(?:が|は)?(?:なし|無し|しない|しません)|対象外|なし|無し|不要|n/?a|none|not applicable"
    r"|今(?:期|年度?)は?(?:インシデント|事案|案件)?(?:が|は)?(?:なし|なかった(?:ため)?)"
    r"|no incidents?(?: this year)?)[。.]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PracticeFilter:
    """Which practices a sitting is about; what is given must all fit."""

    tier: Tier | None = None
    domain: str | None = None
    owner: Owner | None = None
    only: Only | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the practices in this sitting have an answer."""

    done: int
    of: int


@dataclass(frozen=True, slots=True)
class ScopeEffect:
    """What a change of the profile does to the practices asked."""

    gone: tuple[str, ...]
    back: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewLists:
    """What to look at before the end, as practice ids by reason."""

    unanswered: tuple[str, ...]
    weak_reason: tuple[str, ...]
    open_points: tuple[str, ...]
    no_evidence: tuple[str, ...]
    below_target: tuple[str, ...]
    unconfirmed: tuple[str, ...]

    def by_reason(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each reason that has practices, with them."""
        reasons = {
            "unanswered": self.unanswered,
            "weak_reason": self.weak_reason,
            "open_points": self.open_points,
            "no_evidence": self.no_evidence,
            "below_target": self.below_target,
            "unconfirmed": self.unconfirmed,
        }
        yield from ((reason, practices) for reason, practices in reasons.items() if practices)


class Session:
    """One sitting over one submission.

    Args:
        edition: the checklist that is asked.
        submission: the answers so far.
        criteria: what below target means.
        as_of: date on which treatments must be valid.
        narrowing: which practices the sitting is about.
        previous: last year's answers by practice.
        start: practice at which the last sitting stopped.
    """

    def __init__(
        self,
        edition: Edition,
        submission: Submission,
        criteria: Criteria,
        *,
        as_of: date,
        narrowing: PracticeFilter | None = None,
        previous: Mapping[str, Answer] | None = None,
        start: str | None = None,
    ) -> None:
        self.edition = edition
        self.criteria = criteria
        self.as_of = as_of
        self.narrowing = narrowing or PracticeFilter()
        self.previous = previous or {}
        self._placed = edition.checklist.placed
        self._order = {practice: at for at, practice in enumerate(self._placed)}
        self.submission = submission
        self._chosen = self._choice()
        self.position = self._resume(start)

    @property
    def submission(self) -> Submission:
        """The answers as they stand."""
        return self._submission

    @submission.setter
    def submission(self, value: Submission) -> None:
        self._submission = value
        self.__dict__.pop("standings", None)

    @cached_property
    def standings(self) -> dict[str, AssessedPractice]:
        """How every practice stands, by id."""
        return {item.practice.id: item for item in self._stand(self._submission)}

    @property
    def current(self) -> PlacedPractice | None:
        """The practice that is asked now, None at the end."""
        return None if self.position is None else self._placed[self.position]

    @property
    def queue(self) -> list[str]:
        """The practices of this sitting, in checklist order."""
        return [one for one in self._chosen if self._is_asked(one)]

    def answer(self, practice_id: str) -> Answer | None:
        """Return what was answered."""
        return self._submission.answers.get(practice_id)

    def is_answered(self, practice_id: str) -> bool:
        """Tell whether a practice needs no more answer."""
        standing = self.standings[practice_id]
        if standing.status == "informative":
            return standing.answer.value_field is not None
        return standing.status in ("answered", *_LEFT_OUT)

    def advance(self) -> None:
        """Go on to the next practice; past the last one is the end."""
        at = self._at()
        self.position = next((one for one in self.queue if self._order[one] > at), None)

    def back(self) -> bool:
        """Go back to the practice before; return False where there is none."""
        at = self._at()
        found = next((one for one in reversed(self.queue) if self._order[one] < at), None)
        if found is None:
            return False
        self.position = found
        return True

    def go(self, practice_id: str) -> None:
        """Jump to a practice, also to one outside this sitting."""
        if practice_id not in self._placed:
            raise KeyError(practice_id)
        self.position = practice_id

    def find_id(self, text: str) -> str | None:
        """Return the practice that a number means; for a domain or section, its first."""
        wanted = text.lower()
        if wanted in self._placed:
            return wanted
        return next(
            (
                one
                for one in self.queue
                if one.startswith((f"{wanted}-", f"{wanted}.")) and wanted[:1].isdigit()
            ),
            None,
        )

    def search(self, text: str) -> list[str]:
        """Return practices that have every word, in either language, titles first."""
        words = _folded(text).split()
        if not words:
            return []
        titled, worded = [], []
        for placed in self._placed.values():
            title, body = _title(placed), _body(placed.practice)
            if all(word in title for word in words):
                titled.append(placed.practice.id)
            elif all(word in title or word in body for word in words):
                worded.append(placed.practice.id)
        return [*titled, *worded]

    def unanswered(self) -> list[str]:
        """Return the practices of this sitting without an answer."""
        return [one for one in self.queue if not self.is_answered(one)]

    def skipped(self) -> list[str]:
        """Return the practices before the current one that have no answer."""
        return [one for one in self.unanswered() if self._order[one] < self._at()]

    def progress(self, domain: str | None = None) -> Progress:
        """Count answers, in all or in one domain."""
        queue = [one for one in self.queue if domain in (None, self._placed[one].domain.id)]
        return Progress(sum(self.is_answered(one) for one in queue), len(queue))

    def review(self) -> ReviewLists:
        """Return what to look at before the end."""
        queue = [self.standings[one] for one in self.queue]
        flags = self._submission.institution.flags

        def ids(items: list[AssessedPractice]) -> tuple[str, ...]:
            return tuple(item.practice.id for item in items)

        answered = [item for item in queue if item.status == "answered"]
        return ReviewLists(
            unanswered=tuple(self.unanswered()),
            weak_reason=ids(
                [
                    item
                    for item in queue
                    if item.status in _LEFT_OUT and is_weak_reason(item.answer.reason or "")
                ]
            ),
            open_points=ids(
                [
                    item
                    for item in answered
                    if (item.level or 0) >= POINTS_FROM
                    and open_points(item.practice, item.answer, flags)
                ]
            ),
            no_evidence=ids(
                [
                    item
                    for item in answered
                    if (item.level or 0) >= EVIDENCE_FROM and not item.answer.evidence
                ]
            ),
            below_target=ids([item for item in answered if item.below_target]),
            unconfirmed=ids([item for item in answered if not item.answer.confirmed]),
        )

    def scope_effect(self, before: Submission) -> ScopeEffect:
        """Return which practices a change of the profile took away or brought back."""
        was = {one.practice.id for one in self._stand(before) if one.status == "out_of_scope"}
        now = {one for one, item in self.standings.items() if item.status == "out_of_scope"}
        gone = tuple(one for one in self._placed if one in now - was)
        back = tuple(one for one in self._placed if one in was - now)
        if gone or back:
            self._chosen = self._choice()
        return ScopeEffect(gone, back)

    def lost_basics(self, institution: Institution, flag: str) -> tuple[str, ...]:
        """Return the basic practices that a flag's being false takes away."""
        flags = {**institution.flags, flag: False}
        return tuple(
            one.id
            for one in (placed.practice for placed in self._placed.values())
            if one.tier == "basic"
            and one.applies_if is not None
            and flag in one.applies_if.flags
            and one.applies_if.holds(flags) is False
        )

    def _stand(self, submission: Submission) -> tuple[AssessedPractice, ...]:
        return assess_practices(
            self.edition.checklist,
            submission,
            scheme=self.criteria.scheme,
            targets=self.criteria.targets,
            risk=risk_profile(submission.institution, self.criteria.profile).level,
            as_of=self.as_of,
        )

    def _choice(self) -> list[str]:
        """Return what the narrowing leaves; what is only to be gone through once stays chosen."""
        wish, before = self.narrowing, getattr(self, "_chosen", [])
        chosen = []
        for one, placed in self._placed.items():
            practice = placed.practice
            if (
                wish.tier in (None, practice.tier)
                and wish.domain in (None, placed.domain.id)
                and wish.owner in (None, practice.owner)
                and (one in before or self._is_open(one))
            ):
                chosen.append(one)
        return chosen

    def _is_open(self, practice_id: str) -> bool:
        if self.narrowing.only == "unanswered":
            return not self.is_answered(practice_id)
        if self.narrowing.only == "below-target":
            return self.standings[practice_id].below_target
        return True

    def _is_asked(self, practice_id: str) -> bool:
        if self.standings[practice_id].status == "out_of_scope":
            return False
        condition = self._placed[practice_id].practice.asked_if
        if condition is None:
            return True
        other = self.answer(condition.practice)
        if other is None:
            return False
        given = {other.choice, *(other.choices or ())}
        return not given.isdisjoint(condition.any)

    def _resume(self, start: str | None) -> str | None:
        """Return the first open practice from where the last sitting stopped, else from the top."""
        queue = self.queue
        at = self._order.get(start or "", 0)
        following = [one for one in queue if self._order[one] >= at]
        for one in [*following, *queue]:
            if not self.is_answered(one):
                return one
        if self.narrowing.only == "below-target" and queue:
            return following[0] if following else queue[0]
        return None

    def _at(self) -> int:
        return len(self._order) if self.position is None else self._order[self.position]


def open_points(practice: Practice, answer: Answer, flags: Mapping[str, bool]) -> list[str]:
    """Return the required points that are not ticked and concern the institution."""
    return [
        point.id
        for point in practice.points
        if point.required
        and point.id not in answer.points
        and not (point.applies_if and point.applies_if.holds(flags) is False)
    ]


def is_weak_reason(reason: str) -> bool:
    """Tell whether a reason says no more than that something is left out."""
    text = unicodedata.normalize("NFKC", reason).strip()
    letters = sum(char.isalnum() for char in text)
    return letters < _REASON_LETTERS or bool(_EMPTY_REASONS.fullmatch(text))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _title(placed: PlacedPractice) -> str:
    practice = placed.practice
    return _folded(f"{practice.id} {practice.title.ja} {practice.title.en}")


def _body(practice: Practice) -> str:
    texts = [practice.question, *practice.points, *practice.evidence]
    texts += [text for text in (practice.conditions, practice.guidance, practice.improve) if text]
    return _folded(" ".join(f"{text.ja} {text.en}" for text in texts))
