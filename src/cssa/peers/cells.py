"""The values that institutions have for one figure, and whether they still differ for a reader.

A reader of a cell knows what its members answered up to a permutation: exchanging the values of two
members changes nothing that is published of the cell. So each of the others may have any of the
others' values, whatever is published: mean, quantiles, or all values without names. That is why a
cell may be published when, whichever members know their own values and subtract them, the values
left still differ. A reader who has seen the answers of several institutions subtracts all of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import chain, islice
from math import lcm
from operator import sub
from typing import Generic, NamedTuple, Protocol, Self, TypeVar


class FigureCell(Protocol):
    """The values of some institutions for one figure."""

    @property
    def n(self) -> int:
        """Institutions with a value."""

    @property
    def n_hidden(self) -> int:
        """Those whose value cannot be known from outside."""

    def merged(self, *others: Self) -> Self:
        """Return the values of these and of other institutions."""

    def differs_without(self, coalition: int, known: Self | None = None) -> bool:
        """Return whether the values left without those of any ``coalition`` members differ.

        Args:
            coalition: how many members leave.
            known: values of further members, known to a reader, who leave before.
        """


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

    @property
    def n_hidden(self) -> int:
        """The same: that an institution has a score tells nothing of it."""
        return self.n

    def merged(self, *others: "NumericCell") -> "NumericCell":
        """Return the values of these and of other institutions, in the same units."""
        runs = [self.values, *(other.values for other in others)]
        return self._replace(values=tuple(sorted(chain.from_iterable(runs))))

    def differs_without(self, coalition: int, known: "NumericCell | None" = None) -> bool:
        """Return whether the values left without those of any ``coalition`` members differ.

        The coalition that leaves the other values closest together has some of the lowest and the
        rest of the highest ones. docs/peers.md, "When a cell is published".

        Args:
            coalition: how many members leave.
            known: values of further members, in the same units, who leave before.
        """
        left = self.n - coalition - (0 if known is None else known.n)
        if left < 1:
            return False
        lowest = self._outermost(self.values, coalition + 1, known)
        highest = self._outermost(reversed(self.values), coalition + 1, known)
        smallest_span = min(high - low for low, high in zip(lowest, reversed(highest), strict=True))
        return smallest_span >= self.min_span * self.denominator

    @staticmethod
    def _outermost(
        values: Iterable[int], count: int, known: "NumericCell | None"
    ) -> tuple[int, ...]:
        """Return the first few values that are left without the known ones."""
        if known is None:
            return tuple(islice(values, count))
        taken = Counter(known.values)
        left: list[int] = []
        for value in values:
            if taken[value]:
                taken[value] -= 1
                continue
            left.append(value)
            if len(left) == count:
                break
        return tuple(left)


class ClassCounts(NamedTuple):
    """How many institutions are in each class of answers to a practice.

    Attributes:
        counts: in the order of ``answer_classes``, or of the options.
        differing: so many classes, the first ones, are answers that protect each other; those
            behind say that there is nothing to answer for.
    """

    counts: tuple[int, ...]
    differing: int

    @property
    def n(self) -> int:
        """Institutions with an answer."""
        return sum(self.counts)

    @property
    def n_hidden(self) -> int:
        """Institutions with such an answer; who has none to give is often known in the trade."""
        return sum(self.counts[: self.differing])

    def merged(self, *others: "ClassCounts") -> "ClassCounts":
        """Return the counts of these and of other institutions."""
        rows = [self.counts, *(other.counts for other in others)]
        return self._replace(counts=tuple(map(sum, zip(*rows, strict=True))))

    def differs_without(self, coalition: int, known: "ClassCounts | None" = None) -> bool:
        """Return whether at least two such answers have more than ``coalition`` members.

        docs/peers.md, "When a cell is published".

        Args:
            coalition: how many members leave.
            known: answers of further members who leave before.
        """
        counts: Iterable[int] = self.counts
        if known is not None:
            counts = map(sub, self.counts, known.counts)
        return sum(count > coalition for count in islice(counts, self.differing)) > 1


class JointCell(NamedTuple):
    """A cell with those of other figures of the same institutions that have to differ as well.

    Attributes:
        own: decides on the number of institutions.
        others: such as the scores of this practice and one other.
    """

    own: "FigureCell"
    others: tuple["FigureCell", ...]

    @property
    def n(self) -> int:
        """Institutions with a value of the figure."""
        return self.own.n

    @property
    def n_hidden(self) -> int:
        """Those whose value cannot be known from outside."""
        return self.own.n_hidden

    def merged(self, *others: "JointCell") -> "JointCell":
        """Return the values of these and of other institutions."""
        rest = zip(self.others, *(other.others for other in others), strict=True)
        return JointCell(
            self.own.merged(*(other.own for other in others)),
            tuple(first.merged(*further) for first, *further in rest),
        )

    def differs_without(self, coalition: int, known: "JointCell | None" = None) -> bool:
        """Return whether the values of each differ, whichever members leave.

        Args:
            coalition: how many members leave.
            known: values of further members who leave before.
        """
        own, others = (None, (None,) * len(self.others)) if known is None else known
        return self.own.differs_without(coalition, own) and all(
            cell.differs_without(coalition, known_cell)
            for cell, known_cell in zip(self.others, others, strict=True)
        )


AnyCell = TypeVar("AnyCell", bound=FigureCell)


class KnownCell(NamedTuple, Generic[AnyCell]):
    """A cell, and which of its values are known to readers.

    Attributes:
        cell: the values of all its institutions.
        known: by coalition, those of its members; only coalitions that have any here.
    """

    cell: AnyCell
    known: Mapping[str, AnyCell]

    @property
    def n(self) -> int:
        """Institutions with a value."""
        return self.cell.n

    def merged(self, *others: "KnownCell[AnyCell]") -> "KnownCell[AnyCell]":
        """Return these and other institutions."""
        by_coalition: dict[str, list[AnyCell]] = {}
        for part in (self, *others):
            for name, cell in part.known.items():
                by_coalition.setdefault(name, []).append(cell)
        return KnownCell(
            self.cell.merged(*(other.cell for other in others)),
            {name: first.merged(*rest) for name, (first, *rest) in by_coalition.items()},
        )
