"""The reply form: what is entered comes back, and whatever else was changed in it is noticed."""

import io
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.comments import Comment

from cssa.forms.form_writer import write_form
from cssa.forms.reading import ReadingContext
from cssa.forms.reply_reader import ReplyEntry, ReplyReading, read_reply
from cssa.forms.reply_rows import correctable_levels
from cssa.forms.reply_sheet import ReplyRow, ReplySource, rows_mark
from cssa.forms.reply_writer import ReplyHead, write_reply_form
from cssa.forms.review import ReviewKey
from cssa.messages import LANGS, Lang

FILE = "ab" * 32
HEAD = ReplyHead("しおさい銀行", "how", "取扱注意")


@pytest.fixture(scope="module")
def practices(edition: Any) -> Sequence[Any]:
    """Practices that a level can correct, and one that none can."""
    placed = [item.practice for item in edition.checklist.placed.values()]
    with_level = [practice for practice in placed if practice.accepts("level")][:2]
    without = next(practice for practice in placed if not correctable_levels(practice))
    return [*with_level, without]


def rows_of(
    practices: Sequence[Any], context: ReadingContext, edition: Any, lang: Lang
) -> list[ReplyRow]:
    labels = context.labels(lang, edition)
    rows = [ReplyRow(key=ReviewKey("bank-a", FILE, None), shown={"number": "1"}, levels=())]
    for number, practice in enumerate(practices, start=2):
        levels = correctable_levels(practice)
        words = [labels.level(practice.scale or "", level) for level in levels]
        rows.append(
            ReplyRow(
                key=ReviewKey("bank-a", FILE, practice.id),
                shown={"number": str(number), "practice": practice.id, "title": practice.title.get(lang),
                       "asked": "証跡の名称をお知らせください。", "given": "3"},
                levels=words if practice.accepts("level") else (),
            )
        )  # fmt: skip
    return rows


def form(rows: Sequence[ReplyRow], edition: Any, lang: Lang = "ja") -> bytes:
    checklist = edition.checklist
    source = ReplySource(
        lang, "2026", "bank-a", checklist.id, checklist.version, "2026-11-25",
        rows_mark(row.hidden for row in rows),
    )  # fmt: skip
    return write_reply_form(rows, source, HEAD)


class Sheet:
    """A form that an institution fills in; the first question is in row 6."""

    def __init__(self, data: bytes) -> None:
        self.book = load_workbook(io.BytesIO(data))
        self.sheet: Any = self.book.worksheets[0]
        self.columns = {cell.value: cell.column for cell in self.sheet[4]}

    def enter(self, row: int, **entries: Any) -> "Sheet":
        for code, value in entries.items():
            cell = self.sheet.cell(row, self.columns[code])
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
        return self

    def save(self) -> bytes:
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()


def read(data: bytes, context: ReadingContext) -> ReplyReading:
    reading = read_reply(data, "reply.xlsx", context)
    assert reading is not None
    return reading


TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")) | st.sampled_from("=+-@")
).filter(lambda text: bool(text.strip()))


@settings(max_examples=25, deadline=None)
@given(data=st.data(), lang=st.sampled_from(LANGS))
def test_what_is_entered_is_read(
    data: Any, lang: Lang, practices: Sequence[Any], context: ReadingContext, edition: Any
) -> None:
    rows = rows_of(practices, context, edition, lang)
    sheet = Sheet(form(rows, edition, lang))
    expected = []
    for number, row in enumerate(rows, start=6):
        entries = data.draw(
            st.fixed_dictionaries(
                {"reply": TEXTS | st.none(), "document": TEXTS | st.none(), "by": TEXTS | st.none()}
            )
        )
        level = data.draw(st.sampled_from([None, *range(len(row.levels))]))
        word = None if level is None else row.levels[level]
        sheet.enter(number, **entries, level=word)
        texts = {code: text and text.strip() for code, text in entries.items()}
        if any((texts["reply"], texts["document"], level is not None)):
            expected.append(ReplyEntry(row.key.practice, FILE, level=level, **texts))
    reading = read(sheet.save(), context)
    assert list(reading.entries) == expected
    assert (reading.institution, reading.name) == ("bank-a", "しおさい銀行")
    assert not reading.problems
    assert not reading.notes


def test_the_same_rows_give_the_same_bytes(
    practices: Sequence[Any], context: ReadingContext, edition: Any
) -> None:
    rows = rows_of(practices, context, edition, "ja")
    assert form(rows, edition) == form(rows, edition)


def test_rows_may_be_sorted_and_columns_put_in_between(
    practices: Sequence[Any], context: ReadingContext, edition: Any
) -> None:
    rows = rows_of(practices, context, edition, "ja")
    sheet = Sheet(form(rows, edition)).enter(7, reply="甲")
    first, second = ([cell.value for cell in sheet.sheet[row]] for row in (7, 8))
    for column, (lower, upper) in enumerate(zip(first, second, strict=True), start=1):
        sheet.sheet.cell(7, column).value, sheet.sheet.cell(8, column).value = upper, lower
    sheet.sheet.insert_cols(4)
    reading = read(sheet.save(), context)
    assert [(entry.practice, entry.reply) for entry in reading.entries] == [
        (rows[1].key.practice, "甲")
    ]
    assert not reading.problems


@pytest.mark.parametrize(
    ("row", "entries", "code", "column"),
    [
        (7, {"level": "7"}, "reply.level", "level"),
        (7, {"level": "高い"}, "reply.level", "level"),
        (7, {"document": "字" * 5001}, "reply.too_long", "document"),
        (6, {"level": "3"}, "reply.no_level", "level"),
        (9, {"level": "3"}, "reply.no_level", "level"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_cell(
    row: int, entries: dict[str, str], code: str, column: str,
    practices: Sequence[Any], context: ReadingContext, edition: Any,
) -> None:  # fmt: skip
    sheet = Sheet(form(rows_of(practices, context, edition, "ja"), edition)).enter(row, **entries)
    (problem,) = read(sheet.save(), context).problems
    letter = load_workbook(io.BytesIO(sheet.save())).worksheets[0].cell(row, sheet.columns[column])
    assert (problem.code, str(problem.location).rpartition("!")[2]) == (code, letter.coordinate)


def test_a_row_that_is_gone_or_twice_is_told(
    practices: Sequence[Any], context: ReadingContext, edition: Any
) -> None:
    data = form(rows_of(practices, context, edition, "ja"), edition)
    gone = Sheet(data).enter(6, reply="甲")
    gone.sheet.delete_rows(8)
    twice = Sheet(data).enter(6, reply="甲")
    for column in range(1, twice.sheet.max_column + 1):
        twice.sheet.cell(10, column).value = twice.sheet.cell(7, column).value
    for sheet in (gone, twice):
        assert [problem.code for problem in read(sheet.save(), context).problems] == ["reply.rows"]


def test_what_is_shown_and_what_stands_beside_is_noted(
    practices: Sequence[Any], context: ReadingContext, edition: Any
) -> None:
    sheet = Sheet(form(rows_of(practices, context, edition, "ja"), edition)).enter(7, reply="甲")
    sheet.enter(7, asked="別の照会")
    sheet.sheet.cell(15, 3).value = "欄外の記載"
    sheet.sheet.cell(7, 4).comment = Comment("コメント", "somebody")
    reading = read(sheet.save(), context)
    codes = [note.code for note in reading.notes]
    assert codes == ["reply.altered", "form.beside.text", "form.beside.comment"]
    assert [entry.reply for entry in reading.entries] == ["甲"]


def test_only_the_institutions_columns_are_open(
    practices: Sequence[Any], context: ReadingContext, edition: Any
) -> None:
    sheet = Sheet(form(rows_of(practices, context, edition, "ja"), edition))
    assert sheet.sheet.protection.sheet
    codes = {column: code for code, column in sheet.columns.items()}
    for row, expected in (
        (7, {"reply", "level", "document", "by"}),
        (9, {"reply", "document", "by"}),
    ):
        is_open = {codes[cell.column] for cell in sheet.sheet[row] if not cell.protection.locked}
        assert is_open == expected


def test_a_form_of_answers_is_none(request_for: Any, context: ReadingContext) -> None:
    assert read_reply(write_form(request_for()), "form.xlsx", context) is None
