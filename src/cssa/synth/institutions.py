"""The generated institutions: names, ids, sizes and profiles that no real one has."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from heapq import heapify, heapreplace
from itertools import islice
from typing import Any, NamedTuple

from cssa.answers.submission import check_digit
from cssa.lists.roster import RosterEntry
from cssa.scheme.targets import RiskLevel
from cssa.synth.rng import SeededRandom
from cssa.synth.traits import SectorTraits, Traits

FIRST_YEAR = 2026
"""The year in which most of the first institutions answer; some are founded or close around it."""

_FOUNDED_SHARE, _CLOSED_SHARE = 0.12, 0.15
"""Share founded in the ten years around the first, and share closed in the ten years after it."""

_ID_PREFIX = "99"
"""First digits of a corporate number after the check digit, which no registry office has."""
_ID_COUNT = 10**10
_STRIDE = 6_180_339_887
"""Shares no factor with the counts that it steps through, so that each value comes up once."""

_RISKS: tuple[RiskLevel, ...] = ("low", "medium", "high")
_SIZE_LIMIT = 1.0
"""Standard deviations of size from which a risk factor differs from the usual."""
_UNSTATED_SHARE = 0.005
"""Share of profile flags that are not stated."""


class InstitutionModel(NamedTuple):
    """An institution, and what its answers depend on.

    Attributes:
        number: its place among the institutions of a seed, from 0.
        traits: of its sub-sector.
        relative_size: logarithm of its size relative to its sub-sector, in standard deviations.
        centre: the shared centre that it belongs to; None if it belongs to none.
        flags: the true values of all profile flags.
        stated: the institution as its answers file states it.
    """

    number: int
    id: str
    name: str
    sector: str
    traits: SectorTraits
    relative_size: float
    centre: str | None
    flags: Mapping[str, bool]
    stated: dict[str, Any]


class InstitutionSet:
    """The institutions of a seed.

    Args:
        seed: decides them all.
        traits: what they are generated from.
    """

    def __init__(self, seed: int, traits: Traits) -> None:
        self._seed = seed
        self._traits = traits
        self._offset = SeededRandom(seed, "shift").integer(0, _ID_COUNT - 1)
        self._sectors: list[str] = []
        self._sector_order = _sectors_in_proportion(
            {id_: sector.weight for id_, sector in traits.sectors.items()}
        )

    def numbers(self, year: int) -> Iterator[int]:
        """Yield the numbers of the institutions that answer in a year, without end."""
        number = 0
        while True:
            if self._exists(number, year):
                yield number
            number += 1

    def institution(self, number: int) -> InstitutionModel:
        """Return an institution; none depends on how many there are."""
        rng = SeededRandom(self._seed, number, "character")
        sector = self._sector(number)
        traits = self._traits.sectors[sector]
        relative_size = rng.normal()
        flags = self._flags(rng, traits, relative_size)
        centre = f"{sector}-{rng.integer(1, traits.centres)}" if traits.centres else None
        institution_id = self._id(number)
        name = self._name(number) + rng.pick(traits.names)
        stated = {
            "id": institution_id,
            "name": name,
            "sector": sector,
            "size": _size(traits, relative_size),
            "profile": self._stated_flags(rng, flags),
            "risk": self._risk(rng, traits, relative_size),
        }
        return InstitutionModel(
            number,
            institution_id,
            name,
            sector,
            traits,
            relative_size,
            centre if flags.get("shared_system") else None,
            flags,
            stated,
        )

    def roster_entry(self, institution: InstitutionModel) -> RosterEntry:
        """Return an institution's entry of the roster."""
        rng = SeededRandom(self._seed, institution.number, "roster")
        return RosterEntry(
            id=institution.id,
            name=institution.name,
            sector=institution.sector,
            bureau=rng.pick(self._traits.bureaus),
            route=institution.traits.route,
        )

    def _exists(self, number: int, year: int) -> bool:
        rng = SeededRandom(self._seed, number, "life")
        founded = FIRST_YEAR + rng.integer(-4, 5) if rng.chance(_FOUNDED_SHARE) else year
        closed = FIRST_YEAR + rng.integer(1, 10) if rng.chance(_CLOSED_SHARE) else year + 1
        return founded <= year < closed

    def _sector(self, number: int) -> str:
        missing = number + 1 - len(self._sectors)
        self._sectors += islice(self._sector_order, max(missing, 0))
        return self._sectors[number]

    def _id(self, number: int) -> str:
        base = f"{_ID_PREFIX}{(self._offset + number * _STRIDE) % _ID_COUNT:010d}"
        return f"{check_digit(base)}{base}"

    def _name(self, number: int) -> str:
        places = self._traits.places
        combinations = len(places.first) * len(places.second)
        turn, combination = divmod(number, combinations)
        position = (self._offset + combination * _STRIDE) % combinations
        first, second = divmod(position, len(places.second))
        repetition, before = divmod(turn, len(places.before))
        ordinal = f"第{repetition + 1}" if repetition else ""
        return f"{places.before[before]}{places.first[first]}{places.second[second]}{ordinal}"

    def _flags(
        self, rng: SeededRandom, traits: SectorTraits, relative_size: float
    ) -> dict[str, bool]:
        flags = {}
        for flag, usual in self._traits.flags.items():
            probability = float(traits.flags.get(flag, usual))
            if 0 < probability < 1:
                probability += float(self._traits.flags_by_size.get(flag, 0)) * relative_size
            flags[flag] = rng.chance(probability)
        return flags

    def _stated_flags(self, rng: SeededRandom, flags: Mapping[str, bool]) -> dict[str, Any]:
        """Return the flags as a file states them: false ones with a reason, a few left out."""
        stated: dict[str, Any] = {}
        for flag, value in flags.items():
            reasons = self._traits.reasons.flags.get(flag)
            if rng.chance(_UNSTATED_SHARE):
                continue
            if value or not reasons:
                stated[flag] = {"value": value}
            else:
                reason = rng.pick(reasons).format(month=rng.integer(4, 9))
                stated[flag] = {"value": False, "reason": reason}
        return stated

    def _risk(
        self, rng: SeededRandom, traits: SectorTraits, relative_size: float
    ) -> dict[str, Any]:
        factors: dict[str, RiskLevel] = {}
        for factor, usual in self._traits.factors.items():
            level = _RISKS.index(traits.factors.get(factor, usual))
            if factor in self._traits.factors_by_size:
                level += (relative_size > _SIZE_LIMIT) - (relative_size < -_SIZE_LIMIT)
            else:
                level += rng.pick((-1, 0, 0, 0, 1))
            factors[factor] = _RISKS[min(max(level, 0), 2)]
        return {"factors": factors}


def _sectors_in_proportion(weights: Mapping[str, int]) -> Iterator[str]:
    """Yield sub-sectors so that every beginning of the sequence is in proportion to the weights.

    Sub-sectors follow each other as seats of a parliament are apportioned by the method of
    Sainte-Laguë: the next one has the lowest (2n + 1) ÷ weight after n institutions.
    """
    queue = [
        (1 / weight, order, 0, sector) for order, (sector, weight) in enumerate(weights.items())
    ]
    heapify(queue)
    while True:
        _, order, count, sector = queue[0]
        yield sector
        heapreplace(queue, ((2 * count + 3) / weights[sector], order, count + 1, sector))


def _size(traits: SectorTraits, relative_size: float) -> Decimal:
    """Return a size in yen, with three significant digits.

    It is computed in Decimal, whose exponential is the same on every machine, unlike that of
    floats.
    """
    factor = (traits.spread * Decimal(str(round(relative_size, 6)))).exp()
    size = traits.median * factor
    return size.quantize(Decimal(1).scaleb(size.adjusted() - 2))
