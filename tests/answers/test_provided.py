"""What a shared centre answers is taken over to be confirmed; the institution's own stands."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cssa.answers.loading import read_answers
from cssa.answers.provided import Offer, take_over
from cssa.answers.serialization import to_yaml
from cssa.answers.submission import ProviderSource, Submission
from cssa.cli.environment import open_workspace
from cssa.datafile.edit import EditableDocument
from cssa.datafile.validation import validate

Cssa = Callable[..., Any]

CENTRE = """\
schema: cssa.answers/1
checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}
institution: {id: centre-1, name: 共同センター, sector: shinkin}
assessed_on: 2026-09-30
provides: {performed_by: shared_centre, practices: [2.4.1-1, 2.1.1-1, "2.6", 2.1.1-a]}
answers:
  2.1.1-1: 2
  2.1.1-2: 5
  2.4.1-1: {level: 4, note: 運用記録で確認, evidence: [{ref: 運用報告書}], review: [{line: 2, level: 4, by: 監査, on: 2026-09-01}]}
  2.1.1-a: {na: true, reason: 委託元で実施}
  2.6-2: {level: 1, plan: {owner: 共同センター, due: 2027-03-31}}
"""
BANK = """\
schema: cssa.answers/1
checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}
institution: {id: X1, name: 凪浜信用金庫, sector: shinkin}
answers:
  2.1.1-1: 3   # 理事会で決定
  2.6-2: {note: センターに確認中}
"""


@pytest.fixture
def centre(tmp_path: Path) -> Path:
    path = tmp_path / "centre.yaml"
    path.write_text(CENTRE, "utf-8")
    return path


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.yaml"
    path.write_text(BANK, "utf-8")
    return path


def submission(path: Path) -> Submission:
    return read_answers(path.read_bytes(), str(path)).submission


def test_what_the_centre_answers_is_taken_with_its_source_to_be_confirmed(
    centre: Path, bank: Path, cssa_inline: Cssa
) -> None:
    run = cssa_inline("answers", "apply", centre, bank, "--by", "CISO室")

    assert run.code == 0, run.err
    answers = submission(bank).answers
    assert {*answers} == {"2.1.1-1", "2.4.1-1", "2.6-2"}
    taken = answers["2.4.1-1"]
    assert (taken.level, taken.note, taken.performed_by) == (4, "運用記録で確認", "shared_centre")
    assert taken.source is not None
    assert taken.source == ProviderSource(
        institution="共同センター", file="centre.yaml", assessed_on=date(2026, 9, 30)
    )
    assert [item.ref for item in taken.evidence] == ["運用報告書"]
    assert not taken.confirmed
    assert not taken.review
    open_ = answers["2.6-2"]
    assert (open_.level, open_.note) == (1, "センターに確認中")
    assert open_.plan is not None
    assert open_.plan.owner == "共同センター"
    assert "2.1.1-1: 3   # 理事会で決定" in bank.read_text("utf-8")
    assert (
        f"{bank}:5:12: answers.2.1.1-1: The answer in your file stands: level: 3 | provider: level: 2 ({centre}:7:12)"
        in run.err
    )
    assert "Not applied: the provider's" in run.err
    assert "Not answered by the provider (" in run.err
    assert (
        "Treatments, reviews and priorities of the provider were not applied (1): 2.4.1-1"
        in run.err
    )
    assert bank.with_name("bank.log.jsonl").read_text("utf-8").count('"answers apply"') == 2


def test_applied_again_nothing_changes_and_what_is_new_there_is_taken_until_confirmed(
    centre: Path, bank: Path, cssa_inline: Cssa
) -> None:
    cssa_inline("answers", "apply", centre, bank)
    before = bank.read_bytes()
    assert cssa_inline("answers", "apply", centre, bank).code == 0
    assert bank.read_bytes() == before

    centre.write_text(CENTRE.replace("level: 4,", "level: 5,", 1), "utf-8")
    cssa_inline("answers", "apply", centre, bank)
    assert submission(bank).answers["2.4.1-1"].level == 5

    bank.write_text(bank.read_text("utf-8").replace("confirmed: false", "confirmed: true"), "utf-8")
    centre.write_text(CENTRE.replace("level: 4,", "level: 1,", 1), "utf-8")
    run = cssa_inline("answers", "apply", centre, bank)
    assert submission(bank).answers["2.4.1-1"].level == 5
    assert (
        "Answers in your file that differ from the provider's; not changed (2): 2.1.1-1, 2.4.1-1"
        in run.err
    )


REFUSED = {
    "the institution itself": ("id: centre-1", "id: x1", (), 3, "answers of the same institution"),
    "another version": ('"2025-07-04"', '"2024-01-01"', (), 3, "answers to the same checklist"),
    "a practice that is not there": ('"2.6", 2.1.1-a', '"9.9"', (), 3, "9.9"),
    "no word on what it is": ("provides: {performed_by: shared_centre,", "# {", (), 2, "--performed-by"),
    "a number that is not there": ("", "", ("--only", "9.9"), 2, "9.9"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_applied_is_refused_and_changes_nothing(
    case: str, centre: Path, bank: Path, cssa_inline: Cssa
) -> None:
    old, new, options, code, words = REFUSED[case]
    centre.write_text(CENTRE.replace(old, new), "utf-8")

    run = cssa_inline("answers", "apply", centre, bank, *options)

    assert (run.code, words in run.err) == (code, True), run.err
    assert bank.read_text("utf-8") == BANK


def test_options_stand_in_place_of_what_the_file_says(
    centre: Path, bank: Path, cssa_inline: Cssa
) -> None:
    run = cssa_inline(
        "answers", "apply", centre, bank, "--performed-by", "group", "--only", "2.1.1-2"
    )

    assert run.code == 0, run.err
    taken = submission(bank).answers["2.1.1-2"]
    assert (taken.level, taken.performed_by) == (5, "group")


@pytest.mark.parametrize("ending", ["html", "md", "xlsx"])
def test_reports_say_where_an_answer_was_taken_from(
    ending: str, centre: Path, bank: Path, cssa_inline: Cssa
) -> None:
    cssa_inline("answers", "apply", centre, bank)
    out = bank.with_name(f"report.{ending}")

    assert cssa_inline("report", bank, "-o", out, "--as-of", "2026-11-20").code == 0
    assert "Taken from: 共同センター" in cssa_inline("explain", bank, "2.4.1-1").out
    if ending != "xlsx":
        assert "共同センター (2026-09-30, centre.yaml)" in out.read_text("utf-8")


ASKED = ["2.1.1-1", "2.1.1-2", "2.4.1-1", "2.6-1"]
CHECKLIST = open_workspace().edition("fsa-cyber-guideline").checklist
STATED = st.fixed_dictionaries(
    {"level": st.integers(0, 5)}, optional={"note": st.sampled_from("ab")}
)
GIVEN = st.dictionaries(st.sampled_from(ASKED), STATED)


@settings(max_examples=60)
@given(theirs=GIVEN, own=GIVEN)
def test_no_answer_of_the_institution_is_ever_changed(
    theirs: dict[str, Any], own: dict[str, Any]
) -> None:
    head = {"schema": "cssa.answers/1", "checklist": {"id": "c", "version": "1"}}
    centre, bank = (
        Submission.model_validate(
            {**head, "institution": {"id": i, "name": i, "sector": "trust"}, "answers": answers}
        )
        for i, answers in (("c", theirs), ("b", own))
    )
    text = EditableDocument.read(to_yaml(bank).encode(), "bank.yaml")
    given_ = read_answers(to_yaml(centre).encode(), "centre.yaml")

    takeover = take_over(Offer(given_, "group"), bank, text, CHECKLIST)
    result = validate(Submission, text.change_all(takeover.changes, {}).document)

    assert {name: result.answers[name] for name in own} == bank.answers
    assert {*result.answers} == {*own, *theirs}
    assert all(not result.answers[name].confirmed for name in theirs.keys() - own.keys())
    differing = {
        name for name in own.keys() & theirs.keys() if own[name]["level"] != theirs[name]["level"]
    }
    assert {problem.path[1] for problem in takeover.own} == differing
