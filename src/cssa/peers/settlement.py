"""Which cells of a campaign are published: figure by figure, then figures that follow from others.

A score or count of few practices gives one away that is withheld, or whose members differ from its
own. It is published only of groups that are divided in the same way for itself and for all of its
parts: then members of one atom can exchange all of these values at once, and nothing that is
published changes. docs/peers.md, "Figures that follow from each other".
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from cssa.peers.answer_columns import PartColumn, QuestionColumns
from cssa.peers.campaign_groups import CampaignGroups
from cssa.peers.cells import JointCell
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
    population: Population,
    campaign: CampaignGroups,
    rules: Rules,
    questions: Mapping[str, QuestionColumns] = MappingProxyType({}),
) -> dict[str, SettledFigure]:
    """Decide which cells of each figure are published, by the figure's id.

    Args:
        population: the campaign.
        campaign: those of its institutions that enter the figures.
        rules: what the campaign specified about groups.
        questions: by practice, the answers that are published beside its levels.
    """
    columns: dict[str, Column] = {
        column.id: column
        for column in chain[Column](
            number_columns(population, campaign.members),
            answer_columns(population, campaign.members),
        )
    }
    followed = settled_beside(population.parts)
    beside: dict[str, list[Column | PartColumn]] = {
        practice: [*answers.parts.values()] for practice, answers in questions.items()
    }
    for whole, parts in followed.items():
        if len(parts) > 1 and whole in columns:
            for part in parts:
                beside.setdefault(part, []).append(columns[whole])
    figures = {
        name: _settled_alone(column, beside.get(name, ()), campaign, rules)
        for name, column in columns.items()
    }
    for whole, parts in followed.items():
        present = [figures[part] for part in parts if part in figures]
        if whole in figures and present:
            figures[whole] = _Together(figures[whole], present, campaign).settled()
    return figures


def _settled_alone(
    column: Column,
    beside: Sequence[Column | PartColumn],
    campaign: CampaignGroups,
    rules: Rules,
) -> SettledFigure:
    """Return a figure that is settled without a look at those that follow from it.

    Of a section of two practices, that its scores are alike must not show from its absence beside
    its practices: then these are withheld, too. The same goes for the options of a question beside
    its levels.

    Args:
        column: the figure.
        beside: what has to differ with it: the scores of this practice and one other, and the
            answers that give the levels.
        campaign: the institutions.
        rules: what the campaign specified about groups.
    """
    safety = _safety(column, rules)
    if not beside:
        cells: Mapping[str, Any] = campaign.direct_cells(column.cell)
        return SettledFigure(column, suppress(campaign.root, cells, safety))
    return SettledFigure(column, suppress_jointly([column, *beside], campaign, safety))


def suppress_jointly(
    columns: Sequence[Column | PartColumn], campaign: CampaignGroups, safety: SafetyRule
) -> Suppression[Any]:
    """Decide on the cells of several figures that are published together or withheld together.

    Args:
        columns: the figures; the suppression has the cells of the first.
        campaign: the institutions.
        safety: what is safe.
    """
    first, *others = columns
    cells = campaign.direct_cells(
        lambda indices: JointCell(
            first.cell(indices), tuple(other.cell(indices) for other in others)
        )
    )
    published, suppressed = suppress(campaign.root, cells, safety)
    own = {group: cell.own for group, cell in published.items()}
    return Suppression[Any](own, suppressed)


def _safety(column: Column, rules: Rules) -> SafetyRule:
    return rules.distributions if isinstance(column, AnswerColumn) else rules.means


def settled_beside(composition: Composition) -> Mapping[str, Sequence[str]]:
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
    """

    def __init__(
        self,
        whole: SettledFigure,
        parts: Sequence[SettledFigure],
        campaign: CampaignGroups,
    ) -> None:
        self._whole = whole
        self._all = [whole, *parts]
        self._campaign = campaign

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
        if group.id in published and not (alike and self._same_members(group)):
            suppressed[group.id] = Suppressed(published.pop(group.id).n, "follows")
            return False
        return alike

    def _same_members(self, group: PeerGroup) -> bool:
        """Return whether all institutions of the group's atom have all of the values, or none.

        Which of them an institution has is often known from outside. The one that alone has a
        practice would be found by subtraction. A single practice that was not answered counts 0,
        which says nothing of the others.
        """
        columns = [figure.column for figure in self._all]
        patterns = {
            tuple(column.is_hidden(index) for column in columns) for index in self._atom(group)
        }
        if isinstance(columns[-1], AnswerColumn):
            patterns.discard((True, False))
        return all(all(pattern) or not any(pattern) for pattern in patterns)

    def _atom(self, group: PeerGroup) -> list[int]:
        """Return the members of a group's atom."""
        indices = list(group.direct_members)
        for child in group.children:
            if child.id not in self._whole.suppression.published:
                indices += self._atom(child)
        return indices
