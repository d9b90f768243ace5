"""A list over the whole screen: search as you type, review, palette, help, figures."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen

from cssa.interview.words import Words
from cssa.tui.keys import folded_key
from cssa.tui.layout.line import Line
from cssa.tui.lines import Lines
from cssa.tui.running_text import RunningText
from cssa.tui.typeahead import LineField, carried_out, passed_on

MakeLines = Callable[[str, int], Sequence[Line]]
"""Returns the lines for a text typed and a width in cells."""


_MOVES = (
    ("up", "screen.move(-1)", ""),
    ("down", "screen.move(1)", ""),
    ("pageup", "screen.page(-1)", ""),
    ("pagedown", "screen.page(1)", ""),
)


class _SearchField(LineField):
    """The field above a list, in which the cursor can be moved from it."""

    BINDINGS: ClassVar = [*_MOVES]


class ListScreen(ModalScreen[str | None]):
    """Shows a list; its result is the target that was chosen, None where it was left.

    Args:
        title: what is listed.
        make_lines: makes the lines.
        words: their language.
        is_searched: a field above the list narrows it.
        target: where the cursor begins.
        keys: the message with the keys that work here; the usual ones where empty.
    """

    BINDINGS: ClassVar = [("escape", "leave", ""), *_MOVES]

    def __init__(
        self,
        title: str,
        make_lines: MakeLines,
        words: Words,
        *,
        is_searched: bool = False,
        target: str | None = None,
        keys: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._make_lines = make_lines
        self._words = words
        self._is_searched = is_searched
        self._start = target
        usual = "screen.list.search_keys" if is_searched else "screen.list.keys"
        self._keys = keys or usual
        self._text = ""

    def compose(self) -> ComposeResult:
        """Make title, field and list."""
        with Vertical(id="list"):
            yield RunningText(self._title, id="list-title")
            if self._is_searched:
                yield _SearchField(id="list-search", on_enter=lambda _: self._choose())
            yield Lines(id="list-lines", focusable=not self._is_searched)
            yield RunningText(self._words.message(self._keys), id="list-keys")

    def on_mount(self) -> None:
        """Fill the list, once it is known how wide it is."""
        self.call_after_refresh(self.on_lines_resized)
        self.set_focus(self.query_one("#list-search" if self._is_searched else "#list-lines"))
        show_cursor = getattr(self.app, "show_cursor", None)
        if show_cursor is not None and self._is_searched:
            show_cursor(is_shown=True)

    def on_lines_resized(self) -> None:
        """Make the lines for another width; the cursor stays where it has been moved to."""
        self._fill(self.query_one("#list-lines", Lines).target or self._start)

    def _fill(self, target: str | None) -> None:
        self._text = self.query_one("#list-search", LineField).value if self._is_searched else ""
        lines = self.query_one("#list-lines", Lines)
        lines.show(self._make_lines(self._text, lines.pane_width), target, top=target is None)
        lines.marks_cursor = True

    async def on_key(self, event: Key) -> None:
        """Move in the list, choose, and leave."""
        if passed_on(self, event) or await carried_out(self, event):
            return
        lines = self.query_one("#list-lines", Lines)
        key = event.key if self._is_searched else folded_key(event.key, event.character)
        if key in ("home", "end") and not self._is_searched:
            lines.move_ends(-1 if key == "home" else 1)
        elif key == "enter":
            self._choose()
        elif key in ("q", "?") and not self._is_searched:
            self._leave(None)
        else:
            return
        event.stop()
        event.prevent_default()

    def action_move(self, step: int) -> None:
        """Move the cursor by a line."""
        self._keep_up()
        self.query_one("#list-lines", Lines).move(step)

    def action_page(self, step: int) -> None:
        """Move the cursor by a page."""
        self._keep_up()
        self.query_one("#list-lines", Lines).move_page(step)

    def _keep_up(self) -> None:
        """Narrow the list where the field has not yet told that it has changed."""
        if self._is_searched and self._text != self.query_one("#list-search", LineField).value:
            self._fill(None)

    def on_input_changed(self) -> None:
        """Narrow the list."""
        self._keep_up()

    def _choose(self) -> None:
        """Choose the line at the cursor, of the list for what is typed."""
        self._keep_up()
        self._leave(self.query_one("#list-lines", Lines).target)

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Choose the line that was clicked."""
        event.stop()
        self._leave(event.target)

    def action_leave(self) -> None:
        """Leave without choosing."""
        self._leave(None)

    def _leave(self, target: str | None) -> None:
        if not self.is_current:
            return  # a key that came too late
        show_cursor = getattr(self.app, "show_cursor", None)
        if show_cursor is not None:
            show_cursor(is_shown=False)
        self.dismiss(target)
