"""A review by another line: what it records, what it never touches, what is left to review."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.answers_file import AnswersFile
from cssa.answers.reviewed_answer import Role, answer_mark
from cssa.answers.submission import Answer
from cssa.datafile.reader import read
from cssa.interview.answer_text import AnswerText
from cssa.interview.dialogue import Dialogue
from cssa.interview.line_review import LineReview, ask_reviewer
from cssa.interview.reviewing import Reviewer, ReviewSession
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import PracticeFilter
from cssa.messages import LANGS, Lang

from .conftest import ScriptedPrompter

TODAY = date(2026, 11, 20)

BODY = """\
answers:
  2.1.1-1:   # 手で書いた注
    level: 3
    note: 取締役会で決定
    evidence: [{ref: 規程.pdf, date: 2026-04-01}]
  2.1.1-2: {level: 4, review: [{line: 3, level: 4, by: 監査部, on: 2026-10-01}]}
  2.1.1-a: {not_adopted: true, reason: リスク評価の結果、優先度が低いため}
  2.1.1-4: 2
"""


class Review:
    """A review without a terminal.

    Attributes:
        shown: what the last run showed.
    """

    def __init__(self, path: Path, edition: Any, workspace: Any, lang: Lang) -> None:
        self.path, self.shown, self.lang = path, "", lang
        self._edition, self._workspace = edition, workspace

    def type(
        self,
        *lines: str,
        role: Role = "second_line",
        by: str = "リスク統括部",
        only: Any = None,
        meanwhile: Callable[[], object] = lambda: None,
    ) -> str:
        prompter = ScriptedPrompter(*lines)
        prompter.before_answering = meanwhile
        dialogue = Dialogue(prompter, self.lang, TODAY)
        store = AnswersFile.open(
            self.path,
            check=lambda loaded: self._workspace.check(loaded, self._edition),
            order=list(self._edition.checklist.placed),
        )
        session = ReviewSession(
            self._edition,
            store.submission,
            self._workspace.criteria(self._edition.checklist),
            reviewer=Reviewer(role, by),
            as_of=TODAY,
            practice_filter=PracticeFilter(only=only),
        )
        scales = self._workspace.scoring_data.level_wording(self._edition.checklist)
        LineReview(
            AnswerSaver(dialogue, session, store, AnswerText(dialogue, scales)),
            session,
            scales,
            show_figures=lambda _: None,
            save_bookmark=lambda _: None,
            cases_of=lambda _: (),
            file_arguments=str(self.path),
        ).run()
        self.shown = "\n".join(prompter.shown)
        return self.shown

    @property
    def answers(self) -> Any:
        return read(self.path.read_bytes(), str(self.path)).value["answers"]


@pytest.fixture
def review(
    answers_file: Callable[..., Path], edition: Any, workspace: Any
) -> Callable[..., Review]:
    def new(body: str = BODY, lang: Lang = "ja") -> Review:
        return Review(answers_file(body), edition, workspace, lang)

    return new


def test_a_review_stands_beside_the_self_rating_and_touches_nothing_else(
    review: Callable[..., Review],
) -> None:
    run = review()
    text, before = run.path.read_text("utf-8"), run.answers
    shown = run.type("2", "議事録に決定の記載がない", "", "=", "q")
    assert "自己評価：段階3" in shown
    assert shown.index("規程.pdf (2026-04-01)") < shown.index("評価 2.1.1-1 >")
    assert "取締役会で決定" in shown
    own = {"line": 2, "level": 2, "by": "リスク統括部", "on": "2026-11-20"}
    first, second = run.answers["2.1.1-1"], run.answers["2.1.1-2"]
    mark = answer_mark(Answer.model_validate(before["2.1.1-1"]))
    note = "議事録に決定の記載がない"
    assert first == {**before["2.1.1-1"], "review": [{**own, "note": note, "seen": mark}]}
    assert second["review"][0] == before["2.1.1-2"]["review"][0]  # audit's own
    assert (second["review"][1]["line"], second["review"][1]["level"]) == (2, 4)
    kept = [line for line in text.splitlines() if "2.1.1-2" not in line]
    assert all(line in run.path.read_text("utf-8") for line in kept)


@pytest.mark.parametrize("lang", LANGS)
def test_what_has_no_level_is_not_asked_and_said(review: Callable[..., Review], lang: Lang) -> None:
    run = review(lang=lang)
    shown = run.type("2.1.1-5", "3", "2.1.1-a", "=", "q")
    before = run.answers
    said = {
        "ja": "段階での回答がないため、評価できません",
        "en": "There is no level to review here",
    }
    assert shown.count(said[lang]) == 4
    assert {"ja": "この範囲の評価：0／3件", "en": "0 of 3"}[lang] in shown
    assert run.answers == before


@pytest.mark.parametrize(
    "typed",
    ["na 理由", "n 補足", "e 規程", "t", "p 1", "a", "w 本店", "c 1/2", "ok", "i", "d 今日"],
)
def test_no_command_of_the_interview_changes_the_self_rating(
    review: Callable[..., Review], typed: str
) -> None:
    run = review()
    before = run.path.read_bytes()
    run.type(typed, "q")
    assert run.path.read_bytes() == before


def test_the_same_function_replaces_its_own_review_only(review: Callable[..., Review]) -> None:
    run = review()
    run.type("2", "理由", "q")
    run.type("2.1.1-1", "3", "q", by="法務部")
    shown = run.type("2.1.1-1", "3", "q")
    assert "変更前：第2線の評価：段階2" in shown
    assert "評価の補足は前のまま" in shown
    found = [(item["by"], item["level"]) for item in run.answers["2.1.1-1"]["review"]]
    assert found == [("リスク統括部", 3), ("法務部", 3)]


def test_a_note_goes_only_with_a_yes_and_undo_brings_a_review_back(
    review: Callable[..., Review],
) -> None:
    run = review()
    run.type("2", "理由", "n 別の理由", "", "q")
    assert run.answers["2.1.1-1"]["review"][0]["note"] == "理由"
    shown = run.type("2.1.1-1", "x", "y", "z", "q")
    assert "評価を取り消しました：2.1.1-1" in shown
    assert run.answers["2.1.1-1"]["review"][0]["note"] == "理由"
    run.type("2.1.1-1", "x", "y", "q")
    assert "review" not in run.answers["2.1.1-1"]


def test_an_answer_changed_after_its_review_is_to_be_reviewed_again(
    review: Callable[..., Review],
) -> None:
    run = review()
    run.type("=", "", "=", "", "=", "q")
    assert "この範囲の評価：3／3件" in run.type("")
    text = run.path.read_text("utf-8")
    run.path.write_text(text.replace("取締役会で決定", "取締役会で決定し、周知した"), "utf-8")
    shown = run.type("u", "q")
    assert "この範囲の評価：2／3件" in shown
    assert "この評価の後に、回答が変更されています。" in shown
    assert "この範囲の評価：0／1件" in run.type("q", only="unanswered")


def test_a_level_changed_meanwhile_stands_below_the_review(review: Callable[..., Review]) -> None:
    run = review()
    changed: list[bool] = []

    def change() -> None:
        if not changed:
            changed.append(True)
            text = run.path.read_text("utf-8")
            run.path.write_text(text.replace("    level: 3\n", "    level: 1\n"), "utf-8")

    run.type("=", "y", "q", meanwhile=change)
    answer = run.answers["2.1.1-1"]
    assert (answer["level"], answer["review"][0]["level"]) == (1, 3)
    assert answer["review"][0]["seen"] != answer_mark(Answer.model_validate(answer))


def test_the_reviewer_is_asked_once_and_the_last_one_proposed(
    answers_file: Callable[..., Path], workspace: Any, edition: Any
) -> None:
    path = answers_file(BODY)
    store = AnswersFile.open(
        path,
        check=lambda loaded: workspace.check(loaded, edition),
        order=list(edition.checklist.placed),
    )

    def asked(role: Role, *lines: str) -> Reviewer:
        dialogue = Dialogue(ScriptedPrompter(*lines), "ja", TODAY)
        return ask_reviewer(dialogue, role, store.submission)

    assert asked("audit", "") == ("audit", "監査部")
    assert asked("audit", "監査委員会事務局") == ("audit", "監査委員会事務局")
    assert asked("second_line", "", "-", "リスク統括部") == ("second_line", "リスク統括部")


def test_in_a_terminal_the_log_says_who_reviewed(
    start: Callable[..., Any], answers_file: Callable[..., Path], tmp_path: Path
) -> None:
    answers_file(BODY)
    screen = start("--as", "audit")
    screen.until(r"Enter 監査部.*\s+> $")
    screen.type("", "評価 2.1.1-1 > $")
    screen.type("3", "評価 2.1.1-1 > $")
    screen.type("q", r"終了しました")
    assert screen.exit_code() == 0
    line = json.loads((tmp_path / "answers.log.jsonl").read_text("utf-8"))
    assert (line["command"], line["practice"]) == ("assess --as audit", "2.1.1-1")
    assert line["to"]["review"][0]["line"] == 3


def test_without_answers_there_is_nothing_to_review(start: Callable[..., Any]) -> None:
    screen = start("--as", "second_line")
    assert screen.exit_code() == 3
    assert "評価する回答ファイルがありません" in screen.text
