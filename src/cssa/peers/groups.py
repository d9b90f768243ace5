"""Who is compared with whom: all institutions, their sub-sectors, and the parts of those."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from cssa.datafile.types import Text
from cssa.messages import message
from cssa.peers.member import Member
from cssa.peers.peers_file import ROOT
from cssa.scheme.sectors import Sector, Sectors

SecondDimension = Literal["size", "core_system"]
"""What divides a sub-sector; never both, for crossed groups can be subtracted from each other."""

SHARED_SYSTEM_PART, OWN_SYSTEM_PART = "shared", "own"
"""Ids of the parts of a sub-sector that is divided by core system."""


class PeerGroup(NamedTuple):
    """A comparison group with those below it; two groups overlap only where one is in the other.

    Attributes:
        parent: id of the group that it is part of; None for all institutions.
        n: institutions in it.
        direct_members: indices of the members that belong to no group below it.
    """

    id: str
    parent: str | None
    title: Text
    n: int
    direct_members: tuple[int, ...]
    children: tuple["PeerGroup", ...] = ()

    @property
    def members(self) -> tuple[int, ...]:
        """Indices of all members."""
        return tuple(index for group in self.walk() for index in group.direct_members)

    def walk(self) -> Iterator["PeerGroup"]:
        """Yield the group and every one below it, wider ones first."""
        yield self
        for child in self.children:
            yield from child.walk()


def group_tree(
    members: Sequence[Member], sectors: Sectors, second_dimension: SecondDimension
) -> PeerGroup:
    """Return all institutions as a group, divided into groups that have members.

    Members of a sub-sector that forms no group count in the next wider one only; members of whom
    the second dimension is not known count in their sub-sector only. docs/peers.md, "Groups and
    figures".

    Args:
        members: the institutions that enter the figures.
        sectors: the sub-sectors, with their industry groups and size bands.
        second_dimension: what divides a sub-sector.
    """
    by_sector = _grouped(range(len(members)), lambda index: members[index].sector)
    own_layers = layers(members, sectors)
    by_layer: dict[str, list[Sector]] = {}
    for sector in sectors.sectors:
        if sector.id in by_sector:
            layer = sector.industry_group
            by_layer.setdefault(layer if layer in own_layers else sector.id, []).append(sector)
    children: list[PeerGroup] = []
    direct_members: list[int] = []
    for layer, inside in by_layer.items():
        parent = layer if layer in own_layers else ROOT
        parts = [
            _sub_sector(sector, parent, by_sector.pop(sector.id), members, second_dimension)
            for sector in inside
            if sector.grouped
        ]
        others = [index for sector in inside for index in by_sector.pop(sector.id, ())]
        if parent == ROOT:
            children += parts
            direct_members += others
        else:
            children.append(_group(layer, ROOT, group_title(layer, sectors), parts, others))
    for unknown in by_sector.values():
        direct_members += unknown
    title = group_title(ROOT, sectors)
    return _group(ROOT, None, title, children, direct_members)


def layers(members: Iterable[Member], sectors: Sectors) -> frozenset[str]:
    """Return the industry groups that are groups of their own: those of several sub-sectors.

    One that has a single sub-sector among the members would be that sub-sector once more.

    Args:
        members: the institutions that enter the figures.
        sectors: the sub-sectors, with their industry groups.
    """
    present = {member.sector for member in members}
    counts = Counter(sector.industry_group for sector in sectors.sectors if sector.id in present)
    return frozenset(group for group, count in counts.items() if group is not None and count > 1)


def group_title(group_id: str, sectors: Sectors) -> Text:
    """Return the title of a group, also of one none of whose figures is published.

    Args:
        group_id: ``all``, an industry group, a sub-sector, or ``sub_sector.part``.
        sectors: the sub-sectors, with their industry groups and size bands.

    Raises:
        LookupError: when there is no such group.
    """
    if group_id == ROOT:
        return both_languages("peers.group.all")
    for group in sectors.industry_groups:
        if group_id == group.id:
            return group.title
    for sector in sectors.sectors:
        if group_id == sector.id:
            return sector.title
        if group_id.startswith(f"{sector.id}."):
            return part_title(sector, group_id.removeprefix(f"{sector.id}."))
    raise LookupError(group_id)


def wider_groups(group_id: str, sectors: Sectors) -> tuple[str, ...]:
    """Return the groups that a group can lie in, the narrowest first.

    Args:
        group_id: ``all``, an industry group, a sub-sector, or ``sub_sector.part``.
        sectors: the sub-sectors, with their industry groups.
    """
    around: tuple[str | None, ...] = (ROOT,)
    for sector in sectors.sectors:
        if group_id == sector.id:
            around = (sector.industry_group, ROOT)
        elif group_id.startswith(f"{sector.id}."):
            around = (sector.id, sector.industry_group, ROOT)
    return tuple(wider for wider in around if wider is not None and wider != group_id)


def _group(
    group_id: str,
    parent: str | None,
    title: Text,
    children: Sequence[PeerGroup],
    direct_members: Sequence[int],
) -> PeerGroup:
    return PeerGroup(
        id=group_id,
        parent=parent,
        title=title,
        n=len(direct_members) + sum(child.n for child in children),
        direct_members=tuple(sorted(direct_members)),
        children=tuple(children),
    )


def _sub_sector(
    sector: Sector,
    parent: str,
    indices: Sequence[int],
    members: Sequence[Member],
    second_dimension: SecondDimension,
) -> PeerGroup:
    by_part = _grouped(indices, lambda index: part_of(sector, members[index], second_dimension))
    direct_members = by_part.pop(None, [])
    order = (
        [band.id for band in sector.bands]
        if second_dimension == "size"
        else [SHARED_SYSTEM_PART, OWN_SYSTEM_PART]
    )
    parts = [
        _group(f"{sector.id}.{part}", sector.id, part_title(sector, part), (), by_part[part])
        for part in order
        if part in by_part
    ]
    return _group(sector.id, parent, sector.title, parts, direct_members)


def part_of(sector: Sector, member: Member, second_dimension: SecondDimension) -> str | None:
    """Return which part of its sub-sector a member is in, None where that is not known.

    Args:
        sector: the sub-sector.
        member: one of its institutions.
        second_dimension: what divides the sub-sector.
    """
    if second_dimension == "core_system":
        parts = {True: SHARED_SYSTEM_PART, False: OWN_SYSTEM_PART, None: None}
        return parts[member.shared_system]
    size = member.size
    reached = [band.id for band in sector.bands if size is not None and size >= band.from_]
    return reached[-1] if reached else None


def part_title(sector: Sector, part: str) -> Text:
    """Return the title of a size band of a sub-sector, or of those with one kind of core system.

    Args:
        sector: the sub-sector.
        part: id of the band, or of the kind of core system.
    """
    for band in sector.bands:
        if band.id == part:
            return both_languages(
                "peers.group.band", sector=sector.title, measure=sector.measure, band=band.title
            )
    return both_languages(f"peers.group.{part}", sector=sector.title)


def both_languages(code: str, **params: Text) -> Text:
    """Return a message in both languages.

    Args:
        code: its code.
        params: placeholders, in both languages as well.
    """
    return Text(
        ja=message("ja", code, {name: text.ja for name, text in params.items()}),
        en=message("en", code, {name: text.en for name, text in params.items()}),
    )


def _grouped(
    indices: Iterable[int], key: Callable[[int], str | None]
) -> dict[str | None, list[int]]:
    grouped: dict[str | None, list[int]] = {}
    for index in indices:
        grouped.setdefault(key(index), []).append(index)
    return grouped
