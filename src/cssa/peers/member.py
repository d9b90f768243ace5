"""One institution's contribution to the figures of a campaign: numbers and codes, no text."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from cssa.answers.submission import Institution
from cssa.engine.result import PracticeResult, Result

NOT_APPLICABLE, NOT_ADOPTED, UNANSWERED, OUT_OF_SCOPE, INFORMATIVE = "nauoi"
"""Codes of the statuses without a level; the code of an answered practice is its level's digit."""

STATUS_CODES = {
    "not_applicable": NOT_APPLICABLE,
    "not_adopted": NOT_ADOPTED,
    "unanswered": UNANSWERED,
    "out_of_scope": OUT_OF_SCOPE,
    "informative": INFORMATIVE,
}

SHARED_SYSTEM = "shared_system"
"""The profile flag of institutions that use a shared core system."""


class Member(NamedTuple):
    """One institution among those of a campaign, in as little memory as ten thousand of them need.

    Attributes:
        size: the size measure of its sector, in yen; None where it is not stated.
        shared_system: whether it uses a shared core system; None where it is not stated.
        coverage: share of the practices in scope that are not unanswered; None without any.
        overall: exact overall score.
        domains: exact score of each domain, in checklist order; None without one.
        sections: exact score of each section, in checklist order.
        below_target: counted basics below target; None where no basic is counted.
        answer_codes: one character for each practice, in checklist order: a level's digit, or the
            code of a status without one.
    """

    id: str
    sector: str
    size: Decimal | None
    shared_system: bool | None
    coverage: Fraction | None
    overall: Fraction | None
    domains: tuple[Fraction | None, ...]
    sections: tuple[Fraction | None, ...]
    below_target: int | None
    answer_codes: str


class Population(NamedTuple):
    """The institutions of one campaign that answered one checklist.

    Attributes:
        campaign: the campaign's id; None where it has none.
        scheme: id of the scheme that gave the scores, as ``targets`` of what is below target.
        domains: ids, in the order of each member's figures; likewise ``sections``, ``practices``.
        members: in the order of their ids.
    """

    campaign: str | None
    checklist: str
    version: str
    fingerprint: str
    scheme: str
    targets: str
    domains: tuple[str, ...]
    sections: tuple[str, ...]
    practices: tuple[str, ...]
    members: tuple[Member, ...]


def member_of(result: Result, institution: Institution) -> Member:
    """Return what an institution's result contributes.

    Args:
        result: the result of its answers.
        institution: the institution as its answers describe it.
    """
    counts, below_target = result.overall.coverage, result.overall.below_target
    return Member(
        id=institution.id,
        sector=institution.sector,
        size=institution.size,
        shared_system=institution.flags.get(SHARED_SYSTEM),
        coverage=Fraction(counts.in_scope - counts.unanswered, counts.in_scope)
        if counts.in_scope
        else None,
        overall=result.overall.value,
        domains=tuple(domain.value for domain in result.domains),
        sections=tuple(section.value for section in result.sections),
        below_target=below_target.count if below_target.of else None,
        answer_codes="".join(
            _code(practice) for domain in result.domains for practice in domain.practices
        ),
    )


def _code(practice: PracticeResult) -> str:
    return STATUS_CODES.get(practice.status) or str(practice.level)
