"""Values of messages that are words themselves, and are worded in the language of the message.

A problem is worded where it is shown: one form's problems in the sender's language and in the
clerk's. Its values are therefore kept as codes, or in every language.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from cssa.messages.typography import TYPOGRAPHY

if TYPE_CHECKING:
    from cssa.messages import Lang

Say = Callable[["Lang", str, Mapping[str, object]], str]
"""Words a message: ``cssa.messages.message``."""


@dataclass(frozen=True)
class CodedWord:
    """Words that are a message themselves.

    Attributes:
        code: the message's key.
        params: a value for each of its placeholders.
    """

    code: str
    params: tuple[tuple[str, object], ...] = ()

    def worded(self, lang: "Lang", say: Say) -> str:
        """Return the words in a language."""
        return say(lang, self.code, dict(self.params))


@dataclass(frozen=True)
class BilingualWord:
    """Words that stand in data files, in both languages."""

    ja: str
    en: str

    def worded(self, lang: "Lang", _: Say) -> str:
        """Return the words in a language."""
        words: str = getattr(self, lang)
        return words


@dataclass(frozen=True)
class WordList:
    """Several words, with what separates them."""

    words: tuple[object, ...]
    separator: object = " / "

    def worded(self, lang: "Lang", say: Say) -> str:
        """Return the words in a language."""
        separator = str(in_language(self.separator, lang, say))
        return separator.join(str(in_language(word, lang, say)) for word in self.words)


Word = CodedWord | BilingualWord | WordList

COMMA = BilingualWord(TYPOGRAPHY["ja"].comma, TYPOGRAPHY["en"].comma)
"""Separates the words of a list within a sentence."""

QUOTED_BREAK = BilingualWord(TYPOGRAPHY["ja"].quoted_break, TYPOGRAPHY["en"].quoted_break)
"""Separates phrases that are quoted one by one, and may hold commas themselves."""

ENTRY_BREAK = BilingualWord(TYPOGRAPHY["ja"].entry_break, TYPOGRAPHY["en"].entry_break)
"""Separates entries that are not quoted, and may hold commas themselves."""


def bilingual(words: Callable[["Lang"], str]) -> BilingualWord:
    """Return words in both languages.

    Args:
        words: returns them in a language.
    """
    return BilingualWord(words("ja"), words("en"))


def day_word(day: date) -> BilingualWord:
    """Return a day as each language writes it."""
    return bilingual(lambda lang: TYPOGRAPHY[lang].date(day))


def coded_words(codes: Iterable[str]) -> list[Word]:
    """Return the messages of codes as words."""
    return [CodedWord(code) for code in codes]


def in_language(value: object, lang: "Lang", say: Say) -> object:
    """Return a value of a message as it is put into it: words in its language."""
    return value.worded(lang, say) if isinstance(value, Word) else value


def listed(words: Iterable[object], most: int | None = None) -> WordList:
    """Return words as a list within a sentence, by the language's comma.

    Args:
        words: in their order.
        most: how many are shown; ``…`` stands for the others.
    """
    words = tuple(words)
    if most is not None and len(words) > most:
        words = (*words[:most], "…")
    return WordList(words, COMMA)


_LISTS = frozenset(("points", "practices"))
_DAYS = frozenset(("approved", "assessed_on", "date", "first", "last", "review"))


def stated_words(stated: Mapping[str, object], name: Callable[[str], str] = str) -> dict[str, Any]:
    """Return what a finding or a query states as people read it.

    Args:
        stated: by name, as results hold it: a list is one text, a day is in ISO 8601.
        name: returns how an item of a list is called.
    """
    words = dict(stated)
    words |= {key: relisted(stated[key], name) for key in _LISTS & stated.keys()}
    words |= {key: day_word(date.fromisoformat(str(stated[key]))) for key in _DAYS & stated.keys()}
    return words


def relisted(text: object, name: Callable[[str], str] = str) -> WordList:
    """Return the list that a result holds as one text.

    Args:
        text: the list.
        name: returns how an item is called where people read it.
    """
    return listed(map(name, str(text).split(", ")))


def plain(value: object) -> Any:
    """Return a value of a message as JSON has it; ``from_plain`` makes it again."""
    match value:
        case CodedWord():
            return {"code": value.code, "params": {name: plain(p) for name, p in value.params}}
        case BilingualWord():
            return {"ja": value.ja, "en": value.en}
        case WordList():
            return {"words": [plain(word) for word in value.words], "by": plain(value.separator)}
        case str() | int():
            return value
        case _:
            return str(value)


def from_plain(document: Any) -> Any:
    """Return the value that ``plain`` was given."""
    match document:
        case {"code": code, "params": params}:
            return CodedWord(code, tuple((name, from_plain(p)) for name, p in params.items()))
        case {"ja": ja, "en": en}:
            return BilingualWord(ja, en)
        case {"words": words, "by": separator}:
            return WordList(tuple(map(from_plain, words)), from_plain(separator))
        case _:
            return document
