"""Conditions on the assessment: when it was made, on which checklist."""

from cssa.datafile.types import months_before, months_in
from cssa.gate.conditions.condition import (
    Condition,
    ConditionResult,
    EvaluationContext,
)
from cssa.gate.conditions.registry import register
from cssa.gate.conditions.values import NamesValue, PeriodValue
from cssa.gate.scopes import ScopeItem


@register
class AnsweredWithin(Condition[str]):
    """Age that the assessment may have."""

    name = "answered_within"
    value = PeriodValue()
    practice_wise = False
    counts_practices = False
    evaluates_unrateable = True
    answer_path = ("assessed_on",)
    met_when = (
        "点検日（`assessed_on`）がこの期間内",
        "`assessed_on` lies within this period",
    )
    demand = (
        "{subject}：点検日は{expected}以内（今は{actual}）。",
        "{subject}: assessed within {expected} (now {actual}).",
    )
    demand_of_practice = None
    shortfall = None
    remedy = (
        "{since}以降に点検し直し、assessed_onにその日を書いてください（判定日より後は数えません）。",
        "Assess anew, on {since} or later, and put that day into assessed_on (a day after the evaluation date does not count).",
    )
    remedy_of_some = None
    step = remedy

    def _evaluate(self, value: str, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
        del item
        assessed_on = context.submission.assessed_on
        oldest = months_before(context.as_of, months_in(value))
        met = assessed_on is not None and oldest <= assessed_on <= context.latest
        return ConditionResult(met=met, actual=None if assessed_on is None else str(assessed_on))


@register
class Editions(Condition[tuple[str, ...]]):
    """Checklist editions that answers may be of."""

    name = "editions"
    value = NamesValue()
    practice_wise = False
    counts_practices = False
    is_set_by_rules = False
    evaluates_unrateable = True
    answer_path = ("checklist", "version")
    met_when = (
        "使った点検票の版がこの中にある（ルールの中ではなく、`rules`と並べて書く）",
        "the checklist answered is one of these editions; written beside `rules`, not in a rule",
    )
    demand = (
        "使える点検票は{expected}（今は{actual}）。",
        "Checklist {expected} (now {actual}).",
    )
    demand_of_practice = None
    shortfall = None
    remedy = (
        "回答のchecklistを{expected}のどれかにして、見直してください。",
        "Set checklist in the answers to one of {expected}, and go through them again.",
    )
    remedy_of_some = None
    step = remedy

    def _evaluate(
        self, value: tuple[str, ...], item: ScopeItem, context: EvaluationContext
    ) -> ConditionResult:
        del item
        checklist = context.result.checklist
        edition = f"{checklist.id} {checklist.version}"
        return ConditionResult(met=edition in value, actual=edition)
