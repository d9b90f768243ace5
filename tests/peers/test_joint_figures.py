"""A reader who puts figures together, and knows more than the publication, infers no more.

It solves for whole numbers: all answers of small groups that give the same figures of two practices
and of the section that they make. It knows who has nothing to answer for in either practice, or
the answers of several institutions. ``CSSA_ADVERSARY`` in the environment adds larger groups.
"""

import logging
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import product
from typing import Any

import pytest

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.peers.answer_classes import answer_classes
from cssa.peers.campaign_groups import campaign_groups
from cssa.peers.member import Coalition, Member
from cssa.peers.rules import Rules
from cssa.peers.settlement import settle
from cssa.peers.statistics import score_cell, share_cell
from cssa.peers.suppression import Suppressed
from cssa.scheme.sectors import Sectors

from .adversary import Search, World, fillings, search
from .worlds import INDUSTRY_SECTORS, PRACTICES, SECTORS, member, population

CLASSES = answer_classes(SIX_LEVELS)

LARGE = "CSSA_ADVERSARY" in os.environ
SECTION = "2.1.1"
PARTS = {SECTION: PRACTICES[:2]}
FIGURES = (*PRACTICES[:2], SECTION)

log = logging.getLogger(__name__)

Shape = Mapping[str, int]
"""Institutions by sub-sector and what they are known to have: both practices, or one of them."""


def _answers(place: str, levels: str) -> list[str]:
    """Return what an institution can have answered to both practices."""
    pattern = place.partition(" ")[2] or "both"
    first = "n" if pattern == "second" else levels
    second = "n" if pattern == "first" else levels
    return ["".join(pair) for pair in product(first, second)]


def _members(values: Mapping[str, Counter[str]]) -> list[Member]:
    places = [(place, codes) for place in values for codes in sorted(values[place].elements())]
    return [
        member(number, f"{codes}uuuu", sector=place.partition(" ")[0])
        for number, (place, codes) in enumerate(places)
    ]


def _published(
    values: Mapping[str, Counter[str]],
    coalitions: Sequence[Coalition] = (),
    sectors: Sectors = SECTORS,
) -> Any:
    """Return what is published of the three figures, by the program itself."""
    rules = Rules()
    world = population(_members(values), coalitions=coalitions, parts=PARTS)
    groups = campaign_groups(world, sectors, rules.coverage_floor, rules.second)
    settled = settle(world, groups, rules)
    shown = []
    for figure in FIGURES:
        published = score_cell if figure == SECTION else partial(share_cell, names=CLASSES)
        for group in groups.root.walk():
            cell = settled[figure].suppression.of(group.id)
            shown.append("-" if isinstance(cell, Suppressed) else str(published(cell)))
    return tuple(shown)


def _search(shape: Shape, levels: str, sectors: Sectors = SECTORS) -> Search:
    each = [fillings({place: size}, _answers(place, levels)) for place, size in shape.items()]

    def worlds() -> Iterator[World]:
        for chosen in product(*each):
            values = {place: counter for filled in chosen for place, counter in filled.items()}
            yield World(_published(values, sectors=sectors), values)

    result = search(worlds(), 1, _is_hidden)
    log.info(
        "two practices and their section %s: %d populations, %d publications, %d readers' "
        "questions, %d recovered",
        dict(shape),
        result.worlds,
        result.publications,
        result.questions,
        len(result.exposed),
    )
    return result


def _is_hidden(possible: frozenset[str]) -> bool:
    """Return whether two levels of each practice and half a point of the section are possible."""
    for practice in range(2):
        answered = {codes[practice] for codes in possible} - {"n"}
        if len(answered) == 1:
            return False
    scores = [_mean(codes) for codes in possible]
    return max(scores) - min(scores) >= Fraction(1, 2)


def _mean(codes: str) -> Fraction:
    levels = [int(code) for code in codes if code != "n"]
    return Fraction(sum(levels), len(levels))


SHAPES: list[tuple[Shape, str]] = [
    ({"bank": 10}, "25"),
    ({"bank": 12}, "35"),
    ({"bank": 10, "bank first": 1}, "25"),
    ({"bank": 10, "broker first": 1}, "25"),
]
if LARGE:
    SHAPES += [
        ({"bank": 10, "bank first": 2}, "45"),
        ({"bank": 20}, "15"),
        ({"bank": 10, "bank first": 1}, "235"),
        ({"bank": 10, "broker": 10}, "25"),
        ({"bank": 10, "bank first": 10}, "25"),
        ({"bank": 10, "bank first": 1, "bank second": 1}, "25"),
    ]


@pytest.mark.parametrize(("shape", "levels"), SHAPES)
def test_two_practices_and_their_section_recover_nobody(shape: Shape, levels: str) -> None:
    assert _search(shape, levels).exposed == []


@pytest.mark.parametrize(
    ("shape", "levels"),
    [
        ({"bank": 10, "broker first": 1}, "25"),
        ({"bank": 10, "broker first": 1, "insurer second": 1}, "25"),
        *([({"bank": 10, "broker": 10, "insurer first": 1}, "25")] if LARGE else []),
    ],
)
def test_nor_do_they_in_industry_groups(shape: Shape, levels: str) -> None:
    assert _search(shape, levels, INDUSTRY_SECTORS).exposed == []


def test_a_section_published_beside_a_withheld_practice_would_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cssa.peers.settlement.settled_beside", lambda _: {})
    assert _search({"bank": 10}, "25").exposed


def test_a_section_of_other_institutions_than_its_practices_would_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cssa.peers.settlement._Together._same_members", lambda *_: True)
    assert _search({"bank": 10, "bank first": 1}, "25").exposed


# Institutions whose answers one reader has seen.


def _search_with_coalition(shape: Shape, levels: str, known: int, *, told: bool = True) -> Search:
    """Let a reader know the answers of the first few banks, and of one institution more.

    Args:
        shape: institutions by sub-sector.
        levels: that they can be at.
        known: how many banks the reader knows.
        told: whether the program knows of the reader.
    """
    places = {"bank known": known, "bank": shape["bank"] - known, **shape}
    places["bank"] = shape["bank"] - known

    def worlds() -> Iterator[World]:
        for values in fillings(places, levels):
            own = {place: Counter(f"{level}u" for level in counter.elements())
                   for place, counter in values.items()}  # fmt: skip
            ids = tuple(f"M{number:05}" for number in range(known))
            coalitions = [Coalition("seen_by", "body", ids)] if told else []
            seen = (_published(own, coalitions), tuple(sorted(values["bank known"].elements())))
            yield World(seen, {place: own for place, own in values.items() if "known" not in place})

    result = search(worlds(), 1, lambda possible: len(possible) > 1)
    log.info("a reader of %d of %s: %d populations, %d recovered",
             known, dict(shape), result.worlds, len(result.exposed))  # fmt: skip
    return result


COALITIONS: list[tuple[Shape, str, int]] = [
    ({"bank": 13}, "23", 3),
    ({"bank": 13, "broker": 10}, "23", 3),
    ({"bank": 10, "broker": 10}, "23", 10),
]
if LARGE:
    COALITIONS += [
        ({"bank": 13, "broker": 10, "insurer": 10}, "23", 3),
        ({"bank": 12, "broker": 4}, "234", 2),
    ]


@pytest.mark.parametrize(("shape", "levels", "known"), COALITIONS)
def test_who_has_seen_several_answers_recovers_no_further_one(
    shape: Shape, levels: str, known: int
) -> None:
    assert _search_with_coalition(shape, levels, known).exposed == []


def test_a_reader_that_nobody_knew_of_would_be_found() -> None:
    assert _search_with_coalition({"bank": 13}, "23", 3, told=False).exposed
