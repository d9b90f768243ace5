"""Change on the institutions of two campaigns, where it gives away neither newcomers nor leavers.

The continuing institutions lie across the groups. With their sum known, a reader can compute two
sums more in each year: over the atoms that they divide, that of their own parts together, and that
of the other parts together. Both have to be safe wherever they are not empty.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from cssa.peers.cells import Numbers
from cssa.peers.disclosure import Safety, Unsaid, protect
from cssa.peers.figures import numbers
from cssa.peers.groups import PeerGroup
from cssa.population.member import Member


class Year(NamedTuple):
    """The institutions that enter the figures of one campaign, in their groups."""

    members: Sequence[Member]
    root: PeerGroup


class Pair(NamedTuple):
    """The values of the same institutions in both years."""

    now: Numbers
    before: Numbers


def pair(
    now: Year,
    before: Year,
    value: Callable[[Member], Fraction | int | None],
    width: Fraction,
    safety: Safety,
) -> Pair | Unsaid:
    """Return a figure of the institutions that have it in both years, where it may be told.

    Args:
        now: this campaign.
        before: the last one, whose figures were told under the same rules.
        value: what a member has for the figure.
        width: how far apart values have to be to differ.
        safety: what is safe.
    """
    ours, theirs = (
        {member.id: own for member in year.members if (own := value(member)) is not None}
        for year in (now, before)
    )
    stayed = ours.keys() & theirs.keys()
    cells = Pair(
        *(Numbers.of((values[name] for name in stayed), width) for values in (ours, theirs))
    )
    if len(stayed) < safety.smallest:
        return Unsaid(len(stayed), "too_few")
    if not all(map(safety.holds, cells)):
        return Unsaid(len(stayed), "concentrated")
    parts = chain(
        _parts(now, ours, stayed, width, safety), _parts(before, theirs, stayed, width, safety)
    )
    if not all(safety.holds(part) for part in parts if part.n):
        return Unsaid(len(stayed), "complement")
    return cells


def _parts(
    year: Year,
    values: Mapping[str, Fraction | int],
    stayed: Collection[str],
    width: Fraction,
    safety: Safety,
) -> Iterator[Numbers]:
    """Yield the two sets that can be subtracted once the continuing institutions are told of."""
    column = [values.get(member.id) for member in year.members]
    told = protect(year.root, numbers(year.root, column, width), safety).told
    atoms: dict[str, tuple[list[Fraction | int], list[Fraction | int]]] = {
        group: ([], []) for group in told
    }
    holder: dict[str | None, str] = {}
    for group in year.root.walk():
        if group.id in told:
            holder[group.id] = group.id
        elif group.parent in holder:
            holder[group.id] = holder[group.parent]
        else:
            break  # not even all institutions together are told of
        for index in group.own:
            own = column[index]
            if own is not None:
                atoms[holder[group.id]][year.members[index].id in stayed].append(own)
    divided = [atom for atom in atoms.values() if all(atom)]
    for side in (False, True):
        yield Numbers.of(chain.from_iterable(atom[side] for atom in divided), width)
