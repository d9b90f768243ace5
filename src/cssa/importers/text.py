"""Texts of others as our files may have them."""

import re
import unicodedata

from cssa.importers.losses import Balance

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
"""What controls a terminal, changes the direction of writing or does not show."""
_KANA = re.compile("[\u3040-\u30ff]")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(value: object, balance: Balance) -> str:
    """Return a text without invisible characters and without white space around its lines.

    Args:
        value: a value of the source; None is no text.
        balance: notes that characters were taken out.
    """
    if value is None:
        return ""
    raw = str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = _INVISIBLE.sub("", raw)
    if text != raw:
        balance.note("invisible_characters")
    lines = (line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def in_one_line(text: str) -> str:
    """Return a text as a title: on one line."""
    return " ".join(text.split())


def guessed_language(text: str) -> str:
    """Return the language to assume of a text whose source does not say it."""
    return "ja" if _KANA.search(unicodedata.normalize("NFKC", text)) else "en"
