"""The terminal of the interview: reads lines, shows wrapped paragraphs, never moves the cursor."""

import select
import shutil
import sys
from types import ModuleType
from typing import Any

from cssa.messages.visible import one_line
from cssa.reports.text_layout import wrap

_PASTE_GAP = 0.03  # seconds within which the next pasted line arrives
_WIDTHS = (40, 100)


class Terminal:
    """Standard input and output, where both are a terminal."""

    def __init__(self) -> None:
        _prepare_editing()
        reconfigure: Any = getattr(sys.stdin, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")

    @staticmethod
    def is_there() -> bool:
        """Return whether both are a terminal, so that somebody can be asked."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()

    @property
    def width(self) -> int:
        """Cells of a line."""
        low, high = _WIDTHS
        return max(low, min(shutil.get_terminal_size().columns, high))

    def show(self, text: str = "", *, indent: int = 0, hang: int = 0) -> None:
        """Show a paragraph, wrapped.

        Args:
            text: one paragraph; an empty line where empty.
            indent: cells before every line.
            hang: further cells before every line but the first.
        """
        # One cell is left free: a full last column makes some terminals add an empty line.
        self._write_lines(
            wrap(text, self.width - 1, indent=" " * indent, hang=" " * (indent + hang))
        )

    @staticmethod
    def _write_lines(text: str) -> None:
        sys.stdout.write("\n".join(map(one_line, text.rstrip("\n").split("\n"))) + "\n")
        sys.stdout.flush()

    def read_line(self, prompt: str) -> str:
        """Read a line; a closed terminal is the end of the input.

        Raises:
            EOFError: at the end of the input.
        """
        try:
            return input(prompt)
        except EOFError:
            self._write_lines("")
            raise
        except OSError:
            raise EOFError from None

    def has_more_input(self) -> bool:
        """Return whether another line has arrived already."""
        try:
            ready, _, _ = select.select([sys.stdin], [], [], _PASTE_GAP)
        except (OSError, ValueError):  # Windows cannot wait on a console
            return False
        return bool(ready)


def _prepare_editing() -> None:
    """Turn on line editing where the system has it, without anything that changes the display.

    Without it a terminal cuts lines off at 4,096 bytes and erases half a Japanese character.
    """
    readline = _readline()
    if readline is None:
        return
    if "libedit" in (readline.__doc__ or ""):
        readline.parse_and_bind("bind ^I ed-insert")
        return
    readline.parse_and_bind("set enable-bracketed-paste off")
    readline.parse_and_bind("set bell-style none")
    readline.parse_and_bind("tab: self-insert")


def _readline() -> ModuleType | None:
    try:
        import readline
    except ImportError:
        return None
    return readline
