"""The values that institutions have for one figure, and whether they differ enough to be told.

Who reads a cell knows what its members answered up to a permutation: exchanging the values of two
members changes nothing that is told of the cell. So each of the others may have any of the others'
values, whatever is told: mean, quantiles, or all values without names. That is why a cell may be
told when, whichever members know their own values and take them away, what is left still differs.
"""

from collections.abc import Iterable
from fractions import Fraction
from itertools import chain
from math import lcm
from typing import NamedTuple, Protocol, Self

from cssa.checklist.model import MAX_LEVEL
from cssa.peers.member import NOT_ADOPTED, NOT_APPLICABLE

CLASSES = (*(str(level) for level in range(MAX_LEVEL + 1)), "na", "not_adopted")
"""How a practice can be answered, as told; unanswered and out of scope are no answers."""

LETTERS = (*CLASSES[: MAX_LEVEL + 1], NOT_APPLICABLE, NOT_ADOPTED)
"""The same as the letters of a member's standings."""


class FigureCell(Protocol):
    """The values of some institutions for one figure."""

    @property
    def n(self) -> int:
        """Institutions with a value."""

    def joined(self, *others: Self) -> Self:
        """Return the values of these and of other institutions."""

    def differs(self, coalition: int) -> bool:
        """Tell whether the values left without those of any ``coalition`` members differ."""


class NumericCell(NamedTuple):
    """Scores or counts, exact.

    Attributes:
        values: ascending, in units of one ``denominator``-th.
        width: how far apart values have to be to differ.
    """

    values: tuple[int, ...]
    denominator: int
    width: Fraction

    @classmethod
    def of(cls, values: Iterable[Fraction | int], width: Fraction) -> "NumericCell":
        """Return the cell of some values."""
        values = tuple(values)
        denominator = lcm(*{value.denominator for value in values})
        units = (value.numerator * (denominator // value.denominator) for value in values)
        return cls(tuple(sorted(units)), denominator, width)

    @property
    def n(self) -> int:
        """Institutions with a value."""
        return len(self.values)

    def joined(self, *others: "NumericCell") -> "NumericCell":
        """Return the values of these and of other institutions, in the same units."""
        runs = [self.values, *(other.values for other in others)]
        return self._replace(values=tuple(sorted(chain.from_iterable(runs))))

    def differs(self, coalition: int) -> bool:
        """Tell whether the values left without those of any ``coalition`` members differ.

        The members that leave the others closest together are some of the lowest and the rest of
        the highest.
        """
        left = self.n - coalition
        if left < 1:
            return False
        closest = min(
            self.values[first + left - 1] - self.values[first] for first in range(coalition + 1)
        )
        return closest >= self.width * self.denominator


class ClassCounts(NamedTuple):
    """How many institutions are in each class of answers to a practice."""

    counts: tuple[int, ...]

    @property
    def n(self) -> int:
        """Institutions with an answer."""
        return sum(self.counts)

    def joined(self, *others: "ClassCounts") -> "ClassCounts":
        """Return the counts of these and of other institutions."""
        rows = [self.counts, *(other.counts for other in others)]
        return ClassCounts(tuple(map(sum, zip(*rows, strict=True))))

    def differs(self, coalition: int) -> bool:
        """Tell whether at least two classes outnumber ``coalition`` members."""
        return sum(count > coalition for count in self.counts) > 1
