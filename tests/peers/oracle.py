"""The figures of groups computed a second time, from the definitions: sets of names, no haste.

Imports nothing of the program. What it returns is compared whole with ``peers.json``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction
from itertools import combinations
from typing import Any

getcontext().prec = 60

NAMES = frozenset[str]
Values = Mapping[str, Any]

ANSWERS = {**{str(level): str(level) for level in range(6)}, "n": "na", "a": "not_adopted"}


def groups(
    members: Iterable[Any], bands: Mapping[str, tuple[str, ...]], step: int, second: str
) -> dict[str, NAMES]:
    """Return the members of each group by its id."""
    found: dict[str, set[str]] = {"all": set()}
    for one in members:
        found["all"].add(one.id)
        if one.sector not in bands:
            continue
        found.setdefault(one.sector, set()).add(one.id)
        part = None
        if second == "core_system" and one.shared_system is not None:
            part = "shared" if one.shared_system else "own"
        if second == "size" and one.size is not None and bands[one.sector]:
            place = min(int(one.size) // step, len(bands[one.sector]) - 1)
            part = bands[one.sector][place]
        if part:
            found.setdefault(f"{one.sector}.{part}", set()).add(one.id)
    return {name: frozenset(names) for name, names in found.items()}


def safe(values: Values, names: NAMES, m: int, c: int, kind: str) -> bool:
    """Tell whether a set is safe, by going through every coalition."""
    if len(names) < m:
        return False
    if kind == "shares":
        present = [values[name] for name in names]
        return sum(present.count(answer) > c for answer in set(present)) > 1
    apart = 1 if kind == "count" else Fraction(1, 2)
    for coalition in combinations(sorted(names), c):
        left = [values[name] for name in names.difference(coalition)]
        if not left or max(left) - min(left) < apart:
            return False
    return True


def told(tree: Mapping[str, NAMES], values: Values, m: int, c: int, kind: str) -> dict[str, NAMES]:
    """Return the cells that may be told, by the rule as it is written down."""
    cells = {
        group: frozenset(name for name in names if name in values) for group, names in tree.items()
    }
    depth = {group: 0 if group == "all" else 1 + group.count(".") for group in tree}
    published: dict[str, NAMES] = {}

    def below(group: str) -> list[str]:
        return [
            other
            for other in published
            if depth[other] > depth[group] and (group == "all" or other.startswith(f"{group}."))
        ]

    def widest(group: str) -> list[str]:
        inside = below(group)
        return [
            one
            for one in inside
            if not any(other != one and one.startswith(f"{other}.") for other in inside)
        ]

    for group in sorted(tree, key=lambda group: -depth[group]):
        if not safe(values, cells[group], m, c, kind):
            continue
        published[group] = cells[group]
        while True:
            atom = cells[group].difference(*(cells[one] for one in widest(group)))
            if not atom or safe(values, atom, m, c, kind):
                break
            least = min(widest(group), key=lambda one: (len(cells[one]), one))
            for gone in [least, *below(least)]:
                del published[gone]
    return published


def half_up(value: Fraction | Decimal, digits: int) -> Decimal:
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def one_decimal(value: Fraction | Decimal) -> float:
    return float(half_up(value, 1))


def quantile(values: Iterable[Any], share: Fraction) -> Fraction:
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = ordered[int(place)]
    high = ordered[min(int(place) + 1, len(ordered) - 1)]
    return Fraction(low) + (place - int(place)) * (high - low)


def score(values: list[Any], *, count: bool = False) -> dict[str, Any]:
    n = len(values)
    average = Fraction(sum(values)) / n
    cell = {"n": n, "mean": one_decimal(average)}
    if n >= 10:
        cell["median"] = one_decimal(quantile(values, Fraction(1, 2)))
    if n >= 20:
        cell["q1"] = one_decimal(quantile(values, Fraction(1, 4)))
        cell["q3"] = one_decimal(quantile(values, Fraction(3, 4)))
    if n >= 20 and not count:
        cell["p10"] = one_decimal(quantile(values, Fraction(1, 10)))
        cell["p90"] = one_decimal(quantile(values, Fraction(9, 10)))
    if n >= 30 and not count:
        square = sum(((value - average) ** 2 for value in values), Fraction(0)) / n
        root = (Decimal(square.numerator) / Decimal(square.denominator)).sqrt()
        cell["sd"] = one_decimal(root)
    return cell


def shares(values: list[str]) -> dict[str, Any]:
    n = len(values)
    counts = {answer: values.count(answer) for answer in ANSWERS.values()}
    for answer, count in counts.items():
        if Fraction(count, n) >= Fraction(95, 100):
            return {"n": n, "shares": {answer: 95}, "blurred": answer}
    rounded = {
        answer: int(half_up(Fraction(100 * count, n), 0)) for answer, count in counts.items()
    }
    return {"n": n, "shares": {answer: share for answer, share in rounded.items() if share}}


def figures(population: Any, members: list[Any]) -> Iterator[tuple[str, str, str, Values]]:
    """Yield field, id and kind of each figure with the values of the members that have one."""

    def column(value: Callable[[Any], Any]) -> dict[str, Any]:
        return {one.id: value(one) for one in members if value(one) is not None}

    yield "overall", "overall", "score", column(lambda one: one.overall)
    for place, name in enumerate(population.domains):
        yield "domains", name, "score", column(lambda one, place=place: one.domains[place])
    for place, name in enumerate(population.sections):
        yield "sections", name, "score", column(lambda one, place=place: one.sections[place])
    yield "below_target", "below_target", "count", column(lambda one: one.below_target)
    for place, name in enumerate(population.practices):
        answered = column(lambda one, place=place: ANSWERS.get(one.standings[place]))
        yield "practices", name, "shares", answered


def peers(
    population: Any,
    bands: Mapping[str, tuple[str, ...]],
    step: int,
    *,
    m: int,
    c: int,
    second: str,
    floor: Fraction,
) -> dict[str, Any]:
    """Return groups with their figures, and what is withheld."""
    members = [
        one for one in population.members if one.coverage is not None and one.coverage >= floor
    ]
    tree = groups(members, bands, step, second)
    found: dict[str, dict[str, Any]] = {group: {} for group in tree}
    withheld: dict[str, set[str]] = {group: set() for group in tree}
    for field, name, kind, values in figures(population, members):
        if not values:
            continue
        least = max(m, 10) if kind == "shares" else m
        published = told(tree, values, least, c, kind)
        for group in tree:
            if group not in published:
                withheld[group].add(name)
                continue
            present = [values[one] for one in published[group]]
            cell = shares(present) if kind == "shares" else score(present, count=kind == "count")
            if field == name:
                found[group][field] = cell
            else:
                found[group].setdefault(field, {})[name] = cell
    return {
        "groups": {
            group: {"n": len(tree[group]), **cells} for group, cells in found.items() if cells
        },
        "withheld": {
            (group, name)
            for group, names in withheld.items()
            for name in (names if found[group] else {"*"})
        },
    }
