"""Plain values as models and dataclasses: pydantic's errors as problems of a place in the file."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, Protocol, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from cssa.datafile.typed_json import adapter
from cssa.datafile.types import (
    HASH_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LINE_PATTERN,
    NUMBER_PATTERN,
)
from cssa.datafile.value_builder import MAX_PROBLEMS
from cssa.errors import InputError, Problem
from cssa.location import InputLocation, KeyPath
from cssa.messages import fitting
from cssa.messages.visible import shortened
from cssa.messages.wording import listed


class LocatedValues(Protocol):
    """Plain values with the locations they were read from, in a text file or a form."""

    @property
    def path(self) -> str:
        """The input's name for messages."""

    @property
    def value(self) -> Any:
        """The values."""

    def location(self, path: KeyPath, *, key: bool = False) -> InputLocation:
        """Return the location of the deepest part of a path that exists.

        Args:
            path: keys and indices from the root.
            key: prefer the location of the last key to that of its value.
        """

    def existing_path(self, path: KeyPath) -> KeyPath:
        """Return a path without the parts that do not exist."""

    def as_written(self, path: KeyPath) -> str | None:
        """Return the text of a scalar in the file, None where it is that of its value."""


ValueT = TypeVar("ValueT")

# Our codes by pydantic's own error types; the types of custom errors are codes of ours already.
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
_OTHER = "value.other"
"""The code of what pydantic finds and we have no message of our own for."""
_PYDANTIC_TYPES = frozenset(get_args(ErrorType))
_PATTERN_CODES = {
    ID_PATTERN: "value.id",
    NUMBER_PATTERN: "value.number_text",
    LANGUAGE_PATTERN: "value.language",
    LINE_PATTERN: "value.one_line",
    HASH_PATTERN: "value.hash",
}
_BOOLEANS_OF_YAML_1_1 = {"true": ("on", "yes", "y"), "false": ("off", "no", "n")}
_MAX_VALUE = 60  # characters of a value in a message
_EXPECTED = re.compile(r"'([^']*)'|(-?\d+)")


def validate(kind: type[ValueT], document: LocatedValues) -> ValueT:
    """Return a document's values as a model or dataclass.

    Args:
        kind: the model or dataclass.
        document: the values.

    Raises:
        InputError: with every problem, at its line and column.
    """
    try:
        return adapter(kind).validate_python(document.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
    # Under another schema all other problems follow from it.
    relevant = [detail for detail in details if detail["loc"] == ("schema",)] or details
    consequences = _consequences(relevant, kind)
    relevant = [detail for detail in relevant if _key(detail) not in consequences]
    shown = relevant[:MAX_PROBLEMS]
    raise InputError(
        [_problem(detail, document, kind) for detail in shown], len(relevant) - len(shown)
    )


def _key(detail: ErrorDetails) -> tuple[str, KeyPath]:
    return detail["type"], detail["loc"]


def _consequences(details: Sequence[ErrorDetails], kind: type) -> set[tuple[str, KeyPath]]:
    """Return what follows from other problems, by type and place.

    A list is too short where one of its members was refused, and a key missing where it was
    rewritten.
    """
    consequences = {
        ("too_short", detail["loc"][:length])
        for detail in details
        for length in range(len(detail["loc"]))
    }
    for detail in details:
        if detail["type"] == "extra_forbidden":
            rewritten = _rewritten_key(detail["loc"][-1], kind)
            consequences.add(("missing", (*detail["loc"][:-1], rewritten)))
    return consequences


def _rewritten_key(key: str | int, kind: type) -> str:
    """Return the key of a model that YAML 1.1 reads as a boolean, empty where it is none."""
    words = _BOOLEANS_OF_YAML_1_1.get(str(key).lower(), ())
    return next((word for word in words if word in _keys_of(kind)), "")


def _code_of(detail: ErrorDetails) -> str:
    """Return the code of a problem, as far as pydantic's type of error says it."""
    error_type = detail["type"]
    pattern = detail.get("ctx", {}).get("pattern")
    if pattern == LANGUAGE_PATTERN and detail["input"] == detail["loc"][-1]:
        return "value.unknown_key"
    own = _OTHER if error_type in _PYDANTIC_TYPES else f"value.{error_type}"
    return _CODES.get(error_type, own)


def _problem(detail: ErrorDetails, document: LocatedValues, kind: type) -> Problem:
    error_type = detail["type"]
    code = _code_of(detail)
    context = {str(key): value for key, value in detail.get("ctx", {}).items()}
    member = context.pop("at", None)
    loc = (*detail["loc"], member) if member is not None else detail["loc"]
    params: dict[str, object] = {"found": _found(detail, document), **context}
    if "expected" in context:
        params["expected"] = listed(
            text or number for text, number in _EXPECTED.findall(str(context["expected"]))
        )
    path = document.existing_path(loc)
    if code == "value.unknown_key":
        params["key"] = loc[-1]
        near = get_close_matches(str(loc[-1])[:_MAX_VALUE], _keys_of(kind), n=1, cutoff=0.75)
        if rewritten := _rewritten_key(loc[-1], kind):
            code, params["word"] = "value.rewritten_key", rewritten
        elif near and near[0] != loc[-1]:
            code, params["near"] = "value.unknown_key.near", near[0]
        return Problem(code, fitting(code, params), document.location(path, key=True), path)
    if error_type == "missing":
        params["key"] = loc[-1]
    elif error_type == "string_pattern_mismatch":
        is_blank = not str(detail["input"]).strip()
        code = "value.blank" if is_blank else _PATTERN_CODES.get(str(context["pattern"]), code)
    elif error_type == "literal_error" and loc == ("schema",):
        code = "value.schema"
    elif error_type == "string_type" and isinstance(detail["input"], bool):
        code = "value.text_boolean"
    elif error_type == "string_type" and isinstance(detail["input"], (int, float)):
        code = "value.text_unquoted"
    return Problem(code, fitting(code, params), document.location(path), path)


@cache
def _keys_of(kind: type) -> tuple[str, ...]:
    """Return the keys of a model or dataclass and of all in it, sorted."""
    schema = adapter(kind).json_schema(by_alias=True)
    schemas = [schema, *schema.get("$defs", {}).values()]
    schemas += [
        branch for part in schemas for branch in part.get("anyOf", ()) if isinstance(branch, dict)
    ]
    return tuple(sorted({key for part in schemas for key in part.get("properties", {})}))


def _found(detail: ErrorDetails, document: LocatedValues) -> str:
    """Return the value that was refused, as the file has it."""
    value = detail["input"]
    if value is None or isinstance(value, (int, float)):
        written = document.as_written(document.existing_path(detail["loc"]))
        if written:
            return written
    return _abbreviated(value)


def _abbreviated(value: Any) -> str:
    """Return a value as a file would write it, short enough for one line."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, (list, tuple)):
        return "[…]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return shortened(str(value), _MAX_VALUE)
