"""What people do to a form that still says clearly what they mean."""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.forms.hostile import changed

from cssa.forms.form_reader import read_form
from cssa.forms.labels import Labels


@pytest.mark.parametrize(
    "text",
    [
        "４", " 4 ", 4, 4.0, "4 検証", "段階4", "レベル４", "検証",
        "4 検証：第2線・内部監査・外部の者が実効性を評価している",
        "４　検証： 第２線・内部監査・外部の者が実効性を評価している ",
        "第2線・内部監査・外部の者が実効性を評価している",
        "4 Checked: Its effect is judged by the second line, internal audit or an outside party",
        "Lv.4", "level 4", "4:検証", "4（検証）", "4.0", "４．０", "4\u200b", "\ufeff4", "4\ufe0f", "Ⅳ", "四", "④",
        "段階4：検証", "level 4: Checked", "4段階", "4・検証",
    ],
)  # fmt: skip
def test_a_level_is_understood_in_the_ways_it_is_typed_or_pasted(text, blank, read):
    assert read(blank.enter("1.1-1", text).save()).answers["1.1-1"].level == 4


@pytest.mark.parametrize(
    "text",
    ["20260501", 20260501, "46143", 46143, "2026/5/1(金)", "令和8年5月1日（金）", "2026/5/1", "2026-05-01", "２０２６年５月１日", "令和8年5月1日", "R8.5.1", datetime.fromisoformat("2026-05-01"), date(2026, 5, 1)],
)  # fmt: skip
def test_a_day_is_understood_in_the_ways_it_is_written(text, blank, read):
    assert read(blank.enter("1.1-1", text, "last_done").save()).answers["1.1-1"].last_done == date(
        2026, 5, 1
    )


def in_iso_8601(data: bytes, written: str) -> bytes:
    """Return a form with the day 2026-05-01 as the text of a cell of type ``d``."""
    found = []

    def spell(parts: dict[str, bytes]) -> None:
        for name, part in parts.items():
            if name.startswith("xl/worksheets/"):
                cell = rb'(<c r="[A-Z]+[0-9]+"[^>]*?)(?: t="n")?><v>46143</v>'
                parts[name], count = re.subn(cell, rb"\1 %s" % written.encode(), part)
                found.append(count)

    data = changed(data, spell)
    assert sum(found) == 1
    return data


@pytest.mark.parametrize(
    "written",
    [
        't="d"><v>2026-05-01</v>',
        't="d"><v>2026-05-01T00:00:00</v>',
        't="d"><v>2026-05-01T00:00:00.000Z</v>',
        't="d"><v>2026-05-01T00:00Z</v>',
        't="d"><v>2026-05-01T00:00:00.0000000+09:00</v>',
        't="d"><v> 2026-05-01T00:00:00Z </v>',
        "t='d'><v>2026-05-01T00:00:00Z</v>",
    ],
)
def test_a_day_that_a_program_wrote_in_iso_8601_is_that_day(written, blank, read):
    blank.enter("1.1-1", 3).enter("1.1-1", datetime.fromisoformat("2026-05-01"), "last_done")

    answer = read(in_iso_8601(blank.save(), written)).answers["1.1-1"]

    assert answer.last_done == date(2026, 5, 1)


def test_a_day_in_iso_8601_among_text_is_shown_without_its_time(blank, read):
    blank.enter("1.1-1", 3).enter("1.1-1", datetime.fromisoformat("2026-05-01"), "note")

    data = in_iso_8601(blank.save(), 't="d"><v>2026-05-01T00:00:00.000Z</v>')

    assert read(data).answers["1.1-1"].note == read(blank.save()).answers["1.1-1"].note


@pytest.mark.parametrize("time", ["15:00:00.000Z", "09:00:00Z", "00:00:01+09:00"])
def test_a_time_of_a_zone_may_be_of_the_next_day_and_is_refused(time, blank, problems_of):
    blank.enter("1.1-1", 3).enter("1.1-1", datetime.fromisoformat("2026-05-01"), "last_done")

    data = in_iso_8601(blank.save(), f't="d"><v>2026-04-30T{time}</v>')

    assert "form.not_a_date" in {code for _, code in problems_of(data)}


@pytest.mark.parametrize(
    "text",
    [
        "①③",
        "⑴、⑶",
        "1, 3, 3",
        "(1)(3)".replace(")(", ") ("),
        "1, 3",
        "1、3",
        "１，３",
        "1 3",
        "1.、3.",
        "1・3",
    ],
)
def test_points_are_understood_with_any_separator(text, blank, read):
    assert read(blank.enter("1.1-1", text, "points").save()).answers["1.1-1"].points == ("p1", "p3")


@pytest.mark.parametrize(
    ("text", "yen"),
    [
        ("2,100億円", "210000000000"),
        ("2.1兆円", "2100000000000"),
        ("５０００百万円", "5000000000"),
        (1234, "1234"),
        ("5兆1,700億円", "5170000000000"),
        ("2兆", "2000000000000"),
        ("1億2,000万", "120000000"),
        ("３億５０円", "300000050"),
    ],
)
def test_a_size_is_understood_with_its_unit(text, yen, blank, read):
    assert read(blank.cover("institution.size", text).save()).institution.size == Decimal(yen)


@pytest.mark.parametrize("text", ["1-3", "1〜3", "１～３", "1から3", "1–2, 3", "③②①"])
def test_points_are_understood_as_a_range(text, blank, read):
    found = read(blank.enter("1.1-1", text, "points").save()).answers["1.1-1"].points

    assert sorted(found) == ["p1", "p2", "p3"]


@pytest.mark.parametrize("text", ["2026年9月", "2026/09", "令和8年9月", "R8年9月"])
def test_a_month_alone_is_its_first_day_where_no_day_matters_and_noted(text, blank, context):
    blank.enter("1.1-1", "規程", "evidence.1.ref").enter("1.1-1", text, "evidence.1.date")

    gathered = read_form(blank.save(), "form.xlsx", context).gathered

    (evidence,) = gathered.value["answers"]["1.1-1"]["evidence"]
    (noted,) = [note for note in gathered.notes if note.code == "form.month_alone"]
    assert evidence["date"] == date(2026, 9, 1)
    assert noted.params == {"found": text, "day": "2026-09-01"}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("有り", True),
        ("〇", True),
        ("あり\u200b", True),
        ("無し", False),
        ("×", False),
        ("✕", False),
    ],
)
def test_a_flag_is_understood_in_the_words_of_a_keyboard(word, value, blank, read):
    flags = read(blank.cover("institution.profile.cloud", word).save()).institution.flags

    assert flags["cloud"] is value


@pytest.mark.parametrize(
    "text", ["1-9922-9849-4665", "１－９９２２－９８４９－４６６５", "1 9922 9849 4665"]
)
def test_a_corporate_number_is_read_without_its_hyphens(text, blank, read):
    assert read(blank.cover("institution.id", text).save()).institution.id == "1992298494665"


def test_hyphens_of_what_is_no_corporate_number_are_part_of_it(blank, read):
    text = "2-9922-9849-4665"

    assert read(blank.cover("institution.id", text).save()).institution.id == text


def test_rows_may_be_sorted(blank, read):
    sheet = blank.book["1"]
    before = read(blank.save()).answers
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=8)]
    for number, values in enumerate(reversed(rows), start=5):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value

    assert read(blank.save()).answers == before


def test_rows_and_columns_may_be_put_in_between_and_hidden(blank, read):
    sheet = blank.book["1"]
    before = read(blank.save()).answers
    sheet.insert_rows(6)
    sheet["C6"].value = "小計"
    sheet.insert_cols(5)
    sheet["E7"].value = "メモ"
    sheet.row_dimensions[7].hidden = True
    sheet.auto_filter.ref = "B4:H8"

    assert read(blank.save()).answers == before


def test_sheets_may_be_renamed_and_moved_and_added(blank, read):
    before = read(blank.save()).answers
    blank.book["1"].title = "第1領域（経営企画）"
    blank.book["表紙"].title = "Cover page"
    blank.book.move_sheet("第1領域（経営企画）", 3)
    blank.book.create_sheet("作業用")["A1"].value = "=1+1"

    assert read(blank.save()).answers == before


def test_trailing_blanks_count_in_free_text_and_nowhere_else(blank, read):
    blank.cover("institution.id", " 0001-test ").cover("institution.sector", "信用金庫 ")
    blank.enter("1.1-1", "  詳しくは別紙  \n", "note")
    blank.cell("1.1-1").parent.cell(blank.cell("1.1-1").row, 1).value = "1.1-1 "

    found = read(blank.save())

    assert (found.institution.id, found.institution.sector) == ("0001-test", "shinkin")
    assert found.answers["1.1-1"].note == "  詳しくは別紙  \n"


def test_a_corporate_number_that_became_a_number_is_read_whole(blank, read):
    assert (
        read(blank.cover("institution.id", 1010001000000).save()).institution.id == "1010001000000"
    )


def test_other_kinds_of_questions_are_answered_in_their_own_cells(blank, read):
    blank.enter("2-1", "月に1回").enter("2-2/a", "○").enter("2-2/b", "レ").enter(
        "2-3/day", "すべて"
    )
    blank.enter("2-3/night", "in part").enter("2-4", "１０").enter("2-5", "人手が足りない")

    found = read(blank.save()).answers

    assert found["2-1"].choice == "monthly"
    assert found["2-2"].choices == ("a", "b")
    assert found["2-3"].rows == {"day": "full", "night": "part"}
    assert (found["2-4"].value, found["2-5"].text) == ("10", "人手が足りない")


def test_empty_cover_fields_and_unanswered_rows_are_taken_and_told(blank, context):
    from cssa.forms.form_reader import complete_answers, read_form

    reading = read_form(blank.cover("assessed_on", None).save(), "form.xlsx", context)

    assert complete_answers(reading).submission.assessed_on is None
    assert {note.code for note in reading.gathered.notes} == {"form.blank_fields"}


def test_every_word_of_every_scale_says_its_level_in_both_languages(library):
    scales = library.level_wording()
    for lang in ("ja", "en"):
        labels = Labels(lang, scales, library.profile, library.sectors)
        other = Labels("en" if lang == "ja" else "ja", scales, library.profile, library.sectors)
        for scale in scales.scales:
            assert [other.read_level(label) for label in labels.levels(scale.id)] == [
                0,
                1,
                2,
                3,
                4,
                5,
            ]


@pytest.mark.parametrize(
    ("size", "is_noted"),
    [("172000", True), ("5,000百万円", False), ("500億円", False), (None, False)],
)
def test_a_size_far_below_the_sub_sector_is_noted(size, is_noted, blank, context):
    blank.cover("institution.sector", "地方銀行").cover("institution.size", size)

    gathered = read_form(blank.save(), "form.xlsx", context).gathered

    noted = [note.params["found"] for note in gathered.notes if note.code == "answers.size_small"]
    assert noted == (["172,000"] if is_noted else [])
    assert not gathered.problems


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("3 運用：対象の全体で行い、記録がある", 3),
        ("3 In use: done across the scope", 3),
        ("0 未対応：まだ手を付けていない", 0),
        ("5 Improved: what is found is mended", 5),
        ("3 検証：対象の全体で行っている", None),
        ("3 多要素認証：対象の全体で行っている", None),
    ],
)
def test_a_level_is_read_by_number_and_name_whatever_its_words_were(context, text, level):
    assert context.labels("ja").read_level(text) == level


@pytest.mark.parametrize(
    ("text", "level"), [("高：件数がとても多い", "high"), ("Low: few", "low"), ("件数：高", None)]
)
def test_a_risk_factor_is_read_by_its_level_whatever_its_words_were(context, text, level):
    factor = context.profile.factors[0]
    assert context.labels("ja").read_factor(factor, text) == level
