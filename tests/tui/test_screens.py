"""What the screen shows, as committed: three sizes, both languages, without colours."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.interview.conftest import HEAD
from textual.screen import Screen

from cssa.messages import LANGS, Lang
from cssa.reports.text_layout import cells
from cssa.tui.app import InterviewApp
from cssa.tui.main import MainScreen

from .conftest import Run

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "screen"
ANSWERS = HEAD + (
    "answers:\n"
    "  2.1.1-1: {level: 4, points: [p1], note: 取締役会で決定}\n"
    "  2.1.1-2: {level: 2, plan: {owner: 総務部, due: 2027-03-31}}\n"
    "  2.1.1-a: {not_adopted: true, reason: 委託先の統制で足りると経営会議で判断した}\n"
)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "size", [(80, 24), (120, 40), (200, 60)], ids=["80x24", "120x40", "200x60"]
)
def test_the_screen_is_as_committed(
    run_screen: Callable[..., None],
    golden: Callable[[Path, str], None],
    size: tuple[int, int],
    lang: Lang,
) -> None:
    async def drive(run: Run) -> None:
        run.model.session.go_to("2.1.1-1")
        run.main.show_all(is_new=True)
        await run.pilot.pause()
        name = f"{size[0]}x{size[1]}.{lang}"
        golden(GOLDEN / f"practice.{name}.txt", run.text + "\n")
        assert all(cells(line) <= size[0] for line in run.text.split("\n"))
        for key, shown in (
            ("t", "treatment"),
            ("r", "review"),
            ("i", "institution"),
            ("?", "keys"),
        ):
            await run.press(key)
            await run.pilot.pause()
            golden(GOLDEN / f"{shown}.{name}.txt", run.text + "\n")
            await run.press("escape")

    run_screen(drive, ANSWERS, size=size, lang=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_without_colours_nothing_is_coloured(run_screen: Callable[..., None], lang: Lang) -> None:
    async def drive(run: Run) -> None:
        await run.press("3")
        for strip in run.app.screen._compositor.render_strips(run.app.size):
            for segment in strip:
                for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    assert colour is None or colour.is_default, segment

    run_screen(drive, ANSWERS, has_colours=False, lang=lang)


def test_nothing_empty_is_painted_before_the_question(
    run_screen: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[tuple[type[Screen[Any]], bool]] = []
    real = InterviewApp._display

    def display(app: InterviewApp, screen: Screen[Any], update: Any) -> None:
        painted.append((type(screen), getattr(screen, "is_ready", False)))
        real(app, screen, update)

    async def nothing(_: Any) -> None:
        pass

    monkeypatch.setattr(InterviewApp, "_display", display)
    run_screen(nothing, ANSWERS)
    assert painted[0] == (Screen, False)  # the frame
    assert {is_ready for kind, is_ready in painted if kind is MainScreen} == {True}
