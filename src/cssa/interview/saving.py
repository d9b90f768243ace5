"""Saving answers, undoing what was saved, and asking what to do where saving fails."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cssa.answers.answers_file import AnswersFile, ConflictError, SaveResult
from cssa.answers.submission import NO_ANSWER, Answer
from cssa.datafile.edit import MappingPath
from cssa.errors import CssaError
from cssa.interview.answer_text import AnswerText
from cssa.interview.dialogue import Dialogue, InterviewLeft, StepBack
from cssa.interview.session import ScopeEffect, Session


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


class AnswerSaver:
    """Writes answers to the file first, then takes them into the session.

    Args:
        dialogue: asks and shows messages.
        session: the state of the interview.
        answers_file: the file.
        answer_text: words for answers.

    Attributes:
        not_saved: names of what the user entered and gave up saving, in the order of entry.
    """

    def __init__(
        self,
        dialogue: Dialogue,
        session: Session,
        answers_file: AnswersFile,
        answer_text: AnswerText,
    ) -> None:
        self.dialogue = dialogue
        self.session = session
        self.answers_file = answers_file
        self.answer_text = answer_text
        self.not_saved: list[str] = []
        self._saved: list[tuple[SavedItem, Any]] = []

    def save_answer(self, practice_id: str, answer: Answer | None) -> bool:
        """Save an answer, or remove it where it is None; return whether that was done."""
        practice = self.session.edition.checklist.placed[practice_id].practice

        def describe() -> str:
            current = self.session.answer(practice_id) or NO_ANSWER
            return self.answer_text.summary(practice, current)

        item = SavedItem(
            name=practice_id,
            read=lambda: self.session.answer(practice_id),
            write=lambda value: self.answers_file.save_answer(practice_id, value),
            describe=describe,
            practice_id=practice_id,
        )
        return self._save(item, answer)

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
        item = SavedItem(
            name=name,
            read=lambda: self.answers_file.editable.get(path),
            write=lambda value: self.answers_file.save_value(path, value, order),
            describe=describe,
        )
        before = self.session.submission
        if not self._save(item, value):
            return False
        self.dialogue.show("assess.saved_item")
        self._show_scope_effect(self.session.scope_effect(before))
        return True

    def undo(self) -> SavedItem | None:
        """Put back what was saved last in this session; return it, None where nothing was."""
        if not self._saved:
            self.dialogue.show("assess.nothing_to_undo")
            return None
        item, value = self._saved.pop()
        before = self.session.submission
        if not self._save(item, value, is_undo=True):
            return None
        self.dialogue.show("assess.undone", hang=2, name=item.name, value=item.describe())
        self._show_scope_effect(self.session.scope_effect(before))
        return item

    def _save(self, item: SavedItem, value: Any, *, is_undo: bool = False) -> bool:
        while True:
            before = item.read()
            try:
                result = item.write(value)
            except ConflictError:
                self._take_from_file()
                self.dialogue.show("assess.conflict", hang=2, name=item.name)
                self.dialogue.show("assess.in_file", hang=2, value=item.describe())
                if not self._ask(item, "conflict"):
                    self.dialogue.show("assess.kept_theirs")
                    return self._gave_up(item)
            except CssaError as error:
                self.dialogue.show_problems(error.problems)
                self.dialogue.show("assess.not_saved")
                if self._ask(item, "retry") is False:
                    self.dialogue.show("assess.given_up", name=item.name)
                    self._take_from_file()
                    return self._gave_up(item)
            else:
                self._take_from_file()
                self._show_result(result)
                if before != value and not is_undo:
                    self._saved.append((item, before))
                if item.name in self.not_saved:
                    self.not_saved.remove(item.name)
                return True

    def _gave_up(self, item: SavedItem) -> bool:
        if item.name not in self.not_saved:
            self.not_saved.append(item.name)
        return False

    def _take_from_file(self) -> None:
        self.session.submission = self.answers_file.submission

    def _show_result(self, result: SaveResult) -> None:
        if result.changed_by_others:
            names = self.dialogue.joined(map(self._part_name, result.changed_by_others))
            self.dialogue.show("assess.taken_over", hang=2, names=names)
        if result.was_missing:
            self.dialogue.show("assess.restored", path=self.answers_file.path)

    def _part_name(self, name: str) -> str:
        """Return a practice's number as it is, and a part of the header in words."""
        is_practice = name in self.session.edition.checklist.placed
        return name if is_practice else self.dialogue.message(f"assess.part.{name}")

    def _ask(self, item: SavedItem, name: str) -> bool | None:
        """Ask what to do with what could not be saved; leaving here gives it up."""
        try:
            return self.dialogue.ask_yes_no(f"assess.prompt.{name}", f"assess.help.{name}")
        except StepBack:
            return False
        except (InterviewLeft, EOFError, KeyboardInterrupt):
            self._gave_up(item)
            raise

    def _show_scope_effect(self, effect: ScopeEffect) -> None:
        for code, practice_ids in (("gone", effect.removed), ("back", effect.added)):
            if practice_ids:
                self.dialogue.show(
                    f"assess.scope.{code}",
                    hang=2,
                    count=len(practice_ids),
                    practices=self.dialogue.joined(practice_ids),
                )
