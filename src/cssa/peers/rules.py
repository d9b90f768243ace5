"""What a campaign sets about its groups before it begins."""

from fractions import Fraction
from typing import NamedTuple

from cssa.errors import Problem, UsageError
from cssa.peers.groups import SecondDimension
from cssa.peers.statistics import MEDIAN_FROM
from cssa.peers.suppression import SafetyRule

LOWEST_MIN_GROUP = 5
"""Institutions below which no figure of a group is ever published."""

MIN_OTHERS = 4
"""Institutions that a group must have at least beside a coalition."""


class Rules(NamedTuple):
    """How groups are formed, and when their figures may be published.

    docs/peers.md, "When a cell is published".

    Attributes:
        min_group: institutions that a published figure must have at least.
        coalition: institutions that may put their own answers together.
        coverage_floor: share of its practices in scope that an institution must have answered to
            enter the figures, from 0 to 1.
        second: what divides a sub-sector.
    """

    min_group: int = 10
    coalition: int = 1
    coverage_floor: Fraction = Fraction(4, 5)
    second: SecondDimension = "size"

    def check(self) -> None:
        """Refuse rules that protect nobody.

        Raises:
            UsageError: with every rule that does not protect.
        """
        lowest = max(LOWEST_MIN_GROUP, self.coalition + MIN_OTHERS)
        problems = []
        if self.coalition < 1:
            problems.append(Problem("peers.rules.coalition", {"found": self.coalition}))
        if self.min_group < lowest:
            params = {"found": self.min_group, "least": lowest, "coalition": self.coalition}
            problems.append(Problem("peers.rules.min_group", params))
        if not 0 <= self.coverage_floor <= 1:
            problems.append(Problem("peers.rules.floor", {"found": float(self.coverage_floor)}))
        if problems:
            raise UsageError(problems)

    @property
    def means(self) -> SafetyRule:
        """When the mean of a score or count may be published."""
        return SafetyRule(self.min_group, self.coalition)

    @property
    def distributions(self) -> SafetyRule:
        """When shares may be published."""
        return SafetyRule(max(self.min_group, MEDIAN_FROM), self.coalition)
