"""Suppression: which cells of a figure are published, and why the others are not."""

from collections.abc import Mapping
from typing import Generic, Literal, NamedTuple, TypeVar

from cssa.peers.cells import FigureCell
from cssa.peers.groups import PeerGroup

AnyCell = TypeVar("AnyCell", bound=FigureCell)

Reason = Literal[
    "too_few",
    "complement",
    "concentrated",
    "beside_concentrated",
    "parent_withdrawn",
    "divided",
    "withdrawn",
]
"""Why a cell is suppressed; for the issuer alone, since the reason could disclose the cell.

Primary suppression: ``too_few``, ``concentrated``. Complementary suppression, which protects other
cells: ``complement``, ``beside_concentrated``, ``parent_withdrawn``. Change alone: ``divided``.
"""


class SafetyRule(NamedTuple):
    """When the values of a set of institutions may be published (docs/peers.md, "safe").

    Attributes:
        threshold: institutions that the set must have at least.
        coalition: institutions that may put their own values together.
    """

    threshold: int
    coalition: int

    def is_safe(self, cell: FigureCell) -> bool:
        """Return whether a set is safe; whatever contains a safe set is safe too."""
        return self.meets_threshold(cell) and not self.is_concentrated(cell)

    def meets_threshold(self, cell: FigureCell) -> bool:
        """Return whether a set has enough members (threshold rule)."""
        return cell.n >= self.threshold

    def is_concentrated(self, cell: FigureCell) -> bool:
        """Return whether a set's values are so alike that a coalition can infer the others'."""
        return not cell.differs_without(self.coalition)


class Suppressed(NamedTuple):
    """A cell that is not published: how many institutions it has, and why."""

    n: int
    reason: Reason


class Suppression(NamedTuple, Generic[AnyCell]):
    """Which cells of one figure are published.

    Attributes:
        published: cells by group id. Where a group is published, every wider one is.
        suppressed: the other groups, by id.
    """

    published: dict[str, AnyCell]
    suppressed: dict[str, Suppressed]

    def of(self, group: str) -> AnyCell | Suppressed:
        """Return a group's cell, or why it is suppressed."""
        return self.published[group] if group in self.published else self.suppressed[group]


def suppress(
    root: PeerGroup, direct_cells: Mapping[str, AnyCell], safety: SafetyRule
) -> Suppression[AnyCell]:
    """Decide for one figure which groups' cells are published.

    From the published cells a reader can compute each one's *atom*: the cell without the widest
    published ones inside it. Whatever else can be subtracted is a union of atoms. So every
    published cell, and every atom that is not empty, must be safe.

    A reader also knows this program, and learns from what is suppressed. That a cell is too small
    discloses no values; that its values are too much alike would, if its neighbours were published.
    So sizes are looked at first, without values; then a group is divided into all its parts or into
    none. docs/peers.md, "When a cell is published".

    Args:
        root: the tree of groups.
        direct_cells: by group id, the values of its members that belong to no group below it.
        safety: what is safe.
    """
    suppressor = _Suppressor(direct_cells, safety)
    suppressor.by_size(root)
    suppressor.by_values(root)
    return Suppression(suppressor.published, suppressor.suppressed)


class _Suppressor(Generic[AnyCell]):
    """The cells of one figure that are published and suppressed so far."""

    def __init__(self, direct_cells: Mapping[str, AnyCell], safety: SafetyRule) -> None:
        self.published: dict[str, AnyCell] = {}
        self.suppressed: dict[str, Suppressed] = {}
        self._direct_cells = direct_cells
        self._safety = safety
        self._cells: dict[str, AnyCell] = {}

    def by_size(self, group: PeerGroup) -> None:
        """Publish a group and those below it that meet the threshold, narrower ones first.

        While the atom of a group is too small, the smallest group directly inside it is suppressed
        with everything below.
        """
        for child in group.children:
            self.by_size(child)
        children = (self._cells[child.id] for child in group.children)
        cell = self._direct_cells[group.id].merged(*children)
        self._cells[group.id] = cell
        if not self._safety.meets_threshold(cell):  # nor does anything inside it, then
            self.suppressed[group.id] = Suppressed(cell.n, "too_few")
            return
        self.published[group.id] = cell
        inside = self._published_children(group)
        for child in sorted(inside, key=lambda child: (self._cells[child.id].n, child.id)):
            atom = self._atom(group)
            if not atom.n or self._safety.meets_threshold(atom):
                break
            self._suppress(child, "complement")

    def by_values(self, root: PeerGroup) -> None:
        """Suppress concentrated cells, wider groups first."""
        if root.id not in self.published:
            return
        if self._safety.is_concentrated(self._cells[root.id]):
            self._suppress(root, "concentrated")
        else:
            self._divide(root)

    def _divide(self, group: PeerGroup) -> None:
        """Keep the groups inside a published one unless one of its parts is concentrated.

        One concentrated part suppresses all: which one it was must not show.
        """
        children = self._published_children(group)
        atom = self._atom(group)
        parts = [*(self._cells[child.id] for child in children), atom]
        if not any(self._safety.is_concentrated(part) for part in parts if part.n):
            for child in children:
                self._divide(child)
            return
        for child in children:
            is_concentrated = self._safety.is_concentrated(self._cells[child.id])
            self._suppress(child, "concentrated" if is_concentrated else "beside_concentrated")

    def _published_children(self, group: PeerGroup) -> list[PeerGroup]:
        """Return the widest published groups inside one; parents are published with a group."""
        return [child for child in group.children if child.id in self.published]

    def _atom(self, group: PeerGroup) -> AnyCell:
        hidden = [child.id for child in group.children if child.id not in self.published]
        return self._direct_cells[group.id].merged(*(self._cells[child] for child in hidden))

    def _suppress(self, group: PeerGroup, reason: Reason) -> None:
        """Suppress a published group with those published below it."""
        for descendant in group.walk():
            if descendant.id in self.published:
                n = self.published.pop(descendant.id).n
                own_reason: Reason = reason if descendant is group else "parent_withdrawn"
                self.suppressed[descendant.id] = Suppressed(n, own_reason)
