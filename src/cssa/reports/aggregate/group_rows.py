"""The groups of published figures, and their depth in the tree."""

from dataclasses import dataclass

from cssa.datafile.types import AnyText
from cssa.peers.peers_file import ROOT, Group


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group of which a figure is published.

    Attributes:
        n: its institutions.
        depth: 0 for all institutions, 1 for a sub-sector, 2 for a part of one.
    """

    id: str
    title: AnyText
    n: int
    depth: int


def build_group_line(group: Group) -> GroupLine:
    """Return a group's line."""
    depth = 0 if group.id == ROOT else 1 + group.id.count(".")
    return GroupLine(group.id, group.title, group.n, depth)
