"""Change on the same institutions: those of groups that nobody joined or left between campaigns.

The atoms of a campaign's figure are all that a reader can isolate, and who has which value within
one stays unknown. The institutions whose change is published fill whole atoms in both campaigns.
Exchanging values within an atom therefore still changes nothing that is published; and since every
atom is safe, so are these institutions.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from cssa.peers.answer_columns import QuestionColumns
from cssa.peers.campaign_groups import CampaignGroups
from cssa.peers.cells import NumericCell
from cssa.peers.peer_figures import NumberColumn
from cssa.peers.settlement import SettledFigure
from cssa.peers.suppression import Suppressed

Atoms = Collection[set[str]]
"""Disjoint sets of institution ids."""


class CampaignFigures(NamedTuple):
    """A campaign, and of which groups its figures are published.

    Attributes:
        figures: by id.
        questions: by practice, the answers to those that are not asked for a level.
    """

    groups: CampaignGroups
    figures: Mapping[str, SettledFigure]
    questions: Mapping[str, QuestionColumns] = MappingProxyType({})

    def number(self, figure: str) -> NumberColumn | None:
        """Return a score or count; None where nobody has it."""
        settled = self.figures.get(figure)
        column = None if settled is None else settled.column
        return column if isinstance(column, NumberColumn) else None

    def indices(self, column: NumberColumn) -> Mapping[str, int]:
        """Return the index of each institution that has a figure, by its id."""
        return {
            member.id: index
            for index, member in enumerate(self.groups.members)
            if column.is_hidden(index)
        }

    def atoms(self, column: NumberColumn) -> Atoms:
        """Return the atoms of a figure; who is in no published group is in none."""
        published = self.figures[column.id].suppression.published
        members = self.groups.members
        return [
            {members[index].id for index in indices if column.is_hidden(index)}
            for indices in self.groups.atoms(published).values()
        ]


class PairedCells(NamedTuple):
    """The values of the same institutions in both campaigns."""

    now: NumericCell
    before: NumericCell


def paired_cells(
    now: CampaignFigures, before: CampaignFigures, figure: str
) -> PairedCells | Suppressed | None:
    """Return a figure of the institutions whose change may be published; None where none has it.

    docs/peers.md, "Change on the same institutions".

    Args:
        now: this campaign.
        before: the last one, whose figures were published under the same rules.
        figure: id of a score or count.
    """
    columns = [(campaign, campaign.number(figure)) for campaign in (now, before)]
    both = [(campaign, column) for campaign, column in columns if column is not None]
    if len(both) < len(columns):
        return None
    indices = [campaign.indices(column) for campaign, column in both]
    continuing = whole_atoms(*(campaign.atoms(column) for campaign, column in both))
    if not continuing:
        return Suppressed(len(indices[0].keys() & indices[1].keys()), "divided")
    return PairedCells(
        *(
            column.cell(own[id_] for id_ in continuing)
            for (_, column), own in zip(both, indices, strict=True)
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
