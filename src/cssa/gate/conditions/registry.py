"""The registry of conditions; one that lacks a part is refused where it is declared."""

import sys
from collections.abc import Iterator
from inspect import get_annotations
from typing import Any, TypeVar

from cssa import messages
from cssa.gate.conditions.condition import Condition, Words

ConditionT = TypeVar("ConditionT", bound=Condition[Any])

CONDITIONS: dict[str, Condition[Any]] = {}
"""Every condition by name, in the order in which outcomes are listed."""

_DEMAND = frozenset({"subject", "expected", "actual"})
_ADVICE = _DEMAND | {"count", "aim"}

WORDS = {
    "demand": _DEMAND,
    "demand_of_practice": _DEMAND,
    "demand_of_tier": _DEMAND,
    "shortfall": frozenset({"actual", "missing"}),
    "remedy": _ADVICE,
    "remedy_of_some": _ADVICE | {"enough"},
    "step": _ADVICE,
}
"""Attributes of a condition that are messages, with the placeholders that each may have.

Words of advice may also have those of ``ValueKind.advice``.
"""

_WITHOUT_DOCSTRINGS = 2  # of sys.flags.optimize
_MAY_BE_NONE = frozenset({"demand_of_practice", "demand_of_tier", "shortfall", "remedy_of_some"})


def register(condition: type[ConditionT]) -> type[ConditionT]:
    """Register a condition, and add its words to the catalogue of messages.

    Policies have a key for it from then on; a policy model that has been used before has to be
    rebuilt (``Policy.model_rebuild(force=True)``).

    Args:
        condition: its class, which this function decorates.

    Raises:
        TypeError: when a part of it is missing or wrong.
    """
    faults = list(_faults(condition))
    if faults:
        raise TypeError(f"{condition.__name__}: {', '.join(faults)}")
    words = {part: getattr(condition, part) for part in WORDS}
    messages.add({condition.code(part): text for part, text in words.items() if text is not None})
    CONDITIONS[condition.name] = condition()
    return condition


def rule_conditions() -> dict[str, Condition[Any]]:
    """Return the conditions that a policy's rules may set, by name."""
    return {name: condition for name, condition in CONDITIONS.items() if condition.is_set_by_rules}


def _faults(condition: type[Condition[Any]]) -> Iterator[str]:
    """Yield what is missing or wrong in a condition."""
    missing = [part for part in get_annotations(Condition) if not hasattr(condition, part)]
    missing += sorted(condition.__abstractmethods__)
    if condition.__doc__ is None and sys.flags.optimize < _WITHOUT_DOCSTRINGS:
        missing.append("__doc__")
    yield from (f"{part} is missing" for part in missing)
    if missing:
        return
    if condition.name in CONDITIONS:
        yield f"name {condition.name!r} is taken"
    if not _is_in_every_language(condition.met_when):
        yield "met_when is not worded in every language"
    for part, placeholders in WORDS.items():
        words = getattr(condition, part)
        known = placeholders | (condition.value.advice if placeholders >= _ADVICE else frozenset())
        if words is not None:
            yield from _faults_of_words(part, words, known)
        elif part not in _MAY_BE_NONE:
            yield f"{part} is missing"


def _faults_of_words(part: str, words: Words, known: frozenset[str]) -> Iterator[str]:
    """Yield what is missing or wrong in some words of a condition.

    Args:
        part: the attribute that holds them.
        words: the words.
        known: placeholders that they may have.
    """
    if not _is_in_every_language(words):
        yield f"{part} is not worded in every language"
        return
    used = [messages.names_in(text) for text in words]
    if any(names != used[0] for names in used):
        yield f"{part} has other placeholders in one language than in another"
    elif not used[0] <= known:
        yield f"{part} has unknown placeholders: {', '.join(sorted(used[0] - known))}"


def _is_in_every_language(words: Words) -> bool:
    return len(words) == len(messages.LANGS) and all(text.strip() for text in words)
