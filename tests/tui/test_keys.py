"""Every command of the key table does what it says, with full-width and kana forms of its keys."""

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.interview.conftest import HEAD
from textual.events import Key

from cssa.answers.submission import Answer, Plan
from cssa.tui.keys import COMMAND_OF_KEY, KEY_COMMANDS, folded_key
from cssa.tui.lines import Lines
from cssa.tui.listing import ListScreen

from .conftest import Run

FIRST, SECOND = "2.1.1-1", "2.1.1-2"
OPEN = HEAD + "answers: {}\n"
RunScreen = Callable[..., None]


def test_every_command_has_words_in_both_languages_and_keys_of_its_own() -> None:
    keys = [key for command in KEY_COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    from cssa.messages import LANGS, message

    for command in KEY_COMMANDS:
        for lang in LANGS:
            assert message(lang, f"screen.key.{command.name}")
            assert message(lang, f"screen.help.{command.name}")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("３", "3"),
        ("ｎ", "n"),
        ("Ｎ", "n"),
        ("？", "?"),
        ("　", " "),
        ("え", "e"),
        ("・", "/"),
        ("「", "["),
    ],
)
def test_a_key_typed_with_the_input_method_on_is_the_same_key(typed: str, plain: str) -> None:
    assert folded_key(unicodedata.name(typed).lower(), typed) == plain
    assert plain in COMMAND_OF_KEY


def test_keys_that_terminals_or_multiplexers_take_are_not_used() -> None:
    taken = {"ctrl+a", "ctrl+b", "ctrl+h", "ctrl+j", "ctrl+m", "ctrl+i", "ctrl+space", "ctrl+\\"}
    assert not taken & COMMAND_OF_KEY.keys()
    assert not [key for key in COMMAND_OF_KEY if key.startswith(("alt+", "ctrl+shift+"))]


def test_a_level_is_saved_and_stays_and_enter_goes_on(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("3")
        assert run.answer(FIRST) == Answer(level=3)
        assert run.model.session.current_id == FIRST
        assert "段階3（実施）" in run.text
        await run.press("enter")
        assert run.model.session.current_id == SECOND
        await run.press("４")
        assert run.answer(SECOND) == Answer(level=4)
        assert "1/14" not in run.text
        assert "2/14" in run.text

    run_screen(drive, OPEN)


def test_points_are_ticked_with_the_cursor_and_taken_back(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("space", "down", "space")
        assert run.answer(FIRST).points == ("p1", "p2")
        assert run.text.count("[x]") == 2
        await run.press("space")
        assert run.answer(FIRST).points == ("p1",)
        await run.press("z")
        assert run.answer(FIRST).points == ("p1", "p2")
        await run.press("y")
        assert run.answer(FIRST).points == ("p1",)
        await run.press("z", "z", "z")
        assert run.answer(FIRST) is None

    run_screen(drive, OPEN)


def test_a_key_draws_only_the_lines_that_it_changes(
    run_screen: RunScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[str | None, int]] = []

    class Recorded(Lines):
        def render_line(self, y: int) -> Any:
            drawn.append((self.id, y))
            return super().render_line(y)

    monkeypatch.setattr("cssa.tui.main.Lines", Recorded)

    async def drive(run: Run) -> None:
        await run.press("3", "space")
        drawn.clear()
        await run.press("4")
        assert {id_ for id_, _ in drawn} == {"tree", "page"}
        in_tree = {y for id_, y in drawn if id_ == "tree"}
        assert 0 < len(in_tree) <= 3  # domain, section and practice
        drawn.clear()
        await run.press("down")
        assert {id_ for id_, _ in drawn} == {"page"}
        assert len({y for _, y in drawn}) < 8  # two points, each of some lines

    run_screen(drive, OPEN)


def test_a_level_is_chosen_with_arrows_and_space(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        while run.main.pane("page").target != "level:4":
            await run.press("down")
        await run.press("space")
        assert run.answer(FIRST).level == 4

    run_screen(drive, OPEN)


def test_space_after_a_digit_chooses_the_same_level(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("3", "enter")
        assert run.main.pane("page").target == "level:0"
        await run.press("2", "space")
        assert run.answer(SECOND) == Answer(level=2)

    run_screen(drive, OPEN)


def test_a_note_of_several_lines_is_typed_in_place(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("c")
        await run.type("規程 #1")
        await run.press("enter")
        await run.type("二行目")
        await run.press("ctrl+s")
        assert run.answer(FIRST).note == "規程 #1\n二行目"
        await run.press("c", "ctrl+s")
        assert run.answer(FIRST).note == "規程 #1\n二行目"

    run_screen(drive, OPEN)


def test_a_form_that_is_left_keeps_a_draft_and_saving_ends_it(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("c")
        await run.type("途中")
        await run.press("escape")
        assert run.answer(FIRST) is None
        assert run.model.drafts.text(FIRST, "note") == "途中"
        await run.press("c")
        assert "下書き" in run.text
        await run.type("まで")
        await run.press("ctrl+s")
        assert run.answer(FIRST).note == "途中まで"
        assert not run.model.drafts.path.exists()

    run_screen(drive, OPEN)


def test_evidence_is_added_changed_and_removed(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("e")
        await run.type("規程.pdf")
        await run.press("tab")
        await run.type("2026-04-01")
        await run.press("enter")
        assert [(item.ref, str(item.date)) for item in run.answer(FIRST).evidence] == [
            ("規程.pdf", "2026-04-01")
        ]
        await run.press("e", "tab", "tab")
        await run.type("議事録")
        await run.press("ctrl+s")
        assert [item.ref for item in run.answer(FIRST).evidence] == ["規程.pdf", "議事録"]
        await run.press("e")
        await run.press(*["backspace"] * 6, "tab", *["backspace"] * 10, "ctrl+s")
        assert [item.ref for item in run.answer(FIRST).evidence] == ["議事録"]

    run_screen(drive, OPEN)


def test_not_adopted_needs_a_reason(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        run.model.session.go_to("2.1.1-a")
        run.main.show_all(is_new=True)
        await run.press("n", "ctrl+s")
        assert "必須" in run.text
        assert run.answer("2.1.1-a") is None
        await run.type("委託先の統制で足りると経営会議で判断した")
        await run.press("ctrl+s")
        answer = run.answer("2.1.1-a")
        assert answer.not_adopted
        assert answer.reason.startswith("委託先")

    run_screen(drive, OPEN)


def test_what_may_not_be_left_out_is_refused(run_screen: RunScreen, workspace: Any) -> None:
    del workspace

    async def drive(run: Run) -> None:
        placed = run.model.session.edition.checklist.placed.values()
        never = next(
            each.practice.id
            for each in placed
            if each.practice.na == "never" and each.practice.tier == "basic"
        )
        run.model.session.go_to(never)
        run.main.show_all(is_new=True)
        await run.press("n")
        assert run.app.screen is run.main
        assert "「該当なし」にも" in run.text

    run_screen(drive, OPEN)


def test_a_treatment_and_a_plan_are_recorded_and_removed(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("1", "t", "2", "enter")
        await run.type("監視で補う")
        await run.press("tab")
        await run.type("CISO")
        await run.press("enter")
        await run.type("2026-06-01")
        await run.press("enter")
        await run.type("2026-05-31")
        await run.press("enter")
        assert "もう一度" in run.text  # a review date that has passed
        await run.press(*["backspace"] * 10)
        await run.type("2027-05-31")
        await run.press("enter")
        treatment = run.answer(FIRST).treatment
        assert (treatment.kind, treatment.approved_by) == ("alternative", "CISO")
        await run.press("a")
        await run.type("総務部")
        await run.press("enter")
        await run.type("2027-03-31")
        await run.press("ctrl+s")
        assert run.answer(FIRST).plan == Plan(owner="総務部", due=date(2027, 3, 31))
        await run.press("a", *["tab"] * 4, "2", "enter")
        assert run.answer(FIRST).plan.status == "doing"

    run_screen(drive, OPEN)


def test_dates_ratio_and_who(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("d")
        await run.type("R8.5.1")
        await run.press("enter")
        await run.press("m")
        await run.type("8/10")
        await run.press("enter")
        await run.press("w", "4", "enter")
        answer = run.answer(FIRST)
        assert (str(answer.last_done), answer.done.n, answer.performed_by) == (
            "2026-05-01",
            8,
            "shared_centre",
        )
        await run.press("x")
        assert run.answer(FIRST) is None

    run_screen(drive, OPEN)


def test_search_goes_to_what_is_chosen_and_back_and_forward(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("/")
        await run.type("EDR")
        assert "見つかった" in run.text
        chosen = run.app.screen.query_one("#list-lines").target  # type: ignore[attr-defined]
        await run.press("enter")
        assert chosen == f"go:{run.model.session.current_id}"
        await run.press("[")
        assert run.model.session.current_id == FIRST
        await run.press("]")
        assert chosen == f"go:{run.model.session.current_id}"
        await run.press("/", "escape")
        assert run.app.screen is run.main

    run_screen(drive, OPEN)


def test_unanswered_below_skip_and_previous(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        session = run.model.session
        session.go_to(FIRST)
        run.main.show_all(is_new=True)
        await run.press("b")
        assert session.current_id == SECOND
        await run.press("u")
        assert session.current_id == "2.1.1-3"
        await run.press("s")
        assert session.current_id == "2.1.1-4"
        await run.press("p")
        assert session.current_id == "2.1.1-3"

    run_screen(drive, HEAD + f"answers:\n  {FIRST}: 3\n  {SECOND}: 1\n")


def test_the_tree_goes_where_its_cursor_is(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("g", "down", "down", "enter")
        assert run.model.session.current_id == "2.1.1-3"
        assert run.main.focused is run.main.pane("page")

    run_screen(drive, OPEN)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_guidance_and_tree_are_shown_where_there_is_room_or_on_a_key(
    run_screen: RunScreen, size: tuple[int, int]
) -> None:
    async def drive(run: Run) -> None:
        is_wide = size[0] >= 116
        assert ("よくある不備" in run.text) is is_wide
        await run.press("h")
        assert "よくある不備" in run.text
        await run.press("escape", "g")
        assert "2.1.2" in run.text
        await run.press("escape")
        assert "取締役会等は" in run.text

    run_screen(drive, OPEN, size=size)


def test_help_and_palette_list_every_command_and_the_palette_runs_one(
    run_screen: RunScreen,
) -> None:
    async def drive(run: Run) -> None:
        await run.press("?")
        lines = [line.text for line in run.app.screen.query_one("#list-lines").lines]  # type: ignore[attr-defined]
        for command in KEY_COMMANDS:
            assert any(line.strip().startswith(command.shown) for line in lines), command
        await run.press("escape", "ctrl+p")
        await run.type("補足")
        await run.press("enter")
        await run.type("メモ")
        await run.press("ctrl+s")
        assert run.answer(FIRST).note == "メモ"

    run_screen(drive, OPEN, size=(120, 60))


def test_what_if_figures_review_and_themes(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("f")
        assert "成熟度（独自算定）" in run.text
        await run.press("escape", "v")
        assert "figures" in run.text
        await run.press("escape", "r")
        assert "未回答" in run.text
        await run.press("down", "enter")
        assert run.app.screen is run.main
        themes = [run.app.theme]
        for _ in range(3):
            await run.press("ctrl+t")
            themes.append(run.app.theme)
        assert len(set(themes)) == 3
        await run.press("ctrl+s")
        assert "保存済み" in run.text

    run_screen(drive, OPEN)


def test_the_review_lists_what_does_not_go_together(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        await run.press("r")
        lines = list(run.app.screen.query_one("#list-lines").lines)  # type: ignore[attr-defined]
        text = "".join(line.text.strip() for line in lines)
        assert "互いに矛盾する回答：1件" in text
        assert "2.2.5-1  「定期的な演習・訓練」は段階3ですが" in text
        assert "計画がなければ、何を確かめたのかを確認してください。" in text
        assert any(line.target == "go:2.2.5-1" for line in lines)

    run_screen(drive, HEAD + "answers: {2.2.5-1: 3, 2.5.1-1: 1}\n")


def test_the_end_is_the_review_and_q_leaves(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        last = run.model.session.queue[-1]
        run.model.session.go_to(last)
        run.main.show_all(is_new=True)
        await run.press("enter")
        assert isinstance(run.app.screen, ListScreen)
        await run.press("escape", "[")
        assert run.model.session.current_id == last
        await run.press("q")
        assert not run.app.is_running or run.app._exit

    run_screen(drive, OPEN)


def test_carried_over_answers_are_confirmed_with_one_enter(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        run.model.session.go_to(FIRST)
        run.main.show_all(is_new=True)
        assert "未確認の回答" in run.text
        await run.press("enter")
        assert run.answer(FIRST) == Answer(level=3)
        assert run.model.session.current_id == SECOND

    run_screen(drive, HEAD + f"answers:\n  {FIRST}: {{level: 3, confirmed: false}}\n")


def test_last_years_answer_is_shown_and_copied(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        assert "前回：段階4" in run.text
        await run.press("=")
        assert run.answer(FIRST) == Answer(level=4, note="去年")

    run_screen(drive, OPEN, previous={FIRST: Answer(level=4, note="去年")})


def test_read_only_shows_everything_and_changes_nothing(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        before = run.path.read_bytes()
        assert "読み取り専用です。Enter で次へ" in run.text
        for command in KEY_COMMANDS:
            if command.is_edit:
                await run.press(command.keys[0])
                assert run.app.screen is run.main, command
        assert "読み取り専用" in run.text
        await run.press("enter")
        assert run.path.read_bytes() == before
        assert sorted(path.name for path in run.path.parent.iterdir()) == ["answers.yaml"]

    run_screen(drive, OPEN, is_read_only=True)


def test_read_only_enter_is_not_said_to_confirm(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        run.model.session.go_to(FIRST)
        run.main.show_all(is_new=True)
        await run.pilot.pause()
        assert "未確認の回答です。" in run.text
        assert "問題がなければ" not in run.text

    content = HEAD + f"answers:\n  {FIRST}: {{level: 3, confirmed: false}}\n"
    run_screen(drive, content, is_read_only=True)


def test_no_command_breaks_at_a_practice_or_at_the_end(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        for command in KEY_COMMANDS:
            for place in (FIRST, None):
                run.model.session.current_id = place
                run.main.show_all(is_new=True)
                if command.name not in ("suspend", "quit"):
                    run.main.run_command(command.name, "3")
                    await run.pilot.pause()
                while run.app.screen is not run.main:
                    await run.press("escape")

    run_screen(drive, OPEN)


def test_what_is_typed_ahead_goes_into_the_form_and_changes_no_answer(
    run_screen: RunScreen,
) -> None:
    async def drive(run: Run) -> None:
        for key in ("e", *"12 規程", "enter", *"2026-04-01", "enter"):
            run.app.post_message(Key(key, key if len(key) == 1 else None))  # faster than handled
        for _ in range(20):
            await run.pilot.pause()
        answer = run.answer(FIRST)
        assert answer.level is None
        assert [(item.ref, str(item.date)) for item in answer.evidence] == [
            ("12 規程", "2026-04-01")
        ]

    run_screen(drive, OPEN)


def test_enter_in_a_search_typed_ahead_takes_what_was_typed(run_screen: RunScreen) -> None:
    async def drive(run: Run) -> None:
        for key in ("/", *"2.3.1-1", "enter", "3"):
            run.app.post_message(Key(key, key if len(key) == 1 else None))
        for _ in range(20):
            await run.pilot.pause()
        assert run.model.session.current_id == "2.3.1-1"
        assert run.answer("2.3.1-1").level == 3
        assert run.answer(FIRST) is None

    run_screen(drive, OPEN)
