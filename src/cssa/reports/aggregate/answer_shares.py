"""How the answers to a practice are distributed, from its published shares alone."""

from dataclasses import dataclass

from cssa.checklist.level_scale import LevelScale
from cssa.checklist.practice import Practice
from cssa.peers.answer_classes import answer_classes
from cssa.peers.peers_file import ShareCell

_ALL = 100


@dataclass(frozen=True, slots=True)
class Share:
    """A share in whole per cent, or what is known of it.

    Attributes:
        bound: ``exact``, or ``at_least`` or ``at_most`` where nearly all are in one class.
    """

    per_cent: int
    bound: str = "exact"

    @property
    def code(self) -> str:
        """The message that words it."""
        return f"aggregate.share.{self.bound}"


@dataclass(frozen=True, slots=True)
class PracticeShares:
    """The shares of a practice's answers.

    Attributes:
        cell: the published figures; None where they are withheld.
        scale: the levels of the checklist.
    """

    practice: Practice
    cell: ShareCell | None
    scale: LevelScale

    @property
    def by_class(self) -> dict[str, Share | None]:
        """The share of each class; None where it is withheld."""
        cell, classes = self.cell, answer_classes(self.scale)
        if cell is None:
            return dict.fromkeys(classes)
        if cell.blurred is None:
            return {name: Share(cell.shares.get(name, 0)) for name in classes}
        most = Share(cell.shares[cell.blurred], "at_least")
        return {name: most if name == cell.blurred else None for name in classes}

    @property
    def shares(self) -> tuple[Share | None, ...]:
        """The share of each class, in their order; None where it is withheld."""
        return tuple(self.by_class.values())

    @property
    def bar_counts(self) -> tuple[int, ...]:
        """The segments of a bar in per cent: one for each class, then what is withheld."""
        if self.cell is None:
            return (*(0 for _ in self.shares), _ALL)
        published = [0 if share is None else share.per_cent for share in self.shares]
        return (*published, 0 if self.cell.blurred is None else _ALL - sum(published))

    @property
    def in_use(self) -> Share | None:
        """The share at the level that is in place or above, of all that the figure counts."""
        cell = self.cell
        if cell is None:
            return None
        classes = [str(level) for level in self.scale.values if level >= self.scale.in_place]
        if cell.blurred is None:
            return Share(min(sum(cell.shares.get(name, 0) for name in classes), _ALL))
        least = cell.shares[cell.blurred]
        if cell.blurred in classes:
            return Share(least, "at_least")
        return Share(_ALL - least, "at_most")
