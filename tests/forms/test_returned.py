"""A form with mistakes goes back to its sender with exactly those cells marked, and a list in front."""

import io
import re
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.formatting.rule import CellIsRule
from tests.forms.hostile import changed
from tests.forms.workbooks import Filled

from cssa.forms.form_reader import missing_fields, read_form
from cssa.forms.form_writer import write_form
from cssa.forms.returned import mark_problems

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


WORDS = {
    "ja": [
        "機関ID「銀行 1」は使用できません。半角の英数字と「.」「_」「-」を用い、英数字で始まる64字以内で入力してください。",
        "「宇宙銀行」は選択できません。セルの一覧（主要行など33件）から選択してください。",
        "1.1-1の段階として「たぶん3」は読み取れません。一覧から選択してください（0 未着手から5 改善まで）。",
        "「半分」は件数として読み取れません。0以上の整数を入力してください。",
        "「9」は1.1-1の点の番号として読み取れません。1から3までの番号を「1, 3」のように入力してください。",
        "「春ごろ」は日付として読み取れません。2026/9/30の形式で入力してください。",
        "「見送り」には理由が必要です。この欄に理由を入力してください。",
        "1.1-bでは「該当なし」を選べません。段階などで回答してください。",
        "「ときどき」は選択できません。次から選択してください：行わない / 年に1回 / 月に1回。",
        "「十日」は数として読み取れません。半角の数字で入力してください。",
    ],
    "en": [
        '"銀行 1" is not a valid institution ID. Use up to 64 letters, digits, ".", "_" and "-", starting with a letter or digit.',
        '"宇宙銀行" cannot be chosen. Choose from the cell\'s list (Major bank and others, 33 in all).',
        '"たぶん3" is not a valid level of 1.1-1. Choose from the list (from 0 Not started to 5 Improving).',
        '"半分" is not a valid count. Enter a whole number, 0 or more.',
        '"9" does not name points of 1.1-1. Enter numbers from 1 to 3, such as 1, 3.',
        '"春ごろ" is not a valid date. Enter it like 2026-09-30.',
        '"Not adopted" needs a reason. Enter it in this cell.',
        '1.1-b cannot be "Not applicable". Enter a level or other answer.',
        '"ときどき" cannot be chosen. Choose one of: Never / Once a year / Once a month.',
        '"十日" is not a valid number. Enter it in digits.',
    ],
}


@pytest.fixture
def returned(blank, context):
    for key, code, value in MISTAKES.values():
        blank.enter(key, value, code)
    reading = read_form(blank.save(), "form.xlsx", context)
    return load_workbook(
        io.BytesIO(
            mark_problems(reading, [*reading.gathered.problems, *missing_fields(reading.gathered)])
        )
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

    assert sheet.title == "修正をお願いする点"
    named = {re.sub("シート「(.+)」の", r"\1!", place) for _, place, _ in rows}
    assert named == set(MISTAKES)
    assert [number for number, _, _ in rows] == list(range(1, 11))
    assert all(text.endswith(("。", "）。")) for _, _, text in rows)


def test_every_page_of_it_is_marked(returned):
    assert {sheet.oddFooter.left.text for sheet in returned if sheet.sheet_state == "visible"} == {
        "取扱注意"
    }


def test_the_words_say_what_stands_there_and_what_to_enter(returned):
    rows = [[cell.value for cell in row] for row in returned.worksheets[0].iter_rows(min_row=5)]

    assert [text for _, _, text in rows] == WORDS["ja"]


def test_an_english_form_comes_back_with_the_same_ten_in_english(request_for, submission, context):
    blank = Filled(write_form(request_for(submission, lang="en")))
    english = {"見送り": "Not adopted", "該当なし": "Not applicable"}
    for key, code, value in MISTAKES.values():
        blank.enter(key, english.get(value, value), code)
    reading = read_form(blank.save(), "form.xlsx", context)
    problems = [*reading.gathered.problems, *missing_fields(reading.gathered)]
    book = load_workbook(io.BytesIO(mark_problems(reading, problems)))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=5)]

    assert marked(book) == {place.replace("表紙", "Cover") for place in MISTAKES}
    assert rows[0][1] == 'Sheet "Cover", C15'
    assert [text for _, _, text in rows] == WORDS["en"]


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

    submission = read(stream.getvalue())

    assert submission.answers["1.1-a"].reason == "優先度が低い"
    again = read_form(stream.getvalue(), "form.xlsx", context)
    assert (
        load_workbook(io.BytesIO(mark_problems(again, []))).sheetnames.count("修正をお願いする点")
        == 1
    )


def rules_of(book: Any, sheet: str) -> list[tuple[str, str | None]]:
    return [
        (rule.type, rule.operator)
        for ranges in book[sheet].conditional_formatting
        for rule in ranges.rules
    ]


@pytest.mark.parametrize("quote", [b'"', b"'"])
def test_a_form_whose_colour_rules_repeat_their_type_as_operator_is_marked(quote, blank, context):
    blank.enter("1.1-1", "たぶん3")
    blank.book["表紙"].conditional_formatting.add("C15", CellIsRule("notEqual", formula=["0"]))
    rules = rules_of(blank.book, "表紙")
    found = []

    def repeat(parts):
        for name, part in parts.items():
            kind = rb'(<cfRule [^>]*?type="((?:notC|c)ontainsBlanks)")'
            operator = rb"\1 operator=%s\2%s" % (quote, quote)
            parts[name], count = re.subn(kind, operator, part)
            found.append(count)

    reading = read_form(changed(blank.save(), repeat), "form.xlsx", context)
    book = load_workbook(io.BytesIO(mark_problems(reading, reading.gathered.problems)))

    assert sum(found) > 1
    assert marked(book) == {"1!I5"}
    assert ("cellIs", "notEqual") in rules
    assert sorted(rules_of(book, "表紙"), key=str) == sorted(rules, key=str)


def test_text_of_the_sender_is_no_formula_in_the_list(blank, context):
    reading = read_form(blank.enter("1.1-1", "=cmd|'/c calc'!A0").save(), "form.xlsx", context)
    book = load_workbook(io.BytesIO(mark_problems(reading, reading.gathered.problems)))

    assert [cell.data_type for row in book.worksheets[0].iter_rows() for cell in row].count(
        "f"
    ) == 0
