"""What a form cannot leave open: refused with sheet and cell, everything at once."""

import shutil

import pytest
from tests.forms.conftest import FOLDER, make_submission
from tests.forms.workbooks import Filled

from cssa.checklist.catalogue import Catalogue
from cssa.errors import InputError
from cssa.forms.form_reader import complete_answers, read_form
from cssa.forms.form_writer import write_form
from cssa.forms.reading import ReadingContext
from cssa.messages.problems import describe, describe_all

ROW = {"1.1-1": 5, "1.1-2": 6, "1.1-a": 7, "1.1-b": 8}
COLUMN = {
    "answer": "I",
    "disposition": "J",
    "reason": "K",
    "done.n": "L",
    "points": "N",
    "note": "O",
    "last_done": "R",
}


@pytest.mark.parametrize(
    ("key", "code", "value", "problem"),
    [
        ("1.1-1", "answer", "だいたいできている", "unknown_level"),
        ("1.1-1", "answer", "6", "unknown_level"),
        ("1.1-1", "answer", 3.5, "unknown_level"),
        *(
            ("1.1-1", "answer", text, "unknown_level")
            for text in ("2-3", "3→4", "3?", "2.5", "一", "〇", "3か4", "3:検証", "35", "－", "III")
        ),
        ("1.1-1", "points", "3-1", "not_points"),
        ("1.1-1", "points", "1-4", "not_points"),
        ("1.1-1", "points", "13", "not_points"),
        ("1.1-1", "last_done", "20261301", "not_a_date"),
        ("1.1-1", "last_done", "9月30日", "not_a_date"),
        ("1.1-a", "answer", "該当なし", "disposition_elsewhere"),
        ("1.1-a", "note", "Not adopted", "disposition_elsewhere"),
        ("1.1-1", "answer", "N/A", "not_offered"),
        ("1.1-a", "disposition", "3", "level_elsewhere"),
        ("1.1-1", "answer", "3 検証：書き換えた言葉", "unknown_level"),
        ("1.1-1", "last_done", "去年の春", "not_a_date"),
        ("1.1-1", "last_done", "2026/2/30", "not_a_date"),
        ("1.1-1", "done.n", "たくさん", "not_a_count"),
        ("1.1-1", "points", "4", "not_points"),
        ("1.1-2", "points", "1", "no_points"),
        ("1.1-1", "disposition", "該当なし", "not_offered"),
        ("1.1-2", "disposition", "見送り", "not_offered"),
        ("1.1-2", "disposition", "対象外", "unknown_choice"),
        ("1.1-1", "disposition", "対象外", "not_used"),
        ("1.1-2", "reason", "　", "reason_missing"),
        ("1.1-2", "answer", "3", "two_answers"),
        ("1.1-a", "reason", "理由だけ", "reason_alone"),
        ("1.1-1", "done.n", "3", "done_pair"),
    ],
)
def test_an_entry_that_cannot_be_known_is_refused_at_its_cell(
    key, code, value, problem, blank, problems_of
):
    problems = problems_of(blank.enter(key, value, code).save())

    shown_at = "M" if problem == "done_pair" else COLUMN[code]
    assert problems == {(f"1!{shown_at}{ROW[key]}", f"form.{problem}")}


def test_a_practice_is_called_by_the_number_that_the_form_shows(tmp_path, library, request_for):
    folder = tmp_path / "kinds" / "1"
    shutil.copytree(FOLDER, folder)
    part = folder / "1.yaml"
    own = '- id: "1.1-1"\n        number: GV.1\n'
    part.write_text(part.read_text("utf-8").replace('- id: "1.1-1"\n', own), encoding="utf-8")
    catalogue = Catalogue(vocabulary=lambda: library.vocabulary, folders=[tmp_path])
    edition = catalogue.load(catalogue.find("kinds"))
    form = Filled(write_form(request_for(make_submission({}), edition=edition)))
    form.enter("1.1-1", "だいたいできている")

    reading = read_form(form.save(), "form.xlsx", ReadingContext(lambda *_: edition, library))

    (problem,) = reading.gathered.problems
    assert describe(problem, "en").startswith(
        'form.xlsx!1!I5: "だいたいできている" is not a valid level of GV.1.'
    )


def test_a_treatment_is_refused_until_it_is_whole(blank, problems_of):
    problems = problems_of(blank.enter("1.1-1", "代替措置", "treatment.kind").save())

    assert [code for _, code in problems] == ["form.treatment_missing"] * 4


def test_two_rows_for_one_practice_are_refused(blank, problems_of):
    blank.book["1"]["A7"].value = "1.1-1"
    blank.book["1"]["B7"].value = "1.1-1"

    assert ("1!B7", "form.row_twice") in problems_of(blank.save())


def test_a_changed_id_is_refused(blank, problems_of):
    blank.book["1"]["A5"].value = "1.1-9"

    assert problems_of(blank.save()) == {("1!B5", "form.unknown_key")}


@pytest.mark.parametrize("left_behind", ["C", "F"], ids=["title", "question"])
def test_a_row_that_was_sorted_in_part_is_refused_where_the_sender_sees_it(
    left_behind, blank, problems_of
):
    sheet = blank.book["1"]
    for column in range(2, 30):
        first, second = sheet.cell(5, column), sheet.cell(6, column)
        if first.column_letter != left_behind:
            first.value, second.value = second.value, first.value

    assert problems_of(blank.save()) == {("1!B5", "form.key_moved"), ("1!B6", "form.key_moved")}


def test_answers_in_a_row_without_id_are_refused(blank, problems_of):
    blank.book["1"]["A5"].value = None

    assert problems_of(blank.save()) == {("1!B5", "form.key_lost")}


def test_a_formula_is_refused_and_shown(blank, context):
    data = blank.formula("1.1-1", "=VLOOKUP(A1,B:C,2,0)").save()

    with pytest.raises(InputError) as caught:
        complete_answers(read_form(data, "form.xlsx", context))

    (line,) = describe_all(caught.value.problems, "ja")
    assert (
        line
        == "form.xlsx!1!I5: 数式（=VLOOKUP(A1,B:C,2,0)）が入力されています。数式を削除して、一覧から段階を選択してください。"
    )


def test_an_error_value_is_refused_and_shown(blank, context):
    cell = blank.cell("1.1-1", "note")
    cell.value = "#REF!"
    cell.data_type = "e"

    with pytest.raises(InputError) as caught:
        complete_answers(read_form(blank.save(), "form.xlsx", context))

    (problem,) = caught.value.problems
    assert (problem.code, problem.params["found"]) == ("form.error_value", "#REF!")


def test_a_formula_on_the_cover_is_refused(blank, problems_of):
    data = blank.formula("institution.name", '="銀行"', "value").save()

    assert {code for _, code in problems_of(data)} == {"form.formula"}


@pytest.mark.parametrize("key", ["institution.id", "institution.name", "institution.sector"])
def test_a_cover_without_who_answers_is_refused(key, blank, problems_of):
    problems = problems_of(blank.cover(key, None).save())

    assert [code for _, code in problems] == ["form.required_missing"]


def test_a_form_of_another_build_of_the_checklist_is_refused(blank, problems_of):
    sheet = blank.book["_cssa"]
    for row in range(1, 10):
        if sheet.cell(row, 1).value == "checklist.fingerprint":
            sheet.cell(row, 2).value = "sha256:" + "0" * 64

    assert [code for _, code in problems_of(blank.save())] == ["form.fingerprint"]


def test_a_column_that_was_deleted_is_refused(blank, problems_of):
    blank.book["1"].delete_cols(11)

    assert {code for _, code in problems_of(blank.save())} == {"form.column_lost"}


def test_a_copied_sheet_is_refused_once(blank, problems_of):
    blank.book.copy_worksheet(blank.book["1"])

    assert problems_of(blank.save()) == {("1 Copy!B1", "form.sheet_twice")}


def test_every_problem_is_told_at_once_in_the_language_asked_for(request_for, submission, context):
    form = Filled(write_form(request_for(submission, "en")))
    form.enter("1.1-1", "maybe").enter("1.1-a", "Not adopted", "disposition").cover(
        "institution.id", None
    )

    with pytest.raises(InputError) as caught:
        complete_answers(read_form(form.save(), "form.xlsx", context))

    lines = describe_all(caught.value.problems, "en")
    assert len(lines) == 3
    assert lines[1].startswith(
        'form.xlsx!1!I5: "maybe" is not a valid level of 1.1-1. Choose from the list (from 0 Not started'
    )
    assert lines[2] == 'form.xlsx!1!K7: "Not adopted" needs a reason. Enter it in this cell.'
