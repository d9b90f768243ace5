"""The full screen of `cssa assess` as a page, cell by cell, for a picture of it."""

import asyncio
import html
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from cssa.cli import language
from cssa.cli.assess_request import AssessRequest
from cssa.cli.screen_run import ScreenRun
from cssa.messages import Lang
from cssa.reports.text_layout import cells
from cssa.tui.app import InterviewApp

CELL = (8, 19)
"""Pixels of a cell at 16 pixels of type, whose half-width characters are half as wide."""


def screen_page(
    answers: Path, lang: Lang, size: tuple[int, int], keys: Sequence[str] = (), theme: str = ""
) -> str:
    """Return a page with the screen as it is after some keys.

    Args:
        answers: the answers file.
        lang: the language.
        size: columns and lines.
        keys: pressed one after the other.
        theme: name of the colours; those it begins with where empty.
    """
    language.use(lang)
    request = AssessRequest(
        checklist=None, answers=answers, is_plain=False, is_read_only=False, role=None,
        previous=None, tier=None, domain=None, owner=None, only=None, by=None,
    )  # fmt: skip
    interview = ScreenRun(request)

    async def draw() -> str:
        app = InterviewApp(interview.open, lang)
        async with app.run_test(size=size) as pilot:
            while app.failure is None and not getattr(app.screen, "is_ready", False):
                await pilot.pause()
            app.theme = theme or app.theme
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            return _page(app, size)

    try:
        return asyncio.run(draw())
    finally:
        interview.close()


def _page(app: Any, size: tuple[int, int]) -> str:
    rows = []
    for y, strip in enumerate(app.screen._compositor.render_strips(app.size)):  # noqa: SLF001 - what the terminal is sent
        x, spans = 0, []
        for segment in strip:
            spans.append(_span(segment.text, segment.style, x, y))
            x += cells(segment.text)
        rows.append("".join(spans))
    width, height = size[0] * CELL[0], size[1] * CELL[1]
    style = (
        "body { margin: 0; } "
        f"main {{ position: relative; width: {width}px; height: {height}px; overflow: hidden; "
        f"font: 16px/{CELL[1]}px 'Noto Sans Mono CJK JP'; }} "
        "span { position: absolute; white-space: pre; }"
    )
    return f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style><main>{''.join(rows)}</main>"


def _span(text: str, style: Any, x: int, y: int) -> str:
    colour, ground = _colour(style, "color", "#e6e6e6"), _colour(style, "bgcolor", "#14181c")
    if style is not None and style.reverse:
        colour, ground = ground, colour
    weight = "bold" if style is not None and style.bold else "normal"
    line = "underline" if style is not None and style.underline else "none"
    place = f"left:{x * CELL[0]}px;top:{y * CELL[1]}px;width:{cells(text) * CELL[0]}px"
    look = f"color:{colour};background:{ground};font-weight:{weight};text-decoration:{line}"
    return f'<span style="{place};height:{CELL[1]}px;{look}">{html.escape(text)}</span>'


def _colour(style: Any, name: str, default: str) -> str:
    colour = None if style is None else getattr(style, name)
    if colour is None or colour.is_default:
        return default
    return cast("str", colour.get_truecolor().hex)
