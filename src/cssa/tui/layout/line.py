"""A line of a pane: its text, how it looks, and what choosing it means."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from cssa.reports.text_layout import cells, wrap

LineStyle = Literal["plain", "title", "heading", "muted", "chosen", "warning", "answer", "current"]
"""How a line looks; colour never says what its text does not."""


class Line(NamedTuple):
    """A line as it is drawn.

    Attributes:
        text: no wider than the pane.
        target: what choosing the line means, such as ``level:3``; None where nothing.
    """

    text: str = ""
    style: LineStyle = "plain"
    target: str | None = None


BLANK = Line()

_WIDEST = 80
"""Cells of running text: longer lines are hard to read."""


def paragraph(
    text: str,
    width: int,
    style: LineStyle = "plain",
    *,
    indent: str = "",
    hang: str | None = None,
    target: str | None = None,
) -> Iterator[Line]:
    """Yield a text broken into lines.

    Args:
        text: one paragraph; its own line breaks are kept.
        width: cells of the pane.
        style: how its lines look.
        indent: what the first line begins with.
        hang: what the following lines begin with; the indent where None.
        target: what choosing any of its lines means.
    """
    for line in _wrapped(text, min(width, _WIDEST), indent, hang):
        yield Line(line, style, target)


@lru_cache(maxsize=2048)
def _wrapped(text: str, width: int, indent: str, hang: str | None) -> tuple[str, ...]:
    lines = wrap(text, width, indent=indent, hang=hang).split("\n")
    return tuple(part for line in lines for part in _cut(line, width))


def _cut(line: str, width: int) -> Iterator[str]:
    """Yield a line in parts, where a word alone is wider than the pane."""
    while cells(line) > width and len(line) > 1:
        part = fitted(line, width) or line[0]  # a character may be wider than the pane
        yield part
        line = line[len(part) :]
    yield line


def fitted(text: str, width: int) -> str:
    """Return as much of a text as has room."""
    if cells(text) <= width:
        return text
    used = 0
    for index, char in enumerate(text):
        used += cells(char)
        if used > width:
            return text[:index]
    return text


def padded(text: str, width: int) -> str:
    """Return a text cut or filled up to a width."""
    text = fitted(text, width)
    return text + " " * (width - cells(text))


@lru_cache(maxsize=2048)  # a tree is the same from one key to the next but for a few lines
def with_right(left: str, right: str, width: int) -> str:
    """Return two texts in a line, the right one at its end and whole."""
    room = width - cells(right) - (1 if right else 0)
    return padded(left, room) + (f" {right}" if right else "") if room > 0 else fitted(right, width)
