"""A form with mistakes goes back to its sender with exactly those cells marked, and a list in front."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from cssa.form.reader import missing, read_form
from cssa.form.returned import mark

MISTAKES = {
    "1!I5": ("1.1-1", "answer", "たぶん3"),
    "1!L5": ("1.1-1", "done.n", "半分"),
    "1!N5": ("1.1-1", "points", "9"),
    "1!R5": ("1.1-1", "last_done", "春ごろ"),
    "1!K7": ("1.1-a", "disposition", "見送り"),  # the reason beside it is missing
    "1!J8": ("1.1-b", "disposition", "該当なし"),
    "2!I5": ("2-1", "answer", "ときどき"),
    "2!I13": ("2-4", "answer", "十日"),
    "表紙!C15": ("institution.id", "value", "銀行 1"),
    "表紙!C17": ("institution.sector", "value", "宇宙銀行"),
}


@pytest.fixture
def returned(blank, context):
    for key, code, value in MISTAKES.values():
        blank.put(key, value, code)
    reading = read_form(blank.save(), "form.xlsx", context)
    return load_workbook(
        io.BytesIO(mark(reading, [*reading.gathered.problems, *missing(reading.gathered)]))
    )


def marked(book: Any) -> set[str]:
    return {
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book.worksheets[1:]
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def test_ten_mistakes_come_back_as_exactly_ten_marks(returned):
    assert marked(returned) == set(MISTAKES)
    for place in MISTAKES:
        sheet, cell = place.split("!")
        assert returned[sheet][cell].fill.fgColor.rgb == "00F8C9BF"


def test_the_list_in_front_names_every_place_and_what_to_do(returned):
    sheet = returned.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]

    assert sheet.title == "直していただきたい点"
    assert {place.replace("  ", "!") for _, place, _ in rows} == set(MISTAKES)
    assert [number for number, _, _ in rows] == list(range(1, 11))
    assert all(text.endswith(("。", "）。")) for _, _, text in rows)


def test_what_was_written_stays_as_it_was(returned, blank):
    for sheet in blank.book:
        for row in sheet.iter_rows():
            for cell in row:
                assert returned[sheet.title][cell.coordinate].value == cell.value


def test_a_returned_form_is_read_once_mended_and_can_be_returned_again(returned, read, context):
    fixes = {
        "1!I5": 3, "1!L5": None, "1!N5": "1", "1!R5": "2026/5/1", "1!K7": "優先度が低い", "1!J8": None,
        "2!I5": None, "2!I13": "10", "表紙!C15": "0001-test", "表紙!C17": "信用金庫",
    }  # fmt: skip
    for place, value in fixes.items():
        sheet, cell = place.split("!")
        returned[sheet][cell].value = value
    stream = io.BytesIO()
    returned.save(stream)

    found = read(stream.getvalue())

    assert found.answers["1.1-a"].reason == "優先度が低い"
    again = read_form(stream.getvalue(), "form.xlsx", context)
    assert load_workbook(io.BytesIO(mark(again, []))).sheetnames.count("直していただきたい点") == 1


def test_text_of_the_sender_is_no_formula_in_the_list(blank, context):
    reading = read_form(blank.put("1.1-1", "=cmd|'/c calc'!A0").save(), "form.xlsx", context)
    book = load_workbook(io.BytesIO(mark(reading, reading.gathered.problems)))

    assert [cell.data_type for row in book.worksheets[0].iter_rows() for cell in row].count(
        "f"
    ) == 0
