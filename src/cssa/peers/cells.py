"""The values that institutions have for one figure, and whether they still differ for a reader.

A reader of a cell knows what its members answered up to a permutation: exchanging the values of two
members changes nothing that is published of the cell. So each of the others may have any of the
others' values, whatever is published: mean, quantiles, or all values without names. That is why a
cell may be published when, whichever members know their own values and subtract them, the values
left still differ.
"""

from collections.abc import Iterable
from fractions import Fraction
from itertools import chain
from math import lcm
from typing import NamedTuple, Protocol, Self

from cssa.checklist.model import MAX_LEVEL
from cssa.peers.member import NOT_ADOPTED, NOT_APPLICABLE

ANSWER_CLASSES = (*(str(level) for level in range(MAX_LEVEL + 1)), "na", "not_adopted")
"""How a practice can be answered, as published; unanswered and out of scope are no answers."""

CLASS_CODES = (*ANSWER_CLASSES[: MAX_LEVEL + 1], NOT_APPLICABLE, NOT_ADOPTED)
"""The code of each answer class in a member's ``answer_codes``."""


class FigureCell(Protocol):
    """The values of some institutions for one figure."""

    @property
    def n(self) -> int:
        """Institutions with a value."""

    def merged(self, *others: Self) -> Self:
        """Return the values of these and of other institutions."""

    def differs_without(self, coalition: int) -> bool:
        """Return whether the values left without those of any ``coalition`` members differ."""


class NumericCell(NamedTuple):
    """Scores or counts, exact.

    Attributes:
        values: ascending, in units of one ``denominator``-th.
        min_span: how far apart the lowest and the highest value must be for values to differ.
    """

    values: tuple[int, ...]
    denominator: int
    min_span: Fraction

    @classmethod
    def from_values(cls, values: Iterable[Fraction | int], min_span: Fraction) -> "NumericCell":
        """Return the cell of some values.

        Args:
            values: in any order.
            min_span: how far apart values must be to differ.
        """
        values = tuple(values)
        denominator = lcm(*{value.denominator for value in values})
        units = (value.numerator * (denominator // value.denominator) for value in values)
        return cls(tuple(sorted(units)), denominator, min_span)

    @property
    def n(self) -> int:
        """Institutions with a value."""
        return len(self.values)

    def merged(self, *others: "NumericCell") -> "NumericCell":
        """Return the values of these and of other institutions, in the same units."""
        runs = [self.values, *(other.values for other in others)]
        return self._replace(values=tuple(sorted(chain.from_iterable(runs))))

    def differs_without(self, coalition: int) -> bool:
        """Return whether the values left without those of any ``coalition`` members differ.

        The coalition that leaves the other values closest together has some of the lowest and the
        rest of the highest ones. docs/peers.md, "When a cell is published".
        """
        left = self.n - coalition
        if left < 1:
            return False
        smallest_span = min(
            self.values[first + left - 1] - self.values[first] for first in range(coalition + 1)
        )
        return smallest_span >= self.min_span * self.denominator


class ClassCounts(NamedTuple):
    """How many institutions are in each class of answers to a practice.

    Attributes:
        counts: in the order of ``ANSWER_CLASSES``.
    """

    counts: tuple[int, ...]

    @property
    def n(self) -> int:
        """Institutions with an answer."""
        return sum(self.counts)

    def merged(self, *others: "ClassCounts") -> "ClassCounts":
        """Return the counts of these and of other institutions."""
        rows = [self.counts, *(other.counts for other in others)]
        return ClassCounts(tuple(map(sum, zip(*rows, strict=True))))

    def differs_without(self, coalition: int) -> bool:
        """Return whether at least two classes have more than ``coalition`` members.

        docs/peers.md, "When a cell is published".
        """
        return sum(count > coalition for count in self.counts) > 1
