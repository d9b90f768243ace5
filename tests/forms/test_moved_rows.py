"""Sorting by a filter that leaves the hidden key out."""

from collections.abc import Sequence
from typing import Any

import pytest
from tests.forms.workbooks import Filled

from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.form_writer import write_form

LAST_COLUMN = 30


def sort_visible(
    sheet: Any, rows: Sequence[int], columns: Sequence[int] = range(2, LAST_COLUMN)
) -> None:
    """Put the visible cells of some rows into another order, and leave the keys."""
    values = [[sheet.cell(row, column).value for column in columns] for row in rows]
    half = len(values) // 2
    for row, cells in zip(rows, [*values[half:][::-1], *values[:half]], strict=True):
        for column, value in zip(columns, cells, strict=True):
            sheet.cell(row, column).value = value


@pytest.mark.parametrize("sheet", ["1", "2"], ids=["levels", "options and rows"])
def test_answers_are_of_the_rows_as_they_lie(sheet, blank, read):
    blank.enter("1.1-a", 2).enter("1.1-b", 4).enter("2-1", "月に1回").enter("2-2/b", "○")
    blank.enter("2-3/day", "すべて").enter("2-4", "10").enter("1.1-a", "補足", "note")
    before = read(blank.save()).answers
    rows = range(5, blank.book[sheet].max_row + 1)

    sort_visible(blank.book[sheet], rows)

    assert read(blank.save()).answers == before


def test_what_was_issued_stays_with_its_row(request_for, submission, context):
    form = Filled(write_form(request_for(submission)))
    before = read_form(form.save(), "form.xlsx", context).gathered.issued
    sheet = form.book["1"]
    codes = [cell.value for cell in sheet[3]]

    sort_visible(sheet, range(5, 9), range(2, codes.index("issued") + 1))

    assert read_form(form.save(), "form.xlsx", context).gathered.issued == before


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_filter_of_a_new_form_takes_the_key_along(lang, request_for, submission):
    form = Filled(write_form(request_for(submission, lang)))

    assert all(form.book[name].auto_filter.ref.startswith("A4:") for name in ("1", "2"))


def test_a_sorted_form_is_complete(blank, context):
    sort_visible(blank.book["1"], range(5, 9))

    assert complete_answers(read_form(blank.save(), "form.xlsx", context))
