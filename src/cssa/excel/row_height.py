"""The height of rows that show their texts in full, which spreadsheets do not compute."""

import re

LINE = 14.5
"""Points of one line at the size that forms are written in, with the lead of Japanese fonts."""
TALLEST = 409.0
MAX_LINES = 27
"""Lines of the tallest row that spreadsheets allow."""
_PADDING = 5.0
_RUNS = re.compile(r"[!-.0-~]*/|[!-.0-~]+|[ \t]+|[^ -~\t]+")
"""Words, which may be broken after a slash, blanks, and stretches of characters taken as wide."""
_WIDE = 2.0
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
    """Return the height in points at which every text of a row is shown in full.

    Args:
        cells: each text with the width of its column.
        least: of a row with little or no text.
    """
    line_count = max((lines(text, width) for text, width in cells if text), default=1)
    return min(max(line_count * LINE + _PADDING, least), TALLEST)


def split(text: str, width: float, most: int = MAX_LINES) -> list[str]:
    """Cut a text into parts that a row can show, at its line breaks where it has some.

    Args:
        text: the text.
        width: of the column, in characters.
        most: lines of a part.
    """
    parts = []
    while lines(text, width) > most:
        shown = _longest_shown(text, width, most)
        cut = text.rfind("\n", shown // 2, shown) + 1 or shown
        parts.append(text[:cut])
        text = text[cut:]
    return [*parts, text]


def _longest_shown(text: str, width: float, most: int) -> int:
    """Return how many characters of a text a row can show, by bisection; at least 1."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if lines(text[:middle], width) <= most:
            low = middle
        else:
            high = middle - 1
    return low


def _wrapped(line: str, room: float) -> int:
    """Count the lines of a paragraph: words stay whole, wide characters break anywhere."""
    taken, used = 1, 0.0
    for run in _RUNS.findall(line):
        size = len(run) * _NARROW
        if not run.isascii():
            per_line = int(room // _WIDE)
            first = int((room - used) // _WIDE)
            if len(run) <= first:
                used += len(run) * _WIDE
                continue
            more, rest = divmod(len(run) - first - 1, per_line)
            taken += more + 1
            used = (rest + 1) * _WIDE
        elif used + size <= room:
            used += size
        else:
            taken += int(size // room) + (used > 0)
            used = 0.0 if run.isspace() else size % room
    return taken
