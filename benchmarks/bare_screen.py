"""The yardstick of the full screen: a Textual application with one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows a word."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Make the word."""
        yield Static("Opening")


Bare().run()
