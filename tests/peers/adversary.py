"""A reader who wants to know what others answered, and has only the publication.

It knows which institution is in which group, which of them have a value, the program, and the
answers of its own coalition. It subtracts whatever can be subtracted, and it goes through all
populations that would have been published in the same way. Nothing here is taken from the program.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations, combinations_with_replacement, compress, product
from typing import Any, NamedTuple

Places = frozenset[str]

SEEN_FROM_OUTSIDE = ("na", "not_adopted")
"""Answers of which a reader may know who gave them."""


def derivable(cells: Sequence[Places]) -> Iterator[Places]:
    """Yield every set of places whose sum follows from the sums of some sets.

    That is every vector of zeros and ones, other than zero, in the span of theirs over the
    rationals.
    """
    columns: dict[tuple[bool, ...], list[str]] = {}
    for place in sorted(frozenset().union(*cells)):
        columns.setdefault(tuple(place in cell for cell in cells), []).append(place)
    rows = _reduced([[Fraction(column[row]) for column in columns] for row in range(len(cells))])
    for choice in product((False, True), repeat=len(rows)):  # a row's own column is 0 or 1 as well
        chosen = list(compress(rows, choice))
        vector = [sum(column) for column in zip(*chosen, strict=True)]
        if chosen and all(entry in (0, 1) for entry in vector):
            yield frozenset(chain.from_iterable(compress(columns.values(), vector)))


def _reduced(rows: list[list[Fraction]]) -> list[list[Fraction | int]]:
    """Return the reduced echelon form of a matrix without its empty rows."""
    pivots: list[int] = []
    for column in range(len(rows[0]) if rows else 0):
        done = len(pivots)
        lead = next((row for row in range(done, len(rows)) if rows[row][column]), None)
        if lead is None:
            continue
        rows[done], rows[lead] = rows[lead], rows[done]
        scale = rows[done][column]
        rows[done] = [entry / scale for entry in rows[done]]
        for row in range(len(rows)):
            if row != done and (factor := rows[row][column]):
                rows[row] = [
                    entry - factor * own for entry, own in zip(rows[row], rows[done], strict=True)
                ]
        pivots.append(column)
    return [
        [int(entry) if entry.denominator == 1 else entry for entry in row]  # quicker to add
        for row in rows[: len(pivots)]
    ]


def is_safe(values: Sequence[Any], m: int, c: int, min_span: Fraction | None) -> bool:
    """Return whether a set discloses nobody's value to any coalition of its members.

    Args:
        values: those of its members.
        m: members that it needs.
        c: members of a coalition.
        min_span: how far apart the others' values must be; None for classes.
    """
    if min_span is None:
        values = [value for value in values if value not in SEEN_FROM_OUTSIDE]
    if len(values) < m:
        return False
    if min_span is None:
        return sum(count > c for count in Counter(values).values()) > 1
    ascending = sorted(values)
    places = range(len(ascending))
    for coalition in combinations(places, c):
        lowest = next(place for place in places if place not in coalition)
        highest = next(place for place in reversed(places) if place not in coalition)
        if ascending[highest] - ascending[lowest] < min_span:
            return False
    return True


class World(NamedTuple):
    """A population that could be: what would be published of it, and the values at each place.

    Members at one place are the same to a reader: in the same groups in the same campaigns.
    """

    published: Hashable
    values: Mapping[str, Counter[Any]]


class Exposure(NamedTuple):
    """Members at a place of whom a coalition can infer too much."""

    published: Hashable
    coalition: tuple[tuple[str, Any], ...]
    place: str
    possible: frozenset[Any]


class Search(NamedTuple):
    """Whose values can be inferred over all populations, and how many there were."""

    worlds: int
    publications: int
    questions: int
    exposed: list[Exposure]


def search(worlds: Iterable[World], c: int, is_hidden: Callable[[frozenset[Any]], bool]) -> Search:
    """Ask for every publication and every coalition what each other member could have.

    Args:
        worlds: all populations that could be.
        c: members of a coalition.
        is_hidden: whether the values that a member could have leave it unknown.
    """
    possible: dict[Any, dict[str, set[Any]]] = defaultdict(lambda: defaultdict(set))
    count = 0
    for world in worlds:
        count += 1
        for coalition in coalitions(world.values, c):
            known = possible[world.published, coalition]
            taken = Counter(coalition)
            for place, values in world.values.items():
                known[place].update(
                    value for value, number in values.items() if number > taken[place, value]
                )
    exposed = [
        Exposure(published, coalition, place, frozenset(values))
        for (published, coalition), places in possible.items()
        for place, values in places.items()
        if values and not is_hidden(frozenset(values))
    ]
    publications = len({published for published, _ in possible})
    return Search(count, publications, len(possible), exposed)


def coalitions(values: Mapping[str, Counter[Any]], c: int) -> Iterator[tuple[tuple[str, Any], ...]]:
    """Yield what ``c`` members can know of themselves: the place and value of each."""
    kinds = sorted((place, value) for place, counter in values.items() for value in counter)
    for coalition in combinations_with_replacement(kinds, c):
        if all(values[place][value] >= n for (place, value), n in Counter(coalition).items()):
            yield coalition


def fillings(sizes: Mapping[str, int], values: Sequence[Any]) -> Iterator[dict[str, Counter[Any]]]:
    """Yield every way in which members at places can have values."""
    each = [
        [Counter(chosen) for chosen in combinations_with_replacement(values, size)]
        for size in sizes.values()
    ]
    for chosen in product(*each):
        yield dict(zip(sizes, chosen, strict=True))
