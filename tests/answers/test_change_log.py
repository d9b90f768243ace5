"""Every saved change has its line beside the answers, and nothing depends on the log."""

import json
import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.forms.workbooks import Filled

from cssa.answers.answers_file import AnswersFile
from cssa.answers.change_log import ChangeLog
from cssa.answers.submission import Answer
from cssa.datafile.edit import ABSENT, Change
from cssa.messages.wording import CodedWord

HEAD = """\
schema: cssa.answers/1
checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}
institution: {id: X1, name: 凪浜信用金庫, sector: shinkin}
"""
ORDER = ["2.1.1-1", "2.1.1-2", "2.1.1-3"]


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yaml"
    path.write_text(f"{HEAD}answers:\n  2.1.1-1: 3\n", "utf-8")
    return path


@pytest.fixture
def log() -> ChangeLog:
    return ChangeLog("CISO室", "assess", lambda: datetime(2026, 11, 20, 9, 30, tzinfo=UTC))


def opened(path: Path, log: ChangeLog | None) -> AnswersFile:
    return AnswersFile.open(path, check=lambda _: None, order=ORDER, change_log=log)


def lines(answers: Path) -> list[dict[str, Any]]:
    text = answers.with_name("answers.log.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_a_line_says_when_who_what_from_and_to(answers: Path, log: ChangeLog) -> None:
    file = opened(answers, log)
    file.save_answer("2.1.1-1", Answer(level=4, note="理事会で決定"))
    file.save_value(("institution", "size"), 320)
    file.save_answer("2.1.1-1", None)
    head = {
        "at": "2026-11-20T09:30:00+00:00",
        "by": "CISO室",
        "command": "assess",
        "file": "answers.yaml",
    }
    changed = {"level": 4, "note": "理事会で決定"}
    assert lines(answers) == [
        {**head, "practice": "2.1.1-1", "from": 3, "to": changed},
        {**head, "fact": "institution.size", "from": None, "to": 320},
        {**head, "practice": "2.1.1-1", "from": changed, "to": None},
    ]


def test_a_new_file_is_logged_from_nothing(tmp_path: Path, log: ChangeLog) -> None:
    header = {
        "checklist": {"id": "x", "version": "1"},
        "institution": {"id": "X1", "name": "凪浜", "sector": "shinkin"},
    }
    path = tmp_path / "answers.yaml"
    AnswersFile.create(path, header, check=lambda _: None, order=ORDER, change_log=log)
    facts = {line["fact"]: (line["from"], line["to"]) for line in lines(path)}
    assert facts["institution.name"] == (None, "凪浜")


def test_changes_saved_together_have_a_line_each(answers: Path, log: ChangeLog) -> None:
    changes = [Change(("answers", "2.1.1-2"), 2), Change(("answers", "2.1.1-1"), ABSENT)]
    opened(answers, log).change(changes)
    assert {(line["practice"], line["from"], line["to"]) for line in lines(answers)} == {
        ("2.1.1-1", 3, None),
        ("2.1.1-2", None, 2),
    }


def test_what_changes_nothing_and_what_others_changed_is_not_logged(
    answers: Path, log: ChangeLog
) -> None:
    file = opened(answers, log)
    file.save_answer("2.1.1-1", Answer(level=3))
    assert not answers.with_name("answers.log.jsonl").exists()
    answers.write_text(answers.read_text("utf-8") + "  2.1.1-2: 5\n", "utf-8")
    file.save_answer("2.1.1-3", Answer(level=1))
    assert [line["practice"] for line in lines(answers)] == ["2.1.1-3"]


def test_it_is_only_ever_appended_to(answers: Path, log: ChangeLog) -> None:
    path, before = answers.with_name("answers.log.jsonl"), b""
    for level in (4, 5, 2):
        opened(answers, log).save_answer("2.1.1-1", Answer(level=level))
        assert path.read_bytes().startswith(before)
        before = path.read_bytes()
    path.write_bytes(path.read_bytes()[:-5])  # the machine stopped in the middle of a line
    opened(answers, log).save_answer("2.1.1-1", Answer(level=1))
    last = path.read_text("utf-8").splitlines()[-1]
    assert json.loads(last)["to"] == 1


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_it_can_be_read_by_those_who_can_read_the_answers(
    answers: Path, log: ChangeLog, mode: int
) -> None:
    answers.chmod(mode)
    opened(answers, log).save_answer("2.1.1-1", Answer(level=5))
    made = answers.with_name("answers.log.jsonl").stat().st_mode
    assert stat.S_IMODE(made) == mode


def test_it_stands_beside_the_file_that_a_link_leads_to(
    answers: Path, log: ChangeLog, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.yaml"
    link.symlink_to(answers)
    opened(link, log).save_answer("2.1.1-1", Answer(level=5))
    assert len(lines(answers)) == 1


@pytest.mark.parametrize("content", ["our own notes\n", "{}\n", '{"a": 1}\n'])
def test_a_file_of_somebody_else_is_left_alone_and_the_answer_saved(
    answers: Path, log: ChangeLog, content: str
) -> None:
    other = answers.with_name("answers.log.jsonl")
    other.write_text(content, "utf-8")
    opened(answers, log).save_answer("2.1.1-1", Answer(level=5))
    assert other.read_text("utf-8") == content
    assert log.failure == CodedWord("answers.not_a_log")
    assert "2.1.1-1: 5" in answers.read_text("utf-8")


def test_a_log_that_cannot_be_written_costs_no_answer(answers: Path, log: ChangeLog) -> None:
    answers.with_name("answers.log.jsonl").mkdir()
    opened(answers, log).save_answer("2.1.1-1", Answer(level=5))
    assert log.failure is not None
    assert "2.1.1-1: 5" in answers.read_text("utf-8")


def test_no_figure_depends_on_it(cssa_inline: Callable[..., Any], answers: Path) -> None:
    score = ("score", answers, "--format", "json", "--as-of", "2026-11-20")
    before = cssa_inline(*score)
    answers.with_name("answers.log.jsonl").write_text("nonsense", "utf-8")
    assert cssa_inline(*score) == before


def test_a_form_that_is_merged_is_logged_under_the_name_given(
    cssa_inline: Callable[..., Any], answers: Path, tmp_path: Path
) -> None:
    form = tmp_path / "form.xlsx"
    assert cssa_inline("form", "new", "--answers", answers, "-o", form).code == 0
    form.write_bytes(Filled(form.read_bytes()).enter("2.1.1-2", 4).save())
    run = cssa_inline("form", "read", form, "-o", answers, "--by", "総務部")
    assert run.code == 0, run.err
    (line,) = lines(answers)
    assert (line["by"], line["command"], line["practice"], line["from"], line["to"]) == (
        "総務部", "form read", "2.1.1-2", None, 4,
    )  # fmt: skip


@pytest.mark.parametrize(("setting", "is_logged"), [("off", False), ("", True), ("on", True)])
def test_it_can_be_turned_off(
    cssa_inline: Callable[..., Any],
    answers: Path,
    monkeypatch: pytest.MonkeyPatch,
    setting: str,
    is_logged: bool,
) -> None:
    monkeypatch.setenv("CSSA_CHANGE_LOG", setting)
    answers.write_text(f"{HEAD}approval: {{respondent: CISO}}\nanswers: {{2.1.1-1: 3}}\n", "utf-8")
    assert cssa_inline("answers", "approve", answers).code == 0
    assert answers.with_name("answers.log.jsonl").exists() is is_logged
