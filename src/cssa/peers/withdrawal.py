"""Withdrawing a published figure that was found wrong, with what it could be worked out from.

Nothing is computed anew: what is left is a part of what was published, so every set that can be
subtracted from it is a union of sets that were safe before.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cssa.errors import Problem, UsageError
from cssa.messages.wording import listed
from cssa.peers.composition import FEW_PARTS, Composition
from cssa.peers.group_figures import SuppressedFigure
from cssa.peers.peers_file import (
    CONTINUING,
    EVERY_FIGURE,
    Continuing,
    Group,
    Peers,
    Withheld,
    cell_of,
    figures_of,
    without,
)


class Reduced(NamedTuple):
    """Published figures after a withdrawal.

    Attributes:
        withdrawn: every cell that was taken out, with the number of institutions that it had.
    """

    peers: Peers
    withdrawn: tuple[SuppressedFigure, ...]


def withdraw(peers: Peers, parts: Composition, group: str, figure: str) -> Reduced:
    """Take a figure of a group out of what is published, and what would give it away.

    Args:
        peers: what is published.
        parts: the figures that each figure is computed from.
        group: a group's id, or ``continuing``.
        figure: a figure's id as in ``Withheld``; ``*`` for every figure of the group.

    Raises:
        UsageError: when no such figure is published.
    """
    cells = peers.cells
    if group not in cells:
        known = {"group": group, "known": listed(cells or ["-"])}
        raise UsageError([Problem("peers.withdraw.no_group", known)])
    if figure != EVERY_FIGURE and figure not in cells[group]:
        params = {"group": group, "figure": figure}
        raise UsageError([Problem("peers.withdraw.no_figure", params)])
    figures = set(cells[group])
    if figure != EVERY_FIGURE:
        figures = with_dependants(figure, parts)
    leaving: dict[str, set[str]] = {CONTINUING: figures}
    if group != CONTINUING:
        for published in figures.intersection(cells[group]):
            for concerned in _concerned(peers, group, published):
                leaving.setdefault(concerned, set()).add(published)
    return _without(peers, leaving)


def with_dependants(figure: str, parts: Composition) -> set[str]:
    """Return a figure with those of the same institutions that it could be worked out from.

    Those are the figures that it is made of; and a figure that it is a part of, where that has so
    few parts that the others give this one away.

    Args:
        figure: a figure's id.
        parts: the figures that each figure is computed from.
    """
    leaving = {figure}
    waiting = [figure]
    while waiting:
        for part in parts.get(waiting.pop(), ()):
            leaving.add(part)
            waiting.append(part)
    while wholes := {
        whole
        for whole, several in parts.items()
        if whole not in leaving and len(several) <= FEW_PARTS and leaving.intersection(several)
    }:
        leaving |= wholes
    return leaving


def _concerned(peers: Peers, name: str, figure: str) -> Iterator[str]:
    """Yield the groups whose figure goes with that of one of them.

    Those are the groups inside it, and those beside it with what is inside them: the wider group
    without the others would give it away, so a wider one stays divided into all its parts or into
    none. A wider group of the same institutions goes too, with what is beside that.
    """
    groups = {group.id: group for group in peers.groups}
    top = groups[name]
    while top.parent is not None and _n(groups[top.parent], figure) == _n(top, figure):
        top = groups[top.parent]
    inside = {group.id for group in peers.groups if group.parent == top.parent}
    for group in peers.groups:  # wider groups stand before those inside them
        if group.id in inside or group.parent in inside:
            inside.add(group.id)
            yield group.id


def _n(group: Group, figure: str) -> int | None:
    """Return of how many institutions a group's figure is; None where it is not published."""
    cell = cell_of(group, figure)
    return None if cell is None else cell.n


def _without(peers: Peers, leaving: Mapping[str, set[str]]) -> Reduced:
    withdrawn: list[SuppressedFigure] = []
    groups: list[Group] = []
    for group in peers.groups:
        figures = leaving.get(group.id, set())
        withdrawn += _taken(group.id, group, figures)
        left = without(group, figures)
        if figures_of(left):
            groups.append(left)
    continuing = peers.continuing
    if continuing is not None:
        figures = leaving.get(CONTINUING, set())
        withdrawn += _taken(CONTINUING, continuing, figures)
        left_of_change = without(continuing, figures)
        continuing = left_of_change if figures_of(left_of_change) else None
    reduced = peers.model_copy(update={"groups": tuple(groups), "continuing": continuing})
    withheld = tuple(_withheld(peers, reduced, withdrawn))
    return Reduced(reduced.model_copy(update={"withheld": withheld}), tuple(withdrawn))


def _taken(name: str, holder: Group | Continuing, figures: set[str]) -> Iterator[SuppressedFigure]:
    for figure in figures_of(holder):
        cell = cell_of(holder, figure)
        if figure in figures and cell is not None:
            yield SuppressedFigure(name, figure, cell.n, "withdrawn")


def _withheld(
    before: Peers, after: Peers, withdrawn: Sequence[SuppressedFigure]
) -> Iterator[Withheld]:
    """Yield what is withheld by now, a group none of whose figures is left as a whole."""
    emptied = before.cells.keys() - after.cells.keys()
    yield from (entry for entry in before.withheld if entry.group not in emptied)
    for group in before.cells:
        if group in emptied:
            yield Withheld(group=group, figure=EVERY_FIGURE)
        else:
            for cell in withdrawn:
                if cell.group == group:
                    yield Withheld(group=group, figure=cell.figure)
