"""The registry of kinds of question; one that lacks a part is refused where it is declared."""

import sys
from collections.abc import Iterator
from inspect import get_annotations
from typing import Any, TypeVar

from cssa.checklist.kinds.kind import FIELDS, QuestionKind

KindT = TypeVar("KindT", bound=QuestionKind[Any])

KINDS: dict[str, QuestionKind[Any]] = {}
"""Every kind of question by name, in the order of schemas and documents."""

_WITHOUT_DOCSTRINGS = 2  # of sys.flags.optimize


def register(kind: type[KindT]) -> type[KindT]:
    """Register a kind of question.

    Models that were built before know nothing of it.

    Args:
        kind: its class, which this function decorates.

    Raises:
        TypeError: when a part of it is missing or wrong.
    """
    faults = list(_faults(kind))
    if faults:
        raise TypeError(f"{kind.__name__}: {', '.join(faults)}")
    KINDS[kind.name] = kind()
    return kind


def _faults(kind: type[QuestionKind[Any]]) -> Iterator[str]:
    """Yield what is missing or wrong in a kind of question."""
    missing = [part for part in get_annotations(QuestionKind) if not hasattr(kind, part)]
    missing += sorted(kind.__abstractmethods__)
    if kind.__doc__ is None and sys.flags.optimize < _WITHOUT_DOCSTRINGS:
        missing.append("__doc__")
    yield from (f"{part} is missing" for part in missing)
    if missing:
        return
    if kind.name in KINDS:
        yield f"name {kind.name!r} is taken"
    unknown = sorted((kind.fields | kind.required | {*kind.one_of}) - set(FIELDS))
    if unknown:
        yield f"unknown fields: {', '.join(unknown)}"
    if not kind.required <= kind.fields:
        yield f"required, not allowed: {', '.join(sorted(kind.required - kind.fields))}"
