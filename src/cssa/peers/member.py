"""One institution's contribution to the figures of a campaign: numbers and codes, no text."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from cssa.answers.submission import Submission
from cssa.checklist.level_scale import LevelScale
from cssa.engine.result import Coverage, DomainResult, Result
from cssa.peers.questions import AnswerValue, CountedQuestion, answer_values

NOT_APPLICABLE, NOT_ADOPTED, UNANSWERED, OUT_OF_SCOPE, NOT_ASKED, INFORMATIVE = "nauoxi"
"""Codes of the statuses without a level; an answered practice has that of its level."""

STATUS_CODES = {
    "not_applicable": NOT_APPLICABLE,
    "not_adopted": NOT_ADOPTED,
    "unanswered": UNANSWERED,
    "out_of_scope": OUT_OF_SCOPE,
    "not_asked": NOT_ASKED,
    "informative": INFORMATIVE,
}

_STATUSES = frozenset(STATUS_CODES.values())

OVERALL, BELOW_IN_PLACE = "overall", "below_in_place"
"""Ids of the figures that belong to no domain, section or practice."""

_DIGITS = range(10)
_FIRST_CODE = 0xE400
"""Code point of level 0 where a level is no digit: ranges of private use hold no other text."""

DOMAIN_FLOOR = Fraction(19, 20)
"""Share of a domain's practices in scope that have to be answered for it to have a score here."""

SHARED_SYSTEM = "shared_system"
"""The profile flag of institutions that use a shared core system."""


class Member(NamedTuple):
    """One institution among those of a campaign, in as little memory as ten thousand of them need.

    Attributes:
        size: the size measure of its sector, in yen; None where it is not stated.
        shared_system: whether it uses a shared core system; None where it is not stated.
        coverage: share of the practices in scope that are not unanswered; None without any.
        overall: exact overall score; of a single domain, that domain's.
        domains: exact score of each domain, in checklist order; None without one, or where less of
            it is answered than ``DOMAIN_FLOOR``.
        sections: exact score of each section, in checklist order.
        below_in_place: counted basics below the level that is in place; None where no basic is
            counted. Targets follow each institution's own profile and are compared with nobody's.
        answer_codes: one character for each practice, in checklist order: the code of its level, or
            of a status without one.
        values: what was answered to questions with options or for a number, by practice.
    """

    id: str
    sector: str
    size: Decimal | None
    shared_system: bool | None
    coverage: Fraction | None
    overall: Fraction | None
    domains: tuple[Fraction | None, ...]
    sections: tuple[Fraction | None, ...]
    below_in_place: int | None
    answer_codes: str
    values: Mapping[str, AnswerValue]


class Coalition(NamedTuple):
    """Institutions whose answers one reader has seen.

    Attributes:
        kind: by what that is known: one form was filed for them, the roster names who sees their
            answers, or they are licences of one institution.
        name: of the form, of who has seen them, or the number that the licences share.
        members: ids.
    """

    kind: Literal["form", "seen_by", "licences"]
    name: str
    members: tuple[str, ...]

    @property
    def id(self) -> str:
        """What it is called where cells are withheld for it."""
        return f"{self.kind}:{self.name}"


class Population(NamedTuple):
    """The institutions of one campaign that answered one checklist.

    Attributes:
        campaign: the campaign's id; None where it has none.
        scheme: id of the scheme that gave the scores.
        scale: the levels of the checklist.
        domains: ids, in the order of each member's figures; likewise ``sections``, ``practices``.
        parts: of each score and count, the figures that it is computed from directly.
        members: in the order of their ids.
        coalitions: known readers of several institutions' answers.
        questions: those with figures beside the level, in checklist order.
    """

    campaign: str | None
    checklist: str
    version: str
    fingerprint: str
    scheme: str
    scale: LevelScale
    domains: tuple[str, ...]
    sections: tuple[str, ...]
    practices: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]]
    members: tuple[Member, ...]
    coalitions: tuple[Coalition, ...] = ()
    questions: tuple[CountedQuestion, ...] = ()


def member_of(result: Result, submission: Submission) -> Member:
    """Return what an institution's result contributes.

    Args:
        result: the result of its answers.
        submission: its answers.
    """
    institution = submission.institution
    domains = tuple(map(domain_score, result.domains))
    return Member(
        id=institution.id,
        sector=institution.sector,
        size=institution.size,
        shared_system=institution.flags.get(SHARED_SYSTEM),
        coverage=answered_share(result.overall.coverage),
        overall=result.overall.value if len(domains) > 1 else domains[0],
        domains=domains,
        sections=tuple(section.value for section in result.sections),
        below_in_place=below_in_place(result),
        answer_codes="".join(
            answer_code(practice.status, practice.level)
            for domain in result.domains
            for practice in domain.practices
        ),
        values=answer_values(result, submission),
    )


def below_in_place(result: Result) -> int | None:
    """Return how many counted basics are below what is in place; None where no basic is counted."""
    if not result.scored:
        return None
    scale = result.scale
    below = [
        scale.value(practice.level) < scale.in_place
        for domain in result.domains
        for practice in domain.practices
        if practice.counted and practice.tier == "basic"
    ]
    return sum(below) if below else None


def answered_share(counts: Coverage) -> Fraction | None:
    """Return the share of the practices in scope that are not unanswered; None without any."""
    if not counts.in_scope:
        return None
    return Fraction(counts.in_scope - counts.unanswered, counts.in_scope)


def domain_score(domain: DomainResult) -> Fraction | None:
    """Return a domain's score; None without one, or where too little of the domain is answered."""
    answered = answered_share(domain.coverage)
    return None if answered is None or answered < DOMAIN_FLOOR else domain.value


def level_code(level: int) -> str:
    """Return the character that stands for a level among answer codes."""
    return str(level) if level in _DIGITS else chr(_FIRST_CODE + level)


def coded_level(code: str) -> int | None:
    """Return the level that an answer code stands for; None for a status without one."""
    if code in _STATUSES:
        return None
    return int(code) if code.isdecimal() else ord(code) - _FIRST_CODE


def answer_code(status: str, level: int | None) -> str:
    """Return the character that stands for an answer.

    Args:
        status: of the practice.
        level: answered; None without one.
    """
    if level is None:
        return STATUS_CODES.get(status, INFORMATIVE)  # answered where nothing is scored
    return level_code(level)
