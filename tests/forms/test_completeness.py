"""Whatever a form was sent out with is there when it comes back, or the form goes back."""

from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from tests.forms.workbooks import Filled

from cssa.errors import InputError
from cssa.forms.form_reader import read_form
from cssa.messages import LANGS, message
from cssa.messages.problems import describe

FIRST, LAST = 5, 8
"""Rows of the practices of domain 1."""


def _without_sheet(book: Any) -> None:
    del book["1"]


def _unmarked(book: Any) -> None:
    book["1"]["A3"].value = None


def _half_of_the_rows(book: Any) -> None:
    book["1"].delete_rows(6, 2)


CHANGES: dict[str, tuple[Callable[[Any], object], str, str]] = {
    "hidden column": (lambda book: book["1"].delete_cols(1), "1!A1", "key_column_lost"),
    "hidden row": (lambda book: book["1"].delete_rows(3), "1!B1", "codes_row_lost"),
    "mark of the table": (_unmarked, "1!B1", "codes_row_lost"),
    "hidden row and column": (
        lambda book: (book["1"].delete_rows(3), book["1"].delete_cols(1)), "1!A1", "hidden_parts_lost",
    ),
    "all rows": (lambda book: book["1"].delete_rows(FIRST, 4), "1!B1", "all_rows_lost"),
    "some rows": (_half_of_the_rows, "1!B1", "rows_lost"),
    "row of an option": (lambda book: book["2"].delete_rows(7), "2!B1", "rows_lost"),
    "sheet": (_without_sheet, "form.xlsx", "sheet_lost"),
    "row of the cover": (
        lambda book: book["表紙"].delete_rows(cover_row(book, "institution.licence")), "表紙!B1", "cover_rows_lost",
    ),
    "row of a flag": (
        lambda book: book["表紙"].delete_rows(cover_row(book, "institution.profile.cloud")), "表紙!B1", "cover_rows_lost",
    ),
    "required row of the cover": (
        lambda book: book["表紙"].delete_rows(cover_row(book, "institution.name")), "表紙!B1", "cover_rows_lost",
    ),
    "merged answers": (lambda book: book["1"].merge_cells("I6:I8"), "1!I6", "merged"),
    "merged with what is shown": (lambda book: book["1"].merge_cells("H6:I6"), "1!H6", "merged"),
    "merged notes": (lambda book: book["2"].merge_cells("O5:P5"), "2!O5", "merged"),
    "merged cover": (
        lambda book: book["表紙"].merge_cells(f"C{cover_row(book, 'institution.id')}:D{cover_row(book, 'institution.name')}"),
        "表紙!C15", "merged",
    ),
}  # fmt: skip


def cover_row(book: Any, key: str) -> int:
    sheet = book["表紙"]
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == key)


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_lost_returns_the_form_with_one_line(name, blank, context):
    change, place, code = CHANGES[name]
    change(blank.book)

    problems = read_form(blank.save(), "form.xlsx", context).gathered.problems

    (line,) = [(str(p.location).removeprefix("form.xlsx!"), p.code) for p in problems]
    assert line == (place, f"form.{code}")
    for lang in LANGS:
        assert message(lang, code=problems[0].code, params=problems[0].params)


def test_lines_lost_from_the_cover_are_quoted(blank, context):
    for key in ("institution.licence", "institution.profile.cloud"):
        blank.book["表紙"].delete_rows(cover_row(blank.book, key))

    (problem,) = read_form(blank.save(), "form.xlsx", context).gathered.problems

    assert "：「免許・登録等の種類」「クラウドサービスを、直接又は" in describe(problem, "ja")


@pytest.mark.parametrize("cells", ["B2:H2", "C5:D5", "AH5:AJ9", "O5:O5", "A1:B1"])
def test_cells_merged_elsewhere_lose_nothing(cells, blank, problems_of):
    blank.book["1"].merge_cells(cells)

    assert problems_of(blank.save()) == set()


def _inspected(book: Any) -> None:
    """Delete what a document inspector deletes: hidden sheets, rows and columns."""
    for name in ("_cssa", "_lists"):
        del book[name]
    for sheet in book:
        for number in [n for n, row in sheet.row_dimensions.items() if row.hidden][::-1]:
            sheet.delete_rows(number)
        if sheet.column_dimensions["A"].hidden:
            sheet.delete_cols(1)


@pytest.mark.parametrize("strip", [_inspected, lambda book: book.remove(book["_cssa"])])
def test_a_form_without_its_hidden_parts_is_known_as_one(strip, blank, context):
    strip(blank.book)

    with pytest.raises(InputError) as caught:
        read_form(blank.save(), "form.xlsx", context)

    assert [problem.code for problem in caught.value.problems] == ["form.stripped"]


def test_another_workbook_is_not_taken_for_a_form(context):
    book = Filled.__new__(Filled)
    book.book = openpyxl.Workbook()
    book.book.active.append(["番号", "題名", "区分"])
    with pytest.raises(InputError) as caught:
        read_form(book.save(), "form.xlsx", context)

    assert [problem.code for problem in caught.value.problems] == ["form.not_a_form"]


@pytest.mark.parametrize(
    ("key", "code", "value", "refused"),
    [
        ("1.1-1", "answer", 1, True),
        ("1.1-1", "answer", 0.03, True),
        ("1.1-1", "done.n", 1, True),
        ("2-4", "answer", 0.5, True),
        ("1.1-1", "note", 0.125, False),
        ("institution.size", "value", 1, True),
        ("institution.name", "value", 1, False),
        ("1.1-1", "answer", "3", False),
    ],
)
def test_a_percentage_is_no_value_but_in_words(key, code, value, refused, blank, context):
    blank.enter(key, value, code).cell(key, code).number_format = "0.0%"

    gathered = read_form(blank.save(), "form.xlsx", context).gathered

    assert bool(gathered.problems) is refused
    if code == "note":
        assert gathered.value["answers"]["1.1-1"]["note"] == "12.5%"
    if key == "institution.name":
        assert gathered.value["institution"]["name"] == "100%"
