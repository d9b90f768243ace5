"""Values as they are compared: what only typography tells apart is the same."""

import hashlib
import json
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

_DIGITS = 12
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


def exact_digest(value: Any) -> str:
    """Return the hash of a value in which every character counts."""
    text = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return sorted(map(_plain, value), key=str)
    return canonical(value) if isinstance(value, (Decimal, date)) else value
