"""The levels of generated institutions, which depend on each other as those of real ones do.

A level is the rounded sum of a usual level, how easy the practice is for everyone, what sets the
institution apart in everything, in the domain and in this practice alone, its size, and the years
that have passed. Where a shared centre performs the practice, what sets the centre apart stands in
place of what sets its members apart.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cssa.checklist.catalogue import Edition
from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import MAX_LEVEL
from cssa.synth.institutions import FIRST_YEAR, InstitutionModel
from cssa.synth.rng import SeededRandom
from cssa.synth.traits import Traits

_USUAL_LEVEL = 2.75
"""Level of the usual institution in the usual practice."""

_INSTITUTION_SPREAD, _DOMAIN_SPREAD, _ANSWER_SPREAD, _SIZE_EFFECT = 0.6, 0.3, 0.55, 0.2
"""Levels per standard deviation of institutions, of their domains, single answers and size."""
_PRACTICE_SPREAD = 0.28
"""The same for practices, whatever the institution."""
_YEARLY_GAIN, _YEARLY_SPREAD = 0.13, 0.22
"""Levels gained in a usual year, and the spread of single answers from year to year."""
_CENTRE_SPREAD, _MEMBER_SPREAD, _CENTRE_LEAD = 0.75, 0.12, 0.35
"""Spread of what centres perform, spread of what members add, and levels by which centres lead."""


class DrawnLevel(NamedTuple):
    """The level of an institution in a practice.

    Attributes:
        unrounded: the level before it is rounded and limited to 0–5.
        by_centre: whether its shared centre performs the practice.
    """

    placed: PlacedPractice
    unrounded: float
    level: int
    by_centre: bool


class LevelModel:
    """Draws the levels of institutions.

    Args:
        seed: decides the levels.
        edition: gives the practices, of which the same ones are easy for every seed.
        traits: give what makes practices easy, and what shared centres perform.
    """

    def __init__(self, seed: int, edition: Edition, traits: Traits) -> None:
        self._seed = seed
        checklist = edition.checklist
        self._practices = list(checklist.walk())
        self._ease = [_ease(placed, checklist.id, traits) for placed in self._practices]
        self._centre_practices = frozenset(traits.centre.practices)
        self._centre_offsets: dict[tuple[str, str], float] = {}

    def levels(self, institution: InstitutionModel, year: int) -> Iterator[DrawnLevel]:
        """Yield the level of each practice, in checklist order.

        Args:
            institution: whose levels.
            year: of the campaign.
        """
        lasting = SeededRandom(self._seed, institution.number, "levels")
        yearly = SeededRandom(self._seed, institution.number, "levels", year)
        years = year - FIRST_YEAR
        institution_level = (
            _USUAL_LEVEL
            + float(institution.traits.maturity)
            + _INSTITUTION_SPREAD * lasting.normal()
            + _SIZE_EFFECT * institution.relative_size
            + _YEARLY_GAIN * (1 + 0.5 * lasting.normal()) * years
        )
        domain_offsets: dict[str, float] = {}
        for placed, ease in zip(self._practices, self._ease, strict=True):
            domain = placed.domain.id
            if domain not in domain_offsets:
                domain_offsets[domain] = _DOMAIN_SPREAD * lasting.normal()
            # Drawn whether they are used or not, so that one answer does not shift all others.
            answer, change = lasting.normal(), yearly.normal()
            by_centre = (
                institution.centre is not None and placed.practice.id in self._centre_practices
            )
            if by_centre:
                offset = self._centre_offset(institution.centre or "", placed.practice.id)
                unrounded = (
                    _USUAL_LEVEL
                    + _CENTRE_LEAD
                    + offset
                    + ease
                    + _MEMBER_SPREAD * answer
                    + _YEARLY_GAIN * years
                )
            else:
                unrounded = (
                    institution_level
                    + domain_offsets[domain]
                    + ease
                    + _ANSWER_SPREAD * answer
                    + _YEARLY_SPREAD * change
                )
            level = min(max(int(unrounded + 0.5), 0), MAX_LEVEL)
            yield DrawnLevel(placed, unrounded, level, by_centre)

    def _centre_offset(self, centre: str, practice_id: str) -> float:
        """Return by how many levels a shared centre is ahead of others in a practice."""
        key = (centre, practice_id)
        if key not in self._centre_offsets:
            offset = _CENTRE_SPREAD * SeededRandom(self._seed, *key).normal()
            self._centre_offsets[key] = offset
        return self._centre_offsets[key]


def _ease(placed: PlacedPractice, checklist_id: str, traits: Traits) -> float:
    """Return by how many levels institutions are ahead in a practice."""
    practice, difficulty = placed.practice, traits.difficulty
    parent = placed.section.id if placed.section else placed.domain.id
    known = (
        difficulty.tier.get(practice.tier, 0),
        difficulty.scale.get(practice.scale or "", 0),
        difficulty.effort.get(practice.effort, 0),
        *(
            value
            for part, value in difficulty.within.items()
            if f"{parent}.".startswith(f"{part}.")
        ),
    )
    return float(sum(known)) + _PRACTICE_SPREAD * SeededRandom(checklist_id, practice.id).normal()
