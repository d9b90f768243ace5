"""What is stated about the institution is chosen and typed without losing what was there."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from tests.interview.conftest import HEAD

from cssa.answers.answers_file import AnswersFile
from cssa.messages import LANGS, Lang, message
from cssa.reports.text_layout import cells
from cssa.tui.lines import Lines

from .conftest import Run

OPEN = HEAD + "answers: {}\n"
UNSTATED = (
    'schema: cssa.answers/1\nchecklist: {id: fsa-cyber-guideline, version: "2025-07-04"}\n'
    "institution: {id: test-1, name: みなと信用金庫, sector: shinkin, size: 3.2e11}\n"
    "answers: {}\n"
)
RunScreen = Callable[..., None]


def institution(run: Run) -> Any:
    return AnswersFile.read_unchecked(run.path).submission.institution


def listed(run: Run) -> Lines:
    return run.app.screen.query_one("#list-lines", Lines)


async def open_fact(run: Run, path: str) -> None:
    await run.press("i")
    listed(run).put_cursor(path)
    await run.press("enter")
    await run.pilot.pause()


def test_a_list_begins_at_what_is_stated(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await open_fact(run, "institution.sector")
        assert listed(run).target == "shinkin"
        await run.press("enter")
        assert institution(run).sector == "shinkin"
        await run.press("escape")
        await open_fact(run, "institution.licence")
        assert listed(run).target == "none"
        await run.press("down", "enter", "escape")
        licence = institution(run).licence
        assert licence is not None
        await open_fact(run, "institution.licence")
        assert listed(run).target == licence
        await run.press("enter")
        assert institution(run).licence == licence

    run_screen(drive, OPEN)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_options_are_chosen_with_arrows_and_none_by_enter_alone(
    run_screen: RunScreen, size: tuple[int, int]
) -> None:
    async def drive(run: Run) -> None:
        await open_fact(run, "institution.profile.cloud")
        await run.press("enter")
        assert "cloud" not in institution(run).profile
        await run.press("escape")
        await open_fact(run, "institution.profile.cloud")
        await run.press("up", "up", "down", "space", "up", "enter")
        assert institution(run).profile["cloud"].value is True

    run_screen(drive, UNSTATED, size=size)


@pytest.mark.parametrize("lang", LANGS)
def test_a_reason_is_asked_for_no_alone(run_screen: RunScreen, lang: Lang) -> None:
    async def drive(run: Run) -> None:
        label = message(lang, "screen.field.flag_reason")
        await open_fact(run, "institution.profile.cloud")
        assert label not in run.text
        await run.press("1", "enter")
        assert institution(run).profile["cloud"].value is True
        await run.press("escape")
        await open_fact(run, "institution.profile.wireless_lan")
        await run.press("2")
        assert label in run.text
        await run.press("enter")
        assert institution(run).profile.get("wireless_lan") is None
        await run.type("有線のみ")
        await run.press("ctrl+s")
        stated = institution(run).profile["wireless_lan"]
        assert (stated.value, stated.reason) == (False, "有線のみ")

    run_screen(drive, UNSTATED, lang=lang)


@pytest.mark.parametrize("lang", LANGS)
def test_only_what_decides_is_marked_and_no_fact_is_cut(run_screen: RunScreen, lang: Lang) -> None:
    async def drive(run: Run) -> None:
        await run.press("i")
        lines = listed(run).lines
        assert all(cells(line.text) <= listed(run).pane_width for line in lines)
        facts = run.model.facts.facts(run.model.session.submission, run.model.session.edition)
        unstated = message(lang, "assess.setup.unstated")
        for fact in facts:
            target = ".".join(fact.path)
            shown = [line.text for line in lines if line.target == target]
            together = "".join(text.strip() for text in shown).replace(" ", "")
            assert together.endswith((fact.current or unstated).replace(" ", ""))
        factors = {factor.id: factor.key for factor in run.model.facts.profile.factors}
        assert set(factors.values()) == {True, False}
        for name, is_key in factors.items():
            line = next(each for each in lines if (each.target or "").endswith(f"factors.{name}"))
            assert line.text.startswith("!") == is_key

    run_screen(drive, UNSTATED, lang=lang, size=(80, 24))


@pytest.mark.parametrize("lang", LANGS)
def test_a_form_says_which_field_is_wrong_and_enter_checks_it(
    run_screen: RunScreen, lang: Lang
) -> None:
    async def drive(run: Run) -> None:
        needed = message(lang, "screen.form.needed")
        await run.press("t", "tab")
        await run.type("更改まで")
        await run.press("ctrl+s")
        label = message(lang, "screen.field.approved_by")
        problem = {"label": label, "problem": needed}
        assert message(lang, "screen.form.problem", problem) in run.text
        await run.type("CISO")
        await run.press("enter")
        assert needed not in run.text
        await run.type("来月")
        await run.press("enter")
        assert "来月" in "".join(run.text.split("\n")[-4:])
        assert run.app.screen.focused is not None
        assert run.app.screen.focused.id == "field-3"
        marked = run.app.screen.query(".form-label.-current")
        assert [label.parent.id for label in marked if label.parent] == ["part-3"]

    run_screen(drive, OPEN, lang=lang)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80", "120"])
def test_no_line_of_a_form_begins_with_what_may_not_begin_one(
    run_screen: RunScreen, size: tuple[int, int]
) -> None:
    async def drive(run: Run) -> None:
        run.model.session.go_to("2.1.1-a")
        run.main.show_all(is_new=True)
        for key in ("n", "t", "a", "e", "c"):
            await run.press(key)
            lines = [line.strip() for line in run.text.split("\n")]
            assert not [line for line in lines if line.startswith(("。", "、", "）", "」"))]
            await run.press("escape")

    run_screen(drive, OPEN, size=size)


@pytest.mark.parametrize("key", ["t", "a", "n"])
def test_a_form_stays_usable_while_the_window_changes(run_screen: RunScreen, key: str) -> None:
    async def drive(run: Run) -> None:
        run.model.session.go_to("2.1.1-a")
        run.main.show_all(is_new=True)
        await run.press(key)
        for size in ((60, 20), (120, 40), (80, 24), (61, 21), (200, 60)):
            await asyncio.wait_for(run.pilot.resize_terminal(*size), timeout=30)
            assert message("ja", "screen.form.keys_draft") in run.text
            await run.press("escape")
            assert run.app.screen is run.main
            await run.pilot.pause()
            assert run.main.pane("page").size.width >= 40
            assert run.main.pane("tree").display == (size[0] >= 90)
            await run.press(key)

    run_screen(drive, OPEN)
