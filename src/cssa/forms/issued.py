"""Hashes of what a form was issued with, which it carries so that changes are recognised.

Hashes and not the values: what people clear in a form before they send it on does not travel with
it in a hidden cell, and no text is too long for one.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from cssa.excel.sheet_writer import MAX_TEXT

_DIGITS = 12
_MARK = re.compile(r"([A-Za-z0-9._-]+):([0-9a-f]{12})")
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000\t", " "),
        **dict.fromkeys("\u2018\u2019\u201b\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201f\uff02", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d", "-"),
        "\u301c": "\uff5e",
        "\u2026": "...",
        "\u200b": None,
        "\ufeff": None,
    }
)
"""What spreadsheets and input methods change on their own: quotes, dashes, kinds of blanks."""


def canonical(value: Any) -> Any:
    """Return a value as it is compared: typography and blanks at line ends do not count."""
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", value).translate(_TYPOGRAPHY)
        return "\n".join(line.rstrip() for line in text.splitlines()).rstrip()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return sorted(map(canonical, value))
    return value


def digest(value: Any) -> str:
    """Return the hash of a value as it is compared."""
    text = json.dumps(canonical(value), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


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
