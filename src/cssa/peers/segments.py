"""Figures of institutions that have something in common, such as the authority in charge of them.

They are for the issuer alone: nothing here is withheld, and segments cross each other.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from cssa.peers.cells import NumericCell
from cssa.peers.member import Member
from cssa.peers.statistics import mean, quantile

_HALF = Fraction(1, 2)


class SegmentFigures(NamedTuple):
    """The figures of some institutions, exact; None where none of them has one.

    Attributes:
        n: institutions in the figures.
        median: of the overall scores; likewise ``mean``.
        domains: the mean score of each domain, in checklist order.
        below_in_place: the median number of counted basics that are not in place.
    """

    n: int
    median: Fraction | None
    mean: Fraction | None
    domains: tuple[Fraction | None, ...]
    below_in_place: Fraction | None


def segment_figures(members: Sequence[Member], domains: int) -> SegmentFigures:
    """Return the figures of some institutions.

    Args:
        members: those in the figures.
        domains: how many the checklist has.
    """
    overall = _cell(member.overall for member in members)
    below = _cell(member.below_in_place for member in members)
    scores = (_cell(member.domains[index] for member in members) for index in range(domains))
    return SegmentFigures(
        n=len(members),
        median=None if overall is None else quantile(overall, _HALF),
        mean=None if overall is None else mean(overall),
        domains=tuple(None if cell is None else mean(cell) for cell in scores),
        below_in_place=None if below is None else quantile(below, _HALF),
    )


def _cell(values: Iterable[Fraction | int | None]) -> NumericCell | None:
    known = [value for value in values if value is not None]
    return NumericCell.from_values(known, Fraction(0)) if known else None
