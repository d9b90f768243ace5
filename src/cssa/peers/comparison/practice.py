"""One practice of an institution compared with the distribution of a group's answers."""

from dataclasses import dataclass
from typing import NamedTuple

from cssa.checklist.practice import MAX_LEVEL
from cssa.peers.member import IN_PLACE
from cssa.peers.peers_file import Group, ShareCell

_LEVELS = tuple(str(level) for level in range(MAX_LEVEL + 1))


class AnswerDistribution(NamedTuple):
    """The distribution of a group's answers to a practice, as far as it is published.

    Attributes:
        group: that answered.
        cell: its published shares.
        median: the lower of the two middle levels; None where only one class is published, and it
            is not a level.
        share_above: by level, per cent of the group at a higher one; None where not published.
        share_not_in_use: per cent of the group below ``IN_PLACE``; None where not published.
    """

    group: Group
    cell: ShareCell
    median: int | None
    share_above: tuple[int | None, ...]
    share_not_in_use: int | None


@dataclass(frozen=True, slots=True)
class PracticeComparison:
    """A practice compared with the narrowest group that it is published of.

    Attributes:
        practice: its id.
        own: the institution's level, 0 when unanswered, None when not counted.
        distribution: of the group's answers.
    """

    practice: str
    own: int | None
    distribution: AnswerDistribution

    @property
    def group(self) -> Group:
        """The group."""
        return self.distribution.group

    @property
    def cell(self) -> ShareCell:
        """The group's published shares."""
        return self.distribution.cell

    @property
    def share_above_own(self) -> int | None:
        """Per cent of the group at a higher level; None where that is not published."""
        return None if self.own is None else self.distribution.share_above[self.own]

    @property
    def lag(self) -> int:
        """Levels by which the group's median is higher; 0 where it is not."""
        median = self.distribution.median
        if self.own is None or median is None or median < self.own:
            return 0
        return median - self.own


def answer_distribution(group: Group, cell: ShareCell) -> AnswerDistribution:
    """Return the distribution of a group's answers to a practice.

    Args:
        group: that answered.
        cell: its published shares of the practice.
    """
    return AnswerDistribution(
        group=group,
        cell=cell,
        median=_median(cell),
        share_above=tuple(_share(cell, level + 1, MAX_LEVEL) for level in range(MAX_LEVEL + 1)),
        share_not_in_use=_share(cell, 0, IN_PLACE - 1),
    )


def _median(cell: ShareCell) -> int | None:
    if cell.blurred is not None:
        return int(cell.blurred) if cell.blurred in _LEVELS else None
    shares = [cell.shares.get(level, 0) for level in _LEVELS]
    total, up_to_level = sum(shares), 0
    for level, share in enumerate(shares):
        up_to_level += share
        if share and 2 * up_to_level >= total:
            return level
    return None


def _share(cell: ShareCell, first: int, last: int) -> int | None:
    """Return the per cent at levels from ``first`` to ``last``; None where it is not published.

    Where nearly all answers are in one class, only the share of that class is published.
    """
    if cell.blurred is not None:
        is_within = cell.blurred in _LEVELS[first : last + 1]
        return cell.shares.get(cell.blurred) if is_within else None
    return min(100, sum(cell.shares.get(level, 0) for level in _LEVELS[first : last + 1]))
