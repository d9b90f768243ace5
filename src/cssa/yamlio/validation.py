"""From plain values to models: what pydantic finds wrong, told with the place in the file."""

from typing import Any, Protocol, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cssa.errors import InputError, Problem
from cssa.location import Place
from cssa.yamlio.model import Model

M = TypeVar("M", bound=Model)


class Readable(Protocol):
    """Plain values that know the places they were read from, whatever held them."""

    @property
    def path(self) -> str:
        """The input's name for messages."""

    @property
    def value(self) -> Any:
        """The values."""

    def location(self, path: tuple[str | int, ...], *, key: bool = False) -> Place:
        """Return the place of the deepest known part of ``path``."""

    def known(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """Return the longest part of ``path`` that exists."""


# pydantic's own error types; custom ones are codes of ours already.
_CODES = {
    "missing": "value.missing",
    "extra_forbidden": "value.unknown_key",
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
    "model_attributes_type": "value.mapping",
    "string_too_short": "value.empty",
    "string_too_long": "value.too_long",
    "too_short": "value.too_few",
    "too_long": "value.too_many",
    "greater_than": "value.above",
    "greater_than_equal": "value.at_least",
    "less_than_equal": "value.at_most",
    "string_pattern_mismatch": "value.pattern",
    "union_tag_invalid": "value.choice",
    "union_tag_not_found": "value.missing",
}
_SHOWN = 60


def validate(model: type[M], document: Readable) -> M:
    """Return ``document`` as a ``model``.

    Raises:
        InputError: with every problem, at its line and column.
    """
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise InputError(_problem(item, document) for item in details) from None


def _problem(detail: ErrorDetails, document: Readable) -> Problem:
    kind = detail["type"]
    code = _CODES.get(kind, f"value.{kind}")
    context = {str(key): value for key, value in detail.get("ctx", {}).items()}
    loc = tuple(detail["loc"])
    params: dict[str, object] = {"found": _shown(detail["input"]), **context}
    known = document.known(loc)
    if kind in ("missing", "union_tag_not_found"):
        params["key"] = str(context.get("discriminator", loc[-1])).strip("'")
        return Problem(code, params, document.location(known), known)
    if kind == "extra_forbidden":
        params["key"] = loc[-1]
        return Problem(code, params, document.location(known, key=True), known)
    if "expected" not in params:
        params["expected"] = str(context.get("expected_tags", ""))
    if kind == "string_type" and isinstance(detail["input"], (int, float)):
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
    text = str(value).replace("\n", "⏎")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
