"""What follows saving on the screen: what was saved is said, conflicts are asked about."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from cssa.errors import CssaError
from cssa.interview.recording import Conflict, Failed, Outcome, Saved
from cssa.messages.problems import describe_all
from cssa.tui.question import QuestionScreen

if TYPE_CHECKING:
    from cssa.tui.main import MainScreen


class Saving:
    """Says what was saved, asks what to do where it was not, and looks for others' changes.

    Args:
        screen: the main screen.
    """

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._seen = self._stamp()

    def settle(self, outcome: Outcome | None, then: Callable[[Saved], None] | None = None) -> None:
        """Show what was saved, or ask what to do where it was not.

        Args:
            outcome: of saving.
            then: called once it is saved.
        """
        if isinstance(outcome, Saved):
            self._seen = self._stamp()
            self._screen.show_all()
            self._say_saved(outcome)
            if then is not None:
                then(outcome)
        elif isinstance(outcome, (Conflict, Failed)):
            self._ask(outcome, then)

    def _say_saved(self, saved: Saved) -> None:
        message, item = self._screen.words.message, saved.attempt.item
        code = {"save": "assess.saved", "undo": "assess.undone", "redo": "assess.redone"}
        name = {"save": "id"}.get(saved.attempt.way, "name")
        value = {"save": "answer"}.get(saved.attempt.way, "value")
        parts = [message(code[saved.attempt.way], **{name: item.name, value: item.describe()})]
        for kind, ids in (("gone", saved.effect.removed), ("back", saved.effect.added)):
            if ids:
                practices = self._screen.words.joined(map(self._screen.model.session.shown_id, ids))
                parts.append(message(f"assess.scope.{kind}", count=len(ids), practices=practices))
        if saved.changed_by_others:
            parts.append(message("assess.taken_over", names=self._names(saved.changed_by_others)))
        if saved.was_missing:
            path = self._screen.model.recorder.answers_file.path
            parts.append(message("assess.restored", path=path))
        self._screen.say("  ".join(reversed(parts)))

    def _names(self, changed: tuple[str, ...]) -> str:
        placed = self._screen.model.session.edition.checklist.placed
        return self._screen.words.joined(
            placed[name].practice.shown_id
            if name in placed
            else self._screen.words.message(f"assess.part.{name}")
            for name in changed
        )

    def _ask(self, outcome: Conflict | Failed, then: Callable[[Saved], None] | None) -> None:
        message, item = self._screen.words.message, outcome.attempt.item
        if isinstance(outcome, Conflict):
            text = "\n".join(
                (
                    message("assess.conflict", name=item.name),
                    message("assess.in_file", value=item.describe()),
                )
            )
            yes, no = message("screen.replace"), message("screen.keep_theirs")
        else:
            lines = describe_all(outcome.problems, self._screen.words.lang)
            text = "\n".join((*lines, message("assess.not_saved")))
            yes, no = message("screen.retry"), message("screen.give_up")

        def decide(is_wanted: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            recorder = self._screen.model.recorder
            if is_wanted:
                self.settle(recorder.record(outcome.attempt, replacing=True), then)
                return
            recorder.give_up(outcome.attempt)
            self._screen.show_all()
            self._screen.say_code("assess.given_up", name=item.name)

        self._screen.show_all()
        self._screen.app.push_screen(QuestionScreen(text, yes, no, self._screen.words), decide)

    def _stamp(self) -> tuple[int, int] | None:
        try:
            status = os.stat(self._screen.model.recorder.answers_file.path)  # noqa: PTH116
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def look_at_file(self) -> None:
        """Take over what others have written, while nothing is being entered."""
        stamp = self._stamp()
        if stamp is None or stamp == self._seen or self._screen.app.screen is not self._screen:
            return
        self._seen = stamp
        try:
            changed = self._screen.model.recorder.refresh()
        except CssaError as error:
            self._screen.say("\n".join(describe_all(error.problems, self._screen.words.lang)))
            return
        if changed:
            self._screen.show_all()
            self._screen.say_code("assess.taken_over", names=self._names(changed))
