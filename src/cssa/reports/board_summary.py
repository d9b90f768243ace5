"""What the board reads first: one sentence, how far to trust the answers, what to decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cssa.answers.submission import Submission
from cssa.checklist.model import Checklist
from cssa.engine.result import Coverage, Result
from cssa.reports.phrases import Phrase
from cssa.scheme.targets import Targets

SECOND_LINE = 2


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far the answers can be trusted.

    Attributes:
        levels: practices answered with a level.
        evidence: of them, those that name evidence.
        second_line: of them, those that the second line has reviewed.
        third_line: of them, those that internal audit has reviewed.
        differing: of them, those where a review sees another level.
        unconfirmed: answers taken over and not confirmed yet.
    """

    coverage: Coverage
    levels: int
    evidence: int
    second_line: int
    third_line: int
    differing: int
    unconfirmed: int
    respondent: str | None
    approved_by: str | None
    reported_on: date | None


def reliability(result: Result, submission: Submission) -> Reliability:
    """Count what stands behind the answers."""
    practices = [one for domain in result.domains for one in domain.practices]
    said = [
        (one.level, submission.answers[one.id]) for one in practices if one.status == "answered"
    ]
    lines = [{review.line for review in answer.review} for _, answer in said if answer.review]
    return Reliability(
        coverage=result.overall.coverage,
        levels=len(said),
        evidence=sum(bool(answer.evidence) for _, answer in said),
        second_line=sum(SECOND_LINE in reviewed for reviewed in lines),
        third_line=sum(SECOND_LINE + 1 in reviewed for reviewed in lines),
        differing=sum(
            any(review.level != level for review in answer.review) for level, answer in said
        ),
        unconfirmed=sum("unconfirmed" in one.findings for one in practices),
        respondent=submission.approval.respondent,
        approved_by=submission.approval.second_line,
        reported_on=submission.approval.reported_to_board,
    )


def lead(result: Result, checklist: Checklist) -> Phrase:
    """Return the one sentence that says where the institution stands."""
    if result.is_empty:
        return Phrase("report.lead.empty")
    below = result.overall.below_target
    open_ = result.overall.coverage.unanswered
    params: dict[str, object] = {"count": below.count, "of": below.of, "unanswered": open_}
    if not below.of:
        return Phrase("report.lead.no_basics")
    if not below.count:
        return Phrase("report.lead.none_open" if open_ else "report.lead.none", params)
    most = max(result.domains, key=lambda one: one.below_target.count)
    titles = {domain.id: domain.title for domain in checklist.domains}
    params |= {"domain": most.id, "title": titles[most.id], "most": most.below_target.count}
    if below.count == 1:
        return Phrase("report.lead.below_one_open" if open_ else "report.lead.below_one", params)
    return Phrase("report.lead.below_open" if open_ else "report.lead.below", params)


def decisions(result: Result, targets: Targets, figures: Reliability) -> tuple[Phrase, ...]:
    """Return what the board is asked to decide, from what the figures leave open."""
    return tuple(_decisions(result, targets, figures))


def _decisions(result: Result, targets: Targets, figures: Reliability) -> Iterator[Phrase]:
    profile = result.risk_profile
    params = {"targets": targets.title, "risk": Phrase(f"risk.{profile.level}")}
    yield Phrase(f"report.decide.targets_{profile.basis}", params)
    if result.gaps:
        yield Phrase("report.decide.priorities", {"count": len(result.gaps)})
    legal = sum("legal" in gap.why for gap in result.gaps)
    if legal:
        yield Phrase("report.decide.legal", {"count": legal})
    codes = [found.code for found in result.findings]
    for code in ("treatment_expired", "treatment_review_soon", "legal_left_out", "review_differs"):
        if code in codes:
            yield Phrase(f"report.decide.{code}", {"count": codes.count(code)})
    if figures.coverage.unanswered:
        yield Phrase("report.decide.unanswered", {"count": figures.coverage.unanswered})
    if figures.levels and not figures.second_line:
        yield Phrase("report.decide.second_line")
