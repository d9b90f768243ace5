"""How many institutions took part in a campaign."""

from collections.abc import Mapping
from typing import NamedTuple

STEPS = ("expected", "received", "accepted", "in_statistics")
"""Steps of an institution's answers in order, as the last parts of their messages' codes."""


class ResponseCounts(NamedTuple):
    """Numbers of institutions at each step, each step a part of the one before.

    Attributes:
        expected: asked for answers; None where no roster says who was.
        received: whose answers arrived, in whatever state.
        accepted: whose answers were accepted.
        in_statistics: accepted in time and with enough coverage to enter the figures.
    """

    expected: int | None
    received: int
    accepted: int
    in_statistics: int

    @property
    def steps(self) -> tuple[tuple[str, int], ...]:
        """The numbers that are known by the name of each step, in order."""
        counts = zip(STEPS, self, strict=True)
        return tuple((name, count) for name, count in counts if count is not None)


class Participation(NamedTuple):
    """Turnout overall and by sub-sector.

    Attributes:
        overall: of all institutions.
        sectors: by the sub-sector's id; for the issuer alone, as they reveal how many institutions
            a withheld group has.
    """

    overall: ResponseCounts
    sectors: Mapping[str, ResponseCounts]
