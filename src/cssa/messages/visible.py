"""Text from outside, made safe to print on a terminal or in the log of a pipeline."""

import re
from collections.abc import Sequence

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
"""What moves the cursor or changes the direction of writing; the line feed is allowed."""

_COMMANDS = re.compile(r"^(?P<space>\s*):(?=:)|(?P<hash>#)#(?=\[)", re.MULTILINE)
"""Where a runner of workflows would find a command in a log: ``::error::``, ``##[error]``."""

_WIDE_SPACE = "\u3000"  # not printable to Python, and common in Japanese


def visible(text: str) -> str:
    """Return a text with each control character written as its code, as in Python."""
    return _CONTROLS.sub(lambda match: _code(match.group()), text)


def escaped_json(text: str) -> str:
    """Return JSON of one line that says the same, with its control characters as escapes."""
    return _CONTROLS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def one_line(text: str) -> str:
    """Return a text on one line, with unprintable characters written as their codes."""
    return "".join(
        char if char.isprintable() or char == _WIDE_SPACE else _code(char)
        for char in text.replace("\n", "⏎")
    )


def without_commands(lines: str) -> str:
    """Return lines of a log in which no runner of workflows finds a command."""
    if "::" not in lines and "##[" not in lines:
        return lines
    return _COMMANDS.sub(
        lambda match: f"{match['space'] or ''}{match['hash'] or ''}{_code(match.group()[-1])}",
        lines,
    )


def _code(char: str) -> str:
    return ascii(char)[1:-1] if not char.isprintable() else f"\\x{ord(char):02x}"


def first_few(texts: Sequence[str], count: int) -> str:
    """Return a list of at most ``count`` texts, with ``…`` where there are more."""
    return ", ".join([*texts[:count], *(["…"] if len(texts) > count else [])])


def shortened(text: str, length: int) -> str:
    """Return at most ``length`` characters of a text, with ``…`` where it was cut."""
    return text if len(text) <= length else f"{text[: length - 1]}…"
