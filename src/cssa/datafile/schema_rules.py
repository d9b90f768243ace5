"""Rules that several keys of a mapping keep together, as parts of its JSON Schema."""

from collections.abc import Iterable
from typing import Any

JsonSchema = dict[str, Any]


def given(name: str, nothing: Any = None) -> JsonSchema:
    """Return the schema of mappings in which a key says something.

    Args:
        name: the key.
        nothing: a value that says as much as leaving the key out, besides null.
    """
    values = [None] if nothing is None else [None, nothing]
    return {"required": [name], "properties": {name: {"not": {"enum": values}}}}


def at_least_one(alternatives: Iterable[JsonSchema]) -> JsonSchema:
    """Return the schema of mappings that follow at least one of these schemas."""
    return {"anyOf": list(alternatives)}


def exactly_one(alternatives: Iterable[JsonSchema]) -> JsonSchema:
    """Return the schema of mappings that follow exactly one of these schemas."""
    return {"oneOf": list(alternatives)}


def at_most_one(alternatives: Iterable[JsonSchema]) -> JsonSchema:
    """Return the schema of mappings that follow none of these schemas, or exactly one."""
    each = list(alternatives)
    return {"oneOf": [*each, {"not": {"anyOf": each}}]}


def requires(condition: JsonSchema, consequence: JsonSchema) -> JsonSchema:
    """Return the schema of mappings that follow one schema where they follow another."""
    return {"if": condition, "then": consequence}
