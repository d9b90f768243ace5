"""Who the generated institutions are: names, sizes and profiles that no real one has."""

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
"""The year whose population the first numbers make up; others join and leave before and after."""

_FOUNDED, _GONE = 0.12, 0.15
"""Share founded in the ten years around the first, and of those that give up in the ten after."""

_REGISTRY = "99"
"""First digits of a corporate number behind the check digit; no registry office has these."""
_NUMBERS = 10**10
_STRIDE = 6_180_339_887
"""Shares no factor with the numbers there are, so that counting by it meets each of them once."""

_RISKS: tuple[RiskLevel, ...] = ("low", "medium", "high")
_LARGE = 1.0
"""Standard deviations from which size moves a risk factor."""
_UNSTATED = 0.005


class InstitutionModel(NamedTuple):
    """An institution, and what its answers depend on.

    Attributes:
        number: which of the institutions of a seed.
        stature: its size among those of its sub-sector, in standard deviations.
        centre: the shared centre that it belongs to, None outside of any.
        plain: the institution as it stands in an answers file.
    """

    number: int
    id: str
    name: str
    sector: str
    traits: SectorTraits
    stature: float
    centre: str | None
    flags: Mapping[str, bool]
    plain: dict[str, Any]


class InstitutionSet:
    """The institutions of a seed.

    Args:
        seed: what all of them depend on.
        traits: what they are made from.
    """

    def __init__(self, seed: int, traits: Traits) -> None:
        self._seed = seed
        self._traits = traits
        self._shift = SeededRandom(seed, "shift").whole(0, _NUMBERS - 1)
        self._sectors: list[str] = []
        self._sequence = _seats({key: one.weight for key, one in traits.sectors.items()})

    def numbers(self, year: int) -> Iterator[int]:
        """Yield the numbers of those that answer in a year, without end."""
        number = 0
        while True:
            if self._is_there(number, year):
                yield number
            number += 1

    def character(self, number: int) -> InstitutionModel:
        """Return an institution; none depends on which others there are."""
        dice = SeededRandom(self._seed, number, "character")
        sector = self._sector(number)
        traits = self._traits.sectors[sector]
        stature = dice.normal()
        flags = self._flags(dice, traits, stature)
        centre = f"{sector}-{dice.whole(1, traits.centres)}" if traits.centres else None
        institution_id = self._id(number)
        name = self._name(number) + dice.pick(traits.names)
        plain = {
            "id": institution_id,
            "name": name,
            "sector": sector,
            "size": _size(traits, stature),
            "profile": self._stated(dice, flags),
            "risk": self._risk(dice, traits, stature),
        }
        return InstitutionModel(
            number,
            institution_id,
            name,
            sector,
            traits,
            stature,
            centre if flags.get("shared_system") else None,
            flags,
            plain,
        )

    def entry(self, character: InstitutionModel) -> RosterEntry:
        """Return an institution's line of the roster."""
        dice = SeededRandom(self._seed, character.number, "roster")
        return RosterEntry(
            id=character.id,
            name=character.name,
            sector=character.sector,
            bureau=dice.pick(self._traits.bureaus),
            route=character.traits.route,
        )

    def _is_there(self, number: int, year: int) -> bool:
        dice = SeededRandom(self._seed, number, "life")
        founded = FIRST_YEAR + dice.whole(-4, 5) if dice.chance(_FOUNDED) else year
        gone = FIRST_YEAR + dice.whole(1, 10) if dice.chance(_GONE) else year + 1
        return founded <= year < gone

    def _sector(self, number: int) -> str:
        missing = number + 1 - len(self._sectors)
        self._sectors += islice(self._sequence, max(missing, 0))
        return self._sectors[number]

    def _id(self, number: int) -> str:
        base = f"{_REGISTRY}{(self._shift + number * _STRIDE) % _NUMBERS:010d}"
        return f"{check_digit(base)}{base}"

    def _name(self, number: int) -> str:
        places = self._traits.places
        plain = len(places.first) * len(places.second)
        turn, place = divmod(number, plain)
        first, second = divmod((self._shift + place * _STRIDE) % plain, len(places.second))
        again, before = divmod(turn, len(places.before))
        count = f"第{again + 1}" if again else ""
        return f"{places.before[before]}{places.first[first]}{places.second[second]}{count}"

    def _flags(self, dice: SeededRandom, traits: SectorTraits, stature: float) -> dict[str, bool]:
        flags = {}
        for flag, usual in self._traits.flags.items():
            chance = float(traits.flags.get(flag, usual))
            if 0 < chance < 1:
                chance += float(self._traits.flags_by_size.get(flag, 0)) * stature
            flags[flag] = dice.chance(chance)
        return flags

    def _stated(self, dice: SeededRandom, flags: Mapping[str, bool]) -> dict[str, Any]:
        """Return the flags as a file has them: false ones with a reason, few left open."""
        stated: dict[str, Any] = {}
        for flag, value in flags.items():
            reasons = self._traits.reasons.flags.get(flag)
            if dice.chance(_UNSTATED):
                continue
            if value or not reasons:
                stated[flag] = {"value": value}
            else:
                reason = dice.pick(reasons).format(month=dice.whole(4, 9))
                stated[flag] = {"value": False, "reason": reason}
        return stated

    def _risk(self, dice: SeededRandom, traits: SectorTraits, stature: float) -> dict[str, Any]:
        factors: dict[str, RiskLevel] = {}
        for factor, usual in self._traits.factors.items():
            level = _RISKS.index(traits.factors.get(factor, usual))
            if factor in self._traits.factors_by_size:
                level += (stature > _LARGE) - (stature < -_LARGE)
            else:
                level += dice.pick((-1, 0, 0, 0, 1))
            factors[factor] = _RISKS[min(max(level, 0), 2)]
        return {"factors": factors}


def _seats(weights: Mapping[str, int]) -> Iterator[str]:
    """Yield sub-sectors so that every beginning of the sequence is in proportion to the weights.

    Seats are given as parliaments give them by the method of Sainte-Laguë.
    """
    queue = [
        (1 / weight, order, 0, sector) for order, (sector, weight) in enumerate(weights.items())
    ]
    heapify(queue)
    while True:
        _, order, seats, sector = queue[0]
        yield sector
        heapreplace(queue, ((2 * seats + 3) / weights[sector], order, seats + 1, sector))


def _size(traits: SectorTraits, stature: float) -> Decimal:
    """Return a size with three digits that count.

    Decimal, whose exponential is the same on every machine, as that of floats is not.
    """
    factor = (traits.spread * Decimal(str(round(stature, 6)))).exp()
    size = traits.median * factor
    return size.quantize(Decimal(1).scaleb(size.adjusted() - 2))
