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
from itertools import chain, cycle
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

from .adversary import Search, World, fillings, search
from .worlds import PRACTICES, SECTORS, member

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
]
if LARGE:
    SHARES += [
        ({"all": 1, "a": 10, "b": 10}, "123", 1),
        ({"all": 0, "a": 3, "a.b": 10, "c": 10}, "12", 1),
        ({"all": 1, "a": 11, "b": 10}, "123", 2),
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
]
if LARGE:
    SCORES += [
        ({"all": 2, "a": 5, "b": 5}, MIDDLE, 5, 1),
        ({"all": 1, "a": 20}, TOP, 10, 1),
        ({"all": 5, "a": 5, "b": 5}, ALIKE, 5, 1),
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


def _campaign_groups(campaigns: Campaigns, *kinds: str) -> CampaignGroups:
    members = [
        BLANK._replace(id=f"{sector} {kind} {number}", sector=sector)
        for kind in kinds
        for sector, size in getattr(campaigns, kind).items()
        for number in range(size)
    ]
    return CampaignGroups.of(members, group_tree(members, SECTORS, "size"))


def _settled(
    groups: CampaignGroups, values: Iterable[Fraction], min_span: Fraction
) -> CampaignFigures:
    pairs = zip(groups.members, values, strict=False)
    column = NumberColumn.of("overall", "overall", [value for _, value in pairs], min_span)
    suppression = suppress(groups.root, groups.direct_cells(column.cell), Rules(5, 1).means)
    return CampaignFigures(groups, {"overall": SettledFigure(column, suppression)})


def _search_two_campaigns(
    campaigns: Campaigns, min_span: Fraction, published_cell: Any, published_change: Any
) -> Search:
    """Let a reader who knows all of last year's values see groups and change.

    Args:
        campaigns: who is in them.
        min_span: how far apart values must be to differ.
        published_cell: returns what is published of a cell.
        published_change: likewise of the same institutions.
    """
    then = _campaign_groups(campaigns, "stayed", "left")
    before = _settled(then, map(Fraction, cycle(range(4))), min_span)
    now = _campaign_groups(campaigns, "stayed", "new")
    shape = Counter(member.id.rpartition(" ")[0] for member in now.members)
    changes = set()

    def worlds() -> Iterator[World]:
        for values in fillings(shape, campaigns.values):
            own = chain.from_iterable(counter.elements() for counter in values.values())
            filled = _settled(now, own, min_span)
            suppression = filled.figures["overall"].suppression
            published = tuple(map(_shown(suppression, published_cell), now.root.walk()))
            pair = paired_cells(filled, before, "overall")
            change = published_change(pair) if isinstance(pair, PairedCells) else "withheld"
            changes.add(change)
            yield World((published, change), values)

    result = search(worlds(), 1, lambda possible: max(possible) - min(possible) >= min_span)
    _log(f"two campaigns, {campaigns.title}", result)
    assert (len(changes) > 1) == campaigns.has_change
    return result


def _means(cells: PairedCells) -> str:
    return str(score_change(*cells))


def _medians(cells: PairedCells) -> str:
    return str(count_change(*cells)) if cells.now.n >= MEDIAN_FROM else "withheld"


@pytest.mark.parametrize("campaigns", TWO_CAMPAIGNS, ids=lambda campaigns: campaigns.title)
def test_every_other_keeps_half_a_point_over_two_campaigns(campaigns: Campaigns) -> None:
    assert _search_two_campaigns(campaigns, HALF, cached_scores, _means).exposed == []


@pytest.mark.parametrize("campaigns", TWO_COUNTS, ids=lambda campaigns: campaigns.title)
def test_every_other_keeps_two_possible_counts_over_two_campaigns(campaigns: Campaigns) -> None:
    assert _search_two_campaigns(campaigns, Fraction(1), cached_counts, _medians).exposed == []


def test_publishing_change_of_all_that_stayed_would_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stayed(now: Any, before: Any) -> set[str]:
        return set().union(*now) & set().union(*before)

    monkeypatch.setattr("cssa.peers.continuing.whole_atoms", stayed)
    scattered = Campaigns({"bank": 5, "broker": 5}, {"bank": 3, "broker": 2}, {}, COARSE[::2])
    result = _search_two_campaigns(scattered, HALF, cached_scores, _means)
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
