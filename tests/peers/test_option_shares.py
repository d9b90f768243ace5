"""Shares of options and rows, and quantiles of numbers, give nobody away beside the levels.

A reader goes through all answers of small groups that would be published in the same way, levels
and options together, and knows what is withheld. Nobody may be left with one level, with one
answer, or, for whatever is published of options, with one value. ``CSSA_ADVERSARY`` in the
environment adds larger shapes.
"""

import logging
import os
from collections import Counter
from collections.abc import Mapping
from functools import cache, partial
from typing import Any, NamedTuple

import pytest

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.peers.answer_classes import answer_classes
from cssa.peers.answer_columns import question_columns
from cssa.peers.answer_settlement import settle_answers
from cssa.peers.campaign_groups import campaign_groups
from cssa.peers.member import Member
from cssa.peers.questions import CountedQuestion
from cssa.peers.rules import Rules
from cssa.peers.settlement import settle
from cssa.peers.statistics import answer_cell, share_cell
from cssa.peers.suppression import SafetyRule, Suppressed
from cssa.scheme.sectors import Sectors

from .adversary import Exposure, Search, World, fillings, search
from .worlds import INDUSTRY_SECTORS, PRACTICES, SECTORS, member, population

CLASSES = answer_classes(SIX_LEVELS)
LARGE = "CSSA_ADVERSARY" in os.environ
ASKED = PRACTICES[0]

settle_together = settle

log = logging.getLogger(__name__)
cached_shares, cached_answers = cache(partial(share_cell, names=CLASSES)), answer_cell

Shape = Mapping[str, int]


class SmallGroups(Rules):
    """Rules that shares of five institutions may be published by, so that all fit in a test."""

    @property
    def distributions(self) -> SafetyRule:
        """When shares may be published."""
        return SafetyRule(5, 1)


class Kind(NamedTuple):
    """A question, and the code of the level that each answer gives."""

    question: CountedQuestion
    levels: Mapping[str, str]

    def value(self, answer: str) -> Any:
        """Return an answer as a member has it; answers are written a letter for each part."""
        kind = self.question.counted_by
        if kind == "mark":
            return [option for option in answer if option != "-"]
        return dict(zip(self.question.rows, answer, strict=True)) if kind == "row" else answer

    def part(self, answer: str, part: str) -> Any:
        """Return what an answer says of one part."""
        value = self.value(answer)
        if self.question.counted_by == "mark":
            return part in value
        return value[part] if self.question.counted_by == "row" else value


def _kind(kind: Any, levels: Mapping[str, str], **parts: tuple[str, ...]) -> Kind:
    gives_level = "i" not in levels.values()
    return Kind(CountedQuestion(ASKED, kind, gives_level, **parts), levels)


XY: Any = {"options": ("x", "y")}
KINDS = {
    "one option of two levels": _kind(
        "option", {"a": "0", "b": "2", "c": "2"}, options=("a", "b", "c")
    ),
    "both for the highest": _kind("mark", {"x-": "2", "y-": "2", "xy": "3"}, **XY),
    "one for every level": _kind("mark", {"x-": "2", "y-": "0", "xy": "3"}, **XY),
    "none or any": _kind("mark", {"--": "0", "x-": "2", "y-": "2"}, **XY),
    "informative options": _kind("mark", {"--": "i", "x-": "i", "xy": "i"}, **XY),
    "lowest row": _kind(
        "row", {"yy": "3", "yn": "0", "ny": "0"}, options=("y", "n"), rows=("r", "s")
    ),
    "either row": _kind(
        "row", {"yy": "3", "nn": "0", "ny": "0"}, options=("y", "n"), rows=("r", "s")
    ),
    "a number": _kind("number", {"1": "3", "8": "2", "9": "2"}),
    "an informative number": _kind("number", {"1": "i", "8": "i", "9": "i"}),
}


def _members(kind: Kind, values: Mapping[str, Counter[str]]) -> list[Member]:
    answers = [(place, answer) for place in values for answer in sorted(values[place].elements())]
    return [
        _blank(number, place)._replace(
            answer_codes=f"{kind.levels[answer]}uuuuu", values={ASKED: kind.value(answer)}
        )
        for number, (place, answer) in enumerate(answers)
    ]


@cache
def _blank(number: int, place: str) -> Member:
    """Return a member of whom nothing else is published."""
    nothing: Any = {"overall": None, "domains": (), "sections": ()}
    blank = member(number, "uuuuuu", sector=place.partition(" ")[0], below=None)
    return blank._replace(**nothing)


class Shown(NamedTuple):
    """What is published, and the parts of which anything is."""

    text: str
    parts: frozenset[str]


def publication_of(
    kind: Kind, values: Mapping[str, Counter[str]], rules: Rules, sectors: Sectors = SECTORS
) -> Shown:
    """Return what is published of answers, and what is withheld, by the program itself."""
    world = population(_members(kind, values))
    world = world._replace(questions=(kind.question,), practices=(ASKED,), domains=(), sections=())
    groups = campaign_groups(world, sectors, rules.coverage_floor, rules.second)
    questions = question_columns(world, groups, rules)
    figures = settle_together(world, groups, rules, questions)
    (answers,) = settle_answers(questions, figures, groups, rules)
    shown: list[object] = []
    for group in groups.root.walk():
        if ASKED in figures:
            cell = figures[ASKED].suppression.of(group.id)
            shown.append("-" if isinstance(cell, Suppressed) else cached_shares(cell))
        cells = answers.published.get(group.id)
        shown.append(cells and cached_answers(kind.question, cells))
        shown.append(sorted(answers.suppressed.get(group.id, {})))
    parts = {part for cells in answers.published.values() for part in cells}
    return Shown(str(shown), frozenset(parts))


def _search(kind: Kind, shape: Shape, rules: Rules, sectors: Sectors = SECTORS) -> Search:
    worlds = (
        World(publication_of(kind, values, rules, sectors), values)
        for values in fillings(shape, [*kind.levels])
    )
    result = search(worlds, 1, lambda _: False)
    exposed = [exposure for exposure in result.exposed if _is_exposed(kind, exposure)]
    log.info(
        "%s %s: %d populations, %d publications, %d readers' questions, %d recovered",
        kind.question.counted_by, dict(shape), result.worlds, result.publications, result.questions,
        len(exposed),
    )  # fmt: skip
    return result._replace(exposed=exposed)


def _is_exposed(kind: Kind, exposure: Exposure) -> bool:
    """Return whether a level, an answer, or a published part of it is the only possible one."""
    possible = exposure.possible
    shown: Any = exposure.published
    is_told = shown.parts or "n=" in shown.text
    if not is_told:
        return False
    if kind.question.gives_level and len({kind.levels[answer] for answer in possible}) == 1:
        return True
    return any(len({kind.part(answer, part) for answer in possible}) == 1 for part in shown.parts)


SHAPES: list[tuple[Shape, Rules]] = [
    ({"bank": 5, "broker": 5}, SmallGroups()),
    ({"bank": 10, "exchange": 1}, Rules()),
]
if LARGE:
    SHAPES += [
        ({"bank": 5, "broker": 6}, SmallGroups()),
        ({"bank": 5, "broker": 5, "exchange": 1}, SmallGroups()),
        ({"bank": 10, "broker": 10}, Rules()),
        ({"bank": 5, "broker": 5, "insurer": 5}, SmallGroups()),
    ]


@pytest.mark.parametrize(
    ("shape", "rules"),
    SHAPES,
    ids=lambda value: str(dict(value)) if isinstance(value, dict) else "",
)
@pytest.mark.parametrize("name", KINDS)
def test_levels_and_answers_together_recover_nobody(name: str, shape: Shape, rules: Rules) -> None:
    assert _search(KINDS[name], shape, rules).exposed == []


IN_INDUSTRY_GROUPS: list[Shape] = [
    {"bank": 5, "broker": 5, "exchange": 1},
    {"bank": 5, "exchange": 1, "insurer": 5},
]
if LARGE:
    IN_INDUSTRY_GROUPS += [
        {"bank": 5, "broker": 6, "exchange": 5},
        {"bank": 5, "broker": 5, "insurer": 5},
    ]


@pytest.mark.parametrize("shape", IN_INDUSTRY_GROUPS, ids=str)
@pytest.mark.parametrize("name", ["both for the highest", "lowest row", "an informative number"])
def test_nor_do_they_in_industry_groups(name: str, shape: Shape) -> None:
    assert _search(KINDS[name], shape, SmallGroups(), INDUSTRY_SECTORS).exposed == []


def test_options_published_wherever_levels_are_would_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def apart(world: Any, groups: Any, rules: Any, _: Any) -> Any:
        return settle(world, groups, rules)

    monkeypatch.setattr(f"{__name__}.settle_together", apart)
    assert _search(KINDS["none or any"], *SHAPES[0]).exposed
