"""Tables as workbooks, and the workbook of institutions for a hearing."""

import io
from datetime import date
from fractions import Fraction
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from tests.engine.worlds import basic, checklist_of, edition_of
from tests.reports.report.workbook import texts

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.consistency.hearing import HearingFacts, hearing_rows
from cssa.datafile.types import Text
from cssa.excel.sheet import Row, SheetColumn
from cssa.excel.table_book import SheetTable, write_tables
from cssa.messages import LANGS, Lang, message
from cssa.reports.excel.hearing_book import write_hearing

COLUMNS = (
    SheetColumn("名称", 20),
    SheetColumn("件数", 8, "count"),
    SheetColumn("平均", 8, "two_decimals"),
    SheetColumn("日付", 12, "date"),
)
ROWS: tuple[Row, ...] = (
    ["=1+1", 3, 2.5, date(2026, 11, 20)],
    ["001", None, None, None],
    ["https://example.org", 0, 0.0, date(1999, 1, 1)],
)


def book(**more: Any) -> bytes:
    table = SheetTable(
        sheet="台帳", title="受付管理簿", notes=("注記",), columns=COLUMNS, rows=ROWS, **more
    )
    return write_tables(
        [table, table_of("別")], "ja", title="受付", source="例示協会", handling="取扱注意"
    )


def table_of(name: str) -> SheetTable:
    return SheetTable(sheet=name, title=name, columns=COLUMNS, rows=[])


def test_cells_are_what_they_are() -> None:
    sheet = load_workbook(io.BytesIO(book(frozen=1, remarks=["後記"]))).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet[sheet.auto_filter.ref]]
    assert rows[0] == ["名称", "件数", "平均", "日付"]
    assert [row[:3] for row in rows[1:]] == [
        ["=1+1", 3, 2.5],
        ["001", None, None],
        ["https://example.org", 0, 0],
    ]
    assert rows[1][3].date() == date(2026, 11, 20)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert [sheet["A1"].value, sheet["A2"].value, sheet["A3"].value] == [
        "受付管理簿",
        "取扱注意",
        "注記",
    ]
    assert sheet.freeze_panes == "B5"
    assert sheet.print_title_rows == "$4:$4"


def test_the_same_tables_give_the_same_bytes() -> None:
    assert book() == book()
    with ZipFile(io.BytesIO(book())) as package:
        assert len({entry.date_time for entry in package.infolist()}) == 1


def test_a_table_without_rows_can_be_opened() -> None:
    opened = load_workbook(io.BytesIO(book()))
    assert opened.sheetnames == ["台帳", "別"]
    assert opened["別"].auto_filter.ref == "A3:D4"


NOTE = Text(ja="原典の注", en="Note of the source")
CHECKLIST = edition_of({**checklist_of(basic("1-1")), "disclaimer": NOTE.model_dump()}).checklist
FACTS = HearingFacts(
    institution="bank-a",
    name="しおさい銀行",
    sector="regional_bank",
    queries=12,
    coverage=Fraction(2, 3),
    expired=1,
    below_in_place=30,
    overall=Fraction(5, 2),
    previous_overall=None,
    group_median=Fraction(41, 2),
)


@pytest.mark.parametrize("lang", LANGS)
def test_whom_to_talk_to_is_headed_as_no_judgement(lang: Lang) -> None:
    facts = [FACTS, FACTS._replace(institution="aaa", sector="other", previous_overall=Fraction(1))]
    rows = hearing_rows(facts, Fraction(4, 5), SIX_LEVELS)
    titles = {"regional_bank": Text(ja="地方銀行", en="Regional bank")}
    data = write_hearing(rows, 60, titles, CHECKLIST, lang, source="2026")
    assert data == write_hearing(rows, 60, titles, CHECKLIST, lang, source="2026")
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [sheet[f"A{n}"].value for n in range(1, 6)] == [
        message(lang, "book.hearing.title"),
        message(lang, "handling"),
        message(lang, "book.hearing.no_judgement"),
        message(lang, "book.hearing.order"),
        message(lang, "book.hearing.found", {"count": 2, "of": 60}),
    ]
    cells = [[cell.value for cell in row] for row in sheet[sheet.auto_filter.ref]]
    assert [row[0] for row in cells[1:]] == ["aaa", "bank-a"]
    assert cells[1][2] == "other"
    assert cells[2][2] == titles["regional_bank"].get(lang)
    assert cells[2][4:] == [12, 66.7, 1, 30, 20.5, 2.5, None]
    assert len(cells[2][3].splitlines()) == 3
    notes = [message(lang, f"disclaimer.{number}") for number in (1, 3, 5)]
    for note in (*notes, NOTE.get(lang)):
        assert note in texts(load_workbook(io.BytesIO(data)))
