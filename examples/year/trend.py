"""Compares the trend over the campaigns, in the database and in its workbook."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from fractions import Fraction
from typing import Any, Protocol

from expected import Expected
from figures import mean, quantile, rounded

_SCORES = """
SELECT institution.id, figure.id, numerator, denominator
  FROM score
  JOIN submission ON submission.institution = score.institution
  JOIN institution ON institution.key = submission.institution
  JOIN campaign ON campaign.key = institution.campaign
  JOIN figure ON figure.key = score.figure
 WHERE campaign.id = ? AND figure.kind IN ('overall', 'domain', 'section')
"""
_MEANS = "SELECT peer_group, figure, n, mean FROM group_means WHERE campaign = ?"
_TREND = "SELECT * FROM continuing_means"


class Comparing(Protocol):
    """Takes comparisons."""

    def equal(self, area: str, what: str, found: object, expected: object) -> None:
        """Compare two values."""


def compare_trend(campaigns: Sequence[Expected], comparison: Comparing) -> None:
    """Compare the database of the last campaign, which holds them all.

    Args:
        campaigns: the earliest first.
        comparison: takes what is compared.
    """
    store = campaigns[-1].folder / "out" / "private" / "population.sqlite"
    with closing(sqlite3.connect(store)) as database:
        for campaign in campaigns:
            _compare_scores(campaign, database, comparison)
        if len(campaigns) > 1:
            _compare_means(campaigns, database, comparison)


def _compare_scores(
    campaign: Expected, database: sqlite3.Connection, comparison: Comparing
) -> None:
    year = str(campaign.story["year"])
    last = campaign.stages[-1]
    answered = {name: campaign.standing(name, last).answered for name in campaign.roster}
    expected: dict[tuple[str, str], Fraction | None] = {}
    for institution, answers in answered.items():
        if answers is not None:
            scores = {"overall": answers.overall, **answers.domains, **answers.sections}
            expected |= {(institution, figure): score for figure, score in scores.items()}
    rows = database.execute(_SCORES, (year,)).fetchall()
    found = {
        (institution, figure): None if below is None else Fraction(above, below)
        for institution, figure, above, below in rows
    }
    for key in sorted(found.keys() | expected.keys()):
        value = found.get(key, "absent")
        comparison.equal("database", f"{year} {key}", value, expected.get(key, "absent"))


def _compare_means(
    campaigns: Sequence[Expected], database: sqlite3.Connection, comparison: Comparing
) -> None:
    """Compare mean and median of the continuing institutions, of all and by group."""
    database.row_factory = sqlite3.Row
    found: dict[tuple[Any, ...], tuple[Any, ...]] = {
        (row["campaign"], row["peer_group"], row["figure"]): (row["n"], row["mean"], row["median"])
        for row in database.execute(_TREND)
    }
    expected = _continuing(campaigns)
    for key in sorted(found.keys() | expected.keys()):
        comparison.equal("trend", str(key), found.get(key, "absent"), expected.get(key, "absent"))


def _continuing(campaigns: Sequence[Expected]) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    latest = campaigns[-1]
    means: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    standing = [_counted(campaign) for campaign in campaigns]
    for figure in ("overall", *next(iter(standing[-1].values())).domains):
        values = [
            campaign.values(answers, figure)
            for campaign, answers in zip(campaigns, standing, strict=True)
        ]
        same = set(values[0]).intersection(*values)
        for group, members in _groups(latest, same).items():
            for campaign, by_institution in zip(campaigns, values, strict=True):
                inside = [by_institution[name] for name in members]
                cell = (
                    len(inside),
                    rounded(mean(inside), 1),
                    rounded(quantile(inside, Fraction(1, 2)), 1),
                )
                means[str(campaign.story["year"]), group, figure] = cell
    return means


def _counted(campaign: Expected) -> Mapping[str, Any]:
    """Return who is in the statistics, with the answers as they stand after the last run."""
    last = campaign.stages[-1]
    answered = {name: campaign.standing(name, last).answered for name in campaign.in_statistics}
    return {name: answers for name, answers in answered.items() if answers is not None}


def _groups(campaign: Expected, institutions: set[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for institution in sorted(institutions):
        for name in campaign.wider_groups(institution):
            groups.setdefault(name, []).append(institution)
    return groups
