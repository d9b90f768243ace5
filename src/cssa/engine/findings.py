"""Findings: what to look at in an assessment that no figure shows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from cssa.answers.placeholders import is_placeholder
from cssa.answers.submission import Institution, Submission, has_right_check_digit
from cssa.engine.doubtful_answers import doubtful_answers
from cssa.engine.result import Finding
from cssa.engine.status import AssessedPractice
from cssa.engine.treatment_faults import is_reviewed_late
from cssa.scheme.profile import ProfileQuestions

REVIEW_SOON = timedelta(days=30)
"""How long before its review date a treatment is pointed out."""


def submission_findings(
    submission: Submission,
    practices: Sequence[AssessedPractice],
    profile: ProfileQuestions,
    asked: ProfileQuestions,
    as_of: date,
    *,
    superseded: bool = False,
) -> tuple[Finding, ...]:
    """Return the findings of a submission: on all of it first, then in checklist order.

    Args:
        submission: the answers.
        practices: every practice of the checklist, in its order.
        profile: the profile questions that the institution may have answered.
        asked: those that it should have answered.
        as_of: date after which dates lie in the future.
        superseded: the answers were given before questions of this version were changed.
    """
    flags = submission.institution.flags
    findings = [
        *([Finding(code="superseded")] if superseded else ()),
        *_on_submission(submission, asked, practices, as_of),
        *doubtful_answers(submission, practices, profile),
        *(
            finding
            for assessed in practices
            if assessed.practice.id in submission.answers
            for finding in _on_practice(assessed, flags, as_of)
        ),
    ]
    distinct = {
        (finding.code, finding.practice, *finding.params.items()): finding for finding in findings
    }
    return tuple(distinct.values())


def _on_submission(
    submission: Submission,
    asked: ProfileQuestions,
    practices: Sequence[AssessedPractice],
    as_of: date,
) -> Iterator[Finding]:
    institution = submission.institution
    yield from _missing(submission, asked)
    if institution.is_corporate_number and not has_right_check_digit(institution.id):
        yield Finding(code="check_digit", params={"id": institution.id})
    yield from _unexplained_flags(institution, practices)
    dates = {
        "assessed_on": submission.assessed_on,
        "reported_to_board": submission.approval.reported_to_board,
    }
    for field, day in dates.items():
        if day is not None and day > as_of:
            yield Finding(code="date_in_future", params={"field": field, "date": str(day)})


def _missing(submission: Submission, asked: ProfileQuestions) -> Iterator[Finding]:
    institution, approval = submission.institution, submission.approval
    fields = {
        "campaign": submission.campaign,
        "assessed_on": submission.assessed_on,
        "institution.size": institution.size,
        "approval.respondent": approval.respondent,
        "approval.second_line": approval.second_line,
        "approval.reported_to_board": approval.reported_to_board,
    }
    for name, value in fields.items():
        if value is None:
            yield Finding(code="missing", params={"field": name})
    unstated_flags = [flag.id for flag in asked.flags if flag.id not in institution.profile]
    if unstated_flags:
        yield Finding(
            code="profile_unstated",
            params={"count": len(unstated_flags), "names": ", ".join(unstated_flags)},
        )
    unstated_factors = [
        factor.id
        for factor in asked.factors
        if factor.key and factor.id not in institution.risk.factors
    ]
    if unstated_factors and institution.risk.override is None:
        yield Finding(code="risk_unstated", params={"names": ", ".join(unstated_factors)})


def _unexplained_flags(
    institution: Institution, practices: Sequence[AssessedPractice]
) -> Iterator[Finding]:
    """Yield the false flags without a reason in words that put basic practices out of scope."""
    excluded: dict[str, list[str]] = {}
    for assessed in practices:
        condition = assessed.practice.applies_if
        if condition and assessed.status == "out_of_scope" and assessed.practice.tier == "basic":
            for flag in condition.excluding_flags(institution.flags):
                excluded.setdefault(flag, []).append(assessed.practice.id)
    for flag, stated in institution.profile.items():
        if flag in excluded and is_placeholder(stated.reason or ""):
            yield Finding(
                code="flag_without_reason",
                params={"flag": flag, "practices": ", ".join(excluded[flag])},
            )


def _on_practice(
    assessed: AssessedPractice, flags: Mapping[str, bool], as_of: date
) -> Iterator[Finding]:
    if assessed.status == "out_of_scope":
        yield _finding(assessed, "answered_out_of_scope")
        return
    yield from _on_level(assessed, flags)
    answer, condition = assessed.answer, assessed.practice.asked_if
    if condition and not assessed.asked and answer.value_field:
        yield _finding(assessed, "answered_unasked", asked=condition.practice)
    if assessed.practice.legal and (answer.na or answer.not_adopted or answer.treatment):
        yield _finding(assessed, "legal_left_out")
    yield from _on_treatment(assessed, as_of)
    if not answer.confirmed:
        yield _finding(assessed, "unconfirmed")
    for field, day in _dates(assessed):
        if day > as_of:
            yield _finding(assessed, "date_in_future", field=field, date=str(day))


def _finding(assessed: AssessedPractice, code: str, **params: str | int) -> Finding:
    return Finding(code=code, practice=assessed.practice.id, params={**params})


def _on_level(assessed: AssessedPractice, flags: Mapping[str, bool]) -> Iterator[Finding]:
    level, answer = assessed.level, assessed.answer
    if level is None:
        return
    open_points = [
        point.id
        for point in assessed.practice.points
        if point.required
        and point.id not in answer.points
        and not (point.applies_if and point.applies_if.holds(flags) is False)
    ]
    if needs_points(assessed) and open_points:
        yield _finding(assessed, "points_open", level=level, points=", ".join(open_points))
    if needs_evidence(assessed) and not answer.evidence:
        yield _finding(assessed, "evidence_missing", level=level)
    for review in answer.review:
        if review.level != level:
            params = {"line": review.line, "level": review.level, "own": level}
            yield _finding(assessed, "review_differs", **params)


def needs_points(assessed: AssessedPractice) -> bool:
    """Return whether every required point should be covered at the level answered."""
    return assessed.level is not None and assessed.level >= assessed.practice.level_scale.in_place


def needs_evidence(assessed: AssessedPractice) -> bool:
    """Return whether evidence should be named at the level answered, which is above in place."""
    return assessed.level is not None and assessed.level > assessed.practice.level_scale.in_place


def _on_treatment(assessed: AssessedPractice, as_of: date) -> Iterator[Finding]:
    treatment = assessed.answer.treatment
    if treatment is None or not assessed.counted:
        return
    if treatment.review_by < as_of:
        yield _finding(assessed, "treatment_expired", date=str(treatment.review_by))
    elif treatment.review_by <= as_of + REVIEW_SOON:
        yield _finding(assessed, "treatment_review_soon", date=str(treatment.review_by))
    if "approver" in assessed.treatment_faults:
        yield _finding(assessed, "treatment_approver", name=treatment.approved_by)
    if "measure" in assessed.treatment_faults:
        yield _finding(assessed, "treatment_measure", text=treatment.measure)
    if is_reviewed_late(treatment):
        dates = {"approved": str(treatment.approved_on), "review": str(treatment.review_by)}
        yield _finding(assessed, "treatment_review_late", **dates)


def _dates(assessed: AssessedPractice) -> Iterator[tuple[str, date]]:
    answer = assessed.answer
    if answer.last_done:
        yield "last_done", answer.last_done
    for evidence in answer.evidence:
        if evidence.date:
            yield "evidence.date", evidence.date
    for review in answer.review:
        yield "review.on", review.on
    if answer.treatment:
        yield "treatment.approved_on", answer.treatment.approved_on
