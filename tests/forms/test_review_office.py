"""The workbook of answers to ask about, filled by driving LibreOffice and saved by it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.forms.office import fill
from tests.forms.test_review import only_workbook, outcome_of, read, row

from cssa.forms.review import ReviewOutcome
from cssa.messages import message

pytestmark = pytest.mark.external("soffice", "uno")

GROUND = "=cmd|'/c calc'!A0\n証跡が整うまで"
SHEET = message("ja", "book.review.sheet")


Session = tuple[dict[str, dict[str, Any]], list[ReviewOutcome]]


def step(cell: str, text: str, how: str = "type") -> dict[str, str]:
    return {"sheet": SHEET, "cell": cell, "how": how, "text": text}


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Return what LibreOffice showed after each step, and what is read from the file it saved."""
    folder = tmp_path_factory.mktemp("office")
    given, saved = folder / "review.xlsx", folder / "saved.xlsx"
    carried = outcome_of(row("1-3").key, reply="先方に確認中", outcome="pending")
    given.write_bytes(only_workbook([row("1-1"), row("1-2"), row("1-3")], [carried]))
    steps = {
        "outcome": step("N5", "訂正"),
        "wrong outcome": step("N6", "たぶん"),
        "locked": step("G5", "書き換え"),
        "level": step("O5", "3"),
        "wrong level": step("O6", "6"),
        "ground": step("P5", GROUND, "set"),
        "by": step("Q5", "鈴木"),
        "day": step("R5", "2026-12-01"),
        "wrong day": step("R6", "きのう"),
        "reply": step("L6", "0001"),
    }
    cells = fill(given, saved, list(steps.values()))
    return dict(zip(steps, cells, strict=True)), read(saved.read_bytes())


@pytest.mark.parametrize("wrong", ["wrong outcome", "wrong level", "wrong day"])
def test_what_cannot_be_is_refused_there(wrong: str, session: Session) -> None:
    assert session[0][wrong]["text"] == ""


def test_what_is_asked_cannot_be_changed_there(session: Session) -> None:
    assert "証跡" in session[0]["locked"]["text"]


def test_what_was_typed_there_is_read_back(session: Session) -> None:
    corrected = {
        "outcome": "corrected", "level": 3, "ground": GROUND, "by": "鈴木", "on": date(2026, 12, 1),
    }  # fmt: skip
    assert session[1] == [
        outcome_of(row("1-1").key, **corrected),
        outcome_of(row("1-2").key, reply="0001"),
        outcome_of(row("1-3").key, reply="先方に確認中", outcome="pending"),
    ]


def test_a_sort_of_the_filters_area_moves_whole_rows(tmp_path: Path) -> None:
    given, saved = tmp_path / "review.xlsx", tmp_path / "saved.xlsx"
    rows = [row("1-1"), row("1-2", "bank-b", "cd" * 32), row("1-3", "bank-c", "ef" * 32)]
    outcomes_entered = [outcome_of(asked.key, reply=asked.institution) for asked in rows]
    given.write_bytes(only_workbook(rows, outcomes_entered))
    area = load_workbook(given).worksheets[0].auto_filter.ref
    fill(given, saved, [step("D4", area, "sort")])
    sheet = load_workbook(saved).worksheets[0]
    assert [cell.value for cell in sheet["D"][3:7]] == ["番号", "1-3", "1-2", "1-1"]
    assert [sheet.column_dimensions[letter].hidden for letter in "ABTU"] == [
        True,
        False,
        False,
        True,
    ]
    assert read(saved.read_bytes()) == outcomes_entered[::-1]
