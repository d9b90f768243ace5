"""Saving answers, and asking what to do where saving fails."""

from collections.abc import Callable
from typing import Any

from cssa.answers.answers_file import AnswersFile, ConflictError, SaveResult
from cssa.answers.submission import Answer
from cssa.datafile.edit import MappingPath
from cssa.errors import CssaError
from cssa.interview.dialogue import Dialogue, InterviewLeft, StepBack
from cssa.interview.session import ScopeEffect, Session


class AnswerSaver:
    """Writes answers to the file first, then takes them into the session.

    Args:
        dialogue: asks and shows messages.
        session: the state of the interview.
        answers_file: the file.
    """

    def __init__(self, dialogue: Dialogue, session: Session, answers_file: AnswersFile) -> None:
        self.dialogue = dialogue
        self.session = session
        self.answers_file = answers_file

    def save_answer(self, practice_id: str, answer: Answer | None) -> bool:
        """Save an answer, or remove it where it is None; return whether that was done."""
        return self._save(lambda: self.answers_file.save_answer(practice_id, answer))

    def save_header(self, path: MappingPath, value: Any, order: tuple[str, ...] = ()) -> bool:
        """Save a value of the header, and show what it does to the scope.

        Args:
            path: keys from the top of the file to the value.
            value: as written to the file; ``ABSENT`` removes it.
            order: names beside it, in the order they should have.

        Returns:
            Whether it was saved.
        """
        before = self.session.submission
        if not self._save(lambda: self.answers_file.save_value(path, value, order)):
            return False
        self.dialogue.show("assess.saved_item")
        self._show_scope_effect(self.session.scope_effect(before))
        return True

    def _save(self, save: Callable[[], SaveResult]) -> bool:
        while True:
            try:
                result = save()
            except ConflictError as error:
                self._take_from_file()
                self.dialogue.show_problems(error.problems)
                if not self._ask_yes_no("conflict"):
                    self.dialogue.show("assess.kept_theirs")
                    return False
            except CssaError as error:
                self.dialogue.show_problems(error.problems)
                self.dialogue.show("assess.not_saved")
                if self._ask_yes_no("retry") is False:
                    self._take_from_file()
                    return False
            else:
                self._take_from_file()
                self._show_result(result)
                return True

    def _take_from_file(self) -> None:
        self.session.submission = self.answers_file.submission

    def _show_result(self, result: SaveResult) -> None:
        if result.changed_by_others:
            names = self.dialogue.joined(result.changed_by_others)
            self.dialogue.show("assess.taken_over", hang=2, names=names)
        if result.was_missing:
            self.dialogue.show("assess.restored", path=self.answers_file.path)

    def _ask_yes_no(self, name: str) -> bool | None:
        """Ask what to do with what could not be saved; leaving here discards it."""
        try:
            return self.dialogue.ask_yes_no(f"assess.prompt.{name}", f"assess.help.{name}")
        except (InterviewLeft, StepBack):
            return False

    def _show_scope_effect(self, effect: ScopeEffect) -> None:
        for code, practice_ids in (("gone", effect.removed), ("back", effect.added)):
            if practice_ids:
                self.dialogue.show(
                    f"assess.scope.{code}",
                    hang=2,
                    count=len(practice_ids),
                    practices=self.dialogue.joined(practice_ids),
                )
