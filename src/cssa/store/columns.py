"""How the fields of rows stand in the columns of tables, for writing and reading alike."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain, islice
from typing import Any, NamedTuple, TypeVar

from cssa.datafile.types import Text
from cssa.messages.wording import plain

_INTEGER_LIMIT = 2**63

_Row = TypeVar("_Row", bound=NamedTuple)


class _FieldColumns(NamedTuple):
    """The columns of one field.

    Attributes:
        names: of the columns.
        encode: turns the field's value into the values of the columns.
        decode: turns the values of the columns into the field's value.
    """

    names: tuple[str, ...]
    encode: Callable[[Any], tuple[object, ...]]
    decode: Callable[..., Any]


def column_names(row_type: type[NamedTuple]) -> tuple[str, ...]:
    """Return the columns of a row, in the order of its fields."""
    return tuple(chain.from_iterable(field.names for field in _field_columns(row_type)))


def select(
    row_type: type[NamedTuple], source: str, *, key: str | None = None, **columns: str
) -> str:
    """Return a query for the columns of a row.

    Args:
        row_type: class of the row.
        source: the query from behind ``FROM``.
        key: selected in front of the columns.
        columns: where the value of a column is taken from, if not from the column itself.
    """
    selected = [columns.get(name, name) for name in column_names(row_type)]
    names = ", ".join(selected if key is None else [key, *selected])
    return f"SELECT {names} FROM {source}"  # noqa: S608 - all of it stands in this package


def encode_row(row: NamedTuple) -> dict[str, object]:
    """Return the values of a row's columns, by column."""
    values: dict[str, object] = row._asdict()
    for name in _encoded_fields(type(row)):
        field = _FIELDS[name]
        values.update(zip(field.names, field.encode(values.pop(name)), strict=True))
    return values


def decode_row(row_type: type[_Row], values: Iterable[object]) -> _Row:
    """Return the row that stands in columns.

    Args:
        row_type: class of the row.
        values: of its columns, in the order of ``column_names``.
    """
    rest = iter(values)
    return row_type._make(
        field.decode(*islice(rest, len(field.names))) for field in _field_columns(row_type)
    )


@lru_cache(maxsize=10_000)
def decode_fraction(numerator: int | None, denominator: int | None) -> Fraction | None:
    """Return a score; many institutions share one, and then the object.

    Args:
        numerator: None where there is nothing to score, and so is the denominator.
        denominator: positive.
    """
    return None if numerator is None else Fraction(numerator, denominator)


def decode_decimal(size: int | str | None) -> Decimal | None:
    """Return a size that stands as a whole number or as decimal text."""
    return None if size is None else Decimal(size)


def decode_flag(value: int | None) -> bool | None:
    """Return a truth value that stands as 1 or 0."""
    return None if value is None else bool(value)


def _encode_fraction(value: Fraction | None) -> tuple[object, ...]:
    return (None, None) if value is None else (value.numerator, value.denominator)


def _encode_decimal(size: Decimal | None) -> tuple[object, ...]:
    if size is None:
        return (None,)
    integer = int(size)
    fits = integer == size and integer < _INTEGER_LIMIT
    return (integer if fits else format(size, "f"),)


def _encode_params(params: Mapping[str, object]) -> tuple[object, ...]:
    return (json.dumps(dict(params), ensure_ascii=False, sort_keys=True, default=plain),)


def _encode_date(day: date | None) -> tuple[object, ...]:
    return (None if day is None else day.isoformat(),)


def _decode_date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


_TITLE = _FieldColumns(
    ("title_ja", "title_en"),
    lambda title: (title.get("ja"), title.get("en")),
    lambda japanese, english: Text(ja=japanese, en=english),
)
_SCORE = _FieldColumns(("numerator", "denominator"), _encode_fraction, decode_fraction)
_NO_COLUMN = _FieldColumns((), lambda _: (), tuple)

_FIELDS: Mapping[str, _FieldColumns] = {
    "title": _TITLE,
    "value": _SCORE,
    "institutions": _NO_COLUMN,  # they have a table of their own
    "chosen": _NO_COLUMN,  # likewise
    "rows": _NO_COLUMN,
    "offered": _NO_COLUMN,
    "size": _FieldColumns(("size",), _encode_decimal, decode_decimal),
    "params": _FieldColumns(("params",), _encode_params, json.loads),
    **{
        name: _FieldColumns((name,), _encode_date, _decode_date)
        for name in (
            "base_date",
            "deadline",
            "cut_off",
            "as_of",
            "assessed_on",
            "plan_due",
            "extended_to",
        )
    },
    **{
        name: _FieldColumns((name,), lambda flag: (flag,), decode_flag)
        for name in (
            "pseudonymous",
            "shared_system",
            "provisional",
            "risk_provisional",
            "in_statistics",
            "received",
        )
    },
}
"""Fields whose values do not stand in a column as they are."""


@cache
def _encoded_fields(row_type: type[NamedTuple]) -> tuple[str, ...]:
    """Return the fields of a row that do not stand in a column as they are."""
    return tuple(filter(_FIELDS.__contains__, row_type._fields))


@cache
def _field_columns(row_type: type[NamedTuple]) -> tuple[_FieldColumns, ...]:
    return tuple(_FIELDS.get(field) or _as_it_is(field) for field in row_type._fields)


def _as_it_is(field: str) -> _FieldColumns:
    return _FieldColumns((field,), lambda value: (value,), lambda value: value)
