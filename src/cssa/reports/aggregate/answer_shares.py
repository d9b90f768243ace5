"""How the answers to a practice are spread, from its published shares alone."""

from dataclasses import dataclass

from cssa.checklist.model import MAX_LEVEL, Practice
from cssa.peers.cells import ANSWER_CLASSES
from cssa.peers.peers_file import ShareCell

IN_USE = 3
"""The level from which a practice is in use across its scope."""

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
        """The message that says it."""
        return f"aggregate.share.{self.bound}"


@dataclass(frozen=True, slots=True)
class PracticeShares:
    """The answers to a practice.

    Attributes:
        cell: what is published of them; None where nothing is.
    """

    practice: Practice
    cell: ShareCell | None

    @property
    def shares(self) -> tuple[Share | None, ...]:
        """The share of each class; None where it is not told."""
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
    def pieces(self) -> tuple[int, ...]:
        """The pieces of a bar: a share for each class, and what is told of none."""
        if self.cell is None:
            return (*(0,) * len(ANSWER_CLASSES), _ALL)
        told = [0 if share is None else share.per_cent for share in self.shares]
        return (*told, 0 if self.cell.blurred is None else _ALL - sum(told))

    @property
    def in_use(self) -> Share | None:
        """The share at the level of use or above, of all that the figure counts."""
        cell = self.cell
        if cell is None:
            return None
        at = ANSWER_CLASSES[IN_USE : MAX_LEVEL + 1]
        if cell.blurred is None:
            return Share(min(sum(cell.shares.get(name, 0) for name in at), _ALL))
        told = cell.shares[cell.blurred]
        if cell.blurred in at:
            return Share(told, "at_least")
        return Share(_ALL - told, "at_most")
