"""What groups there are, what is told at which size, and how it is rounded."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cssa.errors import UsageError
from cssa.messages import say
from cssa.peers.cells import ClassCounts, NumericCell
from cssa.peers.group_figures import SuppressedFigure
from cssa.peers.groups import tree
from cssa.peers.member import Member
from cssa.peers.peers_file import Peers, ScoreCell, Withheld
from cssa.peers.publication import in_statistics, publish
from cssa.peers.rules import Rules
from cssa.peers.statistics import score_cell, share_cell
from cssa.peers.suppression import Reason

from .worlds import SECTORS, draw, member, population, seeded

SPREAD = ("111111", "222222", "333333", "444444", "555555")


def _members(count: int) -> list[Member]:
    return [member(number, SPREAD[number % 5]) for number in range(count)]


def _told(members: Iterable[Member], min_group: int = 5) -> Peers:
    return publish(population(members), SECTORS, Rules(min_group)).peers


def _overall(peers: Peers, group: str = "all") -> ScoreCell:
    found = peers.group(group)
    assert found is not None
    assert found.overall is not None
    return found.overall


# Groups.


def test_sub_sectors_are_divided_by_fixed_bands() -> None:
    sizes = (0, 99, 100, 199, 200, 10_000, None)
    members = [member(number, SPREAD[0], size=size) for number, size in enumerate(sizes)]
    root = tree(members, SECTORS, "size")
    assert [(one.id, one.parent, one.n, one.own) for one in root.walk()] == [
        ("all", None, 7, ()),
        ("bank", "all", 7, (6,)),
        ("bank.small", "bank", 2, (0, 1)),
        ("bank.medium", "bank", 2, (2, 3)),
        ("bank.large", "bank", 2, (4, 5)),
    ]


def test_or_by_who_runs_the_core_system_but_not_by_both() -> None:
    members = [
        member(number, SPREAD[0], size=10, shared=shared)
        for number, shared in enumerate((True, False, None, True))
    ]
    root = tree(members, SECTORS, "core_system")
    assert [(one.id, one.own) for one in root.walk()] == [
        ("all", ()),
        ("bank", (2,)),
        ("bank.shared", (0, 3)),
        ("bank.own", (1,)),
    ]


def test_kinds_with_few_members_count_among_all_only() -> None:
    members = [member(0, SPREAD[0], sector="exchange", size=10), member(1, SPREAD[0])]
    assert [one.id for one in tree(members, SECTORS, "size").walk()] == ["all", "bank"]


def test_groups_are_named_in_both_languages() -> None:
    size = tree([member(0, SPREAD[0], size=10)], SECTORS, "size")
    shared = tree([member(0, SPREAD[0], shared=True)], SECTORS, "core_system")
    titles = [one.title for root in (size, shared) for one in root.walk()]
    assert [title.ja for title in titles] == [
        "全機関",
        "bank",
        "bank（sizesmall）",
        "全機関",
        "bank",
        "bank（共同システム利用）",
    ]
    assert [title.en for title in titles][2::3] == [
        "bank (size: small)",
        "bank (shared core system)",
    ]


def test_who_answered_too_little_enters_nothing() -> None:
    shares = (Fraction(4, 5), Fraction(79, 100), None, Fraction(1))
    members = [member(number, SPREAD[0], coverage=share) for number, share in enumerate(shares)]
    entering = in_statistics(population(members), Rules(5))
    assert [one.id for one in entering] == ["M00000", "M00003"]
    assert _told([*_members(9), members[1]._replace(id="X")]).groups[0].n == 9


# What is told at which size.


@pytest.mark.parametrize(
    ("n", "told"),
    [
        (5, {"n", "mean"}),
        (9, {"n", "mean"}),
        (10, {"n", "mean", "median"}),
        (19, {"n", "mean", "median"}),
        (20, {"n", "mean", "median", "q1", "q3", "p10", "p90"}),
        (29, {"n", "mean", "median", "q1", "q3", "p10", "p90"}),
        (30, {"n", "mean", "median", "q1", "q3", "p10", "p90", "sd"}),
    ],
)
def test_more_is_told_of_more(n: int, told: set[str]) -> None:
    peers = _told(_members(n))
    assert _overall(peers).model_dump(exclude_none=True).keys() == told
    below = peers.groups[0].below_target
    assert below is None  # all have the same count
    assert bool(peers.groups[0].practices) == (n >= 10)


def test_fewer_than_the_least_group_are_told_nothing() -> None:
    publication = publish(population(_members(4)), SECTORS, Rules(5))
    assert publication.peers.groups == ()
    assert publication.peers.withheld == (
        Withheld(group="all", figure="*"),
        Withheld(group="bank", figure="*"),
    )
    assert [(one.group, one.figure, one.n, one.reason) for one in publication.withheld] == [
        ("all", "*", 4, "too_few"),
        ("bank", "*", 4, "too_few"),
    ]


def test_a_figure_that_is_withheld_is_absent_and_listed() -> None:
    members = [
        one._replace(standings=one.standings[:5] + ("3" if number < 5 else "u"))
        for number, one in enumerate(_members(12))
    ]
    peers = _told(members, 10)
    assert "2.2.1-a" not in peers.groups[0].practices
    assert Withheld(group="all", figure="2.2.1-a") in peers.withheld


def test_what_nobody_has_is_no_figure() -> None:
    members = [one._replace(sections=(None, *one.sections[1:])) for one in _members(12)]
    peers = _told(members)
    assert "2.1.1" not in peers.groups[0].sections
    assert all(one.figure != "2.1.1" for one in peers.withheld)


def test_questions_that_give_no_level_are_no_figures() -> None:
    members = [one._replace(standings="i" + one.standings[1:]) for one in _members(12)]
    peers = _told(members)
    assert "2.1.1-1" not in peers.groups[0].practices
    assert all(one.figure != "2.1.1-1" for one in peers.withheld)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_is_worded(reason: Reason) -> None:
    code = SuppressedFigure("all", "overall", 3, reason).code
    assert say("en", code) != say("en", "nonesuch")


# Values that are too much alike.


def test_institutions_that_are_all_alike_are_not_told_of() -> None:
    alike = [member(number, "444444") for number in range(40)]
    assert _told(alike).groups == ()


def test_one_that_differs_would_know_the_others() -> None:
    one = [member(number, "444444") for number in range(40)] + [member(40, "111111")]
    two = [*one, member(41, "111111")]
    assert _told(one).groups == ()
    cell = _told(two).groups[0].practices["2.1.1-1"]
    assert (cell.n, cell.shares, cell.blurred) == (42, {"4": 95}, "4")


@given(st.lists(st.integers(0, 100), min_size=3, max_size=12), st.integers(1, 3))
def test_values_differ_when_they_do_after_anyone_leaves(values: list[int], coalition: int) -> None:
    cell = NumericCell.of((Fraction(value, 20) for value in values), Fraction(1, 2))
    grown = cell.joined(cell._replace(values=(50 * cell.denominator // 20,)))
    assert grown.differs(coalition) or not cell.differs(coalition)  # more never differ less


# Rounding.


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ((1, 1, 1, 0, 0, 0, 0, 0), {"0": 33, "1": 33, "2": 33}),
        ((1, 199, 0, 0, 0, 0, 0, 0), {"1": 95}),
        ((1, 7, 0, 0, 0, 0, 0, 0), {"0": 13, "1": 88}),
        ((1, 150, 150, 0, 0, 0, 0, 0), {"1": 50, "2": 50}),
        ((0, 0, 0, 19, 0, 0, 1, 0), {"3": 95}),
        ((0, 0, 0, 189, 0, 0, 5, 6), {"3": 95, "na": 3, "not_adopted": 3}),
    ],
)
def test_shares_are_rounded_each_by_itself(counts: tuple[int, ...], shares: dict[str, int]) -> None:
    cell = share_cell(ClassCounts(counts))
    assert cell.shares == shares
    assert (cell.blurred is not None) == (len(shares) == 1)


def test_halves_are_rounded_up() -> None:
    values = [Fraction(21, 10)] * 15 + [Fraction(22, 10)] * 15
    cell = score_cell(NumericCell.of(values, Fraction(1, 2)))
    assert (cell.mean, cell.median, cell.sd) == (2.2, 2.2, 0.1)  # 2.15, 2.15, 0.05


def _decimals(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        value = [one for key, one in value.items() if key != "coverage_floor"]
    if isinstance(value, list):
        for one in value:
            yield from _decimals(one)
    elif isinstance(value, float):
        yield value


def test_nothing_longer_than_one_decimal_is_written() -> None:
    written = list(_decimals(json.loads(_told(draw(seeded(3), 120)).model_dump_json())))
    assert len(written) > 30
    assert all(value == round(value, 1) for value in written)


# What must not matter, and what must only go one way.


worlds = st.builds(
    lambda seed, count: draw(seeded(seed), count), st.integers(0, 10**6), st.integers(0, 50)
)


@settings(deadline=None, max_examples=50)
@given(worlds, st.integers())
def test_the_order_of_institutions_does_not_matter(members: tuple[Member, ...], seed: int) -> None:
    shuffled = seeded(seed).sample(members, len(members))
    assert publish(population(shuffled), SECTORS, Rules(5)) == publish(
        population(members), SECTORS, Rules(5)
    )


@settings(deadline=None, max_examples=50)
@given(worlds)
def test_institutions_of_the_same_groups_can_exchange_all_their_answers(
    members: tuple[Member, ...],
) -> None:
    """Whatever a reader infers from all figures together, it cannot tell which of them it is."""
    first: dict[tuple[object, ...], int] = {}
    exchanged = list(members)
    for place, one in enumerate(members):
        other = first.setdefault((one.sector, one.size, one.shared_system), place)
        theirs = exchanged[other]
        exchanged[other] = exchanged[place]._replace(id=theirs.id)
        exchanged[place] = theirs._replace(id=one.id)
    assert publish(population(exchanged), SECTORS, Rules(5)) == publish(
        population(members), SECTORS, Rules(5)
    )


def _said(peers: Peers) -> set[tuple[str, str]]:
    said = set()
    for group in peers.groups:
        said |= {(group.id, name) for name in (*group.domains, *group.sections, *group.practices)}
        said |= {(group.id, "overall")} if group.overall else set()
        said |= {(group.id, "below_target")} if group.below_target else set()
    return said


@settings(deadline=None, max_examples=50)
@given(worlds)
def test_every_figure_is_told_or_listed(members: tuple[Member, ...]) -> None:
    peers = _told(members)
    said = _said(peers)
    listed = {(one.group, one.figure) for one in peers.withheld}
    assert not said & listed
    figures = {figure for _, figure in said}
    for group in peers.groups:
        assert figures <= {figure for name, figure in said | listed if name == group.id}


# Two campaigns.


def _two_years(
    bank: int, broker: int, *, new: str = "", gone: str = ""
) -> tuple[list[Member], list[Member]]:
    """Return members of this year and of the last.

    Args:
        bank: how many of this sub-sector stayed; likewise ``broker``.
        new: the sub-sector that one joined, and in ``gone`` the one that one left.
    """
    stayed = [
        one._replace(sector="bank" if number < bank else "broker", below_target=number % 7)
        for number, one in enumerate(_members(bank + broker))
    ]
    before = [
        one._replace(below_target=3 + number % 7, overall=Fraction(number % 4))
        for number, one in enumerate(stayed)
    ]
    return (
        [*stayed, *([stayed[0]._replace(id="new", sector=new)] if new else [])],
        [*before, *([before[0]._replace(id="gone", sector=gone)] if gone else [])],
    )


@pytest.mark.parametrize(
    ("new", "gone", "n"),
    [("", "", 60), ("broker", "", 40), ("", "broker", 40), ("bank", "bank", 20)],
)
def test_change_is_told_of_groups_that_nobody_joined_or_left(new: str, gone: str, n: int) -> None:
    now, before = _two_years(40, 20, new=new, gone=gone)
    publication = publish(population(now), SECTORS, Rules(10), population(before, campaign="2025"))
    change = publication.peers.continuing
    assert change is not None
    assert (change.campaign, change.n) == ("2025", 60)
    assert change.overall is not None
    assert (change.overall.n, change.overall.mean, change.overall.before) == (n, 3.0, 1.5)
    assert change.below_target is not None
    assert (change.below_target.median, change.below_target.before) == (3.0, 6.0)


def test_change_is_withheld_where_someone_joined_or_left_every_group() -> None:
    now, before = _two_years(40, 20, new="bank", gone="broker")
    publication = publish(population(now), SECTORS, Rules(10), population(before, campaign="2025"))
    assert publication.peers.continuing is None
    assert Withheld(group="continuing", figure="*") in publication.peers.withheld
    listed = [one for one in publication.withheld if one.group == "continuing"]
    assert [(one.figure, one.n, one.reason) for one in listed] == [("*", 60, "divided")]


def test_the_change_of_fewer_than_ten_has_no_median() -> None:
    now, before = _two_years(7, 0)
    publication = publish(population(now), SECTORS, Rules(5), population(before, campaign="2025"))
    change = publication.peers.continuing
    assert change is not None
    assert (change.overall is None, change.below_target) == (False, None)
    assert Withheld(group="continuing", figure="below_target") in publication.peers.withheld


def test_who_moves_to_another_band_stays() -> None:
    now, before = (
        [one._replace(size=Decimal(size)) for one, size in zip(year, sizes, strict=True)]
        for year, sizes in zip(
            _two_years(30, 0), ((10,) * 14 + (150,) * 16, (10,) * 15 + (150,) * 15), strict=True
        )
    )
    publication = publish(population(now), SECTORS, Rules(10), population(before, campaign="2025"))
    change = publication.peers.continuing
    assert change is not None
    assert change.overall is not None
    assert change.overall.n == 30


def test_another_checklist_is_not_compared_with() -> None:
    before = population(_members(40), campaign="2025")._replace(fingerprint="other")
    peers = publish(population(_members(40)), SECTORS, Rules(10), before).peers
    assert peers.continuing is None
    assert all(one.group != "continuing" for one in peers.withheld)


def test_what_was_scored_by_another_scheme_is_not_compared_with() -> None:
    now, before = (population(each) for each in _two_years(40, 20))
    peers = publish(now, SECTORS, Rules(10), before._replace(scheme="other")).peers
    assert (peers.scheme, peers.targets) == (now.scheme, now.targets)
    assert peers.continuing is None
    assert all(one.group != "continuing" for one in peers.withheld)


def test_nor_is_what_is_below_other_targets() -> None:
    now, before = (population(each) for each in _two_years(40, 20))
    peers = publish(now, SECTORS, Rules(10), before._replace(targets="other")).peers
    assert peers.continuing is not None
    assert (peers.continuing.overall is None, peers.continuing.below_target) == (False, None)
    assert all(one.group != "continuing" for one in peers.withheld)


# Rules.


@pytest.mark.parametrize(
    ("rules", "codes"),
    [
        (Rules(4), ["peers.rules.min_group"]),
        (Rules(5, 2), ["peers.rules.min_group"]),
        (Rules(10, 0), ["peers.rules.coalition"]),
        (Rules(10, 7), ["peers.rules.min_group"]),
        (Rules(10, 1, Fraction(6, 5)), ["peers.rules.floor"]),
        (
            Rules(1, 0, Fraction(-1)),
            ["peers.rules.coalition", "peers.rules.min_group", "peers.rules.floor"],
        ),
    ],
)
def test_rules_that_protect_nobody_are_refused(rules: Rules, codes: list[str]) -> None:
    with pytest.raises(UsageError) as refused:
        publish(population(_members(40)), SECTORS, rules)
    assert [problem.code for problem in refused.value.problems] == codes
