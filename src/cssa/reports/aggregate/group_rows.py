"""The groups of published figures: their place in the tree, and their scores."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cssa.checklist.model import Checklist
from cssa.datafile.types import AnyText
from cssa.peers.peers_file import CountCell, Group, ScoreCell


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group of which a figure is published.

    Attributes:
        n: its institutions.
        depth: in how many wider groups it lies; 0 for all institutions.
    """

    id: str
    title: AnyText
    n: int
    depth: int


@dataclass(frozen=True, slots=True)
class GroupScores:
    """The scores of one group, each None where it is withheld.

    Attributes:
        domains: in checklist order.
    """

    group: GroupLine
    overall: ScoreCell | None
    domains: tuple[ScoreCell | None, ...]
    below_in_place: CountCell | None

    @property
    def scores(self) -> tuple[ScoreCell | None, ...]:
        """The overall score and those of the domains."""
        return (self.overall, *self.domains)


def group_lines(groups: Iterable[Group]) -> Iterator[GroupLine]:
    """Yield the line of each group.

    Args:
        groups: wider ones before those inside them.
    """
    depths: dict[str, int] = {}
    for group in groups:
        depths[group.id] = 0 if group.parent is None else depths.get(group.parent, 0) + 1
        yield GroupLine(group.id, group.title, group.n, depths[group.id])


def group_scores(groups: Iterable[Group], checklist: Checklist) -> Iterator[GroupScores]:
    """Yield the scores of each group.

    Args:
        groups: wider ones before those inside them.
        checklist: gives the order of the domains.
    """
    groups = tuple(groups)
    for group, line in zip(groups, group_lines(groups), strict=True):
        yield GroupScores(
            group=line,
            overall=group.overall,
            domains=tuple(group.domains.get(domain.id) for domain in checklist.domains),
            below_in_place=group.below_in_place,
        )
