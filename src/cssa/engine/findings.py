"""What an assessment's reader should know that no figure says."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from cssa.answers.submission import Institution, Submission, has_right_check_digit
from cssa.engine.result import Finding
from cssa.engine.status import AssessedPractice
from cssa.scheme.profile import ProfileQuestions

POINTS_FROM = 3
"""Level from which required points should be ticked."""

EVIDENCE_FROM = 4
"""Level from which evidence should be named."""

REVIEW_SOON = timedelta(days=30)
"""How long before its review date a treatment is pointed out."""


def submission_findings(
    submission: Submission,
    standings: Sequence[AssessedPractice],
    profile: ProfileQuestions,
    as_of: date,
) -> tuple[Finding, ...]:
    """Return the findings of a submission, those on the whole of it first."""
    flags = submission.institution.flags
    found = [
        *_on_submission(submission, profile, standings, as_of),
        *(
            one
            for standing in standings
            if standing.practice.id in submission.answers
            for one in _on_practice(standing, flags, as_of)
        ),
    ]
    seen = {(one.code, one.practice, *one.params.items()): one for one in found}
    return tuple(seen.values())


def _on_submission(
    submission: Submission,
    profile: ProfileQuestions,
    standings: Sequence[AssessedPractice],
    as_of: date,
) -> Iterator[Finding]:
    institution = submission.institution
    yield from _missing(submission, profile)
    if institution.is_corporate_number and not has_right_check_digit(institution.id):
        yield Finding(code="check_digit", params={"id": institution.id})
    yield from _unexplained_flags(institution, standings)
    dates = {
        "assessed_on": submission.assessed_on,
        "reported_to_board": submission.approval.reported_to_board,
    }
    for field, given in dates.items():
        if given is not None and given > as_of:
            yield Finding(code="date_in_future", params={"field": field, "date": str(given)})


def _missing(submission: Submission, profile: ProfileQuestions) -> Iterator[Finding]:
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
    unstated = [flag.id for flag in profile.flags if flag.id not in institution.profile]
    if unstated:
        yield Finding(
            code="profile_unstated",
            params={"count": len(unstated), "names": ", ".join(unstated)},
        )
    open_factors = [
        factor.id
        for factor in profile.factors
        if factor.key and factor.id not in institution.risk.factors
    ]
    if open_factors and institution.risk.override is None:
        yield Finding(code="risk_unstated", params={"names": ", ".join(open_factors)})


def _unexplained_flags(
    institution: Institution, standings: Sequence[AssessedPractice]
) -> Iterator[Finding]:
    """Point out false flags without a reason that take basic practices away."""
    lost: dict[str, list[str]] = {}
    for item in standings:
        condition = item.practice.applies_if
        if condition and item.status == "out_of_scope" and item.practice.tier == "basic":
            for flag in condition.taken_by(institution.flags):
                lost.setdefault(flag, []).append(item.practice.id)
    for name, stated in institution.profile.items():
        if name in lost and not stated.reason:
            yield Finding(
                code="flag_without_reason",
                params={"flag": name, "practices": ", ".join(lost[name])},
            )


def _on_practice(
    standing: AssessedPractice, flags: Mapping[str, bool], as_of: date
) -> Iterator[Finding]:
    if standing.status == "out_of_scope":
        yield _found(standing, "answered_out_of_scope")
        return
    yield from _on_level(standing, flags)
    answer = standing.answer
    if standing.practice.legal and (answer.na or answer.not_adopted or answer.treatment):
        yield _found(standing, "legal_left_out")
    yield from _on_treatment(standing, as_of)
    if not answer.confirmed:
        yield _found(standing, "unconfirmed")
    for field, given in _dates(standing):
        if given > as_of:
            yield _found(standing, "date_in_future", field=field, date=str(given))


def _found(standing: AssessedPractice, code: str, **params: str | int) -> Finding:
    return Finding(code=code, practice=standing.practice.id, params={**params})


def _on_level(standing: AssessedPractice, flags: Mapping[str, bool]) -> Iterator[Finding]:
    level, answer = standing.level, standing.answer
    if level is None:
        return
    open_points = [
        point.id
        for point in standing.practice.points
        if point.required
        and point.id not in answer.points
        and not (point.applies_if and point.applies_if.holds(flags) is False)
    ]
    if level >= POINTS_FROM and open_points:
        yield _found(standing, "points_open", level=level, points=", ".join(open_points))
    if level >= EVIDENCE_FROM and not answer.evidence:
        yield _found(standing, "evidence_missing", level=level)
    for review in answer.review:
        if review.level != level:
            params = {"line": review.line, "level": review.level, "own": level}
            yield _found(standing, "review_differs", **params)


def _on_treatment(standing: AssessedPractice, as_of: date) -> Iterator[Finding]:
    treatment = standing.answer.treatment
    if treatment is None or not standing.counted:
        return
    if treatment.review_by < as_of:
        yield _found(standing, "treatment_expired", date=str(treatment.review_by))
    elif treatment.review_by <= as_of + REVIEW_SOON:
        yield _found(standing, "treatment_review_soon", date=str(treatment.review_by))


def _dates(standing: AssessedPractice) -> Iterator[tuple[str, date]]:
    answer = standing.answer
    if answer.last_done:
        yield "last_done", answer.last_done
    for evidence in answer.evidence:
        if evidence.date:
            yield "evidence.date", evidence.date
    for review in answer.review:
        yield "review.on", review.on
    if answer.treatment:
        yield "treatment.approved_on", answer.treatment.approved_on
