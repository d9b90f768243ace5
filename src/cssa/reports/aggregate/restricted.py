"""The part for the issuer alone: figures by sub-sector, and what is withheld with the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.datafile.types import AnyText
from cssa.peers.group_figures import SuppressedFigure
from cssa.peers.groups import group_title
from cssa.peers.member import BELOW_IN_PLACE
from cssa.peers.peers_file import CONTINUING, EVERY_FIGURE, Group, Peers
from cssa.reports.aggregate.answer_shares import PracticeShares, Share
from cssa.reports.aggregate.group_rows import GroupLine, GroupScores, group_lines, group_scores
from cssa.reports.aggregate.participation import Participation, ResponseCounts
from cssa.reports.phrases import Phrase
from cssa.scheme.sectors import Sectors

_FIGURE_NAMES = {
    EVERY_FIGURE: "aggregate.figure.every",
    "overall": "aggregate.figure.overall",
    BELOW_IN_PLACE: "aggregate.figure.below_in_place",
}
"""Messages of the figures that have no number in the checklist."""

MAX_NAMED = 12
"""Most figures that a page names of one group and reason; workbook and JSON name all."""


@dataclass(frozen=True, slots=True)
class SectorTurnout:
    """A sub-sector's turnout."""

    id: str
    title: AnyText
    turnout: ResponseCounts


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """The share of each group that has a practice in use, in the order of the columns."""

    practice: Practice
    shares: tuple[Share | None, ...]


class WithheldFigure(NamedTuple):
    """A figure that is withheld.

    Attributes:
        name: in words, or its number in the checklist.
        n: institutions that it would be of.
    """

    id: str
    name: Phrase | str
    n: int


@dataclass(frozen=True, slots=True)
class WithheldFigures:
    """Figures of one group that are withheld for one reason.

    Attributes:
        group: its id.
        reason: the message that words it.
    """

    group: str
    title: AnyText | Phrase
    reason: str
    figures: tuple[WithheldFigure, ...]

    @property
    def members(self) -> Phrase | str:
        """The institutions that the figures would be of, from the fewest to the most."""
        counts = [figure.n for figure in self.figures]
        low, high = min(counts), max(counts)
        return str(low) if low == high else Phrase("figure.range", {"low": low, "high": high})

    @property
    def is_long(self) -> bool:
        """Whether a page counts the figures instead of naming them."""
        return len(self.figures) > MAX_NAMED


@dataclass(frozen=True, slots=True)
class Restricted:
    """The part of the aggregate that is not for publication.

    Attributes:
        turnout: by sub-sector, in the order of the sub-sectors.
        groups: the scores of every group of which one is published.
        columns: the industry groups and sub-sectors of which shares are published.
        practices: in checklist order.
        withheld: by group, then reason.
    """

    turnout: tuple[SectorTurnout, ...]
    groups: tuple[GroupScores, ...]
    columns: tuple[GroupLine, ...]
    practices: tuple[PracticeLine, ...]
    withheld: tuple[WithheldFigures, ...]


def build_restricted(
    peers: Peers,
    checklist: Checklist,
    sectors: Sectors,
    participation: Participation,
    withheld: Sequence[SuppressedFigure],
) -> Restricted:
    """Return the restricted part.

    Args:
        peers: the published figures.
        checklist: the checklist answered.
        sectors: the sub-sectors, for their titles and order.
        participation: who took part.
        withheld: the withheld figures with their reasons.
    """
    scale = checklist.level_scale
    parts_of = {sector.id for sector in sectors.sectors}
    columns = [
        group
        for group in peers.groups
        if group.parent is not None and group.parent not in parts_of and group.practices
    ]
    return Restricted(
        turnout=tuple(
            SectorTurnout(sector.id, sector.title, participation.sectors[sector.id])
            for sector in sectors.sectors
            if sector.id in participation.sectors
        ),
        groups=tuple(group_scores(peers.groups, checklist)),
        columns=tuple(group_lines(columns)),
        practices=tuple(
            PracticeLine(
                placed.practice, tuple(_share(placed.practice, group, scale) for group in columns)
            )
            for placed in checklist.walk()
            if placed.practice.gives_level
        ),
        withheld=tuple(_withheld(withheld, sectors, checklist)),
    )


def _share(practice: Practice, group: Group, scale: LevelScale) -> Share | None:
    return PracticeShares(practice, group.practices.get(practice.id), scale).in_use


def _withheld(
    withheld: Sequence[SuppressedFigure], sectors: Sectors, checklist: Checklist
) -> Iterator[WithheldFigures]:
    by_reason: dict[tuple[str, str], list[WithheldFigure]] = {}
    for figure in withheld:
        code = _FIGURE_NAMES.get(figure.figure)
        is_count = figure.figure == BELOW_IN_PLACE
        level = {"level": checklist.level_scale.in_place} if is_count else {}
        practice, *part = figure.figure.partition(":")
        name = (
            "".join((checklist.shown_id(practice), *part)) if code is None else Phrase(code, level)
        )
        by_reason.setdefault((figure.group, figure.code), []).append(
            WithheldFigure(figure.figure, name, figure.n)
        )
    for (group, code), figures in by_reason.items():
        is_change = group == CONTINUING
        title = Phrase("aggregate.h.change") if is_change else group_title(group, sectors)
        yield WithheldFigures(group, title, code, tuple(figures))
