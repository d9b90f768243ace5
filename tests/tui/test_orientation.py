"""What is said and shown is about the practice and the line at which one is."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from tests.interview.conftest import HEAD

from cssa.messages import LANGS, Lang, message
from cssa.reports.text_layout import cells
from cssa.tui.lines import Lines
from cssa.tui.listing import ListScreen

from .conftest import Run

FIRST, SECOND = "2.1.1-1", "2.1.1-2"
OPEN = HEAD + "answers: {}\n"
TREATED = HEAD + (
    "answers:\n"
    "  2.1.1-1: {level: 2, treatment: {kind: accepted, measure: 更改まで受け入れる,"
    " approved_by: リスク管理委員会, approved_on: 2026-04-01, review_by: 2027-03-31}}\n"
)
RunScreen = Callable[..., None]


def state(run: Run) -> str:
    """What the line says in which everything is said."""
    return "\n".join(run.text.split("\n")[-4:-2])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["narrow", "wide"])
def test_in_the_tree_no_answer_changes_before_enter_goes_there(
    run_screen: RunScreen, size: tuple[int, int]
) -> None:
    async def drive(run: Run) -> None:
        footer = run.text.split("\n")[-2:]
        assert "0-5 段階" in footer[0]
        await run.press("g", "down", "4", "space", "x", "c")
        assert run.app.screen is run.main
        assert run.answer(FIRST) is None
        assert run.answer(SECOND) is None
        assert message("ja", "screen.in_tree")[:20] in state(run)
        footer = run.text.split("\n")[-2:]
        assert "Enter 移動  Esc 項目に戻る" in footer[0]
        assert "0-5" not in "".join(footer)
        await run.press("enter", "4")
        assert run.answer(SECOND).level == 4
        assert "0-5 段階" in run.text.split("\n")[-2]
        await run.press("g", "z")  # what was saved last can be undone there
        assert run.answer(SECOND) is None
        await run.press("escape", "3")
        assert run.answer(SECOND).level == 3

    run_screen(drive, OPEN, size=size)


def test_after_the_tree_the_heading_is_that_of_the_practice_it_led_to(
    run_screen: RunScreen,
) -> None:
    async def drive(run: Run) -> None:
        await run.press("g", "down", "down", "enter")
        placed = run.model.session.current
        assert placed is not None
        assert placed.practice.shown_id != FIRST
        assert f" {placed.practice.shown_id} " in "\n".join(run.text.split("\n")[:3])

    run_screen(drive, OPEN, size=(80, 24))


def test_what_is_said_of_guidance_goes_with_it(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("h")
        assert state(run).strip()
        await run.press("escape")
        assert not state(run).strip()

    run_screen(drive, OPEN, size=(80, 24))


def test_the_tree_stands_still_while_the_practice_shown_is_in_view(
    run_screen: RunScreen,
) -> None:
    async def drive(run: Run) -> None:
        tree = run.main.pane("tree")
        tops = [tree.scroll_offset.y]
        for _ in range(40):
            await run.press("enter")
            tops.append(tree.scroll_offset.y)
            shown = f"go:{run.model.session.current_id}"
            at = [line.target for line in tree.lines].index(shown)
            assert tops[-1] <= at < tops[-1] + tree.size.height
        moves = [here for before, here in pairwise(tops) if here != before]
        assert 1 <= len(moves) <= 8

    run_screen(drive, OPEN, size=(120, 24))


def test_home_end_and_pages_take_the_cursor_along_in_tree_and_lists(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("g")
        tree = run.main.pane("tree")
        await run.press("end")
        assert tree.target == [line.target for line in tree.lines if line.target][-1]
        await run.press("home")
        assert tree.target == tree.lines[0].target
        await run.press("pagedown")
        assert tree.target != tree.lines[0].target
        at = [line.target for line in tree.lines].index(tree.target)
        assert tree.scroll_offset.y <= at < tree.scroll_offset.y + tree.size.height
        await run.press("escape", "r")
        listed = run.app.screen.query_one("#list-lines", Lines)
        last = [line.target for line in listed.lines if line.target][-1]
        await run.press("end", "enter")
        assert f"go:{run.model.session.current_id}" == last

    run_screen(drive, OPEN, size=(80, 24))


@pytest.mark.parametrize("lang", LANGS)
def test_a_remark_goes_with_its_practice_and_what_was_saved_stays(
    run_screen: RunScreen, lang: Lang
) -> None:
    async def drive(run: Run) -> None:
        await run.press("n")
        refused = message(lang, "screen.never_left_out")[:20]
        assert refused in state(run)
        await run.press("s")
        assert not state(run).strip()
        await run.press("]")
        assert message(lang, "screen.at_last") in state(run)
        assert "[" in state(run)
        await run.press("3", "enter")
        assert SECOND in state(run)

    run_screen(drive, OPEN, lang=lang)


def test_what_is_said_is_broken_anew_and_says_where_it_is_cut(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("c")
        await run.type("補足" * 30)
        await run.press("enter")
        await run.type("二行目" * 20)
        await run.press("ctrl+s")
        assert state(run).rstrip().endswith("…")
        assert "二行目" in state(run)
        await run.pilot.resize_terminal(80, 24)
        await run.pilot.pause()
        assert all(0 < cells(line) <= 80 for line in state(run).split("\n"))
        assert state(run).rstrip().endswith("…")

    run_screen(drive, OPEN)


@pytest.mark.parametrize("lang", LANGS)
def test_the_palette_lists_what_is_called_so_first(run_screen: RunScreen, lang: Lang) -> None:
    async def drive(run: Run) -> None:
        await run.press("ctrl+p")
        await run.type("what" if lang == "en" else "試算")
        assert isinstance(run.app.screen, ListScreen)
        assert run.app.screen.query_one("#list-lines", Lines).target == "what_if"
        await run.press("enter")
        assert message(lang, "screen.what_if.title") in run.text
        assert message(lang, "screen.list.text_keys") in run.text

    run_screen(drive, OPEN, lang=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_a_risk_that_is_accepted_is_not_asked_for_again(run_screen: RunScreen, lang: Lang) -> None:
    async def drive(run: Run) -> None:
        accepted = message(lang, "screen.hint.accepted", {"target": 3})[:30]
        asked = message(lang, "screen.hint.target", {"target": 3})[:30]
        run.model.session.go_to(FIRST)
        run.main.show_all(is_new=True)
        await run.pilot.pause()
        assert accepted in run.text
        assert asked not in run.text
        await run.press("enter", "2")
        assert run.model.session.current_id == SECOND
        assert accepted not in run.text
        assert asked in run.text

    run_screen(drive, TREATED, lang=lang, size=(200, 60))
