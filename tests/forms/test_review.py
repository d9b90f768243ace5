"""The review workbook: written, filled in by reviewers, read, carried over."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from tests.engine.worlds import World, basic, checklist_of, edition_of

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.checklist.practice import Point
from cssa.consistency.queries import Query, queries
from cssa.datafile.types import Text
from cssa.errors import InputError
from cssa.excel.child_call import call_here
from cssa.forms import review_writer
from cssa.forms.review import (
    BEFORE_APPROVALS,
    ENTRIES,
    OUTCOMES,
    SINCE_APPROVALS,
    ProposedCorrection,
    ReviewedInstitution,
    ReviewKey,
    ReviewOutcome,
    ReviewRow,
    review_rows,
)
from cssa.forms.review_reader import read_review
from cssa.forms.review_writer import write_reviews
from cssa.location import CellLocation
from cssa.messages import LANGS, Lang, message
from cssa.messages.problems import describe_all

FILE = "ab" * 32
PLACE = CellLocation("review.xlsx", "x")
TITLE = Text(ja="資産の台帳", en="Register of assets")
POINTS = [("p1", "機器", "devices"), ("p2", "ソフトウェア", "software"), ("p3", "情報", "data")]
CHECKLIST = edition_of(checklist_of(basic("1-1"))).checklist
PRACTICE = CHECKLIST.placed["1-1"].practice.model_copy(
    update={
        "title": TITLE,
        "points": tuple(
            Point.model_validate({"id": name, "ja": ja, "en": en}) for name, ja, en in POINTS
        ),
    }
)


def row(practice: str | None = "1-1", institution: str = "bank-a", file: str = FILE) -> ReviewRow:
    query = Query(institution, practice, "evidence_missing", {"level": 4})
    is_submission = practice is None
    return ReviewRow(
        institution=institution,
        name="しおさい銀行",
        file=file,
        practice=None if is_submission else PRACTICE.model_copy(update={"id": practice}),
        level=None if is_submission else 4,
        status=None if is_submission else "answered",
        queries=(query,),
        checklist=CHECKLIST,
    )


def outcome_of(key: ReviewKey, **entries: Any) -> ReviewOutcome:
    blank: dict[str, Any] = dict.fromkeys(column.code for column in ENTRIES)
    return ReviewOutcome(key=key, shown=(), place=PLACE, **(blank | entries))


CORRECTED = {
    "reply": "確認しました", "outcome": "corrected", "level": 3, "ground": "証跡がない",
    "by": "鈴木", "on": date(2026, 12, 1), "approved_by": "佐藤",
}  # fmt: skip


def only_workbook(rows: list[ReviewRow], outcomes: list[ReviewOutcome], lang: Lang = "ja") -> bytes:
    """Return the one workbook."""
    ((name, data),) = write_reviews(rows, outcomes, SIX_LEVELS, lang)
    assert name == "review.xlsx"
    return data


read_here = partial(read_review, scale=SIX_LEVELS, call=call_here)
"""Reads without a process of its own, which tests of single workbooks start."""


def read(data: bytes) -> list[ReviewOutcome]:
    """Return what is read, without what the rows showed and where."""
    return [outcome._replace(shown=(), place=PLACE) for outcome in read_here(data, "review.xlsx")]


def problems(data: bytes) -> set[tuple[str, str]]:
    with pytest.raises(InputError) as refused:
        read_here(data, "review.xlsx")
    return {(str(p.location).rpartition("!")[2], p.code) for p in refused.value.problems}


class Sheet:
    """A workbook that a reviewer fills in."""

    def __init__(self, data: bytes) -> None:
        self.book = load_workbook(io.BytesIO(data))
        self.sheet: Any = self.book.worksheets[0]
        self.columns = {cell.value: cell.column for cell in self.sheet[3]}

    def enter(self, code: str, value: Any, row_: int = 5) -> "Sheet":
        cell = self.sheet.cell(row_, self.columns[code])
        cell.value = value
        return self

    def move(self, order: Sequence[int], first: str = "B", *, with_file: bool = False) -> "Sheet":
        """Move the rows of some columns into another order, as sorting those columns does."""
        last = get_column_letter(self.columns["file"] - (not with_file))
        rows = [[cell.value for cell in self.sheet[f"{first}{n}:{last}{n}"][0]] for n in order]
        for number, values in enumerate(rows, start=5):
            for cell, value in zip(
                self.sheet[f"{first}{number}:{last}{number}"][0], values, strict=True
            ):
                cell.value = value
        return self

    def as_before(self) -> "Sheet":
        """Make it a workbook of the time when keys had no hash and the filter left them out.

        Nor did it have anything of what came with approvals.
        """
        last = max(n for n in range(5, self.sheet.max_row + 1) if self.sheet.cell(n, 1).value)
        self.sheet.delete_rows(last + 1, self.sheet.max_row)
        for number in range(5, last + 1):
            key = self.sheet.cell(number, 1)
            key.value = key.value.rpartition("/")[0]
        for code in sorted(SINCE_APPROVALS, key=self.columns.__getitem__, reverse=True):
            self.sheet.delete_cols(self.columns[code])
        self.columns = {cell.value: cell.column for cell in self.sheet[3]}
        self.sheet.auto_filter.ref = f"B4:N{last}"
        return self

    def save(self) -> bytes:
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()


@pytest.mark.parametrize("lang", LANGS)
def test_a_blank_workbook_says_nothing_back(lang: Lang) -> None:
    assert read(only_workbook([row(), row(None)], [], lang)) == []
    assert read(only_workbook([], [], lang)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_it_shows_what_is_asked(lang: Lang) -> None:
    same = Query("bank-a", "1-1", "same_note", {"count": 2, "others": "bank-b, bank-c"})
    asked = row()._replace(queries=(*row().queries, same))
    sheet = load_workbook(io.BytesIO(only_workbook([row(None), asked], [], lang))).worksheets[0]
    shown = [cell.value for cell in sheet[6]]
    assert shown[1:7] == [
        "bank-a",
        "しおさい銀行",
        "1-1",
        TITLE.get(lang),
        message(lang, "book.review.at_level", {"level": 4}),
        message(lang, "query.evidence_missing", {"level": 4})
        + "\n"
        + message(lang, "query.same_note", {"count": 2}),
    ]
    assert "bank-b" not in shown[6], "what may be shown to the institution names no other"
    assert shown[7] == "bank-b, bank-c"
    assert sheet["D5"].value == message(lang, "book.review.whole")


TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")) | st.sampled_from("=+-@\n")
)
ENTERED = TEXTS.filter(lambda text: bool(text.strip()))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.fixed_dictionaries(
                {"reply": ENTERED | st.none(), "outcome": st.sampled_from(["unchanged", "pending"])}
            ),
            st.fixed_dictionaries(
                {
                    "reply": ENTERED | st.none(),
                    "outcome": st.just("corrected"),
                    "level": st.integers(0, 5),
                    "ground": ENTERED,
                    "by": ENTERED,
                    "on": st.dates(date(1950, 1, 1), date(2100, 1, 1)),
                    "approved_by": st.none() | st.just("approver"),
                    "question": ENTERED | st.none(),
                    "document": ENTERED | st.none(),
                    "follow_up": st.dates(date(1950, 1, 1), date(2100, 1, 1)) | st.none(),
                }
            ),
            st.fixed_dictionaries({"reply": ENTERED}),
        ),
        max_size=6,
    ),
    st.sampled_from(LANGS),
    st.sampled_from(LANGS),
)
def test_what_is_written_is_read_and_carried_over(
    all_entries: list[dict[str, Any]], lang: Lang, next_lang: Lang
) -> None:
    rows = [row(f"1-{number}") for number in range(8)]
    outcomes = [outcome_of(r.key, **entries) for r, entries in zip(rows, all_entries, strict=False)]
    data = only_workbook(rows, outcomes, lang)
    assert data == only_workbook(rows, outcomes, lang)
    assert read(data) == outcomes
    again = only_workbook(rows, list(read_here(data, "review.xlsx")), next_lang)
    assert read(again) == outcomes


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_written_on_a_replaced_answer_is_kept(lang: Lang) -> None:
    replaced, other = row(file="cd" * 32), row("1-2")
    outcomes_entered = [
        outcome_of(replaced.key, **CORRECTED),
        outcome_of(other.key, reply="確認中です"),
    ]
    outcomes = list(
        read_review(
            only_workbook([replaced, other], outcomes_entered, lang), "review.xlsx", SIX_LEVELS
        )
    )
    data = only_workbook([row(), other], outcomes, lang)
    assert read(data) == outcomes_entered[::-1]
    kept = load_workbook(io.BytesIO(data)).worksheets[0][7]
    assert [cell.value for cell in kept][1:4] == ["bank-a", "しおさい銀行", "1-1"]
    assert all(cell.protection.locked for cell in kept), "nothing is entered there any more"
    assert (
        only_workbook([row(), other], list(read_review(data, "r.xlsx", SIX_LEVELS)), lang) == data
    )


def test_only_the_clerks_columns_are_open() -> None:
    sheet = load_workbook(io.BytesIO(only_workbook([row()], []))).worksheets[0]
    assert sheet.protection.sheet
    codes = {cell.column: cell.value for cell in sheet[3]}
    is_open = {codes[cell.column] for cell in sheet[5] if not cell.protection.locked}
    assert is_open == {
        "question", "reply", "document", "outcome", "level", "ground", "by", "on", "approved_by",
        "follow_up",
    }  # fmt: skip
    assert sheet.freeze_panes == "E5"
    assert sheet.auto_filter.ref == "A4:U15", "a sort takes the hidden cells along"
    assert sheet.column_dimensions["A"].hidden
    assert sheet.column_dimensions["U"].hidden


def test_rows_may_be_sorted_and_columns_put_in_between() -> None:
    data = only_workbook([row("1-1"), row("1-2")], [outcome_of(row("1-1").key, reply="甲")])
    sheet = Sheet(data)
    first = [cell.value for cell in sheet.sheet[5]]
    second = [cell.value for cell in sheet.sheet[6]]
    for place, (lower, upper) in enumerate(zip(first, second, strict=True), start=1):
        sheet.sheet.cell(5, place).value, sheet.sheet.cell(6, place).value = upper, lower
    sheet.sheet.insert_cols(4)
    assert read(sheet.save()) == [outcome_of(row("1-1").key, reply="甲")]


@pytest.mark.parametrize("text", [" 訂正 ", "Corrected", "corrected"])
@pytest.mark.parametrize("level", [3, 3.0, "3", "３"])
@pytest.mark.parametrize("day", [date(2026, 12, 1), "2026/12/1", "令和8年12月1日"])
def test_what_people_type_is_understood(text: str, level: Any, day: Any) -> None:
    sheet = (
        Sheet(only_workbook([row()], []))
        .enter("outcome", text)
        .enter("level", level)
        .enter("on", day)
    )
    data = (
        sheet.enter("ground", "証跡がない")
        .enter("by", "鈴木")
        .enter("approved_by", "佐藤")
        .enter("reply", "確認しました")
        .save()
    )
    assert read(data) == [outcome_of(row().key, **CORRECTED)]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"outcome": "訂正"}, {("O5", "book.review_incomplete"), ("P5", "book.review_incomplete"),
                               ("Q5", "book.review_incomplete"), ("R5", "book.review_incomplete")}),
        ({"outcome": "たぶん"}, {("N5", "form.unknown_choice")}),
        ({"level": 3}, {("O5", "book.review_level_alone")}),
        ({"outcome": "変更なし", "level": 3}, {("O5", "book.review_level_alone")}),
        ({"level": 6}, {("O5", "book.review_level")}),
        ({"level": "高い"}, {("O5", "book.review_level")}),
        ({"on": "きのう"}, {("R5", "form.not_a_date")}),
        ({"reply": "=1+1"}, {("L5", "form.formula")}),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_told_with_its_cell(
    entries: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    sheet = Sheet(only_workbook([row()], []))
    for code, value in entries.items():
        sheet.enter(code, value)
    assert problems(sheet.save()) == expected


CORRECTION = {
    "outcome": "訂正", "level": 3, "ground": "証跡がない", "by": "鈴木 Ａ子", "on": date(2026, 12, 1),
}  # fmt: skip


@pytest.mark.parametrize(
    ("approver", "is_same"),
    [
        ("鈴木 Ａ子", True),
        ("鈴木　a子 ", True),
        ("鈴木Ａ子", True),
        ("鈴木", False),
        ("佐藤", False),
    ],
)
def test_a_correction_is_approved_by_somebody_else(approver: str, *, is_same: bool) -> None:
    sheet = Sheet(only_workbook([row()], []))
    for code, value in CORRECTION.items():
        sheet.enter(code, value)
    (waiting,) = read(sheet.save())
    assert (waiting.is_waiting, waiting.is_approved, waiting.is_settled) == (True, False, False)
    sheet.enter("approved_by", approver)
    if is_same:
        assert problems(sheet.save()) == {("S5", "book.review_same_person")}
    else:
        (approved,) = read(sheet.save())
        assert (approved.approved_by, approved.is_approved) == (approver, True)


@pytest.mark.parametrize("outcome", [None, "変更なし", "確認中"])
def test_only_corrections_are_approved(outcome: str | None) -> None:
    sheet = Sheet(only_workbook([row()], [])).enter("outcome", outcome).enter("approved_by", "佐藤")
    assert problems(sheet.save()) == {("S5", "book.review_approval_alone")}


PROPOSAL = ProposedCorrection(2, "報告は一部のみ", "監査部")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({}, (2, "報告は一部のみ", "監査部")),
        ({"level": 2, "ground": "電話でも確認"}, (2, "電話でも確認", "監査部")),
        ({"by": "鈴木"}, (2, "報告は一部のみ", "鈴木")),
        ({"level": 3}, {("P5", "book.review_incomplete"), ("Q5", "book.review_incomplete")}),
        ({"approved_by": "監査部"}, {("S5", "book.review_same_person")}),
    ],
)
def test_a_correction_takes_what_it_leaves_blank_from_the_institutions_proposal(
    entries: dict[str, Any], expected: Any
) -> None:
    sheet = Sheet(only_workbook([row()], []))
    for code, value in ({"outcome": "訂正", "on": date(2026, 12, 1)} | entries).items():
        sheet.enter(code, value)
    given = partial(read_here, proposals={row().key: PROPOSAL})
    if isinstance(expected, set):
        with pytest.raises(InputError) as refused:
            given(sheet.save(), "review.xlsx")
        told = {(str(p.location).rpartition("!")[2], p.code) for p in refused.value.problems}
        assert told == expected
        return
    (outcome,) = given(sheet.save(), "review.xlsx")
    assert (outcome.level, outcome.ground, outcome.by) == expected


def test_without_all_columns_of_approvals_nothing_passes_for_an_earlier_version() -> None:
    sheet = Sheet(only_workbook([row()], []))
    for code, value in CORRECTION.items():
        sheet.enter(code, value)
    sheet.sheet.delete_cols(sheet.columns["approved_by"])
    assert problems(sheet.save()) == {("A3", "form.column_lost")}


def test_a_whole_submission_cannot_be_corrected() -> None:
    sheet = Sheet(only_workbook([row(None)], [])).enter("outcome", "訂正")
    assert problems(sheet.save()) == {("N5", "book.review_whole")}
    sheet = Sheet(only_workbook([row(None)], [])).enter("outcome", "変更なし")
    assert read(sheet.save()) == [outcome_of(row(None).key, outcome="unchanged")]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("A5", None),
        ("A5", "bank-a"),
        ("A5", "bank-a/"),
        ("A5", "/1-1"),
        ("A5", f"bank-a/1-1/{'cd' * 32}"),
        ("U5", None),
        ("U5", FILE[:-1]),
        ("U5", "cd" * 32),
    ],
)
def test_hidden_cells_that_identify_no_answer_are_refused(cell: str, value: str | None) -> None:
    sheet = Sheet(only_workbook([row("1-1"), row("1-2")], [outcome_of(row("1-1").key, reply="甲")]))
    sheet.sheet[cell].value = value
    assert problems(sheet.save()) == {("B5", "book.review_key_lost")}


def test_two_rows_about_one_answer_are_refused() -> None:
    data = only_workbook([row("1-1"), row("1-2")], [outcome_of(row("1-1").key, reply="甲")])
    sheet = Sheet(data).move([5, 5], "A", with_file=True)
    assert problems(sheet.save()) == {("B6", "book.review_twice")}


@pytest.mark.parametrize("code", ["institution", "practice", "by", "file"])
def test_columns_that_are_gone_or_twice_are_refused(code: str) -> None:
    data = only_workbook([row("1-1"), row("1-2")], [outcome_of(row("1-1").key, reply="甲")])
    sheet = Sheet(data)
    sheet.sheet.delete_cols(sheet.columns[code])
    assert problems(sheet.save()) == {("A3", "form.column_lost")}
    sheet = Sheet(data)
    sheet.sheet["X3"].value = code
    assert problems(sheet.save()) == {("X3", "form.column_twice")}


BANKS = [row("1-1"), row("1-2"), row("1-1", "bank-b", "cd" * 32), row(None, "bank-c", "ef" * 32)]


@pytest.mark.parametrize("before", [False, True])
@pytest.mark.parametrize(
    ("order", "wrong"),
    [
        ([7, 6, 5, 8], {"B5": "bank-b / 1-1", "B7": "bank-a / 1-1"}),
        ([6, 5, 7, 8], {"D5": "bank-a / 1-2", "D6": "bank-a / 1-1"}),
        ([8, 7, 6, 5], {"B5": "bank-c / 全体", "B6": "bank-b / 1-1", "B7": "bank-a / 1-2", "B8": "bank-a / 1-1"}),
        ([5, 7, 6, 8], {"B6": "bank-b / 1-1", "B7": "bank-a / 1-2"}),
    ],
)  # fmt: skip
def test_rows_whose_visible_cells_alone_were_sorted_are_refused(
    order: list[int], wrong: dict[str, str], *, before: bool
) -> None:
    sheet = Sheet(
        only_workbook(BANKS, [outcome_of(asked.key, reply=asked.institution) for asked in BANKS])
    )
    if before:
        sheet.as_before()
    with pytest.raises(InputError) as refused:
        read_review(sheet.move(order).save(), "review.xlsx", SIX_LEVELS)
    shown = {str(p.location).rpartition("!")[2]: p for p in refused.value.problems}
    assert {cell: p.params["visible"] for cell, p in shown.items()} == wrong
    assert {p.code for p in shown.values()} == {"book.review_moved"}
    cell = next(iter(wrong))
    for lang in LANGS:
        line = describe_all([shown[cell]], lang)[0]
        hidden = BANKS[int(cell[1:]) - 5].key.visible("ja")
        assert wrong[cell] in line
        assert " / ".join(hidden.values()) in line


@pytest.mark.parametrize("order", [[7, 6, 5, 8], [8, 7, 6, 5], [6, 7, 8, 5]])
def test_whole_rows_may_be_sorted(order: list[int]) -> None:
    outcomes_entered = [
        outcome_of(asked.key, reply=str(number)) for number, asked in enumerate(BANKS)
    ]
    sheet = Sheet(only_workbook(BANKS, outcomes_entered)).move(order, "A", with_file=True)
    assert read(sheet.save()) == [outcomes_entered[number - 5] for number in order]


def test_rows_that_were_sorted_above_the_codes_are_read() -> None:
    sheet = Sheet(only_workbook([row("1-1"), row("1-2")], [outcome_of(row("1-1").key, reply="甲")]))
    for column in range(1, 22):
        top, first = sheet.sheet.cell(2, column), sheet.sheet.cell(5, column)
        top.value, first.value = first.value, top.value
    assert read(sheet.save()) == [outcome_of(row("1-1").key, reply="甲")]


def test_a_contradictory_row_without_entries_costs_nothing() -> None:
    outcomes_entered = [outcome_of(BANKS[0].key, reply="甲")]
    sheet = Sheet(only_workbook(BANKS, outcomes_entered)).move([5, 8, 7, 6])
    sheet.sheet["U7"].value = None
    assert read(sheet.save()) == outcomes_entered


def test_a_workbook_of_an_earlier_version_is_read_and_carried_over() -> None:
    outcomes_entered = [
        outcome_of(BANKS[0].key, **CORRECTED),
        outcome_of(BANKS[3].key, outcome="unchanged"),
    ]
    data = Sheet(only_workbook(BANKS, outcomes_entered)).as_before().save()
    outcomes_entered[0] = outcomes_entered[0]._replace(approved_by=BEFORE_APPROVALS)
    assert read(data) == outcomes_entered
    again = only_workbook(BANKS, list(read_review(data, "review.xlsx", SIX_LEVELS)))
    assert again == only_workbook(BANKS, outcomes_entered)


@pytest.mark.parametrize(
    ("cell", "value", "is_same"),
    [
        ("B5", 1010001000000, True),
        ("B5", 1010001000000.0, True),
        ("B5", "１０１０００１００００００ ", True),
        ("B5", " 1010001000000　", True),
        ("B5", "1010001000001", False),
        ("B5", None, False),
        ("D5", "２-6", True),
        ("D5", " 2-6\n", True),
        ("D5", datetime(2026, 2, 6), False),  # noqa: DTZ001 - as a spreadsheet has it
        ("D5", "2-60", False),
        ("D5", "全体", False),
        ("D5", None, False),
        ("D6", "Whole ", True),
        ("D6", "全体", True),
        ("D6", "*", False),
    ],
)  # fmt: skip
def test_visible_cells_are_compared_as_forms_compare_theirs(
    cell: str, value: Any, *, is_same: bool
) -> None:
    rows = [row("2-6", "1010001000000"), row(None, "1010001000000")]
    outcomes_entered = [outcome_of(asked.key, reply="甲") for asked in rows]
    sheet = Sheet(only_workbook(rows, outcomes_entered))
    sheet.sheet[cell].value = value
    if is_same:
        assert read(sheet.save()) == outcomes_entered
    else:
        assert problems(sheet.save()) == {(cell, "book.review_moved")}


ASKED = [row(practice, bank, file) for bank, file in (("bank-a", FILE), ("bank-b", "cd" * 32))
         for practice in ("1-1", "1-2", "1-3", None)]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    order=st.permutations(range(5, 5 + len(ASKED))),
    entered=st.sets(st.sampled_from(range(len(ASKED))), min_size=1),
    first=st.sampled_from("AB"),
    with_file=st.booleans(),
    before=st.booleans(),
)
def test_however_rows_are_sorted_no_entry_lands_on_another_answer(
    *, order: list[int], entered: set[int], first: str, with_file: bool, before: bool
) -> None:
    outcomes_entered = [
        outcome_of(ASKED[number].key, reply=ASKED[number].key.hidden) for number in entered
    ]
    sheet = Sheet(only_workbook(ASKED, outcomes_entered))
    if before:
        sheet.as_before()
    data = sheet.move(order, first, with_file=with_file).save()
    try:
        outcomes_read = read(data)
    except InputError:
        assert (first, with_file) != ("A", True), "whole rows may be sorted"
        assert order != sorted(order)
        return
    if before:  # such keys had no hash to hold against a hash that stayed behind
        own = [item.key.hidden.rpartition("/")[0] for item in outcomes_read]
        assert own == [str(item.reply).rpartition("/")[0] for item in outcomes_read]
    else:
        assert [item.key.hidden for item in outcomes_read] == [item.reply for item in outcomes_read]
    assert len(outcomes_read) == len(outcomes_entered)


def test_another_workbook_is_refused(request_for: Any) -> None:
    from cssa.forms.form_writer import write_form

    assert problems(write_form(request_for())) == {("review.xlsx", "book.not_a_review")}
    assert problems(b"") == {("review.xlsx", "form.guard.empty")}


def test_much_to_ask_goes_into_several_workbooks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_writer, "MAX_REVIEW_ROWS", 2)
    rows = [row(f"1-{number}") for number in range(5)]
    books = dict(write_reviews(rows, [], SIX_LEVELS, "ja"))
    assert list(books) == ["review.xlsx", "review-2.xlsx", "review-3.xlsx"]
    outcomes = [
        outcome
        for data in books.values()
        for outcome in read(Sheet(data).enter("reply", "確認しました").save())
    ]
    assert [outcome.key.practice for outcome in outcomes] == ["1-0", "1-2", "1-4"]


def test_the_largest_workbook_comes_back() -> None:
    rows = [row(f"1-{number}") for number in range(review_writer.MAX_REVIEW_ROWS)]
    outcomes = [outcome_of(r.key, **CORRECTED) for r in rows]
    assert len(read(only_workbook(rows, outcomes))) == len(rows)


def test_rows_of_a_submission() -> None:
    asked = checklist_of(*(basic(f"1-{n}") for n in range(1, 22)))
    world = World(asked, {f"1-{n}": 4 for n in range(1, 22)})
    result = world.assessed()
    checklist = edition_of(asked).checklist
    statuses = {item.id: (item.status, item.level) for item in result.domains[0].practices}
    filed = ReviewedInstitution("bank-a", "N", FILE)
    rows = list(review_rows(checklist, filed, statuses, {}, queries(result, {"1-2": 1})))
    ids = [item.practice.id if item.practice else None for item in rows]
    assert ids == [None, *(f"1-{n}" for n in range(1, 22))]
    assert [query.code for query in rows[2].queries] == ["evidence_missing", "jump"]
    assert (rows[0].status, rows[1].level, rows[1].name) == (None, 4, "N")


@pytest.mark.parametrize(
    ("lang", "words"), [("ja", "「機器」「情報」"), ("en", "(not ticked: devices; data)")]
)
def test_points_are_asked_about_in_their_words(lang: Lang, words: str) -> None:
    open_ = Query("bank-a", "1-1", "points_open", {"level": 3, "points": "p1, p3"})
    data = only_workbook([row()._replace(queries=(open_,))], [], lang)
    assert words in load_workbook(io.BytesIO(data)).worksheets[0].cell(5, 7).value


@pytest.mark.parametrize("kind", OUTCOMES)
def test_every_outcome_is_offered(kind: str) -> None:
    book = load_workbook(io.BytesIO(only_workbook([row()], [])))
    words = {cell.value for column in book["_lists"].columns for cell in column}
    assert message("ja", f"book.outcome.{kind}") in words
