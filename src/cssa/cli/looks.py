"""How styles look on a terminal: a colour, and a mark that says the same without it."""

from collections.abc import Callable
from typing import NamedTuple

from cssa.reports.page import Style


class Look(NamedTuple):
    """How a style looks.

    Attributes:
        colour: one that reads on light and on dark, as rich writes it.
        mark: says the same to who sees no colours; empty where the colour says nothing.
    """

    colour: str
    mark: str


_PLAIN = Look("", "")

# Many symbols, ■ and ● among them, take two cells in some East Asian terminals, and what stands
# beside them is out of line. Marks and bars are of those that take one everywhere.
_LOOKS: dict[Style, Look] = {
    "heading": Look("bold", ""),
    "done": Look("color(29)", "✓"),
    "open": Look("color(136)", "!"),
    "failed": Look("color(166)", "✗"),
    "lowest": Look("color(166)", "▾"),
    "low": Look("color(172)", "▿"),
    "middle": Look("color(136)", "▹"),
    "high": Look("color(31)", "▵"),
    "highest": Look("color(29)", "▴"),
}

Looks = Callable[[Style | None], Look]
"""Gives the look of a style; None is plain text."""


def look(style: Style | None) -> Look:
    """Return how a style looks where there are colours."""
    return _PLAIN if style is None else _LOOKS[style]


def no_look(style: Style | None) -> Look:  # noqa: ARG001 - takes the place of ``look``
    """Return how any style looks in plain text."""
    return _PLAIN
