"""How each language punctuates: lists, dates, brackets and labels."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cssa.messages import Lang


class Typography(NamedTuple):
    """The punctuation of a language.

    Attributes:
        comma: between the members of a list.
        both: between two things that belong together.
        either: before the last of two alternatives.
        either_after_list: whether it stands before the last of more than two as well.
        quoted_break: between quoted members, inside the quotes around the list.
        entry_break: between members that may hold commas, without quotes.
        space: between two sentences.
        brackets: around what explains the word before.
        colon: between a label and its value.
        date: writes a day.
    """

    comma: str
    both: str
    either: str
    either_after_list: bool
    quoted_break: str
    entry_break: str
    space: str
    brackets: tuple[str, str]
    colon: str
    date: Callable[[date], str]

    def join(self, texts: Iterable[str]) -> str:
        """Return texts as a list."""
        return self.comma.join(texts)

    def join_alternatives(self, texts: Iterable[str]) -> str:
        """Return texts as a choice; more than two are listed where the language does that."""
        *others, last = texts
        if not others:
            return last
        if len(others) > 1 and not self.either_after_list:
            return self.join([*others, last])
        return self.either.join([self.join(others), last])

    def in_brackets(self, text: str) -> str:
        """Return a text in brackets, to follow another."""
        return text.join(self.brackets)

    def labelled(self, label: str, value: object) -> str:
        """Return a value after its label."""
        return f"{label}{self.colon}{value}"


TYPOGRAPHY: Mapping["Lang", Typography] = {
    "ja": Typography(
        comma="、",
        both="と",
        either="又は",
        either_after_list=False,
        quoted_break="」「",
        entry_break="／",
        space="",
        brackets=("（", "）"),
        colon="：",
        date=lambda day: f"{day.year}年{day.month}月{day.day}日",
    ),
    "en": Typography(
        comma=", ",
        both=" and ",
        either=" or ",
        either_after_list=True,
        quoted_break="; ",
        entry_break="; ",
        space=" ",
        brackets=(" (", ")"),
        colon=": ",
        date=date.isoformat,
    ),
}
"""By language."""
