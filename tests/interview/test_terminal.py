"""The program in a terminal: first run, pasted text, widths, languages, no terminal."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.datafile.reader import read
from cssa.messages import LANGS, catalogue, message
from cssa.reports.text_layout import cells

from .test_groups import CASE, FACTS

SRC = Path(__file__).resolve().parents[2] / "src"

Start = Callable[..., Any]
Write = Callable[..., Path]


def content(path: Path) -> Any:
    return read(path.read_bytes(), str(path)).value


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_without_a_terminal_it_names_what_to_use_instead(tmp_path: Path, lang: str) -> None:
    completed = subprocess.run(
        [sys.executable, "-m", "cssa", "--lang", lang, "assess"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SRC)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert (completed.returncode, completed.stdout) == (2, b"")
    assert "`cssa score answers.yaml`" in completed.stderr.decode()
    assert not list(tmp_path.iterdir())


def test_without_a_name_the_first_run_asks_which_checklist(start: Start, tmp_path: Path) -> None:
    screen = start(named=False, lang="en")
    screen.until(r"Number \(\? help\)\s+> $")
    assert "Guidelines on Cybersecurity for the Financial Sector (176 questions)" in screen.text
    assert "2015" not in screen.text  # what is historical is not offered
    assert "is not in the list" in screen.type("99", r"Number \(\? help\)\s+> $")
    screen.type("tlpt", r"Institution ID \(\? help\)\s+> $")
    screen.type("minato-1", r"Name \(\? help\)\s+> $")
    screen.type("Minato Shinkin", r"help.\s+> $")
    screen.type("shinkin b")
    assert content(tmp_path / "answers.yaml")["checklist"]["id"] == "tlpt"
    screen.kill()
    resumed = start(named=False, lang="en")
    resumed.until(r"> $")
    assert "Which checklist" not in resumed.text
    resumed.kill()


def test_the_first_run_makes_the_file_and_keeps_each_answer_about_the_institution(
    start: Start, tmp_path: Path
) -> None:
    screen = start(lang="en")
    screen.until(r"Institution ID \(\? help\)\s+> $")
    assert "Why this is asked" in screen.text
    assert "is not a valid ID" in screen.type("x y")
    screen.type("?", r"Institution ID \(\? help\)\s+> $")
    screen.type("minato-1", r"Name \(\? help\)\s+> $")
    screen.type("Minato Shinkin", r"help.\s+> $")
    assert "Sub-sector: Shinkin bank" in screen.type("shinkin b")
    path = tmp_path / "answers.yaml"
    assert content(path)["institution"]["sector"] == "shinkin"
    screen.type("y", r"Licence: [^>]*> $")
    screen.type("", r"Deposits [^>]*> $")
    screen.type("b", r"Licence: [^>]*> $")
    screen.type("", r"Deposits [^>]*> $")
    screen.type("320 billion", "y yes / n no[^>]*> $")
    assert content(path)["institution"]["size"] == 320_000_000_000
    screen.type("y")
    screen.type("n")
    screen.kill()
    assert list(content(path)["institution"]["profile"].values()) == [True, False]
    resumed = start(lang="en")
    assert "are still unanswered" in resumed.until("> $")
    resumed.type("n", r"Answer 2.1.1-1 > $")
    resumed.key(b"\x04")
    assert resumed.exit_code() == 0
    assert "Answered and saved in the selected items: 0 of 175" in resumed.text


def test_an_empty_file_is_a_first_run(start: Start, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").touch()
    screen = start(lang="en")
    screen.until(r"Institution ID \(\? help\)\s+> $")
    screen.type("minato-1", r"Name \(\? help\)\s+> $")
    screen.type("Minato Shinkin", r"help.\s+> $")
    screen.type("shinkin b")
    assert content(tmp_path / "answers.yaml")["institution"]["id"] == "minato-1"
    screen.kill()


def test_ctrl_d_before_the_institution_is_known_writes_nothing(
    start: Start, tmp_path: Path
) -> None:
    screen = start()
    screen.until("> $")
    screen.key(b"\x04")
    assert screen.exit_code() == 0
    assert not (tmp_path / "answers.yaml").exists()


def test_a_pasted_note_keeps_its_lines_and_none_of_them_becomes_an_answer(
    start: Start, answers_file: Write
) -> None:
    path = answers_file()
    screen = start()
    screen.until("> $")
    screen.type("n", "> $")
    screen.key("1行目\n\n3\nq\n最後の行\n".encode())
    screen.until("[.][.][.] $", 5)
    screen.read_available(0.3)
    screen.type("", "回答 2.1.1-1 > $")
    assert content(path)["answers"] == {"2.1.1-1": {"note": "1行目\n\n3\nq\n最後の行"}}


def test_lines_pasted_where_a_command_is_expected_are_skipped(
    start: Start, answers_file: Write
) -> None:
    path = answers_file()
    screen = start()
    screen.until("> $")
    screen.key("規程は整備済み\n5\n5\n".encode())
    shown = screen.until("2行は読み飛ばしました。\n?\r?\n?回答 2.1.1-1 > $")
    assert "認識できませんでした" in shown
    assert content(path)["answers"] == {}


def test_a_line_longer_than_a_terminal_takes_is_kept_whole(
    start: Start, answers_file: Write
) -> None:
    path = answers_file()
    screen = start("--plain", term="xterm")
    screen.until("> ")
    text = "長い文。" * 900
    os.write(screen.master, f"n {text}\n".encode()[:4000])
    rest = f"n {text}\n".encode()[4000:]
    while rest:
        screen.read_available(0.01)
        os.write(screen.master, rest[:1000])
        rest = rest[1000:]
    screen.until("保存しました", 10)
    assert content(path)["answers"]["2.1.1-1"]["note"] == text


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("width", [40, 200])
def test_no_line_is_wider_than_the_terminal_and_none_holds_escapes(
    start: Start, answers_file: Write, width: int, lang: str
) -> None:
    answers_file()
    screen = start(lang=lang, width=width)
    screen.until("> $")
    for command in ("?", "h", "u", "r", "/SOC"):
        screen.type(command, "2.1.1-1 > $")
    assert "\x1b" not in screen.text
    assert "\a" not in screen.text
    lines = [line for line in screen.text.split("\n") if " > " not in line]
    assert max(map(cells, lines)) <= width


def test_another_interview_on_the_same_file_is_announced(start: Start, answers_file: Write) -> None:
    answers_file()
    first = start()
    first.until("2.1.1-1 > $")
    second = start()
    assert "別の画面でも開かれています" in second.until("> $")
    second.type("y", "2.1.1-1 > $")
    second.type("3", "2.1.1-2 > $")
    first.type("", "2.1.1-2 > $")
    assert "変更を読み込みました：2.1.1-1" in first.type("2", "2.1.1-3 > $")


@pytest.mark.parametrize("asked", [(), ("--as", "audit", "--by", "監査部")])
def test_read_only_it_promises_no_saving_and_leaves_no_bookmark(
    start: Start, answers_file: Write, cache: Path, asked: tuple[str, ...]
) -> None:
    path = answers_file("answers:\n  2.1.1-1: 3\n  2.1.1-2: 3\n")
    before = path.read_bytes()
    bookmarks = {file: file.read_bytes() for file in cache.rglob("bookmarks/*")}
    screen = start("--read-only", *asked)
    shown = screen.until("> $")
    assert "読み取り専用のため、保存しません" in shown
    assert "保存します" not in shown
    screen.type("", "> $")
    assert "読み取り専用で開いているため、保存しません" in screen.type("3", "> $")
    screen.type("q", "終了しました")
    assert screen.exit_code() == 0
    assert path.read_bytes() == before
    assert {file: file.read_bytes() for file in cache.rglob("bookmarks/*")} == bookmarks


def test_read_only_no_key_is_named_that_would_change_an_answer(
    start: Start, answers_file: Write
) -> None:
    answers_file("answers:\n  2.1.1-1: {level: 3, confirmed: false}\n")
    shown = start("--read-only", "--only", "unconfirmed").until("> $")
    assert "未確認の回答です。\n" in shown
    assert not any(words in shown for words in ("回答：0〜5", "確認済みにし", "保存します"))
    assert "移動：" in shown


def test_the_same_answer_changed_outside_is_asked_about(start: Start, answers_file: Write) -> None:
    path = answers_file()
    screen = start()
    screen.until("> $")
    screen.type("3", "2.1.1-2 > $")
    screen.type("b", "2.1.1-1 > $")
    path.write_text(path.read_text("utf-8").replace("2.1.1-1: 3", "2.1.1-1: 5 # 外"), "utf-8")
    assert "現在のファイルの内容：段階5（改善）" in screen.type("2")
    screen.type("n", "2.1.1-1 > $")
    assert content(path)["answers"] == {"2.1.1-1": 5}
    screen.type("2", "2.1.1-2 > $")
    assert content(path)["answers"] == {"2.1.1-1": 2}
    assert "# 外" in path.read_text("utf-8")


def test_a_file_of_another_checklist_is_refused(
    start: Start, answers_file: Write, tmp_path: Path
) -> None:
    answers_file()
    from cssa.checklist.scaffold import write_scaffold

    folder = write_scaffold("own", "1", tmp_path / "mine")
    screen = start("-c", str(folder))
    assert screen.exit_code() == 3
    assert "別の点検票" in screen.text


def test_the_commands_named_at_the_end_take_the_checklist_along(
    start: Start, tmp_path: Path
) -> None:
    shutil.copytree(CASE, tmp_path / "own list")
    (tmp_path / "own answers.yaml").write_text(FACTS + "answers: {b: 3}\n", "utf-8")
    screen = start("-c", "own list", "-a", "own answers.yaml", "--plain", lang="en", width=200)
    screen.until("> $")
    screen.type("q", "cssa score[^`]*`")
    assert screen.exit_code() == 0
    for command in ("assess -a", "score"):
        assert f"`cssa {command} 'own answers.yaml' -c 'own list'`" in screen.text


def test_last_years_answers_are_copied_on_request(start: Start, answers_file: Write) -> None:
    answers_file("answers:\n  2.1.1-1: {level: 4, note: 去年}\n", name="last.yaml")
    path = answers_file()
    screen = start("--previous", "last.yaml")
    assert "前回の回答：段階4" in screen.until("> $")
    screen.type("=", "2.1.1-1 > $")
    assert content(path)["answers"] == {"2.1.1-1": {"level": 4, "note": "去年"}}


def test_what_was_carried_over_is_confirmed_with_a_key_and_can_be_undone(
    start: Start, answers_file: Write
) -> None:
    text = (
        "answers:\n"
        "  2.1.1-1: 3\n"
        "  2.1.1-2: {level: 3, evidence: [{ref: 議事録, date: 2020-05-01}], confirmed: false,"
        " carried: {from: [2.1.1-2, 2.1.1-9], changes: [merged]}}  # 去年\n"
        "  2.1.1-4: {note: 検討中, confirmed: false}\n"
    )
    path = answers_file(text)
    screen = start("--only", "unconfirmed")
    shown = screen.until("2.1.1-2 > $")
    for words in (
        "前回からの変更：統合",
        "前回の2.1.1-2、2.1.1-9を統合",
        "（2020年5月1日）が",
        "o 確認済みにして次へ",
    ):
        assert words in shown.replace("\n", "").replace("  ", ""), shown
    shown = screen.type("o", "2.1.1-4 > $")
    assert "確認済みにしました" in shown
    confirmed = {"level": 3, "evidence": [{"ref": "議事録", "date": "2020-05-01"}]}
    assert content(path)["answers"]["2.1.1-2"] == confirmed
    assert "  # 去年\n" in path.read_text("utf-8")
    assert "まだ回答がありません" in screen.type("o", "2.1.1-4 > $")
    screen.type("z", "2.1.1-2 > $")
    assert content(path)["answers"]["2.1.1-2"]["carried"]["changes"] == ["merged"]


@pytest.mark.parametrize(
    ("option", "value"), [("--domain", "9.9"), ("--owner", "nobody"), ("--only", "x")]
)
def test_a_filter_that_does_not_exist_is_wrong_usage(
    start: Start, answers_file: Write, option: str, value: str
) -> None:
    answers_file()
    assert start(option, value).exit_code() == 2


def test_every_prompt_has_help_in_both_languages() -> None:
    marks = {"ja": "? 説明", "en": "? help"}
    for lang in LANGS:
        messages = catalogue(lang)
        prompts = [code for code in messages if code.startswith("assess.prompt.")]
        prompts = [code for code in prompts if code != "assess.prompt.answer"]
        assert prompts
        for code in prompts:
            name = code.removeprefix("assess.prompt.")
            assert marks[lang] in messages[code], code
            helps = (f"assess.help.{name}", f"assess.help.{name.rpartition('.')[0]}")
            assert any(help_ in messages for help_ in helps), code
    assert message("ja", "assess.prompt.answer", {"id": "x"})


def test_a_closed_terminal_loses_no_confirmed_answer(start: Start, answers_file: Write) -> None:
    path = answers_file()
    screen = start()
    screen.until("> $")
    screen.type("4", "2.1.1-1 > $")
    screen.key("n 途中の".encode())
    os.close(screen.master)
    screen.process.wait(timeout=10)
    screen.master = os.open(os.devnull, os.O_RDONLY)
    assert content(path)["answers"] == {"2.1.1-1": 4}
