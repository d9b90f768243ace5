"""CSV tables: what is written is read back, and nothing in it is run by a spreadsheet."""

import codecs
import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.datafile.csv_table import CsvColumn, read_csv_table, starts_formula, write_csv_table
from cssa.errors import InputError
from cssa.location import Location
from cssa.messages.visible import visible

COLUMNS = (CsvColumn("name"), CsvColumn("sender"))
HEADINGS = ("name", "sender")

any_text = st.text(st.characters(blacklist_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]))
STARTS = ("'", "''", "=", "'=", "''=", "＝", "'＝", " =", "' =", "\n", "−", "'−", '"', " ")
texts = any_text | st.tuples(st.sampled_from(STARTS), any_text).map("".join)


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.lists(st.tuples(texts, texts).filter(any)))
def test_every_text_that_is_written_is_read_again(rows):
    table = read_csv_table(write_csv_table(HEADINGS, rows), "x.csv", COLUMNS)

    assert [(row["name"].text, row["sender"].text) for row in table.rows] == rows


@given(st.lists(st.tuples(texts, texts).filter(any)))
def test_no_cell_that_is_written_begins_with_what_a_spreadsheet_runs(rows):
    for row in rows_of(write_csv_table(HEADINGS, rows)):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_csv_is_what_spreadsheets_expect() -> None:
    data = write_csv_table(
        ["機関", "件数", "受付日"], [["甲,乙", -5, date(2026, 11, 20)], [None, 2.5, "1\r\n2"]]
    )
    assert data == codecs.BOM_UTF8 + (
        "機関,件数,受付日\r\n"
        '"甲,乙",-5,2026-11-20\r\n'
        ',2.5,"1\r\n2"\r\n'
    ).encode()  # fmt: skip


@pytest.mark.parametrize("text", [
    "=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a", " =1", "　＝1",
    "−1", "\tx",
])  # fmt: skip
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert starts_formula(text)
    assert rows_of(write_csv_table([text], [])) == [[f"'{text}"]]


@pytest.mark.parametrize("text", ["", "1-1", "a=b", "'=1", "しおさい", "2026-11-20", "(-1)"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert not starts_formula(text)


def _shown(text: str) -> str:
    """Return a text as a cell shows it: control characters as their codes."""
    return "".join(char if char in "\t\r\n" else visible(char) for char in text).replace(
        "\\ufeff", "\ufeff"
    )


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=1),
        min_size=1,
    )
)
def test_no_cell_of_a_csv_begins_a_formula_and_none_is_changed_otherwise(
    table: list[list[str]],
) -> None:
    rows = rows_of(write_csv_table(table[0], table[1:]))
    for row, values in zip(rows, table, strict=True):
        for cell, text in zip(row, values, strict=True):
            assert cell in (_shown(text), f"'{_shown(text)}")
    for row in rows:
        assert not any(cell.lstrip()[:1] in "=+-@＝＋－＠" for cell in row if cell.lstrip())
        assert not any(cell.startswith(("\t", "\r")) for cell in row)


@pytest.mark.parametrize(
    ("text", "encoding", "place"),
    [
        ("name,sender\nSociété,Généralité é\n", "latin-1", (2, 5)),
        ("name,sender\nL\u2019accès à la sécurité,Frédéric\n", "cp1252", (2, 2)),
        ("name,sender\nGröße der Prüfung,Müller\n", "latin-1", (2, 3)),
    ],
)
def test_letters_of_another_encoding_are_refused_at_their_place(
    text: str, encoding: str, place: tuple[int, int]
) -> None:
    with pytest.raises(InputError) as caught:
        read_csv_table(text.encode(encoding), "x.csv", COLUMNS)
    (problem,) = caught.value.problems
    assert problem.code == "table.not_utf8"
    assert isinstance(problem.location, Location)
    assert (problem.location.line, problem.location.column) == place


def test_what_japanese_spreadsheets_save_is_read() -> None:
    for text in ("桜井", "ソフト表示", "しおさい銀行 IT課", "ﾃｽﾄ"):
        table = read_csv_table(f"name,sender\n{text},x\n".encode("cp932"), "x.csv", COLUMNS)
        assert table.rows[0]["name"].text == text
