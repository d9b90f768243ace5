"""Values of two sides that differ, as they are shown beside each other."""

from datetime import date
from decimal import Decimal

from cssa.answers.flat_fields import Fields
from cssa.datafile.emit import flow

_SHOWN = 60
_BEFORE = 15
"""Characters of a long text that are shown before the place where two differ."""


def shown_value(name: str, fields: Fields, others: Fields, *, alone: bool) -> str:
    """Return a value as a file has it, short enough for one line beside another.

    Args:
        name: of the field.
        fields: the values of its side.
        others: those of the other side.
        alone: whether it is shown without its name.

    Returns:
        An empty text where the side has no such value.
    """
    if name not in fields:
        return ""
    value = fields[name]
    if isinstance(value, str):
        other = others.get(name)
        value = _excerpt(value, other if isinstance(other, str) else "")
    elif isinstance(value, date):
        value = value.isoformat()
    shown = f"{value:f}" if isinstance(value, Decimal) else flow(value)
    return shown if alone else f"{name}: {shown}"


def _excerpt(text: str, other: str) -> str:
    """Return the part of a long text around the place where it differs from another."""
    pairs = enumerate(zip(text, other, strict=False))
    same = next(
        (index for index, (char, other_char) in pairs if char != other_char),
        min(len(text), len(other)),
    )
    start = max(0, same - _BEFORE) if max(len(text), len(other)) > _SHOWN and other else 0
    part = text[start : start + _SHOWN]
    before, after = ("…" if start else ""), ("…" if start + _SHOWN < len(text) else "")
    return f"{before}{part}{after}"
