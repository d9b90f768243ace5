"""The figures of a campaign as columns: the value of each member, and cells of some of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import lcm
from typing import Literal, NamedTuple

from cssa.checklist.level_scale import LevelScale
from cssa.peers.answer_classes import class_codes
from cssa.peers.cells import ClassCounts, NumericCell
from cssa.peers.member import (
    BELOW_IN_PLACE,
    INFORMATIVE,
    NOT_ASKED,
    Member,
    Population,
    coded_level,
)

SPAN_SHARE = Fraction(1, 10)
"""Share of what values span by which they must be apart to count as different.

That is half a level on the scale from 0 to 5 (docs/peers.md, "safe").
"""

MIN_COUNT_SPAN = Fraction(1)

_WITHOUT_LEVELS = frozenset((NOT_ASKED, INFORMATIVE))
"""Codes that answers have only to questions that give no level."""

NumberKind = Literal["overall", "domains", "sections", "below_in_place", "answers"]


class NumberColumn(NamedTuple):
    """A score or count of each member.

    Attributes:
        kind: the field of a group that it belongs to.
        id: as it is listed where it is withheld: its kind, or the domain's or section's id.
        values: in units of one ``denominator``-th, the same for all so that cells can be merged;
            None where a member has none.
        min_span: how far apart values must be to differ.
    """

    kind: NumberKind
    id: str
    values: Sequence[int | None]
    denominator: int
    min_span: Fraction

    @classmethod
    def of(
        cls,
        kind: NumberKind,
        figure: str,
        values: Sequence[Fraction | int | None],
        min_span: Fraction,
    ) -> "NumberColumn":
        """Return the column of exact values."""
        denominator = lcm(*{value.denominator for value in values if value is not None})
        units = [
            None if value is None else value.numerator * (denominator // value.denominator)
            for value in values
        ]
        return cls(kind, figure, units, denominator, min_span)

    def cell(self, indices: Iterable[int]) -> NumericCell:
        """Return the values of some members."""
        units = sorted(unit for index in indices if (unit := self.values[index]) is not None)
        return NumericCell(tuple(units), self.denominator, self.min_span)

    def is_hidden(self, index: int) -> bool:
        """Return whether a member has a value that cannot be known from outside."""
        return self.values[index] is not None


class AnswerColumn(NamedTuple):
    """The answers to a practice.

    Attributes:
        id: the practice's id.
        codes: of each member, as in ``Member.answer_codes``.
        scale: the levels of the checklist.
        kind: the field of a group that it belongs to.
    """

    id: str
    codes: str
    scale: LevelScale
    kind: Literal["practices"] = "practices"

    def cell(self, indices: Iterable[int]) -> ClassCounts:
        """Return how many of some members are in each class."""
        counts = Counter(map(self.codes.__getitem__, indices))
        codes = class_codes(self.scale)
        return ClassCounts(tuple(counts[code] for code in codes), len(self.scale.values))

    def is_hidden(self, index: int) -> bool:
        """Return whether a member is at a level, which cannot be known from outside."""
        return coded_level(self.codes[index]) is not None


def number_columns(population: Population, members: Sequence[Member]) -> Iterator[NumberColumn]:
    """Yield each score and count that any member has.

    Args:
        population: the campaign.
        members: those of its institutions that enter the figures.
    """
    columns: list[tuple[NumberKind, str, Sequence[Fraction | int | None]]] = [
        ("overall", "overall", [member.overall for member in members]),
        *(
            ("domains", domain, [member.domains[index] for member in members])
            for index, domain in enumerate(population.domains)
        ),
        *(
            ("sections", section, [member.sections[index] for member in members])
            for index, section in enumerate(population.sections)
        ),
        ("below_in_place", BELOW_IN_PLACE, [member.below_in_place for member in members]),
    ]
    score_span = SPAN_SHARE * population.scale.span
    for kind, figure, values in columns:
        if any(value is not None for value in values):
            min_span = MIN_COUNT_SPAN if kind == "below_in_place" else score_span
            yield NumberColumn.of(kind, figure, values, min_span)


def answer_columns(population: Population, members: Sequence[Member]) -> Iterator[AnswerColumn]:
    """Yield the answers to each practice that asks for a level.

    Args:
        population: the campaign.
        members: those of its institutions that enter the figures.
    """
    columns = zip(*(member.answer_codes for member in members), strict=True)
    for practice, codes in zip(population.practices, columns, strict=False):
        column = "".join(codes)
        if not _WITHOUT_LEVELS.intersection(column):
            yield AnswerColumn(practice, column, population.scale)
