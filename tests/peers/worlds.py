"""Institutions drawn at random, as plain as the figures of many need them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from cssa.peers.member import Member, Population
from cssa.scheme.sectors import Sectors

DOMAINS = ("2.1", "2.2")
SECTIONS = ("2.1.1", "2.1.2", "2.2.1")
PRACTICES = ("2.1.1-1", "2.1.1-2", "2.1.2-1", "2.1.2-a", "2.2.1-1", "2.2.1-a")
OF_SECTION = {"2.1.1": (0, 1), "2.1.2": (2,), "2.2.1": (4,)}  # the basic ones
OF_DOMAIN = {"2.1": (0, 1, 2), "2.2": (4,)}


BANDS = {"bank": ("small", "medium", "large"), "insurer": ("small", "large"), "broker": ()}
STEP = 100  # a band begins at each multiple of it


def _words(words: str) -> dict[str, str]:
    return {"ja": words, "en": words}


def _sector(name: str) -> dict[str, Any]:
    bands = [
        {"id": band, "from": place * STEP, "title": _words(band)}
        for place, band in enumerate(BANDS.get(name, ()))
    ]
    titles = {"title": _words(name), "measure": _words("size")}
    return {"id": name, "kind": "kind", **titles, "bands": bands, "grouped": name in BANDS}


SECTORS = Sectors.model_validate(
    {
        "schema": "cssa.sectors/1",
        "kinds": [{"id": "kind", "title": _words("kind")}],
        "sectors": [_sector(name) for name in (*BANDS, "exchange")],
    }
)


def member(
    number: int,
    standings: str,
    *,
    sector: str = "bank",
    size: int | None = None,
    shared: bool | None = None,
    below: int | None = 0,
    coverage: Fraction | None = Fraction(1),
) -> Member:
    """Return a member whose scores follow from its levels."""
    domains = tuple(_mean(standings[place] for place in OF_DOMAIN[name]) for name in DOMAINS)
    known = [score for score in domains if score is not None]
    return Member(
        id=f"M{number:05}",
        sector=sector,
        size=None if size is None else Decimal(size),
        shared_system=shared,
        coverage=coverage,
        overall=sum(known, Fraction(0)) / len(known) if known else None,
        domains=domains,
        sections=tuple(_mean(standings[place] for place in OF_SECTION[name]) for name in SECTIONS),
        below_target=below,
        standings=standings,
    )


def _mean(letters: Iterable[str]) -> Fraction | None:
    levels = [int(letter) if letter.isdigit() else 0 for letter in letters if letter not in "nao"]
    return Fraction(sum(levels), len(levels)) if levels else None


def population(members: Iterable[Member], campaign: str = "2026") -> Population:
    return Population(
        campaign=campaign,
        checklist="list",
        version="1",
        fingerprint="f",
        scheme="scheme",
        targets="targets",
        domains=DOMAINS,
        sections=SECTIONS,
        practices=PRACTICES,
        members=tuple(members),
    )


def seeded(seed: int) -> Random:
    """Return a source of worlds that are the same in every run."""
    return Random(seed)  # noqa: S311 - any worlds will do, as long as they come again


def draw(random: Random, count: int, first: int = 0) -> tuple[Member, ...]:
    """Return members of all sub-sectors and sizes, some alike, some with little answered."""
    alike = random.random() < 0.6
    steps = (-1, *[0] * 10, 1) if alike else (-1, 0, 0, 0, 1)
    members = []
    for number in range(first, first + count):
        name = random.choices(("bank", "insurer", "broker", "exchange"), (6, 3, 2, 1))[0]
        skill = 3 if alike else random.randint(0, 5)
        standings = "".join(
            _letter(random, skill + random.choice(steps), place) for place in range(len(PRACTICES))
        )
        members.append(
            member(
                number,
                standings,
                sector=name,
                size=random.choice((None, 10, 150, 250)) if random.random() < 0.9 else None,
                shared=random.choice((True, False, None)),
                below=random.choice((None, *range(5), *range(5))),
                coverage=random.choice((None, Fraction(1, 2), *[Fraction(4, 5), Fraction(1)] * 8)),
            )
        )
    return tuple(members)


def a_year_on(random: Random, members: Sequence[Member], first: int) -> tuple[Member, ...]:
    """Return the same members with other answers; some of them gone, some new.

    Args:
        random: what decides.
        members: those of the year before.
        first: the number of the first that is new.
    """
    leaving, arriving = (random.choice((0, 1, 3, 14)) for _ in range(2))
    where = random.choice((*BANDS, None))  # who comes and goes may all be of one sub-sector
    able = [place for place, one in enumerate(members) if where in (None, one.sector)]
    gone = random.sample(able, min(leaving, len(able)))
    stayed = [one for place, one in enumerate(members) if place not in gone]
    again = draw(random, len(stayed) + arriving, first)
    return (
        *(
            then._replace(
                overall=now.overall,
                domains=now.domains,
                sections=now.sections,
                below_target=now.below_target,
                standings=now.standings,
            )
            for then, now in zip(stayed, again, strict=False)
        ),
        *(one._replace(sector=where or one.sector) for one in again[len(stayed) :]),
    )


def _letter(random: Random, skill: int, place: int) -> str:
    if random.random() < 0.05:
        return random.choice("nuo")
    if PRACTICES[place].endswith("a") and random.random() < 0.3:
        return "a"
    return str(min(5, max(0, skill)))
