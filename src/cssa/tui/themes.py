"""Colours of the full screen: dark, light, high contrast, and none."""

from rich.style import Style
from textual.theme import Theme

from cssa.tui.layout.line import LineStyle

_OWN = "ansi_default"
"""The terminal's own colour of text or ground."""

NO_COLOUR = Theme(
    name="cssa-none",
    ansi=True,
    primary=_OWN,
    secondary=_OWN,
    warning=_OWN,
    error=_OWN,
    success=_OWN,
    accent=_OWN,
    foreground=_OWN,
    background=_OWN,
    surface=_OWN,
    panel=_OWN,
    boost=_OWN,
    variables={
        "muted": _OWN,
        "ansi-background": _OWN,
        "ansi-foreground": _OWN,
        "input-cursor-background": _OWN,
        "input-cursor-foreground": _OWN,
        "input-cursor-text-style": "reverse",
        "input-selection-background": _OWN,
        "input-selection-foreground": _OWN,
        "block-cursor-background": _OWN,
        "block-cursor-foreground": _OWN,
        "border-blurred": _OWN,
        "screen-selection-background": _OWN,
        "screen-selection-foreground": _OWN,
    },
)
"""For who wants no colours: bold, underlined and reversed text says the rest."""

THEMES = (
    Theme(
        name="cssa-dark",
        primary="#56B4E9",
        warning="#E69F00",
        error="#D55E00",
        success="#009E73",
        accent="#56B4E9",
        foreground="#E6E6E6",
        background="#14181C",
        surface="#14181C",
        panel="#232A31",
        variables={"muted": "#A8B0B8"},
    ),
    Theme(
        name="cssa-light",
        primary="#004C7A",
        warning="#7A4A00",
        error="#9C3D00",
        success="#00563F",
        accent="#004C7A",
        foreground="#1A1A1A",
        background="#FFFFFF",
        surface="#FFFFFF",
        panel="#EAEEF2",
        dark=False,
        variables={"muted": "#505A63"},
    ),
    Theme(
        name="cssa-contrast",
        primary="#FFFFFF",
        warning="#FFD75F",
        error="#FFB199",
        success="#7CFFCB",
        accent="#7FD1FF",
        foreground="#FFFFFF",
        background="#000000",
        surface="#000000",
        panel="#000000",
        variables={"muted": "#D8D8D8"},
    ),
)
"""From the report's palette, which readers with any colour vision can tell apart."""


def line_looks(theme: Theme) -> dict[LineStyle, Style]:
    """Return how lines look in a theme; without colours bold and underlined text is left.

    Args:
        theme: one of ``THEMES``; any other has no colours.
    """
    has_colour = theme in THEMES
    warning = theme.warning if has_colour else None
    accent = theme.accent if has_colour else None
    muted = theme.variables.get("muted") if has_colour else None
    return {
        "plain": Style.null(),
        "title": Style(bold=True),
        "heading": Style(bold=True, color=accent),
        "muted": Style(color=muted),
        "chosen": Style(bold=True),
        "warning": Style(color=warning, bold=not has_colour),
        "answer": Style(bold=True, color=accent),
        "current": Style(bold=True, underline=True),
    }
