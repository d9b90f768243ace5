"""Roster and list of receipts: what is written comes back, and what people and Excel make of it."""

import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.datafile.csv_table import MAX_BYTES, MAX_PROBLEMS
from cssa.errors import InputError
from cssa.lists.receipts import Receipt, read_receipts, write_receipts
from cssa.lists.roster import RosterEntry, read_roster, write_roster
from cssa.messages import LANGS
from cssa.messages.problems import describe_all
from cssa.scheme.scoring_data import ScoringData

SECTORS = ScoringData().sectors

stripped = st.text(st.characters(blacklist_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])).map(
    str.strip
)
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True).filter(
    lambda text: text.partition(".")[0].lower() not in ("con", "prn", "aux", "nul")
)


def roster(data: bytes) -> tuple[RosterEntry, ...]:
    return read_roster(data, "roster.csv", SECTORS)


def receipts_of(data: bytes) -> tuple[Receipt, ...]:
    return read_receipts(data, "received.csv")


def problems(read: Callable[[bytes], object], text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        read(text if isinstance(text, bytes) else text.encode())
    for lang in LANGS:
        assert describe_all(caught.value.problems, lang)
    return [
        (
            ":".join(str(problem.location).split(":")[1:]),
            problem.code.removeprefix("table."),
        )
        for problem in caught.value.problems
    ]


@given(
    st.lists(
        st.builds(
            RosterEntry,
            id=ids,
            name=stripped.filter(bool),
            sector=st.sampled_from([sector.id for sector in SECTORS.sectors]),
            bureau=stripped,
            route=stripped,
            extended_to=st.none() | st.dates(),
            status=st.sampled_from(["expected", "withdrawn"]),
            merged_into=st.none(),
            size=st.none() | st.integers(0, 10**15).map(Decimal),
            answers_seen_by=st.lists(ids, unique=True).map(tuple),
            email=st.lists(ids.map("{}@a.example".format), unique=True).map(tuple),
            contact=stripped,
            group=stripped,
            extension_reason=st.none(),
            extension_approved_by=st.none(),
        ),
        unique_by=lambda entry: entry.id.casefold(),
    )
)
def test_a_roster_that_is_written_is_read_again(entries):
    assert list(roster(write_roster(entries))) == entries


@given(
    st.lists(
        st.builds(
            Receipt,
            path=stripped.filter(lambda text: text and "\\" not in text),
            received_at=st.datetimes().map(lambda time: time.replace(microsecond=0)),
            channel=stripped,
            sender=stripped,
            version=st.none() | st.integers(1, 99),
            institutions=st.lists(ids, unique_by=str.casefold, max_size=3).map(tuple),
        ),
        unique_by=lambda receipt: unicodedata.normalize("NFC", receipt.path),
    )
)
def test_receipts_that_are_written_are_read_again(receipts):
    assert list(receipts_of(write_receipts(receipts))) == receipts


@given(st.lists(st.tuples(st.dates(), stripped, stripped), min_size=1))
def test_the_record_of_an_extension_is_read_again(extensions):
    entries = [
        RosterEntry(f"a-{number}", "n", "trust", extended_to=day)._replace(
            extension_reason=reason, extension_approved_by=approver
        )
        for number, (day, reason, approver) in enumerate(extensions)
    ]
    assert list(roster(write_roster(entries))) == entries
    unexplained = [not (reason and approver) for _, reason, approver in extensions]
    assert [entry.is_extension_unexplained for entry in entries] == unexplained


@pytest.mark.parametrize(
    ("headings", "row", "is_unexplained"),
    [
        ("延長期限", "2026-12-04", False),
        ("延長期限,延長の理由", "2026-12-04,更改", True),
        ("延長期限,延長の承認者", "2026-12-04,課長", True),
        ("延長期限,延長の理由,延長の承認者", "2026-12-04", True),
        ("Extended to,Extension reason,Extension approved by", "2026-12-04,更改,課長", False),
        ("extended_to,extension_reason,extension_approved_by", ",,", False),
    ],
)
def test_an_extension_needs_reason_and_approver_where_the_roster_records_them(
    headings, row, is_unexplained
):
    (entry,) = roster(f"id,name,sector,{headings}\na-1,n,trust,{row}\n".encode())
    assert entry.is_extension_unexplained is is_unexplained


EXCEL = "機関ID,名称,業態,延長期限,状態,統合先\r\na-1,しおさい銀行,地方銀行,2026/12/4,,\r\nA-2,=あさぎ銀行,regional_bank,,統合,a-1\r\n,,,,,\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_roster_saved_by_excel_is_read(encoding, end):
    assert roster(EXCEL.replace("\r\n", end).encode(encoding)) == (
        RosterEntry("a-1", "しおさい銀行", "regional_bank", extended_to=date(2026, 12, 4)),
        RosterEntry("A-2", "=あさぎ銀行", "regional_bank", status="merged", merged_into="a-1"),
    )


@pytest.mark.parametrize(
    ("text", "received_at"),
    [
        ("2026-11-20", datetime.fromisoformat("2026-11-20")),
        ("2026/11/20 9:05", datetime.fromisoformat("2026-11-20T09:05")),
        ("２０２６/１１/２０　９：０５", datetime.fromisoformat("2026-11-20T09:05")),
        ("2026-11-20T09:05:30", datetime.fromisoformat("2026-11-20T09:05:30")),
    ],
)
def test_a_time_of_receipt_is_read_as_people_and_excel_write_it(text, received_at):
    (receipt,) = receipts_of(f"ファイル,受付日時\nforms\\a.xlsx,{text}\n".encode())

    assert receipt == Receipt("forms/a.xlsx", received_at)


def test_one_file_may_be_filed_for_several_institutions():
    (receipt,) = receipts_of(
        "path,received_at,institutions\na.zip,2026-11-20,a-1；a-2 ; a-3;\n".encode()
    )

    assert receipt.institutions == ("a-1", "a-2", "a-3")


HEAD = "id,name,sector,extended_to,status,merged_into\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("", "empty")]),
        ("\n,,\n", [("", "empty")]),
        ("id,name\n", [("1:1", "column_missing")]),
        ("id,name,業態,住所,NAME\n", [("1:12", "unknown_column"), ("1:15", "column_twice")]),
        (f"{HEAD}a b,あ,rokin\n", [("2:1", "bad_id")]),
        (f"{HEAD}con.x,あ,rokin\n", [("2:1", "bad_id")]),
        (f"{HEAD}1.01E+12,あ,rokin\n", [("2:1", "id_exponent")]),
        (f"{HEAD}a,あ,rokin\nb,い,rokin\nA,う,rokin\n", [("4:1", "id_twice")]),
        (f"{HEAD}a,　,bank\n", [("2:3", "blank"), ("2:5", "unknown_sector")]),
        (f"{HEAD}a,あ,rokin,明日,なし\n", [("2:14", "unknown_status"), ("2:11", "not_a_date")]),
        (f"{HEAD}a,あ,rokin,2026-02-30\n", [("2:11", "not_a_date")]),
        (f"{HEAD}a,あ,rokin,,merged\n", [("2", "merged_where")]),
        (
            "id,name,sector,extended_to,extension_reason,延長の承認者\na,あ,rokin,,更改,課長\n",
            [("2:12", "not_extended"), ("2:15", "not_extended")],
        ),
        (f"{HEAD}a,あ,rokin,,,b\n", [("2:13", "not_merged"), ("2:13", "merged_nowhere")]),
        (f"{HEAD}a,あ,rokin,,merged,A\n", [("2:19", "merged_nowhere")]),
        (f"{HEAD}a,あ,rokin,,,,,余り\n", [("2:15", "beyond")]),
        (
            f'{HEAD}"a\nb","あ,い",x\n',
            [("2:1", "one_line"), ("2:1", "bad_id"), ("3:10", "unknown_sector")],
        ),
        (f'{HEAD}a,"あ\u202eい",rokin\n', [("2:3", "one_line")]),
        (f'{HEAD}a,"あ\n::error::い",rokin\n', [("2:3", "one_line")]),
        (f"<<<<<<< HEAD\n{HEAD}>>>>>>> b\n", [("1:1", "file.conflict")]),
        (f'{HEAD}a,"あ,rokin\n', [("2:3", "quote")]),
        (f'{HEAD}a,"あ"い,rokin\n', [("2:3", "quote")]),
        (b"PK\x03\x04\x00\x00", [("", "not_text")]),
        ("id,name,sector\n".encode("utf-16"), [("", "not_text")]),
        (b"id,name,sector\n\x81", [("2:1", "not_utf8")]),
        (bytes(MAX_BYTES + 1), [("", "too_large")]),
    ],
)
def test_a_roster_that_is_wrong_is_refused_at_its_place(text, expected):
    assert problems(roster, text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (",2026-11-20", [("2:1", "blank")]),
        ("a.xlsx,昨日", [("2:8", "not_a_moment")]),
        ("a.xlsx,2026-11-20 25:00", [("2:8", "not_a_moment")]),
        ("a.xlsx,2026-11-20,0", [("2:19", "not_a_version")]),
        ("a.xlsx,2026-11-20,2,x/y;b;B", [("2:21", "bad_id"), ("2:21", "named_twice")]),
        ("a\\b,2026-11-20,,x\na/b,2026-11-21,,y", [("3:1", "file_twice")]),
    ],
)
def test_receipts_that_are_wrong_are_refused_at_their_place(line, expected):
    assert problems(receipts_of, f"path,received_at,version,institutions\n{line}\n") == expected


def test_a_table_made_to_flood_is_reported_in_part():
    flood = HEAD + "?,あ,rokin\n" * 20_000

    assert len(problems(roster, flood)) == MAX_PROBLEMS


def test_a_quote_left_open_over_the_whole_file_costs_no_more_than_reading_it():
    assert problems(roster, HEAD + 'a,"' + "あ\n" * 1_000_000) == [("2:3", "quote")]


def test_what_is_wrong_names_the_column_as_the_table_does():
    with pytest.raises(InputError) as caught:
        roster("機関ID,名称,業態\na,あ,銀行\n".encode())

    (line,) = describe_all(caught.value.problems, "ja")
    assert line.startswith(
        "roster.csv:2:5: 業態: 業態「銀行」はありません。次から選んでください：主要行（major_bank）、"
    )


def test_a_file_may_be_listed_for_each_delivery_of_its_name():
    text = "path,received_at,version,institutions\na.xlsx,2026-11-01,1,x\na.xlsx,2026-11-09,2,X\n"
    assert [receipt.version for receipt in receipts_of(text.encode())] == [1, 2]


@pytest.mark.parametrize("written", ['="1010001000000"', '"=""1010001000000"""'])
def test_a_formula_that_keeps_digits_is_read_as_the_digits(written):
    (entry,) = roster(f"id,name,sector\n{written},a,shinkin\n".encode())
    assert entry.id == "1010001000000"


@pytest.mark.parametrize("heading", ["規模（円）", "規模(円)", "規模", "size", "Size (JPY)"])
def test_the_unit_of_a_heading_may_be_left_out(heading):
    (entry,) = roster(f"id,name,sector,{heading}\na,N,shinkin,5\n".encode())
    assert entry.size == 5


@pytest.mark.parametrize(
    ("read", "text", "ja", "en"),
    [
        (
            roster,
            "id,name,業態,住所\n",
            "機関ID、名称、業態、",
            "Institution ID, Name, Sub-sector, ",
        ),
        (roster, "id,name\n", "「業態」", '"Sub-sector"'),
        (roster, "id,name,sector\na,N,x\n", "信用金庫（shinkin）、", "(shinkin), "),
        (
            roster,
            "id,name,sector,status\na,N,shinkin,x\n",
            "提出予定（expected）、取下げ（withdrawn）",
            "Expected (expected), Withdrawn (withdrawn)",
        ),
        (
            receipts_of,
            "path,received_at,decision\na,2026-11-01,x\n",
            "合わせて採用（merge）",
            "(merge)",
        ),
    ],
)
def test_what_may_be_written_is_listed_in_the_readers_language(read, text, ja, en):
    with pytest.raises(InputError) as caught:
        read(text.encode())
    assert ja in "".join(describe_all(caught.value.problems, "ja"))
    assert en in "".join(describe_all(caught.value.problems, "en"))


@pytest.mark.parametrize(("text", "size"), [("172000000000", 172 * 10**9), ('"1,500"', 1500)])
def test_a_size_on_the_roster_is_an_amount_in_yen(text, size):
    (entry,) = roster(f"id,name,sector,規模（円）\na,N,shinkin,{text}\n".encode())
    assert entry.size == size


def test_a_size_in_another_unit_is_refused():
    text = "id,name,sector,size\na,N,shinkin,172百万円\n"
    assert problems(roster, text) == [("2:13", "not_an_amount")]


@pytest.mark.parametrize("text", ["merge", "Merge", "合わせて採用"])
def test_a_decision_is_a_code_or_a_word_of_either_language(text):
    (receipt,) = receipts_of(f"path,received_at,採否\na,2026-11-01,{text}\n".encode())
    assert receipt.decision == "merge"


def test_an_unknown_decision_is_refused():
    text = "path,received_at,decision\na,2026-11-01,both\n"
    assert problems(receipts_of, text) == [("2:14", "unknown_decision")]
