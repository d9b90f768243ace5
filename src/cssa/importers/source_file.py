"""Reading a file of others: strictly, within limits that the largest published ones keep to."""

from typing import Any

from cssa.datafile.decoding import Limits
from cssa.datafile.reader import Document, read
from cssa.errors import InputError, Problem
from cssa.importers.importer import ImportRequest
from cssa.location import Location

LIMITS = Limits(20_000_000, events=2_000_000, entries=100_000)
"""The full catalogue of NIST SP 800-53 has 10 MB; none that is known has half of these."""

_TOLD_EVERY = 5_000  # events


def read_document(request: ImportRequest) -> Document:
    """Return the document of a YAML or JSON file.

    Raises:
        InputError: with every problem of the text.
    """
    total = len(request.data)
    events = 0

    def tell(event: Any) -> None:
        nonlocal events
        events += 1
        if events % _TOLD_EVERY == 0:
            request.step(min(event.start_mark.index, total), total)

    document = read(request.data, request.path, on_event=tell, limits=LIMITS)
    request.step(total, total)
    return document


def mapping(document: Document, *path: str) -> dict[str, Any]:
    """Return a mapping of a document.

    Args:
        document: the document.
        path: keys to it.

    Raises:
        InputError: when there is none.
    """
    value: Any = document.value
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, dict):
        raise wrong_value(document, *path)
    return value


def mappings(document: Document, value: Any, *path: str | int) -> list[dict[str, Any]]:
    """Return a list of mappings, empty for None.

    Args:
        document: where it stands.
        value: the list.
        path: keys to it.

    Raises:
        InputError: when it is anything else.
    """
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(member, dict) for member in value):
        raise wrong_value(document, *path)
    return value


def wrong_value(document: Document, *path: str | int) -> InputError:
    """Return the error of a value that is not what the format has there."""
    return InputError([Problem("import.structure", {}, document.location(path), tuple(path))])


def refusal(request: ImportRequest, code: str, **params: object) -> InputError:
    """Return the error of a file that cannot be imported as a whole."""
    return InputError([Problem(code, params, Location(request.path))])
