"""Answers as flat fields, one for each cell of a form."""

from collections.abc import Mapping
from typing import Any

from cssa.answers.item_matching import IDENTIFYING_FIELDS, Numbers
from cssa.answers.serialization import to_plain
from cssa.answers.submission import VALUE_FIELDS, Answer, Review
from cssa.datafile.types import Model

Fields = Mapping[str, Any]
"""Values by name, such as ``level``, ``treatment.kind`` or ``evidence.2.ref``; none is None."""

KINDS = (*VALUE_FIELDS, "na", "not_adopted")
"""The fields of which an answer has one."""

_SINGLE = ("reason", "note", "last_done", "performed_by", "by")
_GROUPS = ("done", "treatment", "plan")
_BESIDE_CELLS = frozenset(("seen",))
"""Parts that a form has no cell for."""
_CARRIED = frozenset((*KINDS, *_SINGLE, *_GROUPS, *IDENTIFYING_FIELDS, "points", "confirmed"))


def answer_fields(answer: Answer | None, numbers: Numbers | None = None) -> dict[str, Any]:
    """Return what a form carries of an answer.

    Args:
        answer: None where there is none.
        numbers: of the items of its lists; where None they are counted.
    """
    if answer is None:
        return {}
    fields = _values(answer)
    fields |= {name: True for name in ("na", "not_adopted") if getattr(answer, name)}
    fields |= {name: getattr(answer, name) for name in _SINGLE}
    if answer.points:
        fields["points"] = answer.points
    for name in _GROUPS:
        fields |= _parts(name, getattr(answer, name))
    for name in IDENTIFYING_FIELDS:
        items = getattr(answer, name)
        named = numbers[name] if numbers else range(1, len(items) + 1)
        for number, item in zip(named, items, strict=True):
            fields |= _parts(f"{name}.{number}", item)
    if not answer.confirmed:
        fields["confirmed"] = False
    return {name: value for name, value in fields.items() if value is not None}


def every_field(answer: Answer | None, numbers: Numbers) -> dict[str, Any]:
    """Return everything that an answer states, also what no form carries.

    Args:
        answer: None where there is none.
        numbers: of the items of its lists.
    """
    fields = answer_fields(answer, numbers)
    if answer is None:
        return fields
    for name in IDENTIFYING_FIELDS:
        for number, item in zip(numbers[name], getattr(answer, name), strict=True):
            beside = {part: getattr(item, part, None) for part in _BESIDE_CELLS}
            stated = {part: value for part, value in beside.items() if value is not None}
            fields |= {f"{name}.{number}.{part}": value for part, value in stated.items()}
    for name, info in Answer.model_fields.items():
        value = getattr(answer, name)
        if name in _CARRIED or value == info.default:
            continue
        parts = _parts(name, value) if isinstance(value, Model) else {name: value}
        fields |= {part: entry for part, entry in parts.items() if entry is not None}
    return fields


def field_path(name: str, numbers: Numbers) -> tuple[str | int, ...]:
    """Return where a field stands below its answer.

    Args:
        name: of the field.
        numbers: of the items of the answer's lists; what is not there is behind the last.
    """
    head, _, rest = name.partition(".")
    if head in IDENTIFYING_FIELDS:
        number, _, part = rest.partition(".")
        items = list(numbers.get(head, ()))
        at = items.index(int(number)) if int(number) in items else len(items)
        return (head, at, part)
    return (head, rest) if rest else (head,)


def _values(answer: Answer) -> dict[str, Any]:
    """Return what answers the question, by part where each part has a value of its own."""
    fields: dict[str, Any] = {}
    for name in VALUE_FIELDS:
        value = getattr(answer, name)
        if isinstance(value, Mapping):
            fields |= {f"{name}.{part}": entry for part, entry in value.items()}
        else:
            fields[name] = value
    return fields


def _parts(prefix: str, model: Any) -> dict[str, Any]:
    if model is None:
        return {}
    names = [name for name in type(model).model_fields if name not in _BESIDE_CELLS]
    return {f"{prefix}.{name}": getattr(model, name) for name in names}


def with_fields(answer: Answer | None, fields: Fields, numbers: Numbers | None = None) -> Answer:
    """Return an answer with the values of fields; what a form does not carry is kept.

    Args:
        answer: the answer before.
        fields: its new values.
        numbers: of the items of its lists; they stay in their order, before new ones.
    """
    plain = to_plain(answer) if answer is not None else {}
    values: dict[str, Any] = {name: value for name, value in plain.items() if name not in _CARRIED}
    if fields.get("confirmed", True):
        values.pop("carried", None)
    for name, value in fields.items():
        head, _, rest = name.partition(".")
        if head in IDENTIFYING_FIELDS:
            number, _, part = rest.partition(".")
            values.setdefault(head, {}).setdefault(int(number), {})[part] = value
        elif rest:
            values.setdefault(head, {})[rest] = value
        else:
            values[head] = value
    for name in IDENTIFYING_FIELDS:
        if name in values:
            items, first = values[name], numbers[name] if numbers else ()
            ordered = [number for number in first if number in items]
            ordered += sorted(items.keys() - set(first))
            if name == "review" and answer is not None:
                _keep_seen(items, dict(zip(first, answer.review, strict=True)))
            values[name] = [items[number] for number in ordered]
    return Answer.model_validate(values)


def _keep_seen(items: Mapping[int, dict[str, Any]], before: Mapping[int, Review]) -> None:
    """Keep what a review has seen, which no form has a cell for, where the review is the same."""
    for number, review in before.items():
        item = items.get(number, {})
        same = all(
            item.get(name) == getattr(review, name) for name in ("line", "level", "by", "on")
        )
        if same and review.seen is not None:
            item["seen"] = review.seen
