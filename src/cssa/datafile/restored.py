"""Records from JSON that they were written to: put together again, and not checked again."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic_core import from_json

from cssa.datafile.record import Record

R = TypeVar("R", bound=Record)

_Convert = Callable[[Any], Any]

_LEAVES: dict[type, _Convert | None] = {
    str: None,
    int: None,
    bool: None,
    date: date.fromisoformat,
    Decimal: lambda number: Decimal(str(number)),
}
"""What JSON's values of a type are turned into it by; None where they are of it."""


def restored(kind: type[R], text: bytes, content_hash: str) -> R:
    """Return the record that was written as a text, without aliases and defaults.

    Args:
        kind: the record's class.
        text: JSON from a trusted place; of what does not fit, wrong scalars are not told.
        content_hash: that of the record, so that it need not be worked out.

    Raises:
        ValueError, TypeError, AttributeError: when something else was written.
    """
    record: R = _record(kind)(from_json(text))
    vars(record)["content_hash"] = content_hash  # the cached property's value
    return record


@cache
def _conversion(hint: Any) -> _Convert | None:
    """Return what turns JSON's value into one of a type; None where they are the same."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _LEAVES or origin is Literal:
        return _LEAVES.get(hint)
    if isinstance(hint, type) and issubclass(hint, Record):
        return _record(hint)
    if origin not in _CONTAINERS:
        raise TypeError(hint)
    contained, convert_all = _CONTAINERS[origin]
    return convert_all(_conversion(arguments[contained]))


def _noted(convert: _Convert | None) -> _Convert | None:
    return convert


def _optional(convert: _Convert | None) -> _Convert | None:
    return convert and (lambda value: None if value is None else convert(value))


def _tuple(convert: _Convert | None) -> _Convert:
    return (lambda values: tuple(map(convert, values))) if convert else tuple


def _mapping(convert: _Convert | None) -> _Convert | None:
    return convert and (lambda values: {key: convert(value) for key, value in values.items()})


_CONTAINERS: dict[Any, tuple[int, Callable[[_Convert | None], _Convert | None]]] = {
    Annotated: (0, _noted),
    Union: (0, _optional),
    UnionType: (0, _optional),
    tuple: (0, _tuple),
    dict: (1, _mapping),
    Mapping: (1, _mapping),
}
"""By a type's origin: which argument is what it contains, and how that is converted throughout."""


def _record(kind: type[Record]) -> _Convert:
    """Return what turns the mapping that JSON has for a record into the record."""
    found = [(name, _conversion(hint)) for name, hint in kind.model_fields.items()]
    conversions = [(name, convert) for name, convert in found if convert]
    required = frozenset(name for name in kind.model_fields if not hasattr(kind, name))

    def make(values: dict[str, Any]) -> Record:
        if not values.keys() >= required:
            raise ValueError(kind)  # written before the class had them all
        for name, convert in conversions:
            if name in values:
                values[name] = convert(values[name])
        record = object.__new__(kind)
        object.__setattr__(record, "__dict__", values)  # parsed for this record alone
        return record

    return make
