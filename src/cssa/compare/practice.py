"""One practice of an institution beside how a group's answers to it are spread."""

from dataclasses import dataclass

from cssa.checklist.models import MAX_LEVEL
from cssa.peers.published import Group, ShareCell

IN_USE = 3
"""The level from which a practice is in use across its scope; below it most institutions count."""

_LEVELS = tuple(str(level) for level in range(MAX_LEVEL + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeComparison:
    """A practice beside its group.

    Attributes:
        group: the narrowest group that tells its shares.
        own: the institution's value: its level, 0 when unanswered, None when not counted.
        median: the level that the middle one of the group's levels has; None where the one class
            told of is not a level.
        higher: per cent of the group at a higher level; None where that is not told.
        early: per cent of the group at a level below 3; None where that is not told.
    """

    practice: str
    group: Group
    cell: ShareCell
    own: int | None
    median: int | None
    higher: int | None
    early: int | None

    @property
    def lag(self) -> int:
        """Levels by which the group's median is higher, 0 where it is not."""
        if self.own is None or self.median is None:
            return 0
        return max(0, self.median - self.own)


def beside(practice: str, own: int | None, group: Group, cell: ShareCell) -> PracticeComparison:
    """Hold a practice's value beside a group's shares."""
    median = _median(cell)
    return PracticeComparison(
        practice=practice,
        group=group,
        cell=cell,
        own=own,
        median=median,
        higher=None if own is None else _share(cell, own + 1, MAX_LEVEL),
        early=_share(cell, 0, IN_USE - 1),
    )


def _median(cell: ShareCell) -> int | None:
    """Return the lower one of the middle levels, as far as rounded shares tell."""
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
