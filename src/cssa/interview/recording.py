"""Writing what is entered to the answers file, undoing it and redoing it, without asking."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cssa.answers.answers_file import AnswersFile, ConflictError, SaveResult
from cssa.answers.submission import NO_ANSWER, Answer, Review
from cssa.checklist.row_lists import NamedRow
from cssa.datafile.edit import MappingPath
from cssa.errors import CssaError, Problem
from cssa.interview.answer_edits import with_changes, with_value
from cssa.interview.answer_text import AnswerText
from cssa.interview.session import ScopeEffect, Session

Way = Literal["save", "undo", "redo"]
"""Whether a value is new, goes back to what was there before, or back to what was undone."""


@dataclass(frozen=True, slots=True)
class SavedItem:
    """What is saved at once: the answer to a practice, or a fact of the header.

    Attributes:
        name: what it is called to the user.
        read: returns its value now.
        write: saves a value in its place.
        describe: returns its value now in words.
        practice_id: the practice, None for a fact.
    """

    name: str
    read: Callable[[], Any]
    write: Callable[[Any], SaveResult]
    describe: Callable[[], str]
    practice_id: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """A value to be saved."""

    item: SavedItem
    value: Any
    way: Way = "save"


@dataclass(frozen=True, slots=True)
class Saved:
    """The value is in the file.

    Attributes:
        changed_by_others: ids of the practices, and names of the header's parts, that others have
            changed and that were taken over.
        was_missing: the file had been deleted and was written again.
        effect: what a changed fact does to the practices in scope.
    """

    attempt: Attempt
    changed_by_others: tuple[str, ...]
    was_missing: bool
    effect: ScopeEffect


@dataclass(frozen=True, slots=True)
class Conflict:
    """Others have changed the same meanwhile; the session now has what the file has."""

    attempt: Attempt


@dataclass(frozen=True, slots=True)
class Failed:
    """The value could not be saved; the file is as it was."""

    attempt: Attempt
    problems: tuple[Problem, ...]


Outcome = Saved | Conflict | Failed


@dataclass(frozen=True, slots=True)
class _Step:
    """A change that can be undone."""

    item: SavedItem
    before: Any
    after: Any


class Recorder:
    """Writes answers to the file first, then takes them into the session.

    Args:
        session: the state of the interview.
        answers_file: the file.
        answer_text: words for answers.
        is_read_only: nothing may be saved.

    Attributes:
        not_saved: names of what the user entered and gave up saving, in the order of entry.
    """

    def __init__(
        self,
        session: Session,
        answers_file: AnswersFile,
        answer_text: AnswerText,
        *,
        is_read_only: bool = False,
    ) -> None:
        self.session = session
        self.answers_file = answers_file
        self.answer_text = answer_text
        self.is_read_only = is_read_only
        self.not_saved: list[str] = []
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    def save_answer(self, practice_id: str, answer: Answer | None) -> Outcome:
        """Save an answer, or remove it where it is None."""
        return self.record(Attempt(self._answer_item(practice_id), answer))

    def edit(self, practice_id: str, **changes: object) -> Outcome:
        """Save the answer to a practice with some of its fields changed; None removes one."""
        answer = self.session.answer(practice_id) or NO_ANSWER
        return self.save_answer(practice_id, with_changes(answer, **changes))

    def save_value(self, practice_id: str, **value_fields: object) -> Outcome:
        """Save a value in place of any other, such as ``level=3``; keep the fields beside it."""
        answer = self.session.answer(practice_id) or NO_ANSWER
        return self.save_answer(practice_id, with_value(answer, **value_fields))

    def save_reviews(self, practice_id: str, reviews: tuple[Review, ...]) -> Outcome:
        """Save the reviews of an answer and nothing else of it.

        Args:
            practice_id: the practice.
            reviews: all of them.
        """
        practice = self.session.edition.checklist.placed[practice_id].practice

        def current() -> Answer:
            return self.answers_file.submission.answers.get(practice_id, NO_ANSWER)

        item = SavedItem(
            name=practice.shown_id,
            read=lambda: current().review,
            write=lambda value: self.answers_file.save_answer(
                practice_id, current().model_copy(update={"review": value})
            ),
            describe=lambda: self.answer_text.reviewed(practice, current()),
            practice_id=practice_id,
        )
        return self.record(Attempt(item, reviews))

    def save_header(
        self,
        path: MappingPath,
        value: Any,
        order: tuple[str, ...] = (),
        *,
        name: str,
        describe: Callable[[], str],
    ) -> Outcome:
        """Save a value of the header.

        Args:
            path: keys from the top of the file to the value.
            value: as written to the file; ``ABSENT`` removes it.
            order: names beside it, in the order they should have.
            name: what it is called to the user.
            describe: returns its value now in words.
        """
        item = SavedItem(
            name=name,
            read=lambda: self.answers_file.editable.get(path),
            write=lambda value: self.answers_file.save_value(path, value, order),
            describe=describe,
        )
        return self.record(Attempt(item, value))

    def save_rows(
        self,
        list_id: str,
        rows: tuple[NamedRow, ...],
        answers: Mapping[str, Answer | None],
        *,
        name: str,
        describe: Callable[[], str],
    ) -> Outcome:
        """Save the rows that the institution names in a list.

        Args:
            list_id: the list.
            rows: its rows.
            answers: those that change with them, by practice; None removes one.
            name: what the list is called to the user.
            describe: returns its rows now in words.
        """
        item = SavedItem(
            name=name,
            read=lambda: (
                self.session.submission.lists.get(list_id, ()),
                {practice_id: self.session.answer(practice_id) for practice_id in answers},
            ),
            write=lambda value: self.answers_file.save_rows(list_id, *value),
            describe=describe,
        )
        return self.record(Attempt(item, (rows, dict(answers))))

    def undo(self) -> Outcome | None:
        """Put back what was saved last in this session; None where nothing is left to undo."""
        if not self._done:
            return None
        step = self._done[-1]
        return self.record(Attempt(step.item, step.before, "undo"))

    def redo(self) -> Outcome | None:
        """Save again what was undone last; None where nothing is left to redo."""
        if not self._undone:
            return None
        step = self._undone[-1]
        return self.record(Attempt(step.item, step.after, "redo"))

    def record(self, attempt: Attempt, *, replacing: bool = False) -> Outcome:
        """Save a value; undoing and redoing are saved like any other change.

        Args:
            attempt: what to save.
            replacing: also where the value is not what it was when it was saved last, because
                others have changed it and the user wants it replaced.
        """
        item, before = attempt.item, attempt.item.read()
        if self.is_read_only:
            return Failed(attempt, (Problem("assess.read_only", {}),))
        if not replacing and self._is_changed_since(attempt, before):
            return Conflict(attempt)
        submission = self.session.submission
        try:
            result = item.write(attempt.value)
        except ConflictError:
            self.take_from_file()
            return Conflict(attempt)
        except CssaError as error:
            return Failed(attempt, tuple(error.problems))
        self.take_from_file()
        self._remember(attempt, before)
        if item.name in self.not_saved:
            self.not_saved.remove(item.name)
        effect = ScopeEffect((), ())
        if item.practice_id is None:
            effect = self.session.scope_effect(submission)
        return Saved(attempt, result.changed_by_others, result.was_missing, effect)

    def give_up(self, attempt: Attempt) -> None:
        """Leave a value unsaved; an undo given up is not offered again."""
        self.take_from_file()
        if attempt.way != "save" and self._stack(attempt.way):
            self._stack(attempt.way).pop()
        elif attempt.way == "save" and attempt.item.name not in self.not_saved:
            self.not_saved.append(attempt.item.name)

    def refresh(self) -> tuple[str, ...]:
        """Take over what others have written; return what they have changed.

        Returns:
            Ids of practices, and names of the header's parts.

        Raises:
            InputError: when the file as they left it cannot be read.
        """
        changed = self.answers_file.refresh()
        if changed:
            self.take_from_file()
        return changed

    def take_from_file(self) -> None:
        """Take what was read from the file last into the session."""
        self.session.submission = self.answers_file.submission

    def _answer_item(self, practice_id: str) -> SavedItem:
        practice = self.session.edition.checklist.placed[practice_id].practice

        def describe() -> str:
            current = self.session.answer(practice_id) or NO_ANSWER
            return self.answer_text.summary(practice, current)

        return SavedItem(
            name=practice.shown_id,
            read=lambda: self.session.answer(practice_id),
            write=lambda value: self.answers_file.save_answer(practice_id, value),
            describe=describe,
            practice_id=practice_id,
        )

    def _stack(self, way: Way) -> list[_Step]:
        return self._done if way == "undo" else self._undone

    def _is_changed_since(self, attempt: Attempt, now: Any) -> bool:
        """Return whether others have changed what is to be undone or redone."""
        if attempt.way == "undo":
            return bool(now != self._done[-1].after)
        return attempt.way == "redo" and bool(now != self._undone[-1].before)

    def _remember(self, attempt: Attempt, before: Any) -> None:
        item = attempt.item
        if attempt.way == "undo":
            self._undone.append(self._done.pop())
        elif attempt.way == "redo":
            self._done.append(self._undone.pop())
        elif before != attempt.value:
            self._done.append(_Step(item, before, item.read()))
            self._undone.clear()
