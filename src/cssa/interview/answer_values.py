"""A line typed in answer to each kind of question, as fields of an answer."""

from collections.abc import Callable
from typing import Any

from cssa.checklist.model import MAX_LEVEL, Kind, Practice
from cssa.datafile.types import AnyText
from cssa.interview.parsing import parse_ids

Fields = dict[str, Any]


def parse_value(practice: Practice, text: str) -> Fields | None:
    """Return the fields that a text answers, None where it is no answer to this kind of question.

    Args:
        practice: the question.
        text: the line typed, full-width letters and digits made half-width.
    """
    return _PARSERS[practice.kind](practice, text)


def violated_exclusive(practice: Practice, fields: Fields) -> AnyText | None:
    """Return the exclusive option that was chosen together with others; None where none was.

    Args:
        practice: the question.
        fields: the fields that were parsed.
    """
    chosen = fields.get("choices") or ()
    if len(chosen) < 2:  # noqa: PLR2004 - an option alone excludes none
        return None
    return next(
        (option for option in practice.options if option.exclusive and option.id in chosen), None
    )


def _level(_: Practice, text: str) -> Fields | None:
    is_level = len(text) == 1 and text.isdecimal() and int(text) <= MAX_LEVEL
    return {"level": int(text)} if is_level else None


def _single(practice: Practice, text: str) -> Fields | None:
    chosen = parse_ids(text, [option.id for option in practice.options])
    return {"choice": chosen[0]} if chosen and len(chosen) == 1 else None


def _multi(practice: Practice, text: str) -> Fields | None:
    chosen = parse_ids(text, [option.id for option in practice.options])
    return {"choices": tuple(chosen)} if chosen else None


def _matrix(practice: Practice, text: str) -> Fields | None:
    known = [option.id for option in practice.options]
    parsed = [parse_ids(part, known) for part in text.replace(",", " ").split()]
    chosen = [ids[0] for ids in parsed if ids and len(ids) == 1]
    if not len(chosen) == len(parsed) == len(practice.rows):
        return None
    return {"rows": {row.id: option for row, option in zip(practice.rows, chosen, strict=True)}}


def _number(_: Practice, text: str) -> Fields | None:
    number = text.replace(",", "")
    integer, point, fraction = number.lstrip("+-").partition(".")
    is_decimal = integer.isdecimal() and (fraction.isdecimal() or not point)
    has_inner_sign = not {"+", "-"}.isdisjoint(number[1:])
    return {"value": number} if is_decimal and not has_inner_sign else None


def _text(_: Practice, text: str) -> Fields | None:
    return {"text": text}


_PARSERS: dict[Kind, Callable[[Practice, str], Fields | None]] = {
    "level": _level,
    "single": _single,
    "multi": _multi,
    "matrix": _matrix,
    "number": _number,
    "text": _text,
}
