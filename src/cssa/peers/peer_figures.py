"""The figures that institutions have, as cells of those that belong to no narrower group."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm
from typing import Literal, NamedTuple

from cssa.peers.cells import LETTERS, ClassCounts, NumericCell
from cssa.peers.groups import PeerGroup
from cssa.peers.member import INFORMATIVE, Member, Population

SCORE_WIDTH = Fraction(1, 2)
"""How far apart two scores are to count as different."""

COUNT_WIDTH = Fraction(1)

NumberKind = Literal["overall", "domains", "sections", "below_target"]


class NumberFigure(NamedTuple):
    """A score or count.

    Attributes:
        kind: where it stands among a group's figures.
        id: as it is listed where it is withheld: its kind, or the domain's or section's id.
        own: by group id, the values of members that belong to no group below it.
    """

    kind: NumberKind
    id: str
    own: dict[str, NumericCell]


class ShareFigure(NamedTuple):
    """The answers to a practice.

    Attributes:
        own: by group id, the classes of members that belong to no group below it.
    """

    id: str
    own: dict[str, ClassCounts]


def number_figures(
    population: Population, members: Sequence[Member], root: PeerGroup
) -> Iterator[NumberFigure]:
    """Yield each score and count that any member has."""
    columns: list[tuple[NumberKind, str, list[Fraction | None] | list[int | None]]] = [
        ("overall", "overall", [member.overall for member in members]),
        *(
            ("domains", name, [member.domains[place] for member in members])
            for place, name in enumerate(population.domains)
        ),
        *(
            ("sections", name, [member.sections[place] for member in members])
            for place, name in enumerate(population.sections)
        ),
        ("below_target", "below_target", [member.below_target for member in members]),
    ]
    for kind, name, column in columns:
        width = COUNT_WIDTH if kind == "below_target" else SCORE_WIDTH
        if any(value is not None for value in column):
            yield NumberFigure(kind, name, numbers(root, column, width))


def numbers(
    root: PeerGroup, column: Sequence[Fraction | int | None], width: Fraction
) -> dict[str, NumericCell]:
    """Return each group's own values of a column that has one for each member.

    All are in the same units, so that cells can be joined by merging whole numbers.
    """
    denominator = lcm(*{value.denominator for value in column if value is not None})
    units = [
        None if value is None else value.numerator * (denominator // value.denominator)
        for value in column
    ]
    return {
        group.id: NumericCell(
            tuple(sorted(unit for index in group.own if (unit := units[index]) is not None)),
            denominator,
            width,
        )
        for group in root.walk()
    }


def share_figures(
    population: Population, members: Sequence[Member], root: PeerGroup
) -> Iterator[ShareFigure]:
    """Yield the answers to each practice that asks for a level."""
    columns = {
        group.id: _columns([members[index].standings for index in group.own])
        for group in root.walk()
    }
    for place, practice in enumerate(population.practices):
        letters = {group: rows[place] if rows else "" for group, rows in columns.items()}
        if any(column.strip(INFORMATIVE) for column in letters.values()):
            yield ShareFigure(
                practice,
                {
                    group: ClassCounts(tuple(column.count(letter) for letter in LETTERS))
                    for group, column in letters.items()
                },
            )


def _columns(rows: Sequence[str]) -> list[str]:
    return ["".join(column) for column in zip(*rows, strict=True)]
