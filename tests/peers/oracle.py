"""The figures of groups computed a second time, from the definitions, as sets of ids.

Imports nothing of the program. What it returns is compared whole with ``peers.json``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction
from itertools import combinations
from typing import Any, NamedTuple

getcontext().prec = 60

NAMES = frozenset[str]
Values = Mapping[str, Any]

CLASS_OF_CODE = {**{str(level): str(level) for level in range(6)}, "n": "na", "a": "not_adopted"}


class Tree(dict[str, NAMES]):
    """The members of each group by its id.

    Attributes:
        parents: of each group but ``all``, the narrowest one around it.
    """

    parents: dict[str, str]

    def inside(self, group: str) -> list[str]:
        """Return all groups inside one."""
        return [each for each in self.parents if group in self.around(each)]

    def around(self, group: str) -> list[str]:
        """Return all groups around one, the narrowest first."""
        parent = self.parents.get(group)
        return [] if parent is None else [parent, *self.around(parent)]

    def wider_first(self) -> list[str]:
        return sorted(self, key=lambda group: (len(self.around(group)), group))


class Market(NamedTuple):
    """How institutions are grouped.

    Attributes:
        bands: ids of the size bands of each sub-sector that is a group.
        step: a band begins at each multiple of it.
        industry_groups: the sub-sectors of each, whether they are groups or not.
    """

    bands: Mapping[str, tuple[str, ...]]
    step: int
    industry_groups: Mapping[str, tuple[str, ...]] = {}


def groups(members: Sequence[Any], market: Market, second: str) -> Tree:
    """Return the groups of members."""
    bands, step, industry_groups = market
    ids_by_group: dict[str, set[str]] = {"all": set()}
    present = {member.sector for member in members}
    layer_of = {
        sector: group
        for group, sectors in industry_groups.items()
        for sector in sectors
        if len(present.intersection(sectors)) >= 2
    }
    for member in members:
        ids_by_group["all"].add(member.id)
        if member.sector in layer_of:
            ids_by_group.setdefault(layer_of[member.sector], set()).add(member.id)
        if member.sector not in bands:
            continue
        ids_by_group.setdefault(member.sector, set()).add(member.id)
        part = None
        if second == "core_system" and member.shared_system is not None:
            part = "shared" if member.shared_system else "own"
        if second == "size" and member.size is not None and bands[member.sector]:
            index = min(int(member.size) // step, len(bands[member.sector]) - 1)
            part = bands[member.sector][index]
        if part:
            ids_by_group.setdefault(f"{member.sector}.{part}", set()).add(member.id)
    tree = Tree({group: frozenset(ids) for group, ids in ids_by_group.items()})
    tree.parents = {
        group: group.rpartition(".")[0] or layer_of.get(group, "all")
        for group in tree
        if group != "all"
    }
    return tree


COALITIONS = tuple[NAMES, ...]


def hidden(values: Values, names: NAMES, kind: str) -> NAMES:
    """Return those of whom a reader does not know from outside what they have."""
    if kind != "shares":
        return names
    return NAMES(name for name in names if values[name].isdigit())


def mixed(values: Values, names: NAMES, c: int, kind: str) -> bool:
    """Return whether values differ, whichever c members leave, by going through all of them."""
    if kind == "shares":
        levels = [values[name] for name in hidden(values, names, kind)]
        return sum(levels.count(level) > c for level in set(levels)) > 1
    min_span = 1 if kind == "count" else Fraction(1, 2)
    ascending = sorted(values[name] for name in names)
    places = range(len(ascending))
    for coalition in combinations(places, c):
        left = [place for place in places if place not in coalition]
        if not left or ascending[left[-1]] - ascending[left[0]] < min_span:
            return False
    return len(ascending) >= c


def seen_by_readers(names: NAMES, coalitions: COALITIONS) -> list[NAMES]:
    """Return what is left of a set for anyone, and for each known reader of several answers."""
    readers = [coalition for coalition in coalitions if len(coalition & names) > 0]
    return [names, *(left for reader in readers if (left := names - reader))]


class Publishing:
    """Which cells may be published of one figure, by the rule as docs/peers.md states it."""

    def __init__(
        self,
        tree: Tree,
        values: Values,
        kind: str,
        coalitions: COALITIONS,
        whole: Values | None = None,
    ) -> None:
        self.values, self.kind, self.coalitions = values, kind, coalitions
        self.cells = {
            group: frozenset(name for name in names if name in values)
            for group, names in tree.items()
        }
        self.everyone, self.whole = tree, whole or {}
        self.published: set[str] = set()

    def is_large(self, names: NAMES, m: int) -> bool:
        return all(
            len(hidden(self.values, left, self.kind)) >= m
            for left in seen_by_readers(names, self.coalitions)
        )

    def is_mixed(self, names: NAMES, everyone: NAMES, c: int) -> bool:
        """Return whether values differ, and those of the section of two practices beside them."""
        for left in seen_by_readers(names, self.coalitions):
            if not mixed(self.values, left, c, self.kind):
                return False
            others = NAMES(self.whole).intersection(everyone - (names - left))
            if self.whole and not mixed(self.whole, others - self.gone(names, left), c, "score"):
                return False
        return True

    def gone(self, names: NAMES, left: NAMES) -> NAMES:
        """Return everyone whose answers the reader knows to whom a set is what is left."""
        known = (each for each in self.coalitions if names - each == left and each & names)
        return next(known, NAMES()) if names != left else NAMES()

    def inside(self, group: str) -> list[str]:
        """Return the widest published groups inside one, smallest first."""
        parents = self.everyone.parents
        inside = [child for child in self.published if parents.get(child) == group]
        return sorted(inside, key=lambda child: (len(self.cells[child]), child))

    def suppress(self, group: str) -> None:
        self.published -= {group, *self.everyone.inside(group)}

    def atom(self, group: str) -> NAMES:
        return self.cells[group].difference(*(self.cells[child] for child in self.inside(group)))

    def by_size(self, m: int) -> None:
        self.published = set(self.cells)
        for group in reversed(self.everyone.wider_first()):
            if not self.is_large(self.cells[group], m):
                self.suppress(group)
            while group in self.published and (atom := self.atom(group)):
                if self.is_large(atom, m):
                    break
                self.suppress(self.inside(group)[0])

    def by_values(self, c: int) -> None:
        if not self.is_mixed(self.cells["all"], self.everyone["all"], c):
            self.published = set()
        for group in self.everyone.wider_first():
            inside = self.inside(group)
            rest = self.everyone[group].difference(*(self.everyone[child] for child in inside))
            parts = [(self.cells[child], self.everyone[child]) for child in inside]
            parts.append((self.atom(group), rest))
            if not all(self.is_mixed(*part, c) for part in parts if part[0]):
                for child in inside:
                    self.suppress(child)


def published_cells(
    tree: Tree,
    values: Values,
    m: int,
    c: int,
    kind: str,
    coalitions: COALITIONS = (),
    whole: Values | None = None,
) -> Publishing:
    """Return which cells of a figure may be published."""
    publishing = Publishing(tree, values, kind, coalitions, whole)
    publishing.by_size(m)
    publishing.by_values(c)
    return publishing


def all_published(campaign: "CampaignMembers", m: int, c: int) -> dict[str, Publishing]:
    """Return which cells may be published of each figure, beside those it is computed from."""
    population, members, tree = campaign
    coalitions = tuple(
        present
        for coalition in population.coalitions
        if len(present := NAMES(coalition.members) & tree["all"]) > 1
    )
    least = {"shares": max(m, 10), "score": m, "count": m}
    columns = {name: values for _, name, _, values in figures(population, members) if values}
    whole_of = {
        practice: columns[whole]
        for whole in population.parts
        if len(leaves := practices_of(whole, population.parts)) == 2 and whole in columns
        for practice in leaves
    }
    publishing = {
        name: published_cells(tree, values, least[kind], c, kind, coalitions, whole_of.get(name))
        for _, name, kind, values in figures(population, members)
        if values
    }
    order: list[str] = []
    while len(order) < len(population.parts):
        order += [
            whole
            for whole, parts in population.parts.items()
            if whole not in order and all(p in order for p in parts if p in population.parts)
        ]
    for whole in order:
        beside = leaves = practices_of(whole, population.parts)
        if len(leaves) > 2:
            beside = population.parts[whole]
        parts = [publishing[part] for part in beside if part in publishing]
        if whole in publishing and parts and (len(leaves) <= 2 or len(beside) == 1):
            withhold_beside(publishing[whole], parts)
    return publishing


def practices_of(figure: str, parts: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the practices that a figure is computed from, through whatever it is made of."""
    if figure not in parts:
        return [figure]
    return [practice for part in parts[figure] for practice in practices_of(part, parts)]


def withhold_beside(whole: Publishing, parts: list[Publishing]) -> None:
    """Withhold a figure where members of one atom cannot exchange it together with its parts."""
    own, together, tree = set(whole.published), [whole, *parts], whole.everyone
    settled = [own, *(set(part.published) for part in parts)]

    def members(group: str) -> NAMES:
        """Return the institutions of a group without the widest published groups inside."""
        everyone = NAMES.union(*(each.everyone[group] for each in together))
        inside = own.intersection(tree.inside(group))
        return everyone.difference(*(tree[child] for child in inside))

    def same_members(group: str) -> bool:
        for name in members(group):
            has = [name in hidden(each.values, each.cells["all"], each.kind) for each in together]
            single = len(has) == 2 and parts[0].kind == "shares"
            if any(has) and not all(has) and not (single and has[0]):
                return False
        return True

    for group in own:
        inside = [group, *tree.inside(group)]
        alike = all(len({each in figure for figure in settled}) == 1 for each in inside)
        if not alike or not all(same_members(each) for each in inside if each in own):
            whole.published.discard(group)


def continuing_members(campaigns: Sequence[Publishing]) -> NAMES:
    """Return the members whose change of a figure is published.

    Atoms of either campaign with a member in common belong together; of those that belong together
    all are published, or none where a member is missing in a campaign.
    """
    atoms = [campaign.atom(group) for campaign in campaigns for group in campaign.published]
    everywhere = [
        NAMES().union(*(campaign.cells[group] for group in campaign.published))
        for campaign in campaigns
    ]
    present = NAMES.intersection(*everywhere)

    def belonging(name: str) -> NAMES:
        names = NAMES((name,))
        while not names >= (wider := names.union(*(atom for atom in atoms if atom & names))):
            names = wider
        return names

    return NAMES(name for name in present if belonging(name) <= present)


def half_up(value: Fraction | Decimal, digits: int) -> Decimal:
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def one_decimal(value: Fraction | Decimal) -> float:
    return float(half_up(value, 1))


def quantile(values: Iterable[Any], share: Fraction) -> Fraction:
    ordered = sorted(values)
    rank = share * (len(ordered) - 1)
    low = Fraction(ordered[int(rank)])
    high = ordered[min(int(rank) + 1, len(ordered) - 1)]
    return low + (rank - int(rank)) * (Fraction(high) - low)


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
    counts = {answer: values.count(answer) for answer in CLASS_OF_CODE.values()}
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
        return {member.id: value for member, value in named if value is not None}

    yield "overall", "overall", "score", column([member.overall for member in members])
    for index, name in enumerate(population.domains):
        yield "domains", name, "score", column([member.domains[index] for member in members])
    for index, name in enumerate(population.sections):
        yield "sections", name, "score", column([member.sections[index] for member in members])
    yield (
        "below_in_place",
        "below_in_place",
        "count",
        column([member.below_in_place for member in members]),
    )
    for index, name in enumerate(population.practices):
        answered = column([CLASS_OF_CODE.get(member.answer_codes[index]) for member in members])
        yield "practices", name, "shares", answered


CampaignMembers = tuple[Any, list[Any], Tree]
"""A population, its members that enter the figures, and its groups."""


def campaign_members(
    population: Any, market: Market, second: str, floor: Fraction
) -> CampaignMembers:
    members = [
        member
        for member in population.members
        if member.coverage is not None and member.coverage >= floor
    ]
    return population, members, groups(members, market, second)


def changes(
    campaigns: Sequence[CampaignMembers], m: int, c: int
) -> Iterator[tuple[str, str, list[Values]]]:
    """Yield field and id of each figure of change, with each campaign's values published of it."""
    columns = [figures(population, members) for population, members, _ in campaigns]
    publishing = [all_published(campaign, m, c) for campaign in campaigns]
    for column in zip(*columns, strict=True):
        field, name, *_ = column[0]
        if field not in ("overall", "domains", "below_in_place"):
            continue
        if all(name in each for each in publishing):
            names = continuing_members([each[name] for each in publishing])
        else:
            continue
        yield field, name, [{id_: values[id_] for id_ in names} for *_, values in column]


def continuing(
    campaigns: Sequence[CampaignMembers], m: int, c: int
) -> tuple[dict[str, Any], set[str]]:
    """Return the figures of change, and what is withheld of them."""
    published: dict[str, Any] = {}
    withheld: set[str] = set()
    for field, name, (now, before) in changes(campaigns, m, c):
        n = len(now)
        if n < (10 if field == "below_in_place" else 1):
            withheld.add(name)
        elif field == "below_in_place":
            median, then = (
                one_decimal(quantile(each.values(), Fraction(1, 2))) for each in (now, before)
            )
            published[field] = {"n": n, "median": median, "before": then}
        else:
            mean, then = (one_decimal(Fraction(sum(each.values())) / n) for each in (now, before))
            cell = {"n": n, "mean": mean, "before": then}
            published.update(
                {field: cell if field == name else {**published.get(field, {}), name: cell}}
            )
    if not published:
        return {}, {"*"}
    both = NAMES.intersection(
        *(NAMES(member.id for member in members) for _, members, _ in campaigns)
    )
    return {"campaign": campaigns[1][0].campaign, "n": len(both), **published}, withheld


def peers(
    population: Any,
    before: Any,
    market: Market,
    *,
    m: int,
    c: int,
    second: str,
    floor: Fraction,
) -> dict[str, Any]:
    """Return groups with their figures, change since the campaign before, and what is withheld."""
    campaigns = [
        campaign_members(campaign, market, second, floor) for campaign in (population, before)
    ]
    _, members, tree = campaigns[0]
    published: dict[str, dict[str, Any]] = {group: {} for group in tree}
    withheld: dict[str, set[str]] = {group: set() for group in tree}
    publishing = all_published(campaigns[0], m, c)
    for field, name, kind, values in figures(population, members):
        if not values:
            continue
        for group in tree:
            if group not in publishing[name].published:
                withheld[group].add(name)
                continue
            present = [values[id_] for id_ in publishing[name].cells[group]]
            cell = shares(present) if kind == "shares" else score(present, count=kind == "count")
            if field == name:
                published[group][field] = cell
            else:
                published[group].setdefault(field, {})[name] = cell
    change, withheld_of_change = continuing(campaigns, m, c)
    return {
        "groups": {
            group: {"n": len(tree[group]), **cells} for group, cells in published.items() if cells
        },
        "continuing": change,
        "withheld": {
            (group, name)
            for group, names in withheld.items()
            for name in (names if published[group] else {"*"})
        }
        | {("continuing", name) for name in withheld_of_change},
    }
