"""A key means the same at every prompt, and nothing recorded goes without a plain yes."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.answers_file import AnswersFile
from cssa.answers.submission import Plan
from cssa.interview.answer_text import AnswerText
from cssa.interview.commands import parse_command
from cssa.interview.dialogue import Dialogue
from cssa.interview.line_mode import LineInterview
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Session
from cssa.interview.setup import Setup
from cssa.library.related_cases import PracticeCases
from cssa.messages import LANGS, Lang, message

from .conftest import FACTORS, HEAD, ScriptedPrompter

TODAY = date(2026, 11, 20)

FULL = """\
answers:
  2.1.1-1:   # 手で書いた注
    level: 3
    points: [p1, p2]
    treatment: {kind: accepted, measure: 規程は来年度に改める, approved_by: 理事会, approved_on: 2026-04-01, review_by: 2027-03-31}
    last_done: 2026-05-01
    done: {n: 8, of: 10}
    performed_by: shared_centre
    plan: {owner: 総務部, due: 2027-03-31, action: 規程を改める, status: doing}
    evidence: [{ref: 規程.pdf, date: 2026-04-01}]
    note: 取締役会で決定
  2.1.1-a: {not_adopted: true, reason: 委託先の統制で足りると経営会議で判断した}
"""
"""Answers with every part that can be recorded."""

REMOVALS = {
    "note removed": ("2.1.1-1", ("n", "-", ""), "取締役会で決定"),
    "note replaced": ("2.1.1-1", ("n 別の内容",), "取締役会で決定"),
    "evidence removed": ("2.1.1-1", ("e -",), "規程.pdf"),
    "points removed": ("2.1.1-1", ("p -",), "p2"),
    "a point removed": ("2.1.1-1", ("p 1 3",), "p2"),
    "date replaced": ("2.1.1-1", ("d 2026-06-01",), "2026-05-01"),
    "ratio replaced": ("2.1.1-1", ("c 9/10",), "8"),
    "performer replaced": ("2.1.1-1", ("w 本店",), "performer.shared_centre"),
    "treatment changed": (
        "2.1.1-1", ("t", "c", "2", "監視で補う", "CISO", "2026-06-01", "2027-05-31"),
        "規程は来年度に改める",
    ),
    "treatment removed": ("2.1.1-1", ("t",), "規程は来年度に改める"),
    "plan changed": (
        "2.1.1-1", ("a", "c", "監査部", "2027-06-30", "別の規程を作る", ""), "規程を改める",
    ),
    "plan removed": ("2.1.1-1", ("a", "x"), "規程を改める"),
    "answer removed": ("2.1.1-1", ("x",), "取締役会で決定"),
    "last year's answer": ("2.1.1-1", ("=",), "取締役会で決定"),
    "reason replaced by a level": ("2.1.1-a", ("3",), "委託先の統制で足りる"),
    "reason replaced": ("2.1.1-a", ("no 予算が確保できないため見送る",), "委託先の統制で足りる"),
}  # fmt: skip
"""By name: the practice, the lines that ask for the removal, and what must be shown before it."""

PROMPTS = {
    "not applicable": ("2.3.4.4-4", ("na",)),
    "not adopted": ("2.1.1-a", ("no",)),
    "treatment, kind": ("2.2.1-2", ("t",)),
    "treatment recorded": ("2.1.1-1", ("t",)),
    "plan, owner": ("2.2.1-2", ("a",)),
    "plan recorded": ("2.1.1-1", ("a",)),
    "points": ("2.1.1-1", ("p",)),
    "note": ("2.2.1-2", ("n",)),
    "evidence": ("2.2.1-2", ("e",)),
    "last done": ("2.2.1-2", ("d",)),
    "number done / total": ("2.2.1-2", ("c",)),
    "performed by": ("2.2.1-2", ("w",)),
    "removal of an answer": ("2.1.1-1", ("x",)),
    "confirmation of a loss": ("2.1.1-1", ("n 別の内容",)),
    "a date to come": ("2.2.1-2", ("d 2027-05-01", "n")),
    "search": ("2.2.1-2", ("/",)),
}
"""By name: the practice, and the lines that lead to the prompt."""


class Interview:
    """An interview without a terminal.

    Attributes:
        path: the answers file.
        shown: what the last run showed.
        last_prompt: the prompt at which the input ended.
    """

    def __init__(self, path: Path, edition: Any, workspace: Any, *, lang: Lang) -> None:
        self.path = path
        self.shown = self.last_prompt = ""
        self._edition, self._workspace, self._lang = edition, workspace, lang

    def worded(self, recorded: str) -> str:
        """Return what is recorded as it is shown: a code in the language's words."""
        return message(self._lang, recorded) if recorded.startswith("performer.") else recorded

    def type(self, *lines: str) -> str:
        """Run the interview with these lines and the end of the input; return what it shows."""
        prompter = ScriptedPrompter(*lines)
        dialogue = Dialogue(prompter, self._lang, TODAY)
        data, order = self._workspace.scoring_data, list(self._edition.checklist.placed)
        file = AnswersFile.open(
            self.path,
            check=lambda loaded: self._workspace.check(loaded, self._edition),
            order=order,
        )
        previous = {
            "2.1.1-1": file.submission.answers["2.1.1-1"].model_copy(update={"note": "前年"})
        }
        session = Session(
            self._edition,
            file.submission,
            self._workspace.criteria(self._edition.checklist),
            as_of=TODAY,
            previous_answers=previous,
        )
        saver = AnswerSaver(dialogue, session, file, AnswerText(dialogue, data.level_wording()))
        LineInterview(
            saver,
            Setup(dialogue, data.profile, data.sectors),
            data.level_wording(),
            show_figures=lambda _: None,
            save_bookmark=lambda _: None,
            cases_of=PracticeCases(
                self._workspace.library.incidents,
                self._edition.checklist.id,
                session.submission.institution.sector,
            ).of,
            file_arguments=str(self.path),
        ).run()
        self.shown = "\n".join(prompter.shown)
        self.last_prompt = [line for line in prompter.shown if line.endswith("> ")][-1]
        return self.shown


@pytest.fixture(params=LANGS)
def interview(
    request: pytest.FixtureRequest, tmp_path: Path, edition: Any, workspace: Any
) -> Interview:
    path = tmp_path / "answers.yaml"
    path.write_text(HEAD + FULL, "utf-8")
    return Interview(path, edition, workspace, lang=request.param)


@pytest.mark.parametrize("refusal", ["", "n", "1", "b"])
@pytest.mark.parametrize("name", REMOVALS)
def test_nothing_recorded_goes_unless_it_was_shown_and_agreed_to(
    interview: Interview, name: str, refusal: str
) -> None:
    practice, lines, recorded = REMOVALS[name]
    before = interview.path.read_bytes()
    interview.type(practice, *lines, refusal)
    assert interview.path.read_bytes() == before
    assert interview.worded(recorded) in _after_last_page(interview.shown)


@pytest.mark.parametrize("name", REMOVALS)
def test_a_yes_is_saved_with_what_was_there_and_undone_to_the_byte(
    interview: Interview, name: str
) -> None:
    practice, lines, recorded = REMOVALS[name]
    before = interview.path.read_bytes()
    interview.type(practice, *lines, "y")
    changed = interview.path.read_bytes()
    assert changed != before
    interview.path.write_bytes(before)
    interview.type(practice, *lines, "y", "z")
    answers = AnswersFile.read_unchecked(interview.path).submission.answers
    interview.path.write_bytes(before)
    assert answers == AnswersFile.read_unchecked(interview.path).submission.answers
    assert interview.worded(recorded) in interview.shown


def _after_last_page(shown: str) -> str:
    """Return what was shown after the page of the practice, without what the page shows."""
    return re.split(r"(?:現在の回答|Current answer)[^\n]*\n", shown)[-1]


@pytest.mark.parametrize("key", ["b", "戻る", "ｂ"])
@pytest.mark.parametrize("name", PROMPTS)
def test_back_goes_back_at_every_prompt_of_a_practice(
    interview: Interview, name: str, key: str
) -> None:
    practice, lines = PROMPTS[name]
    before = interview.path.read_bytes()
    interview.type(practice, *lines, key)
    assert interview.path.read_bytes() == before
    assert practice in interview.last_prompt


@pytest.mark.parametrize("name", PROMPTS)
def test_quitting_ends_the_interview_at_every_prompt_of_a_practice(
    interview: Interview, name: str
) -> None:
    practice, lines = PROMPTS[name]
    before = interview.path.read_bytes()
    interview.type(practice, *lines, "q", "3")
    assert interview.path.read_bytes() == before


def test_cases_are_shown_once_a_practice_is_answered_and_never_before(
    interview: Interview,
) -> None:
    lang = interview._lang
    caption = message(lang, "incidents.caption")
    before = interview.type("2.6-9", "k")
    assert message(lang, "assess.cases.after_answer") in before
    assert caption not in before
    after = interview.type("2.6-9", "2", "b", "k")
    assert caption in after
    assert "- fsa2025-1-1 " in after[after.index(caption) :]


def test_an_answer_out_of_scope_is_not_called_unanswered(interview: Interview) -> None:
    lang, practice = interview._lang, "2.3.4.4-4"
    text = interview.path.read_text("utf-8").replace("wireless_lan: true", "wireless_lan: false")
    interview.path.write_text(f"{text}  {practice}: 3\n", "utf-8")
    shown = interview.type(practice, "k", "")
    assert message(lang, "assess.cases.after_answer") not in shown
    assert message(lang, "assess.skipped", {"id": practice}) not in shown
    assert "2.3.4.4-5" in interview.last_prompt


def test_back_within_a_treatment_asks_the_question_before(interview: Interview) -> None:
    steps = (
        "2",
        "監視で補う",
        "b",
        "監視と訓練で補う",
        "CISO",
        "2026-03-01",
        "b",
        "2026-04-01",
        "b",
    )
    interview.type("2.2.1-2", "3", "b", "t", *steps, "2026-04-02", "2027-03-31")
    treatment = AnswersFile.read_unchecked(interview.path).submission.answers["2.2.1-2"].treatment
    assert treatment is not None
    assert (treatment.measure, treatment.approved_on.isoformat()) == (
        "監視と訓練で補う",
        "2026-04-02",
    )


@pytest.mark.parametrize("key", ["b", "q", "back", "終了"])
def test_no_fact_about_the_institution_takes_a_key_for_its_value(
    interview: Interview, key: str
) -> None:
    before = interview.path.read_bytes()
    listed = interview.type("i")
    count = len(re.findall(r"^ +\d+  ", listed, re.MULTILINE))
    assert count > len(FACTORS)
    for number in range(1, count + 1):
        interview.type("i", str(number), key)
        assert interview.path.read_bytes() == before, number


def test_back_from_a_reason_asks_what_it_is_the_reason_of(
    interview: Interview, workspace: Any
) -> None:
    flags = [flag.id for flag in workspace.scoring_data.profile.flags]
    number = str(11 + flags.index("wireless_lan"))
    interview.type("i", number, "n", "b", "y", "y")
    institution = AnswersFile.read_unchecked(interview.path).submission.institution
    assert institution.flags["wireless_lan"] is True


def test_a_fact_that_is_stated_is_replaced_only_on_a_yes(interview: Interview) -> None:
    before = interview.path.read_bytes()
    shown = interview.type("i", "2", "別の名称", "1", "", "l", "")
    assert interview.path.read_bytes() == before
    assert shown.count("みなと信用金庫") >= 3
    interview.type("i", "2", "別の名称", "y")
    assert "別の名称" in interview.path.read_text("utf-8")


def test_a_licence_is_one_of_the_list(interview: Interview) -> None:
    interview.type("i", "4", "銀行業", "資金移動")
    institution = AnswersFile.read_unchecked(interview.path).submission.institution
    assert institution.licence == "funds_transfer_providers"
    assert "funds_transfer_providers" not in interview.shown


@pytest.mark.parametrize(
    ("lines", "is_saved"),
    [
        (("d 2026-11-20",), True),
        (("d 2026-11-21", ""), False),
        (("d 2026-11-21", "y"), True),
        (("d 0226-05-01", ""), False),
        (("d 3026-05-01", ""), False),
        (("d 2026-13-01", ""), False),
        (("e 規程", "2027-04-01", "n", ""), True),
    ],
)
def test_dates_are_checked_when_they_are_entered(
    interview: Interview, lines: tuple[str, ...], is_saved: bool
) -> None:
    before = interview.path.read_bytes()
    interview.type("2.2.1-2", *lines)
    assert (interview.path.read_bytes() != before) is is_saved
    assert "2027-04-01" not in interview.path.read_text("utf-8")


def test_a_review_date_that_has_passed_is_asked_about(interview: Interview) -> None:
    steps = ("1", "残る危険は小さい", "CISO", "2025-03-01", "2026-03-31", "n", "2026-12-31")
    interview.type("2.2.1-2", "2", "b", "t", *steps)
    treatment = AnswersFile.read_unchecked(interview.path).submission.answers["2.2.1-2"].treatment
    assert treatment is not None
    assert treatment.review_by.isoformat() == "2026-12-31"


@pytest.mark.parametrize(
    ("practice", "lines", "following"),
    [
        ("2.2.1-2", ("3",), "2.2.1.1-1"),
        ("2.2.1-2", ("1", "システム部", "2027-03-31", "", ""), "2.2.1.1-1"),
        ("2.2.1-2", ("1", ""), "2.2.1-2"),  # owner and date are still to be entered
        ("2.2.1-2", ("5",), "2.2.1-2"),  # evidence is
        ("2.1.1-8", ("3",), "2.1.1-8"),  # points are
        ("2.2.1-2", ("3", "b", "n 補足"), "2.2.1-2"),
        ("2.2.1-2", ("9",), "2.2.1-2"),  # no level
    ],
)
def test_a_level_goes_on_by_itself_where_nothing_more_is_to_be_entered(
    interview: Interview, practice: str, lines: tuple[str, ...], following: str
) -> None:
    shown = interview.type(practice, *lines)
    assert (
        interview.last_prompt
        == message(interview._lang, "assess.prompt.answer", {"id": following}) + " > "
    )
    went_on = message(interview._lang, "assess.goes_on") in shown
    assert went_on is (following != practice or "b" in lines)


def test_planned_means_owner_and_date(interview: Interview) -> None:
    def plan() -> Plan | None:
        return AnswersFile.read_unchecked(interview.path).submission.answers["2.2.1-2"].plan

    interview.type("2.2.1-2", "1", "")
    assert plan() is None
    interview.type("2.2.1-2", "1", "システム部", "2027-03-31", "手順を定める", "300万円")
    assert plan() == Plan(
        owner="システム部", due=date(2027, 3, 31), action="手順を定める", budget="300万円"
    )
    before = interview.path.read_bytes()
    interview.type("2.2.1-2", "1")
    assert interview.path.read_bytes() == before  # asked no more
    interview.type("2.2.1-2", "a", "2")
    recorded = plan()
    assert recorded is not None
    assert (recorded.status, recorded.owner) == ("doing", "システム部")
    interview.type("2.2.1-2", "a", "x", "y")
    assert plan() is None


def test_changes_are_undone_in_turn_also_those_of_the_institution(interview: Interview) -> None:
    before = interview.path.read_bytes()
    interview.type("2.2.1-2", "4", "i", "2", "別の名称", "y", "", "5", "z", "z", "z", "z")
    assert interview.path.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("no incidents were found", "value"),
        ("next year", "value"),
        ("date of the exercise: May", "value"),
        ("back up every night", "value"),
        ("i 部門で実施", "value"),
        ("na 業務がない", "na"),
        ("n 補足", "n"),
        ("no", "no"),
        ("b", "b"),
    ],
)
def test_an_answer_in_words_is_not_taken_for_a_command(line: str, name: str) -> None:
    assert parse_command(line, takes_text=True).name == name


@pytest.mark.parametrize("line", ["b 3", "q 3", "x 3", "next 2", "z 1"])
def test_a_command_of_its_own_line_takes_nothing_after_it(line: str) -> None:
    assert parse_command(line).name == "value"


def test_a_risk_profile_with_open_factors_is_called_provisional(
    interview: Interview, workspace: Any
) -> None:
    provisional = "暫定" if "いま" in interview.type("l") else "provisional"
    assert provisional not in interview.type("i")
    key = next(factor for factor in workspace.scoring_data.profile.factors if factor.key)
    text = interview.path.read_text("utf-8")
    interview.path.write_text(re.sub(rf"{key.id}: medium,? ?", "", text), "utf-8")
    shown = interview.type("n", "i")
    assert provisional in shown
    assert key.title.ja in shown or key.title.en in shown


def test_leaving_says_that_approved_answers_have_changed(interview: Interview) -> None:
    assert "cssa answers approve" not in interview.type("l")
    approval = 'approval: {respondent: CISO, content: "sha256:0"}\nanswers:'
    text = interview.path.read_text("utf-8").replace("answers:", approval, 1)
    interview.path.write_text(text, "utf-8")
    assert f"cssa answers approve {interview.path}" in interview.type("l")


def test_leaving_in_the_middle_of_an_entry_says_that_it_was_not_saved(
    interview: Interview,
) -> None:
    before = interview.path.read_bytes()
    for lines in (("t", "1", "残る危険は小さい"), ("n", "1行目")):
        shown = interview.type("2.2.1-2", *lines)
        assert "途中" in shown or "in progress" in shown
    assert interview.path.read_bytes() == before


@pytest.mark.parametrize("typed", [(), ("X9",), ("X9", "Nagihama")])
def test_an_interrupted_first_run_says_once_that_nothing_is_saved(
    start: Callable[..., Any], tmp_path: Path, typed: tuple[str, ...]
) -> None:
    screen = start(lang="en")
    screen.until("> $")
    for line in typed:
        screen.type(line)
    screen.read_available(0.2)
    screen.key(b"\x03")
    assert screen.exit_code() == 130
    assert screen.text.count("Nothing has been saved yet") == 1
    assert screen.text.count("Interrupted.") == 1
    assert "is in answers.yaml" not in screen.text
    assert not (tmp_path / "answers.yaml").exists()


def test_back_in_the_first_questions_asks_the_one_before(
    start: Callable[..., Any], tmp_path: Path
) -> None:
    screen = start(lang="en")
    screen.until("> $")
    assert "This is the first item" in screen.type("b", r"Institution ID \(\? help\)\s+> $")
    screen.type("X8", r"Name \(\? help\)\s+> $")
    screen.type("b", r"Institution ID \(\? help\)\s+> $")
    screen.type("X9", r"Name \(\? help\)\s+> $")
    screen.type("Nagihama", "help.\\s+> $")
    screen.type("b", r"Name \(\? help\)\s+> $")
    screen.type("Nagihama Shinkin", "help.\\s+> $")
    screen.type("shinkin b", "y yes[^>]*> $")
    screen.type("y", "Licence: [^>]*> $")
    screen.type("b", "y yes[^>]*> $")
    screen.kill()
    text = (tmp_path / "answers.yaml").read_text("utf-8")
    assert "id: X9" in text
    assert "name: Nagihama Shinkin" in text
    assert "licence" not in text
