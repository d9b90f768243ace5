"""Ids of our form made from the numbers of others: unique, short, and the same every time."""

import re
import unicodedata
from collections.abc import Iterable

MAX_ID = 60
"""Characters of an id that is made; what is added to make it unique still fits our limit."""

DEVICES = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
    }
)
RESERVED = frozenset({"checklist", "import"})
"""Names of files beside those that domains name."""

_BEFORE_DEVICE = "n-"

_WORDS = ((re.compile(r"\+"), "plus"), (re.compile(r"-+\s*\Z"), "-minus"))
_BRACKETS = re.compile(r"[(\[{]+")
_HYPHENS = re.compile(r"[\s/\\:–—|,;]+")
_DROPPED = re.compile(r"[^A-Za-z0-9._-]+")
_REPEATED = re.compile(r"[._-]*([._-])")


def cleaned(text: str) -> str:
    """Return the id that a number of others becomes; empty where nothing of it is left.

    ``AC-2(1)`` becomes ``AC-2.1``; ``R1+`` and ``R1-``, which mean other things than ``R1``,
    become ``R1plus`` and ``R1-minus``.

    Args:
        text: any text.
    """
    for pattern, word in _WORDS:
        text = pattern.sub(word, text)
    text = unicodedata.normalize("NFKD", text)
    text = _BRACKETS.sub(".", text)
    text = _HYPHENS.sub("-", text.strip())
    text = _DROPPED.sub("", text)
    text = _REPEATED.sub(r"\1", text).strip("._-")
    if text.casefold().partition(".")[0] in DEVICES:
        text = f"{_BEFORE_DEVICE}{text}"  # a file of this name could not be written everywhere
    return text[:MAX_ID].rstrip("._-")


class IdMaker:
    """Makes ids that differ from each other, whatever their case.

    Args:
        taken: ids that cannot be used.
    """

    def __init__(self, taken: Iterable[str] = RESERVED) -> None:
        self._taken = set(taken)

    def make(self, wanted: str) -> str:
        """Return an id as wanted, with a number where that one is taken.

        Args:
            wanted: an id of our form.
        """
        made, number = wanted, 1
        while made.casefold() in self._taken:
            number += 1
            made = f"{wanted}_{number}"
        self._taken.add(made.casefold())
        return made
