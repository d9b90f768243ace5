"""Whether the keys of a file hold what its format has there."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from cssa.datafile.reader import Document
from cssa.errors import InputError, Problem
from cssa.location import KeyPath

Shape = Literal["mapping", "mappings", "list", "number"]

_MAX_PROBLEMS = 20


def check_shapes(document: Document, shapes: Mapping[str, Shape]) -> None:
    """Refuse a document in which a key holds something else than it should; nothing is allowed.

    Args:
        document: the file.
        shapes: what known keys hold, wherever they stand.

    Raises:
        InputError: with the first places that are wrong.
    """
    wrong = [path for path, shape, value in _known(document.value, shapes) if not _is(value, shape)]
    if wrong:
        shown = wrong[:_MAX_PROBLEMS]
        problems = [
            Problem("import.structure", {}, document.location(path), path) for path in shown
        ]
        raise InputError(problems, len(wrong) - len(shown))


def _known(whole: Any, shapes: Mapping[str, Shape]) -> Iterator[tuple[KeyPath, Shape, Any]]:
    """Yield every known key that has a value, in the order of the file."""
    pending: list[tuple[KeyPath, Any]] = [((), whole)]
    while pending:
        path, holder = pending.pop()
        members = holder.items() if isinstance(holder, dict) else enumerate(holder)
        inner = []
        for key, value in members:
            shape = shapes.get(key) if isinstance(key, str) else None
            if shape is not None and value is not None:
                yield (*path, key), shape, value
            if isinstance(value, (dict, list)):
                inner.append(((*path, key), value))
        pending.extend(reversed(inner))


def _is(value: Any, shape: Shape) -> bool:
    match shape:
        case "mapping":
            return isinstance(value, dict)
        case "list":
            return isinstance(value, list)
        case "mappings":
            return isinstance(value, list) and all(isinstance(member, dict) for member in value)
        case "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
