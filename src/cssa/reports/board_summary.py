"""What the board reads first: one sentence, how reliable the answers are, what to decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cssa.answers.submission import Submission
from cssa.checklist.model import Checklist
from cssa.engine.result import Coverage, Result
from cssa.messages import fitting
from cssa.messages.wording import COMMA, CodedWord, WordList
from cssa.reports.phrases import Phrase
from cssa.scheme.targets import Targets

_SECOND_LINE = 2
_THIRD_LINE = 3
_TREATMENT_FINDINGS = (
    "treatment_expired",
    "treatment_review_soon",
    "treatment_approver",
    "treatment_review_late",
)
"""Codes of findings that ask for a decision on a treatment, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far the answers can be relied on.

    Attributes:
        coverage: practices by status.
        with_level: practices answered with a level.
        with_evidence: of them, those that name evidence.
        second_line: of them, those that the second line has reviewed.
        third_line: of them, those that internal audit has reviewed.
        differing: of them, those where a review gives another level.
        unconfirmed: answers carried over and not confirmed yet.
        respondent: who answered.
        approved_by: who approved the answers in the second line.
        reported_on: day of the report to the board.
    """

    coverage: Coverage
    with_level: int
    with_evidence: int
    second_line: int
    third_line: int
    differing: int
    unconfirmed: int
    respondent: str | None
    approved_by: str | None
    reported_on: date | None


def measure_reliability(result: Result, submission: Submission) -> Reliability:
    """Return counts of what supports the answers.

    Args:
        result: the figures.
        submission: the answers that they were made from.
    """
    practices = [practice for domain in result.domains for practice in domain.practices]
    answered = [
        (practice.level, submission.answers[practice.id])
        for practice in practices
        if practice.status == "answered"
    ]
    review_lines = [{review.line for review in answer.review} for _, answer in answered]
    return Reliability(
        coverage=result.overall.coverage,
        with_level=len(answered),
        with_evidence=sum(bool(answer.evidence) for _, answer in answered),
        second_line=sum(_SECOND_LINE in lines for lines in review_lines),
        third_line=sum(_THIRD_LINE in lines for lines in review_lines),
        differing=sum(
            any(review.level != level for review in answer.review) for level, answer in answered
        ),
        unconfirmed=sum("unconfirmed" in practice.findings for practice in practices),
        respondent=submission.approval.respondent,
        approved_by=submission.approval.second_line,
        reported_on=submission.approval.reported_to_board,
    )


def lead_sentence(result: Result, checklist: Checklist) -> Phrase:
    """Return the one sentence on how many basic practices are below target, and where most are.

    Args:
        result: the figures.
        checklist: the checklist answered, for titles.
    """
    if result.is_empty:
        return Phrase("report.lead.empty")
    below = result.overall.below_target
    unanswered = result.overall.coverage.unanswered
    params: dict[str, object] = {"count": below.count, "of": below.of, "unanswered": unanswered}
    if not below.of:
        return Phrase("report.lead.no_basics")
    if not below.count:
        code = "report.lead.none_open" if unanswered else "report.lead.none"
        return Phrase(code, fitting(code, params))
    domain = max(result.domains, key=lambda domain: domain.below_target.count)
    titles = {domain.id: domain.title for domain in checklist.domains}
    params |= {
        "domain": domain.id,
        "title": titles[domain.id],
        "most": domain.below_target.count,
    }
    if below.count == 1:
        code = "report.lead.below_one_open" if unanswered else "report.lead.below_one"
    else:
        code = "report.lead.below_open" if unanswered else "report.lead.below"
    return Phrase(code, fitting(code, params))


def board_decisions(
    result: Result, submission: Submission, targets: Targets, reliability: Reliability
) -> tuple[Phrase, ...]:
    """Return what the board is asked to decide: targets, people and money, what is accepted.

    Args:
        result: the figures.
        submission: the answers that they were made from.
        targets: the targets applied.
        reliability: what supports the answers.
    """
    return (
        _on_targets(result, targets),
        *_on_resources(result, reliability),
        *_on_treatments(result, submission),
    )


def _on_targets(result: Result, targets: Targets) -> Phrase:
    profile = result.risk_profile
    params = {
        "targets": targets.title,
        "risk": Phrase(f"risk.{profile.level}"),
        "stated": profile.stated,
        "key_factors": profile.key_factors,
    }
    basis = profile.basis_wording if profile.counts else "alone"
    code = f"report.decide.targets_{basis}"
    return Phrase(code, fitting(code, params))


def _on_resources(result: Result, reliability: Reliability) -> Iterator[Phrase]:
    below = [gap for gap in (*result.gaps, *result.answer_first) if gap.gap]
    if below:
        yield Phrase("report.decide.priorities", {"count": len(below)})
    legal = sum("legal" in gap.why for gap in below)
    if legal:
        yield Phrase("report.decide.legal", {"count": legal})
    if reliability.with_level and not reliability.second_line:
        yield Phrase("report.decide.second_line")


def _on_treatments(result: Result, submission: Submission) -> Iterator[Phrase]:
    parts = tuple(_treatment_parts(result, submission))
    if parts:
        yield Phrase("report.decide.treatments", {"list": WordList(parts, COMMA)})
    left_out = sum(finding.code == "legal_left_out" for finding in result.findings)
    if left_out:
        yield Phrase("report.decide.legal_left_out", {"count": left_out})


def _treatment_parts(result: Result, submission: Submission) -> Iterator[CodedWord]:
    """Yield treatments by what is to be decided; each is counted once, where it comes first."""
    dates = {
        practice: answer.treatment.review_by
        for practice, answer in submission.answers.items()
        if answer.treatment is not None
    }
    ids_by_code: dict[str, set[str | None]] = {
        code: {finding.practice for finding in result.findings if finding.code == code}
        for code in _TREATMENT_FINDINGS
    }
    ids_by_code["treatment_in_force"] = {
        practice.id
        for domain in result.domains
        for practice in domain.practices
        if practice.treated
    }
    for code, ids in ids_by_code.items():
        due = [dates.pop(practice) for practice in tuple(dates) if practice in ids]
        if due:
            params = (("count", len(due)), ("date", min(due)))
            yield CodedWord(f"report.decide.{code}", params)
