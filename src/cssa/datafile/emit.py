"""Values as YAML text that goes into a file by hand: compact, and in the file's own way."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from cssa.datafile.reader import resolves_to_text

_STEP = 2
# Characters that YAML 1.1 scanners take for line breaks or refuse, wherever they stand unescaped.
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_INDICATORS = "-?:,[]{}#&*!|>'\"%@` "
_PLAIN_NOT = re.compile(r":(?:\s|$)|\s#|[,\[\]{}\n]|^(?:---|\.\.\.)|[\s:]$")


def flow(value: Any, *, strict_json: bool = False) -> str:
    """Return a value on one line.

    Args:
        value: plain values.
        strict_json: write JSON rather than the barer YAML.
    """
    if isinstance(value, str):
        bare = not strict_json and _is_plain(value)
        return value if bare else _escape_odd(json.dumps(value, ensure_ascii=False))
    if isinstance(value, Mapping):
        inner = ", ".join(
            f"{flow(str(key), strict_json=strict_json)}: {flow(item, strict_json=strict_json)}"
            for key, item in value.items()
        )
        return f"{{{inner}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(flow(item, strict_json=strict_json) for item in value)}]"
    return json.dumps(value)


def document(value: Mapping[str, Any]) -> str:
    """Return a mapping as a file of its own."""
    return "".join(f"{line}\n" for key, item in value.items() for line in entry(key, item, 0))


def block(value: Any, column: int) -> list[str] | None:
    """Return a value as lines of their own, None where it fits behind its key.

    Args:
        value: plain values.
        column: where the lines of a mapping or list begin.
    """
    pad = " " * column
    if isinstance(value, Mapping) and value:
        lines = []
        for key, item in value.items():
            lines += entry(str(key), item, column)
        return lines
    if isinstance(value, (list, tuple)) and any(isinstance(item, Mapping) for item in value):
        return [f"{pad}- {flow(item)}" for item in value]
    return None


def entry(key: str, value: Any, column: int) -> list[str]:
    """Return a key with its value as lines that begin at a column."""
    pad, name = " " * column, flow(key)
    if isinstance(value, str):
        if is_literal(value):
            return [f"{pad}{name}: |-", *literal(value, column + _STEP)]
        return [f"{pad}{name}: {flow(value)}"]
    inner = block(value, column + _STEP)
    if inner is None:
        return [f"{pad}{name}: {flow(value)}"]
    return [f"{pad}{name}:", *inner]


def literal(text: str, column: int) -> list[str]:
    """Return the lines of a ``|-`` scalar."""
    return [f"{' ' * column}{line}" if line else "" for line in text.split("\n")]


def is_literal(text: str) -> bool:
    """Tell whether a text has several lines that can stand as they are."""
    return (
        "\n" in text
        and not _ODD.search(text)
        and text == text.strip()
        and all(line == line.rstrip() for line in text.split("\n"))
    )


@lru_cache(maxsize=4096)
def _is_plain(text: str) -> bool:
    return (
        bool(text)
        and resolves_to_text(text)
        and text[0] not in _INDICATORS
        and not _PLAIN_NOT.search(text)
        and not _ODD.search(text)
        and text not in ("<<", "=")
    )


def _escape_odd(text: str) -> str:
    return _ODD.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
