"""Keys that were typed faster than screens open: they go where the focus has moved meanwhile."""

from collections.abc import Callable

from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input

from cssa.tui.lines import Lines


def passed_on(widget: Widget, event: Key) -> bool:
    """Give a key to where it was meant, and return whether it was meant elsewhere.

    A key waits for the widget that had the focus when it was read. By the time it is handled, a
    key before it may have opened a screen or moved on to the next field; carried out here, text
    would be taken for commands.

    Args:
        widget: has been given the key.
        event: the key.
    """
    screen = widget.app.screen
    target = screen.focused or screen
    if widget is screen:
        # Of these, fields let none go on to the screen; it has been given them before the focus.
        is_typed = event.is_printable or event.key == "enter"
        if not is_typed or target is screen or isinstance(target, Lines):
            return False
    elif target is widget or (widget.screen is screen and not isinstance(widget, Input)):
        return False
    event.stop()
    event.prevent_default()
    target.post_message(Key(event.key, event.character))
    return True


class LineField(Input):
    """A field of one line, in which nothing blinks.

    Args:
        text: what stands in it.
        id: of the widget.
        on_enter: called with Enter, before the next key is read.
    """

    def __init__(
        self,
        text: str = "",
        *,
        id: str,  # noqa: A002 - Textual's name
        on_enter: Callable[["LineField"], None],
    ) -> None:
        super().__init__(text, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._accept = on_enter

    async def _on_key(self, event: Key) -> None:
        if passed_on(self, event):
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._accept(self)
            return
        await super()._on_key(event)
