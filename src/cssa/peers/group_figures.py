"""The figures of one group: published to everyone, and suppressed with a reason for the issuer."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from cssa.datafile.types import Model
from cssa.peers.peers_file import EVERY_FIGURE, Withheld
from cssa.peers.suppression import Reason, Suppressed


class SuppressedFigure(NamedTuple):
    """A figure of a group that is suppressed, and why; for the issuer alone.

    Attributes:
        figure: as in ``Withheld``; ``*`` where all figures of a group are suppressed for one
            reason.
        n: institutions with a value; for ``*`` those of the group.
        coalitions: ids of the known readers that it is withheld for; empty where it would be
            withheld anyway.
    """

    group: str
    figure: str
    n: int
    reason: Reason
    coalitions: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Code of the message that words the reason."""
        return f"peers.withheld.{self.reason}"


class GroupFigures:
    """The figures of one group, entered one by one.

    Args:
        group: id of the group.
        n: institutions in it.

    Attributes:
        published: what may be published, as the fields of a group's model.
    """

    def __init__(self, group: str, n: int) -> None:
        self._group = group
        self._n = n
        self.published: dict[str, Any] = {}
        self._suppressed: list[SuppressedFigure] = []

    def enter(self, kind: str, figure: str, cell: Model | Suppressed) -> None:
        """Add a figure.

        Args:
            kind: the field of a group that it belongs to; a figure of the same name fills it alone.
            figure: as in ``Withheld``.
            cell: what is published, or why nothing is.
        """
        if isinstance(cell, Suppressed):
            self._suppressed.append(SuppressedFigure(self._group, figure, *cell))
        elif kind == figure:
            self.published[kind] = cell
        else:
            self.published.setdefault(kind, {})[figure] = cell

    @property
    def suppressed(self) -> tuple[SuppressedFigure, ...]:
        """What is suppressed and why, for the issuer."""
        causes = {(figure.reason, figure.coalitions) for figure in self._suppressed}
        if not self.published and len(causes) == 1:
            return (SuppressedFigure(self._group, EVERY_FIGURE, self._n, *causes.pop()),)
        return tuple(self._suppressed)

    @property
    def withheld(self) -> Iterator[Withheld]:
        """What is withheld, for everyone."""
        if not self.published:
            yield Withheld(group=self._group, figure=EVERY_FIGURE)
            return
        for suppressed in self._suppressed:
            yield Withheld(group=self._group, figure=suppressed.figure)
