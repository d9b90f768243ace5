"""How many institutions took part."""

from collections.abc import Mapping
from typing import NamedTuple

STEPS = ("expected", "received", "accepted", "in_statistics")
"""How far an institution can come, in order."""


class ResponseCounts(NamedTuple):
    """Institutions by how far they came.

    Attributes:
        expected: asked for answers.
        received: whose answers came in, in whatever state.
        accepted: whose answers could be taken as they are.
        in_statistics: accepted in time and with enough answers to enter the figures.
    """

    expected: int
    received: int
    accepted: int
    in_statistics: int


class Participation(NamedTuple):
    """Turnout of the whole, and by sub-sector.

    Attributes:
        sectors: by the sub-sector's id; for the issuer alone, as they tell how many institutions
            a withheld group has.
    """

    whole: ResponseCounts
    sectors: Mapping[str, ResponseCounts]
