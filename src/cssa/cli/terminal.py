"""The terminal of the interview: reads lines, shows wrapped paragraphs, never moves the cursor."""

import contextlib
import os
import select
import shutil
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from cssa.messages.visible import one_line
from cssa.reports.text_layout import wrap

_PASTE_GAP = 0.03  # seconds within which the next pasted line arrives
_WIDTHS = (40, 100)
_MIN_HEIGHT = 10  # a terminal that says less is asked for its height in vain


class Terminal:
    """Standard input and output, where both are a terminal.

    Args:
        is_plain: titles are like other lines and pages have no pauses, for screen readers.
    """

    def __init__(self, *, is_plain: bool = False) -> None:
        self._is_simple = is_plain or os.environ.get("TERM", "dumb") in ("", "dumb")
        self._page: list[str] | None = None
        self._typed: str | None = None
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

    def show_title(self, text: str) -> None:
        """Show a paragraph, in bold where the terminal has it."""
        self._write_lines(wrap(text, self.width - 1), is_bold=not self._is_simple)

    @contextlib.contextmanager
    def page(self, more: str) -> Iterator[None]:
        """Show what is shown within as a page, with a pause wherever the screen is full.

        Args:
            more: what is asked at the pause; a line typed there is the next one read.
        """
        if self._is_simple:
            yield
            return
        self._page = []
        try:
            yield
        finally:
            lines, self._page = self._page, None
            self._show_page(lines, more)

    def _show_page(self, lines: list[str], more: str) -> None:
        height = max(_MIN_HEIGHT, shutil.get_terminal_size().lines)
        while len(lines) > height - 1:
            self._put(lines[: height - 1])
            lines = lines[height - 1 :]
            self._typed = self.read_line(more).strip() or None
            if self._typed is not None:
                return
        self._put(lines)

    def _write_lines(self, text: str, *, is_bold: bool = False) -> None:
        lines = [*map(one_line, text.rstrip("\n").split("\n"))]
        if is_bold:
            lines = [f"\x1b[1m{line}\x1b[0m" for line in lines]
        if self._page is None:
            self._put(lines)
        else:
            self._page += lines

    @staticmethod
    def _put(lines: list[str]) -> None:
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()

    def read_line(self, prompt: str) -> str:
        """Read a line; a closed terminal is the end of the input.

        Raises:
            EOFError: at the end of the input.
        """
        if self._typed is not None:
            typed, self._typed = self._typed, None
            self._put([f"{prompt}{typed}"])
            return typed
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
