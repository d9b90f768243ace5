"""The groups that an institution belongs to, from the narrowest to all institutions."""

from collections.abc import Iterator
from typing import NamedTuple

from cssa.answers.submission import Institution
from cssa.datafile.types import Text
from cssa.peers.groups import OWN_SYSTEM_PART, SHARED_SYSTEM_PART, both_languages, part_title
from cssa.peers.member import SHARED_SYSTEM
from cssa.peers.peers_file import ROOT, Group, Peers
from cssa.scheme.sectors import Sector, Sectors


class GroupLevel(NamedTuple):
    """One group of an institution.

    Attributes:
        group: its published figures; None where every one of them is withheld.
    """

    id: str
    title: Text
    group: Group | None


def group_path(institution: Institution, peers: Peers, sectors: Sectors) -> tuple[GroupLevel, ...]:
    """Return an institution's groups, the narrowest first.

    A group that the publication neither tells nor lists as withheld does not exist: nobody was in
    it, or the sub-sector forms none.
    """
    sector = next(one for one in sectors.sectors if one.id == institution.sector)
    told = {group.id: group for group in peers.groups}
    known = told.keys() | {one.group for one in peers.withheld}
    return tuple(
        GroupLevel(id_, told[id_].title if id_ in told else title, told.get(id_))
        for id_, title in _groups(institution, sector)
        if id_ in known
    )


def _groups(institution: Institution, sector: Sector) -> Iterator[tuple[str, Text]]:
    """Yield every group that an institution could belong to; only one second dimension is used."""
    shared = institution.flags.get(SHARED_SYSTEM)
    parts = [] if shared is None else [SHARED_SYSTEM_PART if shared else OWN_SYSTEM_PART]
    if institution.size is not None:
        parts += [band.id for band in sector.bands if band.from_ <= institution.size][-1:]
    for part in parts:
        yield f"{sector.id}.{part}", part_title(sector, part)
    yield sector.id, sector.title
    yield ROOT, both_languages("peers.group.all")
