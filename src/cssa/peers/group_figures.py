"""What is told of one group and what is not: to everyone, and with its reason to the issuer."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from cssa.datafile.types import Model
from cssa.peers.peers_file import EVERY_FIGURE, Withheld
from cssa.peers.suppression import Reason, Suppressed


class SuppressedFigure(NamedTuple):
    """A figure of a group that is not told, and why; for the issuer alone.

    Attributes:
        figure: as in ``Withheld``; ``*`` where all figures of a group are withheld for one reason.
        n: institutions with a value; for ``*`` those of the group.
    """

    group: str
    figure: str
    n: int
    reason: Reason

    @property
    def code(self) -> str:
        """Code of the message that words the reason."""
        return f"peers.withheld.{self.reason}"


class GroupFigures:
    """The figures of one group, entered one by one.

    Attributes:
        told: what may be told, as the fields of a group's model.
    """

    def __init__(self, name: str, n: int) -> None:
        self._name = name
        self._n = n
        self.told: dict[str, Any] = {}
        self._withheld: list[SuppressedFigure] = []

    def enter(self, kind: str, figure: str, cell: Model | Suppressed) -> None:
        """Add a figure.

        Args:
            kind: the field that it stands in; a figure of the same name fills it alone.
            figure: as in ``Withheld``.
            cell: what is told, or why nothing is.
        """
        if isinstance(cell, Suppressed):
            self._withheld.append(SuppressedFigure(self._name, figure, cell.n, cell.reason))
        elif kind == figure:
            self.told[kind] = cell
        else:
            self.told.setdefault(kind, {})[figure] = cell

    @property
    def for_issuer(self) -> tuple[SuppressedFigure, ...]:
        """What is withheld, and why."""
        reasons = {one.reason for one in self._withheld}
        if not self.told and len(reasons) == 1:
            return (SuppressedFigure(self._name, EVERY_FIGURE, self._n, reasons.pop()),)
        return tuple(self._withheld)

    @property
    def for_everyone(self) -> Iterator[Withheld]:
        """What is withheld."""
        if not self.told:
            yield Withheld(group=self._name, figure=EVERY_FIGURE)
            return
        for one in self._withheld:
            yield Withheld(group=self._name, figure=one.figure)
