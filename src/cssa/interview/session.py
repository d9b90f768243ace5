"""The interview as a state machine: which practice is asked, which comes next, which are open."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from cssa.answers.asked_if import is_asked
from cssa.answers.submission import Answer, Institution, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import Owner, Practice, Tier
from cssa.datafile.types import LocalizedText
from cssa.engine.risk_profile import risk_profile
from cssa.engine.scoring import Criteria
from cssa.engine.status import AssessedPractice, assess_practices
from cssa.interview.final_review import WITH_REASON, ReviewLists, review_lists

Only = Literal["unanswered", "below-target"]


@dataclass(frozen=True, slots=True)
class PracticeFilter:
    """Which practices an interview asks; a practice must fit everything that is given.

    Attributes:
        only: whether the practice must be unanswered, or below its target.
    """

    tier: Tier | None = None
    domain: str | None = None
    owner: Owner | None = None
    only: Only | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the practices that an interview asks are answered."""

    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class ScopeEffect:
    """What a change of the profile does to the practices in scope, as their ids.

    Attributes:
        removed: practices that are out of scope now.
        added: practices that are in scope again.
    """

    removed: tuple[str, ...]
    added: tuple[str, ...]


class Session:
    """The state of an interview about one submission.

    Args:
        edition: the checklist that is asked.
        submission: the answers so far.
        criteria: scheme, targets and profile questions that decide what is below target.
        as_of: date on which treatments must be valid.
        practice_filter: which practices are asked; all where None.
        previous_answers: last year's answers by practice id.
        bookmark: id of the practice shown last in the interview before.
    """

    def __init__(
        self,
        edition: Edition,
        submission: Submission,
        criteria: Criteria,
        *,
        as_of: date,
        practice_filter: PracticeFilter | None = None,
        previous_answers: Mapping[str, Answer] | None = None,
        bookmark: str | None = None,
    ) -> None:
        self.edition = edition
        self.criteria = criteria
        self.as_of = as_of
        self.practice_filter = practice_filter or PracticeFilter()
        self.previous_answers = previous_answers or {}
        self._placed = edition.checklist.placed
        self._order = {practice_id: index for index, practice_id in enumerate(self._placed)}
        self.submission = submission
        self._selected: list[str] = []
        self._selected = self._select()
        self.current_id = self._resume(bookmark)

    @property
    def submission(self) -> Submission:
        """The answers so far."""
        return self._submission

    @submission.setter
    def submission(self, submission: Submission) -> None:
        self._submission = submission
        self.__dict__.pop("assessed_practices", None)

    @cached_property
    def assessed_practices(self) -> dict[str, AssessedPractice]:
        """Status, level and target of every practice, by id."""
        return {assessed.practice.id: assessed for assessed in self._assess(self._submission)}

    @property
    def current(self) -> PlacedPractice | None:
        """The practice that is asked now, None at the end."""
        return None if self.current_id is None else self._placed[self.current_id]

    @property
    def queue(self) -> list[str]:
        """Ids of the practices that this interview asks, in checklist order."""
        return [practice_id for practice_id in self._selected if self._is_asked(practice_id)]

    def answer(self, practice_id: str) -> Answer | None:
        """Return the answer to a practice."""
        return self._submission.answers.get(practice_id)

    def is_answered(self, practice_id: str) -> bool:
        """Return whether a practice needs no more answer."""
        assessed = self.assessed_practices[practice_id]
        if assessed.status == "informative":
            return assessed.answer.value_field is not None
        return assessed.status in ("answered", *WITH_REASON)

    def advance(self) -> None:
        """Go on to the next practice; past the last one is the end."""
        index = self._current_index()
        self.current_id = next(
            (practice_id for practice_id in self.queue if self._order[practice_id] > index), None
        )

    def go_back(self) -> bool:
        """Go back to the practice before; return False where there is none."""
        index = self._current_index()
        before = [practice_id for practice_id in self.queue if self._order[practice_id] < index]
        if not before:
            return False
        self.current_id = before[-1]
        return True

    def go_to(self, practice_id: str) -> None:
        """Jump to a practice, also to one that this interview does not ask.

        Raises:
            KeyError: when the checklist has no such practice.
        """
        if practice_id not in self._placed:
            raise KeyError(practice_id)
        self.current_id = practice_id

    def find_by_number(self, number: str) -> str | None:
        """Return the practice with a number; for a domain or section, its first practice asked."""
        number = number.lower()
        if number in self._placed:
            return number
        if not number[:1].isdigit():
            return None
        inside = (f"{number}-", f"{number}.")
        return next(
            (practice_id for practice_id in self.queue if practice_id.startswith(inside)), None
        )

    def search(self, text: str) -> list[str]:
        """Return practices that contain every word in either language, those by title first."""
        words = _folded(text).split()
        if not words:
            return []
        in_title, in_text = [], []
        for placed in self._placed.values():
            title, body = _title(placed), _body(placed.practice)
            if all(word in title for word in words):
                in_title.append(placed.practice.id)
            elif all(word in title or word in body for word in words):
                in_text.append(placed.practice.id)
        return [*in_title, *in_text]

    def unanswered(self) -> list[str]:
        """Return the practices that this interview asks and that have no answer."""
        return [practice_id for practice_id in self.queue if not self.is_answered(practice_id)]

    def skipped(self) -> list[str]:
        """Return the practices before the current one that have no answer."""
        index = self._current_index()
        return [
            practice_id for practice_id in self.unanswered() if self._order[practice_id] < index
        ]

    def progress(self, domain: str | None = None) -> Progress:
        """Count answers, in all or in one domain."""
        asked = [
            practice_id
            for practice_id in self.queue
            if domain in (None, self._placed[practice_id].domain.id)
        ]
        return Progress(sum(map(self.is_answered, asked)), len(asked))

    def review(self) -> ReviewLists:
        """Return what to look at before the end."""
        asked = [self.assessed_practices[practice_id] for practice_id in self.queue]
        return review_lists(asked, self.unanswered(), self._submission.institution.flags)

    def scope_effect(self, before: Submission) -> ScopeEffect:
        """Return which practices a change of the profile removed from scope or added to it."""
        previously = _out_of_scope(self._assess(before))
        now = _out_of_scope(self.assessed_practices.values())
        removed = tuple(
            practice_id for practice_id in self._placed if practice_id in now - previously
        )
        added = tuple(
            practice_id for practice_id in self._placed if practice_id in previously - now
        )
        if removed or added:
            self._selected = self._select()
        return ScopeEffect(removed, added)

    def basics_out_of_scope(self, institution: Institution, flag: str) -> tuple[str, ...]:
        """Return the basic practices that are out of scope where a flag is false.

        Args:
            institution: whose other flags apply.
            flag: id of the flag.
        """
        flags = {**institution.flags, flag: False}
        return tuple(
            placed.practice.id
            for placed in self._placed.values()
            if placed.practice.tier == "basic"
            and placed.practice.applies_if is not None
            and flag in placed.practice.applies_if.flags
            and placed.practice.applies_if.holds(flags) is False
        )

    def _assess(self, submission: Submission) -> tuple[AssessedPractice, ...]:
        return assess_practices(
            self.edition.checklist,
            submission,
            scheme=self.criteria.scheme,
            targets=self.criteria.targets,
            risk=risk_profile(submission.institution, self.criteria.profile).level,
            as_of=self.as_of,
        )

    def _select(self) -> list[str]:
        """Return what the filter leaves; a practice selected once stays, also when answered."""
        wanted = self.practice_filter
        return [
            practice_id
            for practice_id, placed in self._placed.items()
            if wanted.tier in (None, placed.practice.tier)
            and wanted.domain in (None, placed.domain.id)
            and wanted.owner in (None, placed.practice.owner)
            and (practice_id in self._selected or self._is_open(practice_id))
        ]

    def _is_open(self, practice_id: str) -> bool:
        if self.practice_filter.only == "unanswered":
            return not self.is_answered(practice_id)
        if self.practice_filter.only == "below-target":
            return self.assessed_practices[practice_id].below_target
        return True

    def _is_asked(self, practice_id: str) -> bool:
        if self.assessed_practices[practice_id].status == "out_of_scope":
            return False
        practice = self._placed[practice_id].practice
        return is_asked(practice, self.edition.checklist, self._submission.answers) is True

    def _resume(self, bookmark: str | None) -> str | None:
        """Return the first open practice from the bookmark on, else from the top."""
        queue = self.queue
        index = self._order.get(bookmark or "", 0)
        following = [practice_id for practice_id in queue if self._order[practice_id] >= index]
        for practice_id in [*following, *queue]:
            if not self.is_answered(practice_id):
                return practice_id
        if self.practice_filter.only == "below-target" and queue:
            return following[0] if following else queue[0]
        return None

    def _current_index(self) -> int:
        return len(self._order) if self.current_id is None else self._order[self.current_id]


def _out_of_scope(assessed_practices: Iterable[AssessedPractice]) -> set[str]:
    return {
        assessed.practice.id for assessed in assessed_practices if assessed.status == "out_of_scope"
    }


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _words(text: LocalizedText) -> str:
    return " ".join(text.words.values())


def _title(placed: PlacedPractice) -> str:
    practice = placed.practice
    return _folded(f"{practice.id} {_words(practice.title)}")


def _body(practice: Practice) -> str:
    texts = [practice.question, *practice.points, *practice.evidence]
    others = (
        practice.conditions,
        practice.guidance,
        practice.why,
        practice.pitfalls,
        practice.improve,
    )
    texts += [text for text in others if text]
    return _folded(" ".join(map(_words, texts)))
