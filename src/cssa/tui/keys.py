"""The keys of the full screen as a table, of which footer, help, palette and tests are made."""

import unicodedata
from typing import NamedTuple


class KeyCommand(NamedTuple):
    """A command and its keys.

    Its words are the messages ``screen.key.NAME`` (short) and ``screen.help.NAME``.

    Attributes:
        name: of the command.
        keys: characters, or names of keys such as ``ctrl+p``.
        shown: how the keys are printed.
        is_edit: it changes answers, so that it is refused where the file is only read.
        in_review: it is there for another line too, which changes nothing but its own reviews.
    """

    name: str
    keys: tuple[str, ...]
    shown: str
    is_edit: bool = False
    in_review: bool = True


KEY_COMMANDS = (
    KeyCommand("next", ("enter",), "Enter"),
    KeyCommand("level", tuple("0123456789"), "0-9", is_edit=True),
    KeyCommand("choose", (" ", "space"), "Space", is_edit=True),
    KeyCommand("help", ("?", "f1"), "?"),
    KeyCommand("left_out", ("n",), "n", is_edit=True, in_review=False),
    KeyCommand("evidence", ("e",), "e", is_edit=True, in_review=False),
    KeyCommand("note", ("c",), "c", is_edit=True),
    KeyCommand("treatment", ("t",), "t", is_edit=True, in_review=False),
    KeyCommand("plan", ("a",), "a", is_edit=True, in_review=False),
    KeyCommand("search", ("/",), "/"),
    KeyCommand("undo", ("z",), "z", is_edit=True),
    KeyCommand("back", ("[", "left", "backspace"), "["),
    KeyCommand("quit", ("q", "ctrl+q", "ctrl+c"), "q"),
    KeyCommand("palette", (":", "ctrl+p"), "Ctrl+P"),
    KeyCommand("unanswered", ("u",), "u"),
    KeyCommand("below", ("b",), "b"),
    KeyCommand("tree", ("g",), "g"),
    KeyCommand("guidance", ("h",), "h"),
    KeyCommand("review", ("r",), "r"),
    KeyCommand("what_if", ("f",), "f"),
    KeyCommand("same", ("=",), "=", is_edit=True),
    KeyCommand("forward", ("]", "right"), "]"),
    KeyCommand("redo", ("y",), "y", is_edit=True),
    KeyCommand("skip", ("s",), "s"),
    KeyCommand("previous", ("p",), "p"),
    KeyCommand("last_done", ("d",), "d", is_edit=True, in_review=False),
    KeyCommand("done", ("m",), "m", is_edit=True, in_review=False),
    KeyCommand("performed_by", ("w",), "w", is_edit=True, in_review=False),
    KeyCommand("clear", ("x",), "x", is_edit=True),
    KeyCommand("figures", ("v",), "v"),
    KeyCommand("institution", ("i",), "i", in_review=False),
    KeyCommand("theme", ("ctrl+t",), "Ctrl+T"),
    KeyCommand("suspend", ("ctrl+z",), "Ctrl+Z"),
    KeyCommand("saved", ("ctrl+s",), "Ctrl+S"),
)
"""In the order of the footer, the most important first."""

REVIEW_WORDS = frozenset(
    ("next", "level", "choose", "note", "same", "clear", "unanswered", "review")
)
"""Commands that mean something else in a review; their words there are ``screen.as.key.NAME`` and
``screen.as.help.NAME``."""

COMMAND_OF_KEY = {key: command for command in KEY_COMMANDS for key in command.keys}

_KANA = {"ん": "n", "え": "e", "う": "u", "い": "i", "あ": "a", "・": "/", "「": "[", "」": "]"}
"""What an input method makes of these keys before anything can be converted."""


def folded_key(key: str, character: str | None) -> str:
    """Return a key as the table names it, full-width forms and kana made plain.

    Args:
        key: its name.
        character: what it types; None where it types nothing.
    """
    folded = unicodedata.normalize("NFKC", character or "").lower()
    if not folded.isprintable() or not folded:
        return key
    return _KANA.get(folded, folded)
