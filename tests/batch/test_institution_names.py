"""What names an institution is found in a text, however it is written; other words are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.batch.test_corrections import ledger

from cssa.batch.chapter.institution_names import InstitutionNames
from cssa.batch.ledger.entries import Ledger
from cssa.lists.roster import RosterEntry

ROSTER = (
    RosterEntry(
        "1010001000000", "株式会社しおかぜ銀行", "regional_bank",
        email=("csirt@shiokaze-bank.example", "Soumu@Shiokaze.example"), contact="リスク統括第三課",
    ),
    RosterEntry("A-012", "Harbour Trust Co., Ltd.", "trust", contact="システム部"),
    RosterEntry("7", "ネット信用金庫", "shinkin", contact="システム部"),
    RosterEntry("2025", "PAY", "funds_transfer"),
)  # fmt: skip


def _ledger() -> Ledger:
    filed = ledger({entry.id: "ab" * 32 for entry in ROSTER})
    names = {entry.id: entry.name for entry in ROSTER}
    return filed._replace(
        institutions=tuple(row._replace(name=names[row.id]) for row in filed.institutions)
    )


NAMES = InstitutionNames(_ledger(), ROSTER)


@pytest.mark.parametrize(
    ("text", "kind", "institution"),
    [
        ("しおかぜ銀行では、毎月突合している", "name", "1010001000000"),
        ("（株）しおかぜ銀行の例", "name", "1010001000000"),
        ("しおかぜ　銀行の例", "name", "1010001000000"),
        ("しお・かぜ\u200b銀行の例", "name", "1010001000000"),
        ("し株式会社おかぜ銀行", "name", "1010001000000"),
        ("ﾈｯﾄ信用金庫のように", "name", "7"),
        ("At harbour-trust, logs are kept", "name", "A-012"),
        ("ＨＡＲＢＯＵＲ　ＴＲＵＳＴの例", "name", "A-012"),
        ("PAYの利用者", "name", "2025"),
        ("1010001000000の台帳", "id", "1010001000000"),
        ("１０１０-００１-００００００", "id", "1010001000000"),
        ("(a-012) の例", "id", "A-012"),
        ("2025年の訓練", "id", "2025"),
        ("csirt@shiokaze-bank.exampleに報告", "email", "1010001000000"),
        ("shiokaze.exampleのサイト", "email", "1010001000000"),
        ("リスク統括第三課が確認", "contact", "1010001000000"),
    ],
)
def test_what_names_an_institution_is_found(text: str, kind: str, institution: str) -> None:
    found = NAMES.found_in(text)
    assert found is not None
    assert (found.kind, found.institution) == (kind, institution)


@pytest.mark.parametrize(
    "text",
    [
        "ネットワークの図を毎年見直している",
        "Networks and payments are monitored",
        "第7条に基づき7日以内に報告",
        "11010001000000件",
        "a-0123の手順",
        "システム部が毎月確認している",  # the contact of two, and so of none
        "銀行や信用金庫では、台帳の更新が遅れがち",
        "株式会社に委託している",
        "",
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert NAMES.found_in(text) is None


SEPARATORS = st.sampled_from(["", " ", "\u3000", "・", "-", "\u200b", "、", "_", "\n"])


@given(
    st.sampled_from(["しおかぜ銀行", "ネット信用金庫", "Harbour Trust"]),
    st.lists(SEPARATORS, min_size=20, max_size=20),
    st.booleans(),
    st.text(st.sampled_from("毎月の台帳を、 突合する。")),
    st.text(st.sampled_from("毎月の台帳を、 突合する。")),
)
def test_a_name_is_found_however_it_is_spaced_and_cased(
    name: str, separators: list[str], is_upper: bool, before: str, after: str
) -> None:
    spaced = "".join(
        char + separator for char, separator in zip(name, separators, strict=False)
    ).rstrip()
    written = spaced.upper() if is_upper else unicodedata.normalize("NFD", spaced)
    assert NAMES.found_in(f"{before}{written}{after}") is not None


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=60))
def test_the_ledgers_own_names_are_all_that_is_found(text: str) -> None:
    found = NAMES.found_in(text)
    if found is not None:
        assert found.text in {
            *(entry.id for entry in ROSTER),
            *(entry.name for entry in ROSTER),
            *(entry.contact for entry in ROSTER),
            "shiokaze-bank.example", "Shiokaze.example",
        }  # fmt: skip


def test_a_name_in_a_file_under_another_id_is_found_too() -> None:
    filed = _ledger()
    claimed = filed.institutions[0].effective
    assert claimed is not None
    filing = filed.filings[0]._replace(
        institution=None, claimed=claimed.institution._replace(id="X-999", name="みなと信用組合")
    )
    names = InstitutionNames(filed._replace(filings=(filing,)), ())
    found = names.found_in("みなと信用組合の例")
    assert found is not None
    assert (found.kind, found.institution) == ("name", "X-999")


def test_a_file_that_calls_itself_what_many_are_called_forbids_nobody_the_word() -> None:
    rows = [row._replace(name=f"第{row.id}信用金庫") for row in _ledger().institutions]
    claimed = rows[0].effective
    assert claimed is not None
    filing = (
        _ledger()
        .filings[0]
        ._replace(
            institution=None, claimed=claimed.institution._replace(id="X-999", name="信用金庫")
        )
    )
    names = InstitutionNames(_ledger()._replace(institutions=tuple(rows), filings=(filing,)), ())
    assert names.found_in("信用金庫では、台帳の更新が遅れがち") is None
    assert names.found_in("X-999の例") is not None
