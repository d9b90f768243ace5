"""From a result and a policy to a verdict."""

from collections.abc import Iterator
from typing import NamedTuple

from cssa.answers.loading import LoadedAnswers
from cssa.checklist.catalogue import Edition
from cssa.checklist.fingerprint import content_hash
from cssa.engine.result import Result
from cssa.gate.baseline import Baseline, floor_values
from cssa.gate.conditions import COUNTING, ConditionResult, EvaluationContext, evaluate_condition
from cssa.gate.policy import EDITIONS, LoadedPolicy, Policy, PolicyRule
from cssa.gate.scopes import ScopeItem, scope_items
from cssa.gate.verdict import Outcome, Place, PolicyInfo, Status, Verdict
from cssa.gate.waivers import Waivers
from cssa.location import CellLocation


def evaluate(
    result: Result,
    policy: LoadedPolicy,
    edition: Edition,
    sheet: LoadedAnswers,
    *,
    floor: Baseline | None = None,
    show_notes: bool = False,
) -> Verdict:
    """Hold a result against a policy.

    Args:
        result: the assessment's figures, at their as-of date.
        policy: the institution's own minimum.
        edition: the checklist answered.
        sheet: the answers, for evidence, reviews and places.
        floor: the kept result, for rules that allow no fall.
        show_notes: put notes and evidence of the practices named into the verdict.
    """
    bench = _Evaluator(
        result, edition, sheet, Waivers(policy, edition.checklist, result.as_of), floor
    )
    outcomes = tuple(bench.outcomes(policy.policy))
    waivers = bench.waivers.outcomes(outcomes)
    named = _named(outcomes)
    answers = {one: sheet.submission.answers.get(one) for one in named} if show_notes else {}
    return Verdict(
        as_of=result.as_of,
        met=not any(one.status == "unmet" for one in outcomes)
        and not any(one.status == "expired" for one in waivers),
        policy=_policy(policy.policy, result),
        checklist=result.checklist,
        institution=result.institution,
        outcomes=outcomes,
        waivers=waivers,
        places={practice: bench.place(practice) for practice in named},
        notes={one: answer.note for one, answer in answers.items() if answer and answer.note},
        evidence={
            one: answer.evidence for one, answer in answers.items() if answer and answer.evidence
        },
    )


def _named(outcomes: tuple[Outcome, ...]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            practice
            for outcome in outcomes
            if outcome.status != "met"
            for practice in (*outcome.practices, *outcome.excused)
        )
    )


def _without(excused: int, judged: ConditionResult) -> ConditionResult:
    """Return a count of practices without those excused."""

    def less(count: str | None) -> str | None:
        return None if count is None else str(int(count) - excused)

    return judged._replace(
        actual=less(judged.actual),
        shortfall=less(judged.shortfall),
        enough=None if judged.enough is None else judged.enough - excused,
    )


def _as_written(expected: object) -> str:
    return "true" if expected is True else str(expected)


def _policy(policy: Policy, result: Result) -> PolicyInfo:
    return PolicyInfo(
        id=policy.id,
        content=content_hash(policy),
        approved=policy.is_approved(result.as_of),
        approved_by=policy.approved_by,
        approved_on=policy.approved_on,
    )


class _Evaluator(NamedTuple):
    """What one run judges with."""

    result: Result
    edition: Edition
    sheet: LoadedAnswers
    waivers: Waivers
    floor: Baseline | None

    def outcomes(self, policy: Policy) -> Iterator[Outcome]:
        """Yield an outcome for every demand, in the policy's order."""
        if policy.editions:
            yield self._edition(policy)
        now = floor_values(self.result)
        kept = None if self.floor is None else floor_values(self.floor.result)
        ranks = {gap.practice: gap.rank for gap in self.result.gaps}
        for rule in policy.rules:
            case = EvaluationContext(rule, self.result, self.sheet.submission, now, kept, ranks)
            for subject in scope_items(rule.on, self.result, self.edition.checklist):
                for condition, expected in rule.conditions.items():
                    judged = evaluate_condition(condition, expected, subject, case)
                    yield self._outcome(rule, condition, subject, judged)

    def _edition(self, policy: Policy) -> Outcome:
        checklist = self.edition.checklist
        allowed = [f"{one.id} {one.version}" for one in policy.editions]
        actual = f"{checklist.id} {checklist.version}"
        missed: Status = "waived" if self.waivers.waives(EDITIONS) else "unmet"
        return Outcome(
            rule=EDITIONS,
            condition=EDITIONS,
            subject="overall",
            status="met" if actual in allowed else missed,
            expected=", ".join(allowed),
            actual=actual,
            place=self._place(("checklist", "version")),
        )

    def _outcome(
        self, rule: PolicyRule, condition: str, subject: ScopeItem, judged: ConditionResult
    ) -> Outcome:
        status: Status = "met" if judged.met else "skipped"
        excused: tuple[str, ...] = ()
        if judged.met is False:
            status, excused = self.waivers.excuse(rule, condition, subject, judged)
        practices = judged.practices
        if not practices and judged.met is not True and subject.alone is not None:
            practices = (subject.alone.id,)
        practices = tuple(one for one in practices if one not in excused)
        if status == "unmet" and excused and condition in COUNTING:
            judged = _without(len(excused), judged)
        expected = rule.conditions[condition]
        enough = judged.enough
        return Outcome(
            rule=rule.id,
            condition=condition,
            subject=subject.name,
            status=status,
            expected=judged.expected or _as_written(expected),
            actual=judged.actual,
            shortfall=judged.shortfall,
            practices=practices,
            enough=enough if enough is not None and enough < len(practices) else None,
            aim=judged.aim,
            before=judged.before,
            excused=excused,
            reason=judged.reason,
            place=self._start(condition, practices),
        )

    def _start(self, condition: str, practices: tuple[str, ...]) -> Place:
        if condition == "answered_within":
            return self._place(("assessed_on",))
        return self.place(practices[0]) if practices else self._place(("answers",))

    def place(self, practice: str) -> Place:
        """Return where a practice has its level or its blank cell, else where answers begin."""
        answer = self.sheet.submission.answers.get(practice)
        if answer is None:
            return self._place(self.sheet.document.known(("answers", practice)))
        field = answer.value_field or ("na" if answer.na else "not_adopted")
        return self._place(self.sheet.document.known(("answers", practice, field)))

    def _place(self, path: tuple[str | int, ...]) -> Place:
        where = self.sheet.document.location(path, key=True)
        if isinstance(where, CellLocation):
            return Place(
                path=where.path, line=None, column=None, sheet=where.sheet, cell=where.cell
            )
        return Place(path=where.path, line=where.line, column=where.column)
