"""The program's messages: one module per area, each code with its Japanese and its English."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from cssa.messages import (
    aggregate,
    answers,
    campaign,
    checklists,
    commands,
    explanation,
    feedback,
    files,
    forms,
    gate,
    interview,
    report,
    vocabulary,
    workbooks,
)

Lang = Literal["ja", "en"]
LANGS: tuple[Lang, ...] = ("ja", "en")

AREAS: tuple[Mapping[str, tuple[str, str]], ...] = (
    files.MESSAGES,
    vocabulary.MESSAGES,
    checklists.MESSAGES,
    answers.MESSAGES,
    explanation.MESSAGES,
    commands.MESSAGES,
    interview.MESSAGES,
    forms.MESSAGES,
    report.MESSAGES,
    workbooks.MESSAGES,
    feedback.MESSAGES,
    aggregate.MESSAGES,
    campaign.MESSAGES,
    gate.MESSAGES,
)
"""By area: each code's message in the languages of ``LANGS``, in their order."""


FALLBACK = "value.other"
"""The code whose message stands in for an unknown code."""


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
        params: values for its named placeholders; more than it has are ignored.
    """
    messages = catalogue(lang)
    return messages.get(code, messages[FALLBACK]).format_map(params or {})
