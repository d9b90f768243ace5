"""Pages printed through rich: with colour, marks and bars on a terminal that has them, or plain."""

import io
import sys
from typing import TYPE_CHECKING

from cssa.cli.help_layout import MAX_WIDTH, terminal_width
from cssa.cli.looks import Looks, look, no_look
from cssa.cli.output import Output, emit
from cssa.cli.tables import draw_table
from cssa.messages.visible import visible, without_commands
from cssa.reports.page import Page, Paragraph, Table
from cssa.reports.text_layout import wrap
from cssa.signature import Comment

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_BULLET = "- "


def show(page: Page, output: Output | None = None) -> None:
    """Print a page, or write it to a file as plain text.

    Args:
        page: what to show.
        output: where to; standard output where None.

    Raises:
        UsageError: when the file is an input.
        OutputError: when the file is the user's or cannot be written.
    """
    from rich.console import Console

    if output is not None and not output.is_stdout:
        emit(plain(page, MAX_WIDTH, cut=True), output, Comment.HASH)
        return
    terminal = Console(width=terminal_width(), highlight=False, emoji=False, markup=False)
    if _shows_looks(terminal):
        draw(page, terminal)
    else:
        emit(plain(page, terminal_width(), cut=not sys.stdout.isatty()))


def _shows_looks(console: "Console") -> bool:
    """Return whether colours are wanted, and marks and bars can be written."""
    return bool(console.color_system) and not (console.no_color or console.options.ascii_only)


def plain(page: Page, width: int, *, cut: bool = False) -> str:
    """Return a page as plain text.

    Args:
        page: what to show.
        width: cells of a line.
        cut: whether titles in tables are cut, so that a row is one line, as programs read it.
    """
    from rich.console import Console

    text = io.StringIO()
    # Without a height rich would ask the terminal, for the width too.
    console = Console(file=text, width=width, height=1, color_system=None, legacy_windows=False)
    draw(page, console, cut=cut)
    lines = text.getvalue().split("\n")
    return without_commands("\n".join(line.rstrip() for line in lines))


def draw(page: Page, console: "Console", *, cut: bool = False) -> None:
    """Print a page on a console of rich, plain where that shows no colours.

    Args:
        page: what to show.
        console: what to print on, as wide as it is.
        cut: whether titles in tables are cut, so that a row is one line.
    """
    looks = look if _shows_looks(console) else no_look
    for number, block in enumerate(filter(None, page)):
        if number:
            console.print()
        for part in block:
            drawn = (
                draw_table(part, console.width, looks, cut=cut)
                if isinstance(part, Table)
                else _paragraph(part, console.width, looks)
            )
            console.print(drawn, crop=False, no_wrap=True, overflow="ignore")


def _paragraph(paragraph: Paragraph, width: int, looks: Looks) -> "Text":
    """Return a paragraph; the items of a list use the whole width, running text is narrower."""
    from rich.text import Text

    look, indent = looks(paragraph.style), paragraph.indent
    is_item = indent.endswith(_BULLET)
    if look.mark:
        indent = f"{indent.removesuffix(_BULLET)}{look.mark} "
    if paragraph.is_whole:
        lines = without_commands(visible(f"{indent}{paragraph.text}"))
    else:
        width = width if paragraph.indent else min(width, MAX_WIDTH)
        lines = wrap(paragraph.text, width, indent=indent, hang=paragraph.hang)
    text = Text(lines)
    text.stylize(look.colour, 0, len(indent) if is_item else None)
    return text
