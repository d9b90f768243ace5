"""How the answers to a practice are distributed, from its published shares alone."""

from dataclasses import dataclass

from cssa.checklist.practice import MAX_LEVEL, Practice
from cssa.peers.cells import ANSWER_CLASSES
from cssa.peers.member import IN_PLACE
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
    """

    practice: Practice
    cell: ShareCell | None

    @property
    def shares(self) -> tuple[Share | None, ...]:
        """The share of each class; None where it is withheld."""
        cell = self.cell
        if cell is None:
            return (None,) * len(ANSWER_CLASSES)
        if cell.blurred is None:
            return tuple(Share(cell.shares.get(name, 0)) for name in ANSWER_CLASSES)
        return tuple(
            Share(cell.shares[name], "at_least") if name == cell.blurred else None
            for name in ANSWER_CLASSES
        )

    @property
    def bar_counts(self) -> tuple[int, ...]:
        """The segments of a bar in per cent: one for each class, then what is withheld."""
        if self.cell is None:
            return (*(0,) * len(ANSWER_CLASSES), _ALL)
        published = [0 if share is None else share.per_cent for share in self.shares]
        return (*published, 0 if self.cell.blurred is None else _ALL - sum(published))

    @property
    def in_use(self) -> Share | None:
        """The share at the lowest level of use or above, of all that the figure counts."""
        cell = self.cell
        if cell is None:
            return None
        classes = ANSWER_CLASSES[IN_PLACE : MAX_LEVEL + 1]
        if cell.blurred is None:
            return Share(min(sum(cell.shares.get(name, 0) for name in classes), _ALL))
        least = cell.shares[cell.blurred]
        if cell.blurred in classes:
            return Share(least, "at_least")
        return Share(_ALL - least, "at_most")
