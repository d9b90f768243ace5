"""A campaign on a checklist that is not scored: option shares and numbers, and no figure of scores."""

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

CHECKLIST = """\
schema: cssa.checklist/1
id: survey
version: "1"
revision: 1
languages: [en]
title: {en: Survey}
domains: ["1"]
scored: false
"""
QUESTIONS = """\
domain: "1"
title: {en: Tests}
practices:
  - id: 1-1
    tier: basic
    kind: single
    title: {en: Kind of test}
    options: [{id: full, en: Full test}, {id: part, en: Partial test}, {id: none, en: No test}]
  - {id: 1-2, tier: basic, kind: number, unit: {en: days}, title: {en: Days of testing},
     asked_if: {practice: 1-1, any: [full, part]}}
  - id: 1-3
    tier: basic
    kind: multi
    title: {en: Tested parts}
    options: [{id: web, en: Web site}, {id: branch, en: Branches}]
    asked_if: {practice: 1-1, any: [full, part]}
  - {id: 1-4, tier: basic, kind: text, title: {en: Next test}}
"""
COUNT = 24
PUBLISHED = ("--approved-by", "Board", "--on", "2026-12-19", "--as-of", "2026-12-19")


def _answers(number: int) -> dict[str, Any]:
    kind = ("full", "part", "none")[number % 3]
    tested = {"1-2": {"value": str(5 + number)}, "1-3": ["web", "branch"][number % 2 :]}
    return {"1-1": kind, "1-4": {"text": "in spring"}} | ({} if kind == "none" else tested)


@pytest.fixture(scope="module")
def out(cssa_once: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published batch of answers, a third of which leave two questions out."""
    root = tmp_path_factory.mktemp("unscored")
    (root / "survey").mkdir()
    (root / "survey/checklist.yaml").write_text(CHECKLIST, "utf-8")
    (root / "survey/1.yaml").write_text(QUESTIONS, "utf-8")
    (root / "in").mkdir()
    for number in range(COUNT):
        document = {
            "schema": "cssa.answers/1",
            "checklist": {"id": "survey", "version": "1"},
            "campaign": "2026",
            "institution": {"id": f"N{number:03}", "name": f"N {number}", "sector": "shinkin"},
            "answers": _answers(number),
        }
        (root / f"in/{number}.yaml").write_text(yaml.safe_dump(document), "utf-8")
    for arguments in (
        ("run", root / "in", "-o", root / "out", "-c", root / "survey", "--as-of", "2026-12-01"),
        ("publish", root / "out", *PUBLISHED),
    ):
        done = cssa_once("batch", *arguments, lang="en")
        assert done.code == 0, done.err
    return root / "out"


def test_who_was_not_asked_is_complete_and_counts(out: Path) -> None:
    ledger = json.loads((out / "private/ledger.json").read_bytes())
    assert {row["left_out"] for row in ledger["institutions"]} == {None}
    assert {row["coverage"] for row in ledger["institutions"]} == {1.0}


def test_options_and_numbers_are_published_and_no_score_is(out: Path) -> None:
    peers = json.loads((out / "public/peers.json").read_bytes())
    everyone = peers["groups"][0]
    assert everyone["n"] == COUNT
    assert everyone["answers"]["1-1"]["shares"] == {"full": 33, "part": 33, "none": 33}
    assert everyone["answers"]["1-2"]["n"] == everyone["answers"]["1-3"]["n"] == 16
    assert {"overall", "domains", "sections", "practices", "below_in_place"}.isdisjoint(
        name for name, figures in everyone.items() if figures
    )
    of_answers = {"1-1", "1-2", "1-3"}
    named = {entry["figure"].partition(":")[0] for entry in peers["withheld"]}
    assert named <= {*of_answers, "*"}


@pytest.mark.parametrize("edition", ["public/aggregate", "private/restricted"])
def test_the_aggregate_speaks_of_answers_alone(out: Path, edition: str) -> None:
    for ending in ("html", "md"):
        text = unescape((out / f"{edition}.{ending}").read_text("utf-8"))
        assert "24 institutions are included" in text
        assert "Full test" in text
        body = text.partition("</style>")[2] or text
        told, _, _ = body.partition("Important notes")
        for word in ("aturity", " level", "Levels", "Too few institutions"):
            assert word not in told
    book = load_workbook(out / f"{edition}.xlsx")
    assert not {"Figures", "Practices"} & set(book.sheetnames)
    assert json.loads((out / f"{edition}.json").read_bytes())["scored"] is False


def test_feedback_shows_the_shares_beside_the_own_answer(out: Path) -> None:
    shown = unescape((out / "feedback/N002/feedback.html").read_text("utf-8"))
    assert "33%" in shown
    assert "Tested parts" in shown
