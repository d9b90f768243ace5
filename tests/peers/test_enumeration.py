"""A reader who goes through all populations that fit a publication still cannot infer values.

Every population of a small shape is published; those published in the same way are what a reader
has to reckon with. Beside what is published the reader knows what is withheld, since it knows
the program. ``CSSA_ADVERSARY`` in the environment adds larger shapes; the numbers are logged.
"""

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, partial
from itertools import chain, cycle, pairwise, product
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.datafile.types import Text
from cssa.peers.answer_classes import answer_classes
from cssa.peers.campaign_groups import CampaignGroups
from cssa.peers.cells import ClassCounts, KnownCell, NumericCell
from cssa.peers.continuing import CampaignFigures, PairedCells, paired_cells
from cssa.peers.groups import PeerGroup, group_tree
from cssa.peers.peer_figures import NumberColumn
from cssa.peers.rules import Rules
from cssa.peers.settlement import SettledFigure
from cssa.peers.statistics import (
    MEDIAN_FROM,
    count_cell,
    count_change,
    score_cell,
    score_change,
    share_cell,
)
from cssa.peers.suppression import SafetyRule, Suppressed, Suppression, suppress
from cssa.scheme.sectors import Sectors

from .adversary import Search, World, fillings, search
from .worlds import INDUSTRY_SECTORS, PRACTICES, SECTORS, member

CLASSES = answer_classes(SIX_LEVELS)

LARGE = "CSSA_ADVERSARY" in os.environ
HALF = Fraction(1, 2)

log = logging.getLogger(__name__)

Shape = Mapping[str, int]
"""Members of each group that belong to none below it; ``a.b`` lies in ``a``, all in ``all``."""


def _tree(shape: Shape) -> PeerGroup:
    def group(name: str, parent: str | None) -> PeerGroup:
        inside = [
            other
            for other in shape
            if other != name and (other.rpartition(".")[0] or "all") == name
        ]
        children = tuple(group(child, name) for child in inside)
        n = shape[name] + sum(child.n for child in children)
        return PeerGroup(name, parent, Text(ja=name, en=name), n, (), children)

    return group("all", None)


cached_shares, cached_scores, cached_counts = (
    cache(partial(share_cell, names=CLASSES)), cache(score_cell), cache(count_cell),
)  # fmt: skip


def _published(
    root: PeerGroup,
    direct_cells: Mapping[str, Any],
    safety: SafetyRule,
    published_cell: Any,
    known: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
) -> Any:
    cells = {place: KnownCell(cell, known.get(place, {})) for place, cell in direct_cells.items()}
    suppression = suppress(root, cells, safety)
    return tuple(map(_shown(suppression, published_cell), root.walk()))


def _shown(suppression: Suppression[Any], published_cell: Any) -> Callable[[PeerGroup], str]:
    """Return what a reader sees of a group."""

    def shown(group: PeerGroup) -> str:
        cell = suppression.of(group.id)
        return "withheld" if isinstance(cell, Suppressed) else str(published_cell(cell))

    return shown


def _classes(values: Mapping[str, Any]) -> dict[str, ClassCounts]:
    return {
        place: ClassCounts(tuple(counter[name] for name in CLASSES), len(SIX_LEVELS.values))
        for place, counter in values.items()
    }


def _numbers(values: Mapping[str, Any], min_span: Fraction) -> dict[str, NumericCell]:
    return {
        place: NumericCell(
            tuple(sorted(int(value * 20) for value in counter.elements())), 20, min_span
        )
        for place, counter in values.items()
    }


def _log(title: str, result: Search) -> None:
    log.info(
        "%s: %d populations, %d publications, %d readers' questions",
        title,
        result.worlds,
        result.publications,
        result.questions,
    )


def _two_classes(possible: frozenset[Any]) -> bool:
    return len(possible) > 1


def _half_apart(possible: frozenset[Any]) -> bool:
    return bool(max(possible) - min(possible) >= HALF)


SHARES: list[tuple[Shape, str, int]] = [
    ({"all": 0, "a": 10, "b": 10, "c": 10}, "12", 1),
    ({"all": 10, "a": 10, "b": 10}, "12", 1),
    ({"all": 1, "a": 10, "b": 12}, "12", 1),
    ({"all": 0, "a": 1, "a.b": 10, "a.c": 10}, "12", 1),
    ({"all": 0, "a": 0, "a.b": 10, "a.c": 10, "d": 10}, "12", 1),
    ({"all": 1, "a": 10}, "0123", 1),
    ({"all": 0, "a": 10, "b": 10}, "123", 1),
    ({"all": 0, "a": 10, "b": 4}, "123", 1),
    ({"all": 1, "a": 2, "a.b": 10}, "123", 1),
    ({"all": 0, "a": 11, "b": 10}, "12", 2),
    ({"all": 2, "a": 10}, "123", 2),
    ({"all": 0, "a": 0, "a.b": 0, "a.b.c": 10, "a.b.d": 10, "a.e": 10}, "12", 1),
    ({"all": 0, "a": 0, "a.b": 10, "a.c": 10, "d": 0, "d.e": 10, "d.f": 4}, "12", 1),
    ({"all": 1, "a": 1, "a.b": 1, "a.b.c": 10, "a.b.d": 10}, "12", 1),
    ({"all": 0, "a": 3, "a.b": 0, "a.b.c": 10, "d": 10}, "12", 1),
]
if LARGE:
    SHARES += [
        ({"all": 1, "a": 10, "b": 10}, "123", 1),
        ({"all": 0, "a": 3, "a.b": 10, "c": 10}, "12", 1),
        ({"all": 1, "a": 11, "b": 10}, "123", 2),
        ({"all": 0, "a": 0, "a.b": 0, "a.b.c": 10, "a.b.d": 10, "a.e": 10, "f": 10}, "12", 1),
        ({"all": 1, "a": 1, "a.b": 0, "a.b.c": 10, "a.d": 10}, "123", 1),
    ]


@pytest.mark.parametrize(("shape", "answers", "c"), SHARES)
def test_every_other_keeps_two_possible_answers(shape: Shape, answers: str, c: int) -> None:
    root = _tree(shape)
    safety = SafetyRule(10, c)
    result = search(
        (
            World(_published(root, _classes(values), safety, cached_shares), values)
            for values in fillings(shape, answers)
        ),
        c,
        _two_classes,
    )
    _log(f"shares {dict(shape)}, c={c}", result)
    assert result.exposed == []


MIDDLE = [Fraction(value, 20) for value in (40, 52, 60, 66)]  # 2.0, 2.6, 3.0, 3.3
TOP = [Fraction(value, 20) for value in (88, 92, 98, 100)]  # 4.4, 4.6, 4.9, 5.0
ALIKE = [Fraction(value, 20) for value in (40, 44, 60)]  # 2.0, 2.2, 3.0
SCORES: list[tuple[Shape, list[Fraction], int, int]] = [
    ({"all": 1, "a": 5}, MIDDLE, 5, 1),
    ({"all": 0, "a": 5, "b": 5}, MIDDLE, 5, 1),
    ({"all": 0, "a": 6, "b": 5}, TOP, 5, 1),
    ({"all": 1, "a": 2, "a.b": 5}, TOP, 5, 1),
    ({"all": 2, "a": 10}, TOP, 10, 1),
    ({"all": 3, "a": 6}, TOP, 6, 2),
    ({"all": 0, "a": 7, "b": 6}, [MIDDLE[0], *TOP[2:]], 6, 2),
    ({"all": 2, "a": 6, "b": 5}, ALIKE, 5, 1),
    ({"all": 0, "a": 5, "b": 5, "c": 5}, ALIKE, 5, 1),
    ({"all": 0, "a": 0, "a.b": 1, "a.b.c": 5, "a.d": 5}, ALIKE, 5, 1),
    ({"all": 1, "a": 1, "a.b": 1, "a.b.c": 5, "d": 5}, ALIKE, 5, 1),
]
if LARGE:
    SCORES += [
        ({"all": 2, "a": 5, "b": 5}, MIDDLE, 5, 1),
        ({"all": 1, "a": 20}, TOP, 10, 1),
        ({"all": 5, "a": 5, "b": 5}, ALIKE, 5, 1),
        ({"all": 0, "a": 0, "a.b": 0, "a.b.c": 5, "a.b.d": 5, "a.e": 5}, ALIKE, 5, 1),
    ]


@pytest.mark.parametrize(("shape", "values", "m", "c"), SCORES)
def test_every_other_keeps_half_a_point(
    shape: Shape, values: Sequence[Fraction], m: int, c: int
) -> None:
    root = _tree(shape)
    result = search(
        (
            World(_published(root, _numbers(world, HALF), SafetyRule(m, c), cached_scores), world)
            for world in fillings(shape, values)
        ),
        c,
        _half_apart,
    )
    _log(f"scores {dict(shape)}, m={m}, c={c}", result)
    assert result.exposed == []


@pytest.mark.parametrize(
    "shape", [{"all": 1, "a": 5}, {"all": 0, "a": 6, "b": 5}, {"all": 2, "a": 10}]
)
def test_every_other_keeps_two_possible_counts(shape: Shape) -> None:
    root = _tree(shape)
    result = search(
        (
            World(
                _published(root, _numbers(world, Fraction(1)), SafetyRule(5, 1), cached_counts),
                world,
            )
            for world in fillings(shape, (0, 1, 2))
        ),
        1,
        _two_classes,
    )
    _log(f"counts {dict(shape)}", result)
    assert result.exposed == []


class Campaigns(NamedTuple):
    """Two campaigns: by sub-sector how many stayed, how many are new and how many left.

    Attributes:
        has_change: whether there is a group that nobody joined or left.
    """

    stayed: Shape
    new: Shape
    left: Shape
    values: Sequence[Fraction]
    has_change: bool = True

    @property
    def title(self) -> str:
        return f"{self.stayed} stayed, {self.new} new, {self.left} left"


NARROW = MIDDLE[1:]  # 2.6, 3.0, 3.3
COARSE = [Fraction(0), Fraction(13, 5), Fraction(5)]
TWO_CAMPAIGNS = [
    Campaigns({"bank": 6}, {"bank": 1}, {}, NARROW, has_change=False),
    Campaigns({"bank": 6}, {}, {"bank": 1}, NARROW, has_change=False),
    Campaigns({"bank": 6}, {"broker": 5}, {}, NARROW),
    Campaigns({"bank": 5, "broker": 5}, {"bank": 1}, {}, NARROW),
    Campaigns({"bank": 5, "broker": 5}, {"bank": 2}, {"bank": 2}, NARROW),
    Campaigns(
        {"bank": 5, "broker": 5}, {"bank": 3, "broker": 2}, {}, NARROW[::2], has_change=False
    ),
    Campaigns({"bank": 5, "exchange": 3}, {"exchange": 2}, {}, NARROW, has_change=False),
    Campaigns({"bank": 7, "broker": 5}, {"bank": 5}, {}, COARSE[::2]),
    Campaigns({"bank": 5, "broker": 5}, {"bank": 2}, {}, COARSE),
    Campaigns({"bank": 5, "broker": 5, "insurer": 5}, {"bank": 2, "broker": 1}, {}, COARSE[::2]),
]
COUNTS = [Fraction(0), Fraction(1), Fraction(2)]
TWO_COUNTS = [
    Campaigns({"bank": 10, "broker": 5}, {"broker": 1}, {}, COUNTS),
    Campaigns({"bank": 6, "broker": 5}, {}, {"broker": 1}, COUNTS, has_change=False),
]
if LARGE:
    TWO_CAMPAIGNS += [
        Campaigns({"bank": 7, "broker": 5}, {"bank": 5}, {}, NARROW),
        Campaigns({"bank": 7, "broker": 5}, {"bank": 5}, {}, COARSE),
        Campaigns({"bank": 5, "broker": 4}, {"bank": 3, "broker": 2}, {}, COARSE, has_change=False),
        Campaigns(
            {"bank": 6, "broker": 5, "insurer": 5}, {"bank": 3, "broker": 2}, {}, COARSE[::2]
        ),
        Campaigns({"bank": 5, "broker": 6}, {"exchange": 2}, {"bank": 1}, COARSE),
    ]
    TWO_COUNTS += [Campaigns({"bank": 6, "broker": 5}, {"insurer": 5}, {}, COUNTS)]

BLANK = member(0, "3" * len(PRACTICES))

Filed = Mapping[str, int]
"""Institutions by sub-sector and the years in which they filed: ``bank 02`` in the first and third."""


def _campaign_groups(filed: Filed, year: int, sectors: Sectors) -> CampaignGroups:
    members = [
        BLANK._replace(id=f"{place} {number}", sector=place.partition(" ")[0])
        for place, size in filed.items()
        if str(year) in place.partition(" ")[2]
        for number in range(size)
    ]
    return CampaignGroups.of(members, group_tree(members, sectors, "size"))


def _settled(
    groups: CampaignGroups, values: Iterable[Fraction], min_span: Fraction
) -> CampaignFigures:
    pairs = zip(groups.members, values, strict=False)
    column = NumberColumn.of("overall", "overall", [value for _, value in pairs], min_span)
    suppression = suppress(groups.root, groups.direct_cells(column.cell), Rules(5, 1).means)
    return CampaignFigures(groups, {"overall": SettledFigure(column, suppression)})


class Published(NamedTuple):
    """How a figure is published of a cell, and of the same institutions in two campaigns."""

    cell: Callable[[Any], Any]
    change: Callable[[PairedCells], str]

    def figures(self, settled: CampaignFigures) -> tuple[str, ...]:
        """Return what is published of one campaign."""
        suppression = settled.figures["overall"].suppression
        return tuple(map(_shown(suppression, self.cell), settled.groups.root.walk()))

    def changes(self, settled: Sequence[CampaignFigures]) -> tuple[str, ...]:
        """Return what is published of the change from each campaign to the next."""
        return tuple(
            self.change(pair) if isinstance(pair, PairedCells) else "withheld"
            for before, now in pairwise(settled)
            for pair in [paired_cells(now, before, "overall")]
        )


def _search_one_of(
    filed: Filed,
    unknown: int,
    values: Sequence[Fraction],
    min_span: Fraction,
    published: Published,
    sectors: Sectors = SECTORS,
) -> tuple[Search, list[int]]:
    """Let a reader who knows all values of the other years see everything that is published.

    Args:
        filed: who is in which campaign.
        unknown: the year of which the reader knows no values.
        values: that are possible in it.
        min_span: how far apart values must be to differ.
        published: how.
        sectors: the sub-sectors.

    Returns:
        Whose values can be inferred, and of each change how many were seen.
    """
    years = sorted({int(year) for place in filed for year in place.partition(" ")[2]})
    groups = [_campaign_groups(filed, year, sectors) for year in years]
    known = [_settled(each, map(Fraction, cycle(range(4))), min_span) for each in groups]
    shape = Counter(member.id.rpartition(" ")[0] for member in groups[unknown].members)
    changes: list[set[str]] = [set() for _ in years[1:]]

    def worlds() -> Iterator[World]:
        for filled in fillings(shape, values):
            own = chain.from_iterable(counter.elements() for counter in filled.values())
            settled = [*known]
            settled[unknown] = _settled(groups[unknown], own, min_span)
            change = published.changes(settled)
            for seen, each in zip(changes, change, strict=True):
                seen.add(each)
            yield World((published.figures(settled[unknown]), change), filled)

    result = search(worlds(), 1, lambda possible: max(possible) - min(possible) >= min_span)
    _log(f"campaigns, {dict(filed)}, year {unknown} unknown", result)
    return result, [len(seen) for seen in changes]


def _search_two_campaigns(campaigns: Campaigns, min_span: Fraction, published: Published) -> Search:
    """Let a reader who knows all of last year's values see groups and change."""
    filed = {
        f"{sector} {years}": size
        for years, kind in (("01", "stayed"), ("1", "new"), ("0", "left"))
        for sector, size in getattr(campaigns, kind).items()
    }
    result, (changes,) = _search_one_of(filed, 1, campaigns.values, min_span, published)
    assert (changes > 1) == campaigns.has_change
    return result


def _means(cells: PairedCells) -> str:
    return str(score_change(*cells))


def _medians(cells: PairedCells) -> str:
    return str(count_change(*cells)) if cells.now.n >= MEDIAN_FROM else "withheld"


SCORES_AND_CHANGE = Published(cached_scores, _means)
COUNTS_AND_CHANGE = Published(cached_counts, _medians)


@pytest.mark.parametrize("campaigns", TWO_CAMPAIGNS, ids=lambda campaigns: campaigns.title)
def test_every_other_keeps_half_a_point_over_two_campaigns(campaigns: Campaigns) -> None:
    assert _search_two_campaigns(campaigns, HALF, SCORES_AND_CHANGE).exposed == []


@pytest.mark.parametrize("campaigns", TWO_COUNTS, ids=lambda campaigns: campaigns.title)
def test_every_other_keeps_two_possible_counts_over_two_campaigns(campaigns: Campaigns) -> None:
    assert _search_two_campaigns(campaigns, Fraction(1), COUNTS_AND_CHANGE).exposed == []


class Row(NamedTuple):
    """Three campaigns in a row.

    Attributes:
        filed: who is in which.
        values: that are possible in one of them.
        changes: how many of the two are published in more than one way when the second is unknown.
    """

    filed: Filed
    values: Sequence[Fraction]
    changes: int
    sectors: Sectors = SECTORS

    @property
    def title(self) -> str:
        return f"{self.filed} {len(self.sectors.industry_groups)} industry groups"


THREE_CAMPAIGNS = [
    Row({"bank 012": 6, "bank 1": 1}, NARROW, 0),
    Row({"bank 012": 5, "broker 012": 5, "bank 12": 1}, NARROW, 2),
    Row({"bank 012": 5, "broker 012": 5, "bank 01": 1}, NARROW, 2),
    Row({"bank 012": 5, "broker 012": 5, "bank 02": 2, "bank 1": 2}, COARSE, 2),
    Row({"bank 012": 5, "broker 012": 5, "bank 12": 2, "broker 01": 2}, COARSE, 2),
    Row({"bank 012": 5, "broker 012": 5, "insurer 012": 5, "bank 02": 1}, COARSE[::2], 2),
    Row({"bank 012": 5, "broker 012": 5, "insurer 1": 5}, COARSE, 2),
    Row({"bank 012": 5, "broker 012": 5, "insurer 012": 5}, COARSE, 2, INDUSTRY_SECTORS),
    Row(
        {"bank 012": 5, "broker 012": 5, "insurer 012": 5, "broker 12": 2},
        COARSE[::2],
        2,
        INDUSTRY_SECTORS,
    ),
    Row(
        {"bank 012": 5, "insurer 012": 5, "broker 12": 5, "exchange 01": 2},
        COARSE[::2],
        2,
        INDUSTRY_SECTORS,
    ),
]
if LARGE:
    THREE_CAMPAIGNS += [
        Row({"bank 012": 6, "broker 012": 6, "bank 02": 2, "broker 12": 1}, COARSE, 2),
        Row({"bank 012": 5, "broker 012": 5, "insurer 012": 5, "insurer 01": 1}, COARSE, 2),
        Row(
            {"bank 012": 5, "broker 012": 5, "insurer 012": 5, "exchange 12": 3},
            COARSE,
            2,
            INDUSTRY_SECTORS,
        ),
    ]


@pytest.mark.parametrize("unknown", [0, 1, 2])
@pytest.mark.parametrize("row", THREE_CAMPAIGNS, ids=lambda row: row.title)
def test_every_other_keeps_half_a_point_over_three_campaigns(row: Row, unknown: int) -> None:
    result, changes = _search_one_of(
        row.filed, unknown, row.values, HALF, SCORES_AND_CHANGE, row.sectors
    )
    assert result.exposed == []
    if unknown == 1:
        assert sum(number > 1 for number in changes) == row.changes


TWO_VALUES = COARSE[::2]
JOINTLY: list[tuple[Filed, Sectors]] = [
    ({"bank 012": 5, "bank 1": 1}, SECTORS),
    ({"bank 012": 5, "broker 12": 5}, SECTORS),
    ({"bank 012": 5, "bank 02": 1, "bank 12": 1}, SECTORS),
    ({"bank 12": 5, "broker 01": 5, "insurer 1": 5}, INDUSTRY_SECTORS),
]
if LARGE:
    JOINTLY += [
        ({"bank 012": 5, "broker 012": 5}, SECTORS),
        ({"bank 012": 5, "broker 12": 5, "insurer 1": 5}, INDUSTRY_SECTORS),
    ]


@pytest.mark.parametrize(
    ("filed", "sectors"), JOINTLY, ids=lambda value: str(value) if isinstance(value, dict) else ""
)
def test_who_links_the_years_recovers_nobody(filed: Filed, sectors: Sectors) -> None:
    """The reader knows own answers of every year, and which institutions are the same."""
    result = _search_jointly(filed, sectors)
    assert result.exposed == []


def test_who_knows_that_nobody_changed_recovers_a_newcomer() -> None:
    """Not guaranteed, and so stated: two campaigns are enough (docs/peers.md)."""
    filed = {"bank 012": 5, "bank 12": 1}
    assert _search_jointly(filed, SECTORS).exposed == []
    assert _search_jointly(filed, SECTORS, changes=False).exposed


def _search_jointly(filed: Filed, sectors: Sectors, *, changes: bool = True) -> Search:
    """Go through all values of all years at once, a value for each year for every institution.

    Args:
        filed: who is in which campaign.
        sectors: the sub-sectors.
        changes: whether a value can be another one in the next year.
    """
    groups = [_campaign_groups(filed, year, sectors) for year in range(3)]
    years = {place: [int(year) for year in place.partition(" ")[2]] for place in filed}

    @cache
    def settled(year: int, values: tuple[Fraction, ...]) -> CampaignFigures:
        return _settled(groups[year], values, HALF)

    @cache
    def published(values: tuple[tuple[Fraction, ...], ...]) -> Any:
        row = [settled(year, own) for year, own in enumerate(values)]
        return tuple(map(SCORES_AND_CHANGE.figures, row)), SCORES_AND_CHANGE.changes(row)

    def in_year(year: int, world: Mapping[str, Counter[Any]]) -> tuple[Fraction, ...]:
        return tuple(
            value
            for place, counter in world.items()
            if year in years[place]
            for value in sorted(own[years[place].index(year)] for own in counter.elements())
        )

    def possible(place: str) -> list[tuple[Fraction, ...]]:
        every = product(TWO_VALUES, repeat=len(years[place]))
        return [values for values in every if changes or len({*values}) == 1]

    each = [fillings({place: size}, possible(place)) for place, size in filed.items()]

    def worlds() -> Iterator[World]:
        for chosen in product(*each):
            world = {place: counter for filled in chosen for place, counter in filled.items()}
            yield World(published(tuple(in_year(year, world) for year in range(3))), world)

    def is_hidden(values: frozenset[Any]) -> bool:
        by_year = zip(*values, strict=True)
        return all(max(own) - min(own) >= HALF for own in by_year)

    result = search(worlds(), 1, is_hidden)
    _log(f"three campaigns jointly, {dict(filed)}", result)
    return result


def test_publishing_change_of_all_that_stayed_would_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stayed(now: Any, before: Any) -> set[str]:
        return set().union(*now) & set().union(*before)

    monkeypatch.setattr("cssa.peers.continuing.whole_atoms", stayed)
    scattered = Campaigns({"bank": 5, "broker": 5}, {"bank": 3, "broker": 2}, {}, COARSE[::2])
    result = _search_two_campaigns(scattered, HALF, SCORES_AND_CHANGE)
    assert result.exposed


def test_suppressing_only_concentrated_cells_would_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No subtraction shows it: who knows the program infers it from what is suppressed."""

    def divide(self: Any, group: PeerGroup) -> None:
        for child in self._published_children(group):
            if self._safety.concentrated(self._cells[child.id]) is not None:
                self._suppress(child, "concentrated", ())
        for child in self._published_children(group):
            atom = self._atom(group)
            checks = (self._safety.failing_threshold, self._safety.concentrated)
            if atom.n and any(check(atom) is not None for check in checks):
                self._suppress(child, "complement", ())

    monkeypatch.setattr("cssa.peers.suppression._Suppressor._divide", divide)
    shape: Shape = {"all": 0, "a": 10, "b": 10, "c": 10}
    root = _tree(shape)
    result = search(
        (
            World(_published(root, _classes(world), SafetyRule(10, 1), cached_shares), world)
            for world in fillings(shape, "12")
        ),
        1,
        _two_classes,
    )
    assert result.exposed


def test_one_unsafe_cell_is_enough_to_be_found() -> None:
    shape: Shape = {"all": 5, "a": 5}
    root = _tree(shape)
    unsafe = SafetyRule(1, 0)
    result = search(
        (
            World(_published(root, _numbers(world, Fraction(0)), unsafe, cached_scores), world)
            for world in fillings(shape, TOP)
        ),
        1,
        _half_apart,
    )
    assert result.exposed
    result = search(
        (
            World(
                _published(_tree({"all": 0, "a": 10}), _classes(world), unsafe, cached_shares),
                world,
            )
            for world in fillings({"all": 0, "a": 10}, "123")
        ),
        1,
        _two_classes,
    )
    assert result.exposed
