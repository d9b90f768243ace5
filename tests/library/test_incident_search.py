"""Search finds what a reader means, whatever the spelling, and puts titles first."""

import pytest

from cssa.library.incident_search import CaseFilter, search, sectors_named, tag_named
from cssa.library.incidents import IncidentLibrary
from cssa.scheme.scoring_data import ScoringData

DATA = ScoringData()


def found(library: IncidentLibrary, words: str, wanted: CaseFilter | None = None) -> list[str]:
    cases = search(library, DATA.threats, words, wanted or CaseFilter())
    return [placed.case.id for placed in cases]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("委託先", ["late-1", "late-2"]),
        ("委託先 回線", ["late-2"]),
        ("委託先　回線", ["late-2"]),
        ("サーバ", ["late-1"]),
        ("サーバー", ["late-1"]),
        ("さーばー", ["late-1"]),
        ("SERVER", ["late-1"]),
        ("ｓｅｒｖｅｒ", ["late-1"]),
        ("データ", ["old-2", "late-2"]),
        ("閏年", ["old-1"]),
        ("うるう年", ["old-1"]),
        ("設定を誤った", ["late-3"]),
        ("ransomware", ["late-2"]),
        ("信用金庫等", ["late-3", "old-1", "old-2"]),
        ("old-3", ["old-3"]),
        ("見つからない", []),
        ("委託先 閏年", []),
    ],
)
def test_words_in_any_spelling_find_their_cases(
    library: IncidentLibrary, words: str, expected: list[str]
) -> None:
    assert found(library, words) == expected


def test_titles_come_before_texts_and_texts_before_what_cases_are_sorted_by(
    library: IncidentLibrary,
) -> None:
    # ソフトウェア stands in the text of one case, and in the kind of event of all.
    assert found(library, "ソフトウェア") == [
        "late-3", "late-1", "late-2", "old-1", "old-2", "old-3",
    ]  # fmt: skip


def test_without_words_every_case_is_found_the_latest_report_first(
    library: IncidentLibrary,
) -> None:
    every = ["late-1", "late-2", "late-3", "old-1", "old-2", "old-3"]
    assert found(library, "") == every


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (CaseFilter(sectors=frozenset({"shinkumi"})), ["late-3", "old-1", "old-2"]),
        (CaseFilter(practice="p2"), ["late-1", "late-3"]),
        (CaseFilter(tag="other", year="2019"), ["old-1", "old-2", "old-3"]),
        (CaseFilter(tag="cyber_attack"), []),
        (CaseFilter(practice="p1", sectors=frozenset({"shinkin"})), ["old-1", "old-2"]),
    ],
)
def test_every_condition_holds(
    library: IncidentLibrary, wanted: CaseFilter, expected: list[str]
) -> None:
    assert found(library, "", wanted) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("shinkin", {"shinkin"}),
        ("信用金庫", {"shinkin"}),
        ("Shinkin bank", {"shinkin"}),
        ("信用金庫等", {"shinkin", "shinkumi"}),
        ("MAJOR BANKS", {"major_bank", "trust"}),
        ("保険会社", {"life", "non_life"}),
        ("regional_banks", {"regional_bank", "second_regional_bank"}),
        ("協同組織金融機関", {"shinkin", "shinkumi", "rokin"}),
        ("宇宙銀行", None),
    ],
)
def test_a_sector_is_named_by_id_title_or_printed_label(
    library: IncidentLibrary, name: str, expected: set[str] | None
) -> None:
    assert sectors_named(name, library, DATA.sectors) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("malware_infection", "malware_infection"),
        ("ウイルス感染", "malware_infection"),
        ("Software defect", "software_defect"),
        ("none", None),
    ],
)
def test_a_tag_is_named_by_id_or_title(
    library: IncidentLibrary, name: str, expected: str | None
) -> None:
    assert tag_named(name, library) == expected
