"""Plain scalars of YAML under its 1.2 core schema, which is that of JSON."""

import re
from collections.abc import Callable
from typing import Any

_MAX_NUMBER = 40  # characters; longer numbers are read as text, and are costly to convert

_CONSTANTS: dict[str, bool | float | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **{sign + word: float("inf") for sign in ("", "+") for word in (".inf", ".Inf", ".INF")},
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_NUMBER = re.compile(
    r"(?P<int>[-+]?[0-9]+)"
    r"|(?P<oct>0o[0-7]+)"
    r"|(?P<hex>0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)

_CONVERSIONS: dict[str, Callable[[str], Any]] = {
    "int": int,
    "oct": lambda text: int(text, 0),
    "hex": lambda text: int(text, 0),
    "float": float,
}
_NUMBER_STARTS = frozenset(".+-0123456789")


def resolve(text: str) -> Any:
    """Return the value of a plain scalar under the YAML 1.2 core schema."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in _NUMBER_STARTS or len(text) > _MAX_NUMBER:
        return text
    match = _NUMBER.fullmatch(text)
    return _CONVERSIONS[match.lastgroup](text) if match and match.lastgroup else text


def resolves_to_text(text: str) -> bool:
    """Return whether a plain scalar of these characters is read as text."""
    return isinstance(resolve(text), str)
