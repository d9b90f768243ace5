"""The interview as a state machine: which practice is asked, which comes next, which are open."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cssa.answers.submission import Answer, Institution, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.changes import VersionChanges
from cssa.checklist.level_scale import SIX_LEVELS
from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import Owner, Practice, Tier
from cssa.engine.risk_profile import risk_profile
from cssa.engine.scoring import Criteria
from cssa.engine.status import AssessedPractice, assess_practices, is_complete
from cssa.interview.checks import checks_in
from cssa.interview.confirmation import Confirmation, confirmation_of
from cssa.interview.figures import Figures, figures_of
from cssa.interview.final_review import WITH_REASON, ReviewLists, review_lists
from cssa.interview.requests import Only
from cssa.interview.search import PracticeSearch

_PLANNED = 1
"""The level of what is planned, with an owner and a date."""


@dataclass(frozen=True, slots=True)
class PracticeFilter:
    """Which practices an interview asks; a practice must fit everything that is given.

    Attributes:
        only: whether the practice must be unanswered, carried over and not confirmed, or below its
            target.
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
        changes: what became of the questions since the version before.
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
        changes: VersionChanges | None = None,
        bookmark: str | None = None,
    ) -> None:
        self.edition = edition
        self.criteria = criteria
        self.as_of = as_of
        self.practice_filter = practice_filter or PracticeFilter()
        self.previous_answers = previous_answers or {}
        self._changes = changes
        self.submission = submission
        self._order = {practice_id: index for index, practice_id in enumerate(self._placed)}
        self._by_number = {
            _folded(number): practice_id
            for practice_id, placed in self._placed.items()
            for number in (placed.practice.shown_id, practice_id)
        }
        self._selected: list[str] = []
        self._selected = self._select()
        self.current_id = self._resume(bookmark)
        self._behind: list[str | None] = []
        self._ahead: list[str | None] = []

    @property
    def submission(self) -> Submission:
        """The answers so far."""
        return self._submission

    @submission.setter
    def submission(self, submission: Submission) -> None:
        self._submission = submission
        self.edition = self.edition.with_rows(submission.lists)
        self._placed = self.edition.checklist.placed
        for name in ("assessed_practices", "queue", "figures"):
            self.__dict__.pop(name, None)

    @cached_property
    def assessed_practices(self) -> dict[str, AssessedPractice]:
        """Status, level and target of every practice, by id."""
        return {assessed.practice.id: assessed for assessed in self._assess(self._submission)}

    @cached_property
    def _search(self) -> PracticeSearch:
        return PracticeSearch(self._placed)

    @property
    def current(self) -> PlacedPractice | None:
        """The practice that is asked now, None at the end."""
        return None if self.current_id is None else self._placed[self.current_id]

    @cached_property
    def queue(self) -> list[str]:
        """Ids of the practices that this interview asks, in checklist order."""
        return [practice_id for practice_id in self._selected if self._is_asked(practice_id)]

    @cached_property
    def figures(self) -> Figures:
        """The figures of the answers so far."""
        return figures_of(self.assessed_practices, self.edition.checklist, self.criteria.scheme)

    def answer(self, practice_id: str) -> Answer | None:
        """Return the answer to a practice."""
        return self._submission.answers.get(practice_id)

    def is_answered(self, practice_id: str) -> bool:
        """Return whether a practice needs no more answer."""
        assessed = self.assessed_practices[practice_id]
        if assessed.status == "informative":
            return is_complete(assessed.practice, assessed.answer)
        if assessed.status == "out_of_scope":
            return assessed.answer.is_given
        return assessed.status in ("answered", "not_asked", *WITH_REASON)

    def is_planned(self, practice: Practice, level: int | None) -> bool:
        """Return whether a level says that there are an owner and a due date.

        On the program's own scale it does; a checklist's own may have another meaning for it.
        """
        has_own_scale = self.edition.checklist.scale is not None
        return not has_own_scale and practice.level_scale == SIX_LEVELS and level == _PLANNED

    def level_shown(self, practice_id: str) -> int | None:
        """Return the level that stands for a practice in a list."""
        return self.assessed_practices[practice_id].level

    def previous(self, practice_id: str) -> dict[str, Answer]:
        """Return last year's answers to what a practice asks, by id of what was asked then.

        Several where questions have been merged since; what was asked under the same id may be
        another question by now.
        """
        answer = self.answer(practice_id)
        carried = None if answer is None or answer.confirmed else answer.carried
        asked = (practice_id,) if carried is None else carried.from_
        if carried is not None and carried.checklist is not None:
            return {}
        return {
            name: self.previous_answers[name] for name in asked if name in self.previous_answers
        }

    def confirmation(self, practice_id: str) -> Confirmation | None:
        """Return what to confirm about an answer that was carried over, None for any other."""
        return confirmation_of(self.assessed_practices[practice_id], self._changes, self.as_of)

    @property
    def asks_to_confirm(self) -> bool:
        """Whether it asks only what was carried over, and counts what is confirmed."""
        return self.practice_filter.only == "unconfirmed"

    def is_settled(self, practice_id: str) -> bool:
        """Return whether this interview is done with a practice.

        It is where the practice needs no more answer, and where only those to be confirmed are
        asked, no confirmation either.
        """
        is_open = self.asks_to_confirm and self._is_unconfirmed(practice_id)
        return self.is_answered(practice_id) and not is_open

    def advance(self) -> None:
        """Go on to the next practice; past the last one is the end."""
        index = self._current_index()
        self._move(
            next(
                (practice_id for practice_id in self.queue if self._order[practice_id] > index),
                None,
            )
        )

    def retreat(self) -> bool:
        """Go to the practice before in the checklist; return False where there is none."""
        before = self._before()
        if before is not None:
            self._move(before)
        return before is not None

    def go_back(self) -> bool:
        """Go back to where the interview was before; return False where there is nothing before.

        At the practice it began with, that is the one before in the checklist.
        """
        if not self._behind:
            before = self._before()
            if before is None:
                return False
            self._behind.append(before)
        self._ahead.append(self.current_id)
        self.current_id = self._behind.pop()
        return True

    def go_forward(self) -> bool:
        """Go where ``go_back`` came from; return False where it was not used."""
        if not self._ahead:
            return False
        self._behind.append(self.current_id)
        self.current_id = self._ahead.pop()
        return True

    def go_to(self, practice_id: str) -> None:
        """Jump to a practice, also to one that this interview does not ask.

        Raises:
            KeyError: when the checklist has no such practice.
        """
        if practice_id not in self._placed:
            raise KeyError(practice_id)
        self._move(practice_id)

    def next_unanswered(self) -> str | None:
        """Return the next practice without an answer, from the top after the last."""
        return self._next(self.unanswered())

    def next_below_target(self) -> str | None:
        """Return the next answered practice below its target, from the top after the last."""
        return self._next(
            [
                practice_id
                for practice_id in self.queue
                if self.assessed_practices[practice_id].below_target
                and self.assessed_practices[practice_id].status == "answered"
            ]
        )

    def find_by_number(self, number: str) -> str | None:
        """Return the practice with a number; for a domain or section, its first practice asked."""
        folded = _folded(number)
        if folded in self._by_number:
            return self._by_number[folded]
        return next(
            (
                practice_id
                for practice_id in self.queue
                if folded in map(_folded, _places(self._placed[practice_id]))
            ),
            None,
        )

    def shown_id(self, practice_id: str) -> str:
        """Return how readers know a practice: by the source's number where it has one."""
        return self._placed[practice_id].practice.shown_id

    def search(self, text: str) -> list[str]:
        """Return practices by number, words or other words for the same, the best first."""
        return self._search.find(text)

    def unanswered(self) -> list[str]:
        """Return the practices that this interview asks and that have no answer."""
        return [practice_id for practice_id in self.queue if not self.is_answered(practice_id)]

    def skipped(self) -> list[str]:
        """Return the practices before the current one that this interview is not done with."""
        index = self._current_index()
        return [
            practice_id
            for practice_id in self.queue
            if self._order[practice_id] < index and not self.is_settled(practice_id)
        ]

    def progress(self, domain: str | None = None) -> Progress:
        """Count what this interview is done with, in all or in one domain."""
        asked = [
            practice_id
            for practice_id in self.queue
            if domain in (None, self._placed[practice_id].domain.id)
        ]
        return Progress(sum(map(self.is_settled, asked)), len(asked))

    def review(self) -> ReviewLists:
        """Return what to look at before the end."""
        asked = [self.assessed_practices[practice_id] for practice_id in self.queue]
        flags = self._submission.institution.flags
        checks = checks_in(
            self.edition, self._submission, self.criteria, self.as_of, self.previous_answers
        )
        return review_lists(asked, self.unanswered(), flags, checks)

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
            self.__dict__.pop("queue", None)
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
        if self.practice_filter.only == "unconfirmed":
            return self._is_unconfirmed(practice_id)
        if self.practice_filter.only == "below-target":
            return self.assessed_practices[practice_id].below_target
        return True

    def _is_unconfirmed(self, practice_id: str) -> bool:
        return not self.assessed_practices[practice_id].answer.confirmed

    def _is_asked(self, practice_id: str) -> bool:
        assessed = self.assessed_practices[practice_id]
        return assessed.status != "out_of_scope" and assessed.asked is True

    def _resume(self, bookmark: str | None) -> str | None:
        """Return the first open practice from the bookmark on, else from the top."""
        queue = self.queue
        index = self._order.get(bookmark or "", 0)
        following = [practice_id for practice_id in queue if self._order[practice_id] >= index]
        for practice_id in [*following, *queue]:
            if not self.is_settled(practice_id):
                return practice_id
        if self.practice_filter.only == "below-target" and queue:
            return following[0] if following else queue[0]
        return None

    def _move(self, practice_id: str | None) -> None:
        if practice_id != self.current_id:
            self._behind.append(self.current_id)
            self._ahead.clear()
        self.current_id = practice_id

    def _next(self, practice_ids: Sequence[str]) -> str | None:
        index = self._current_index()
        after = (name for name in practice_ids if self._order[name] > index)
        return next(after, next(iter(practice_ids), None))

    def _before(self) -> str | None:
        index = self._current_index()
        before = [practice_id for practice_id in self.queue if self._order[practice_id] < index]
        return before[-1] if before else None

    def _current_index(self) -> int:
        return len(self._order) if self.current_id is None else self._order[self.current_id]


def _out_of_scope(assessed_practices: Iterable[AssessedPractice]) -> set[str]:
    return {
        assessed.practice.id for assessed in assessed_practices if assessed.status == "out_of_scope"
    }


def _places(placed: PlacedPractice) -> Iterator[str]:
    """Yield the ids of the domain and of the sections that a practice stands in."""
    yield placed.domain.id
    if placed.section is not None:
        yield placed.section.id
        yield from placed.domain.lineage[placed.section.id]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
