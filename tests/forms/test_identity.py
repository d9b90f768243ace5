"""Rows that a hidden cell and visible ones identify: no answer lands on another question."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms.conftest import make_submission
from tests.forms.workbooks import Filled

from cssa.errors import InputError
from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.form_writer import write_form
from cssa.forms.identify import identify_origin
from cssa.messages import LANGS, message
from cssa.messages.problems import describe_all

OTHERS = {"2-1": 5, "2-2": 6, "2-2/a": 7, "2-2/b": 8, "2-2/none": 9, "2-3": 10, "2-3/day": 11,
          "2-3/night": 12, "2-4": 13, "2-5": 14}  # fmt: skip
ANSWERS = {
    "2-1": {"choice": "monthly"},
    "2-2": {"choices": ["a"]},
    "2-3": {"rows": {"day": "full", "night": "part"}},
    "2-4": {"value": "10"},
    "2-5": {"text": "人手"},
}
PROFILE = {"cloud": True, "public_web": {"value": False, "reason": "該当なし"}}


@pytest.fixture(scope="module")
def form(request_for):
    """Return a form with every kind of question answered, and a profile."""
    return write_form(request_for(make_submission(ANSWERS, profile=PROFILE)))


@pytest.fixture
def filled(form):
    """Return the form, ready to be changed."""
    return Filled(form)


def swap(
    form: Filled, sheet: str, first: int, second: int, *, start: int = 2, end: int | None = None
) -> Filled:
    """Swap the cells of two rows from a column on."""
    rows = form.book[sheet]
    for column in range(start, (end or rows.max_column) + 1):
        first_cell, second_cell = rows.cell(first, column), rows.cell(second, column)
        first_cell.value, second_cell.value = second_cell.value, first_cell.value
    return form


def row_of(form: Filled, key: str) -> int:
    row: int = form.cell(key, "value").row
    return row


@pytest.mark.parametrize(
    ("first", "second"),
    [("2-2/a", "2-2/b"), ("2-3/day", "2-3/night"), ("2-2", "2-2/a"), ("2-2/a", "2-3/day"), ("2-1", "2-5")],
)  # fmt: skip
def test_options_and_rows_whose_numbers_alone_were_swapped_are_refused(
    first, second, filled, problems_of
):
    swap(filled, "2", OTHERS[first], OTHERS[second], end=2)

    moved = {place for place, code in problems_of(filled.save()) if code == "form.key_moved"}

    # the number of a practice stands beside its options too in forms of earlier versions
    expected = {f"2!B{OTHERS[first]}", f"2!B{OTHERS[second]}"}
    assert moved == (expected - {"2!B7"} if (first, second) == ("2-2", "2-2/a") else expected)


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(sorted(OTHERS.values())), start=st.sampled_from([1, 2]))
def test_however_rows_are_sorted_no_answer_lands_on_another_question(order, start, form, context):
    changed = Filled(form)
    sheet = changed.book["2"]
    columns = range(start, sheet.max_column + 1)
    rows = [[sheet.cell(number, column).value for column in columns] for number in order]
    for number, values in enumerate(rows, start=5):
        for column, value in zip(columns, values, strict=True):
            sheet.cell(number, column).value = value

    reading = read_form(changed.save(), "form.xlsx", context)

    before = complete_answers(read_form(form, "form.xlsx", context)).submission.answers
    assert complete_answers(reading).submission.answers == before


def test_the_filter_takes_the_hidden_key_along(filled):
    assert filled.book["1"].auto_filter.ref.startswith("A4:")


def test_a_form_of_an_earlier_version_is_read(filled, read):
    before = read(filled.save()).answers
    for key, row in OTHERS.items():
        filled.book["2"].cell(row, 2).value = key.partition("/")[0]

    assert read(filled.save()).answers == before


def test_a_row_without_its_number_is_refused_where_it_has_entries(filled, problems_of):
    filled.book["2"]["B5"].value = None
    filled.book["1"]["B5"].value = None

    assert problems_of(filled.save()) == {("2!B5", "form.key_moved")}


def test_a_sheet_without_its_numbers_is_refused(filled, problems_of):
    filled.book["2"].delete_cols(2)

    assert problems_of(filled.save()) == {("2!B1", "form.column_lost")}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("institution.id", "institution.name"),
        ("institution.name", "approval.respondent"),
        ("assessed_on", "approval.reported_to_board"),
        ("institution.profile.cloud", "institution.profile.public_web"),
        ("institution.risk.factors.channels", "institution.risk.factors.legacy"),
        ("institution.profile.cloud", "institution.risk.override"),
    ],
)
def test_lines_of_the_cover_whose_visible_cells_were_swapped_are_refused(
    first, second, filled, problems_of
):
    rows = [row_of(filled, key) for key in (first, second)]
    swap(filled, "表紙", *rows)

    assert problems_of(filled.save()) == {(f"表紙!B{row}", "form.key_moved") for row in rows}


def test_the_message_names_both_lines(filled, context):
    swap(filled, "表紙", row_of(filled, "institution.id"), row_of(filled, "institution.name"))

    with pytest.raises(InputError) as caught:
        complete_answers(read_form(filled.save(), "form.xlsx", context))

    for lang in LANGS:
        for line in describe_all(caught.value.problems, lang):
            for field in ("id", "name"):  # the hidden line's is worded, the visible one quoted
                labels = [message(known, f"form.field.institution.{field}") for known in LANGS]
                assert any(label in line for label in labels)


def test_whole_lines_of_the_cover_may_change_places(filled, read):
    before = read(filled.save())
    rows = [row_of(filled, f"institution.profile.{flag}") for flag in ("cloud", "public_web")]

    assert read(swap(filled, "表紙", *rows, start=1).save()) == before


@pytest.mark.parametrize(
    "label",
    ["クラウドサービスを使っていますか。（旧版）", None, "3. Some question of another year"],
)
def test_a_label_of_another_version_contradicts_nothing(label, filled, read):
    before = read(filled.save())
    filled.book["表紙"].cell(row_of(filled, "institution.profile.cloud"), 2).value = label

    assert read(filled.save()) == before


def test_a_label_in_the_other_language_or_with_another_number_is_the_same(filled, read, context):
    before = read(filled.save())
    flag = next(flag for flag in context.profile.flags if flag.id == "cloud")
    cell = filled.book["表紙"].cell(row_of(filled, "institution.profile.cloud"), 2)
    cell.value = f" 99.  {flag.question.get('en')}"

    assert read(filled.save()) == before


def test_who_sent_a_form_is_not_taken_from_a_line_that_was_swapped(filled, context):
    swap(filled, "表紙", row_of(filled, "institution.id"), row_of(filled, "assessed_on"))
    filled.book["表紙"].cell(row_of(filled, "institution.id"), 3).value = "another-bank"

    institution = identify_origin(filled.save(), context).institution

    assert "id" not in institution
    assert institution["name"] == "しおさい信用金庫"
