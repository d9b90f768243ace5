"""The institutions that enter the figures of one campaign, in their groups."""

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, Self

from cssa.peers.cells import AnyCell, KnownCell
from cssa.peers.groups import PeerGroup, SecondDimension, group_tree
from cssa.peers.member import Coalition, Member, Population
from cssa.scheme.sectors import Sectors


def in_statistics(population: Population, coverage_floor: Fraction) -> tuple[Member, ...]:
    """Return the members that answered enough to enter the figures.

    Args:
        population: the campaign.
        coverage_floor: the coverage that a member needs.
    """
    return tuple(
        member
        for member in population.members
        if member.coverage is not None and member.coverage >= coverage_floor
    )


class CampaignGroups(NamedTuple):
    """The institutions that enter the figures of one campaign, in their groups.

    Attributes:
        known: by group id, the indices of those direct members whose answers each coalition knows.
    """

    members: Sequence[Member]
    root: PeerGroup
    known: Mapping[str, Mapping[str, tuple[int, ...]]]

    @classmethod
    def of(
        cls,
        members: Sequence[Member],
        root: PeerGroup,
        coalitions: Sequence[Coalition] = (),
    ) -> Self:
        """Return the groups with what known readers know in each.

        Args:
            members: those that enter the figures.
            root: the tree of their groups.
            coalitions: known readers; of one alone, nobody knows more than the member itself.
        """
        group_of = {
            members[index].id: (group.id, index)
            for group in root.walk()
            for index in group.direct_members
        }
        known: dict[str, dict[str, tuple[int, ...]]] = {group.id: {} for group in root.walk()}
        for coalition in coalitions:
            places = [group_of[id_] for id_ in coalition.members if id_ in group_of]
            if len(places) > 1:
                for group, index in places:
                    own = known[group].get(coalition.id, ())
                    known[group][coalition.id] = (*own, index)
        return cls(members, root, known)

    def direct_cells(
        self, cell_of: Callable[[Sequence[int]], AnyCell]
    ) -> dict[str, KnownCell[AnyCell]]:
        """Return by group id the cell of its members that belong to no group below it.

        Args:
            cell_of: returns the cell of some members, given by their indices.
        """
        return {
            group.id: self.known_cell(group.direct_members, self.known[group.id], cell_of)
            for group in self.root.walk()
        }

    def atoms(self, published: Collection[str]) -> dict[str, list[int]]:
        """Return by published group the members that are in no narrower published one.

        Args:
            published: ids of groups.
        """
        atoms: dict[str, list[int]] = {group: [] for group in published}
        atom_of: dict[str | None, str | None] = {None: None}
        for group in self.root.walk():
            atom = atom_of[group.id] = group.id if group.id in atoms else atom_of[group.parent]
            if atom is not None:
                atoms[atom] += group.direct_members
        return atoms

    @staticmethod
    def known_cell(
        indices: Sequence[int],
        known: Mapping[str, Sequence[int]],
        cell_of: Callable[[Sequence[int]], AnyCell],
    ) -> KnownCell[AnyCell]:
        """Return the cell of some members, with what known readers know of it."""
        known_cells = {name: cell_of(own) for name, own in known.items()}
        return KnownCell(
            cell_of(indices), {name: cell for name, cell in known_cells.items() if cell.n}
        )


def campaign_groups(
    population: Population, sectors: Sectors, coverage_floor: Fraction, second: SecondDimension
) -> CampaignGroups:
    """Return the members of a campaign that enter its figures, in their groups.

    Args:
        population: the campaign.
        sectors: the sub-sectors and their size bands.
        coverage_floor: the coverage that a member needs.
        second: what divides a sub-sector.
    """
    members = in_statistics(population, coverage_floor)
    root = group_tree(members, sectors, second)
    return CampaignGroups.of(members, root, population.coalitions)
