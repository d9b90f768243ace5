"""Text from outside, made safe to print on a terminal."""

import re

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
"""What moves the cursor or changes the direction of writing; the line feed is allowed."""

_WIDE_SPACE = "\u3000"  # not printable to Python, and common in Japanese


def visible(text: str) -> str:
    """Return a text with each control character replaced by U+FFFD."""
    return _CONTROLS.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return a text on one line, with unprintable characters as their code points."""
    return "".join(
        char if char.isprintable() or char == _WIDE_SPACE else f"\\u{ord(char):04x}"
        for char in text.replace("\n", "⏎")
    )


def shortened(text: str, length: int) -> str:
    """Return at most ``length`` characters of a text, with ``…`` where it was cut."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
