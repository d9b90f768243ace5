"""Change on the same institutions: those of groups that nobody joined or left between campaigns.

The atoms of a campaign's figure are all that a reader can isolate, and who has which value within
one stays unknown. The institutions whose change is published fill whole atoms in both campaigns.
Exchanging values within an atom therefore still changes nothing that is published; and since every
atom is safe, so are these institutions.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from cssa.peers.cells import NumericCell
from cssa.peers.groups import PeerGroup
from cssa.peers.member import Member
from cssa.peers.peer_figures import numeric_cells
from cssa.peers.peers_file import ROOT
from cssa.peers.suppression import SafetyRule, Suppressed, suppress

Atoms = Collection[set[str]]
"""Disjoint sets of institution ids."""


class CampaignGroups(NamedTuple):
    """The institutions that enter the figures of one campaign, in their groups."""

    members: Sequence[Member]
    root: PeerGroup


class PairedCells(NamedTuple):
    """The values of the same institutions in both campaigns."""

    now: NumericCell
    before: NumericCell


def paired_cells(
    now: CampaignGroups,
    before: CampaignGroups,
    value: Callable[[Member], Fraction | int | None],
    min_span: Fraction,
    safety: SafetyRule,
) -> PairedCells | Suppressed:
    """Return a figure of the institutions whose change may be published.

    docs/peers.md, "Change on the same institutions".

    Args:
        now: this campaign.
        before: the last one, whose figures were published under the same rules.
        value: the value that a member has for the figure.
        min_span: how far apart values must be to differ.
        safety: what is safe, as it was when the figure was published of groups.
    """
    values_now, values_before = (
        {
            member.id: own_value
            for member in campaign.members
            if (own_value := value(member)) is not None
        }
        for campaign in (now, before)
    )
    continuing = whole_atoms(
        _atoms(now, values_now, min_span, safety), _atoms(before, values_before, min_span, safety)
    )
    if not continuing:
        return Suppressed(len(values_now.keys() & values_before.keys()), "divided")
    return PairedCells(
        *(
            NumericCell.from_values((values[id_] for id_ in continuing), min_span)
            for values in (values_now, values_before)
        )
    )


def whole_atoms(now: Atoms, before: Atoms) -> set[str]:
    """Return all institutions that together fill whole atoms of both campaigns.

    An atom that has a newcomer or a leaver is left out; then so is what it overlaps with in the
    other campaign.

    Args:
        now: the atoms of this campaign.
        before: the atoms of the last one.
    """
    continuing = set[str]().union(*now) & set[str]().union(*before)
    while divided := [atom for atom in (*now, *before) if set() < atom & continuing < atom]:
        continuing.difference_update(*divided)
    return continuing


def _atoms(
    campaign: CampaignGroups,
    values: Mapping[str, Fraction | int],
    min_span: Fraction,
    safety: SafetyRule,
) -> Atoms:
    """Return the atoms of a figure; none where not even all institutions together are published."""
    column = [values.get(member.id) for member in campaign.members]
    cells = numeric_cells(campaign.root, column, min_span)
    published = suppress(campaign.root, cells, safety).published
    if ROOT not in published:
        return ()
    atoms = {group: set[str]() for group in published}
    atom_of: dict[str | None, str] = {}  # the narrowest published group that each group lies in
    for group in campaign.root.walk():
        atom_of[group.id] = group.id if group.id in published else atom_of[group.parent]
        ids = (campaign.members[index].id for index in group.direct_members)
        atoms[atom_of[group.id]].update(id_ for id_ in ids if id_ in values)
    return atoms.values()
