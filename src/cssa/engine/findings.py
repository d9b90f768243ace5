"""Findings: what to look at in an assessment that no figure shows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from cssa.answers.placeholders import is_placeholder
from cssa.answers.reviewed_answer import AUDIT, SECOND_LINE, is_reconsidered, latest_review
from cssa.answers.submission import Institution, Submission, Treatment, has_right_check_digit
from cssa.checklist.change_kinds import CHANGE_KINDS
from cssa.checklist.model import Checklist
from cssa.engine.contradictions import contradiction_findings
from cssa.engine.doubtful_answers import doubtful_answers
from cssa.engine.evidence_age import old_evidence
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
    checklist: Checklist,
    superseded: bool = False,
    stated_groups: tuple[str, ...] = (),
) -> tuple[Finding, ...]:
    """Return the findings of a submission: on all of it first, then in checklist order.

    Args:
        submission: the answers.
        practices: every practice of the checklist, in its order.
        profile: the profile questions that the institution may have answered.
        asked: those that it should have answered.
        as_of: date after which dates lie in the future.
        checklist: what was answered, with the rows of the institution.
        superseded: the answers were given before questions of this version were changed.
        stated_groups: ids of the groups that the answers select, where the campaign's count.
    """
    flags = submission.institution.flags
    findings = [
        *([Finding(code="superseded")] if superseded else ()),
        *_other_groups(submission.selected_groups, stated_groups),
        *_on_submission(submission, asked, practices, as_of),
        *doubtful_answers(submission, practices, profile),
        *contradiction_findings(checklist, submission, practices, as_of),
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


def _other_groups(counted: tuple[str, ...], stated: tuple[str, ...]) -> Iterator[Finding]:
    """Yield that the answers select other groups than those that count."""
    if stated and set(stated) != set(counted):
        params = {"stated": ", ".join(stated), "counted": ", ".join(counted)}
        yield Finding(code="other_groups", params=params)


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
    is_compared = submission.campaign is not None or asked.factors  # a size alone means nothing
    fields = {
        "campaign": submission.campaign,
        "assessed_on": submission.assessed_on,
        **({"institution.size": institution.size} if is_compared else {}),
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


def _out_of_scope(assessed: AssessedPractice) -> Iterator[Finding]:
    if assessed.answer.is_given:
        yield _finding(assessed, "answered_out_of_scope")


def _on_practice(
    assessed: AssessedPractice, flags: Mapping[str, bool], as_of: date
) -> Iterator[Finding]:
    answer, condition = assessed.answer, assessed.practice.asked_if
    if assessed.status == "out_of_scope":
        yield from _out_of_scope(assessed)
        return
    if condition and assessed.status == "not_asked":
        if answer.value_field:
            yield _finding(assessed, "answered_unasked", asked=condition.practice)
        return
    yield from _on_level(assessed, flags, as_of)
    if assessed.practice.legal and (answer.na or answer.not_adopted or answer.treatment):
        yield _finding(assessed, "legal_left_out")
    if answer.treatment and assessed.counted:
        yield from _on_treatment(assessed, answer.treatment, as_of)
    if answer.plan and answer.plan.is_overdue(as_of):
        yield _finding(assessed, "plan_overdue", date=str(answer.plan.due))
    if not answer.confirmed:
        yield _finding(assessed, "unconfirmed")
        yield from origin_findings(assessed)
    for field, day in _dates(assessed):
        if day > as_of:
            yield _finding(assessed, "date_in_future", field=field, date=str(day))


def origin_findings(assessed: AssessedPractice) -> Iterator[Finding]:
    """Yield why an answer that was carried over may no longer be right.

    Args:
        assessed: a practice with an answer that is not confirmed.
    """
    carried = assessed.answer.carried
    if carried is None:
        return
    practices = ", ".join(carried.from_)
    for name in carried.changes:
        kind = CHANGE_KINDS[name]
        if kind.shares_parts:
            yield _finding(assessed, f"carried_{name}", practices=practices)
        elif kind.is_doubtful:
            yield _finding(assessed, f"carried_{name}")
    if carried.checklist is not None:
        origin = {"practices": practices, "checklist": carried.checklist}
        yield _finding(assessed, "carried_crosswalk", **origin)


def _finding(assessed: AssessedPractice, code: str, **params: str | int) -> Finding:
    return Finding(code=code, practice=assessed.practice.id, params={**params})


def _on_evidence_age(assessed: AssessedPractice, as_of: date) -> Iterator[Finding]:
    """Yield that what is said to be done regularly is shown by evidence of an earlier round."""
    old = old_evidence(assessed.practice, assessed.answer, as_of)
    if old is not None:
        yield _finding(assessed, "evidence_old", date=str(old.date), every=old.every)


def _on_level(
    assessed: AssessedPractice, flags: Mapping[str, bool], as_of: date
) -> Iterator[Finding]:
    level, answer = assessed.level, assessed.answer
    if level is None:
        return
    open_points = _open_points(assessed, flags) if needs_points(assessed) else []
    if open_points:
        yield _finding(assessed, "points_open", level=level, points=", ".join(open_points))
    if needs_evidence(assessed) and not answer.evidence:
        yield _finding(assessed, "evidence_missing", level=level)
    if needs_points(assessed):
        yield from _on_evidence_age(assessed, as_of)
    for review in answer.review:
        if review.level != level:
            params = {"line": review.line, "level": review.level, "own": level}
            yield _finding(assessed, "review_differs", **params)
    if answer.review:
        yield from _not_reconsidered(assessed, level)


def _open_points(assessed: AssessedPractice, flags: Mapping[str, bool]) -> list[str]:
    """Return the ids of the required points that an answer does not cover."""
    return [
        point.id
        for point in assessed.practice.points
        if point.required
        and point.id not in assessed.answer.points
        and not (point.applies_if and point.applies_if.holds(flags) is False)
    ]


def _not_reconsidered(assessed: AssessedPractice, level: int) -> Iterator[Finding]:
    """Yield the reviews at a lower level after which the answer has stayed as it was."""
    for line in (SECOND_LINE, AUDIT):
        review = latest_review(assessed.answer, line)
        if review is None or review.level >= level:
            continue
        if is_reconsidered(assessed.answer, review) is False:
            facts = {"line": line, "level": review.level, "own": level}
            yield _finding(assessed, "review_open", date=str(review.on), **facts)


def needs_points(assessed: AssessedPractice) -> bool:
    """Return whether every required point should be covered at the level answered."""
    return assessed.level is not None and assessed.level >= assessed.practice.level_scale.in_place


def needs_evidence(assessed: AssessedPractice) -> bool:
    """Return whether evidence should be named at the level answered, which is above in place."""
    return assessed.level is not None and assessed.level > assessed.practice.level_scale.in_place


def _on_treatment(
    assessed: AssessedPractice, treatment: Treatment, as_of: date
) -> Iterator[Finding]:
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
