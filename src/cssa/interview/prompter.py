"""What the interview needs of a terminal."""

from typing import Protocol


class Prompter(Protocol):
    """Shows paragraphs and reads lines; an injected object, so that no code here knows a screen."""

    def say(self, text: str = "", *, indent: int = 0, hang: int = 0) -> None:
        """Show a paragraph.

        Args:
            text: the words; an empty text is an empty line.
            indent: cells before the first line.
            hang: cells more before the following lines.
        """

    def show(self, text: str) -> None:
        """Show lines that are laid out already."""

    def ask(self, prompt: str) -> str:
        """Read a line, without its line break.

        Raises:
            EOFError: when the input has ended.
            KeyboardInterrupt: when the user interrupts.
        """

    def more(self) -> bool:
        """Tell whether further lines have arrived already, as when something was pasted."""
