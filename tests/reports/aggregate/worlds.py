"""Campaigns drawn at random on any checklist, and what is published of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

from cssa.answers.campaign import Campaign
from cssa.checklist.model import Checklist
from cssa.cli.environment import open_workspace
from cssa.peers.composition import composition
from cssa.peers.member import Member, Population
from cssa.peers.publication import Publication, publish
from cssa.peers.questions import AnswerValue, CountedQuestion, counted_questions
from cssa.peers.rules import Rules
from cssa.reports.aggregate.aggregate_view import (
    AggregateSources,
    AggregateView,
    build_aggregate_view,
)
from cssa.reports.aggregate.participation import Participation, ResponseCounts

SMALL = Path(__file__).resolve().parents[1] / "report" / "small" / "checklist"

SIZES = (10**10, 3 * 10**11, 2 * 10**12, 5 * 10**13)

CAMPAIGN = Campaign.model_validate(
    {
        "schema": "cssa.campaign/1",
        "id": "2026",
        "title": {"ja": "2026事務年度 自己点検", "en": "Self-assessment 2026"},
        "base_date": date(2026, 9, 30),
        "issuer": {"ja": "例示金融協会", "en": "Example Financial Association"},
        "marking": {"ja": "機密性2情報", "en": "Confidentiality 2"},
        "use": {"ja": "業界の傾向の把握", "en": "To see where the industry stands"},
        "retain_until": date(2029, 3, 31),
    }
)


SCHEME = open_workspace().scoring_data.scheme()


def checklist(path: Path | None) -> Checklist:
    """Return a checklist by its folder, or the shipped one."""
    catalogue = open_workspace(None if path is None else str(path)).catalogue
    wanted = ("small", "1") if path else ("fsa-cyber-guideline", "2025-07-04")
    return catalogue.load(catalogue.find(*wanted)).checklist


def dice(*seed: object) -> Random:
    """Return the same dice for the same seed."""
    return Random(":".join(map(str, seed)))  # noqa: S311 - makes examples, no secrets


def member(checklist: Checklist, name: str, sector: str, year: int) -> Member:
    """Return an institution; the same name has much the same answers every year."""
    random = dice(name, sector)
    skill = random.gauss(2.6, 0.7) + 0.15 * (year - 2025)
    later = dice(name, year)
    letters = {}
    for place in checklist.walk():
        practice = place.practice
        hard = dice(practice.id).gauss(0, 0.6)
        value = skill - hard + later.gauss(0, 0.6)
        letter = str(min(5, max(0, round(value))))
        if later.random() < 0.03:
            letter = "n"
        if practice.tier == "desirable" and later.random() < 0.4:
            letter = "a"
        letters[practice.id] = letter
    basics = {
        place.practice.id: place for place in checklist.walk() if place.practice.tier == "basic"
    }

    def mean(ids: Iterable[str]) -> Fraction | None:
        levels = [
            int(letters[practice_id]) for practice_id in ids if letters[practice_id].isdigit()
        ]
        return Fraction(sum(levels), len(levels)) if levels else None

    domains = tuple(
        mean(practice_id for practice_id, place in basics.items() if place.domain.id == domain.id)
        for domain in checklist.domains
    )
    known = [score for score in domains if score is not None]
    return Member(
        id=name,
        sector=sector,
        size=Decimal(random.choice(SIZES)),
        shared_system=None,
        coverage=Fraction(1),
        overall=sum(known, Fraction(0)) / len(known),
        domains=domains,
        sections=tuple(
            mean(
                practice_id
                for practice_id, place in basics.items()
                if place.practice.id in checklist.practice_ids_by_section[section.id]
            )
            for domain in checklist.domains
            for section in domain.sections
        ),
        below_in_place=sum(letters[practice_id] in "012" for practice_id in basics),
        answer_codes="".join(letters[place.practice.id] for place in checklist.walk()),
        values={
            question.practice: _answer(question, int(letters[question.practice]))
            for question in counted_questions(checklist)
            if letters[question.practice].isdigit()
        },
    )


def _answer(question: CountedQuestion, level: int) -> AnswerValue:
    """Return a number of months, or some of the options, for a level."""
    return str(level * 5 + 1) if question.counted_by == "number" else question.options[level % 2 :]


def population(checklist: Checklist, sectors: Mapping[str, int], year: int = 2026) -> Population:
    """Return institutions of given sub-sectors; one in ten shinkin is another each year."""
    members = [
        member(
            checklist,
            f"{sector}-{n if n % 10 or sector != 'shinkin' else f'{n}-{year}'}",
            sector,
            year,
        )
        for sector, count in sectors.items()
        for n in range(count)
    ]
    return Population(
        campaign=str(year),
        checklist=checklist.id,
        version=checklist.version,
        fingerprint="sha256:" + "0" * 64,
        scheme="maturity",
        scale=checklist.level_scale,
        domains=tuple(domain.id for domain in checklist.domains),
        sections=tuple(section.id for domain in checklist.domains for section in domain.sections),
        practices=tuple(place.practice.id for place in checklist.walk()),
        parts=composition(checklist, SCHEME),
        members=tuple(members),
        questions=counted_questions(checklist),
    )


class World:
    """A campaign with what is published of it.

    Args:
        sectors: institutions by sub-sector.
        path: the checklist's folder; the shipped one without.
        rules: of disclosure.
        again: whether there was a campaign the year before.
    """

    def __init__(
        self,
        sectors: Mapping[str, int],
        path: Path | None = None,
        rules: Rules | None = None,
        *,
        again: bool = False,
    ) -> None:
        workspace = open_workspace()
        data, library = workspace.scoring_data, workspace.library
        self.checklist = checklist(path)
        self.population = population(self.checklist, sectors)
        before = population(self.checklist, sectors, 2025) if again else None
        self.publication: Publication = publish(
            self.population, data.sectors, rules or Rules(), before
        )
        self.sources = AggregateSources(
            self.checklist,
            data.level_wording(),
            data.sectors,
            CAMPAIGN,
            library.trends.by_source(library.incidents.kinds),
        )
        counts = Counter(member.sector for member in self.population.members)
        self.participation = Participation(
            _turnout(len(self.population.members)),
            {name: _turnout(count) for name, count in counts.items()},
        )

    def view(self, *, restricted: bool = False) -> AggregateView:
        """Return the view of an edition."""
        withheld = self.publication.withheld if restricted else None
        return build_aggregate_view(
            self.publication.peers, self.sources, self.participation, withheld
        )


def _turnout(count: int) -> ResponseCounts:
    return ResponseCounts(
        expected=count + 3, received=count + 2, accepted=count + 1, in_statistics=count
    )
