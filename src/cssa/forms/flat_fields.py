"""Answers and covers as flat fields, one for each cell of a form."""

from collections.abc import Mapping
from typing import Any

from cssa.answers.serialization import to_plain
from cssa.answers.submission import VALUE_FIELDS, Answer, Submission
from cssa.forms import layout
from cssa.forms.item_matching import IDENTIFYING_FIELDS, Numbers
from cssa.forms.layout import REASON, VALUE

Fields = Mapping[str, Any]
"""Values by name, such as ``level``, ``treatment.kind`` or ``evidence.2.ref``; none is None."""

KINDS = (*VALUE_FIELDS, "na", "not_adopted")
"""The fields of which an answer has one."""

_SINGLE = ("reason", "note", "last_done", "performed_by", "by")
_GROUPS = ("done", "treatment")
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
    return {f"{prefix}.{name}": getattr(model, name) for name in type(model).model_fields}


def with_fields(answer: Answer | None, fields: Fields, numbers: Numbers | None = None) -> Answer:
    """Return an answer with the values of fields; what a form does not carry is kept.

    Args:
        answer: the answer before.
        fields: its new values.
        numbers: of the items of its lists; they stay in their order, before new ones.
    """
    plain = to_plain(answer) if answer is not None else {}
    values: dict[str, Any] = {name: value for name, value in plain.items() if name not in _CARRIED}
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
            values[name] = [items[number] for number in ordered]
    return Answer.model_validate(values)


def cover_fields(submission: Submission) -> dict[str, dict[str, Any]]:
    """Return the fields of a cover by the key of their line: a value, for some also a reason."""
    institution, approval = submission.institution, submission.approval
    lines: dict[str, dict[str, Any]] = {
        "institution.id": {VALUE: institution.id},
        "institution.name": {VALUE: institution.name},
        "institution.sector": {VALUE: institution.sector},
        "institution.licence": {VALUE: institution.licence},
        "institution.size": {VALUE: institution.size},
        "assessed_on": {VALUE: submission.assessed_on},
        "approval.respondent": {VALUE: approval.respondent},
        "approval.second_line": {VALUE: approval.second_line},
        "approval.reported_to_board": {VALUE: approval.reported_to_board},
    }
    for flag, stated in institution.profile.items():
        lines[f"{layout.FLAG_PREFIX}{flag}"] = {VALUE: stated.value, REASON: stated.reason}
    for factor, level in institution.risk.factors.items():
        lines[f"{layout.FACTOR_PREFIX}{factor}"] = {VALUE: level}
    override = institution.risk.override
    if override is not None:
        lines[layout.OVERRIDE_KEY] = {VALUE: override.level, REASON: override.reason}
    stated_lines = {
        key: {name: value for name, value in line.items() if value is not None}
        for key, line in lines.items()
    }
    return {key: line for key, line in stated_lines.items() if line}
