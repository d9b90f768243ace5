"""Answers as the plain values that stand in a file, changed no more than what they say."""

from collections.abc import Mapping
from typing import Any

from cssa.answers.submission import Answer
from cssa.datafile.types import Model

_SHORT = {"level", "choice", "choices"}


def plain(model: Model) -> dict[str, Any]:
    """Return a record as plain values, without what it does not state."""
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def plain_answer(answer: Answer, before: Answer | None = None, stood: Any = None) -> Any:
    """Return an answer for a file.

    Args:
        answer: what is to stand.
        before: the answer that stands there.
        stood: how it stands there; fields that say the same stay as they are written.
    """
    fields = plain(answer)
    if before is None or not isinstance(stood, Mapping):
        only = next(iter(fields), "")
        return fields[only] if len(fields) == 1 and only in _SHORT else fields
    kept = {
        name: value
        for name, value in stood.items()
        if getattr(answer, name) == getattr(before, name)
    }
    names = [name for name in Answer.model_fields if name in kept or name in fields]
    return {name: kept.get(name, fields.get(name)) for name in names}
