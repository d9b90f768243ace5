"""The status of each practice under one submission, its value, its target and its gap."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Literal, NamedTuple

from cssa.answers.asked_if import is_asked
from cssa.answers.submission import NO_ANSWER, Answer, Submission
from cssa.checklist.model import Checklist, PlacedPractice
from cssa.checklist.practice import Practice
from cssa.engine.treatment_faults import TreatmentFault, treatment_faults
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.targets import RiskLevel, Targets

Status = Literal[
    "out_of_scope",
    "not_asked",
    "informative",
    "not_applicable",
    "not_adopted",
    "answered",
    "unanswered",
]

OUTSIDE_COVERAGE: tuple[Status, ...] = ("not_asked", "informative")
"""Statuses of questions that another answer leaves out, and of those that give no level."""

OUTSIDE_SCOPE: tuple[Status, ...] = ("out_of_scope", *OUTSIDE_COVERAGE)
"""These, and that of practices that profile or groups exclude."""


class AssessedPractice(NamedTuple):
    """One practice under one submission (docs/scoring.md, rules 1, 3 and 9).

    Attributes:
        placed: the practice with its domain and section.
        practice: the practice.
        status: the first that applies.
        answer: the answer given, ``NO_ANSWER`` where there is none.
        level: the level answered; None unless answered.
        counted: it has a value, being answered or unanswered.
        value: the level, or the lowest of the scale when unanswered.
        weight: weight in the domain's score, the scheme's times the practice's own; 0 where the
            scheme does not score the tier.
        scored: it enters the scores.
        target: level expected; None where none is, or where the practice is not counted.
        treated: counted, with a valid accepted risk or alternative measure.
        treatment_faults: what keeps its accepted risk or alternative measure from being valid.
        asked: false for a question that another answer leaves out (``asked_if``), None while that
            answer is missing.
        gap: levels missing to the target; None without a target, and where a valid alternative
            measure stands. A risk that is accepted remains a gap.
    """

    placed: PlacedPractice
    practice: Practice
    status: Status
    answer: Answer
    level: int | None
    counted: bool
    value: int
    weight: int
    scored: bool
    target: int | None
    treated: bool
    treatment_faults: tuple[TreatmentFault, ...]
    asked: bool | None
    gap: int | None

    @property
    def enters_lowest_level(self) -> bool:
        """Whether its value enters the lowest level of its domain (docs/scoring.md, rule 4)."""
        return self.counted and self.practice.tier == "basic"

    @property
    def leaves_level_open(self) -> bool:
        """Whether its domain's lowest level cannot be determined without its answer."""
        return self.status == "unanswered" and self.practice.tier == "basic"

    @property
    def is_in_scope(self) -> bool:
        """Whether it is among the practices of which completeness is a share."""
        return self.status not in OUTSIDE_SCOPE

    @property
    def below_target(self) -> bool:
        """Whether it lies below its target, and no valid alternative measure stands in for it."""
        return bool(self.gap)


def assess_practices(
    checklist: Checklist,
    submission: Submission,
    *,
    scheme: Scheme,
    targets: Targets,
    risk: RiskLevel,
    as_of: date,
) -> tuple[AssessedPractice, ...]:
    """Return every practice with its status and value, in checklist order.

    Args:
        checklist: the checklist answered.
        submission: the answers, already checked against the checklist.
        scheme: weights by tier.
        targets: levels expected by risk profile.
        risk: the institution's risk profile.
        as_of: date on which treatments must be valid.
    """
    flags, selected = submission.institution.flags, frozenset(submission.selected_groups)
    supersession = checklist.supersession(submission.checklist.fingerprint)
    changed = frozenset(supersession.practices) if supersession else frozenset()
    return tuple(
        _assess_practice(
            placed,
            in_scope=is_in_scope(placed.practice, flags, selected),
            is_scored=checklist.scored,
            answer=_current_answer(submission, placed.practice.id, changed),
            scheme=scheme,
            targets=targets,
            risk=risk,
            respondent=submission.approval.respondent,
            asked=is_asked(placed.practice, checklist, submission.answers),
            as_of=as_of,
        )
        for placed in checklist.placed.values()
    )


def _current_answer(submission: Submission, practice_id: str, changed: frozenset[str]) -> Answer:
    """Return the answer to a practice, to be confirmed where the question has changed since."""
    answer = submission.answers.get(practice_id, NO_ANSWER)
    if practice_id in changed and answer is not NO_ANSWER:
        return answer.model_copy(update={"confirmed": False})
    return answer


def _assess_practice(
    placed: PlacedPractice,
    *,
    in_scope: bool,
    is_scored: bool,
    answer: Answer,
    scheme: Scheme,
    targets: Targets,
    risk: RiskLevel,
    respondent: str | None,
    asked: bool | None,
    as_of: date,
) -> AssessedPractice:
    practice = placed.practice
    level = level_of(practice, answer)
    status: Status = "out_of_scope"
    if in_scope and asked is False:
        status = "not_asked"
    elif in_scope and is_scored:
        status = _status(practice, answer, level)
    elif in_scope:
        status = _status_without_score(practice, answer)
    counted = is_scored and status in ("answered", "unanswered")
    adopted = practice.tier == "basic" or status == "answered"
    if status != "answered":
        level = None
    value = practice.level_scale.value(level)
    weight = scheme.weight(practice.tier) * practice.weight
    target = targets.target(placed, risk, adopted=adopted) if counted else None
    treatment = answer.treatment
    faults = treatment_faults(practice, answer, respondent, as_of)
    treated = counted and treatment is not None and not faults
    is_replaced = treated and treatment is not None and treatment.kind == "alternative"
    return AssessedPractice(
        placed=placed,
        practice=practice,
        status=status,
        answer=answer,
        level=level,
        counted=counted,
        value=value,
        weight=weight,
        scored=counted and weight > 0,
        target=target,
        treated=treated,
        treatment_faults=faults,
        asked=asked,
        gap=None if target is None or is_replaced else max(0, target - value),
    )


def is_in_scope(
    practice: Practice, flags: Mapping[str, bool], selected_groups: Collection[str]
) -> bool:
    """Return whether a practice concerns an institution (docs/scoring.md, rule 1).

    Args:
        practice: a practice.
        flags: the profile flags stated.
        selected_groups: ids of the groups of practices selected; none selected is all.
    """
    if not is_in_groups(practice, selected_groups):
        return False
    return practice.applies_if is None or practice.applies_if.holds(flags) is not False


def is_in_groups(practice: Practice, selected_groups: Collection[str]) -> bool:
    """Return whether a practice is in one of the groups selected; none selected is all."""
    return not selected_groups or any(group in selected_groups for group in practice.groups)


def _status(practice: Practice, answer: Answer, level: int | None) -> Status:
    if not practice.gives_level:
        return "informative"
    if answer.na:
        return "not_applicable"
    if answer.not_adopted:
        return "not_adopted"
    return "unanswered" if level is None else "answered"


def _status_without_score(practice: Practice, answer: Answer) -> Status:
    """Return the status on a checklist that is not scored, where every question is answered."""
    if answer.na:
        return "not_applicable"
    if answer.not_adopted:
        return "not_adopted"
    return "answered" if is_complete(practice, answer) else "unanswered"


def is_complete(practice: Practice, answer: Answer) -> bool:
    """Return whether an answer has a value, and leaves no row of the question open.

    Args:
        practice: the practice answered.
        answer: an answer of the practice's kind.
    """
    value = answer.value_to(practice)
    return value is not None and practice.question_kind.is_complete(practice, value)


def level_of(practice: Practice, answer: Answer) -> int | None:
    """Return the level that an answer gives, None where it gives none.

    Args:
        practice: the practice answered.
        answer: an answer of the practice's kind.
    """
    value = answer.value_to(practice)
    if value is None:
        return None
    level: int | None = practice.question_kind.level(practice, value)
    return level
