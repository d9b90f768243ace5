"""Reading the numbers of points in the ways that people list them."""

import re
import unicodedata

from cssa.excel.cell_values import as_code

_SEPARATORS = re.compile(r"[,、・;/\s]+")
_RANGE = re.compile(r"([0-9]{1,3})\s*(?:[-~〜‐‑–—−]|から)\s*([0-9]{1,3})")
_NUMBER = re.compile(r"\(?([0-9]{1,3})[.)]*")


def read_point_numbers(text: str, count: int) -> list[int] | None:
    """Return the numbers in a text such as ``1, 3``, ``1-3`` or ``①③``.

    Args:
        text: as it was typed.
        count: of the points.

    Returns:
        Each number once, None where one cannot be read or is not of a point.
    """
    spread = _RANGE.sub(lambda match: _spread(match, count), as_code(_set_apart(text)))
    matches = [_NUMBER.fullmatch(part) for part in _SEPARATORS.split(spread) if part]
    numbers = [int(match.group(1)) if match else 0 for match in matches]
    return list(dict.fromkeys(numbers)) if all(0 < n <= count for n in numbers) else None


def _set_apart(text: str) -> str:
    """Return a text with blanks around enclosed numbers, such as those of ``①③``."""
    if text.isascii():
        return text
    return "".join(
        f" {character} " if unicodedata.category(character) == "No" else character
        for character in text
    )


def _spread(match: re.Match[str], count: int) -> str:
    """Return the numbers of a range, the range itself where it does not go up to a point."""
    first, last = map(int, match.groups())
    if not 0 < first < last <= count:
        return match.group()
    return " ".join(map(str, range(first, last + 1)))
