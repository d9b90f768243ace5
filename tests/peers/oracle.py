"""The figures of groups computed a second time, from the definitions: sets of names, no haste.

Imports nothing of the program. What it returns is compared whole with ``peers.json``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


class Publishing:
    """Which cells may be told of one figure, by the rule as it is written down."""

    def __init__(self, tree: Mapping[str, NAMES], values: Values) -> None:
        self.cells = {
            group: frozenset(name for name in names if name in values)
            for group, names in tree.items()
        }
        self.parents = {g: g.rpartition(".")[0] or "all" for g in tree if g != "all"}
        self.published: set[str] = set()

    def inside(self, group: str) -> list[str]:
        """Return the widest published groups inside one, smallest first."""
        inside = [one for one in self.published if self.parents.get(one) == group]
        return sorted(inside, key=lambda one: (len(self.cells[one]), one))

    def withdraw(self, group: str) -> None:
        self.published -= {
            one for one in self.published if one == group or self.parents.get(one) == group
        }

    def atom(self, group: str) -> NAMES:
        return self.cells[group].difference(*(self.cells[one] for one in self.inside(group)))

    def by_size(self, m: int) -> None:
        self.published = {group for group, names in self.cells.items() if len(names) >= m}
        for group in [*sorted(self.parents), "all"]:
            while group in self.published and 0 < len(self.atom(group)) < m:
                self.withdraw(self.inside(group)[0])

    def by_values(self, is_mixed: Callable[[NAMES], bool]) -> None:
        if not is_mixed(self.cells["all"]):
            self.published = set()
        for group in ["all", *sorted(self.parents)]:
            parts = [*(self.cells[one] for one in self.inside(group)), self.atom(group)]
            if not all(is_mixed(part) for part in parts if part):
                for one in self.inside(group):
                    self.withdraw(one)


def publishing(tree: Mapping[str, NAMES], values: Values, m: int, c: int, kind: str) -> Publishing:
    """Return which cells of a figure may be told."""
    found = Publishing(tree, values)
    found.by_size(m)
    found.by_values(lambda names: safe(values, names, 0, c, kind))
    return found


def unmoved(years: Sequence[Publishing]) -> NAMES:
    """Return who is told of in the change of a figure.

    Atoms of either year with a member in common belong together; of what belongs together all are
    told of, or none where one of them is missing in a year.
    """
    atoms = [one.atom(group) for one in years for group in one.published]
    everywhere = [one.cells["all"] if "all" in one.published else NAMES() for one in years]
    present = NAMES.intersection(*everywhere)

    def belonging(name: str) -> NAMES:
        found = NAMES((name,))
        while not found >= (wider := found.union(*(atom for atom in atoms if atom & found))):
            found = wider
        return found

    return NAMES(name for name in present if belonging(name) <= present)


def half_up(value: Fraction | Decimal, digits: int) -> Decimal:
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def one_decimal(value: Fraction | Decimal) -> float:
    return float(half_up(value, 1))


def quantile(values: Iterable[Any], share: Fraction) -> Fraction:
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = Fraction(ordered[int(place)])
    high = ordered[min(int(place) + 1, len(ordered) - 1)]
    return low + (place - int(place)) * (Fraction(high) - low)


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

    def column(values: list[Any]) -> dict[str, Any]:
        named = zip(members, values, strict=True)
        return {one.id: value for one, value in named if value is not None}

    yield "overall", "overall", "score", column([one.overall for one in members])
    for place, name in enumerate(population.domains):
        yield "domains", name, "score", column([one.domains[place] for one in members])
    for place, name in enumerate(population.sections):
        yield "sections", name, "score", column([one.sections[place] for one in members])
    yield "below_target", "below_target", "count", column([one.below_target for one in members])
    for place, name in enumerate(population.practices):
        answered = column([ANSWERS.get(one.standings[place]) for one in members])
        yield "practices", name, "shares", answered


Filed = tuple[Any, list[Any], Mapping[str, NAMES]]
"""A population, its members that enter the figures, and its groups."""


def filed(
    population: Any, bands: Mapping[str, tuple[str, ...]], step: int, second: str, floor: Fraction
) -> Filed:
    members = [
        one for one in population.members if one.coverage is not None and one.coverage >= floor
    ]
    return population, members, groups(members, bands, step, second)


def changes(years: Sequence[Filed], m: int, c: int) -> Iterator[tuple[str, str, list[Values]]]:
    """Yield field and id of each figure of change, with each year's values of those told of."""
    columns = [figures(population, members) for population, members, _ in years]
    for column in zip(*columns, strict=True):
        field, name, kind, _ = column[0]
        if field not in ("overall", "domains", "below_target"):
            continue
        trees = [tree for *_, tree in years]
        names = unmoved(
            [
                publishing(tree, values, m, c, kind)
                for tree, (*_, values) in zip(trees, column, strict=True)
            ]
        )
        yield field, name, [{one: values[one] for one in names} for *_, values in column]


def continuing(years: Sequence[Filed], m: int, c: int) -> tuple[dict[str, Any], set[str]]:
    """Return the figures of change, and what is withheld of them."""
    told: dict[str, Any] = {}
    withheld: set[str] = set()
    for field, name, (now, before) in changes(years, m, c):
        n = len(now)
        if n < (10 if field == "below_target" else 1):
            withheld.add(name)
        elif field == "below_target":
            median, then = (
                one_decimal(quantile(each.values(), Fraction(1, 2))) for each in (now, before)
            )
            told[field] = {"n": n, "median": median, "before": then}
        else:
            mean, then = (one_decimal(Fraction(sum(each.values())) / n) for each in (now, before))
            cell = {"n": n, "mean": mean, "before": then}
            told.update({field: cell if field == name else {**told.get(field, {}), name: cell}})
    if not told:
        return {}, {"*"}
    both = NAMES.intersection(*(NAMES(one.id for one in members) for _, members, _ in years))
    return {"campaign": years[1][0].campaign, "n": len(both), **told}, withheld


def peers(
    population: Any,
    before: Any,
    bands: Mapping[str, tuple[str, ...]],
    step: int,
    *,
    m: int,
    c: int,
    second: str,
    floor: Fraction,
) -> dict[str, Any]:
    """Return groups with their figures, change since the campaign before, and what is withheld."""
    years = [filed(one, bands, step, second, floor) for one in (population, before)]
    _, members, tree = years[0]
    found: dict[str, dict[str, Any]] = {group: {} for group in tree}
    withheld: dict[str, set[str]] = {group: set() for group in tree}
    for field, name, kind, values in figures(population, members):
        if not values:
            continue
        least = max(m, 10) if kind == "shares" else m
        ruling = publishing(tree, values, least, c, kind)
        for group in tree:
            if group not in ruling.published:
                withheld[group].add(name)
                continue
            present = [values[one] for one in ruling.cells[group]]
            cell = shares(present) if kind == "shares" else score(present, count=kind == "count")
            if field == name:
                found[group][field] = cell
            else:
                found[group].setdefault(field, {})[name] = cell
    change, unsaid = continuing(years, m, c)
    return {
        "groups": {
            group: {"n": len(tree[group]), **cells} for group, cells in found.items() if cells
        },
        "continuing": change,
        "withheld": {
            (group, name)
            for group, names in withheld.items()
            for name in (names if found[group] else {"*"})
        }
        | {("continuing", name) for name in unsaid},
    }
