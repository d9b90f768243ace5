"""One practice of an institution beside how a group's answers to it are spread."""

from dataclasses import dataclass
from typing import NamedTuple

from cssa.checklist.model import MAX_LEVEL
from cssa.peers.peers_file import Group, ShareCell

IN_USE = 3
"""The level from which a practice is in use across its scope."""

_LEVELS = tuple(str(level) for level in range(MAX_LEVEL + 1))


class AnswerDistribution(NamedTuple):
    """How a group's answers to a practice are spread over the levels, as far as shares tell.

    Attributes:
        median: the lower one of the middle levels; None where the one class told of is no level.
        above: per cent at a higher level than 0, 1 and so on; None where that is not told.
        early: per cent below level 3, likewise.
    """

    group: Group
    cell: ShareCell
    median: int | None
    above: tuple[int | None, ...]
    early: int | None


@dataclass(frozen=True, slots=True)
class PracticeComparison:
    """A practice beside its group.

    Attributes:
        own: the institution's value: its level, 0 when unanswered, None when not counted.
    """

    practice: str
    own: int | None
    spread: AnswerDistribution

    @property
    def group(self) -> Group:
        """The narrowest group that tells its shares."""
        return self.spread.group

    @property
    def cell(self) -> ShareCell:
        """The group's shares."""
        return self.spread.cell

    @property
    def higher(self) -> int | None:
        """Per cent of the group at a higher level; None where that is not told."""
        return None if self.own is None else self.spread.above[self.own]

    @property
    def lag(self) -> int:
        """Levels by which the group's median is higher, 0 where it is not."""
        median = self.spread.median
        if self.own is None or median is None or median < self.own:
            return 0
        return median - self.own


def answer_distribution(group: Group, cell: ShareCell) -> AnswerDistribution:
    """Return how a group's answers are spread."""
    return AnswerDistribution(
        group=group,
        cell=cell,
        median=_median(cell),
        above=tuple(_share(cell, level + 1, MAX_LEVEL) for level in range(MAX_LEVEL + 1)),
        early=_share(cell, 0, IN_USE - 1),
    )


def _median(cell: ShareCell) -> int | None:
    if cell.blurred is not None:
        return int(cell.blurred) if cell.blurred in _LEVELS else None
    shares = [cell.shares.get(level, 0) for level in _LEVELS]
    total, passed = sum(shares), 0
    for level, share in enumerate(shares):
        passed += share
        if share and 2 * passed >= total:
            return level
    return None


def _share(cell: ShareCell, first: int, last: int) -> int | None:
    """Return the per cent at levels from ``first`` to ``last``.

    Where nearly all are in one class, only that class is told.
    """
    if cell.blurred is not None:
        within = cell.blurred in _LEVELS[first : last + 1]
        return cell.shares.get(cell.blurred) if within else None
    return min(100, sum(cell.shares.get(level, 0) for level in _LEVELS[first : last + 1]))
