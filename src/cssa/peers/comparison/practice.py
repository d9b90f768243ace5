"""One practice of an institution compared with the distribution of a group's answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cssa.checklist.level_scale import LevelScale
from cssa.peers.peers_file import Group, ShareCell


class AnswerDistribution(NamedTuple):
    """The distribution of a group's answers to a practice, as far as it is published.

    Attributes:
        group: that answered.
        cell: its published shares.
        median: the lower of the two middle levels; None where only one class is published, and it
            is not a level.
        scale: the levels of the checklist.
        share_above: by level, per cent of the group at a higher one; None where not published.
        share_not_in_use: per cent of the group below what is in place; None where not published.
    """

    group: Group
    cell: ShareCell
    scale: LevelScale
    median: int | None
    share_above: Mapping[int, int | None]
    share_not_in_use: int | None


@dataclass(frozen=True, slots=True)
class PracticeComparison:
    """A practice compared with the narrowest group that it is published of.

    Attributes:
        practice: its id.
        own: the institution's level, the lowest when unanswered, None when not counted.
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
        if self.own is None or median is None:
            return 0
        values = self.distribution.scale.values
        return max(0, values.index(median) - values.index(self.own))


def answer_distribution(group: Group, cell: ShareCell, scale: LevelScale) -> AnswerDistribution:
    """Return the distribution of a group's answers to a practice.

    Args:
        group: that answered.
        cell: its published shares of the practice.
        scale: the levels of the checklist.
    """
    values = scale.values
    return AnswerDistribution(
        group=group,
        cell=cell,
        scale=scale,
        median=_median(cell, scale),
        share_above={
            level: _share(cell, values[index:]) for index, level in enumerate(values, start=1)
        },
        share_not_in_use=_share(cell, [level for level in values if level < scale.in_place]),
    )


def _median(cell: ShareCell, scale: LevelScale) -> int | None:
    if cell.blurred is not None:
        return next((level for level in scale.values if str(level) == cell.blurred), None)
    shares = {level: cell.shares.get(str(level), 0) for level in scale.values}
    total, up_to_level = sum(shares.values()), 0
    for level, share in shares.items():
        up_to_level += share
        if share and 2 * up_to_level >= total:
            return level
    return None


def _share(cell: ShareCell, levels: Sequence[int]) -> int | None:
    """Return the per cent at some levels; None where it is not published.

    Where nearly all answers are in one class, only the share of that class is published.
    """
    classes = tuple(map(str, levels))
    if cell.blurred is not None:
        return cell.shares.get(cell.blurred) if cell.blurred in classes else None
    return min(100, sum(cell.shares.get(name, 0) for name in classes))
