"""A line typed in answer to a question, as fields of an answer."""

from collections.abc import Callable, Sequence
from typing import Any

from cssa.checklist.kinds.kind import Accepts, Part
from cssa.checklist.practice import Practice
from cssa.datafile.types import AnyText
from cssa.interview.parsing import parse_ids

Fields = dict[str, Any]

_OPEN = "-"
"""Stands for a row that is left open."""


def parse_value(practice: Practice, text: str) -> Fields | None:
    """Return the fields that a text answers, None where it is no answer to this kind of question.

    Args:
        practice: the question.
        text: the line typed, full-width letters and digits made half-width.
    """
    kind = practice.question_kind
    parts = kind.parts(practice)
    marked = [part.id for part in parts if part.accepts == "mark" and part.id is not None]
    if marked:
        ids = parse_ids(text, marked)
        entries: dict[str | None, Any] | None = dict.fromkeys(ids, True) if ids else None
    else:
        entries = _entries(practice, parts, text)
    return None if entries is None else {kind.answer_field: kind.value(entries)}


def violated_exclusive(practice: Practice, fields: Fields) -> AnyText | None:
    """Return the exclusive option that was chosen together with others; None where none was.

    Args:
        practice: the question.
        fields: the fields that were parsed.
    """
    kind = practice.question_kind
    for problem in kind.value_problems(practice, fields[kind.answer_field]):
        if problem.known is None:
            return next(option for option in practice.options if option.id == problem.name)
    return None


def _entries(practice: Practice, parts: Sequence[Part], text: str) -> dict[str | None, Any] | None:
    """Return an entry for every part: the whole line for one, a word each for several.

    Rows for which there is a dash alone stay open.
    """
    lines = [text] if len(parts) == 1 and parts[0].id is None else text.replace(",", " ").split()
    if len(lines) != len(parts):
        return None
    entries = {
        part.id: _PARSERS[part.accepts](practice, line)
        for part, line in zip(parts, lines, strict=True)
        if line != _OPEN or part.id is None
    }
    return None if None in entries.values() or not entries else entries


def _level(practice: Practice, text: str) -> int | None:
    is_level = text in map(str, practice.level_scale.values)
    return int(text) if is_level else None


def _option(practice: Practice, text: str) -> str | None:
    chosen = parse_ids(text, [option.id for option in practice.options])
    return chosen[0] if chosen and len(chosen) == 1 else None


def parse_number(_: Practice, text: str) -> str | None:
    """Return a number as it is written to the file, None where a text is none."""
    number = text.replace(",", "")
    integer, point, fraction = number.lstrip("+-").partition(".")
    is_decimal = integer.isdecimal() and (fraction.isdecimal() or not point)
    has_inner_sign = not {"+", "-"}.isdisjoint(number[1:])
    return number if is_decimal and not has_inner_sign else None


def _text(_: Practice, text: str) -> str:
    return text


_PARSERS: dict[Accepts, Callable[[Practice, str], Any]] = {
    "level": _level,
    "option": _option,
    "number": parse_number,
    "text": _text,
}
