"""Cells whose number format shows more than their number: a unit, thousands, a currency."""

from decimal import Decimal

import pytest

from cssa.excel.number_formats import shown_number
from cssa.forms.form_reader import read_form
from cssa.messages.problems import describe_all


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (172_000.0, '#,##0"百万円"', "172,000百万円"),
        (172_000.0, "0百万円", "172000百万円"),
        (172_000_000_000.0, '#,##0,,"百万円"', "172,000百万円"),
        (1_720_500.0, "#,##0.0,", "1,720.5"),
        (1_720_500.0, "#,##0,.0", "1,720.5"),
        (5.0, '[$¥-411]#,##0;[Red]-"¥"#,##0', "¥5"),
        (-5.0, '#,##0;"△ "#,##0', "△ -5"),
        (12.0, "[<10]0;[>=10]0\\台_ ", "12台"),
        (3.0, '0;-0;"-"', "3"),
        (0.125, "0.0%", "12.5%"),
        (0.07, "0%", "7%"),
        (1e15, 'General"円"', "1000000000000000円"),
    ],
)
def test_a_number_is_shown_as_its_format_says(value, number_format, text):
    assert shown_number(value, number_format).text == text


@pytest.mark.parametrize(
    ("value", "number_format", "size", "noted"),
    [
        (172_000, '#,##0"百万円"', 172_000_000_000, True),
        (1_720, "0\\億\\円", 172_000_000_000, True),
        (172_000_000_000, '#,##0,,"百万円"', 172_000_000_000, False),
        (172_000_000_000, '"¥"#,##0', 172_000_000_000, False),
        (172_000_000_000, "[$￥-411]#,##0;[Red]-[$￥-411]#,##0", 172_000_000_000, False),
        (172_000_000_000, '#,##0 "円"', 172_000_000_000, False),
        (172_000_000_000, "#,##0_);[Red](#,##0)", 172_000_000_000, False),
        (172_000_000, '#,##0,"百万円"', None, False),
        (172_000_000_000, "#,##0,,", None, False),
        (172_000, '#,##0" million yen"', None, False),
        (172_000, "[$€-2] #,##0", None, False),
        (172_000, '0"%"', None, False),
    ],
)
def test_a_size_is_read_as_people_see_it(value, number_format, size, noted, blank, context):
    blank.cover("institution.size", value)
    blank.cell("institution.size", "value").number_format = number_format

    gathered = read_form(blank.save(), "form.xlsx", context).gathered

    assert gathered.value["institution"].get("size") == (None if size is None else Decimal(size))
    assert [problem.code for problem in gathered.problems] == ["form.number_format"] * (
        size is None
    )
    assert ["form.size_as_shown" in [note.code for note in gathered.notes]] == [noted]


@pytest.mark.parametrize(
    ("key", "code", "value", "number_format", "refused"),
    [
        ("2-4", "answer", 5, '0"日"', False),
        ("2-4", "answer", 5, "0日", False),
        ("2-4", "answer", 5, '0" days"', False),
        ("2-4", "answer", 5, '0"週間"', True),
        ("2-4", "answer", 5, '0"千日"', True),
        ("2-4", "answer", 5_000, "0,", True),
        ("2-4", "answer", 5_000, "#,##0", False),
        ("1.1-1", "answer", 3, '"段階"0', False),
        ("1.1-1", "answer", 3_000, "0,", True),
        ("1.1-1", "done.n", 3, '0"台"', False),
        ("1.1-1", "done.n", 3, '0"千台"', True),
        ("1.1-1", "done.n", 3, '0"k"', True),
        ("1.1-1", "done.n", 3, '0" kinds"', False),
        ("1.1-1", "done.n", 3, '0" thousand hosts"', True),
    ],
)
def test_an_answer_is_refused_where_another_number_is_seen(
    key, code, value, number_format, refused, blank, context
):
    blank.enter(key, value, code).cell(key, code).number_format = number_format
    if code == "done.n":
        blank.enter(key, 9, "done.of")

    gathered = read_form(blank.save(), "form.xlsx", context).gathered

    assert [problem.code for problem in gathered.problems] == ["form.number_format"] * refused
    if refused:
        (problem,) = gathered.problems
        assert str(problem.location).endswith(f"!{blank.cell(key, code).coordinate}")


def test_a_note_keeps_the_unit_that_is_seen(blank, context):
    blank.enter("1.1-1", 1_200, "note").cell("1.1-1", "note").number_format = '#,##0"台"'

    gathered = read_form(blank.save(), "form.xlsx", context).gathered

    assert gathered.value["answers"]["1.1-1"]["note"] == "1,200台"


def test_the_sender_learns_what_is_seen_and_what_would_do(blank, context):
    blank.enter("2-4", 5, "answer").cell("2-4", "answer").number_format = '0"千日"'

    gathered = read_form(blank.save(), "form.xlsx", context).gathered

    (ja,) = describe_all(gathered.problems, "ja")
    (en,) = describe_all(gathered.problems, "en")
    assert "セルの値は5ですが、表示形式により「5千日」と表示されています" in ja
    assert "設問の単位に合わせて、数字のみを入力してください" in ja
    assert 'value is 5, but its number format shows it as "5千日"' in en
