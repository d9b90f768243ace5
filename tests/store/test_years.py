"""Continuing institutions over several campaigns: the views, and what is computed from them."""

import sqlite3
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.store.rows import campaign

from cssa.peers.years import MOST_MOVERS, ContinuingScores, years_of
from cssa.store.rows import CampaignRecords
from cssa.store.write import write_store
from cssa.store.years import read_years

CAMPAIGNS = ("2024", "2025", "2026")


def counted(records: CampaignRecords) -> CampaignRecords:
    """Return a campaign whose institutions are all in the statistics."""
    return records._replace(
        submissions=[
            submission._replace(
                row=submission.row._replace(
                    in_statistics=True,
                    peer_group="all",
                    industry_group="cooperative" if submission.row.institution < "c" else None,
                )
            )
            for submission in records.submissions
        ]
    )


def ask(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as store:
        return store.execute(query).fetchall()


YEARS = [
    {"a": (1, 1, 1), "b": (0, 2, 0), "c": (3, 3, 3), "gone": (5, 5, 5)},
    {"a": (1, 2, 1), "b": (2, 2, 0), "c": (3, 2, 3)},
    {"a": (3, 2, 1), "b": (2, 3, 0), "c": (1, 0, 3), "new": (0, 0, 0)},
]


def three_years(path: Path) -> None:
    write_store(
        path,
        [counted(campaign(levels, name)) for name, levels in zip(CAMPAIGNS, YEARS, strict=True)],
    )


def test_means_are_of_those_in_all_campaigns(tmp_path: Path) -> None:
    path = tmp_path / "population.sqlite"
    three_years(path)
    rows = ask(
        path,
        "SELECT campaign, n, mean, median FROM continuing_means"
        " WHERE peer_group = 'all' AND figure = 'overall' ORDER BY campaign",
    )
    assert rows == [("2024", 3, 1.7, 1.0), ("2025", 3, 2.0, 2.0), ("2026", 3, 1.8, 2.5)]
    years = read_years(path)
    assert years is not None
    assert (years.campaigns, years.others) == (CAMPAIGNS, ())
    assert [mover.institution for mover in years.risen] == ["a", "b"]
    assert [(mover.institution, mover.change) for mover in years.fallen] == [("c", Fraction(-2))]
    assert years.risen[0].name == "a bank"
    assert years.risen[0].whole_change == Fraction(3, 2)


def test_the_views_and_the_workbook_have_the_same_figures(tmp_path: Path) -> None:
    path = tmp_path / "population.sqlite"
    three_years(path)
    years = read_years(path)
    assert years is not None
    computed = {
        (name, row.group, row.figure): (row.n, year.mean, year.median)
        for row in years.rows
        for name, year in zip(years.campaigns, row.years, strict=True)
    }
    query = "SELECT campaign, peer_group, figure, n, mean, median FROM continuing_means"
    stored = {row[:3]: row[3:] for row in ask(path, query)}
    assert computed == stored
    assert {figure for _, _, figure in computed} == {"overall", "1"}
    assert {group for _, group, _ in computed} == {"all", "cooperative", "shinkin"}
    assert computed["2026", "cooperative", "overall"] == (2, 2.5, 2.5)


def test_campaigns_on_other_questions_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "population.sqlite"
    first, second, third = (
        counted(campaign(levels, name)) for name, levels in zip(CAMPAIGNS, YEARS, strict=True)
    )
    other = second._replace(campaign=second.campaign._replace(fingerprint="sha256:1"))
    write_store(path, [first, other, third])
    years = read_years(path)
    assert years is not None
    assert (years.campaigns, years.others) == (("2024", "2026"), ("2025",))
    pseudonymous = third._replace(campaign=third.campaign._replace(pseudonymous=True))
    write_store(path, [first, second, pseudonymous])
    assert read_years(path) is None


def test_who_left_the_statistics_once_is_not_continuing(tmp_path: Path) -> None:
    path = tmp_path / "population.sqlite"
    first, second, third = (
        counted(campaign(levels, name)) for name, levels in zip(CAMPAIGNS, YEARS, strict=True)
    )
    late = [
        submission._replace(
            row=submission.row._replace(in_statistics=submission.row.institution != "b")
        )
        for submission in second.submissions
    ]
    write_store(path, [first, second._replace(submissions=late), third])
    assert ask(path, "SELECT DISTINCT institution FROM continuing_values ORDER BY 1") == [
        ("a",),
        ("c",),
    ]


@given(
    st.lists(
        st.tuples(st.fractions(0, 5), st.fractions(0, 5), st.fractions(0, 5)),
        min_size=1,
        max_size=60,
    )
)
def test_movers_are_the_largest_changes(values: list[tuple[Fraction, ...]]) -> None:
    scores = [
        ContinuingScores(f"i{number:02}", None, "shinkin", None, "overall", years)
        for number, years in enumerate(values)
    ]
    years = years_of(CAMPAIGNS, (), scores, ["overall"])
    assert len(years.risen) <= MOST_MOVERS >= len(years.fallen)
    for movers, sign in ((years.risen, 1), (years.fallen, -1)):
        changes = [sign * mover.change for mover in movers]
        assert changes == sorted(changes, reverse=True)
        assert all(change > 0 for change in changes)
        others = [sign * score.change for score in scores if score not in movers]
        assert not changes or len(changes) < MOST_MOVERS or max(others, default=0) <= changes[-1]
        if len(changes) < MOST_MOVERS:
            assert all(other <= 0 for other in others)
