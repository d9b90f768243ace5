"""How far along generated institutions are: levels that depend on each other as real ones do.

A level is the rounded sum of how far institutions are on the whole, how hard the practice is for
everyone, what sets the institution apart in everything, in the domain and in this practice alone,
its size, and the years that have passed. Where a shared centre does the work, what sets the centre
apart stands in place of what sets its members apart.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cssa.checklist.catalogue import Edition
from cssa.checklist.model import MAX_LEVEL, PlacedPractice, is_within
from cssa.synth.institutions import FIRST_YEAR, InstitutionModel
from cssa.synth.rng import SeededRandom
from cssa.synth.traits import Traits

_USUAL = 2.75
"""Level of the usual institution in the usual practice."""

_COMMON, _DOMAIN, _OWN, _STATURE, _PRACTICE = 0.6, 0.3, 0.55, 0.2, 0.28
"""Levels per standard deviation: the institution, its domains, single answers, size, practices."""
_YEARLY, _THIS_YEAR = 0.13, 0.22
"""Levels gained in a usual year, and those by which single answers differ from year to year."""
_CENTRE, _CENTRE_OWN, _CENTRE_USUAL = 0.75, 0.12, 0.35
"""The same for what a centre does, for what members add to it, and how much a centre is ahead."""


class DrawnLevel(NamedTuple):
    """How far an institution is with a practice.

    Attributes:
        reach: before rounding; what is left out is left out by this.
        by_centre: whether its shared centre does the work.
    """

    item: PlacedPractice
    reach: float
    level: int
    by_centre: bool


class LevelModel:
    """The dependence between answers.

    Args:
        edition: the practices; what makes one hard is the same for every seed.
    """

    def __init__(self, seed: int, edition: Edition, traits: Traits) -> None:
        self._seed = seed
        self._items = [one for one in edition.checklist.walk() if one.practice.kind == "level"]
        self._ease = [_ease(one, edition.checklist.id, traits) for one in self._items]
        self._of_centre = frozenset(traits.centre.practices)
        self._centres: dict[tuple[str, str], float] = {}

    def levels(self, character: InstitutionModel, year: int) -> Iterator[DrawnLevel]:
        """Yield how far an institution is with each practice, in checklist order."""
        lasting = SeededRandom(self._seed, character.number, "levels")
        passing = SeededRandom(self._seed, character.number, "levels", year)
        years = year - FIRST_YEAR
        common = (
            _USUAL
            + float(character.traits.maturity)
            + _COMMON * lasting.normal()
            + _STATURE * character.stature
            + _YEARLY * (1 + 0.5 * lasting.normal()) * years
        )
        domains: dict[str, float] = {}
        for item, ease in zip(self._items, self._ease, strict=True):
            domain = item.domain.id
            if domain not in domains:
                domains[domain] = _DOMAIN * lasting.normal()
            # Drawn whatever they are used for, so that one answer does not shift all others.
            own, now = lasting.normal(), passing.normal()
            reach = common + domains[domain] + ease + _OWN * own + _THIS_YEAR * now
            by_centre = character.centre is not None and item.practice.id in self._of_centre
            if by_centre:
                centre = self._centre(character.centre or "", item.practice.id)
                reach = _USUAL + _CENTRE_USUAL + centre + ease + _CENTRE_OWN * own + _YEARLY * years
            level = min(max(int(reach + 0.5), 0), MAX_LEVEL)
            yield DrawnLevel(item, reach, level, by_centre)

    def _centre(self, centre: str, practice_id: str) -> float:
        """Return what sets a shared centre apart in what it does."""
        key = (centre, practice_id)
        if key not in self._centres:
            self._centres[key] = _CENTRE * SeededRandom(self._seed, *key).normal()
        return self._centres[key]


def _ease(item: PlacedPractice, checklist_id: str, traits: Traits) -> float:
    """Return by how many levels a practice is ahead of others."""
    practice, difficulty = item.practice, traits.difficulty
    place = item.section.id if item.section else item.domain.id
    known = (
        difficulty.tier.get(practice.tier, 0),
        difficulty.scale.get(practice.scale or "", 0),
        difficulty.effort.get(practice.effort, 0),
        *(value for part, value in difficulty.within.items() if is_within(place, part)),
    )
    return float(sum(known)) + _PRACTICE * SeededRandom(checklist_id, practice.id).normal()
