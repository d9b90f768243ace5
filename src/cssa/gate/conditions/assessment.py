"""Conditions on the assessment: when it was made, who reviewed it, on which checklist."""

from cssa.datafile.types import months_before, months_in
from cssa.engine.result import PracticeResult
from cssa.gate.conditions.condition import (
    Condition,
    ConditionResult,
    EvaluationContext,
    EveryPracticeCondition,
)
from cssa.gate.conditions.registry import register
from cssa.gate.conditions.values import Line, Names, Period
from cssa.gate.scopes import ScopeItem


@register
class AnsweredWithin(Condition[str]):
    """Age that the assessment may have."""

    name = "answered_within"
    value = Period()
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
        met = assessed_on is not None and oldest <= assessed_on <= context.as_of
        return ConditionResult(met=met, actual=None if assessed_on is None else str(assessed_on))


@register
class ReviewedByLine(EveryPracticeCondition[int]):
    """2 or 3; that line has reviewed the practices."""

    name = "reviewed_by_line"
    value = Line()
    met_when = (
        "第2線又は第3線が、数える対応事項をすべて確認済み",
        "line 2 or 3 has reviewed every counted practice",
    )
    demand = (
        "{subject}：第{expected}線が確認済み（ないもの{actual}件）。",
        "{subject}: reviewed by line {expected} (without: {actual}).",
    )
    demand_of_practice = None
    remedy = (
        "次の{count}件に第{expected}線の評価を書いてください（review: [{{line: {expected}, level: 段階, by: 評価者, on: 日付}}]）。",
        "Add line {expected}'s review to these ({count}): review: [{{line: {expected}, level: LEVEL, by: WHO, on: DATE}}]",
    )
    step = (
        "第{expected}線の評価を書いてください（review: [{{line: {expected}, level: 段階, by: 評価者, on: 日付}}]）。",
        "Add line {expected}'s review: review: [{{line: {expected}, level: LEVEL, by: WHO, on: DATE}}]",
    )

    def _misses(self, practice: PracticeResult, value: int, context: EvaluationContext) -> bool:
        return not any(
            review.line == value and review.on <= context.as_of
            for review in context.answer(practice.id).review
        )


@register
class Editions(Condition[tuple[str, ...]]):
    """Checklist editions that answers may be of."""

    name = "editions"
    value = Names()
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
