"""Plain values as YAML or JSON text that the strict reader reads back as the same values.

There are two forms of whole documents: ``dump`` puts every member on a line of its own,
``dump_compact`` a list, or a mapping in a list, on one line, as people write answers files.
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

from cssa.datafile.scalars import resolves_to_text

_STEP = 2
_ESCAPED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that YAML 1.1 scanners take for line breaks or refuse, wherever they stand."""
_INDICATORS = "-?:,[]{}#&*!|>'\"%@` "
_NOT_PLAIN = re.compile(r":(?:\s|$)|\s#|[,\[\]{}\n]|^(?:---|\.\.\.)|[\s:]$")
_QUOTED_IN_DUMP = re.compile("[\x85\u2028\u2029]|^\u3000")
"""Line breaks to YAML, and what our reader refuses; PyYAML would leave them plain."""


class _Dumper(yaml.SafeDumper):
    """Block style, long texts unfolded, text that would be read as something else in quotes.

    Not libyaml's dumper: it escapes the rare kanji of people's names.
    """

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the reader refuses aliases
        return True


def _represent_text(dumper: Any, text: str) -> Any:
    is_plain = resolves_to_text(text) and not _QUOTED_IN_DUMP.search(text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if is_plain else '"')


_Dumper.add_representer(str, _represent_text)


class _LinesDumper(_Dumper):
    """Shows a text of several lines as these lines, to be read and edited by people."""


def _represent_lines(dumper: Any, text: str) -> Any:
    if is_literal(text):
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
    return _represent_text(dumper, text)


_LinesDumper.add_representer(str, _represent_lines)


def dump(value: Any, *, as_lines: bool = False) -> str:
    """Return plain values as a YAML document in block style, keys in their order.

    Args:
        value: plain values.
        as_lines: write a text of several lines as these lines, not quoted.
    """
    text: str = yaml.dump(
        value,
        Dumper=_LinesDumper if as_lines else _Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
    )
    return text


def dump_compact(value: Mapping[str, Any]) -> str:
    """Return a mapping as a YAML document: mappings in block style, lists in flow style."""
    return "".join(f"{line}\n" for key, member in value.items() for line in _entry(key, member, 0))


def flow(value: Any, *, strict_json: bool = False) -> str:
    """Return a value on one line.

    Args:
        value: plain values.
        strict_json: write JSON rather than YAML with as few quotes as possible.
    """
    if isinstance(value, str):
        if not strict_json and _is_plain(value):
            return value
        return _escape(json.dumps(value, ensure_ascii=False))
    if isinstance(value, Mapping):
        members = ", ".join(
            f"{flow(str(key), strict_json=strict_json)}: {flow(member, strict_json=strict_json)}"
            for key, member in value.items()
        )
        return f"{{{members}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(flow(member, strict_json=strict_json) for member in value)}]"
    return json.dumps(value)


def block(value: Any, column: int) -> list[str] | None:
    """Return a value as lines of their own, None where it fits on its key's line.

    Args:
        value: plain values.
        column: 0-based column at which the lines begin.
    """
    indent = " " * column
    if isinstance(value, Mapping) and value:
        lines = []
        for key, member in value.items():
            lines += _entry(str(key), member, column)
        return lines
    if isinstance(value, (list, tuple)) and any(isinstance(member, Mapping) for member in value):
        return [f"{indent}- {flow(member)}" for member in value]
    return None


def literal(text: str, column: int) -> list[str]:
    """Return the lines of a ``|-`` scalar.

    Args:
        text: a text for which ``is_literal`` holds.
        column: 0-based column at which the lines begin.
    """
    return [f"{' ' * column}{line}" if line else "" for line in text.split("\n")]


def is_literal(text: str) -> bool:
    """Return whether a text has several lines that a ``|-`` scalar can show as they are."""
    return (
        "\n" in text
        and not _ESCAPED.search(text)
        and text == text.strip()
        and all(line == line.rstrip() for line in text.split("\n"))
    )


def _entry(key: str, value: Any, column: int) -> list[str]:
    """Return a key with its value as lines that begin at a column."""
    start = f"{' ' * column}{flow(key)}:"
    if isinstance(value, str) and is_literal(value):
        return [f"{start} |-", *literal(value, column + _STEP)]
    lines = block(value, column + _STEP)
    return [f"{start} {flow(value)}"] if lines is None else [start, *lines]


@lru_cache(maxsize=4096)
def _is_plain(text: str) -> bool:
    return (
        bool(text)
        and resolves_to_text(text)
        and text[0] not in _INDICATORS
        and not _NOT_PLAIN.search(text)
        and not _ESCAPED.search(text)
        and text not in ("<<", "=")
    )


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
