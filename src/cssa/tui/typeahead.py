"""Keys that are typed faster than they are read: each acts where it was meant, and in its turn."""

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
    target: Widget
    if widget.screen is not screen:
        target = screen  # which has been given the keys before this one
    elif widget is not screen:
        target = screen.focused or screen
    else:
        target = screen.focused or screen
        is_bound = event.key in screen.active_bindings
        # Of these, fields let none go on to the screen; it has been given them before the focus.
        is_typed = event.is_printable or event.key == "enter" or is_bound
        if not is_typed or isinstance(target, Lines):
            return False
    if target is widget:
        return False
    event.stop()
    event.prevent_default()
    target.post_message(Key(event.key, event.character))
    return True


async def carried_out(widget: Widget, event: Key) -> bool:
    """Carry out at once what a key is bound to, and return whether it is bound to something.

    Left to itself, it would go up to the application first, and be overtaken by the keys after it.

    Args:
        widget: has been given the key.
        event: the key.
    """
    active = None if event.is_printable else widget.screen.active_bindings.get(event.key)
    if active is None:
        return False
    event.stop()
    event.prevent_default()
    await widget.app.run_action(active.binding.action, active.node)
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
        if await carried_out(self, event):
            return
        await super()._on_key(event)
