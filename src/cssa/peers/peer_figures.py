"""The figures of a campaign, as cells of the members that belong to no narrower group."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm
from typing import Literal, NamedTuple

from cssa.peers.cells import CLASS_CODES, ClassCounts, NumericCell
from cssa.peers.groups import PeerGroup
from cssa.peers.member import INFORMATIVE, Member, Population

MIN_SCORE_SPAN = Fraction(1, 2)
"""How far apart scores must be to count as different (docs/peers.md, "safe")."""

MIN_COUNT_SPAN = Fraction(1)

NumberKind = Literal["overall", "domains", "sections", "below_target"]


class NumberFigure(NamedTuple):
    """A score or count.

    Attributes:
        kind: the field of a group that it belongs to.
        id: as it is listed where it is withheld: its kind, or the domain's or section's id.
        direct_cells: by group id, the values of members that belong to no group below it.
    """

    kind: NumberKind
    id: str
    direct_cells: dict[str, NumericCell]


class ShareFigure(NamedTuple):
    """The answers to a practice.

    Attributes:
        id: the practice's id.
        direct_cells: by group id, the answer classes of members that belong to no group below it.
    """

    id: str
    direct_cells: dict[str, ClassCounts]


def number_figures(
    population: Population, members: Sequence[Member], root: PeerGroup
) -> Iterator[NumberFigure]:
    """Yield each score and count that any member has.

    Args:
        population: the campaign.
        members: those of its institutions that enter the figures.
        root: the tree of their groups.
    """
    columns: list[tuple[NumberKind, str, list[Fraction | None] | list[int | None]]] = [
        ("overall", "overall", [member.overall for member in members]),
        *(
            ("domains", domain, [member.domains[index] for member in members])
            for index, domain in enumerate(population.domains)
        ),
        *(
            ("sections", section, [member.sections[index] for member in members])
            for index, section in enumerate(population.sections)
        ),
        ("below_target", "below_target", [member.below_target for member in members]),
    ]
    for kind, figure, column in columns:
        min_span = MIN_COUNT_SPAN if kind == "below_target" else MIN_SCORE_SPAN
        if any(value is not None for value in column):
            yield NumberFigure(kind, figure, numeric_cells(root, column, min_span))


def numeric_cells(
    root: PeerGroup, column: Sequence[Fraction | int | None], min_span: Fraction
) -> dict[str, NumericCell]:
    """Return by group id the values of members that belong to no group below it.

    All are in the same units, so that cells can be merged as whole numbers.

    Args:
        root: the tree of groups.
        column: the value of each member, None where it has none.
        min_span: how far apart values must be to differ.
    """
    denominator = lcm(*{value.denominator for value in column if value is not None})
    units = [
        None if value is None else value.numerator * (denominator // value.denominator)
        for value in column
    ]
    return {
        group.id: NumericCell(
            tuple(
                sorted(unit for index in group.direct_members if (unit := units[index]) is not None)
            ),
            denominator,
            min_span,
        )
        for group in root.walk()
    }


def share_figures(
    population: Population, members: Sequence[Member], root: PeerGroup
) -> Iterator[ShareFigure]:
    """Yield the answers to each practice that asks for a level.

    Args:
        population: the campaign.
        members: those of its institutions that enter the figures.
        root: the tree of their groups.
    """
    codes_by_group = {
        group.id: _transposed([members[index].answer_codes for index in group.direct_members])
        for group in root.walk()
    }
    for index, practice in enumerate(population.practices):
        codes = {group: rows[index] if rows else "" for group, rows in codes_by_group.items()}
        if any(column.strip(INFORMATIVE) for column in codes.values()):
            yield ShareFigure(
                practice,
                {
                    group: ClassCounts(tuple(column.count(code) for code in CLASS_CODES))
                    for group, column in codes.items()
                },
            )


def _transposed(rows: Sequence[str]) -> list[str]:
    return ["".join(column) for column in zip(*rows, strict=True)]
