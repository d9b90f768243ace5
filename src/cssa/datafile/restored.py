"""Records restored from JSON that the program has written, without validating them again."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic_core import from_json

from cssa.datafile.record import Record

RecordT = TypeVar("RecordT", bound=Record)

_Convert = Callable[[Any], Any]

_LEAVES: dict[type, _Convert | None] = {
    str: None,
    int: None,
    bool: None,
    date: date.fromisoformat,
    Decimal: lambda number: Decimal(str(number)),
}
"""By type: the conversion from JSON's value; None where JSON has the type itself."""


def restored(record_type: type[RecordT], text: bytes, content_hash: str) -> RecordT:
    """Return the record that was written as JSON, without aliases and defaults.

    Args:
        record_type: the record's class.
        text: JSON from a trusted place; scalars of a wrong type are not detected.
        content_hash: that of the record, so that it need not be computed.

    Raises:
        ValueError, TypeError, AttributeError: when the JSON is of something else.
    """
    record: RecordT = _record(record_type)(from_json(text))
    vars(record)["content_hash"] = content_hash  # the cached property's value
    return record


@cache
def _conversion(hint: Any) -> _Convert | None:
    """Return the conversion from JSON's value to a type; None where they are the same."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _LEAVES or origin is Literal:
        return _LEAVES.get(hint)
    if isinstance(hint, type) and issubclass(hint, Record):
        return _record(hint)
    if origin not in _CONTAINERS:
        raise TypeError(hint)
    contained, convert_all = _CONTAINERS[origin]
    return convert_all(_conversion(arguments[contained]))


def _annotated(convert: _Convert | None) -> _Convert | None:
    return convert


def _optional(convert: _Convert | None) -> _Convert | None:
    return convert and (lambda value: None if value is None else convert(value))


def _tuple(convert: _Convert | None) -> _Convert:
    return (lambda values: tuple(map(convert, values))) if convert else tuple


def _mapping(convert: _Convert | None) -> _Convert | None:
    return convert and (lambda values: {key: convert(value) for key, value in values.items()})


_CONTAINERS: dict[Any, tuple[int, Callable[[_Convert | None], _Convert | None]]] = {
    Annotated: (0, _annotated),
    Union: (0, _optional),
    UnionType: (0, _optional),
    tuple: (0, _tuple),
    dict: (1, _mapping),
    Mapping: (1, _mapping),
}
"""By a type's origin: the index of the argument that is converted, and how all of them are."""


def _record(record_type: type[Record]) -> _Convert:
    """Return the conversion from JSON's mapping to a record."""
    fields = record_type.model_fields
    conversions = [
        (name, convert) for name, hint in fields.items() if (convert := _conversion(hint))
    ]
    required = frozenset(name for name in fields if not hasattr(record_type, name))

    def restore(values: dict[str, Any]) -> Record:
        if not values.keys() >= required:
            raise ValueError(record_type)  # written before the class had these fields
        for name, convert in conversions:
            if name in values:
                values[name] = convert(values[name])
        record = object.__new__(record_type)
        object.__setattr__(record, "__dict__", values)  # parsed for this record alone
        return record

    return restore
