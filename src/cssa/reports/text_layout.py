"""Layout of text by terminal cells, of which a Japanese character takes two."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from cssa.messages.visible import visible, without_commands

Align = Literal["left", "right"]

_MIN_WIDTH = 8  # cells of a shortened column

# Characters that must not begin a line, and those that must not end one.
_NOT_FIRST = frozenset(
    "、。，．・：；？！）」』】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥%％"
)
_NOT_LAST = frozenset("（「『【〈《〔［｛")
_MARKS = r"\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
_JOINED = rf"(?:[{_MARKS}]|\u200d.)*"
"""Marks, variation selectors and what a joiner joins: shown as one with what precedes them."""
_CHARACTERS = re.compile(f".{_JOINED}", re.DOTALL)
_PIECES = re.compile(rf"(?:[!-~\u00a0-\u00ff]+| +|.){_JOINED}", re.DOTALL)


def cells(text: str) -> int:
    """Return how many terminal cells a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def pad(text: str, width: int, align: Align = "left") -> str:
    """Return a text filled with spaces to a width.

    Args:
        text: the text.
        width: in cells.
        align: the side that the text is on.
    """
    space = " " * max(0, width - cells(text))
    return space + text if align == "right" else text + space


def cut(text: str, width: int) -> str:
    """Return a text shortened to a width, with an ellipsis where it was cut.

    Args:
        text: the text.
        width: in cells.
    """
    if cells(text) <= width:
        return text
    shown, used = "", 0
    for char in _CHARACTERS.findall(text):
        used += cells(char)
        if used > width - 1:
            break
        shown += char
    return f"{shown}…"


def wrap(text: str, width: int, *, indent: str = "", hang: str | None = None) -> str:
    """Return a text broken into lines, Japanese text between any two characters that allow it.

    Args:
        text: one paragraph; its own line breaks are kept.
        width: cells of a line, the indent included.
        indent: what the first line begins with.
        hang: what the following lines begin with; the indent where not given.
    """
    following = indent if hang is None else hang
    text = visible(text)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        first = indent if not lines else following
        lines.extend(_lines(paragraph, width, first, following))
    return without_commands("\n".join(lines))


def _lines(paragraph: str, width: int, first: str, following: str) -> Iterator[str]:
    line, used, empty = first, cells(first), True
    for unit in _units(paragraph):
        if not empty and used + cells(unit.rstrip()) > width:
            yield line.rstrip()
            line, used, empty = following, cells(following), True
        if empty:
            unit = unit.lstrip(" ")  # noqa: PLW2901 - a line does not begin with the space it broke at
        line += unit
        used += cells(unit)
        empty = empty and not unit
    yield line.rstrip()


def _units(text: str) -> Iterator[str]:
    """Yield the units that a line is not broken in: Latin words, characters with their marks."""
    unit = ""
    for piece in _PIECES.findall(text):
        if unit and piece[0] not in _NOT_FIRST and unit[-1] not in _NOT_LAST:
            yield unit
            unit = ""
        unit += piece
    if unit:
        yield unit


def table(
    rows: Sequence[Sequence[str]], aligns: Sequence[Align], *, width: int, shrink: int = 0
) -> str:
    """Return rows as a table, the first row as headings with a rule below them.

    Args:
        rows: equally long rows of single-line texts.
        aligns: of each column.
        width: cells the table may take.
        shrink: the column that is shortened where the table is too wide.
    """
    rows = [[visible(cell) for cell in row] for row in rows]
    widths = [max(cells(row[column]) for row in rows) for column in range(len(aligns))]
    excess = sum(widths) + 2 * (len(widths) - 1) - width
    if excess > 0:
        widths[shrink] = max(_MIN_WIDTH, widths[shrink] - excess)
    lines = [
        "  ".join(
            pad(cut(text, size), size, align)
            for text, size, align in zip(row, widths, aligns, strict=True)
        ).rstrip()
        for row in rows
    ]
    rule = "  ".join("-" * size for size in widths)
    return without_commands("\n".join([lines[0], rule, *lines[1:]]))
