"""What is asked before there is an interview, and reviews: on the screen, from the request on."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.forms.conftest import FOLDER
from tests.interview.conftest import HEAD
from tests.interview.test_groups import FACTS
from tests.interview.test_other_checklists import six_own_levels

from cssa.cli.assess_request import AssessRequest
from cssa.cli.screen_run import ScreenRun
from cssa.messages import LANGS, Lang, message
from cssa.tui.app import InterviewApp
from cssa.tui.form_screen import FormScreen
from cssa.tui.keys import KEY_COMMANDS, REVIEW_WORDS
from cssa.tui.listing import ListScreen

from .conftest import Drive, Run

FIRST, SECOND = "2.1.1-1", "2.1.1-2"
RATED = HEAD + f"answers:\n  {FIRST}: {{level: 3, note: 取締役会で決定}}\n  {SECOND}: 4\n"
Start = Callable[..., InterviewApp]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Run ``cssa assess`` as asked, up to a drive; return the application as it was left."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CSSA_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("CSSA_CHANGE_LOG", "off")

    def run(drive: Drive, *, lang: Lang = "ja", **asked: Any) -> InterviewApp:
        from cssa.cli import language

        monkeypatch.setattr(language, "_lang", lang)
        options: dict[str, Any] = {
            "checklist": None, "answers": Path("answers.yaml"), "is_plain": False,
            "is_read_only": False, "role": None, "previous": None, "tier": None,
            "domain": None, "owner": None, "only": None, "by": None, **asked,
        }  # fmt: skip
        screen_run = ScreenRun(AssessRequest(**options))
        app = InterviewApp(screen_run.open, lang)

        async def go() -> None:
            async with app.run_test(size=(100, 40)) as pilot:
                while app.failure is None and len(app.screen_stack) == 1:
                    await pilot.pause()
                for _ in range(5):
                    await pilot.pause()
                await drive(Run(app, pilot, tmp_path / "answers.yaml"))

        try:
            asyncio.run(go())
        finally:
            screen_run.close()
        screen_run.say_where_it_was_left(app.model)
        return app

    return run


async def settle(run: Run) -> None:
    """Wait until the interview is shown."""
    for _ in range(100):
        if run.app.failure is not None or run.app.model is not None:
            break
        await run.pilot.pause()
    for _ in range(5):
        await run.pilot.pause()


@pytest.mark.parametrize("lang", LANGS)
def test_a_new_file_is_made_from_checklist_identity_and_sector(start: Start, lang: Lang) -> None:
    async def drive(run: Run) -> None:
        assert message(lang, "screen.start.checklist") in run.text
        lines = run.app.screen.query_one("#list-lines")
        lines.put_cursor("fsa-cyber-guideline")  # type: ignore[attr-defined]
        await run.press("enter")
        await run.type("not an id")
        await run.press("ctrl+s")
        assert message(lang, "assess.wrong.id", {"found": "not an id"})[:20] in run.text
        await run.press(*["backspace"] * 9)
        await run.type("x1")
        await run.press("enter")
        await run.type("凪浜信用金庫")
        await run.press("enter")
        for _ in range(5):
            await run.pilot.pause()
        await run.press("escape")  # one back keeps what was typed
        assert "凪浜信用金庫" in run.text
        await run.press("ctrl+s")
        assert not run.path.exists()
        await run.type("信用金庫")
        await run.press("enter")
        await settle(run)
        institution = run.model.session.submission.institution
        assert (institution.id, institution.name, institution.sector) == (
            "x1",
            "凪浜信用金庫",
            "shinkin",
        )
        assert isinstance(run.app.screen, ListScreen)  # what is open about the institution
        assert message(lang, "screen.start.facts", {"path": "answers.yaml"})[:20] in run.text
        await run.press("escape", "3")
        assert run.answer(FIRST).level == 3

    assert start(drive, lang=lang).failure is None


def test_leaving_before_there_is_a_file_makes_none(start: Start, tmp_path: Path) -> None:
    async def drive(run: Run) -> None:
        await run.press("enter", "escape", "escape")
        assert not run.app.is_running or run.app._exit

    app = start(drive)
    assert app.model is None
    assert not (tmp_path / "answers.yaml").exists()


def test_a_checklist_that_is_named_is_not_asked_for(start: Start) -> None:
    async def drive(run: Run) -> None:
        assert isinstance(run.app.screen, FormScreen)
        await run.press("escape")
        assert not run.app.is_running or run.app._exit

    start(drive, checklist="fsa-cyber-guideline")


@pytest.mark.parametrize("lang", LANGS)
def test_a_review_is_recorded_beside_the_self_rating(
    start: Start, tmp_path: Path, lang: Lang
) -> None:
    (tmp_path / "answers.yaml").write_text(RATED, "utf-8")

    async def drive(run: Run) -> None:
        await run.type("リスク統括部")
        await run.press("ctrl+s")
        await settle(run)
        assert message(lang, "assess.as.own", {"answer": ""}) in run.text
        assert "取締役会で決定" in run.text
        await run.press("=")
        own = run.answer(FIRST)
        assert (own.level, own.note) == (3, "取締役会で決定")
        assert [(each.line, each.level, each.by) for each in own.review] == [(2, 3, "リスク統括部")]
        await run.press("enter", "2")
        assert message(lang, "screen.as.reason", {"own": 4, "level": 2}) in run.text
        assert run.answer(SECOND).review[0].level == 2  # saved before the reason is asked for
        await run.type("記録がない")
        await run.press("ctrl+s")
        assert run.answer(SECOND).review[0].note == "記録がない"
        assert message(lang, "screen.as.progress", {"done": 2, "of": 2}) in run.text
        await run.press("x")
        assert run.answer(SECOND).review == ()
        await run.press("z")
        assert run.answer(SECOND).review[0].note == "記録がない"
        await run.press("r")
        assert message(lang, "assess.as.differing", {"count": 1}) in run.text

    start(drive, lang=lang, role="second_line")


def test_a_reviewer_changes_nothing_of_the_answer(start: Start, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(RATED, "utf-8")

    async def drive(run: Run) -> None:
        await settle(run)
        for command in KEY_COMMANDS:
            if not command.in_review:
                await run.press(command.keys[0])
                assert run.app.screen is run.main, command
        assert "自己評価の内容と機関に関する事項は変更できません" in run.text
        assert run.path.read_text("utf-8") == RATED
        await run.press("space")  # the cursor begins at the levels: points are not ticked
        assert run.answer(FIRST).points == ()
        assert run.answer(FIRST).review[0].level == 0

    start(drive, role="audit", by="監査部")


def test_a_review_that_is_read_only_promises_no_saving(start: Start, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(RATED, "utf-8")

    async def drive(run: Run) -> None:
        await settle(run)
        assert message("ja", "screen.opening_read_only")[:20] in run.text
        await run.press("2")
        assert run.path.read_text("utf-8") == RATED

    start(drive, role="audit", by="監査部", is_read_only=True)


def test_a_reviewer_is_offered_levels_also_where_the_answer_is_an_option(
    start: Start, tmp_path: Path
) -> None:
    facts = FACTS.replace("own-scale", "kinds")
    (tmp_path / "answers.yaml").write_text(facts + "answers: {2-1: yearly}\n", "utf-8")

    async def drive(run: Run) -> None:
        await settle(run)
        assert run.model.session.current_id == "2-1"
        assert f"0-5 {message('ja', 'screen.as.key.level')}" in run.text

    start(drive, checklist=str(FOLDER), role="audit", by="監査部")


def test_level_1_of_a_scale_of_its_own_asks_for_no_plan(start: Start, tmp_path: Path) -> None:
    own = six_own_levels(tmp_path / "own")
    (tmp_path / "answers.yaml").write_text(FACTS + "answers: {}\n", "utf-8")

    async def drive(run: Run) -> None:
        await settle(run)
        await run.press("1")
        assert run.answer("a").level == 1
        assert message("ja", "screen.planned", {"id": "a"})[:20] not in run.text

    start(drive, checklist=str(own))


@pytest.mark.parametrize("lang", LANGS)
def test_where_it_asks_to_confirm_it_counts_confirmations(
    start: Start, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: Lang
) -> None:
    answers = f"answers:\n  {FIRST}: {{level: 3, confirmed: false}}\n  {SECOND}: 4\n"
    (tmp_path / "answers.yaml").write_text(HEAD + answers, "utf-8")

    async def drive(run: Run) -> None:
        await settle(run)
        assert message(lang, "screen.progress.confirmed", {"done": 0, "of": 1}) in run.text

    start(drive, lang=lang, only="unconfirmed")
    said = capsys.readouterr().out
    assert message(lang, "assess.goodbye.confirmed", {"done": 0, "of": 1}) in said
    assert "cssa assess -a answers.yaml --only unconfirmed" in " ".join(said.split())


def test_what_means_something_else_in_a_review_has_words_of_its_own() -> None:
    assert {command.name for command in KEY_COMMANDS} >= REVIEW_WORDS
    for lang in LANGS:
        for name in REVIEW_WORDS:
            assert message(lang, f"screen.as.key.{name}")
            assert message(lang, f"screen.as.help.{name}")
