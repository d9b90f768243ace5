"""Which groups there are, what is published at which size, and how it is rounded."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.errors import UsageError
from cssa.messages import message
from cssa.peers.answer_classes import answer_classes
from cssa.peers.campaign_groups import in_statistics
from cssa.peers.cells import ClassCounts, NumericCell
from cssa.peers.group_figures import SuppressedFigure
from cssa.peers.groups import group_tree, wider_groups
from cssa.peers.member import Member
from cssa.peers.peers_file import Peers, ScoreCell, Withheld
from cssa.peers.publication import publish
from cssa.peers.rules import Rules
from cssa.peers.statistics import score_cell, share_cell
from cssa.peers.suppression import Reason

from .worlds import INDUSTRY_SECTORS, SECTORS, draw, member, population, seeded

SPREAD = ("111111", "222222", "333333", "444444", "555555")


def _members(count: int) -> list[Member]:
    return [member(number, SPREAD[number % 5]) for number in range(count)]


def _published(members: Iterable[Member], min_group: int = 5) -> Peers:
    return publish(population(members), SECTORS, Rules(min_group)).peers


def _overall(peers: Peers, group: str = "all") -> ScoreCell:
    figures = peers.group(group)
    assert figures is not None
    assert figures.overall is not None
    return figures.overall


# Groups.


def test_sub_sectors_are_divided_by_fixed_bands() -> None:
    sizes = (0, 99, 100, 199, 200, 10_000, None)
    members = [member(number, SPREAD[0], size=size) for number, size in enumerate(sizes)]
    root = group_tree(members, SECTORS, "size")
    assert [(group.id, group.parent, group.n, group.direct_members) for group in root.walk()] == [
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
    root = group_tree(members, SECTORS, "core_system")
    assert [(group.id, group.direct_members) for group in root.walk()] == [
        ("all", ()),
        ("bank", (2,)),
        ("bank.shared", (0, 3)),
        ("bank.own", (1,)),
    ]


def test_kinds_with_few_members_count_among_all_only() -> None:
    members = [member(0, SPREAD[0], sector="exchange", size=10), member(1, SPREAD[0])]
    assert [group.id for group in group_tree(members, SECTORS, "size").walk()] == ["all", "bank"]


def test_sub_sectors_of_an_industry_group_are_inside_it() -> None:
    kinds = ("insurer", "bank", "exchange", "broker", "bank")
    members = [
        member(number, SPREAD[0], sector=sector, size=10 if number == 1 else None)
        for number, sector in enumerate(kinds)
    ]
    root = group_tree(members, INDUSTRY_SECTORS, "size")
    assert [(group.id, group.parent, group.n, group.direct_members) for group in root.walk()] == [
        ("all", None, 5, ()),
        ("deposits", "all", 3, ()),
        ("bank", "deposits", 2, (4,)),
        ("bank.small", "bank", 1, (1,)),
        ("broker", "deposits", 1, (3,)),
        ("cover", "all", 2, (2,)),
        ("insurer", "cover", 1, (0,)),
    ]


@pytest.mark.parametrize(
    ("kinds", "groups"),
    [
        (("bank", "bank", "insurer"), ["all", "bank", "insurer"]),
        (("bank", "exchange"), ["all", "bank"]),
        (("exchange", "exchange"), ["all"]),
        (("bank", "broker", "exchange"), ["all", "deposits", "bank", "broker"]),
    ],
)
def test_an_industry_group_with_one_sub_sector_is_not_that_sub_sector_again(
    kinds: tuple[str, ...], groups: list[str]
) -> None:
    members = [member(number, SPREAD[0], sector=sector) for number, sector in enumerate(kinds)]
    root = group_tree(members, INDUSTRY_SECTORS, "size")
    assert [group.id for group in root.walk()] == groups
    assert sorted(root.members) == list(range(len(kinds)))


def test_groups_know_which_ones_they_can_lie_in() -> None:
    around = {
        group: wider_groups(group, INDUSTRY_SECTORS)
        for group in ("all", "cover", "insurer", "insurer.small", "exchange")
    }
    assert around == {
        "all": (),
        "cover": ("all",),
        "insurer": ("cover", "all"),
        "insurer.small": ("insurer", "cover", "all"),
        "exchange": ("cover", "all"),
    }
    assert wider_groups("bank", SECTORS) == ("all",)


def test_a_sub_sector_without_figures_leaves_those_of_its_industry_group() -> None:
    members = [
        drawn._replace(sector=sector)
        for drawn, sector in zip(
            _members(40), ("bank",) * 22 + ("broker",) * 6 + ("insurer",) * 12, strict=True
        )
    ]
    peers = publish(population(members), INDUSTRY_SECTORS, Rules(10)).peers
    assert [(group.id, group.parent, group.n) for group in peers.groups] == [
        ("all", None, 40),
        ("deposits", "all", 28),
        ("insurer", "all", 12),
    ]
    hidden = {withheld.group for withheld in peers.withheld if withheld.figure == "*"}
    assert hidden == {"bank", "broker"}, "the bank's figures would give the brokers' away"


def test_groups_are_named_in_both_languages() -> None:
    size = group_tree([member(0, SPREAD[0], size=10)], SECTORS, "size")
    shared = group_tree([member(0, SPREAD[0], shared=True)], SECTORS, "core_system")
    titles = [group.title for root in (size, shared) for group in root.walk()]
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


def test_members_with_low_coverage_enter_no_figure() -> None:
    shares = (Fraction(4, 5), Fraction(79, 100), None, Fraction(1))
    members = [member(number, SPREAD[0], coverage=share) for number, share in enumerate(shares)]
    entering = in_statistics(population(members), Rules(5).coverage_floor)
    assert [entered.id for entered in entering] == ["M00000", "M00003"]
    assert _published([*_members(9), members[1]._replace(id="X")]).groups[0].n == 9


# What is published at which size.


@pytest.mark.parametrize(
    ("n", "statistics"),
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
def test_more_statistics_are_published_of_more_institutions(n: int, statistics: set[str]) -> None:
    peers = _published(_members(n))
    assert _overall(peers).model_dump(exclude_none=True).keys() == statistics
    assert peers.groups[0].below_in_place is None  # all have the same count
    assert bool(peers.groups[0].practices) == (n >= 10)


def test_fewer_than_the_least_group_have_no_figures() -> None:
    publication = publish(population(_members(4)), SECTORS, Rules(5))
    assert publication.peers.groups == ()
    assert publication.peers.withheld == (
        Withheld(group="all", figure="*"),
        Withheld(group="bank", figure="*"),
    )
    assert [
        (figure.group, figure.figure, figure.n, figure.reason) for figure in publication.withheld
    ] == [
        ("all", "*", 4, "too_few"),
        ("bank", "*", 4, "too_few"),
    ]


def test_a_figure_that_is_withheld_is_absent_and_listed() -> None:
    members = [
        drawn._replace(answer_codes=drawn.answer_codes[:5] + ("3" if number < 5 else "u"))
        for number, drawn in enumerate(_members(12))
    ]
    peers = _published(members, 10)
    assert "2.2.1-a" not in peers.groups[0].practices
    assert Withheld(group="all", figure="2.2.1-a") in peers.withheld


def test_a_figure_that_nobody_has_is_not_listed() -> None:
    members = [drawn._replace(sections=(None, *drawn.sections[1:])) for drawn in _members(12)]
    peers = _published(members)
    assert "2.1.1" not in peers.groups[0].sections
    assert all(withheld.figure != "2.1.1" for withheld in peers.withheld)


def test_questions_that_give_no_level_are_no_figures() -> None:
    members = [drawn._replace(answer_codes="i" + drawn.answer_codes[1:]) for drawn in _members(12)]
    peers = _published(members)
    assert "2.1.1-1" not in peers.groups[0].practices
    assert all(withheld.figure != "2.1.1-1" for withheld in peers.withheld)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_is_worded(reason: Reason) -> None:
    code = SuppressedFigure("all", "overall", 3, reason).code
    assert message("en", code)


# Values that are too much alike.


def test_nothing_is_published_of_institutions_that_are_all_alike() -> None:
    alike = [member(number, "444444") for number in range(40)]
    assert _published(alike).groups == ()


def test_nothing_is_published_where_only_one_differs() -> None:
    one_differs = [member(number, "444444") for number in range(40)] + [member(40, "111111")]
    two_differ = [*one_differs, member(41, "111111")]
    assert _published(one_differs).groups == ()
    cell = _published(two_differ).groups[0].practices["2.1.1-1"]
    assert (cell.n, cell.shares, cell.blurred) == (42, {"4": 95}, "4")


@given(st.lists(st.integers(0, 100), min_size=3, max_size=12), st.integers(1, 3))
def test_values_differ_when_they_do_after_anyone_leaves(values: list[int], coalition: int) -> None:
    cell = NumericCell.from_values((Fraction(value, 20) for value in values), Fraction(1, 2))
    grown = cell.merged(cell._replace(values=(50 * cell.denominator // 20,)))
    assert grown.differs_without(coalition) or not cell.differs_without(
        coalition
    )  # more never differ less


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
    cell = share_cell(ClassCounts(counts, 6), answer_classes(SIX_LEVELS))
    assert cell.shares == shares
    assert (cell.blurred is not None) == (len(shares) == 1)


def test_halves_are_rounded_up() -> None:
    values = [Fraction(21, 10)] * 15 + [Fraction(22, 10)] * 15
    cell = score_cell(NumericCell.from_values(values, Fraction(1, 2)))
    assert (cell.mean, cell.median, cell.sd) == (2.2, 2.2, 0.1)  # 2.15, 2.15, 0.05


def _decimals(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        value = [item for key, item in value.items() if key != "coverage_floor"]
    if isinstance(value, list):
        for item in value:
            yield from _decimals(item)
    elif isinstance(value, float):
        yield value


def test_nothing_longer_than_one_decimal_is_written() -> None:
    written = list(_decimals(json.loads(_published(draw(seeded(3), 120)).model_dump_json())))
    assert len(written) > 30
    assert all(value == round(value, 1) for value in written)


# Invariance and monotonicity.


worlds = st.builds(
    lambda seed, count: draw(seeded(seed), count), st.integers(0, 10**6), st.integers(0, 50)
)


@settings(deadline=None, max_examples=50)
@given(worlds, st.integers())
def test_the_order_of_institutions_does_not_matter(members: tuple[Member, ...], seed: int) -> None:
    shuffled = seeded(seed).sample(members, len(members))
    for sectors in (SECTORS, INDUSTRY_SECTORS):
        assert publish(population(shuffled), sectors, Rules(5)) == publish(
            population(members), sectors, Rules(5)
        )


@settings(deadline=None, max_examples=50)
@given(worlds)
def test_institutions_of_the_same_groups_can_exchange_all_their_answers(
    members: tuple[Member, ...],
) -> None:
    """Whatever a reader infers from all figures together, it applies to any of them."""
    first: dict[tuple[object, ...], int] = {}
    exchanged = list(members)
    for index, member_ in enumerate(members):
        partner = first.setdefault((member_.sector, member_.size, member_.shared_system), index)
        exchanged[partner], exchanged[index] = (
            exchanged[index]._replace(id=exchanged[partner].id),
            exchanged[partner]._replace(id=member_.id),
        )
    for sectors in (SECTORS, INDUSTRY_SECTORS):
        assert publish(population(exchanged), sectors, Rules(5)) == publish(
            population(members), sectors, Rules(5)
        )


def _published_figures(peers: Peers) -> set[tuple[str, str]]:
    published = set()
    for group in peers.groups:
        published |= {
            (group.id, name) for name in (*group.domains, *group.sections, *group.practices)
        }
        published |= {(group.id, "overall")} if group.overall else set()
        published |= {(group.id, "below_in_place")} if group.below_in_place else set()
    return published


@settings(deadline=None, max_examples=50)
@given(worlds)
def test_every_figure_is_published_or_listed(members: tuple[Member, ...]) -> None:
    peers = _published(members)
    published = _published_figures(peers)
    listed = {(withheld.group, withheld.figure) for withheld in peers.withheld}
    assert not published & listed
    figures = {figure for _, figure in published}
    for group in peers.groups:
        assert figures <= {figure for name, figure in published | listed if name == group.id}


# Two campaigns.


def _two_campaigns(
    bank: int, broker: int, *, joined: str = "", left: str = ""
) -> tuple[list[Member], list[Member]]:
    """Return members of this campaign and of the last.

    Args:
        bank: how many of this sub-sector stayed; likewise ``broker``.
        joined: the sub-sector that a newcomer joined; ``left`` the one that a leaver left.
    """
    stayed = [
        drawn._replace(sector="bank" if number < bank else "broker", below_in_place=number % 7)
        for number, drawn in enumerate(_members(bank + broker))
    ]
    before = [
        now._replace(below_in_place=3 + number % 7, overall=Fraction(number % 4))
        for number, now in enumerate(stayed)
    ]
    return (
        [*stayed, *([stayed[0]._replace(id="new", sector=joined)] if joined else [])],
        [*before, *([before[0]._replace(id="gone", sector=left)] if left else [])],
    )


@pytest.mark.parametrize(
    ("joined", "left", "n"),
    [("", "", 60), ("broker", "", 40), ("", "broker", 40), ("bank", "bank", 20)],
)
def test_change_is_published_of_groups_that_nobody_joined_or_left(
    joined: str, left: str, n: int
) -> None:
    now, before = _two_campaigns(40, 20, joined=joined, left=left)
    publication = publish(population(now), SECTORS, Rules(10), population(before, campaign="2025"))
    change = publication.peers.continuing
    assert change is not None
    assert (change.campaign, change.n) == ("2025", 60)
    assert change.overall is not None
    assert (change.overall.n, change.overall.mean, change.overall.before) == (n, 3.0, 1.5)
    assert change.below_in_place is not None
    assert (change.below_in_place.median, change.below_in_place.before) == (3.0, 6.0)


def test_change_is_withheld_where_someone_joined_or_left_every_group() -> None:
    now, before = _two_campaigns(40, 20, joined="bank", left="broker")
    publication = publish(population(now), SECTORS, Rules(10), population(before, campaign="2025"))
    assert publication.peers.continuing is None
    assert Withheld(group="continuing", figure="*") in publication.peers.withheld
    listed = [figure for figure in publication.withheld if figure.group == "continuing"]
    assert [(figure.figure, figure.n, figure.reason) for figure in listed] == [("*", 60, "divided")]


def test_the_change_of_fewer_than_ten_has_no_median() -> None:
    now, before = _two_campaigns(7, 0)
    publication = publish(population(now), SECTORS, Rules(5), population(before, campaign="2025"))
    change = publication.peers.continuing
    assert change is not None
    assert (change.overall is None, change.below_in_place) == (False, None)
    assert Withheld(group="continuing", figure="below_in_place") in publication.peers.withheld


def test_an_institution_that_moves_to_another_band_continues() -> None:
    now, before = (
        [drawn._replace(size=Decimal(size)) for drawn, size in zip(members, sizes, strict=True)]
        for members, sizes in zip(
            _two_campaigns(30, 0), ((10,) * 14 + (150,) * 16, (10,) * 15 + (150,) * 15), strict=True
        )
    )
    publication = publish(population(now), SECTORS, Rules(10), population(before, campaign="2025"))
    change = publication.peers.continuing
    assert change is not None
    assert change.overall is not None
    assert change.overall.n == 30


def test_change_is_refused_where_the_last_figures_were_published_of_other_groups() -> None:
    now, before = (population(members) for members in _two_campaigns(40, 20))
    before = before._replace(campaign="2025")
    cells = publish(before, SECTORS, Rules(10)).peers.cells
    assert publish(now, SECTORS, Rules(10), before, (), cells).peers.continuing is not None
    for changed in (
        {**cells, "bank": [figure for figure in cells["bank"] if figure != "overall"]},
        {group: figures for group, figures in cells.items() if group != "bank"},
        {**cells, "bank.small": ["overall"]},
    ):
        with pytest.raises(UsageError) as refused:
            publish(now, SECTORS, Rules(10), before, (), changed)
        assert [problem.code for problem in refused.value.problems] == ["peers.previous_groups"]
    without = {group: [name for name in cells[group] if name != "overall"] for group in cells}
    assert publish(now, SECTORS, Rules(10), before, ("overall",), without).peers.continuing


def test_another_checklist_is_not_compared_with() -> None:
    before = population(_members(40), campaign="2025")._replace(fingerprint="other")
    peers = publish(population(_members(40)), SECTORS, Rules(10), before).peers
    assert peers.continuing is None
    assert all(withheld.group != "continuing" for withheld in peers.withheld)


def test_scores_by_another_scheme_are_not_compared_with() -> None:
    now, before = (population(members) for members in _two_campaigns(40, 20))
    peers = publish(now, SECTORS, Rules(10), before._replace(scheme="other")).peers
    assert peers.scheme == now.scheme
    assert peers.continuing is None
    assert all(withheld.group != "continuing" for withheld in peers.withheld)


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
