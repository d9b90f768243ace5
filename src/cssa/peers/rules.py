"""What a campaign sets about its groups before it begins."""

from fractions import Fraction
from typing import NamedTuple

from cssa.errors import Problem, UsageError
from cssa.peers.groups import Second
from cssa.peers.statistics import MEDIAN_FROM
from cssa.peers.suppression import SafetyRule

LEAST_GROUP = 5
"""Institutions below which no group is ever told of."""

OTHERS_LEFT = 4
"""Institutions that a group has at least beside a coalition."""


class Rules(NamedTuple):
    """How groups are formed, and when they may be told of.

    Attributes:
        min_group: institutions that a figure is told of at least.
        coalition: institutions that may tell each other their own answers.
        coverage_floor: share of the practices that an institution has answered at least.
        second: what divides a sub-sector.
    """

    min_group: int = 10
    coalition: int = 1
    coverage_floor: Fraction = Fraction(4, 5)
    second: Second = "size"

    def check(self) -> None:
        """Refuse rules that protect nobody.

        Raises:
            UsageError: when they do.
        """
        least = max(LEAST_GROUP, self.coalition + OTHERS_LEFT)
        problems = []
        if self.coalition < 1:
            problems.append(Problem("peers.rules.coalition", {"found": self.coalition}))
        if self.min_group < least:
            params = {"found": self.min_group, "least": least, "coalition": self.coalition}
            problems.append(Problem("peers.rules.min_group", params))
        if not 0 <= self.coverage_floor <= 1:
            problems.append(Problem("peers.rules.floor", {"found": float(self.coverage_floor)}))
        if problems:
            raise UsageError(problems)

    @property
    def means(self) -> SafetyRule:
        """When a mean may be told."""
        return SafetyRule(self.min_group, self.coalition)

    @property
    def distributions(self) -> SafetyRule:
        """When shares may be told."""
        return SafetyRule(max(self.min_group, MEDIAN_FROM), self.coalition)
