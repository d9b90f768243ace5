"""The field for a text of several lines; apart from the rest, for it takes time to load."""

from textual.events import Key
from textual.widgets import TextArea

from cssa.tui.typeahead import carried_out, passed_on


class TextField(TextArea):
    """A field of several lines, in which nothing blinks.

    Args:
        text: what stands in it.
        id: of the widget.
    """

    def __init__(self, text: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(text, id=id, soft_wrap=True, compact=True, tab_behavior="focus")
        self.cursor_blink = False

    def on_mount(self) -> None:
        """Begin where the text ends."""
        self.move_cursor(self.document.end)

    async def _on_key(self, event: Key) -> None:
        if passed_on(self, event) or await carried_out(self, event):
            return
        await super()._on_key(event)
