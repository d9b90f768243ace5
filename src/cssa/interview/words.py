"""Messages of the program and texts of the data in one language."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY

if TYPE_CHECKING:
    from cssa.datafile.types import AnyText


class Words:
    """Gives words in one language.

    Args:
        lang: the language of messages and data.
    """

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def message(self, code: str, **params: object) -> str:
        """Return a message."""
        return message(self.lang, code, params)

    def text(self, text: "AnyText") -> str:
        """Return a text of the data."""
        return text.get(self.lang)

    def joined(self, words: Iterable[str]) -> str:
        """Return words as a list in a sentence."""
        return TYPOGRAPHY[self.lang].join(words)

    def in_brackets(self, text: str) -> str:
        """Return a text in brackets, to follow another."""
        return TYPOGRAPHY[self.lang].in_brackets(text)
