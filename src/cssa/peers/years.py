"""How the scores of the same institutions developed over several campaigns, for the issuer alone.

Nothing here is protected against disclosure: docs/analyst.md, "Years".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from cssa.engine.aggregate import rounded
from cssa.peers.cells import NumericCell
from cssa.peers.member import OVERALL
from cssa.peers.peers_file import ROOT
from cssa.peers.statistics import mean, quantile

MOST_MOVERS = 20
"""Institutions that are named for the largest changes, in each direction."""

_HALF = Fraction(1, 2)


class ContinuingScores(NamedTuple):
    """A score of an institution that has it in every campaign.

    Attributes:
        name: None where it stands under a pseudonym.
        sector: its sub-sector in the latest campaign, and likewise its industry group.
        figure: ``overall`` or the id of a domain.
        values: exact, by campaign in their order.
    """

    institution: str
    name: str | None
    sector: str | None
    industry_group: str | None
    figure: str
    values: tuple[Fraction, ...]

    @property
    def change(self) -> Fraction:
        """The difference between the last campaign and the one before."""
        return self.values[-1] - self.values[-2]

    @property
    def whole_change(self) -> Fraction:
        """The difference between the last campaign and the first."""
        return self.values[-1] - self.values[0]


class YearFigures(NamedTuple):
    """A score of a group in one campaign, with one decimal."""

    mean: float
    median: float


class YearRow(NamedTuple):
    """A score of a group over the campaigns; the same institutions in each.

    Attributes:
        group: ``all``, an industry group or a sub-sector.
        years: by campaign, in their order.
    """

    group: str
    figure: str
    n: int
    years: tuple[YearFigures, ...]


class Years(NamedTuple):
    """The scores of continuing institutions over the campaigns.

    Attributes:
        campaigns: ids of those that can be compared, in their order; the latest is the last.
        others: ids of those that cannot.
        base_dates: of those that state one, by their ids.
        rows: of all, then by industry group and sub-sector; overall score and domains.
        risen: overall scores that rose most since the campaign before, the largest first.
        fallen: likewise those that fell.
    """

    campaigns: tuple[str, ...]
    others: tuple[str, ...]
    rows: tuple[YearRow, ...]
    risen: tuple[ContinuingScores, ...]
    fallen: tuple[ContinuingScores, ...]
    base_dates: Mapping[str, date] = MappingProxyType({})


def years_of(
    campaigns: Sequence[str],
    others: Sequence[str],
    scores: Sequence[ContinuingScores],
    figures: Sequence[str],
    base_dates: Mapping[str, date] = MappingProxyType({}),
) -> Years:
    """Return how scores developed.

    Args:
        campaigns: ids of those that can be compared, at least two.
        others: ids of those that cannot.
        scores: of the continuing institutions.
        figures: in the order of rows.
        base_dates: of the campaigns that state one, by their ids.
    """
    overall = [score for score in scores if score.figure == OVERALL]
    by_change = sorted(overall, key=lambda score: (-score.change, score.institution))
    risen = [score for score in by_change if score.change > 0]
    fallen = [score for score in reversed(by_change) if score.change < 0]
    return Years(
        tuple(campaigns),
        tuple(others),
        tuple(_rows(scores, figures)),
        tuple(risen[:MOST_MOVERS]),
        tuple(fallen[:MOST_MOVERS]),
        base_dates,
    )


def _rows(scores: Iterable[ContinuingScores], figures: Sequence[str]) -> Iterator[YearRow]:
    by_row: dict[tuple[str, str], list[ContinuingScores]] = {}
    for score in scores:
        for group in (ROOT, score.industry_group, score.sector):
            if group is not None:
                by_row.setdefault((group, score.figure), []).append(score)
    for group in dict.fromkeys((ROOT, *sorted(group for group, _ in by_row))):
        for figure in figures:
            members = by_row.get((group, figure))
            if members:
                yield YearRow(group, figure, len(members), tuple(_years(members)))


def _years(members: Sequence[ContinuingScores]) -> Iterator[YearFigures]:
    for values in zip(*(score.values for score in members), strict=True):
        cell = NumericCell.from_values(values, Fraction(0))
        yield YearFigures(rounded(mean(cell), 1) or 0.0, rounded(quantile(cell, _HALF), 1) or 0.0)
