"""The rows of a campaign store, their fields named as the columns, and what each is made from."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from cssa.answers.campaign import Campaign
from cssa.answers.submission import NO_ANSWER, Answer, PlanStatus, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import Checklist
from cssa.checklist.practice import TIERS, Kind, Practice, Tier
from cssa.datafile.types import AnyText, Text
from cssa.engine.aggregate import rounded
from cssa.engine.result import BelowTarget, Figure, PracticeResult, Result
from cssa.engine.scoring import Criteria
from cssa.engine.status import Status
from cssa.messages import message
from cssa.peers.member import answered_share, below_in_place, domain_score

FigureKind = Literal["overall", "tier", "domain", "section"]

OVERALL = "overall"
"""Id of the overall figure; tiers, domains and sections have their own ids."""


class CampaignRow(NamedTuple):
    """A campaign, and what was asked in it.

    Attributes:
        title: in the columns ``title_ja`` and ``title_en``, as everywhere.
        fingerprint: of what was asked.
        scheme: id of the scheme that the scores are computed by.
        targets: id of the targets that decide what is below target.
        pseudonymous: whether institutions stand under pseudonyms, without their texts.
        unasked_tiers: ids, with blanks between, of tiers that the scheme scores and the campaign
            did not ask; None where it asked all of them.
    """

    id: str
    title: AnyText
    base_date: date | None
    deadline: date | None
    cut_off: date | None
    checklist: str
    version: str
    fingerprint: str
    scheme: str
    targets: str
    pseudonymous: bool = False
    unasked_tiers: str | None = None

    @property
    def order(self) -> tuple[date, str]:
        """What campaigns are ordered by: the base date, then the id."""
        return (self.base_date or date.min, self.id)


class OfferedRow(NamedTuple):
    """An option of a question, or an item: a row of its matrix.

    Attributes:
        level: that choosing the option gives by itself; None otherwise.
    """

    part: Literal["option", "item"]
    id: str
    title: AnyText
    level: int | None


class PracticeRow(NamedTuple):
    """A practice of the checklist.

    Attributes:
        section: None where it belongs to the domain itself.
        items: rows of a matrix; 0 of other questions.
        offered: options and items, in a table of their own.
    """

    id: str
    domain: str
    section: str | None
    tier: Tier
    title: AnyText
    kind: Kind = "level"
    items: int = 0
    offered: tuple[OfferedRow, ...] = ()


class FigureRow(NamedTuple):
    """Something that has a score."""

    id: str
    kind: FigureKind
    title: AnyText


class InstitutionRow(NamedTuple):
    """An institution that was asked, or that answered.

    Attributes:
        size: the size measure of its sector, in yen.
        shared_system: whether it uses a shared core system; None where it is not stated.
        state: what became of it, as in the ledger.
        bureau: the authority in charge of it, as on the roster; likewise ``route``.
        roster_group: the roster's group, in the issuer's own words.
        received: whether a file of its own came in that answers something; None where an older
            version did not record it.
        extended_to: the later deadline that was granted to it, as on the roster; likewise its
            reason and who approved it.
    """

    id: str
    name: str | None
    sector: str | None
    size: Decimal | None
    shared_system: bool | None
    state: str
    bureau: str | None = None
    route: str | None = None
    roster_group: str | None = None
    received: bool | None = None
    extended_to: date | None = None
    extension_reason: str | None = None
    extension_approved_by: str | None = None


class FileRow(NamedTuple):
    """A file that was received.

    Attributes:
        path: as it is shown; unique within a campaign.
        state: what became of it, as in the ledger.
        institutions: ids of those it was filed for, in a table of their own; empty where that is
            not known.
        received_at: day, or day and time, in ISO 8601.
        form_number: under which the form was issued.
    """

    path: str
    sha256: str | None
    state: str
    institutions: tuple[str, ...] = ()
    received_at: str | None = None
    channel: str | None = None
    sender: str | None = None
    version: str | None = None
    form_number: str | None = None


class ProblemRow(NamedTuple):
    """Something wrong with a file.

    Attributes:
        file: its path.
        code: of the message.
        params: of the message; stored as JSON.
        place: sheet and cell, or line and column.
    """

    file: str
    code: str
    params: Mapping[str, object]
    place: str


class SubmissionRow(NamedTuple):
    """An accepted submission; an institution has at most one in a campaign.

    Attributes:
        file: path of the file that it was read from, None where that is not recorded.
        as_of: the day on which treatments have to be valid.
        risk_basis: where the risk level is from: answers, override or assumed.
        risk_provisional: key risk factors are unstated.
        treated: counted practices with a valid treatment.
        below_target: counted basics below target, out of ``basics``.
        accepted: of those, the ones whose risk is accepted.
        in_statistics: whether it enters the figures of groups.
        left_out: why it does not, as in the ledger.
        coverage: answered share of the practices in scope; None without any.
        size_band: of its sub-sector; None where its size is not stated.
        industry_group: of its sub-sector; None where that is reported by itself.
        peer_group: id of the narrowest comparison group that it is in.
        below_in_place: counted basics below the level that is in place; None without any.
    """

    institution: str
    file: str | None
    as_of: date
    assessed_on: date | None
    risk: str
    risk_basis: str
    risk_provisional: bool
    provisional: bool
    treated: int
    below_target: int
    accepted: int
    basics: int
    in_scope: int
    answered: int
    not_applicable: int
    not_adopted: int
    unanswered: int
    out_of_scope: int
    coverage: float | None = None
    below_in_place: int | None = None
    in_statistics: bool = False
    left_out: str | None = None
    size_band: str | None = None
    industry_group: str | None = None
    peer_group: str | None = None


class ChosenOption(NamedTuple):
    """An option that was chosen; ``item`` is the row of a matrix, blank for other questions."""

    item: str
    option: str


class AnsweredRow(NamedTuple):
    """What was answered for a row that the institution has named, or that asks for a number.

    Attributes:
        item: the row.
        name: that the institution gave it; None for the checklist's own.
    """

    item: str
    name: str | None
    option: str | None
    number: str | None


class AnswerRow(NamedTuple):
    """The status of a practice in a submission, and what was answered.

    Attributes:
        level: None unless it was answered with one.
        treatment: kind of its valid treatment, None without one.
        number: that was given, as it was written.
        text: what was written in answer to a question for text.
        plan_owner: who is to improve it, where a plan says so, and likewise by when.
        plan_status: None without a plan.
        chosen: options, in a table of their own.
        rows: rows with answers, likewise.
    """

    practice: str
    status: Status
    level: int | None
    target: int | None
    treatment: Literal["accepted", "alternative"] | None
    note: str | None
    reason: str | None
    number: str | None = None
    text: str | None = None
    plan_owner: str | None = None
    plan_due: date | None = None
    plan_status: PlanStatus | None = None
    chosen: tuple[ChosenOption, ...] = ()
    rows: tuple[AnsweredRow, ...] = ()


class ScoreRow(NamedTuple):
    """A figure of a submission.

    Attributes:
        figure: its id.
        value: exact, in the columns ``numerator`` and ``denominator``; None where there is nothing
            to score.
        level: the lowest level of the counted basics; None for a tier, without one, and while one
            of them is unanswered.
        below_target: counted basics below target, out of ``basics``; None for a tier.
        accepted: of those, the ones whose risk is accepted; None for a tier.
        in_statistics: whether it enters the figures of groups: also a submission that does has no
            domain there of which too little is answered.
    """

    figure: str
    value: Fraction | None
    level: int | None
    below_target: int | None
    accepted: int | None
    basics: int | None
    in_statistics: bool = True


class SubmissionRecords(NamedTuple):
    """A submission with its answers and scores."""

    row: SubmissionRow
    answers: Iterable[AnswerRow]
    scores: Iterable[ScoreRow]


class CampaignRecords(NamedTuple):
    """Everything that is stored of one campaign.

    Attributes:
        submissions: iterated over one by one, so that ten thousand need no more memory than one.
    """

    campaign: CampaignRow
    practices: Iterable[PracticeRow]
    figures: Iterable[FigureRow]
    institutions: Iterable[InstitutionRow]
    files: Iterable[FileRow]
    problems: Iterable[ProblemRow]
    submissions: Iterable[SubmissionRecords]


def campaign_row(campaign: Campaign, edition: Edition, criteria: Criteria) -> CampaignRow:
    """Return the row of a campaign.

    Args:
        campaign: gives its id, title and dates.
        edition: the checklist that it asks.
        criteria: what its answers are scored by.
    """
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
        unasked_tiers=" ".join(
            tier for tier in TIERS if criteria.scheme.weight(tier) and tier not in campaign.tiers
        )
        or None,
    )


def practice_rows(checklist: Checklist) -> tuple[PracticeRow, ...]:
    """Return the practices of a checklist, in its order."""
    return tuple(
        PracticeRow(
            id=placed.practice.id,
            domain=placed.domain.id,
            section=placed.section.id if placed.section else None,
            tier=placed.practice.tier,
            title=placed.practice.title,
            kind=placed.practice.kind,
            items=len(placed.practice.rows),
            offered=tuple(_offered(placed.practice)),
        )
        for placed in checklist.walk()
    )


def _offered(practice: Practice) -> Iterator[OfferedRow]:
    for option in practice.options:
        yield OfferedRow("option", option.id, option, option.level)
    for row in practice.rows:
        yield OfferedRow("item", row.id, row, None)


def figure_rows(checklist: Checklist) -> tuple[FigureRow, ...]:
    """Return the figures that a checklist gives: overall, tiers, domains, sections."""
    return (
        FigureRow(OVERALL, "overall", _title("report.overall")),
        *(FigureRow(tier, "tier", _title(f"tier.{tier}")) for tier in TIERS),
        *(FigureRow(domain.id, "domain", domain.title) for domain in checklist.domains),
        *(
            FigureRow(section.id, "section", section.title)
            for domain in checklist.domains
            for section in domain.sections
        ),
    )


def submission_records(
    result: Result, submission: Submission, file: str | None, checklist: Checklist
) -> SubmissionRecords:
    """Return the rows of a submission and its result.

    Args:
        result: gives statuses, levels and figures.
        submission: gives the notes.
        file: path of the file that it was read from.
        checklist: what was answered.
    """
    overall, counts = result.overall, result.overall.coverage
    row = SubmissionRow(
        institution=result.institution.id,
        file=file,
        as_of=result.as_of,
        assessed_on=result.assessed_on,
        risk=result.risk_profile.level,
        risk_basis=result.risk_profile.basis,
        risk_provisional=result.risk_profile.provisional,
        provisional=result.provisional,
        treated=overall.treated,
        below_target=overall.below_target.count,
        accepted=overall.below_target.accepted,
        basics=overall.below_target.of,
        in_scope=counts.in_scope,
        answered=counts.answered,
        not_applicable=counts.not_applicable,
        not_adopted=counts.not_adopted,
        unanswered=counts.unanswered,
        out_of_scope=counts.out_of_scope,
        coverage=rounded(answered_share(counts), 4),
        below_in_place=below_in_place(result),
    )
    answers = [
        _answer(practice, checklist.placed[practice.id].practice, submission)
        for domain in result.domains
        for practice in domain.practices
    ]
    scores = [
        _score(OVERALL, overall, overall.level, overall.below_target),
        _score("basic", result.tiers.basic),
        _score("desirable", result.tiers.desirable),
        *(
            _score(domain.id, domain, domain.level, domain.below_target)._replace(
                in_statistics=domain_score(domain) is not None
            )
            for domain in result.domains
        ),
        *(
            _score(section.id, section, section.level, section.below_target)
            for section in result.sections
        ),
    ]
    return SubmissionRecords(row, answers, scores)


def _answer(practice: PracticeResult, question: Practice, submission: Submission) -> AnswerRow:
    answer = submission.answers.get(practice.id, NO_ANSWER)
    plan = answer.plan
    chosen = [
        ChosenOption("", option) for option in (answer.choice, *(answer.choices or ())) if option
    ]
    rows = tuple(_answered_rows(question, answer, submission)) if answer.rows else ()
    if not rows:
        chosen += [ChosenOption(item, option) for item, option in (answer.rows or {}).items()]
    return AnswerRow(
        practice=practice.id,
        status=practice.status,
        level=practice.level,
        target=practice.target,
        treatment=_treatment(practice, answer),
        note=answer.note,
        reason=practice.reason,
        number=answer.value,
        text=answer.text,
        plan_owner=plan.owner if plan else None,
        plan_due=plan.due if plan else None,
        plan_status=plan.status if plan else None,
        chosen=tuple(sorted(chosen)),
        rows=tuple(sorted(rows)),
    )


def _answered_rows(
    question: Practice, answer: Answer, submission: Submission
) -> Iterator[AnsweredRow]:
    has_numbers = question.kind == "numbers"
    if question.rows_from is None and not has_numbers:
        return
    named = submission.lists.get(question.rows_from or "", ())
    names = {row.id: row.name for row in named}
    for item, entry in (answer.rows or {}).items():
        option, number = (None, entry) if has_numbers else (entry, None)
        yield AnsweredRow(item, names.get(item), option, number)


def _treatment(
    practice: PracticeResult, answer: Answer
) -> Literal["accepted", "alternative"] | None:
    return answer.treatment.kind if answer.treatment and practice.treated else None


def _title(code: str) -> AnyText:
    return Text(ja=message("ja", code), en=message("en", code))


def _score(
    figure_id: str,
    figure: Figure,
    level: int | None = None,
    below_target: BelowTarget | None = None,
) -> ScoreRow:
    return ScoreRow(
        figure=figure_id,
        value=figure.value,
        level=level,
        below_target=below_target.count if below_target else None,
        accepted=below_target.accepted if below_target else None,
        basics=below_target.of if below_target else None,
    )
