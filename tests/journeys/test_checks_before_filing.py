"""What does not go together is shown before answers are filed: in the interview and from forms."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.interview.conftest import HEAD, ScriptedPrompter

from cssa.answers.answers_file import AnswersFile
from cssa.answers.submission import Answer
from cssa.engine.asked_questions import asked_questions
from cssa.interview.answer_text import AnswerText
from cssa.interview.dialogue import Dialogue
from cssa.interview.line_mode import LineInterview
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Session
from cssa.interview.setup import Setup
from cssa.messages import LANGS, Lang
from cssa.workspace import DEFAULT_CHECKLIST, Workspace

TODAY = date(2026, 11, 20)
ANSWERS: dict[str, Any] = {
    "2.2.5-1": 3,
    "2.5.1-1": 1,
    "2.2.4-c": 3,
    "2.1.1-2": {"level": 3, "last_done": "2024-06-01"},
}
PROFILE = {"inhouse_testing": False}
PREVIOUS = {"2.2.5-1": Answer(level=0)}
SHOWN = {
    "ja": (
        "互いに矛盾する回答：3件",
        "「定期的な演習・訓練」は段階3ですが、「攻撃種別ごとの対応計画と復旧計画」の回答は「段階1」です。",
        "計画がなければ、何を確かめたのかを確認してください。",
        "属性では内部職員による診断・テストがないとされています。",
        "直近の実施日又は証跡の日付は2024-06-01です。",
    ),
    "en": (
        "Answers that contradict each other: 3",
        '"Regular exercises and drills" is level 3, while "Response and recovery plans by type of attack" is level 1.',
        "Without these plans, check what was exercised.",
        "the profile says that no staff carry out assessments or tests.",
        "the latest date given, of the work or its evidence, is 2024-06-01.",
    ),
}
JUMP = {
    "ja": ("提出する前に確認するもの：1件", "前回の段階0から段階3に変わっています。"),
    "en": ("To be checked before filing: 1", "The level was 0 last time and is now 3."),
}


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """An answers file with three contradictions."""
    head = yaml.safe_load(HEAD)
    head["institution"]["profile"] = PROFILE
    path = tmp_path / "answers.yaml"
    path.write_text(yaml.safe_dump({**head, "answers": ANSWERS}, allow_unicode=True), "utf-8")
    return path


def reviewed(path: Path, lang: Lang) -> str:
    """Return what the interview shows as its review."""
    workspace = Workspace()
    edition = workspace.edition(DEFAULT_CHECKLIST)
    criteria = workspace.criteria(edition.checklist)
    file = AnswersFile.open(
        path,
        check=lambda read: workspace.check(read, edition),
        order=list(edition.checklist.placed),
    )
    session = Session(edition, file.submission, criteria, as_of=TODAY, previous_answers=PREVIOUS)
    prompter = ScriptedPrompter("n", "r", "q")
    dialogue = Dialogue(prompter, lang, TODAY)
    scales = workspace.scoring_data.level_wording(edition.checklist)
    asked = asked_questions(edition.checklist, criteria.targets, criteria.profile)
    LineInterview(
        AnswerSaver(dialogue, session, file, AnswerText(dialogue, scales)),
        Setup(dialogue, asked, workspace.scoring_data.sectors),
        scales,
        show_figures=lambda _: None,
        save_bookmark=lambda _: None,
        cases_of=lambda _: (),
        file_arguments="answers.yaml",
    ).run()
    return "".join(prompter.shown)


@pytest.mark.parametrize("lang", LANGS)
def test_the_interview_lists_them_in_its_review(lang: Lang, answers: Path) -> None:
    shown = " ".join(reviewed(answers, lang).split())
    for text in (*SHOWN[lang], *JUMP[lang]):
        assert text in shown


@pytest.mark.parametrize("lang", LANGS)
def test_a_form_that_is_read_in_has_them_noted(
    lang: Lang, answers: Path, cssa_inline: Any, tmp_path: Path
) -> None:
    form, back = tmp_path / "form.xlsx", tmp_path / "back.yaml"
    assert cssa_inline("form", "new", "--answers", answers, "-o", form).code == 0
    read = cssa_inline("form", "read", form, "-o", back, lang=lang)
    assert read.code == 0
    for text in SHOWN[lang][1:]:
        assert text in read.err
    title = {"ja": "提出前の確認：", "en": "Check before filing: "}[lang]
    assert title in read.err


def test_score_and_report_list_them_as_points_to_check(answers: Path, cssa_inline: Any) -> None:
    result = cssa_inline("score", answers, "--format", "json").json
    broken = [
        (finding["practice"], finding["params"]["rule"])
        for finding in result["findings"]
        if finding["code"].startswith("contradiction_")
    ]
    assert broken == [
        ("2.2.5-1", "exercise-without-plan"),
        ("2.2.4-c", "in-house-tests-not-in-profile"),
        ("2.1.1-2", "yearly-work-not-done"),
    ]
