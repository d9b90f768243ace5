"""What the population store keeps, row by row, and where each row comes from."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from cssa.answers.campaign import Campaign
from cssa.answers.submission import NO_ANSWER, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import Checklist, Tier
from cssa.datafile.types import Text
from cssa.engine.result import BelowTarget, Figure, Result
from cssa.engine.scoring import Criteria
from cssa.engine.status import Status
from cssa.messages import message

FigureKind = Literal["overall", "tier", "domain", "section"]

OVERALL = "overall"
"""Id of the figure over everything; tiers, domains and sections have their own ids."""

_TIERS: tuple[Tier, ...] = ("basic", "desirable")


class CampaignRow(NamedTuple):
    """A campaign, and what was asked in it.

    Attributes:
        scheme: id of the scheme that gave the scores, as ``targets`` of what is below target.
        pseudonymous: whether institutions stand under pseudonyms, without a word of theirs.
    """

    id: str
    title: Text
    base_date: date | None
    deadline: date | None
    cut_off: date | None
    checklist: str
    version: str
    fingerprint: str
    scheme: str
    targets: str
    pseudonymous: bool = False


class PracticeRow(NamedTuple):
    """A practice of the checklist; ``section`` is None where the domain itself holds it."""

    id: str
    domain: str
    section: str | None
    tier: Tier
    title: Text


class FigureRow(NamedTuple):
    """Something that has a score."""

    id: str
    kind: FigureKind
    title: Text


class InstitutionRow(NamedTuple):
    """An institution that was asked, or that answered.

    Attributes:
        size: the size measure of its sector, in yen.
        shared_system: whether it uses a shared core system; None where it is not stated.
        state: what became of it, as in the ledger.
    """

    id: str
    name: str | None
    sector: str | None
    size: Decimal | None
    shared_system: bool | None
    state: str


class FileRow(NamedTuple):
    """A file that was received.

    Attributes:
        path: as it is shown; within a campaign it names the file.
        institutions: ids of those it was filed for; none where that is not known.
        received_at: day, or day and time, in ISO 8601.
    """

    path: str
    sha256: str | None
    state: str
    institutions: tuple[str, ...] = ()
    received_at: str | None = None
    channel: str | None = None
    sender: str | None = None
    version: str | None = None


class ProblemRow(NamedTuple):
    """Something wrong with a file.

    Attributes:
        file: its path.
        code: of the message.
        params: of the message; kept as JSON.
        place: sheet and cell, or line and column.
    """

    file: str
    code: str
    params: Mapping[str, object]
    place: str


class SubmissionRow(NamedTuple):
    """An accepted submission; an institution has at most one in a campaign.

    Attributes:
        file: path of the file that it was read from, None where that is not kept.
        treated: counted practices with a valid treatment.
        below_target: counted basics below target, of ``basics``.
    """

    institution: str
    file: str | None
    as_of: date
    assessed_on: date | None
    risk: str
    risk_basis: str
    provisional: bool
    treated: int
    below_target: int
    basics: int
    in_scope: int
    answered: int
    not_applicable: int
    not_adopted: int
    unanswered: int
    out_of_scope: int


class AnswerRow(NamedTuple):
    """How a practice stands; ``level`` is None unless it was answered."""

    practice: str
    status: Status
    level: int | None
    target: int | None
    treated: bool
    note: str | None
    reason: str | None


class ScoreRow(NamedTuple):
    """A figure of a submission.

    Attributes:
        value: exact; None where there is nothing to score.
        level: the lowest level of a domain, a section or the whole; None for a tier.
        below_target: counted basics below target, of ``basics``; None for a tier.
    """

    figure: str
    value: Fraction | None
    level: int | None
    below_target: int | None
    basics: int | None


class SubmissionRecords(NamedTuple):
    """A submission with its answers and figures."""

    row: SubmissionRow
    answers: Iterable[AnswerRow]
    scores: Iterable[ScoreRow]


class CampaignRecords(NamedTuple):
    """Everything that is kept of one campaign.

    Attributes:
        submissions: one at a time, so that ten thousand need no more room than one.
    """

    campaign: CampaignRow
    practices: Iterable[PracticeRow]
    figures: Iterable[FigureRow]
    institutions: Iterable[InstitutionRow]
    files: Iterable[FileRow]
    problems: Iterable[ProblemRow]
    submissions: Iterable[SubmissionRecords]


def campaign_row(campaign: Campaign, edition: Edition, criteria: Criteria) -> CampaignRow:
    """Return a campaign that asks a checklist and is scored by criteria."""
    return CampaignRow(
        id=campaign.id,
        title=campaign.title,
        base_date=campaign.base_date,
        deadline=campaign.deadline,
        cut_off=campaign.cut_off,
        checklist=edition.checklist.id,
        version=edition.checklist.version,
        fingerprint=edition.fingerprint,
        scheme=criteria.scheme.id,
        targets=criteria.targets.id,
    )


def practice_rows(checklist: Checklist) -> tuple[PracticeRow, ...]:
    """Return the practices of a checklist, in its order."""
    return tuple(
        PracticeRow(
            id=item.practice.id,
            domain=item.domain.id,
            section=item.section.id if item.section else None,
            tier=item.practice.tier,
            title=item.practice.title,
        )
        for item in checklist.walk()
    )


def figure_rows(checklist: Checklist) -> tuple[FigureRow, ...]:
    """Return the figures that a checklist gives: overall, tiers, domains, sections."""
    return (
        FigureRow(OVERALL, "overall", _worded("report.overall")),
        *(FigureRow(tier, "tier", _worded(f"tier.{tier}")) for tier in _TIERS),
        *(FigureRow(domain.id, "domain", domain.title) for domain in checklist.domains),
        *(
            FigureRow(section.id, "section", section.title)
            for domain in checklist.domains
            for section in domain.sections
        ),
    )


def submission_records(
    result: Result, submission: Submission, file: str | None
) -> SubmissionRecords:
    """Return what is kept of a submission and its result.

    Args:
        result: its figures.
        submission: gives the notes.
        file: path of the file that it was read from.
    """
    overall, counts = result.overall, result.overall.coverage
    row = SubmissionRow(
        institution=result.institution.id,
        file=file,
        as_of=result.as_of,
        assessed_on=result.assessed_on,
        risk=result.risk_profile.level,
        risk_basis=result.risk_profile.basis,
        provisional=result.provisional,
        treated=overall.treated,
        below_target=overall.below_target.count,
        basics=overall.below_target.of,
        in_scope=counts.in_scope,
        answered=counts.answered,
        not_applicable=counts.not_applicable,
        not_adopted=counts.not_adopted,
        unanswered=counts.unanswered,
        out_of_scope=counts.out_of_scope,
    )
    answers = [
        AnswerRow(
            practice=one.id,
            status=one.status,
            level=one.level,
            target=one.target,
            treated=one.treated,
            note=submission.answers.get(one.id, NO_ANSWER).note,
            reason=one.reason,
        )
        for domain in result.domains
        for one in domain.practices
    ]
    scores = [
        _score(OVERALL, overall, overall.level, overall.below_target),
        _score("basic", result.tiers.basic),
        _score("desirable", result.tiers.desirable),
        *(_score(one.id, one, one.level, one.below_target) for one in result.domains),
        *(_score(one.id, one, one.level, one.below_target) for one in result.sections),
    ]
    return SubmissionRecords(row, answers, scores)


def _worded(code: str) -> Text:
    return Text(ja=message("ja", code), en=message("en", code))


def _score(
    name: str, figure: Figure, level: int | None = None, below: BelowTarget | None = None
) -> ScoreRow:
    return ScoreRow(
        figure=name,
        value=figure.value,
        level=level,
        below_target=below.count if below else None,
        basics=below.of if below else None,
    )
