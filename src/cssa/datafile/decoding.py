"""The text of a data file: bytes decoded, and JSON in a form that is YAML too."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cssa.datafile.positions import LineColumn
from cssa.errors import InputError, Problem
from cssa.location import Location

MAX_BYTES = 5_000_000


class Limits(NamedTuple):
    """How large a file may be.

    Attributes:
        size: bytes.
        events: keys, values and brackets.
        entries: entries of one mapping or list.
    """

    size: int
    events: int
    entries: int


LIMITS = Limits(MAX_BYTES, events=200_000, entries=20_000)
"""Of the program's own formats; the largest file that people write has a tenth of it."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_JSON_ONLY = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|[\x85\u2028\u2029\t]"

ColumnShifts = Mapping[int, Sequence[tuple[int, int]]]
"""By line: the columns after which the rewritten text is shorter, with the characters missing."""

# First bytes of files that are no text, by the code of the message for them.
_NOT_TEXT = {
    "file.is_zip": (b"PK",),
    "file.is_ole": (b"\xd0\xcf\x11\xe0",),
    "file.utf16": (b"\xff\xfe", b"\xfe\xff"),
    "file.binary": (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff"),
}
_NUL_SEARCHED = 1024  # bytes at the start that are searched for a NUL


def decode(data: bytes, path: str, max_bytes: int = MAX_BYTES) -> str:
    """Return the text of a file in UTF-8, with or without byte order mark.

    Args:
        data: the file's bytes.
        path: the input's name for messages.
        max_bytes: the largest size that is accepted.

    Raises:
        InputError: when it is too large, no text, not UTF-8, or has control characters.
    """
    if len(data) > max_bytes:
        raise InputError(
            [Problem("file.too_large", {"limit": max_bytes // 1_000_000}, Location(path))]
        )
    for code, signatures in _NOT_TEXT.items():
        if data.startswith(signatures):
            raise InputError([Problem(code, {}, Location(path))])
    if b"\0" in data[:_NUL_SEARCHED]:
        raise InputError([Problem("file.binary", {}, Location(path))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        raise InputError([Problem("file.not_utf8", {}, Location(path, *_end_of(before)))]) from None
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        location = Location(path, *_end_of(text[: unprintable.start()]))
        code_point = f"U+{ord(unprintable.group()):04X}"
        raise InputError([Problem("file.control_character", {"character": code_point}, location)])
    return text


def _end_of(text: str) -> LineColumn:
    """Return the position that follows a text."""
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1


def json_as_yaml(text: str) -> tuple[str, ColumnShifts]:
    """Return JSON text rewritten to be YAML too; any other text unchanged.

    JSON allows tabs between tokens, writes characters beyond U+FFFF as two escapes, and does not
    take U+0085, U+2028 and U+2029 for line breaks.

    Returns:
        The text, and the columns that the rewriting has shifted.
    """
    if text.lstrip()[:1] != "{" or not re.search(_JSON_ONLY, text):
        return text, {}
    import json

    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return text, {}
    shifts: dict[int, list[tuple[int, int]]] = {}
    lines = text.replace("\t", " ").split("\n")
    for number, line in enumerate(lines, 1):

        def rewrite(match: re.Match[str], number: int = number) -> str:
            old = match.group()
            new = json.loads(f'"{old}"') if len(old) > 1 else f"\\u{ord(old):04x}"
            shifts.setdefault(number, []).append((match.start() + 1, len(old) - len(new)))
            return new

        lines[number - 1] = re.sub(_JSON_ONLY, rewrite, line)
    return "\n".join(lines), shifts
