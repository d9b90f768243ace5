"""The program's messages: one module per area, each code with its Japanese and its English."""

from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Literal

from cssa.messages import (
    aggregate,
    answers,
    campaign,
    carrying,
    chapters,
    checklists,
    commands,
    comparisons,
    consistency,
    crosswalks,
    deliveries,
    explanation,
    exports,
    feedback,
    files,
    forms,
    gate,
    handovers,
    imports,
    incidents,
    intake,
    interview,
    ledgers,
    letters,
    pages,
    plans,
    publications,
    queries,
    reminders,
    report,
    reviews,
    run_summaries,
    screen,
    vocabulary,
    workbooks,
)
from cssa.messages.wording import in_language

Lang = Literal["ja", "en"]
LANGS: tuple[Lang, ...] = ("ja", "en")

AREAS: list[Mapping[str, tuple[str, str]]] = [
    files.MESSAGES,
    vocabulary.MESSAGES,
    checklists.MESSAGES,
    imports.MESSAGES,
    crosswalks.MESSAGES,
    incidents.MESSAGES,
    answers.MESSAGES,
    carrying.MESSAGES,
    explanation.MESSAGES,
    commands.MESSAGES,
    interview.MESSAGES,
    reviews.MESSAGES,
    screen.MESSAGES,
    forms.MESSAGES,
    pages.MESSAGES,
    report.MESSAGES,
    workbooks.MESSAGES,
    feedback.MESSAGES,
    aggregate.MESSAGES,
    chapters.MESSAGES,
    campaign.MESSAGES,
    intake.MESSAGES,
    ledgers.MESSAGES,
    consistency.MESSAGES,
    publications.MESSAGES,
    run_summaries.MESSAGES,
    exports.MESSAGES,
    letters.MESSAGES,
    queries.MESSAGES,
    reminders.MESSAGES,
    deliveries.MESSAGES,
    plans.MESSAGES,
    handovers.MESSAGES,
    comparisons.MESSAGES,
    gate.MESSAGES,
]
"""By area: each code's message in the languages of ``LANGS``, in their order."""


class Counted:
    """A value of a message that has words for one and words for several.

    ``{count} {count:file|files}`` gives "1 file" and "2 files".

    Args:
        value: a number where there are such words for it.
    """

    def __init__(self, value: object) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        """Return the words for one or for several where there are any, else the value."""
        one, separator, several = spec.partition("|")
        if not separator:
            return format(self._value, spec)
        return one if str(self._value) == "1" else several


class MessageError(Exception):
    """A message that nobody wrote, or one that is given other values than it has placeholders.

    It is a mistake of the program, never of what a user wrote.
    """


def add(area: Mapping[str, tuple[str, str]]) -> None:
    """Add the messages of something that is declared together with its words.

    Args:
        area: its messages by code, in the languages of ``LANGS``.
    """
    AREAS.append(area)
    catalogue.cache_clear()
    placeholders.cache_clear()


@cache
def catalogue(lang: Lang) -> Mapping[str, str]:
    """Return every message of a language by code."""
    column = LANGS.index(lang)
    return {code: words[column] for area in AREAS for code, words in area.items()}


def message(lang: Lang, code: str, params: Mapping[str, object] | None = None) -> str:
    """Return a message with its placeholders filled.

    Args:
        lang: the language of the message.
        code: the message's key.
        params: a value for each of its named placeholders; words are put into the language.

    Raises:
        MessageError: when there is no such message, or when a value is missing or has no place.
    """
    given = params or {}
    if given.keys() != placeholders(code):
        names = ", ".join(sorted(given.keys() ^ placeholders(code)))
        raise MessageError(f"missing or superfluous in {code!r}: {names}")
    words = {name: in_language(value, lang, message) for name, value in given.items()}
    text = catalogue(lang)[code]
    if "|" in text:
        words = {name: Counted(value) for name, value in words.items()}
    return text.format_map(words)


def fitting(code: str, values: Mapping[str, object]) -> dict[str, object]:
    """Return those values that a message has placeholders for.

    For messages that are chosen by the case among several, all worded from the same facts.

    Args:
        code: the message's key.
        values: at least one for each of its placeholders.
    """
    return {name: value for name, value in values.items() if name in placeholders(code)}


@cache
def placeholders(code: str) -> frozenset[str]:
    """Return the names of a message's placeholders, which are the same in all languages.

    Args:
        code: the message's key.

    Raises:
        MessageError: when there is no such message.
    """
    text = catalogue(LANGS[0]).get(code)
    if text is None:
        raise MessageError(f"no message {code!r}")
    return names_in(text)


def names_in(text: str) -> frozenset[str]:
    """Return the names of the placeholders in a text that is none of the catalogue's yet."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
