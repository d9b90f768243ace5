"""A campaign on a checklist that is not scored: option shares and numbers, and no figure of scores."""

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from cssa.messages import message

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


def _published(cssa_once: Callable[..., Any], root: Path, sectors: list[str]) -> Path:
    """Return a published batch of answers, a third of which leave two questions out."""
    (root / "survey").mkdir()
    (root / "survey/checklist.yaml").write_text(CHECKLIST, "utf-8")
    (root / "survey/1.yaml").write_text(QUESTIONS, "utf-8")
    (root / "in").mkdir()
    for number, sector in enumerate(sectors):
        document = {
            "schema": "cssa.answers/1",
            "checklist": {"id": "survey", "version": "1"},
            "campaign": "2026",
            "institution": {"id": f"N{number:03}", "name": f"N {number}", "sector": sector},
            "answers": _answers(number),
        }
        (root / f"in/{number}.yaml").write_text(yaml.safe_dump(document), "utf-8")
    run = ("run", root / "in", "-o", root / "out", "-c", root / "survey", "--as-of", "2026-12-01")
    for arguments in ((*run, "--formats", "html,json,md"), ("publish", root / "out", *PUBLISHED)):
        done = cssa_once("batch", *arguments, lang="en")
        assert done.code == 0, done.err
    return root / "out"


@pytest.fixture(scope="module")
def out(cssa_once: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published batch of one sub-sector."""
    return _published(cssa_once, tmp_path_factory.mktemp("unscored"), ["shinkin"] * COUNT)


@pytest.fixture(scope="module")
def mixed(cssa_once: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of three sub-sectors, of which two are too small and in one industry group."""
    sectors = ["shinkin"] * 14 + ["regional_bank"] * 6 + ["second_regional_bank"] * 8
    return _published(cssa_once, tmp_path_factory.mktemp("mixed"), sectors)


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


@pytest.mark.parametrize("edition", ["public/aggregate", "private/restricted"])
def test_without_a_roster_nobody_says_who_was_asked(out: Path, edition: str) -> None:
    document = json.loads((out / f"{edition}.json").read_bytes())
    assert document["participation"] == {
        "expected": None, "received": COUNT, "accepted": COUNT, "in_statistics": COUNT,
    }  # fmt: skip
    for ending in ("html", "md"):
        assert "Institutions asked" not in (out / f"{edition}.{ending}").read_text("utf-8")
    book = load_workbook(out / f"{edition}.xlsx")
    shown = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert "Institutions asked" not in shown
    assert "With a form received" in shown


def test_who_may_be_heard_is_listed_without_columns_of_levels(out: Path) -> None:
    sheet = load_workbook(out / "private/hearing.xlsx").worksheets[0]
    rows = [[value for value in row if value] for row in sheet.iter_rows(values_only=True)]
    last = message("en", "book.hearing.expired")
    assert [row[-1] for row in rows if message("en", "book.hearing.reasons") in row] == [last]


def test_feedback_shows_the_shares_beside_the_own_answer(out: Path) -> None:
    shown = unescape((out / "feedback/N002/feedback.html").read_text("utf-8"))
    assert "33%" in shown
    assert "Tested parts" in shown


@pytest.mark.parametrize("name", ["feedback.html", "feedback.md"])
def test_feedback_names_the_narrowest_group_of_which_answers_are_published(
    mixed: Path, name: str
) -> None:
    """It used to name none, as there are no scores, and to call every group withheld."""
    page = (mixed / f"feedback/N016/{name}").read_text("utf-8")
    of_small_sector = unescape(page).replace("\xa0", " ")
    assert "Regional and second-tier regional banks, n = 14" in of_small_sector
    assert '"Regional bank": all figures are withheld' in of_small_sector
    assert "overall and domain figures" not in of_small_sector
    of_large_sector = unescape((mixed / f"feedback/N000/{name}").read_text("utf-8"))
    assert "all figures are withheld" not in of_large_sector
