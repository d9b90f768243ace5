"""Who performs the work of a practice, by the words that people write for it."""

import unicodedata
from functools import cache

from cssa.checklist.practice import PERFORMERS, Performer
from cssa.messages import LANGS, message
from cssa.messages.wording import CodedWord, Word


def read_performer(text: str) -> Performer | None:
    """Return who a text names, in whatever language; None where it names nobody known.

    Args:
        text: as it was typed.
    """
    folded = _folded(text)
    return next((performer for performer in PERFORMERS if folded in _words(performer)), None)


def performer_words() -> list[Word]:
    """Return the words of all, for a message."""
    return [CodedWord(f"performer.{performer}") for performer in PERFORMERS]


@cache
def _words(performer: Performer) -> frozenset[str]:
    """Return the words of one in all languages, and its code, folded."""
    codes = (f"performer.{performer}", f"performer.{performer}.read")
    texts = (message(lang, code) for lang in LANGS for code in codes)
    words = (word for text in texts for word in text.split("|"))
    return frozenset(map(_folded, (performer, *words)))


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
