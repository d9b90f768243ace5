"""Beside a practice stand its cases: the own sector's, new ones, those of the latest report."""

from cssa.library.case_words import case_line, first_sentence
from cssa.library.incident_stats import incident_stats
from cssa.library.incidents import IncidentLibrary
from cssa.library.related_cases import PracticeCases


def names(library: IncidentLibrary, sector: str, practice: str) -> list[str]:
    cases = PracticeCases(library, "guideline", sector)
    return [related.placed.case.id for related in cases.of(practice)]


def test_the_own_sector_comes_first_then_new_then_the_latest_report(
    library: IncidentLibrary,
) -> None:
    assert names(library, "shinkin", "p1") == ["old-1", "old-2", "late-2", "late-1"]
    assert names(library, "trust", "p1") == ["late-2", "late-1", "old-1", "old-2"]
    assert names(library, "life", "p1") == ["late-2", "late-1", "old-1", "old-2"]
    assert names(library, "shinkin", "p9") == []
    assert not PracticeCases(library, "another", "shinkin").of("p1")


def test_two_stand_beside_a_gap_and_others_sectors_are_said_so(library: IncidentLibrary) -> None:
    first = PracticeCases(library, "guideline", "shinkin").first("p2")
    assert [(related.placed.case.id, related.standing) for related in first] == [
        ("late-3", "own_sector"),
        ("late-1", "other_sector"),
    ]
    own, other = (case_line(related, "ja") for related in first)
    assert own == "誤設定：ソフトウエアの設定を誤った。（報告書late（2025年）の事例3）"
    assert other.startswith("【他業態の事例】委託先サーバーの停止：決済が止まった。（")
    assert case_line(first[1], "en").startswith("(Case from another sub-sector) ")


def test_lists_tell_the_first_sentence_alone(library: IncidentLibrary) -> None:
    placed = library.by_id["late-1"]
    assert first_sentence(placed, "ja") == "決済が止まった。"
    assert first_sentence(placed, "en") == "Payments stopped at 9:00 a.m. on 1 May."


def test_cases_are_counted_once_for_each_kind_that_they_are_of(library: IncidentLibrary) -> None:
    stats = incident_stats(library)
    assert (stats.cases, stats.events, stats.new) == (6, 6, 1)
    assert {count.id: count.cases for count in stats.triggers if count.cases} == {
        "software_defect": 6
    }
    assert {count.id: count.cases for count in stats.tags if count.cases} == {
        "software_failure": 6,
        "other": 6,
    }
    assert [(count.id, count.cases) for count in stats.sectors] == [
        ("主要行等", 3),
        ("信用金庫等", 3),
    ]
    assert [(count.id, count.cases) for count in stats.reports] == [("late", 3), ("old", 3)]
