"""Which cells of a figure may be told, so that no subtraction gives a few institutions away.

From the cells that are told, a reader can compute each one's *atom*: the cell without the widest
told ones inside it. Whatever else can be subtracted is a union of atoms. A cell is therefore told
only if it and every atom that is not empty are safe: large enough, and with values that still
differ when the reader takes its own away.
"""

from collections.abc import Mapping
from typing import Generic, Literal, NamedTuple, TypeVar

from cssa.peers.cells import Cell
from cssa.peers.groups import PeerGroup

C = TypeVar("C", bound=Cell)

Reason = Literal["too_few", "concentrated", "complement", "parent_withdrawn"]
"""Why a cell is not told; the reason goes to the issuer alone, since it could tell the cell."""


class Safety(NamedTuple):
    """When a set of institutions may be told of.

    Attributes:
        smallest: institutions that it has at least.
        coalition: institutions that may tell each other their own values.
    """

    smallest: int
    coalition: int

    def holds(self, cell: Cell) -> bool:
        """Tell whether a set is safe; whatever contains a safe set is safe too."""
        return cell.n >= self.smallest and cell.differs(self.coalition)


class Unsaid(NamedTuple):
    """A cell that is not told: how many institutions it has, and why."""

    n: int
    reason: Reason


class Ruling(NamedTuple, Generic[C]):
    """What is told of one figure.

    Attributes:
        told: cells by group id. With a group, every wider one is told.
        unsaid: the other groups, by id.
    """

    told: dict[str, C]
    unsaid: dict[str, Unsaid]

    def of(self, group: str) -> C | Unsaid:
        """Return a group's cell, or why it is not told."""
        return self.told[group] if group in self.told else self.unsaid[group]


def protect(root: PeerGroup, own: Mapping[str, C], safety: Safety) -> Ruling[C]:
    """Decide for one figure which groups' cells are told.

    Args:
        root: the tree of groups.
        own: for each group the values of its members that belong to no group below it.
        safety: what is safe.
    """
    ruling: Ruling[C] = Ruling({}, {})
    _settle(root, own, safety, ruling)
    return ruling


def _settle(group: PeerGroup, own: Mapping[str, C], safety: Safety, ruling: Ruling[C]) -> C:
    """Decide on a group and all below it, and return its cell."""
    below = {child.id: _settle(child, own, safety, ruling) for child in group.children}
    cell = own[group.id].joined(*below.values())
    if not safety.holds(cell):  # nor is anything inside it, then
        few = cell.n < safety.smallest
        ruling.unsaid[group.id] = Unsaid(cell.n, "too_few" if few else "concentrated")
        return cell
    ruling.told[group.id] = cell
    hidden = [part for child, part in below.items() if child not in ruling.told]
    atom = own[group.id].joined(*hidden)
    told = [child for child in group.children if child.id in ruling.told]
    for child in sorted(told, key=lambda child: (below[child.id].n, child.id)):
        if not atom.n or safety.holds(atom):
            break
        _withdraw(child, ruling)
        atom = atom.joined(below[child.id])
    return cell


def _withdraw(group: PeerGroup, ruling: Ruling[C]) -> None:
    for inside in group.walk():
        if inside.id in ruling.told:
            reason: Reason = "complement" if inside is group else "parent_withdrawn"
            ruling.unsaid[inside.id] = Unsaid(ruling.told.pop(inside.id).n, reason)
