"""What the program says, by code, in Japanese and in English."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Literal

Lang = Literal["ja", "en"]
LANGS: tuple[Lang, ...] = ("ja", "en")

FALLBACK = "value.other"


@cache
def catalogue(lang: Lang) -> Mapping[str, str]:
    """Return every message of a language; only that language is imported."""
    messages: Mapping[str, str] = import_module(f"cssa.messages.{lang}").MESSAGES
    return messages


def say(lang: Lang, code: str, params: Mapping[str, object] | None = None) -> str:
    """Return a message with its placeholders filled.

    Args:
        lang: language to say it in.
        code: the message's key.
        params: values for its named placeholders; more than it has are ignored.
    """
    messages = catalogue(lang)
    return messages.get(code, messages[FALLBACK]).format_map(params or {})
