"""Who performs the work of a practice, by the words that people write for it."""

import unicodedata

from cssa.checklist.practice import PERFORMERS, Performer
from cssa.messages import LANGS, message
from cssa.messages.wording import CodedWord, Word


def read_performer(text: str) -> Performer | None:
    """Return who a text names, in whatever language; None where it names nobody known.

    Args:
        text: as it was typed.
    """
    folded = _folded(text)
    for performer in PERFORMERS:
        if folded in (_folded(performer), *map(_folded, _words(performer))):
            return performer
    return None


def performer_words() -> list[Word]:
    """Return the words of all, for a message."""
    return [CodedWord(f"performer.{performer}") for performer in PERFORMERS]


def _words(performer: Performer) -> list[str]:
    codes = (f"performer.{performer}", f"performer.{performer}.read")
    return [word for lang in LANGS for code in codes for word in message(lang, code).split("|")]


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
