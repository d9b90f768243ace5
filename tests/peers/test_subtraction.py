"""Whatever can be subtracted from a publication is a safe set: random trees, whole campaigns.

Trees are as deep as those of institutions, industry groups, sub-sectors and size bands. Campaigns
follow each other, two and three at once.

``CSSA_ADVERSARY=10000`` in the environment tries that many trees, and as many campaigns in
proportion. The numbers are logged: ``pytest --log-cli-level=info``.
"""

import json
import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.datafile.types import Text
from cssa.peers.answer_classes import answer_classes
from cssa.peers.cells import ClassCounts, KnownCell, NumericCell
from cssa.peers.continuing import whole_atoms
from cssa.peers.groups import PeerGroup
from cssa.peers.publication import publish
from cssa.peers.rules import Rules
from cssa.peers.suppression import SafetyRule, suppress
from cssa.scheme.sectors import Sectors

from . import oracle
from .adversary import derivable, is_safe
from .worlds import MARKETS, a_year_on, draw, draw_coalitions, population, seeded

CLASSES = answer_classes(SIX_LEVELS)

TREES = int(os.environ.get("CSSA_ADVERSARY", "3000"))
CAMPAIGNS = TREES // 100

DEPTH = 3
"""Layers of groups inside all institutions: industry groups, sub-sectors, size bands."""

log = logging.getLogger(__name__)


class Tree(NamedTuple):
    """A figure of groups, drawn at random.

    Attributes:
        values: by group id, those of its members that belong to no group below it.
        min_span: how far apart values must be to differ, in tenths; None for classes.
        known: by coalition, then group id, how many of the group's first values it knows.
    """

    root: PeerGroup
    values: Mapping[str, list[Any]]
    min_span: Fraction | None
    known: Mapping[str, Mapping[str, int]]

    @property
    def direct_cells(self) -> dict[str, Any]:
        """The same values as the program takes them; scores in tenths."""
        return {
            group: KnownCell(
                self._cell(values),
                {
                    name: self._cell(values[: places[group]])
                    for name, places in self.known.items()
                    if places.get(group)
                },
            )
            for group, values in self.values.items()
        }

    def _cell(self, values: list[Any]) -> Any:
        if self.min_span is None:
            return ClassCounts(
                tuple(values.count(name) for name in CLASSES), len(SIX_LEVELS.values)
            )
        return NumericCell(tuple(sorted(values)), 10, self.min_span / 10)

    def cell(self, group: str) -> frozenset[str]:
        """Return the groups whose direct members belong to a group."""
        return frozenset(inside.id for inside in _find(self.root, group).walk())

    def unsafe(self, published: Iterable[str], m: int, c: int) -> Iterator[frozenset[str]]:
        """Yield the sets that can be computed from published cells, and are not safe."""
        for places in derivable([self.cell(group) for group in published]):
            for known in ({}, *self.known.values()):
                left = [
                    value for place in places for value in self.values[place][known.get(place, 0) :]
                ]
                if left and not is_safe(left, m, c, self.min_span):
                    yield places


def _find(root: PeerGroup, group: str) -> PeerGroup:
    return next(inside for inside in root.walk() if inside.id == group)


def _draw_tree(random: Random, m: int) -> Tree:
    values: dict[str, list[Any]] = {}
    classes = random.random() < 0.5
    min_span = None if classes else Fraction(5)
    answers = random.sample(CLASSES, random.choice((1, 2, 3, 8)))

    def group(name: str, parent: str | None, depth: int) -> PeerGroup:
        size = random.choice((0, 0, 1, m // 2, m - 1, m, m + 1, 2 * m))
        near = random.randint(0, 45)
        values[name] = [
            random.choice(answers) if classes else min(50, near + random.choice((0, 1, 4, 5, 9)))
            for _ in range(size)
        ]
        parts = random.choice((0, 0, 1, 2)) if depth else random.choice((1, 2, 3))
        children = tuple(
            group(f"{name}.{part}", name, depth + 1)
            for part in range(parts if depth < DEPTH else 0)
        )
        n = size + sum(child.n for child in children)
        return PeerGroup(name, parent, Text(ja=name, en=name), n, (), children)

    root = group("all", None, 0)
    known = {
        str(number): {
            name: random.choice((0, 0, 1, len(own) // 2, len(own))) for name, own in values.items()
        }
        for number in range(random.choice((0, 0, 1, 2)))
    }
    return Tree(root, values, min_span, known)


def test_no_subtraction_discloses_anyone() -> None:
    random = seeded(2026)
    seen: Counter[str] = Counter()
    for _ in range(TREES):
        m, c = random.choice(((5, 1), (5, 1), (6, 1), (10, 1), (6, 2)))
        tree = _draw_tree(random, m)
        suppression = suppress(tree.root, tree.direct_cells, SafetyRule(m, c))
        assert list(tree.unsafe(suppression.published, m, c)) == []
        seen["trees"] += 1
        seen["cells"] += len(tree.values)
        seen["published"] += len(suppression.published)
        seen["narrowest published"] += any(
            group.count(".") == DEPTH for group in suppression.published
        )
        seen.update(cell.reason for cell in suppression.suppressed.values())
    log.info("subtraction: %s", dict(seen))
    assert (
        min(
            seen[reason]
            for reason in (
                "published",
                "narrowest published",
                "complement",
                "parent_withdrawn",
                "concentrated",
                "known_answers",
            )
        )
        > 0
    )


PRIMARY = ("too_few", "concentrated", "known_answers")


def test_a_planted_leak_is_found() -> None:
    random = seeded(7)
    leaks: Counter[str] = Counter()
    for _ in range(TREES // 10):
        m, c = random.choice(((5, 1), (10, 1)))
        tree = _draw_tree(random, m)
        suppression = suppress(tree.root, tree.direct_cells, SafetyRule(m, c))
        reasons = {group: cell.reason for group, cell in suppression.suppressed.items() if cell.n}
        for group, reason in reasons.items():
            if reason in PRIMARY:
                assert any(tree.unsafe([*suppression.published, group], m, c)), "unsafe itself"
                leaks["cells"] += 1
        for parent in suppression.published:
            children = _find(tree.root, parent).children
            inside = {child.id: reasons.get(child.id) for child in children}
            complements = [group for group, reason in inside.items() if reason == "complement"]
            if complements and {*inside.values()} <= {None, "too_few", "complement"}:
                leak = tree.unsafe([*suppression.published, *complements], m, c)
                assert any(leak), "found by subtraction alone"
                leaks["complements"] += 1
    log.info("planted leaks found: %s", dict(leaks))
    assert min(leaks["cells"], leaks["complements"]) > TREES // 100


def test_sets_that_follow_from_some_sums() -> None:
    outer, part, inner = frozenset("abcd"), frozenset("ab"), frozenset("a")
    assert set(derivable([outer, part, inner])) == {
        frozenset(places) for places in ("abcd", "ab", "a", "cd", "b", "bcd", "acd")
    }
    across = frozenset("bc")
    assert frozenset("ad") in set(derivable([outer, across]))
    assert frozenset("b") not in set(derivable([outer, part, across]))


# Whole campaigns, from the published file.


Changes = Mapping[tuple[str, str], Sequence[frozenset[str]]]
"""By field and id of a figure, the institutions of each change that has it."""


def _subtract(
    file: Mapping[str, Any], campaign: oracle.CampaignMembers, changes: Changes, rules: Rules
) -> Counter[str]:
    """Subtract whatever can be subtracted of a campaign, figure by figure.

    Args:
        file: the published file.
        campaign: the institutions in it, which the reader knows.
        changes: since an earlier campaign, and until later ones.
        rules: those of the campaign.
    """
    seen: Counter[str] = Counter()
    population, members, groups = campaign
    for field, name, kind, values in oracle.figures(population, members):
        published = [
            frozenset(groups[group["id"]] & values.keys())
            for group in file["groups"]
            if field in group and (field == name or name in group[field])
        ]
        of_changes = changes.get((field, name), ())
        published += of_changes
        seen["changes"] += len(of_changes)
        seen["two changes"] += len({*of_changes}) > 1
        if not published:
            continue
        m = max(rules.min_group, 10) if kind == "shares" else rules.min_group
        min_span = {"shares": None, "count": Fraction(1), "score": Fraction(1, 2)}[kind]
        for ids in derivable(published):
            for coalition in ((), *population.coalitions):
                left = ids.difference(coalition.members if coalition else ())
                if len(ids - left) != 1 and left:
                    own = [values[id_] for id_ in left]
                    assert is_safe(own, m, rules.coalition, min_span)
            seen["sets"] += 1
        seen["figures"] += 1
        seen["cells"] += len(published)
    return seen


def _changes(
    file: Mapping[str, Any], years: Sequence[oracle.CampaignMembers], rules: Rules
) -> dict[tuple[str, str], frozenset[str]]:
    """Return the institutions of each published figure of change.

    Args:
        file: the published file.
        years: its campaign, and the one before.
        rules: those of both.
    """
    change = file.get("continuing", {})
    changed = {}
    for field, name, (values, _) in oracle.changes(years, rules.min_group, rules.coalition):
        if field in change and (field == name or name in change[field]):
            cell = change[field] if field == name else change[field][name]
            assert cell["n"] == len(values)
            changed[field, name] = frozenset(values)
    return changed


Compared = Sequence[int | None]
"""For each campaign, the number of the earlier one that its change is published against."""

PAIR, ROW, FORK = (None, 0), (None, 0, 1), (None, 0, 0)


def _subtract_over(
    compared: Compared, runs: int, sectors: Sectors, market: oracle.Market
) -> Counter[str]:
    """Subtract whatever can be subtracted within and across campaigns that follow each other.

    Args:
        compared: which campaigns there are.
        runs: how many times they are drawn.
        sectors: the sub-sectors.
        market: the same for the reader.

    Raises:
        AssertionError: when an unsafe set is found.
    """
    random = seeded(11)
    seen: Counter[str] = Counter()
    for _ in range(runs):
        rules = Rules(random.choice((5, 6, 10)), 1)
        members = draw(random, random.choice((25, 40, 60)))
        row = [population(members, "2025", draw_coalitions(random, members))]
        for year in range(1, len(compared)):
            members = a_year_on(random, members, 500 * year)
            row.append(population(members, str(2025 + year), draw_coalitions(random, members)))
        previous = [None if earlier is None else row[earlier] for earlier in compared]
        files = [
            json.loads(
                publish(campaign, sectors, rules, before).peers.model_dump_json(exclude_none=True)
            )
            for campaign, before in zip(row, previous, strict=True)
        ]
        known = [
            oracle.campaign_members(campaign, market, rules.second, rules.coverage_floor)
            for campaign in row
        ]
        pairs = [(now, before) for now, before in enumerate(compared) if before is not None]
        changes = {
            (now, before): _changes(files[now], (known[now], known[before]), rules)
            for now, before in pairs
        }
        for number, (file, campaign) in enumerate(zip(files, known, strict=True)):
            around = [change for pair, change in changes.items() if number in pair]
            both = {
                figure: [each[figure] for each in around if figure in each]
                for figure in set[tuple[str, str]]().union(*around)
            }
            seen += _subtract(file, campaign, both, rules)
            seen.update(f"{group['id']} published" for group in file["groups"])
        seen["campaigns"] += len(row)
        for (now, before), change in changes.items():
            of_now, of_before = known[now][2]["all"], known[before][2]["all"]
            newcomers = max(len(of_now - of_before), len(of_before - of_now))
            seen["with change"] += bool(change)
            seen["with change and few newcomers"] += (
                bool(change) and 0 < newcomers < rules.min_group
            )
    return seen


MARKETS_BY_NAME = dict(zip(("by sub-sector", "by industry group"), MARKETS, strict=True))


@pytest.mark.parametrize("name", MARKETS_BY_NAME)
@pytest.mark.parametrize("compared", [PAIR, ROW, FORK], ids=["pair", "row", "fork"])
def test_no_subtraction_over_campaigns_discloses_anyone(compared: Compared, name: str) -> None:
    sectors, market = MARKETS_BY_NAME[name]
    seen = _subtract_over(compared, CAMPAIGNS * (len(compared) - 1), sectors, market)
    log.info("campaigns %s, %s: %s", compared, name, dict(seen))
    assert min(seen["changes"], seen["with change"], seen["with change and few newcomers"]) > 0
    assert (seen["two changes"] > 0) == (len(compared) > 2)
    assert all(seen[f"{group} published"] for group in market.industry_groups)


@pytest.mark.parametrize(
    ("compared", "name"), [(PAIR, "by sub-sector"), (ROW, "by industry group")]
)
def test_newcomers_would_be_found_if_change_were_published_of_all_that_stayed(
    compared: Compared, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "cssa.peers.continuing.whole_atoms",
        lambda now, before: set().union(*now) & set().union(*before),
    )
    monkeypatch.setattr(
        oracle,
        "continuing_members",
        lambda campaigns: frozenset.intersection(
            *(
                campaign.cells["all"] if campaign.published else frozenset()
                for campaign in campaigns
            )
        ),
    )
    with pytest.raises(AssertionError, match="is_safe"):
        _subtract_over(compared, CAMPAIGNS, *MARKETS_BY_NAME[name])


names = st.sampled_from("abcdefghij")
partitions = st.dictionaries(names, st.integers(0, 4)).map(
    lambda places: [
        {name for name, place in places.items() if place == each} for each in {*places.values()}
    ]
)


@given(partitions, partitions)
def test_change_is_published_of_the_most_that_fill_whole_atoms(
    now: list[set[str]], before: list[set[str]]
) -> None:
    continuing = whole_atoms(now, before)
    atoms = [*now, *before]
    assert all(atom <= continuing or not atom & continuing for atom in atoms)
    assert all(
        any(name in atom for atom in campaign) for name in continuing for campaign in (now, before)
    )
    present = set().union(*now) & set().union(*before)
    for size in range(1, len(now) + 1):
        for some in combinations(now, size):
            union = set().union(*some)
            if union <= present and all(atom <= union or not atom & union for atom in before):
                assert union <= continuing


def test_by_size_alone_a_higher_threshold_publishes_nothing_more() -> None:
    random = seeded(5)
    published = 0
    for _ in range(TREES // 10):
        drawn = _draw_tree(random, 8)
        zeros = {group: [0] * len(own) for group, own in drawn.values.items()}
        tree = drawn._replace(values=zeros, min_span=Fraction(0), known={})
        low, high = (
            suppress(tree.root, tree.direct_cells, SafetyRule(threshold, 1)).published.keys()
            for threshold in (6, 9)
        )
        assert high <= low
        published += len(high)
    assert published > 0
