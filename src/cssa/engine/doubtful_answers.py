"""Findings on answers that are well formed and still doubtful: placeholders, flags, approvals."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from cssa.answers.placeholders import is_placeholder
from cssa.answers.submission import Answer, Submission
from cssa.engine.result import Finding, Scalar
from cssa.engine.status import AssessedPractice, is_in_groups
from cssa.messages.visible import first_few
from cssa.scheme.profile import ProfileQuestions

NAMED_PRACTICES = 10
"""Number of practices that a finding lists; it counts them all."""

REPORT_AGE = timedelta(days=180)
"""How long before the assessment a report to the board may lie: it reports what was assessed."""


def doubtful_answers(
    submission: Submission, practices: Sequence[AssessedPractice], profile: ProfileQuestions
) -> Iterator[Finding]:
    """Yield the findings on a submission as a whole.

    Args:
        submission: the answers.
        practices: every practice of the checklist, in its order.
        profile: the profile questions that the institution may have answered.
    """
    yield from _placeholder_reasons(practices)
    override = submission.institution.risk.override
    if override is not None and is_placeholder(override.reason):
        yield Finding(code="override_without_reason", params={})
    yield from _all_flags_false(submission, practices, profile)
    reported, assessed = submission.approval.reported_to_board, submission.assessed_on
    if reported and assessed and reported < assessed - REPORT_AGE:
        params = {"date": str(reported), "assessed_on": str(assessed)}
        yield Finding(code="report_outdated", params=params)


def _placeholder_reasons(practices: Sequence[AssessedPractice]) -> Iterator[Finding]:
    ids = [
        assessed.practice.id
        for assessed in practices
        if assessed.status not in ("out_of_scope", "not_asked")
        and any(map(is_placeholder, _reasons(assessed.answer)))
    ]
    if ids:
        listed = first_few(ids, NAMED_PRACTICES)
        params: dict[str, Scalar] = {"count": len(ids), "practices": listed}
        yield Finding(code="placeholder_reasons", params=params)


def _reasons(answer: Answer) -> Iterator[str]:
    """Yield the texts that justify an answer."""
    if answer.reason is not None:
        yield answer.reason
    if answer.treatment is not None:
        yield answer.treatment.measure


def _all_flags_false(
    submission: Submission, practices: Sequence[AssessedPractice], profile: ProfileQuestions
) -> Iterator[Finding]:
    """Yield a finding where no profile flag is true and practices fall out for it."""
    flags = submission.institution.flags
    if not profile.flags or not all(flags.get(flag.id) is False for flag in profile.flags):
        return
    selected = frozenset(submission.selected_groups)
    tiers = [
        assessed.practice.tier
        for assessed in practices
        if assessed.status == "out_of_scope" and is_in_groups(assessed.practice, selected)
    ]
    if tiers:
        params = {"flags": len(profile.flags), "count": len(tiers), "basics": tiers.count("basic")}
        yield Finding(code="all_flags_false", params=params)
