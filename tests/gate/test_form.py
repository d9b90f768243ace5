"""The gate on a filled form: what is missing is shown by sheet and cell, in every format."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from .conftest import CHECKLIST

LANGS = ("ja", "en")
FORM = "form 1.xlsx"
CELLS = {"1.1-1": "1!I6", "1.1-3": "1!I8", "2.1-1": "2!I5"}
"""Where the form has what is not met: a level, a row left blank, a level of another sheet."""


@pytest.fixture(params=LANGS)
def form(
    request: pytest.FixtureRequest,
    write_answers: Callable[..., None],
    write_policy: Any,
    cssa_inline: Any,
) -> str:
    """A form with two levels too low and one row left blank, in either language."""
    write_answers({"1.1-1": "2", "2.1-1": "{level: 2, note: 秘密の補足}"})
    text = Path("answers.yaml").read_text(encoding="utf-8")
    Path("answers.yaml").write_text(text.replace("  1.1-3: 3\n", ""), encoding="utf-8")
    write_policy(
        "id: practices, on: {each: practice}, min_level: 3", "id: all, on: overall, min_score: 3"
    )
    made = cssa_inline(
        "form", "new", "-c", CHECKLIST, "--answers", "answers.yaml", "-o", FORM, lang=request.param
    )
    assert made.code == 0, made.err
    return FORM


def test_a_form_is_judged_as_its_answers_are(form: str, gate: Any) -> None:
    of_form = gate("-o", "json=-", answers=form).json
    of_text = gate("-o", "json=-").json

    def placeless(verdict: Any) -> Any:
        outcomes = [{**outcome, "place": None} for outcome in verdict["outcomes"]]
        return {**verdict, "outcomes": outcomes, "places": None, "run": None}

    assert placeless(of_form) == placeless(of_text)
    assert of_form["met"] is False


def test_json_has_sheet_and_cell(form: str, gate: Any) -> None:
    places = gate("-o", "json=-", answers=form).json["places"]
    assert {key: f"{place['sheet']}!{place['cell']}" for key, place in places.items()} == CELLS
    assert {place["path"] for place in places.values()} == {FORM}
    assert {(place["line"], place["column"]) for place in places.values()} == {(None, None)}


@pytest.mark.parametrize("lang", LANGS)
def test_the_text_says_sheet_and_cell(form: str, gate: Any, lang: str) -> None:
    done = gate(answers=form, lang=lang)
    assert done.code == 1
    for practice, cell in CELLS.items():
        assert f"{FORM}!{cell}: {practice} " in done.out


def test_markdown_says_sheet_and_cell(form: str, gate: Any) -> None:
    shown = gate("-o", "markdown=-", answers=form).out
    for cell in CELLS.values():
        assert f"{FORM}!{cell} ".replace("!", "\\!") in shown


def test_junit_says_sheet_and_cell(form: str, gate: Any) -> None:
    suites = JUnitXml.fromstring(gate("-o", "junit=-", answers=form).out.encode())
    failed = {
        case.name: case.result[0].text.splitlines()[0]
        for suite in suites
        for case in suite
        if not suite.name.endswith("/policy") and case.result
    }
    assert failed == {practice: f"{FORM}!{cell}" for practice, cell in CELLS.items()}


def test_sarif_has_the_cell_as_a_logical_location(form: str, gate: Any) -> None:
    shown = gate("-o", "sarif=-", answers=form).out
    Sarif.model_validate_json(shown)
    results = json.loads(shown)["runs"][0]["results"]
    locations = {}
    for result in results:
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == "form%201.xlsx"
        assert "region" not in physical, "a workbook has no lines"
        for logical in location.get("logicalLocations", []):
            assert logical["kind"] == "cell"
            locations[result["ruleId"]] = logical["fullyQualifiedName"]
    assert locations == {practice: f"{FORM}!{cell}" for practice, cell in CELLS.items()}


def test_github_says_sheet_and_cell_in_words(form: str, gate: Any) -> None:
    errors = [
        line
        for line in gate("-o", "github=-", answers=form).out.splitlines()
        if line.startswith("::error")
    ]
    for practice, cell in CELLS.items():
        (line, *_) = [error for error in errors if f" {practice} " in error]
        assert line.startswith(f"::error file={FORM},title=")
        assert f"::{FORM}!{cell}%0A" in line


def test_notes_of_a_form_stay_hidden_unless_asked_for(form: str, gate: Any) -> None:
    for name in ("text", "json", "junit", "sarif", "github", "markdown"):
        assert "秘密の補足" not in gate("-o", f"{name}=-", answers=form).out
    assert "秘密の補足" in gate("--show-notes", answers=form).out


def test_a_form_on_standard_input_is_judged(form: str, gate: Any) -> None:
    done = gate("-o", "sarif=-", answers="-", stdin=Path(form).read_bytes())
    assert done.code == 1
    assert not any("locations" in result for result in json.loads(done.out)["runs"][0]["results"])


def test_a_form_with_mistakes_is_refused_with_its_cells(form: str, gate: Any) -> None:
    from openpyxl import load_workbook

    book = load_workbook(form)
    book["1"]["I6"] = "たぶん3"
    book.save(form)
    done = gate(answers=form)
    assert done.code == 3
    assert f"{FORM}!1!I6" in done.err
    assert done.out == ""
