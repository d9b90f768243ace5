"""Which cells of a campaign are published: figure by figure, then figures that follow from others.

A score or count of few practices gives one away that is withheld, or whose members differ from its
own. It is published only of groups that are divided in the same way for itself and for all of its
parts: then members of one atom can exchange all of these values at once, and nothing that is
published changes. docs/peers.md, "Figures that follow from each other".
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from cssa.peers.campaign_groups import CampaignGroups
from cssa.peers.composition import FEW_PARTS, Composition
from cssa.peers.groups import PeerGroup
from cssa.peers.member import Population
from cssa.peers.peer_figures import AnswerColumn, NumberColumn, answer_columns, number_columns
from cssa.peers.rules import Rules
from cssa.peers.suppression import SafetyRule, Suppressed, Suppression, suppress

Column = NumberColumn | AnswerColumn


class SettledFigure(NamedTuple):
    """A figure of a campaign, and of which groups it is published."""

    column: Column
    suppression: Suppression[Any]


def settle(
    population: Population, campaign: CampaignGroups, rules: Rules
) -> dict[str, SettledFigure]:
    """Decide which cells of each figure are published, by the figure's id.

    Args:
        population: the campaign.
        campaign: those of its institutions that enter the figures.
        rules: what the campaign specified about groups.
    """
    figures: dict[str, SettledFigure] = {}
    columns: Iterator[Column] = chain(
        number_columns(population, campaign.members), answer_columns(population, campaign.members)
    )
    for column in columns:
        cells: Mapping[str, Any] = campaign.direct_cells(column.cell)
        suppression = suppress(campaign.root, cells, _safety(column, rules))
        figures[column.id] = SettledFigure(column, suppression)
    for whole, parts in _followed(population.parts).items():
        present = [figures[part] for part in parts if part in figures]
        if whole in figures and present:
            figures[whole] = _Together(figures[whole], present, campaign, rules).settled()
    return figures


def _safety(column: Column, rules: Rules) -> SafetyRule:
    return rules.distributions if isinstance(column, AnswerColumn) else rules.means


def _followed(composition: Composition) -> Mapping[str, Sequence[str]]:
    """Return the figures that give another one away, with those that each is settled beside.

    Those are the figures of one or two practices, with the practices, and the ones that have the
    same practices as another one, with that. Each stands behind the figures that it is beside.
    """
    followed: dict[str, Sequence[str]] = {}

    def follow(whole: str) -> tuple[str, ...]:
        """Return the practices that a figure is computed from."""
        parts = composition.get(whole)
        if parts is None:
            return (whole,)
        practices = tuple(practice for part in parts for practice in follow(part))
        if len(practices) <= FEW_PARTS:
            followed[whole] = practices
        elif len(parts) == 1:
            followed[whole] = parts
        return practices

    for whole in composition:
        follow(whole)
    return followed


class _Together:
    """A figure that gives others away, with those.

    Args:
        whole: the figure, settled alone.
        parts: the other ones, settled before.
        campaign: the institutions.
        rules: what the campaign specified about groups.
    """

    def __init__(
        self,
        whole: SettledFigure,
        parts: Sequence[SettledFigure],
        campaign: CampaignGroups,
        rules: Rules,
    ) -> None:
        self._whole = whole
        self._all = [whole, *parts]
        self._campaign = campaign
        self._rules = rules

    def settled(self) -> SettledFigure:
        """Return the whole as it is published beside its parts."""
        published, suppressed = map(dict, self._whole.suppression)
        self._divided_alike(self._campaign.root, published, suppressed)
        return self._whole._replace(suppression=Suppression(published, suppressed))

    def _divided_alike(
        self, group: PeerGroup, published: dict[str, Any], suppressed: dict[str, Suppressed]
    ) -> bool:
        """Withhold the whole of a group where it is not divided as its parts are.

        Returns:
            Whether the group, and every one inside it, is divided alike.
        """
        inside = [self._divided_alike(child, published, suppressed) for child in group.children]
        states = {group.id in figure.suppression.published for figure in self._all}
        alike = all(inside) and len(states) == 1
        if group.id in published and not (alike and self._atom_is_safe(group)):
            suppressed[group.id] = Suppressed(published.pop(group.id).n, "follows")
            return False
        return alike

    def _atom_is_safe(self, group: PeerGroup) -> bool:
        """Return whether members with the same values of the group's atom are safe sets.

        Which of the parts a member has is often known from outside; so only members that have the
        same ones can exchange their values unnoticed.
        """
        indices, known = self._atom(group)
        by_pattern: dict[tuple[bool, ...], list[int]] = {}
        for index in indices:
            pattern = tuple(figure.column.is_hidden(index) for figure in self._all)
            by_pattern.setdefault(pattern, []).append(index)
        practices_alone = all(isinstance(figure.column, AnswerColumn) for figure in self._all[1:])
        for pattern, own in by_pattern.items():
            if practices_alone and not any(pattern[1:]):
                continue  # nothing is answered: what follows from that is known
            own_known = {name: _within(members, own) for name, members in known.items()}
            for figure, has_value in zip(self._all, pattern, strict=True):
                if has_value and not self._is_safe(figure.column, own, own_known):
                    return False
        return True

    def _is_safe(
        self, column: Column, indices: Sequence[int], known: Mapping[str, Sequence[int]]
    ) -> bool:
        cell = self._campaign.known_cell(indices, known, column.cell)
        return _safety(column, self._rules).is_safe(cell)

    def _atom(self, group: PeerGroup) -> tuple[Sequence[int], Mapping[str, Sequence[int]]]:
        """Return the members of a group's atom, and which of them each coalition knows."""
        indices = list(group.direct_members)
        known = {name: list(own) for name, own in self._campaign.known[group.id].items()}
        for child in group.children:
            if child.id not in self._whole.suppression.published:
                inner_indices, inner_known = self._atom(child)
                indices += inner_indices
                for name, own in inner_known.items():
                    known.setdefault(name, []).extend(own)
        return indices, known


def _within(members: Sequence[int], own: Sequence[int]) -> list[int]:
    inside = set(own)
    return [index for index in members if index in inside]
