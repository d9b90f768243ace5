"""From plain values to models: what pydantic finds wrong, told with the place in the file."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Protocol, Self, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cssa.datafile.types import ID_PATTERN, NUMBER_PATTERN
from cssa.errors import InputError, Problem
from cssa.location import InputLocation
from cssa.messages.visible import shortened


class PlacedValues(Protocol):
    """Plain values that know the places they were read from, whatever held them."""

    @property
    def path(self) -> str:
        """The input's name for messages."""

    @property
    def value(self) -> Any:
        """The values."""

    def location(self, path: tuple[str | int, ...], *, key: bool = False) -> InputLocation:
        """Return the place of the deepest known part of ``path``."""

    def known(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """Return the longest part of ``path`` that exists."""


class Validated(Protocol):
    """A model or a record, as far as reading one needs it."""

    @classmethod
    def model_validate(cls, obj: Any, /) -> Self:
        """Return checked values."""

    @classmethod
    def model_json_schema(cls, *, by_alias: bool) -> dict[str, Any]:
        """Return the JSON Schema."""


M = TypeVar("M", bound=Validated)

# pydantic's own error types; custom ones are codes of ours already.
_CODES = {
    "missing": "value.missing",
    "extra_forbidden": "value.unknown_key",
    "unexpected_keyword_argument": "value.unknown_key",
    "int_type": "value.int",
    "string_type": "value.text",
    "bool_type": "value.bool",
    "float_type": "value.number",
    "decimal_type": "value.number",
    "decimal_parsing": "value.number",
    "finite_number": "value.number",
    "literal_error": "value.choice",
    "list_type": "value.list",
    "tuple_type": "value.list",
    "dict_type": "value.mapping",
    "model_type": "value.mapping",
    "dataclass_type": "value.mapping",
    "model_attributes_type": "value.mapping",
    "string_too_short": "value.empty",
    "string_too_long": "value.too_long",
    "too_short": "value.too_few",
    "too_long": "value.too_many",
    "greater_than": "value.above",
    "greater_than_equal": "value.at_least",
    "less_than_equal": "value.at_most",
    "string_pattern_mismatch": "value.pattern",
}
_PATTERNS = {ID_PATTERN: "value.id", NUMBER_PATTERN: "value.number_text"}
_SHOWN = 60
_QUOTED = re.compile("'([^']*)'")


def validate(model: type[M], document: PlacedValues) -> M:
    """Return ``document`` as a ``model``.

    Raises:
        InputError: with every problem, at its line and column.
    """
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
    schema = [detail for detail in details if detail["loc"] == ("schema",)]
    keys = (
        _keys_of(model)
        if any(_CODES.get(one["type"]) == "value.unknown_key" for one in details)
        else []
    )
    raise InputError(
        _problem(detail, document, keys)
        for detail in schema or details
        if not _follows(detail, details)
    )


def _keys_of(model: type[Validated]) -> list[str]:
    """Return every key that a model has anywhere in it."""
    schema = model.model_json_schema(by_alias=True)
    parts = [schema, *schema.get("$defs", {}).values()]
    parts += [one for part in parts for one in part.get("anyOf", ()) if isinstance(one, dict)]
    return sorted({key for part in parts for key in part.get("properties", {})})


def _follows(detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    """Tell whether a list is only too short because a member of it was refused."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in details
    )


def _problem(detail: ErrorDetails, document: PlacedValues, keys: Sequence[str]) -> Problem:
    kind = detail["type"]
    code = _CODES.get(kind, f"value.{kind}")
    context = {str(key): value for key, value in detail.get("ctx", {}).items()}
    at = context.pop("at", None)
    loc = (*detail["loc"], at) if at is not None else detail["loc"]
    params: dict[str, object] = {"found": _shown(detail["input"]), **context}
    if "expected" in context:
        params["expected"] = ", ".join(_QUOTED.findall(str(context["expected"])))
    known = document.known(loc)
    if kind == "missing":
        params["key"] = loc[-1]
    elif code == "value.unknown_key":
        params["key"] = loc[-1]
        near = get_close_matches(str(loc[-1])[:_SHOWN], keys, n=1, cutoff=0.75)
        if near and near[0] != loc[-1]:
            code, params["near"] = "value.unknown_key.near", near[0]
        return Problem(code, params, document.location(known, key=True), known)
    elif kind == "string_pattern_mismatch":
        code = _PATTERNS.get(str(context["pattern"]), code)
    elif kind == "literal_error" and loc == ("schema",):
        code = "value.schema"
    elif kind == "string_type" and isinstance(detail["input"], (int, float)):
        code = "value.text_unquoted"
    return Problem(code, params, document.location(known), known)


def _shown(value: Any) -> str:
    """Return a value as the file would have it, short enough for one line."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, (list, tuple)):
        return "[…]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return shortened(str(value), _SHOWN)
