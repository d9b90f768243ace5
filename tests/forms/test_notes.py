"""The workbook of notes: written, marked by an issuer, read, carried over."""

import io
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.engine.worlds import basic, checklist_of, edition_of

from cssa.errors import InputError
from cssa.excel.cell_values import visible_only
from cssa.excel.child_call import call_here
from cssa.forms import notes_writer
from cssa.forms.notes import Note, NoteKey, NoteKind, NoteMark
from cssa.forms.notes_reader import read_notes
from cssa.forms.notes_writer import write_notes
from cssa.location import CellLocation
from cssa.messages import LANGS, Lang, message
from cssa.peers.chapter import CHAPTER_KINDS

CHECKLIST = edition_of(checklist_of(basic("1-1"), basic("1-2"))).checklist
PLACE = CellLocation("notes.xlsx", "x")
HANDLING = "取扱注意"


def note(
    practice: str = "1-1",
    institution: str = "bank-a",
    text: str = "台帳を毎月、突き合わせている。",
    kind: NoteKind = "note",
) -> Note:
    definition = CHECKLIST.placed["1-1"].practice.model_copy(update={"id": practice})
    return Note(institution, "しおさい銀行", definition, kind, text, "answered", 4)


def mark(key: NoteKey, kind: Any = "good_practice", wording: str | None = None) -> NoteMark:
    return NoteMark(key, kind, wording, {}, PLACE)


def workbook(notes: list[Note], marks: list[NoteMark], lang: Lang = "ja") -> bytes:
    """Return the one workbook."""
    ((name, data),) = write_notes(notes, marks, lang, HANDLING)
    assert name == "notes.xlsx"
    return data


read_here = partial(read_notes, path="notes.xlsx", call=call_here)


def read(data: bytes) -> list[NoteMark]:
    """Return what is read, without what the rows showed and where."""
    return [entered._replace(shown={}, place=PLACE) for entered in read_here(data)]


def problems(data: bytes) -> set[tuple[str, str]]:
    with pytest.raises(InputError) as refused:
        read_here(data)
    return {(str(p.location).rpartition("!")[2], p.code) for p in refused.value.problems}


class Sheet:
    """A workbook that an issuer fills in."""

    def __init__(self, data: bytes) -> None:
        self.book = load_workbook(io.BytesIO(data))
        self.sheet: Any = self.book.worksheets[0]
        self.columns = {cell.value: cell.column for cell in self.sheet[3]}

    def enter(self, code: str, value: Any, row: int = 5) -> "Sheet":
        self.sheet.cell(row, self.columns[code]).value = value
        return self

    def save(self) -> bytes:
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_shows_whose_text_it_is_and_offers_no_wording(lang: Lang) -> None:
    data = workbook([note()], [], lang)
    assert read(data) == []
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [cell.value for cell in sheet[5]][1:] == [
        "bank-a",
        "しおさい銀行",
        "1-1",
        CHECKLIST.placed["1-1"].practice.title.get(lang),
        message(lang, "book.review.at_level", {"level": 4}),
        message(lang, "book.notes.kind.note"),
        "台帳を毎月、突き合わせている。",
        None,
        None,
    ]
    is_open = [cell.column_letter for cell in sheet[5] if not cell.protection.locked]
    assert is_open == ["I", "J"]
    assert sheet.protection.sheet
    assert sheet.auto_filter.ref == "A4:J5", "a sort takes the hidden cell along"


def test_nothing_written_gives_no_workbook() -> None:
    assert list(write_notes([], [], "ja", HANDLING)) == []


def test_a_text_longer_than_a_cell_holds_is_cut_where_it_is_shown_and_found_again() -> None:
    long = note(text="長" * 40_000)
    entered = mark(long.key, wording="毎月の突合")
    data = workbook([long], [entered])
    assert len(load_workbook(io.BytesIO(data)).worksheets[0]["H5"].value) == 10_000
    assert read(data) == [entered]


def test_more_rows_than_one_workbook_has_go_into_further_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(notes_writer, "MAX_NOTE_ROWS", 2)
    notes = [note(text=str(number)) for number in range(5)]
    marks = [mark(each.key) for each in notes]
    books = dict(write_notes(notes, marks, "en", HANDLING))
    assert list(books) == ["notes.xlsx", "notes-2.xlsx", "notes-3.xlsx"]
    assert [entered for data in books.values() for entered in read(data)] == marks


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")) | st.sampled_from("=+-@\n"),
    min_size=1,
).filter(lambda text: bool(text.strip()))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(CHAPTER_KINDS), WORDS | st.none()), max_size=5),
    st.sampled_from(LANGS),
    st.sampled_from(LANGS),
)
def test_marks_are_read_and_carried_over_in_either_language(
    entries: list[tuple[Any, str | None]], lang: Lang, next_lang: Lang
) -> None:
    notes = [note(text=f"{number}") for number in range(6)]
    entered = [mark(each.key, *entry) for each, entry in zip(notes, entries, strict=False)]
    data = workbook(notes, entered, lang)
    assert data == workbook(notes, entered, lang)
    once = read(data)
    assert once == [
        mark(each.key, each.kind, " ".join(visible_only(each.wording or "").split()) or None)
        for each in entered
    ]
    assert read(workbook(notes, list(read_here(data)), next_lang)) == once


@pytest.mark.parametrize("lang", LANGS)
def test_a_mark_on_a_text_that_is_gone_stays_in_a_grey_row(lang: Lang) -> None:
    gone = note(text="前の記載")
    entered = mark(gone.key, "common_problem", "台帳の更新が遅れる")
    before = read_here(workbook([gone, note()], [entered], lang))
    data = workbook([note()], list(before), lang)
    assert read(data) == [entered]
    row = load_workbook(io.BytesIO(data)).worksheets[0][6]
    assert [row[1].value, row[3].value, row[7].value] == ["bank-a", "1-1", "前の記載"]
    assert all(cell.protection.locked for cell in row)
    assert workbook([note()], list(read_here(data)), lang) == data


@pytest.mark.parametrize(
    "text", ["好事例", " Good　practice ", "good_practice", "ＧＯＯＤ　ＰＲＡＣＴＩＣＥ"]
)
def test_what_people_type_is_understood(text: str) -> None:
    sheet = Sheet(workbook([note()], [])).enter("mark", text)
    sheet.enter("wording", " 毎月、\n台帳を\u200b突合する ")
    assert read(sheet.save()) == [mark(note().key, wording="毎月、 台帳を突合する")]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"wording": "毎月の突合"}, {("I5", "book.notes_wording_alone")}),
        ({"mark": "よい"}, {("I5", "form.unknown_choice")}),
        ({"mark": "=1+1"}, {("I5", "form.formula")}),
        ({"mark": "好事例", "wording": "=A1"}, {("J5", "form.formula")}),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_cell(
    entries: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    sheet = Sheet(workbook([note()], []))
    for code, value in entries.items():
        sheet.enter(code, value)
    assert problems(sheet.save()) == expected


@pytest.mark.parametrize("value", [None, "bank-a", "bank-a/1-1/note/", "bank-a/1-1/other/ab"])
def test_a_hidden_cell_that_identifies_no_text_is_refused(value: str | None) -> None:
    sheet = Sheet(workbook([note()], [mark(note().key)]))
    sheet.sheet["A5"].value = value
    assert problems(sheet.save()) == {("B5", "book.review_key_lost")}


def test_a_row_whose_visible_cells_were_sorted_away_is_refused() -> None:
    notes = [note(), note("1-2", "bank-b")]
    sheet = Sheet(workbook(notes, [mark(each.key) for each in notes]))
    for column in range(2, 11):
        first, second = sheet.sheet.cell(5, column), sheet.sheet.cell(6, column)
        first.value, second.value = second.value, first.value
    assert problems(sheet.save()) == {("B5", "book.review_moved"), ("B6", "book.review_moved")}


def test_two_rows_about_one_text_are_refused() -> None:
    sheet = Sheet(workbook([note(), note("1-2")], [mark(note().key)]))
    for column in range(1, 11):
        sheet.sheet.cell(6, column).value = sheet.sheet.cell(5, column).value
    assert problems(sheet.save()) == {("B6", "book.notes_twice")}


def test_another_workbook_is_none_of_notes() -> None:
    sheet = Sheet(workbook([note()], []))
    sheet.sheet["A3"].value = None
    with pytest.raises(InputError) as refused:
        read_here(sheet.save())
    assert [problem.code for problem in refused.value.problems] == ["book.not_notes"]
