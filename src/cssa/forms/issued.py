"""Hashes of what a form was issued with, which it carries so that changes are recognised.

Hashes and not the values: what people clear in a form before they send it on does not travel with
it in a hidden cell, and no text is too long for one.
"""

import re
from collections.abc import Mapping
from typing import Any

from cssa.answers.comparable import digest
from cssa.excel.sheet_writer import MAX_TEXT

_MARK = re.compile(r"([A-Za-z0-9._-]+):([0-9a-f]{12})")


def issued_text(key: str, fields: Mapping[str, Any]) -> str:
    """Return what a form carries of a row, empty where nothing was filled in.

    Args:
        key: the row's key, by which a text that was moved to another row is recognised.
        fields: the row's values by name.
    """
    marks = [f"{name}:{digest(value)}" for name, value in fields.items()]
    text = " ".join([key, *marks]) if marks else ""
    return text if len(text) <= MAX_TEXT else ""


def read_issued(key: str, text: str) -> dict[str, str]:
    """Return the hashes that a form carries of a row, by name.

    What is not of this row or has been tampered with is ignored: without it a change on both
    sides is a conflict, and no answer is lost.

    Args:
        key: the row's key.
        text: what the form carries of the row.
    """
    first, *marks = text.split() or [""]
    matches = [_MARK.fullmatch(mark) for mark in marks]
    if first != key or not all(matches):
        return {}
    return {match.group(1): match.group(2) for match in matches if match}


def without_field(text: str, name: str) -> str:
    """Return what a form carries of a row, without the hash of a field.

    Args:
        text: what the form carries of the row.
        name: of the field.
    """
    return " ".join(mark for mark in text.split() if not mark.startswith(f"{name}:"))
