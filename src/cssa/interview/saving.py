"""Saving what was confirmed, and what to do when that does not go."""

from collections.abc import Callable
from typing import Any

from cssa.answers.answers_file import AnswersFile, ConflictError, Path_, SaveResult
from cssa.answers.submission import Answer
from cssa.errors import CssaError
from cssa.interview.dialogue import Dialogue, InterviewLeft, StepBack
from cssa.interview.session import ScopeEffect, Session


class AnswerSaver:
    """Where answers are put down: saved first, then taken into the sitting.

    Args:
        voice: what to talk with.
        session: the sitting.
        store: the file.
    """

    def __init__(self, voice: Dialogue, session: Session, store: AnswersFile) -> None:
        self.voice = voice
        self.session = session
        self.store = store

    def answer(self, practice_id: str, answer: Answer | None) -> bool:
        """Save an answer, or take it away; return whether it was saved."""
        return self._save(lambda: self.store.put_answer(practice_id, answer))

    def header(self, path: Path_, value: Any, order: tuple[str, ...] = ()) -> bool:
        """Save something about the institution; tell what it does to the scope."""
        before = self.session.submission
        if not self._save(lambda: self.store.put(path, value, order)):
            return False
        self.voice.say("assess.saved_item")
        self._tell_scope(self.session.scope_effect(before))
        return True

    def _save(self, save: Callable[[], SaveResult]) -> bool:
        while True:
            try:
                saved = save()
            except ConflictError as error:
                self.session.submission = self.store.submission
                self.voice.problems(error.problems)
                if not self._agree("conflict"):
                    self.voice.say("assess.kept_theirs")
                    return False
            except CssaError as error:
                self.voice.problems(error.problems)
                self.voice.say("assess.not_saved")
                if self._agree("retry") is False:
                    self.session.submission = self.store.submission
                    return False
            else:
                self.session.submission = self.store.submission
                if saved.taken_over:
                    names = self.voice.joined(saved.taken_over)
                    self.voice.say("assess.taken_over", hang=2, names=names)
                if saved.restored:
                    self.voice.say("assess.restored", path=self.store.path)
                return True

    def _agree(self, name: str) -> bool | None:
        """Ask what to do with what could not be saved; leaving here gives it up."""
        try:
            return self.voice.agree(f"assess.prompt.{name}", f"assess.help.{name}")
        except (InterviewLeft, StepBack):
            return False

    def _tell_scope(self, effect: ScopeEffect) -> None:
        for code, practices in (("gone", effect.gone), ("back", effect.back)):
            if practices:
                self.voice.say(
                    f"assess.scope.{code}",
                    hang=2,
                    count=len(practices),
                    practices=self.voice.joined(practices),
                )
