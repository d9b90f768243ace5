"""Conditions on the assessment: when it was made, on which checklist."""

from cssa.datafile.types import span_of
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
    stricter = "lower"
    runs_out = True
    value = PeriodValue()
    practice_wise = False
    counts_practices = False
    evaluates_unrateable = True
    answer_path = ("assessed_on",)
    met_when = (
        "点検日（`assessed_on`）がこの期間内",
        "`assessed_on` is within this period",
    )
    demand = (
        "{subject}：点検日は{expected}以内（現在は{actual}）。",
        "{subject}: assessed within {expected} (currently {actual}).",
    )
    demand_of_practice = None
    shortfall = None
    remedy = (
        "{since}以降に改めて点検し、assessed_onにその日付を記入してください（判定日より後の日付は有効ではありません）。",
        "Repeat the assessment on {since} or later, and enter that date as assessed_on (a date after the evaluation date does not count).",
    )
    remedy_of_some = None
    step = remedy

    def _evaluate(self, value: str, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
        del item
        assessed_on = context.submission.assessed_on
        oldest = span_of(value).before(context.as_of)
        met = assessed_on is not None and oldest <= assessed_on <= context.latest
        return ConditionResult(met=met, actual=None if assessed_on is None else str(assessed_on))


@register
class Editions(Condition[tuple[str, ...]]):
    """Checklist editions that answers may be of."""

    name = "editions"
    stricter = "same"
    value = NamesValue()
    practice_wise = False
    counts_practices = False
    is_set_by_rules = False
    evaluates_unrateable = True
    answer_path = ("checklist", "version")
    met_when = (
        "使用した点検票の版がこの中にある（ルールの中ではなく、`rules`と並べて記載する）",
        "the checklist answered is one of these versions; specified beside `rules`, not in a rule",
    )
    demand = (
        "使用できる点検票は{expected}（現在は{actual}）。",
        "Checklist {expected} (currently {actual}).",
    )
    demand_of_practice = None
    shortfall = None
    remedy = (
        "回答を{expected}のいずれかに引き継ぎ（`cssa answers carry`）、見直してください。",
        "Carry the answers over to one of {expected} (`cssa answers carry`), and review them.",
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
