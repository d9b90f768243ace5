"""Conditions on accepted risks and alternative measures: how many, and for how long."""

from cssa.datafile.types import span_of
from cssa.engine.result import PracticeResult
from cssa.gate.conditions.condition import (
    Condition,
    ConditionResult,
    EvaluationContext,
    EveryPracticeCondition,
    nothing_to_evaluate,
)
from cssa.gate.conditions.registry import register
from cssa.gate.conditions.values import CountValue, PeriodValue
from cssa.gate.scopes import ScopeItem


@register
class MaxTreated(Condition[int]):
    """Most practices with an accepted risk or an alternative measure."""

    name = "max_treated"
    stricter = "lower"
    value = CountValue()
    practice_wise = True
    counts_practices = True
    met_when = (
        "有効なリスク受容・代替措置のある対応事項がこの件数まで",
        "no more practices than this have a valid accepted risk or alternative measure",
    )
    demand = (
        "{subject}：リスク受容・代替措置は{expected}件まで（現在は{actual}）。",
        "{subject}: at most {expected} accepted {expected:risk or alternative measure|risks and alternative measures} (currently {actual}).",
    )
    demand_of_practice = None
    shortfall = (
        "{actual}件、{missing}件超過",
        "{actual}, {missing} too many",
    )
    remedy = (
        "次の{count}件を目標の段階に到達させ、リスク受容・代替措置を終了してください。",
        "Raise these to their targets, and end the treatment ({count}):",
    )
    remedy_of_some = (
        "次の{count}件のうち{enough}件を目標の段階に到達させ、リスク受容・代替措置を終了してください。",
        "Raise {enough} of these {count} to their targets, and end the treatment:",
    )
    step = (
        "目標の段階に到達させ、リスク受容・代替措置を終了してください。",
        "Raise it to its target, and end the treatment.",
    )

    def _evaluate(self, value: int, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
        if not item.counted:
            return nothing_to_evaluate(item)
        treated = context.in_order([practice for practice in item.counted if practice.treated])
        excess = len(treated) - value
        if excess <= 0:
            return ConditionResult(met=True, actual=str(len(treated)))
        return ConditionResult(
            met=False,
            actual=str(len(treated)),
            shortfall=str(excess),
            practices=treated,
            enough=excess,
        )


@register
class TreatmentWithin(EveryPracticeCondition[str]):
    """Longest time from the approval of a treatment to its review."""

    name = "treatment_within"
    stricter = "lower"
    value = PeriodValue()
    met_when = (
        "有効なリスク受容・代替措置の見直し期限が、どれも承認からこの期間内",
        "every valid accepted risk or alternative measure has a review date within this period of its approval",
    )
    demand = (
        "{subject}：リスク受容・代替措置の見直しは承認から{expected}以内（超えるもの{actual}件）。",
        "{subject}: every accepted risk and alternative measure must be reviewed within {expected} of its approval (later: {actual}).",
    )
    demand_of_practice = None
    remedy = (
        "次の{count}件の見直し期限（review_by）を、承認から{expected}以内に変更してください。",
        "Set review_by of these to within {expected} of approval ({count}):",
    )
    step = (
        "見直し期限（review_by）を、承認から{expected}以内に変更してください。",
        "Set review_by to within {expected} of approval.",
    )

    def _misses(self, practice: PracticeResult, value: str, context: EvaluationContext) -> bool:
        treatment = context.answer(practice.id).treatment
        if treatment is None or not practice.treated:
            return False
        return span_of(value).before(treatment.review_by) > treatment.approved_on
