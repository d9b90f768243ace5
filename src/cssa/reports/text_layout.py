"""Text laid out by terminal cells, in which a Japanese character takes two."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal
from unicodedata import combining, east_asian_width

from cssa.messages.visible import visible

Align = Literal["left", "right"]

# Characters that must not begin a line, and those that must not end one.
_NOT_FIRST = frozenset(
    "、。，．・：；？！）」』】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥%％"
)
_NOT_LAST = frozenset("（「『【〈《〔［｛")
_UNITS = re.compile(r"[!-~\u00a0-\u00ff]+| +|.", re.DOTALL)


def cells(text: str) -> int:
    """Return how many terminal cells a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


@cache
def _cells_of(char: str) -> int:
    return 0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1


def pad(text: str, width: int, align: Align = "left") -> str:
    """Fill a text with spaces up to a width."""
    space = " " * max(0, width - cells(text))
    return space + text if align == "right" else text + space


def cut(text: str, width: int) -> str:
    """Shorten a text to a width, with a mark where it was cut."""
    if cells(text) <= width:
        return text
    kept, used = "", 0
    for char in text:
        used += cells(char)
        if used > width - 1:
            break
        kept += char
    return f"{kept}…"


def wrap(text: str, width: int, *, indent: str = "", hang: str | None = None) -> str:
    """Break a text into lines, between any two Japanese characters that may be parted.

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
    return "\n".join(lines)


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
    """Yield pieces that stay whole: Latin words, and characters with what must not leave them."""
    held = ""
    for unit in _UNITS.findall(text):
        if held and unit[0] not in _NOT_FIRST and held[-1] not in _NOT_LAST:
            yield held
            held = ""
        held += unit
    if held:
        yield held


def table(
    rows: Sequence[Sequence[str]], aligns: Sequence[Align], *, width: int, grow: int = 0
) -> str:
    """Return rows in columns, the first row a heading with a rule below it.

    Args:
        rows: equally long rows of single-line texts.
        aligns: of each column.
        width: cells the table may take.
        grow: the column that is shortened where the table is too wide.
    """
    rows = [[visible(cell) for cell in row] for row in rows]
    widths = [max(cells(row[column]) for row in rows) for column in range(len(aligns))]
    over = sum(widths) + 2 * (len(widths) - 1) - width
    if over > 0:
        widths[grow] = max(8, widths[grow] - over)
    lines = [
        "  ".join(
            pad(cut(text, cell), cell, align)
            for text, cell, align in zip(row, widths, aligns, strict=True)
        ).rstrip()
        for row in rows
    ]
    rule = "  ".join("-" * cell for cell in widths)
    return "\n".join([lines[0], rule, *lines[1:]])
