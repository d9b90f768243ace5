"""Text from outside made harmless for a terminal."""

import re

_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


_WIDE_SPACE = "\u3000"  # not printable to Python, and common in Japanese


def visible(text: str) -> str:
    """Return text with everything that would move the cursor or turn the line round replaced."""
    return _STEERING.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return text on one line, with what would break or steer the line spelt out."""
    return "".join(
        char if char.isprintable() or char == _WIDE_SPACE else f"\\u{ord(char):04x}"
        for char in text.replace("\n", "⏎")
    )


def shortened(text: str, length: int) -> str:
    """Return at most ``length`` characters of a text, with a mark where it was cut."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
