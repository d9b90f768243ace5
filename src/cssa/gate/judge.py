"""From a result and a policy to a verdict."""

from collections.abc import Iterator
from datetime import timedelta

from cssa.answers.sheet import AnswerSheet
from cssa.checklist.catalogue import Edition
from cssa.checklist.fingerprint import content_hash
from cssa.engine.result import Result
from cssa.gate.demands import DEMANDS, Case, Judged
from cssa.gate.policy import Policy, PolicyRule, Waiver
from cssa.gate.ratchet import Floor
from cssa.gate.subjects import Subject, subjects
from cssa.gate.verdict import Outcome, Place, PolicyInfo, Status, Verdict, WaiverOutcome

EXPIRES_SOON = timedelta(days=30)
"""How long before its end a waiver is pointed out."""


def judge(
    result: Result,
    policy: Policy,
    edition: Edition,
    sheet: AnswerSheet,
    *,
    floor: Floor | None = None,
    show_notes: bool = False,
) -> Verdict:
    """Hold a result against a policy.

    Args:
        result: the assessment's figures, at their as-of date.
        policy: the institution's own minimum.
        edition: the checklist answered.
        sheet: the answers, for evidence, reviews and places.
        floor: the kept result, for rules that allow no fall.
        show_notes: put the notes of the practices named into the verdict.
    """
    submission = sheet.submission
    in_force = [waiver for waiver in policy.waivers if waiver.expires >= result.as_of]
    case = Case(
        result=result,
        submission=submission,
        floor=floor,
        waived=frozenset(waiver.practice for waiver in in_force if waiver.practice),
        as_of=result.as_of,
        ranks={gap.practice: gap.rank for gap in result.gaps},
    )
    waived_rules = {waiver.rule for waiver in in_force if waiver.rule}
    outcomes = [
        *_edition_outcomes(policy, edition),
        *(
            outcome
            for rule in policy.rules
            for subject in subjects(rule.on, result, edition.checklist)
            for outcome in _outcomes(rule, subject, case, waived=rule.id in waived_rules)
        ),
    ]
    waivers = [_waiver(waiver, policy, case, edition, outcomes) for waiver in policy.waivers]
    named = dict.fromkeys(
        practice
        for outcome in outcomes
        if outcome.status != "met"
        for practice in outcome.practices
    )
    return Verdict(
        as_of=result.as_of,
        met=not any(one.status == "unmet" for one in outcomes)
        and not any(one.status == "expired" for one in waivers),
        policy=PolicyInfo(
            id=policy.id,
            content=content_hash(policy),
            approved=policy.is_approved,
            approved_by=policy.approved_by,
            approved_on=policy.approved_on,
        ),
        checklist=result.checklist,
        institution=result.institution,
        outcomes=tuple(outcomes),
        waivers=tuple(waivers),
        places={practice: _place(sheet, practice) for practice in named},
        notes={
            practice: note
            for practice in named
            if show_notes and (note := case.answer(practice).note)
        },
    )


def _edition_outcomes(policy: Policy, edition: Edition) -> Iterator[Outcome]:
    if policy.editions:
        checklist = edition.checklist
        allowed = [f"{one.id} {one.version}" for one in policy.editions]
        actual = f"{checklist.id} {checklist.version}"
        yield Outcome(
            rule="editions",
            condition="editions",
            subject="overall",
            status="met" if actual in allowed else "unmet",
            expected=", ".join(allowed),
            actual=actual,
        )


def _outcomes(rule: PolicyRule, subject: Subject, case: Case, *, waived: bool) -> Iterator[Outcome]:
    for condition, expected in rule.conditions.items():
        judged = DEMANDS[condition](expected, subject, case)
        yield Outcome(
            rule=rule.id,
            condition=condition,
            subject=subject.name,
            status=_status(judged, subject, case, waived=waived),
            expected=str(expected).lower() if isinstance(expected, bool) else str(expected),
            actual=judged.actual,
            shortfall=judged.shortfall,
            practices=judged.practices or _own(subject, judged),
            reason=judged.reason,
        )


def _own(subject: Subject, judged: Judged) -> tuple[str, ...]:
    """Name the practice of a rule on a single one, so that it can be found."""
    return (subject.practices[0].id,) if subject.figure is None and judged.met is False else ()


def _status(judged: Judged, subject: Subject, case: Case, *, waived: bool) -> Status:
    if judged.met is None:
        return "skipped"
    if judged.met:
        return "met"
    alone = subject.practices[0].id if subject.figure is None else None
    return "waived" if waived or alone in case.waived else "unmet"


def _waiver(
    waiver: Waiver, policy: Policy, case: Case, edition: Edition, outcomes: list[Outcome]
) -> WaiverOutcome:
    if waiver.expires < case.as_of:
        status = "expired"
    elif not _is_used(waiver, policy, case, edition, outcomes):
        status = "unused"
    elif waiver.expires <= case.as_of + EXPIRES_SOON:
        status = "expiring"
    else:
        status = "used"
    return WaiverOutcome.model_validate(
        {
            "subject": waiver.subject,
            "status": status,
            **waiver.model_dump(exclude={"practice", "rule"}),
        }
    )


def _is_used(
    waiver: Waiver, policy: Policy, case: Case, edition: Edition, outcomes: list[Outcome]
) -> bool:
    """Tell whether anything would change without a waiver."""
    if waiver.rule is not None:
        return any(one.rule == waiver.rule and one.status == "waived" for one in outcomes)
    without = Case(
        result=case.result,
        submission=case.submission,
        floor=case.floor,
        waived=case.waived - {waiver.practice},
        as_of=case.as_of,
        ranks=case.ranks,
    )
    for rule in policy.rules:
        for subject in subjects(rule.on, case.result, edition.checklist):
            if not any(one.id == waiver.practice for one in subject.practices):
                continue
            for condition, expected in rule.conditions.items():
                judged = DEMANDS[condition](expected, subject, without)
                if judged.met is False and waiver.practice in (
                    *judged.practices,
                    *_own(subject, judged),
                ):
                    return True
    return False


def _place(sheet: AnswerSheet, practice_id: str) -> Place:
    where = sheet.location(practice_id)
    return Place(path=where.path, line=where.line, column=where.column)
