"""What the issuer alone gets: figures by sub-sector, and what was withheld with the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cssa.checklist.model import Checklist, Practice
from cssa.datafile.types import Text
from cssa.peers.group_figures import SuppressedFigure
from cssa.peers.groups import group_title
from cssa.peers.peers_file import CONTINUING, EVERY_FIGURE, ROOT, CountCell, Group, Peers, ScoreCell
from cssa.reports.aggregate.answer_shares import PracticeShares, Share
from cssa.reports.aggregate.group_rows import GroupLine, group_line
from cssa.reports.aggregate.participation import Participation, ResponseCounts
from cssa.reports.phrases import Phrase
from cssa.scheme.sectors import Sectors

_NAMED = {
    EVERY_FIGURE: "aggregate.figure.every",
    "overall": "aggregate.figure.overall",
    "below_target": "aggregate.figure.below_target",
}
"""Messages of the figures that are not named by a number of the checklist."""

MOST_NAMED = 12
"""Figures that a page names of one group and reason; the workbook and the data name all."""


@dataclass(frozen=True, slots=True)
class SectorTurnout:
    """A sub-sector's turnout."""

    id: str
    title: Text
    turnout: ResponseCounts


@dataclass(frozen=True, slots=True)
class GroupScores:
    """The scores of one group, each None where it is withheld.

    Attributes:
        domains: in checklist order.
    """

    group: GroupLine
    overall: ScoreCell | None
    domains: tuple[ScoreCell | None, ...]
    below: CountCell | None

    @property
    def scores(self) -> tuple[ScoreCell | None, ...]:
        """The overall score and those of the domains."""
        return (self.overall, *self.domains)


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """The shares of sub-sectors that have a practice in use, in the order of the columns."""

    practice: Practice
    shares: tuple[Share | None, ...]


class WithheldFigure(NamedTuple):
    """A figure that is withheld.

    Attributes:
        name: its words, or its number in the checklist.
        n: institutions that it would have told of.
    """

    id: str
    name: Phrase | str
    n: int


@dataclass(frozen=True, slots=True)
class WithheldFigures:
    """Figures of one group that are withheld for one reason.

    Attributes:
        reason: the message that words it.
    """

    group: str
    title: Text | Phrase
    reason: str
    figures: tuple[WithheldFigure, ...]

    @property
    def members(self) -> Phrase | str:
        """The institutions that the figures would have told of, from the fewest to the most."""
        low, high = (pick(one.n for one in self.figures) for pick in (min, max))
        return str(low) if low == high else Phrase("aggregate.range", {"low": low, "high": high})

    @property
    def is_long(self) -> bool:
        """Whether a page counts the figures instead of naming them."""
        return len(self.figures) > MOST_NAMED


@dataclass(frozen=True, slots=True)
class Restricted:
    """The part of the aggregate that is not for publication.

    Attributes:
        turnout: by sub-sector, in the order of the sub-sectors.
        groups: the scores of every group that some is told of.
        columns: the sub-sectors of which shares are told.
        practices: in checklist order.
        withheld: by group, then reason.
    """

    turnout: tuple[SectorTurnout, ...]
    groups: tuple[GroupScores, ...]
    columns: tuple[GroupLine, ...]
    practices: tuple[PracticeLine, ...]
    withheld: tuple[WithheldFigures, ...]


def restrict(
    peers: Peers,
    checklist: Checklist,
    sectors: Sectors,
    participation: Participation,
    withheld: Sequence[SuppressedFigure],
) -> Restricted:
    """Return the restricted part."""
    columns = [one for one in peers.groups if one.parent == ROOT and one.practices]
    return Restricted(
        turnout=tuple(
            SectorTurnout(one.id, one.title, participation.sectors[one.id])
            for one in sectors.sectors
            if one.id in participation.sectors
        ),
        groups=tuple(_figures(group, checklist) for group in peers.groups),
        columns=tuple(map(group_line, columns)),
        practices=tuple(
            PracticeLine(
                placed.practice, tuple(_share(placed.practice, group) for group in columns)
            )
            for placed in checklist.walk()
            if placed.practice.gives_level
        ),
        withheld=tuple(_held_back(withheld, sectors)),
    )


def _figures(group: Group, checklist: Checklist) -> GroupScores:
    return GroupScores(
        group=group_line(group),
        overall=group.overall,
        domains=tuple(group.domains.get(domain.id) for domain in checklist.domains),
        below=group.below_target,
    )


def _share(practice: Practice, group: Group) -> Share | None:
    return PracticeShares(practice, group.practices.get(practice.id)).in_use


def _held_back(withheld: Sequence[SuppressedFigure], sectors: Sectors) -> Iterator[WithheldFigures]:
    together: dict[tuple[str, str], list[WithheldFigure]] = {}
    for one in withheld:
        named = _NAMED.get(one.figure)
        name = one.figure if named is None else Phrase(named)
        figure = WithheldFigure(one.figure, name, one.n)
        together.setdefault((one.group, one.code), []).append(figure)
    for (group, code), figures in together.items():
        continuing = group == CONTINUING
        title = Phrase("aggregate.h.change") if continuing else group_title(group, sectors)
        yield WithheldFigures(group, title, code, tuple(figures))
