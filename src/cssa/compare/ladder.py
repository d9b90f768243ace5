"""The groups that an institution belongs to, from the narrowest to all institutions."""

from collections.abc import Iterator
from typing import NamedTuple

from cssa.answers.models import Institution
from cssa.peers.published import ROOT, Group, Peers
from cssa.population.member import SHARED_SYSTEM
from cssa.scheme.sectors import Sector, Sectors
from cssa.yamlio.model import Text

SHARED = Text(ja="基幹システムは共同利用", en="shared core system")
OWN = Text(ja="基幹システムは自営", en="own core system")
ALL = Text(ja="全機関", en="All institutions")


class Rung(NamedTuple):
    """One group of an institution.

    Attributes:
        group: its published figures; None where every one of them is withheld.
    """

    id: str
    title: Text
    group: Group | None


def ladder(institution: Institution, peers: Peers, sectors: Sectors) -> tuple[Rung, ...]:
    """Return an institution's groups, the narrowest first.

    A group that the publication neither tells nor lists as withheld does not exist: nobody was in
    it, or the sub-sector forms none.
    """
    sector = next(one for one in sectors.sectors if one.id == institution.sector)
    told = {group.id: group for group in peers.groups}
    known = told.keys() | {one.group for one in peers.withheld}
    return tuple(
        Rung(id_, told[id_].title if id_ in told else title, told.get(id_))
        for id_, title in _groups(institution, sector)
        if id_ in known
    )


def _groups(institution: Institution, sector: Sector) -> Iterator[tuple[str, Text]]:
    shared = institution.flags.get(SHARED_SYSTEM)
    if shared is not None:
        name, title = ("shared", SHARED) if shared else ("own", OWN)
        yield f"{sector.id}.{name}", _within(sector, title)
    if institution.size is not None:
        at = [band for band in sector.bands if band.from_ <= institution.size]
        if at:
            yield f"{sector.id}.{at[-1].id}", _within(sector, at[-1].title)
    yield sector.id, sector.title
    yield ROOT, ALL


def _within(sector: Sector, title: Text) -> Text:
    return Text(ja=f"{sector.title.ja}（{title.ja}）", en=f"{sector.title.en} ({title.en})")
