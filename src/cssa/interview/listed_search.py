"""Finding an item of a list, such as a sub-sector, by part of its name."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from cssa.library.folding import fold
from cssa.scheme.sectors import Sector, SectorKind

Listed = TypeVar("Listed", bound=Sector | SectorKind)
"""What is chosen from a list."""


def find_listed(text: str, items: Sequence[Listed]) -> list[Listed]:
    """Return the items that a text may mean, the best first; all of them for an empty text.

    One whose id, title or other name is the text stands alone. Otherwise names that begin with it
    come before those that contain it, and these before those that have its characters in their
    order.

    Args:
        text: part of a title in either language, or of another name.
        items: the list.
    """
    wanted = "".join(fold(text).split())
    if not wanted:
        return list(items)
    ranked = [(min(_ranks(wanted, item)), item) for item in items]
    exact = [item for rank, item in ranked if rank == _EXACT]
    if exact:
        return exact
    best = sorted((pair for pair in ranked if pair[0] < _NONE), key=lambda pair: pair[0])
    has_contained = any(rank < _SCATTERED for rank, _ in best)
    return [item for rank, item in best if rank < _SCATTERED or not has_contained]


def is_part_of_name(text: str, item: Sector | SectorKind) -> bool:
    """Return whether a text stands as it is in an id or a name, so that no other is meant."""
    return min(_ranks("".join(fold(text).split()), item)) < _SCATTERED


_EXACT, _BEGINS, _CONTAINS, _SCATTERED, _NONE = range(5)


def _ranks(wanted: str, item: Sector | SectorKind) -> Iterator[int]:
    for words in (item.id, item.title.ja, item.title.en, *item.also):
        name = "".join(fold(words).split())
        if name == wanted:
            yield _EXACT
        elif name.startswith(wanted):
            yield _BEGINS
        elif wanted in name:
            yield _CONTAINS
        elif _has_in_order(name, wanted):
            yield _SCATTERED
        else:
            yield _NONE


def _has_in_order(name: str, wanted: str) -> bool:
    """Return whether a name has all characters of a text in their order, with others between."""
    rest = iter(name)
    return all(char in rest for char in wanted)
