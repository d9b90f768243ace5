"""What is typed in answer to each kind of question, as fields of an answer."""

from collections.abc import Callable
from typing import Any

from cssa.checklist.model import MAX_LEVEL, Kind, Practice
from cssa.interview import parsing

Fields = dict[str, Any]


def read_value(practice: Practice, text: str) -> Fields | None:
    """Return what a text answers, None where it is no answer to this kind of question.

    Args:
        practice: the question.
        text: what was typed, full-width letters and digits made narrow.
    """
    return _READ[practice.kind](practice, text)


def stands_alone(practice: Practice, fields: Fields) -> str | None:
    """Return the option among several chosen that must be the only one."""
    chosen = fields.get("choices") or ()
    alone = [one.id for one in practice.options if one.exclusive and one.id in chosen]
    return alone[0] if alone and len(chosen) > 1 else None


def _level(_: Practice, text: str) -> Fields | None:
    is_level = len(text) == 1 and text.isdecimal() and int(text) <= MAX_LEVEL
    return {"level": int(text)} if is_level else None


def _single(practice: Practice, text: str) -> Fields | None:
    chosen = parsing.names(text, [option.id for option in practice.options])
    return {"choice": chosen[0]} if chosen and len(chosen) == 1 else None


def _multi(practice: Practice, text: str) -> Fields | None:
    chosen = parsing.names(text, [option.id for option in practice.options])
    return {"choices": tuple(chosen)} if chosen else None


def _matrix(practice: Practice, text: str) -> Fields | None:
    known = [option.id for option in practice.options]
    picked = [parsing.names(part, known) for part in text.replace(",", " ").split()]
    chosen = [one[0] for one in picked if one and len(one) == 1]
    if not len(chosen) == len(picked) == len(practice.rows):
        return None
    return {"rows": {row.id: one for row, one in zip(practice.rows, chosen, strict=True)}}


def _number(_: Practice, text: str) -> Fields | None:
    number = text.replace(",", "")
    whole, point, part = number.lstrip("+-").partition(".")
    is_number = whole.isdecimal() and (part.isdecimal() or not point) and number[1:].find("-") < 0
    return {"value": number} if is_number and number[1:].find("+") < 0 else None


def _text(_: Practice, text: str) -> Fields | None:
    return {"text": text}


_READ: dict[Kind, Callable[[Practice, str], Fields | None]] = {
    "level": _level,
    "single": _single,
    "multi": _multi,
    "matrix": _matrix,
    "number": _number,
    "text": _text,
}
