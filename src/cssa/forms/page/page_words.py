"""Texts of a page for the browser, each in every language that the program has."""

from collections.abc import Callable, Mapping
from typing import Any

from cssa.messages import LANGS, Lang, message
from cssa.messages.wording import Word, in_language

Words = str | Mapping[str, str]
"""A text in each language; one text where it is the same in all."""


def both(words: Callable[[Lang], str]) -> Words:
    """Return a text in each language.

    Args:
        words: returns it in one.
    """
    texts: dict[str, str] = {lang: words(lang) for lang in LANGS}
    first, *others = texts.values()
    return texts if any(text != first for text in others) else first


def said(code: str, **params: object) -> Words:
    """Return a message.

    Args:
        code: its code.
        params: values of its placeholders.
    """
    return both(lambda lang: message(lang, code, params))


def worded(word: Word | str) -> Words:
    """Return what a coded word stands for.

    Args:
        word: the word, or a text that is the same in every language.
    """
    return both(lambda lang: str(in_language(word, lang, message)))


def without_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values without those that say nothing.

    Args:
        values: plain values by name.
    """
    return {name: value for name, value in values.items() if value not in (None, False, "", [], ())}
