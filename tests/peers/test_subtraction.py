"""Whatever can be subtracted from what is told is a safe set: random trees, and whole campaigns.

``CSSA_ADVERSARY=10000`` in the environment tries that many trees, and as many campaigns in
proportion. The numbers are logged: ``pytest --log-cli-level=info``.
"""

import json
import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from random import Random
from typing import Any, NamedTuple

import pytest

from cssa.peers.cells import Classes, Numbers
from cssa.peers.disclosure import Safety, protect
from cssa.peers.groups import PeerGroup
from cssa.peers.publish import publish
from cssa.peers.rules import Rules
from cssa.yamlio.model import Text

from . import oracle
from .adversary import derivable, is_safe
from .worlds import BANDS, SECTORS, STEP, draw, population, seeded

TREES = int(os.environ.get("CSSA_ADVERSARY", "3000"))
CAMPAIGNS = TREES // 100

log = logging.getLogger(__name__)


class Tree(NamedTuple):
    """A figure of groups, drawn at random.

    Attributes:
        values: what the members of each group have that belong to no group below it.
        apart: None for classes.
    """

    root: PeerGroup
    values: Mapping[str, list[int]]
    apart: Fraction | None

    @property
    def own(self) -> dict[str, Any]:
        """The same values as the program takes them; scores in tenths."""
        if self.apart is None:
            return {
                group: Classes(tuple(values.count(name) for name in range(8)))
                for group, values in self.values.items()
            }
        return {
            group: Numbers(tuple(sorted(values)), 10, self.apart / 10)
            for group, values in self.values.items()
        }

    def cell(self, group: str) -> frozenset[str]:
        """Return the groups whose own members a group has."""
        return frozenset(one.id for one in _find(self.root, group).walk())

    def unsafe(self, told: Iterable[str], m: int, c: int) -> Iterator[frozenset[str]]:
        """Yield the sets that can be computed from cells, and may not be."""
        for places in derivable([self.cell(group) for group in told]):
            values = [value for place in places for value in self.values[place]]
            if values and not is_safe(values, m, c, self.apart):
                yield places


def _find(root: PeerGroup, group: str) -> PeerGroup:
    return next(one for one in root.walk() if one.id == group)


def _draw_tree(dice: Random, m: int) -> Tree:
    values: dict[str, list[int]] = {}
    classes = dice.random() < 0.5
    apart = None if classes else Fraction(5)
    few = dice.choice((1, 2, 3, 8))

    def group(name: str, parent: str | None, depth: int) -> PeerGroup:
        size = dice.choice((0, 0, 1, m // 2, m - 1, m, m + 1, 2 * m))
        near = dice.randint(0, 45)
        values[name] = [
            dice.randrange(few) if classes else min(50, near + dice.choice((0, 1, 4, 5, 9)))
            for _ in range(size)
        ]
        parts = dice.choice((0, 0, 1, 2)) if depth else dice.choice((1, 2, 3))
        children = tuple(
            group(f"{name}.{part}", name, depth + 1) for part in range(parts if depth < 2 else 0)
        )
        n = size + sum(child.n for child in children)
        return PeerGroup(name, parent, Text(ja=name, en=name), n, (), children)

    return Tree(group("all", None, 0), values, apart)


def test_no_subtraction_gives_anyone_away() -> None:
    dice = seeded(2026)
    seen: Counter[str] = Counter()
    for _ in range(TREES):
        m, c = dice.choice(((5, 1), (5, 1), (6, 1), (10, 1), (6, 2)))
        tree = _draw_tree(dice, m)
        ruling = protect(tree.root, tree.own, Safety(m, c))
        assert list(tree.unsafe(ruling.told, m, c)) == []
        seen["trees"] += 1
        seen["cells"] += len(tree.values)
        seen["told"] += len(ruling.told)
        seen.update(one.reason for one in ruling.unsaid.values())
    log.info("subtraction: %s", dict(seen))
    assert min(seen[key] for key in ("told", "complement", "parent_withdrawn", "concentrated")) > 0


def test_a_planted_leak_is_found() -> None:
    dice = seeded(7)
    found: Counter[str] = Counter()
    for _ in range(TREES // 10):
        m, c = dice.choice(((5, 1), (10, 1)))
        tree = _draw_tree(dice, m)
        ruling = protect(tree.root, tree.own, Safety(m, c))
        reasons = {group: one.reason for group, one in ruling.unsaid.items() if one.n}
        for group, reason in reasons.items():
            if reason in ("too_few", "concentrated"):
                assert any(tree.unsafe([*ruling.told, group], m, c)), "a cell that is unsafe itself"
                found["cells"] += 1
        for parent in ruling.told:
            inside = {one.id: reasons.get(one.id) for one in _find(tree.root, parent).children}
            withdrawn = [group for group, reason in inside.items() if reason == "complement"]
            if withdrawn and not {"concentrated", "beside_concentrated"} & {*inside.values()}:
                leak = tree.unsafe([*ruling.told, *withdrawn], m, c)
                assert any(leak), "what only subtraction finds"
                found["complements"] += 1
    log.info("planted leaks found: %s", dict(found))
    assert min(found["cells"], found["complements"]) > TREES // 100


def test_what_follows_from_some_sums() -> None:
    whole, part, inner = frozenset("abcd"), frozenset("ab"), frozenset("a")
    assert set(derivable([whole, part, inner])) == {
        frozenset(places) for places in ("abcd", "ab", "a", "cd", "b", "bcd", "acd")
    }
    across = frozenset("bc")
    assert frozenset("ad") in set(derivable([whole, across]))
    assert frozenset("b") not in set(derivable([whole, part, across]))


# Whole campaigns, from the file that everyone gets.


class Reader(NamedTuple):
    """One campaign as its file tells it, beside what the reader knows of who is in it."""

    file: Mapping[str, Any]
    members: list[Any]
    population: Any
    stayed: frozenset[str]

    def check(self, rules: Rules, others: Mapping[str, Any]) -> Counter[str]:
        """Subtract what can be subtracted, figure by figure.

        Args:
            rules: those of the campaign.
            others: the values of the continuing institutions' figures that are told, of whichever
                year.
        """
        seen: Counter[str] = Counter()
        groups = oracle.groups(self.members, BANDS, STEP, rules.second)
        for field, name, kind, values in oracle.figures(self.population, self.members):
            told = [
                frozenset(groups[group["id"]] & values.keys())
                for group in self.file["groups"]
                if field in group and (field == name or name in group[field])
            ]
            change = others.get(field)
            if change is not None and (field == name or name in change):
                told.append(frozenset(values.keys() & self.stayed & others["values"][name]))
                seen["changes"] += 1
            if not told:
                continue
            m = max(rules.min_group, 10) if kind == "shares" else rules.min_group
            apart = {"shares": None, "count": Fraction(1), "score": Fraction(1, 2)}[kind]
            for places in derivable(told):
                assert is_safe([values[place] for place in places], m, rules.coalition, apart)
                seen["sets"] += 1
            seen["figures"] += 1
            seen["cells"] += len(told)
        return seen


def _campaign(dice: Random, members: tuple[Any, ...], first: int) -> tuple[Any, ...]:
    """Return the members a year on: some of them gone, some of them new, all answers anew."""
    leaving = dice.choice((0, 1, 3, 14))
    arriving = dice.choice((0, 1, 3, 14))
    stayed = dice.sample(members, len(members) - leaving)
    again = draw(dice, len(members) + arriving, first)
    return (
        *(
            now._replace(id=then.id, sector=then.sector, size=then.size)
            for then, now in zip(stayed, again, strict=False)
        ),
        *again[len(members) :],
    )


def _subtract_over_two_campaigns(campaigns: int) -> Counter[str]:
    """Look for what can be subtracted within and across pairs of campaigns.

    Raises:
        AssertionError: when an unsafe set is found.
    """
    dice = seeded(11)
    seen: Counter[str] = Counter()
    for _ in range(campaigns):
        rules = Rules(dice.choice((5, 6, 10)), 1)
        before = population(draw(dice, dice.choice((25, 40, 60))), "2025")
        now = population(_campaign(dice, before.members, 500), "2026")
        files = [
            json.loads(
                publish(world, SECTORS, rules, last).peers.model_dump_json(exclude_none=True)
            )
            for world, last in ((before, None), (now, before))
        ]
        change = files[1].get("continuing", {})
        entered = [
            [one for one in world.members if (one.coverage or 0) >= rules.coverage_floor]
            for world in (before, now)
        ]
        stayed = frozenset.intersection(*(frozenset(one.id for one in year) for year in entered))
        have = [
            {name: values.keys() for _, name, _, values in oracle.figures(world, year)}
            for world, year in zip((before, now), entered, strict=True)
        ]
        told = {**change, "values": {name: have[0][name] & have[1][name] for name in have[0]}}
        for file, year, world in zip(files, entered, (before, now), strict=True):
            seen += Reader(file, year, world, stayed).check(rules, told)
        seen["campaigns"] += 2
        seen["with change"] += bool(change)
    return seen


def test_no_subtraction_over_two_campaigns_gives_anyone_away() -> None:
    seen = _subtract_over_two_campaigns(CAMPAIGNS)
    log.info("campaigns: %s", dict(seen))
    assert min(seen["changes"], seen["with change"]) > 0


def test_newcomers_would_be_found_if_change_were_always_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cssa.peers.continuing._parts", lambda *_: iter(()))
    with pytest.raises(AssertionError, match="is_safe"):
        _subtract_over_two_campaigns(CAMPAIGNS)


@pytest.mark.parametrize("seed", range(3))
def test_what_institutions_of_two_campaigns_add(seed: int) -> None:
    """Only what is checked can be computed: both sides of what the continuing ones divide."""
    dice = seeded(seed)
    for _ in range(60):
        places = "abcdefgh"
        parts = [frozenset(places[:3]), frozenset(places[3:6])]
        inner = [frozenset(dice.sample(sorted(part), 2)) for part in parts]
        family = [frozenset(places), *dice.sample([*parts, *inner], dice.randint(0, 4))]
        stayed = frozenset(dice.sample(places, dice.randint(1, 7)))
        whole = [frozenset(cell) for cell in family]
        atoms: dict[tuple[bool, ...], set[str]] = {}
        for place in places:
            atoms.setdefault(tuple(place in cell for cell in whole), set()).add(place)
        divided = [atom for atom in atoms.values() if atom & stayed and atom - stayed]
        inside = frozenset().union(*(atom & stayed for atom in divided))
        outside = frozenset().union(*(atom - stayed for atom in divided))
        known = {*map(frozenset, atoms.values()), inside, outside} - {frozenset()}
        for found in derivable([*family, stayed]):
            assert any(part <= found for part in known)
        assert {part for part in (inside, outside) if part} <= set(derivable([*family, stayed]))


def test_by_size_alone_a_larger_least_group_tells_nothing_more() -> None:
    dice = seeded(5)
    told = 0
    for _ in range(TREES // 10):
        tree = _draw_tree(dice, 8)._replace(apart=Fraction(0))
        few, many = (
            protect(tree.root, tree.own, Safety(smallest, 1)).told.keys() for smallest in (6, 9)
        )
        assert many <= few
        told += len(many)
    assert told > 0
