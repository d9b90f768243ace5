"""Conditions on plans for what is below target."""

from cssa.answers.placeholders import is_placeholder
from cssa.engine.result import PracticeResult
from cssa.gate.conditions.condition import EvaluationContext, EveryPracticeCondition
from cssa.gate.conditions.registry import register
from cssa.gate.conditions.scores import is_below_target
from cssa.gate.conditions.values import FlagValue


@register
class Planned(EveryPracticeCondition[bool]):
    """Whatever is below its target has a plan with an owner and a date that has not passed."""

    name = "planned"
    stricter = "same"
    runs_out = True
    value = FlagValue()
    is_figure = True
    met_when = (
        "目標を下回る対応事項のすべてに、担当（`owner`）と、判定日以降の期日（`due`）のある、未着手又は対応中の改善計画がある（有効なリスク受容・代替措置のあるものを除く）",
        "every practice below target has an open plan with an owner and a due date no earlier than the evaluation date, except those with a valid accepted risk or alternative measure",
    )
    demand = (
        "{subject}：目標を下回るものには、担当と期日のある改善計画を記載する（ないもの{actual}件）。",
        "{subject}: a plan with an owner and a due date for whatever is below target (without: {actual}).",
    )
    demand_of_practice = (
        "{subject}：目標を下回る間は、担当と期日のある改善計画を記載する。",
        "{subject}: a plan with an owner and a due date while it is below target.",
    )
    remedy = (
        "次の{count}件に、担当と判定日以降の期日のある、未着手又は対応中の改善計画を記載してください（plan: {{owner: 部署名, due: 日付}}）。",
        "Give these an open plan (not done or dropped) with an owner and a due date no earlier than the evaluation date ({count}): plan: {{owner: FUNCTION, due: DATE}}",
    )
    step = (
        "担当と判定日以降の期日のある、未着手又は対応中の改善計画を記載してください（plan: {{owner: 部署名, due: 日付}}）。",
        "Give it an open plan (not done or dropped) with an owner and a due date no earlier than the evaluation date: plan: {{owner: FUNCTION, due: DATE}}",
    )

    def _misses(
        self,
        practice: PracticeResult,
        value: bool,  # noqa: FBT001 - the key is a flag
        context: EvaluationContext,
    ) -> bool:
        del value  # a rule without the condition may say false
        if not is_below_target(practice) or practice.treated:
            return False
        plan = context.answer(practice.id).plan
        return (
            plan is None
            or not plan.is_live
            or is_placeholder(plan.owner or "")
            or plan.due is None
            or plan.due < context.as_of
        )
