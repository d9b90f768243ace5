"""The program's messages, by code, in Japanese and in English."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Literal

Lang = Literal["ja", "en"]
LANGS: tuple[Lang, ...] = ("ja", "en")

FALLBACK = "value.other"
"""The code whose message stands in for an unknown code."""


@cache
def catalogue(lang: Lang) -> Mapping[str, str]:
    """Return every message of a language by code; only that language is imported."""
    messages: Mapping[str, str] = import_module(f"cssa.messages.{lang}").MESSAGES
    return messages


def message(lang: Lang, code: str, params: Mapping[str, object] | None = None) -> str:
    """Return a message with its placeholders filled.

    Args:
        lang: the language of the message.
        code: the message's key.
        params: values for its named placeholders; more than it has are ignored.
    """
    messages = catalogue(lang)
    return messages.get(code, messages[FALLBACK]).format_map(params or {})
