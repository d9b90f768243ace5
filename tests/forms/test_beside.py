"""Whatever a form holds and is not read is said, with its place and text."""

import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from tests.forms.hostile import changed
from tests.forms.test_saved import SAVED

from cssa.excel.child_call import call_here
from cssa.forms.form_reader import read_form
from cssa.forms.form_writer import write_form
from cssa.forms.returned import mark_problems
from cssa.messages import LANGS, message


@pytest.fixture
def notes(context):
    """Return each note on what is not read: its place, kind and text."""

    def listed(data):
        gathered = read_form(data, "form.xlsx", context).gathered
        return [
            (
                str(note.location).removeprefix("form.xlsx!"),
                note.code.removeprefix("form.beside."),
                note.params.get("text"),
            )
            for note in gathered.notes
            if note.code.startswith("form.beside.")
        ]

    return listed


def test_a_form_as_it_was_sent_out_holds_nothing_else(blank, notes):
    assert notes(blank.save()) == []


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [
        ("1", "AH6"), ("1", "C12"), ("1", "D2"), ("1", "B40"), ("2", "K7"), ("2", "AH4"),
        ("表紙", "H20"), ("表紙", "D15"), ("表紙", "C80"),
    ],
)  # fmt: skip
def test_text_outside_the_cells_that_are_read_is_noted(sheet, cell, blank, notes):
    blank.book[sheet][cell] = "本店だけの回答"

    assert notes(blank.save()) == [(f"{sheet}!{cell}", "text", "本店だけの回答")]


@pytest.fixture
def reworded(monkeypatch):
    """Reword everything that a form says outside its tables, as a later build may."""
    from cssa.messages import catalogue

    def reword():
        for lang in LANGS:
            for code in catalogue(lang):
                if code.endswith(".hint") or code in ("form.sheet_how", "form.guide_title"):
                    monkeypatch.setitem(catalogue(lang), code, f"（改）{catalogue(lang)[code]}")

    return reword


@pytest.mark.parametrize("lang", LANGS)
def test_a_form_of_an_earlier_build_holds_nothing_else(lang, reworded, request_for, notes):
    data = write_form(request_for(lang=lang))
    reworded()
    assert notes(data) == []


def test_in_a_form_of_an_earlier_build_other_texts_are_noted(reworded, blank, notes):
    blank.book["1"]["B2"] = "第1領域は本店だけ"
    blank.cell("approval.respondent", "reason").value = "後任は未定"
    data = blank.save()
    reworded()
    assert {text for _, _, text in notes(data)} == {"第1領域は本店だけ", "後任は未定"}


def test_a_form_of_a_build_that_recorded_no_texts_holds_nothing_else(reworded, blank, notes):
    meta = blank.book["_cssa"]
    row = next(row for row in meta.iter_rows() if row[0].value == "texts")
    meta.delete_rows(row[0].row)
    blank.book.create_sheet("補足").append(["3月まで"])
    blank.book["段階の目安"].protection.sheet = False  # as programs do that keep cells alone
    data = blank.save()
    reworded()
    assert notes(data) == [("補足", "sheet", "3月まで")]


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_forms_that_earlier_builds_wrote_and_libreoffice_saved_hold_nothing_else(path, notes):
    assert notes(path.read_bytes()) == []


def test_comments_are_noted_wherever_they_are(blank, notes):
    blank.book["1"]["I5"].comment = Comment("来年3月まで", "CISO")
    blank.book["段階の目安"]["A1"].comment = Comment("参照", "CISO")

    assert notes(blank.save()) == [
        ("段階の目安!A1", "comment", "参照"),
        ("1!I5", "comment", "来年3月まで"),
    ]


def test_a_further_sheet_is_noted_and_an_empty_one_is_not(blank, notes):
    blank.book.create_sheet("Sheet1")
    blank.book.create_sheet("補足").append(["2.4-1", "3月まで", 5])

    assert notes(blank.save()) == [("補足", "sheet", "2.4-1\n3月まで\n5")]


def test_sheets_of_the_form_may_be_renamed(blank, notes):
    blank.book["段階の目安"].title = "目安"
    blank.book["1"].title = "第1領域"

    assert notes(blank.save()) == []


def test_a_chart_or_picture_is_noted_with_its_text(blank, notes):
    blank.book["1"].add_chart(BarChart(), "C20")

    def with_text_box(parts):
        shape = "<sp><txBody><p><r><t>別紙参照</t></r></p></txBody></sp>".encode()
        name = next(name for name in parts if name.startswith("xl/drawings/drawing"))
        end = parts[name].rindex(b"</")
        parts[name] = parts[name][:end] + shape + parts[name][end:]

    data = blank.save()
    assert notes(data) == [("1", "shapes", None)]
    assert notes(changed(data, with_text_box)) == [("1", "shapes_with_text", "別紙参照")]


def test_a_thread_is_noted_in_place_of_the_comment_that_stands_for_it(blank, notes):
    blank.book["1"]["I5"].comment = Comment("[Threaded comment] 古い版", "tc={1}")

    def with_thread(parts):
        name = next(name for name in parts if name.endswith(".rels") and b"comments" in parts[name])
        parts[name] = parts[name].replace(
            b"</Relationships>",
            b'<Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/'
            b'threadedComment" Target="/xl/threadedComments/threadedComment1.xml"/></Relationships>',
        )
        parts["xl/threadedComments/threadedComment1.xml"] = (
            '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/'
            'threadedcomments"><threadedComment ref="I5"><text>まず確認</text></threadedComment>'
            '<threadedComment ref="I5"><text>済み</text></threadedComment></ThreadedComments>'
        ).encode()

    assert notes(changed(blank.save(), with_thread)) == [
        ("1!I5", "comment", "まず確認"),
        ("1!I5", "comment", "済み"),
    ]


def test_the_marks_of_a_returned_form_are_not_the_senders(blank, context, notes):
    blank.enter("1.1-1", "?").book["1"]["I6"].comment = Comment("私の注", "CISO")
    reading = read_form(blank.save(), "form.xlsx", context)

    returned = mark_problems(reading, reading.gathered.problems, call_here)

    assert notes(returned) == [("1!I6", "comment", "私の注")]


def test_many_notes_are_counted(blank, context):
    for row in range(20, 80):
        blank.book["1"].cell(row, 31).value = "x"

    gathered = read_form(blank.save(), "form.xlsx", context).gathered

    (more,) = [note for note in gathered.notes if note.code == "form.beside.more"]
    assert more.params == {"count": 20}
    for lang in LANGS:
        assert "20" in message(lang, more.code, more.params)
