"""The groups that an institution belongs to, from the narrowest to all institutions."""

from typing import NamedTuple

from cssa.answers.submission import Institution
from cssa.datafile.types import Text
from cssa.peers.groups import OWN_SYSTEM_PART, SHARED_SYSTEM_PART, group_title, wider_groups
from cssa.peers.member import SHARED_SYSTEM
from cssa.peers.peers_file import Group, Peers
from cssa.scheme.sectors import Sector, Sectors


class GroupLevel(NamedTuple):
    """One of the groups that an institution belongs to.

    Attributes:
        id: of the group.
        title: of the group, also where its figures are withheld.
        group: its published figures; None where all of them are withheld.
    """

    id: str
    title: Text
    group: Group | None


def group_path(institution: Institution, peers: Peers, sectors: Sectors) -> tuple[GroupLevel, ...]:
    """Return an institution's groups, the narrowest first.

    A group that is neither published nor listed as withheld does not exist: no institution is in
    it, the sub-sector has none, or its industry group has no other sub-sector.

    Args:
        institution: gives sub-sector, size and shared system.
        peers: the published figures.
        sectors: the sub-sectors, with their industry groups and bands of size.
    """
    sector = next(sector for sector in sectors.sectors if sector.id == institution.sector)
    published = {group.id: group for group in peers.groups}
    known = published.keys() | {figure.group for figure in peers.withheld}
    return tuple(
        GroupLevel(
            id_,
            published[id_].title if id_ in published else group_title(id_, sectors),
            published.get(id_),
        )
        for id_ in (*_parts(institution, sector), sector.id, *wider_groups(sector.id, sectors))
        if id_ in known
    )


def _parts(institution: Institution, sector: Sector) -> list[str]:
    """Return the parts of its sub-sector that an institution can be in; figures have one kind.

    Args:
        institution: gives size and shared system.
        sector: its sub-sector.
    """
    shared = institution.flags.get(SHARED_SYSTEM)
    parts = [] if shared is None else [SHARED_SYSTEM_PART if shared else OWN_SYSTEM_PART]
    if institution.size is not None:
        parts += [band.id for band in sector.bands if band.from_ <= institution.size][-1:]
    return [f"{sector.id}.{part}" for part in parts]
