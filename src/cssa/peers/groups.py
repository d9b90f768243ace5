"""Who is compared with whom: all institutions, their sub-sectors, and what divides those."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from cssa.datafile.types import Text
from cssa.messages import say
from cssa.peers.member import Member
from cssa.peers.peers_file import ROOT
from cssa.scheme.sectors import Sector, Sectors

Second = Literal["size", "core_system"]
"""What divides a sub-sector; never both, for crossed groups can be subtracted from each other."""

SHARED, OWN = "shared", "own"


class PeerGroup(NamedTuple):
    """A comparison group with those below it; two groups overlap only where one is in the other.

    Attributes:
        parent: id of the group that it is part of; None for all institutions.
        n: institutions in it.
        own: indices of the members that belong to no group below it.
    """

    id: str
    parent: str | None
    title: Text
    n: int
    own: tuple[int, ...]
    children: tuple["PeerGroup", ...] = ()

    def walk(self) -> Iterator["PeerGroup"]:
        """Yield the group and every one below it, wider ones first."""
        yield self
        for child in self.children:
            yield from child.walk()


def tree(members: Sequence[Member], sectors: Sectors, second: Second) -> PeerGroup:
    """Return all institutions as a group, divided into groups that have members.

    Members of a sub-sector that forms no group count among all only; members of whom the second
    dimension is not known count in their sub-sector only.
    """
    placed = _gather(range(len(members)), lambda index: members[index].sector)
    children = tuple(
        _sub_sector(sector, placed.pop(sector.id), members, second)
        for sector in sectors.sectors
        if sector.grouped and sector.id in placed
    )
    return PeerGroup(
        id=ROOT,
        parent=None,
        title=title_of(ROOT, sectors),
        n=len(members),
        own=tuple(sorted(index for rest in placed.values() for index in rest)),
        children=children,
    )


def title_of(group_id: str, sectors: Sectors) -> Text:
    """Return the title of a group, of one too that no figure is told of."""
    if group_id == ROOT:
        return titled("peers.group.all")
    for sector in sectors.sectors:
        if group_id == sector.id:
            return sector.title
        if group_id.startswith(f"{sector.id}."):
            return part_title(sector, group_id.removeprefix(f"{sector.id}."))
    raise LookupError(group_id)


def _sub_sector(
    sector: Sector, indices: Sequence[int], members: Sequence[Member], second: Second
) -> PeerGroup:
    parts = _gather(indices, lambda index: _part(sector, members[index], second))
    own = parts.pop(None, [])
    order = [band.id for band in sector.bands] if second == "size" else [SHARED, OWN]
    return PeerGroup(
        id=sector.id,
        parent=ROOT,
        title=sector.title,
        n=len(indices),
        own=tuple(own),
        children=tuple(
            PeerGroup(
                id=f"{sector.id}.{part}",
                parent=sector.id,
                title=part_title(sector, part),
                n=len(parts[part]),
                own=tuple(parts[part]),
            )
            for part in order
            if part in parts
        ),
    )


def _part(sector: Sector, member: Member, second: Second) -> str | None:
    """Return which part of its sub-sector a member is in, None where that is not known."""
    if second == "core_system":
        return {True: SHARED, False: OWN, None: None}[member.shared_system]
    size = member.size
    reached = [band.id for band in sector.bands if size is not None and size >= band.from_]
    return reached[-1] if reached else None


def part_title(sector: Sector, part: str) -> Text:
    """Return the title of a band of a sub-sector, or of those with one kind of core system."""
    for band in sector.bands:
        if band.id == part:
            return titled(
                "peers.group.band", sector=sector.title, measure=sector.measure, band=band.title
            )
    return titled(f"peers.group.{part}", sector=sector.title)


def titled(code: str, **words: Text) -> Text:
    """Return a message in both languages."""
    return Text(
        ja=say("ja", code, {name: text.ja for name, text in words.items()}),
        en=say("en", code, {name: text.en for name, text in words.items()}),
    )


def _gather(
    indices: Iterable[int], key: Callable[[int], str | None]
) -> dict[str | None, list[int]]:
    gathered: dict[str | None, list[int]] = {}
    for index in indices:
        gathered.setdefault(key(index), []).append(index)
    return gathered
