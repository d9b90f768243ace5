"""Keys that arrive together, as over a slow line, act one after the other."""

from collections.abc import Callable

import pytest
from tests.interview.conftest import HEAD
from textual.events import Key
from textual.widgets import Input

from cssa.answers.submission import Answer

from .conftest import Run

FIRST, DESIRABLE = "2.1.1-1", "2.1.1-a"
OPEN = HEAD + "answers: {}\n"
RunScreen = Callable[..., None]


async def send(run: Run, *keys: str) -> None:
    """Send keys faster than any of them is handled; words are typed letter by letter."""
    names = ("tab", "enter", "escape", "backspace", "left", "ctrl+u", "ctrl+s", "down", "space")
    for key in keys:
        for each in (key,) if key in names else key:
            run.app.post_message(Key(each, each if len(each) == 1 else None))
    for _ in range(20):
        await run.pilot.pause()


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("abc", "backspace", "d"), "abd"),
        (("abc", "left", "left", "X"), "aXbc"),
        (("wrong", "ctrl+u", "right"), "right"),
    ],
)
def test_text_is_corrected_where_it_was_typed(
    run_screen: RunScreen, keys: tuple[str, ...], text: str
) -> None:
    async def drive(run: Run) -> None:
        await send(run, "e", *keys)
        assert run.app.screen.query_one("#field-0", Input).value == text
        await run.press("escape")
        await send(run, "c", *keys, "ctrl+s")
        assert run.answer(FIRST) == Answer(note=text)

    run_screen(drive, OPEN)


def test_tab_takes_what_is_typed_after_it_along(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await send(
            run, "t", "tab", "VPN", "tab", "CISO", "tab", "2026-03-01", "tab", "2027-03-31", "ctrl+s"
        )  # fmt: skip
        treatment = run.answer(FIRST).treatment
        assert (treatment.measure, treatment.approved_by) == ("VPN", "CISO")
        assert str(treatment.approved_on) == "2026-03-01"
        assert str(treatment.review_by) == "2027-03-31"

    run_screen(drive, OPEN)


def test_a_text_is_gone_on_with_at_its_end(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await send(run, "a", "tab", "tab", "VPN", "ctrl+s")
        await send(run, "a", "tab", "tab", " 2", "ctrl+s")
        assert run.answer(FIRST).plan.action == "VPN 2"

    run_screen(drive, OPEN)


def test_what_follows_saving_or_leaving_a_form_is_a_command(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await send(run, "c", "VPN", "ctrl+s", "3")
        assert run.answer(FIRST) == Answer(note="VPN", level=3)
        await send(run, "/", "mfa", "escape", "4")
        assert run.answer(FIRST).level == 4
        await send(run, "/", "mfa", "down", "enter")
        assert run.model.session.current_id == "2.3.1-5"
        run.model.session.go_to(FIRST)
        run.main.show_all(is_new=True)
        await send(run, "?", "escape", "2")
        assert run.answer(FIRST).level == 2

    run_screen(drive, OPEN)


def test_a_reason_typed_at_once_goes_past_the_options_into_its_field(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("/")
        await send(run, *DESIRABLE, "enter")
        await send(run, "n", "規模により", "ctrl+s")
        assert run.answer(DESIRABLE) == Answer(not_adopted=True, reason="規模により")

    run_screen(drive, OPEN)
