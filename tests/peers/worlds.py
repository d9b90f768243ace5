"""Institutions drawn at random, reduced to what enters the figures of a campaign."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random
from types import MappingProxyType
from typing import Any

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.peers.member import Coalition, Member, Population
from cssa.scheme.sectors import Sectors

from .oracle import Market

DOMAINS = ("2.1", "2.2")
SECTIONS = ("2.1.1", "2.1.2", "2.2.1")
PRACTICES = ("2.1.1-1", "2.1.1-2", "2.1.2-1", "2.1.2-a", "2.2.1-1", "2.2.1-a")
OF_SECTION = {"2.1.1": (0, 1), "2.1.2": (2,), "2.2.1": (4,)}  # the basic ones
OF_DOMAIN = {"2.1": (0, 1, 2), "2.2": (4,)}
PARTS = {
    "2.1.1": ("2.1.1-1", "2.1.1-2"),
    "2.1.2": ("2.1.2-1",),
    "2.2.1": ("2.2.1-1",),
    "2.1": ("2.1.1", "2.1.2"),
    "2.2": ("2.2.1",),
    "overall": ("2.1", "2.2"),
}
"""What each score is computed from; the sections and domain 2.2 have one or two practices."""


BANDS = {"bank": ("small", "medium", "large"), "insurer": ("small", "large"), "broker": ()}
STEP = 100  # a band begins at each multiple of it


def _text(text: str) -> dict[str, str]:
    return {"ja": text, "en": text}


def _sector(name: str) -> dict[str, Any]:
    bands = [
        {"id": band, "from": place * STEP, "title": _text(band)}
        for place, band in enumerate(BANDS.get(name, ()))
    ]
    titles = {"title": _text(name), "measure": _text("size")}
    return {"id": name, "kind": "kind", **titles, "bands": bands, "grouped": name in BANDS}


def _sectors(industry_groups: Mapping[str, Sequence[str]]) -> Sectors:
    group_of = {name: group for group, names in industry_groups.items() for name in names}
    return Sectors.model_validate(
        {
            "schema": "cssa.sectors/1",
            "kinds": [{"id": "kind", "title": _text("kind")}],
            "industry_groups": [{"id": name, "title": _text(name)} for name in industry_groups],
            "sectors": [
                {**_sector(name), "industry_group": group_of.get(name)}
                for name in (*BANDS, "exchange")
            ],
        }
    )


SECTORS = _sectors({})
MARKET = Market(BANDS, STEP)

INDUSTRY_GROUPS = {"deposits": ("bank", "broker"), "cover": ("insurer", "exchange")}
INDUSTRY_SECTORS = _sectors(INDUSTRY_GROUPS)
INDUSTRY_MARKET = Market(BANDS, STEP, INDUSTRY_GROUPS)
"""The same sub-sectors in two industry groups; institutions of one of them are in no narrower one."""

MARKETS = ((SECTORS, MARKET), (INDUSTRY_SECTORS, INDUSTRY_MARKET))


def member(
    number: int,
    answer_codes: str,
    *,
    sector: str = "bank",
    size: int | None = None,
    shared: bool | None = None,
    below: int | None = 0,
    coverage: Fraction | None = Fraction(1),
) -> Member:
    """Return a member whose scores follow from its levels."""
    domains = tuple(_mean(answer_codes[place] for place in OF_DOMAIN[name]) for name in DOMAINS)
    known = [score for score in domains if score is not None]
    return Member(
        id=f"M{number:05}",
        sector=sector,
        size=None if size is None else Decimal(size),
        shared_system=shared,
        coverage=coverage,
        overall=sum(known, Fraction(0)) / len(known) if known else None,
        domains=domains,
        sections=tuple(
            _mean(answer_codes[place] for place in OF_SECTION[name]) for name in SECTIONS
        ),
        below_in_place=below,
        answer_codes=answer_codes,
        values={},
    )


def _mean(codes: Iterable[str]) -> Fraction | None:
    levels = [int(code) if code.isdigit() else 0 for code in codes if code not in "nao"]
    return Fraction(sum(levels), len(levels)) if levels else None


def population(
    members: Iterable[Member],
    campaign: str = "2026",
    coalitions: Iterable[Coalition] = (),
    parts: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Population:
    """Return a campaign; its figures are independent of each other unless parts are given."""
    return Population(
        campaign=campaign,
        checklist="list",
        version="1",
        fingerprint="f",
        scheme="scheme",
        scale=SIX_LEVELS,
        domains=DOMAINS,
        sections=SECTIONS,
        practices=PRACTICES,
        parts=parts,
        members=tuple(members),
        coalitions=tuple(coalitions),
    )


def seeded(seed: int) -> Random:
    """Return a source of chance that is the same in every run."""
    return Random(seed)  # noqa: S311 - any populations will do, as long as they are the same again


def draw(
    random: Random, count: int, first: int = 0, without_level: float = 0.05
) -> tuple[Member, ...]:
    """Return members of all sub-sectors and sizes, some alike, some with low coverage.

    Args:
        random: the source of chance.
        count: how many.
        first: number of the first.
        without_level: the share of answers that are none or not applicable.
    """
    alike = random.random() < 0.6
    steps = (-1, *[0] * 10, 1) if alike else (-1, 0, 0, 0, 1)
    members = []
    for number in range(first, first + count):
        sector = random.choices(("bank", "insurer", "broker", "exchange"), (6, 3, 2, 1))[0]
        skill = 3 if alike else random.randint(0, 5)
        answer_codes = "".join(
            _code(random, skill + random.choice(steps), place, without_level)
            for place in range(len(PRACTICES))
        )
        members.append(
            member(
                number,
                answer_codes,
                sector=sector,
                size=random.choice((None, 10, 150, 250)) if random.random() < 0.9 else None,
                shared=random.choice((True, False, None)),
                below=random.choice((None, *range(5), *range(5))),
                coverage=random.choice((None, Fraction(1, 2), *[Fraction(4, 5), Fraction(1)] * 8)),
            )
        )
    return tuple(members)


def draw_coalitions(random: Random, members: Sequence[Member]) -> tuple[Coalition, ...]:
    """Return known readers: of a few institutions, or of most of a sub-sector."""
    coalitions = []
    for number in range(random.choice((0, 1, 2, 4))):
        sector = random.choice(("bank", "insurer", "broker", None))
        ids = [member.id for member in members if sector in (None, member.sector)]
        size = random.choice((2, 3, len(ids) // 2, len(ids)))
        own = random.sample(ids, min(size, len(ids)))
        coalitions.append(Coalition("seen_by", f"body {number}", tuple(own)))
    return tuple(coalitions)


def a_year_on(
    random: Random, members: Sequence[Member], first: int, without_level: float = 0.05
) -> tuple[Member, ...]:
    """Return the same members with other answers, without some of them and with newcomers.

    Args:
        random: the source of chance.
        members: those of the year before.
        first: number of the first newcomer.
        without_level: as in ``draw``.
    """
    leaving, joining = (random.choice((0, 1, 3, 14)) for _ in range(2))
    sector = random.choice((*BANDS, None))  # all who join and leave may be of one sub-sector
    may_leave = [index for index, member in enumerate(members) if sector in (None, member.sector)]
    leavers = random.sample(may_leave, min(leaving, len(may_leave)))
    continuing = [member for index, member in enumerate(members) if index not in leavers]
    redrawn = draw(random, len(continuing) + joining, first, without_level)
    return (
        *(
            before._replace(
                overall=now.overall,
                domains=now.domains,
                sections=now.sections,
                below_in_place=now.below_in_place,
                answer_codes=now.answer_codes,
            )
            for before, now in zip(continuing, redrawn, strict=False)
        ),
        *(
            newcomer._replace(sector=sector or newcomer.sector)
            for newcomer in redrawn[len(continuing) :]
        ),
    )


def _code(random: Random, skill: int, place: int, without_level: float) -> str:
    if random.random() < without_level:
        return random.choice("nuo")
    if PRACTICES[place].endswith("a") and random.random() < 0.3:
        return "a"
    return str(min(5, max(0, skill)))
