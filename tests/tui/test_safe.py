"""What is shown is saved; conflicts, full disks, other programs and crashes lose and tell nothing."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.interview.conftest import HEAD

from cssa.answers.answers_file import AnswersFile
from cssa.tui.app import InterviewApp
from cssa.tui.question import QuestionScreen

from .conftest import Run

FIRST, SECOND = "2.1.1-1", "2.1.1-2"
OPEN = HEAD + "answers: {}\n"
RunScreen = Callable[..., None]


def change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize(("key", "level"), [("y", 2), ("escape", 5)])
def test_an_answer_changed_outside_is_asked_about(
    run_screen: RunScreen, key: str, level: int
) -> None:
    async def drive(run: Run) -> None:
        await run.press("3")
        change(run.path, f"{FIRST}: 3", f"{FIRST}: 5")
        await run.press("2")
        assert isinstance(run.app.screen, QuestionScreen)
        assert "現在のファイルの内容：段階5" in run.text
        await run.press(key)
        assert run.answer(FIRST).level == level
        assert f"段階{level}" in run.text

    run_screen(drive, OPEN)


def test_others_changes_are_taken_over_while_nothing_is_entered(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        change(run.path, "answers: {}", f"answers:\n  {SECOND}: 4")
        run.main._saving.look_at_file()
        await run.pilot.pause()
        assert f"変更を読み込みました：{SECOND}" in run.text
        assert run.model.session.submission.answers[SECOND].level == 4
        change(run.path, f"{SECOND}: 4", f"{SECOND}: nonsense")
        run.main._saving.look_at_file()
        await run.pilot.pause()
        assert run.model.session.submission.answers[SECOND].level == 4

    run_screen(drive, OPEN)


def test_a_full_disk_is_said_and_saved_again_once_there_is_room(
    run_screen: RunScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    async def drive(run: Run) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fail)
            await run.press("3")
            assert "まだ保存できていません" in run.text
            assert run.answer(FIRST) is None
        await run.press("y")
        assert run.answer(FIRST).level == 3

    run_screen(drive, OPEN)


def test_undo_never_takes_back_what_others_changed_unasked(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("3")
        change(run.path, f"{FIRST}: 3", f"{FIRST}: 5")
        run.main._saving.look_at_file()
        await run.press("z")
        assert isinstance(run.app.screen, QuestionScreen)
        await run.press("n")
        assert run.answer(FIRST).level == 5

    run_screen(drive, OPEN)


def test_a_crash_shows_nothing_of_the_answers(
    run_screen: RunScreen, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(InterviewApp, "next_theme", lambda _: 1 / 0)
    seen: list[InterviewApp] = []

    async def drive(run: Run) -> None:
        seen.append(run.app)
        await run.press("ctrl+t")

    with pytest.raises(ZeroDivisionError):
        run_screen(drive, HEAD + f"answers:\n  {FIRST}: {{level: 3, note: 秘密の補足}}\n")
    assert isinstance(seen[0].failure, ZeroDivisionError)
    assert not seen[0]._exit_renderables
    captured = capsys.readouterr()
    assert "秘密の補足" not in captured.out + captured.err


def test_a_draft_of_a_session_that_was_killed_is_offered(run_screen: RunScreen) -> None:
    def leave_draft(path: Path) -> None:
        from cssa.interview.drafts import Drafts

        Drafts(path).write(FIRST, "note", "途中のメモ")

    async def drive(run: Run) -> None:
        await run.press("c")
        assert "途中のメモ" in run.text
        await run.press("ctrl+s")
        assert run.answer(FIRST).note == "途中のメモ"

    run_screen(drive, OPEN, prepare=leave_draft)


def test_the_same_inputs_give_the_same_file_as_the_line_mode(
    run_screen: RunScreen, tmp_path: Path, workspace: Any
) -> None:
    """The line mode is driven first, on a file of its own with the same header."""
    from tests.interview.test_keys import Interview

    folder = tmp_path / "lines"
    folder.mkdir()
    lines = folder / "answers.yaml"
    start = HEAD + f"answers:\n  {FIRST}:   # 手で\n    level: 2\n    note: 補足  # 注\n"
    lines.write_text(start, "utf-8")
    edition = workspace.catalogue.load(workspace.catalogue.find("fsa-cyber-guideline"))
    Interview(lines, edition, workspace, lang="ja").type(
        FIRST, "4", "p p1 p3", "e 規程.pdf", "2026-04-01", "n 新しい補足", "y", "c 8/10", SECOND, "1",
        "総務部", "2027-03-31", "", "", "b", "w 共同センター", "d 2026-05-01",
        "t", "1", "残る危険は小さい", "CISO", "2026-03-01", "2027-02-28", "2.1.1-a",
        "no 委託先の統制で足りると経営会議で判断した", "2.3.4.4-4", "na 無線LANの機器を保有せず設置も禁止している",
    )  # fmt: skip

    async def drive(run: Run) -> None:
        run.model.session.go_to(FIRST)
        run.main.show_all(is_new=True)
        await run.press("4", "space", "down", "down", "space", "e")
        await run.type("規程.pdf")
        await run.press("tab")
        await run.type("2026-04-01")
        await run.press("enter", "c", *["backspace"] * 2)
        await run.type("新しい補足")
        await run.press("ctrl+s", "m")
        await run.type("8/10")
        await run.press("enter", "enter", "1", "a")
        await run.type("総務部")
        await run.press("tab")
        await run.type("2027-03-31")
        await run.press("ctrl+s", "w", "4", "enter", "d")
        await run.type("2026-05-01")
        await run.press("enter", "t", "1", "enter")
        for text in ("残る危険は小さい", "CISO", "2026-03-01", "2027-02-28"):
            await run.type(text)
            await run.press("tab" if text != "2027-02-28" else "ctrl+s")
        for practice, reason in (
            ("2.1.1-a", "委託先の統制で足りると経営会議で判断した"),
            ("2.3.4.4-4", "無線LANの機器を保有せず設置も禁止している"),
        ):
            await run.press("/")
            await run.type(practice)
            await run.press("enter", "n")
            if practice == "2.1.1-a":
                await run.press("1", "enter")
            await run.type(reason)
            await run.press("ctrl+s")

    run_screen(drive, start)
    assert (tmp_path / "answers.yaml").read_bytes() == lines.read_bytes()
    assert AnswersFile.read_unchecked(lines).submission.answers["2.1.1-a"].not_adopted


def test_facts_about_the_institution_are_picked_stated_and_undone(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        before = run.path.read_bytes()
        await run.press("i")
        assert "リスクプロファイル" in run.text
        for _ in range(2):
            await run.press("down")
        await run.press("enter")
        await run.type("外国銀行支店")
        await run.press("enter")
        assert run.model.session.submission.institution.sector == "foreign_branch"
        await run.press("escape", "i")
        lines = run.app.screen.query_one("#list-lines")
        lines.put_cursor("institution.profile.wireless_lan")  # type: ignore[attr-defined]
        await run.press("enter", "2", "tab")
        await run.type("無線機器はない")
        await run.press("ctrl+s")
        assert run.model.session.submission.institution.flags["wireless_lan"] is False
        await run.press("escape")
        assert "2.3.4.4-4" in run.text  # what falls out of scope
        await run.press("z", "z")
        assert run.path.read_bytes() == before

    run_screen(drive, OPEN)
