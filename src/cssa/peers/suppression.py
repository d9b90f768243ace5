"""Suppression: which cells of a figure are published, and why the others are not."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, Literal, NamedTuple

from cssa.peers.cells import AnyCell, KnownCell
from cssa.peers.groups import PeerGroup

Reason = Literal[
    "too_few",
    "known_answers",
    "complement",
    "concentrated",
    "beside_concentrated",
    "parent_withdrawn",
    "follows",
    "divided",
    "withdrawn",
]
"""Why a cell is suppressed; for the issuer alone, since the reason could disclose the cell.

Primary suppression: ``too_few``, ``concentrated``, and ``known_answers`` for either where it is so
without the institutions whose answers one reader has seen. Complementary suppression, which
protects other cells: ``complement``, ``beside_concentrated``, ``parent_withdrawn``, and
``follows`` beside the figures that it is computed from. Change alone: ``divided``.
"""


class SafetyRule(NamedTuple):
    """When the values of a set of institutions may be published (docs/peers.md, "safe").

    A set has to be safe as a whole, and without the members of each known coalition that leaves
    anyone in it. Each check returns None where the set passes; else the coalitions without which it
    does not, none where it does not as a whole.

    Attributes:
        threshold: institutions that the set must have at least.
        coalition: institutions that may put their own values together.
    """

    threshold: int
    coalition: int

    def failing_threshold(self, known_cell: KnownCell[Any]) -> tuple[str, ...] | None:
        """Return whether a set has too few members (threshold rule), and without whom."""
        return self._failing(
            known_cell,
            lambda cell, known: (
                cell.n_hidden - (0 if known is None else known.n_hidden) < self.threshold
            ),
        )

    def concentrated(self, known_cell: KnownCell[Any]) -> tuple[str, ...] | None:
        """Return whether a set's values are so alike that others' can be inferred, and by whom."""
        return self._failing(
            known_cell, lambda cell, known: not cell.differs_without(self.coalition, known)
        )

    @staticmethod
    def _failing(
        known_cell: KnownCell[AnyCell], fails: Callable[[AnyCell, AnyCell | None], bool]
    ) -> tuple[str, ...] | None:
        cell = known_cell.cell
        if fails(cell, None):
            return ()
        coalitions = tuple(
            name
            for name, known in known_cell.known.items()
            if known.n < cell.n and fails(cell, known)
        )
        return coalitions or None


class Suppressed(NamedTuple):
    """A cell that is not published.

    Attributes:
        n: institutions that it has.
        reason: why it is not.
        coalitions: the known readers that it is withheld for; empty where it would be anyway.
    """

    n: int
    reason: Reason
    coalitions: tuple[str, ...] = ()


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
    root: PeerGroup, direct_cells: Mapping[str, KnownCell[AnyCell]], safety: SafetyRule
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
    published = {group: known_cell.cell for group, known_cell in suppressor.published.items()}
    return Suppression(published, suppressor.suppressed)


class _Suppressor(Generic[AnyCell]):
    """The cells of one figure that are published and suppressed so far."""

    def __init__(self, direct_cells: Mapping[str, KnownCell[AnyCell]], safety: SafetyRule) -> None:
        self.published: dict[str, KnownCell[AnyCell]] = {}
        self.suppressed: dict[str, Suppressed] = {}
        self._direct_cells = direct_cells
        self._safety = safety
        self._cells: dict[str, KnownCell[AnyCell]] = {}

    def by_size(self, group: PeerGroup) -> None:
        """Publish a group and those below it that meet the threshold, narrower ones first.

        While the atom of a group is too small, the smallest group directly inside it is suppressed
        with everything below.
        """
        for child in group.children:
            self.by_size(child)
        children = (self._cells[child.id] for child in group.children)
        cell = self._direct_cells[group.id].merged(*children)
        self._cells[group.id] = self.published[group.id] = cell
        failing = self._safety.failing_threshold(cell)
        if failing is not None:
            self._suppress(group, "known_answers" if failing else "too_few", failing)
            return
        inside = self._published_children(group)
        for child in sorted(inside, key=lambda child: (self._cells[child.id].n, child.id)):
            atom = self._atom(group)
            failing = self._safety.failing_threshold(atom) if atom.n else None
            if failing is None:
                break
            self._suppress(child, "complement", failing)

    def by_values(self, root: PeerGroup) -> None:
        """Suppress concentrated cells, wider groups first."""
        if root.id not in self.published:
            return
        concentrated = self._safety.concentrated(self._cells[root.id])
        if concentrated is not None:
            reason: Reason = "known_answers" if concentrated else "concentrated"
            self._suppress(root, reason, concentrated)
        else:
            self._divide(root)

    def _divide(self, group: PeerGroup) -> None:
        """Keep the groups inside a published one unless one of its parts is concentrated.

        One concentrated part suppresses all: which one it was must not show.
        """
        children = self._published_children(group)
        atom = self._atom(group)
        parts = [*(self._cells[child.id] for child in children), *([atom] if atom.n else [])]
        concentrated = [
            names for part in parts if (names := self._safety.concentrated(part)) is not None
        ]
        if not concentrated:
            for child in children:
                self._divide(child)
            return
        coalitions = tuple(dict.fromkeys(name for names in concentrated for name in names))
        if not all(concentrated):
            coalitions = ()  # one of them is, whoever reads it
        for child in children:
            own = self._safety.concentrated(self._cells[child.id])
            if own is None:
                self._suppress(child, "beside_concentrated", coalitions)
            else:
                self._suppress(child, "known_answers" if own else "concentrated", own)

    def _published_children(self, group: PeerGroup) -> list[PeerGroup]:
        """Return the widest published groups inside one; parents are published with a group."""
        return [child for child in group.children if child.id in self.published]

    def _atom(self, group: PeerGroup) -> KnownCell[AnyCell]:
        hidden = [child.id for child in group.children if child.id not in self.published]
        return self._direct_cells[group.id].merged(*(self._cells[child] for child in hidden))

    def _suppress(self, group: PeerGroup, reason: Reason, coalitions: tuple[str, ...]) -> None:
        """Suppress a published group with those published below it."""
        for descendant in group.walk():
            if descendant.id in self.published:
                n = self.published.pop(descendant.id).n
                own_reason: Reason = reason if descendant is group else "parent_withdrawn"
                self.suppressed[descendant.id] = Suppressed(n, own_reason, coalitions)
