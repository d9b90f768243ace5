"""Lines of text by terminal cells, of which a Japanese character takes two."""

import re
from collections.abc import Iterator

from cssa.messages.visible import visible, without_commands

# Characters that must not begin a line, and those that must not end one.
_NOT_FIRST = frozenset(
    "、。，．・：；？！）」』】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥%％"
)
_NOT_LAST = frozenset("（「『【〈《〔［｛")
_MARKS = r"\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
_JOINED = rf"(?:[{_MARKS}]|\u200d.)*"
"""Marks, variation selectors and what a joiner joins: shown as one with what precedes them."""
_PIECES = re.compile(rf"(?:[!-~\u00a0-\u00ff]+| +|.){_JOINED}", re.DOTALL)


def cells(text: str) -> int:
    """Return how many terminal cells a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


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
        needed = cells(unit)
        if not empty and used + needed > width and used + cells(unit.rstrip()) > width:
            yield line.rstrip()
            line, used, empty = following, cells(following), True
        if empty:
            unit = unit.lstrip(" ")  # noqa: PLW2901 - a line does not begin with the space it broke at
            needed = cells(unit)
        line += unit
        used += needed
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
