"""Which cells of a figure may be told, so that nobody is given away.

From the cells that are told, a reader can compute each one's *atom*: the cell without the widest
told ones inside it. Whatever else can be subtracted is a union of atoms. A cell is therefore told
only if it and every atom that is not empty are safe: large enough, and with values that still
differ when the reader takes its own away.

A reader also knows this program, and learns from what is not told. That a cell is too small says
nothing about values. That its values are too much alike would, if its neighbours were told. So
sizes are looked at first, without values; then a group is divided into all its parts or into none.
"""

from collections.abc import Mapping
from typing import Generic, Literal, NamedTuple, TypeVar

from cssa.peers.cells import FigureCell
from cssa.peers.groups import PeerGroup

C = TypeVar("C", bound=FigureCell)

Reason = Literal[
    "too_few",
    "complement",
    "concentrated",
    "beside_concentrated",
    "parent_withdrawn",
    "divided",
]
"""Why a cell is not told; the reason goes to the issuer alone, since it could tell the cell."""


class SafetyRule(NamedTuple):
    """When a set of institutions may be told of.

    Attributes:
        smallest: institutions that it has at least.
        coalition: institutions that may tell each other their own values.
    """

    smallest: int
    coalition: int

    def holds(self, cell: FigureCell) -> bool:
        """Tell whether a set is safe; whatever contains a safe set is safe too."""
        return self.is_large(cell) and self.is_mixed(cell)

    def is_large(self, cell: FigureCell) -> bool:
        """Tell whether a set has enough members."""
        return cell.n >= self.smallest

    def is_mixed(self, cell: FigureCell) -> bool:
        """Tell whether a set's values differ enough."""
        return cell.differs(self.coalition)


class Suppressed(NamedTuple):
    """A cell that is not told: how many institutions it has, and why."""

    n: int
    reason: Reason


class Suppression(NamedTuple, Generic[C]):
    """What is told of one figure.

    Attributes:
        told: cells by group id. With a group, every wider one is told.
        unsaid: the other groups, by id.
    """

    told: dict[str, C]
    unsaid: dict[str, Suppressed]

    def of(self, group: str) -> C | Suppressed:
        """Return a group's cell, or why it is not told."""
        return self.told[group] if group in self.told else self.unsaid[group]


def suppress(root: PeerGroup, own: Mapping[str, C], safety: SafetyRule) -> Suppression[C]:
    """Decide for one figure which groups' cells are told.

    Args:
        root: the tree of groups.
        own: for each group the values of its members that belong to no group below it.
        safety: what is safe.
    """
    decision = _Decision(own, safety)
    decision.admit(root)
    decision.look(root)
    return Suppression(decision.told, decision.unsaid)


class _Decision(Generic[C]):
    """What has been decided of one figure so far."""

    def __init__(self, own: Mapping[str, C], safety: SafetyRule) -> None:
        self.told: dict[str, C] = {}
        self.unsaid: dict[str, Suppressed] = {}
        self._own = own
        self._safety = safety
        self._cells: dict[str, C] = {}

    def admit(self, group: PeerGroup) -> None:
        """Admit a group and those below it by size, narrower ones first.

        While the atom of a group is too small, the smallest group directly inside it is withdrawn
        with everything below.
        """
        for child in group.children:
            self.admit(child)
        cell = self._own[group.id].joined(*(self._cells[child.id] for child in group.children))
        self._cells[group.id] = cell
        if not self._safety.is_large(cell):  # nor is anything inside it, then
            self.unsaid[group.id] = Suppressed(cell.n, "too_few")
            return
        self.told[group.id] = cell
        inside = self._inside(group)
        for child in sorted(inside, key=lambda child: (self._cells[child.id].n, child.id)):
            atom = self._atom(group)
            if not atom.n or self._safety.is_large(atom):
                break
            self._withdraw(child, "complement")

    def look(self, root: PeerGroup) -> None:
        """Look at values, wider groups first."""
        if root.id not in self.told:
            return
        if self._safety.is_mixed(self._cells[root.id]):
            self._divide(root)
        else:
            self._withdraw(root, "concentrated")

    def _divide(self, group: PeerGroup) -> None:
        """Keep the groups inside a told one if the values of each part differ enough.

        One part whose values are too much alike withdraws all: which one it was must not show.
        """
        inside = self._inside(group)
        atom = self._atom(group)
        parts = [self._cells[child.id] for child in inside]
        if all(self._safety.is_mixed(part) for part in (*parts, atom) if part.n):
            for child in inside:
                self._divide(child)
            return
        for child in inside:
            alike = not self._safety.is_mixed(self._cells[child.id])
            self._withdraw(child, "concentrated" if alike else "beside_concentrated")

    def _inside(self, group: PeerGroup) -> list[PeerGroup]:
        """Return the widest told groups inside a told one; with a group, its parents are told."""
        return [child for child in group.children if child.id in self.told]

    def _atom(self, group: PeerGroup) -> C:
        hidden = [child.id for child in group.children if child.id not in self.told]
        return self._own[group.id].joined(*(self._cells[child] for child in hidden))

    def _withdraw(self, group: PeerGroup, reason: Reason) -> None:
        for inside in group.walk():
            if inside.id in self.told:
                own: Reason = reason if inside is group else "parent_withdrawn"
                self.unsaid[inside.id] = Suppressed(self.told.pop(inside.id).n, own)
