"""Saving in lines: what was saved is shown, and the user is asked what to do where it fails."""

from collections.abc import Callable, Mapping
from typing import Any

from cssa.answers.answers_file import AnswersFile
from cssa.answers.submission import Answer, Review
from cssa.checklist.row_lists import NamedRow
from cssa.datafile.edit import MappingPath
from cssa.interview.answer_text import AnswerText
from cssa.interview.dialogue import Dialogue, InterviewLeft, StepBack
from cssa.interview.recording import Attempt, Conflict, Failed, Outcome, Recorder, Saved, SavedItem
from cssa.interview.session import ScopeEffect, Session


class AnswerSaver:
    """Saves answers, and asks the user where that fails.

    Args:
        dialogue: asks and shows messages.
        session: the state of the interview.
        answers_file: the file.
        answer_text: words for answers.
        is_read_only: nothing may be saved; that is said wherever something would be.
    """

    def __init__(
        self,
        dialogue: Dialogue,
        session: Session,
        answers_file: AnswersFile,
        answer_text: AnswerText,
        *,
        is_read_only: bool = False,
    ) -> None:
        self.dialogue = dialogue
        self.session = session
        self.answers_file = answers_file
        self.answer_text = answer_text
        self._recorder = Recorder(session, answers_file, answer_text, is_read_only=is_read_only)

    @property
    def not_saved(self) -> list[str]:
        """Names of what the user entered and gave up saving, in the order of entry."""
        return self._recorder.not_saved

    @property
    def is_read_only(self) -> bool:
        """Whether nothing may be saved."""
        return self._recorder.is_read_only

    def save_answer(self, practice_id: str, answer: Answer | None) -> bool:
        """Save an answer, or remove it where it is None; return whether that was done."""
        return self._settle(self._recorder.save_answer(practice_id, answer)) is not None

    def save_reviews(self, practice_id: str, reviews: tuple[Review, ...]) -> bool:
        """Save the reviews of an answer and nothing else of it; return whether that was done.

        Where others have changed the answer meanwhile, theirs stands below the reviews.

        Args:
            practice_id: the practice.
            reviews: all of them.
        """
        return self._settle(self._recorder.save_reviews(practice_id, reviews)) is not None

    def save_header(
        self,
        path: MappingPath,
        value: Any,
        order: tuple[str, ...] = (),
        *,
        name: str,
        describe: Callable[[], str],
    ) -> bool:
        """Save a value of the header, and show what it does to the scope.

        Args:
            path: keys from the top of the file to the value.
            value: as written to the file; ``ABSENT`` removes it.
            order: names beside it, in the order they should have.
            name: what it is called to the user.
            describe: returns its value now in words.

        Returns:
            Whether it was saved.
        """
        saved = self._settle(
            self._recorder.save_header(path, value, order, name=name, describe=describe)
        )
        if saved is None:
            return False
        self.dialogue.show("assess.saved_item")
        self._show_scope_effect(saved.effect)
        return True

    def save_rows(
        self,
        list_id: str,
        rows: tuple[NamedRow, ...],
        answers: Mapping[str, Answer | None],
        *,
        name: str,
    ) -> bool:
        """Save the rows that the institution names in a list; return whether that was done.

        Args:
            list_id: the list.
            rows: its rows.
            answers: those that change with them, by practice; None removes one.
            name: what the list is called to the user.
        """

        def describe() -> str:
            named = self.session.submission.lists.get(list_id, ())
            names = self.dialogue.joined(row.name for row in named)
            return names or self.dialogue.message("assess.setup.unstated")

        outcome = self._recorder.save_rows(list_id, rows, answers, name=name, describe=describe)
        return self._settle(outcome) is not None

    def undo(self) -> SavedItem | None:
        """Put back what was saved last in this session; return it, None where nothing was."""
        return self._step(self._recorder.undo(), "undo", "undone")

    def redo(self) -> SavedItem | None:
        """Save again what was undone last; return it, None where nothing was."""
        return self._step(self._recorder.redo(), "redo", "redone")

    def _step(self, outcome: Outcome | None, name: str, done: str) -> SavedItem | None:
        if outcome is None:
            self.dialogue.show(f"assess.nothing_to_{name}")
            return None
        saved = self._settle(outcome)
        if saved is None:
            return None
        item = saved.attempt.item
        self.dialogue.show(f"assess.{done}", hang=2, name=item.name, value=item.describe())
        self._show_scope_effect(saved.effect)
        return item

    def _settle(self, outcome: Outcome) -> Saved | None:
        """Ask until what was entered is saved, or given up."""
        if self._recorder.is_read_only:
            self.dialogue.show("assess.read_only")
            return None
        while not isinstance(outcome, Saved):
            attempt = outcome.attempt
            if not self._is_tried_again(outcome):
                self._recorder.give_up(attempt)
                return None
            outcome = self._recorder.record(attempt, replacing=True)
        self._show_taken_over(outcome)
        return outcome

    def _is_tried_again(self, outcome: Conflict | Failed) -> bool:
        dialogue, item = self.dialogue, outcome.attempt.item
        if isinstance(outcome, Conflict):
            dialogue.show("assess.conflict", hang=2, name=item.name)
            dialogue.show("assess.in_file", hang=2, value=item.describe())
            if self._ask(outcome.attempt, "conflict"):
                return True
            dialogue.show("assess.kept_theirs")
            return False
        dialogue.show_problems(outcome.problems)
        dialogue.show("assess.not_saved")
        if self._ask(outcome.attempt, "retry") is not False:
            return True
        dialogue.show("assess.given_up", name=item.name)
        return False

    def _show_taken_over(self, saved: Saved) -> None:
        if saved.changed_by_others:
            names = self.dialogue.joined(map(self._part_name, saved.changed_by_others))
            self.dialogue.show("assess.taken_over", hang=2, names=names)
        if saved.was_missing:
            self.dialogue.show("assess.restored", path=self.answers_file.path)

    def _part_name(self, name: str) -> str:
        """Return a practice's number as it is, and a part of the header in words."""
        placed = self.session.edition.checklist.placed.get(name)
        return placed.practice.shown_id if placed else self.dialogue.message(f"assess.part.{name}")

    def _ask(self, attempt: Attempt, name: str) -> bool | None:
        """Ask what to do with what could not be saved; leaving here gives it up."""
        try:
            return self.dialogue.ask_yes_no(f"assess.prompt.{name}", f"assess.help.{name}")
        except StepBack:
            return False
        except (InterviewLeft, EOFError, KeyboardInterrupt):
            self._recorder.give_up(attempt)
            raise

    def _show_scope_effect(self, effect: ScopeEffect) -> None:
        for code, practice_ids in (("gone", effect.removed), ("back", effect.added)):
            if practice_ids:
                self.dialogue.show(
                    f"assess.scope.{code}",
                    hang=2,
                    count=len(practice_ids),
                    practices=self.dialogue.joined(map(self.session.shown_id, practice_ids)),
                )
