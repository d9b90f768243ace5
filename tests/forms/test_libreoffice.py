"""A form filled by driving LibreOffice, and saved by it."""

import io
from datetime import date
from decimal import Decimal

import pytest
from tests.forms.conftest import make_submission
from tests.forms.office import fill

from cssa.forms.form_writer import write_form

pytestmark = pytest.mark.external("soffice", "uno")

LEVEL = "4 検証：第2線・内部監査・外部の者が実効性を評価している"
NOTE = "=cmd|'/c calc'!A0\n２行目　😀 「引用」 \"q\" \t終"


def typed(sheet: str, cell: str, text: str) -> dict[str, str]:
    return {"sheet": sheet, "cell": cell, "how": "type", "text": text}


def pasted(sheet: str, cell: str, text: str) -> dict[str, str]:
    return {"sheet": sheet, "cell": cell, "how": "set", "text": text}


@pytest.fixture(scope="module")
def session(request_for, tmp_path_factory):
    """Return what LibreOffice showed after each step, and the file it saved."""
    folder = tmp_path_factory.mktemp("office")
    form, saved = folder / "form.xlsx", folder / "saved.xlsx"
    form.write_bytes(write_form(request_for(make_submission({}))))
    steps = {
        "wrong level": typed("1", "I6", "9 でたらめ"),
        "level": typed("1", "I5", LEVEL),
        "locked cell": typed("1", "B7", "書き換え"),
        "disposition": typed("1", "J7", "採用しない"),
        "wrong disposition": typed("1", "J8", "該当なし"),
        "reason": typed("1", "K7", "優先度が低いため"),
        "note": pasted("1", "O5", NOTE),
        "points": typed("1", "N5", "1, 3"),
        "zeros": typed("1", "P5", "0001"),
        "day": typed("1", "R5", "2026-05-01"),
        "wrong day": typed("1", "R6", "きのう"),
        "count": typed("1", "L5", "3"),
        "whole": typed("1", "M5", "10"),
        "choice": typed("2", "I5", "月に1回"),
        "tick": typed("2", "I7", "○"),
        "row": typed("2", "I11", "すべて"),
        "number": typed("2", "I13", "012.50"),
        "text": pasted("2", "I14", "  人手\n予算  "),
        "size": typed("表紙", "C19", "2100000000000"),
    }
    cells = fill(form, saved, list(steps.values()))
    return dict(zip(steps, cells, strict=True)), saved.read_bytes()


@pytest.mark.parametrize("step", ["wrong level", "wrong disposition", "wrong day"])
def test_what_the_lists_do_not_have_is_refused_there(step, session):
    assert session[0][step]["text"] == ""


def test_cells_that_are_not_answered_are_locked_there(session):
    assert session[0]["locked cell"]["text"] == "1.1-a"


def test_levels_are_chosen_from_a_list_that_stops_anything_else(session):
    level = session[0]["level"]

    assert (level["type"], level["stops"], level["shown"]) == ("LIST", "STOP", True)
    assert level["text"] == LEVEL


def test_what_was_typed_there_is_read_back(session, read):
    submission = read(session[1])
    answers = submission.answers

    assert answers["1.1-1"].level == 4
    assert answers["1.1-1"].note == NOTE
    assert answers["1.1-1"].points == ("p1", "p3")
    assert answers["1.1-1"].evidence[0].ref == "0001"
    assert answers["1.1-1"].last_done == date(2026, 5, 1)
    assert (answers["1.1-1"].done.n, answers["1.1-1"].done.of) == (3, 10)
    assert (answers["1.1-a"].not_adopted, answers["1.1-a"].reason) == (True, "優先度が低いため")
    assert answers["2-1"].choice == "monthly"
    assert answers["2-2"].choices == ("a",)
    assert answers["2-3"].rows == {"day": "full"}
    assert answers["2-4"].value == "012.50"
    assert answers["2-5"].text == "  人手\n予算  "
    assert submission.institution.size == Decimal(2_100_000_000_000)


def test_the_cover_counts_there_what_was_answered_and_what_is_missing(session):
    from python_calamine import CalamineWorkbook

    rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(session[1])).get_sheet_by_name("表紙").to_python()
    )
    progress = [row[1:5] for row in rows if str(row[1]).startswith(("1\u3000", "2\u3000", "合計"))]

    assert progress == [
        ["1\u3000段階で答えるもの", "2 / 4", "1.1-2", ""],
        ["2\u3000他の答え方のもの", "4 / 5", "", ""],  # of the matrix, one row of two
        ["合計", "6 / 9", "", ""],
    ]
