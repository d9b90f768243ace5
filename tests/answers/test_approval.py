"""What was approved is recorded, and a change of it shows on every report."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.approval import content_hash, is_changed_since_approval
from cssa.answers.loading import read_answers
from cssa.messages import LANGS
from cssa.reports.formats.registry import GATE_FORMATS

Cssa = Callable[..., Any]

HERE = Path(__file__).resolve().parent
SMALL = HERE.parent / "reports" / "report" / "small"
PEERS = HERE.parent / "reports" / "feedback" / "peers" / "large.json"
CHECKLIST = ("-c", SMALL / "checklist")
MARKS = {"ja": "承認後に変更あり", "en": "Changed after approval"}

APPROVED = """\
schema: cssa.answers/1
checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}
campaign: "2026"
institution: {id: X1, name: 凪浜信用金庫, sector: shinkin, size: 3.2e11, profile: {cloud: true}}
assessed_on: 2026-11-01
approval: {respondent: CISO}
answers:
  2.1.1-1: 3
  2.1.1-2: {level: 2, note: 規程}
"""

SAME = {
    "a comment": ("answers:", "answers:   # 理事会で確認"),
    "another layout": ("2.1.1-1: 3", "2.1.1-1: {level: 3}"),
    "another order": ("  2.1.1-1: 3\n  2.1.1-2: {level: 2, note: 規程}", "  2.1.1-2: {note: 規程, level: 2}\n  2.1.1-1: 3"),
    "an amount written out": ("3.2e11", "320000000000"),
    "a flag with its value": ("cloud: true", "cloud: {value: true}"),
    "the report to the board": ("respondent: CISO", "respondent: CISO, reported_to_board: 2026-11-20"),
}  # fmt: skip
CHANGED = {
    "a level": ("2.1.1-1: 3", "2.1.1-1: 4"),
    "an answer removed": ("  2.1.1-1: 3\n", ""),
    "a note": ("note: 規程", "note: 規程の改定"),
    "a flag": ("cloud: true", "cloud: false"),
    "the name": ("凪浜信用金庫", "凪浜"),
    "the date": ("2026-11-01", "2026-11-02"),
    "the campaign": ('campaign: "2026"', 'campaign: "2027"'),
}


def is_changed(text: str) -> bool:
    return is_changed_since_approval(read_answers(text.encode(), "answers.yaml").submission)


@pytest.fixture(scope="module")
def approved() -> str:
    content = content_hash(read_answers(APPROVED.encode(), "answers.yaml").submission)
    text = APPROVED.replace("respondent: CISO", f'respondent: CISO, content: "{content}"')
    assert not is_changed(text)
    return text


@pytest.mark.parametrize("name", SAME)
def test_what_means_the_same_is_still_approved(approved: str, name: str) -> None:
    old, new = SAME[name]
    assert old in approved
    assert not is_changed(approved.replace(old, new))


@pytest.mark.parametrize("name", CHANGED)
def test_any_other_content_is_not(approved: str, name: str) -> None:
    old, new = CHANGED[name]
    assert old in approved
    assert is_changed(approved.replace(old, new))


def test_answers_that_nobody_approved_are_not_called_changed() -> None:
    assert not is_changed(APPROVED)


@pytest.fixture
def answers(cssa_inline: Cssa, tmp_path: Path) -> Path:
    """Answers that were approved."""
    path = tmp_path / "answers.yaml"
    path.write_bytes((SMALL / "answers.yaml").read_bytes())
    run = cssa_inline("answers", "approve", path, *CHECKLIST, "--by", "理事会")
    assert run.code == 0, run.err
    assert "理事会" in (tmp_path / "answers.log.jsonl").read_text("utf-8")
    return path


def test_a_note_without_an_answer_is_not_counted_as_approved(
    cssa_inline: Cssa, tmp_path: Path
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(APPROVED + "  2.1.1-3: {note: 確認中}\n", "utf-8")
    run = cssa_inline("answers", "approve", path)
    assert run.code == 0, run.err
    assert "(2 answers)" in run.err


def shown(path: Path) -> str:
    """Return the text of a report, of a workbook its strings."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as book:
        return book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("suffix", ["html", "md", "json", "xlsx"])
@pytest.mark.parametrize("given", [(), ("--peers", PEERS)], ids=["report", "feedback"])
def test_a_change_after_approval_shows_on_every_report(
    cssa_inline: Cssa, answers: Path, lang: str, suffix: str, given: tuple[object, ...]
) -> None:
    out = answers.with_name(f"report.{suffix}")
    report = ("report", answers, *CHECKLIST, *given, "--as-of", "2026-11-20", "-o", out)
    assert cssa_inline(*report, lang=lang).code == 0
    assert MARKS[lang] not in shown(out)
    text = answers.read_text("utf-8")
    answers.write_text(re.sub(r"level: \d", "level: 5", text, count=1), "utf-8")
    assert answers.read_text("utf-8") != text
    assert cssa_inline(*report, lang=lang).code == 0
    assert MARKS[lang] in shown(out)
    assert cssa_inline("answers", "approve", answers, *CHECKLIST).code == 0
    assert cssa_inline(*report, lang=lang).code == 0
    assert MARKS[lang] not in shown(out)


POLICY = """\
schema: cssa.policy/1
id: own
approved_by: 理事会
approved_on: 2026-01-01
rules: [{id: overall, "on": overall, min_score: 0.1}]
"""


def outputs(cssa: Cssa, answers: Path, lang: str) -> dict[str, str]:
    """Return what score, explain and gate print, by the name of the output."""
    policy = answers.with_name("policy.yaml")
    policy.write_text(POLICY, "utf-8")
    commands: dict[str, tuple[object, ...]] = {
        "score": ("score", answers),
        "score json": ("score", answers, "--format", "json"),
        "explain": ("explain", answers),
        "explain domain": ("explain", answers, "2"),
        "explain practice": ("explain", answers, "2.1-1"),
        **{name: ("gate", answers, "--policy", policy, "-o", f"{name}=-") for name in GATE_FORMATS},
    }
    at = (*CHECKLIST, "--as-of", "2026-11-20")
    return {name: cssa(*command, *at, lang=lang).out for name, command in commands.items()}


@pytest.mark.parametrize("lang", LANGS)
def test_a_change_after_approval_shows_in_score_explain_and_gate(
    cssa_inline: Cssa, answers: Path, lang: str
) -> None:
    in_json = '"changed_after_approval": true'

    def is_marked(name: str, text: str) -> bool:
        return (in_json if "json" in name else MARKS[lang]) in text

    before = outputs(cssa_inline, answers, lang)
    assert [name for name, text in before.items() if not text] == []
    assert not any(is_marked(name, text) for name, text in before.items())
    text = answers.read_text("utf-8")
    answers.write_text(re.sub(r"level: \d", "level: 5", text, count=1), "utf-8")
    after = outputs(cssa_inline, answers, lang)
    assert [name for name, text in after.items() if not is_marked(name, text)] == []


def test_approving_leaves_the_rest_of_the_file_as_it_is(answers: Path) -> None:
    before, after = (SMALL / "answers.yaml").read_text("utf-8"), answers.read_text("utf-8")
    assert re.sub(r"\n? *,? *content: *\"?sha256:[0-9a-f]{64}\"?", "", after) == before


@pytest.mark.parametrize("lang", LANGS)
def test_what_cannot_be_approved_is_refused_with_what_to_do(
    cssa_inline: Cssa, tmp_path: Path, lang: str
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(APPROVED.replace("approval: {respondent: CISO}\n", ""), "utf-8")
    run = cssa_inline("answers", "approve", path, lang=lang)
    assert (run.code, "cssa assess" in run.err) == (3, True)
    form = tmp_path / "form.xlsx"
    assert cssa_inline("form", "new", "--answers", path, "-o", form).code == 0
    run = cssa_inline("answers", "approve", form, lang=lang)
    assert (run.code, "cssa form read" in run.err) == (3, True)
