"""Numbers, dates and amounts are read in the ways people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.interview.commands import parse_command
from cssa.interview.parsing import clean_lines, parse_amount, parse_date, parse_ratio

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-01",
        "2026/4/1",
        "２０２６年４月１日",
        "20260401",
        "令和8年4月1日",
        "R8.4.1",
        " 2026.4.1 ",
    ],
)
def test_a_date_is_read_in_every_usual_form(text: str) -> None:
    assert parse_date(text, TODAY) == date(2026, 4, 1)


@pytest.mark.parametrize("text", ["", "2026-13-01", "4月1日", "2026-02-30", "abc", "2026"])
def test_text_that_is_no_date_is_none(text: str) -> None:
    assert parse_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "yen"),
    [
        ("320000000000", 320_000_000_000),
        ("3,200億円", 320_000_000_000),
        ("３２００億", 320_000_000_000),
        ("1兆2000億", 1_200_000_000_000),
        ("2.1e12", 2_100_000_000_000),
        ("320 billion", 320_000_000_000),
        ("500百万円", 500_000_000),
        ("¥0", 0),
    ],
)
def test_an_amount_is_read_in_every_usual_form(text: str, yen: int) -> None:
    assert parse_amount(text) == yen


@pytest.mark.parametrize("text", ["", "億", "-5", "3,200億ドル", "1/2", "abc", "3億x"])
def test_text_that_is_no_amount_is_none(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize("text", ["8/10", "８／１０", "8 of 10"])
def test_a_part_of_a_whole_is_read(text: str) -> None:
    assert parse_ratio(text) == (8, 10)


@pytest.mark.parametrize("text", ["11/10", "0/0", "x", "8", "-1/2"])
def test_more_than_the_whole_is_none(text: str) -> None:
    assert parse_ratio(text) is None


@pytest.mark.parametrize(
    ("line", "name", "argument"),
    [
        ("３", "value", "3"),
        ("", "next", ""),
        ("　", "next", ""),
        ("ｑ", "q", ""),
        ("な", "na", ""),
        ("NA　無線ＬＡＮ：なし", "na", "無線ＬＡＮ：なし"),
        ("n メモ：①ﾊﾝｶｸ", "n", "メモ：①ﾊﾝｶｸ"),
        ("？", "?", ""),
        ("＝", "=", ""),
        ("／多要素　認証", "/", "多要素 認証"),
        ("・認証", "/", "認証"),
        ("2.3.1-1", "value", "2.3.1-1"),
        ("２．３．１－１", "value", "2.3.1-1"),
        ("該当なし 理由", "na", "理由"),
        ("3 と少し", "value", "3 と少し"),
    ],
)
def test_commands_are_understood_in_full_width_and_through_the_input_method(
    line: str, name: str, argument: str
) -> None:
    assert parse_command(line) == (name, argument)


@given(st.text())
def test_free_text_keeps_its_letters_and_can_be_written_to_a_file(text: str) -> None:
    cleaned = clean_lines(text)
    assert not set(cleaned) & ({chr(code) for code in range(32)} - {"\n"})
    assert [char for char in cleaned if char.isalnum()] == [char for char in text if char.isalnum()]
    cleaned.encode()


@given(st.text())
def test_any_line_is_some_command(line: str) -> None:
    assert parse_command(line).name
