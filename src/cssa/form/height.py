"""How tall a row must be for its texts to be seen whole: spreadsheets do not work it out."""

import unicodedata

LINE = 14.5
"""Points of one line at the size that forms are written in, with the lead of Japanese fonts."""
TALLEST = 409.0
_PADDING = 5.0
_NARROW = 0.88
"""Cells of a letter in proportional fonts; columns are measured in digits of 11 points."""


def lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a cell.

    Args:
        text: may have line breaks of its own.
        width: of the column, in characters.
    """
    room = max(width - 1.5, 2)
    return sum(_wrapped(line, room) for line in text.split("\n"))


def row_height(cells: list[tuple[str, float]], *, least: float = 32.0) -> float:
    """Return the height in points at which every text of a row is seen.

    Args:
        cells: each text with the width of its column.
        least: of a row with little or no text.
    """
    most = max((lines(text, width) for text, width in cells if text), default=1)
    return min(max(most * LINE + _PADDING, least), TALLEST)


def _wrapped(line: str, room: float) -> int:
    """Count the lines of a paragraph: words stay whole, wide characters break anywhere."""
    taken, used = 1, 0.0
    for word in _words(line):
        size = sum(_cells(char) for char in word)
        if used + size > room and used:
            taken, used = taken + 1, 0.0
            if word == " ":
                continue
        if size > room:
            taken += int((size - 1) // room)
        used += size % room if size > room else size
    return taken


def _words(line: str) -> list[str]:
    words: list[str] = []
    for char in line:
        joins = char != " " and _cells(char) == _NARROW
        if joins and words and words[-1] != " " and _cells(words[-1][-1]) == _NARROW:
            words[-1] += char
        else:
            words.append(char)
    return words


def _cells(char: str) -> float:
    return 2.0 if unicodedata.east_asian_width(char) in "WFA" else _NARROW
