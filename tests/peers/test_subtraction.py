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
from itertools import combinations
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.datafile.types import Text
from cssa.peers.cells import ClassCounts, NumericCell
from cssa.peers.continuing import whole_atoms
from cssa.peers.groups import PeerGroup
from cssa.peers.publication import publish
from cssa.peers.rules import Rules
from cssa.peers.suppression import SafetyRule, suppress

from . import oracle
from .adversary import derivable, is_safe
from .worlds import BANDS, SECTORS, STEP, a_year_on, draw, population, seeded

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
                group: ClassCounts(tuple(values.count(name) for name in range(8)))
                for group, values in self.values.items()
            }
        return {
            group: NumericCell(tuple(sorted(values)), 10, self.apart / 10)
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
        ruling = suppress(tree.root, tree.own, SafetyRule(m, c))
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
        ruling = suppress(tree.root, tree.own, SafetyRule(m, c))
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


def _subtract(
    file: Mapping[str, Any],
    filed: oracle.Filed,
    changes: Mapping[tuple[str, str], frozenset[str]],
    rules: Rules,
) -> Counter[str]:
    """Subtract what can be subtracted of a campaign, figure by figure.

    Args:
        file: what everyone gets.
        filed: what the reader knows of who is in it.
        changes: by field and id of the figures of change, of whichever year, who is told of.
        rules: those of the campaign.
    """
    seen: Counter[str] = Counter()
    population, members, groups = filed
    for field, name, kind, values in oracle.figures(population, members):
        told = [
            frozenset(groups[group["id"]] & values.keys())
            for group in file["groups"]
            if field in group and (field == name or name in group[field])
        ]
        if (field, name) in changes:
            told.append(changes[field, name])
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
        now = population(a_year_on(dice, before.members, 500), "2026")
        files = [
            json.loads(
                publish(world, SECTORS, rules, last).peers.model_dump_json(exclude_none=True)
            )
            for world, last in ((now, before), (before, None))
        ]
        years = [
            oracle.filed(world, BANDS, STEP, rules.second, rules.coverage_floor)
            for world in (now, before)
        ]
        change = files[0].get("continuing", {})
        told = {}
        for field, name, (values, _) in oracle.changes(years, rules.min_group, rules.coalition):
            if field in change and (field == name or name in change[field]):
                cell = change[field] if field == name else change[field][name]
                assert cell["n"] == len(values)
                told[field, name] = frozenset(values)
        for file, filed in zip(files, years, strict=True):
            seen += _subtract(file, filed, told, rules)
        seen["campaigns"] += 2
        seen["with change"] += bool(change)
        stayed = frozenset.intersection(*(groups["all"] for *_, groups in years))
        comers = max(len(groups["all"] - stayed) for *_, groups in years)
        seen["with change and few comers"] += bool(change) and 0 < comers < rules.min_group
    return seen


def test_no_subtraction_over_two_campaigns_gives_anyone_away() -> None:
    seen = _subtract_over_two_campaigns(CAMPAIGNS)
    log.info("campaigns: %s", dict(seen))
    assert min(seen["changes"], seen["with change"], seen["with change and few comers"]) > 0


def test_newcomers_would_be_found_if_change_told_of_all_that_stayed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "cssa.peers.continuing.whole_atoms",
        lambda now, before: set().union(*now) & set().union(*before),
    )
    monkeypatch.setattr(
        oracle,
        "unmoved",
        lambda years: frozenset.intersection(
            *(one.cells["all"] if one.published else frozenset() for one in years)
        ),
    )
    with pytest.raises(AssertionError, match="is_safe"):
        _subtract_over_two_campaigns(CAMPAIGNS)


names = st.sampled_from("abcdefghij")
partitions = st.dictionaries(names, st.integers(0, 4)).map(
    lambda places: [
        {name for name, place in places.items() if place == each} for each in {*places.values()}
    ]
)


@given(partitions, partitions)
def test_change_tells_of_the_most_that_fill_whole_atoms(
    now: list[set[str]], before: list[set[str]]
) -> None:
    told = whole_atoms(now, before)
    atoms = [*now, *before]
    assert all(atom <= told or not atom & told for atom in atoms)
    assert all(any(name in atom for atom in year) for name in told for year in (now, before))
    present = set().union(*now) & set().union(*before)
    for size in range(1, len(now) + 1):
        for some in combinations(now, size):
            other = set().union(*some)
            if other <= present and all(atom <= other or not atom & other for atom in before):
                assert other <= told


def test_by_size_alone_a_larger_least_group_tells_nothing_more() -> None:
    dice = seeded(5)
    told = 0
    for _ in range(TREES // 10):
        tree = _draw_tree(dice, 8)._replace(apart=Fraction(0))
        few, many = (
            suppress(tree.root, tree.own, SafetyRule(smallest, 1)).told.keys()
            for smallest in (6, 9)
        )
        assert many <= few
        told += len(many)
    assert told > 0
