"""Reads the scores of continuing institutions over the campaigns of a store."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import groupby
from pathlib import Path

from cssa.peers.years import ContinuingScores, Years, years_of
from cssa.store.read import opened_store

_COMPARABLE = "SELECT id FROM comparable_campaigns ORDER BY key"
_OTHERS = "SELECT id FROM campaign WHERE key NOT IN (SELECT key FROM comparable_campaigns)"
_BASE_DATES = "SELECT id, base_date FROM campaign WHERE base_date IS NOT NULL ORDER BY key"
_FIGURES = """
SELECT id FROM figure
 WHERE campaign = (SELECT max(key) FROM campaign) AND kind IN ('overall', 'domain')
 ORDER BY key
"""
_VALUES = """
SELECT institution, name, sector, industry_group, figure, numerator, denominator
  FROM continuing_values
 ORDER BY institution, figure, campaign
"""


def read_years(path: Path) -> Years | None:
    """Return how the scores of continuing institutions developed; None with one campaign.

    Args:
        path: a store of the present version.

    Raises:
        InputError: when the file is no store.
    """
    with opened_store(path) as store:
        campaigns = [name for (name,) in store.execute(_COMPARABLE)]
        if len(campaigns) < 2:  # noqa: PLR2004 - a development needs two
            return None
        others = [name for (name,) in store.execute(_OTHERS)]
        figures = [name for (name,) in store.execute(_FIGURES)]
        base_dates = {name: date.fromisoformat(day) for name, day in store.execute(_BASE_DATES)}
        return years_of(campaigns, others, list(_scores(store)), figures, base_dates)


def _scores(store: sqlite3.Connection) -> Iterator[ContinuingScores]:
    for identity, rows in groupby(store.execute(_VALUES), key=lambda row: row[:5]):
        institution, name, sector, industry_group, figure = identity
        values = tuple(Fraction(numerator, denominator) for *_, numerator, denominator in rows)
        yield ContinuingScores(institution, name, sector, industry_group, figure, values)
