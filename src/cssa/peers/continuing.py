"""Change on the same institutions: those of groups that nobody joined or left between campaigns.

What a reader can take apart of a campaign's figure are its atoms, and who has which value within
one stays unknown. The institutions told of here fill whole atoms in both campaigns. Exchanging
values within an atom therefore still changes nothing that is told; and since every atom is safe,
so are these institutions.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from cssa.peers.cells import NumericCell
from cssa.peers.groups import PeerGroup
from cssa.peers.member import Member
from cssa.peers.peer_figures import numbers
from cssa.peers.peers_file import ROOT
from cssa.peers.suppression import SafetyRule, Suppressed, suppress

Atoms = Collection[set[str]]
"""Sets of institutions without any in common."""


class CampaignGroups(NamedTuple):
    """The institutions that enter the figures of one campaign, in their groups."""

    members: Sequence[Member]
    root: PeerGroup


class PairedCells(NamedTuple):
    """The values of the same institutions in both years."""

    now: NumericCell
    before: NumericCell


def paired_cells(
    now: CampaignGroups,
    before: CampaignGroups,
    value: Callable[[Member], Fraction | int | None],
    width: Fraction,
    safety: SafetyRule,
) -> PairedCells | Suppressed:
    """Return a figure of the institutions that may be told of together in both years.

    Args:
        now: this campaign.
        before: the last one, whose figures were told under the same rules.
        value: what a member has for the figure.
        width: how far apart values have to be to differ.
        safety: what is safe, as it was when the figure was told of groups.
    """
    ours, theirs = (
        {member.id: own for member in year.members if (own := value(member)) is not None}
        for year in (now, before)
    )
    stayed = whole_atoms(_atoms(now, ours, width, safety), _atoms(before, theirs, width, safety))
    if not stayed:
        return Suppressed(len(ours.keys() & theirs.keys()), "divided")
    return PairedCells(
        *(NumericCell.of((values[one] for one in stayed), width) for values in (ours, theirs))
    )


def whole_atoms(now: Atoms, before: Atoms) -> set[str]:
    """Return all institutions that together fill whole atoms of both campaigns.

    An atom that has a newcomer or a leaver is left out; then so is what it overlaps with in the
    other campaign.
    """
    stayed = set[str]().union(*now) & set[str]().union(*before)
    while divided := [atom for atom in (*now, *before) if set() < atom & stayed < atom]:
        stayed.difference_update(*divided)
    return stayed


def _atoms(
    year: CampaignGroups, values: Mapping[str, Fraction | int], width: Fraction, safety: SafetyRule
) -> Atoms:
    """Return the atoms of a figure; none where not even all institutions together are told of."""
    column = [values.get(member.id) for member in year.members]
    told = suppress(year.root, numbers(year.root, column, width), safety).told
    if ROOT not in told:
        return ()
    atoms = {group: set[str]() for group in told}
    holder: dict[str | None, str] = {}
    for group in year.root.walk():
        holder[group.id] = group.id if group.id in told else holder[group.parent]
        names = (year.members[index].id for index in group.own)
        atoms[holder[group.id]].update(name for name in names if name in values)
    return atoms.values()
