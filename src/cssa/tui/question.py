"""A question with two answers, asked before anything else goes on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from cssa.interview.words import Words
from cssa.tui.keys import folded_key
from cssa.tui.layout.line import Line
from cssa.tui.lines import Lines
from cssa.tui.typeahead import carried_out, passed_on


class QuestionScreen(ModalScreen[bool]):
    """Asks; its result is whether the first answer was chosen. Escape chooses the second.

    Args:
        text: what is asked.
        yes: the first answer.
        no: the second.
        words: their language.
    """

    BINDINGS: ClassVar = [("escape", "refuse", "")]

    def __init__(self, text: str, yes: str, no: str, words: Words) -> None:
        super().__init__()
        self._text = text
        self._answers = (yes, no)
        self._words = words

    def compose(self) -> ComposeResult:
        """Make the question and its answers."""
        with Vertical(id="question"):
            yield Static(self._text, id="question-text", markup=False)
            answers = Lines(id="question-answers")
            answers.styles.height = 2
            yield answers
            yield Static(self._words.message("screen.question.keys"), id="question-keys")

    def on_mount(self) -> None:
        """Begin at the answer that changes nothing."""
        yes, no = self._answers
        lines = self.query_one(Lines)
        lines.show([Line(f"y  {yes}", target="yes"), Line(f"n  {no}", target="no")], "no")
        self.set_focus(lines)

    async def on_key(self, event: Key) -> None:
        """Choose an answer."""
        if passed_on(self, event) or await carried_out(self, event):
            return
        lines = self.query_one(Lines)
        key = folded_key(event.key, event.character)
        if key in ("up", "down"):
            lines.move(-1 if key == "up" else 1)
        elif key in ("y", "n"):
            self.dismiss(key == "y")
        elif key in ("enter", " "):
            self.dismiss(lines.target == "yes")
        else:
            return
        event.stop()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Choose the answer that was clicked."""
        event.stop()
        self.dismiss(event.target == "yes")

    def action_refuse(self) -> None:
        """Choose the second answer."""
        self.dismiss(result=False)
