"""JSON of many rows: a line for each, and never all of them in memory but as bytes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cssa.messages.visible import escaped_json


def json_lines(document: Mapping[str, Any]) -> bytes:
    """Return a document, what its lists and mappings hold on a line each.

    Args:
        document: its values may be iterators.
    """
    return b"".join(_pieces(document))


def _pieces(document: Mapping[str, Any]) -> Iterator[bytes]:
    before = b"{\n "
    for key, value in document.items():
        yield before + _dump(key) + b": "
        if isinstance(value, Mapping):
            rows = (_dump(name) + b": " + _dump(item) for name, item in value.items())
            yield from _among(b"{", rows, b"}")
        elif isinstance(value, Iterable) and not isinstance(value, str):
            yield from _among(b"[", map(_dump, value), b"]")
        else:
            yield _dump(value)
        before = b",\n "
    yield b"\n}\n"


def _among(opening: bytes, rows: Iterable[bytes], closing: bytes) -> Iterator[bytes]:
    yield opening
    between = b"\n  "
    for row in rows:
        yield between + row
        between = b",\n  "
    yield closing


def _dump(value: Any) -> bytes:
    return escaped_json(json.dumps(value, ensure_ascii=False)).encode()
