"""A list over the whole screen: search as you type, review, palette, help, figures."""

from collections.abc import Callable, Sequence
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
from cssa.tui.typeahead import LineField, passed_on

MakeLines = Callable[[str, int], Sequence[Line]]
"""Returns the lines for a text typed and a width in cells."""


class ListScreen(ModalScreen[str | None]):
    """Shows a list; its result is the target that was chosen, None where it was left.

    Args:
        title: what is listed.
        make_lines: makes the lines.
        words: their language.
        is_searched: a field above the list narrows it.
        target: where the cursor begins.
    """

    BINDINGS: ClassVar = [("escape", "leave", "")]

    def __init__(
        self,
        title: str,
        make_lines: MakeLines,
        words: Words,
        *,
        is_searched: bool = False,
        target: str | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._make_lines = make_lines
        self._words = words
        self._is_searched = is_searched
        self._start = target
        self._text = ""

    def compose(self) -> ComposeResult:
        """Make title, field and list."""
        with Vertical(id="list"):
            yield Static(self._title, id="list-title", markup=False)
            if self._is_searched:
                yield LineField(id="list-search", on_enter=lambda _: self._choose())
            yield Lines(id="list-lines", focusable=not self._is_searched)
            code = "screen.list.search_keys" if self._is_searched else "screen.list.keys"
            yield Static(self._words.message(code), id="list-keys", markup=False)

    def on_mount(self) -> None:
        """Fill the list, once it is known how wide it is."""
        self.call_after_refresh(self._fill, self._start)
        self.set_focus(self.query_one("#list-search" if self._is_searched else "#list-lines"))
        show_cursor = getattr(self.app, "show_cursor", None)
        if show_cursor is not None and self._is_searched:
            show_cursor(is_shown=True)

    def on_lines_resized(self) -> None:
        """Make the lines for another width."""
        self._fill(self._start)

    def on_input_changed(self) -> None:
        """Narrow the list."""
        self._fill(None)

    def _fill(self, target: str | None) -> None:
        self._text = self.query_one("#list-search", LineField).value if self._is_searched else ""
        lines = self.query_one("#list-lines", Lines)
        lines.show(self._make_lines(self._text, lines.pane_width), target, top=target is None)
        lines.marks_cursor = True

    def on_key(self, event: Key) -> None:
        """Move in the list, choose, and leave."""
        if passed_on(self, event):
            return
        lines = self.query_one("#list-lines", Lines)
        key = event.key if self._is_searched else folded_key(event.key, event.character)
        if key in ("up", "down"):
            lines.move(-1 if key == "up" else 1)
        elif key in ("pageup", "pagedown"):
            lines.scroll_page(-1 if key == "pageup" else 1)
        elif key in ("home", "end") and not self._is_searched:
            lines.scroll_ends(-1 if key == "home" else 1)
        elif key == "enter":
            self._choose()
        elif key in ("q", "?") and not self._is_searched:
            self._leave(None)
        else:
            return
        event.stop()
        event.prevent_default()

    def _choose(self) -> None:
        """Choose the line at the cursor, of the list for what is typed."""
        if self._is_searched and self._text != self.query_one("#list-search", LineField).value:
            self._fill(None)  # the field has not yet told that it has changed
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
