"""Conditions on shares of practices."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

from cssa.engine.result import PracticeResult
from cssa.engine.status import OUTSIDE_COVERAGE, OUTSIDE_SCOPE
from cssa.gate.conditions.condition import (
    Condition,
    ConditionResult,
    EvaluationContext,
    nothing_to_evaluate,
)
from cssa.gate.conditions.registry import register
from cssa.gate.conditions.values import ShareValue
from cssa.gate.scopes import ScopeItem


@register
class MinCoverage(Condition[Decimal]):
    """Least share of practices in scope that are not unanswered."""

    name = "min_coverage"
    stricter = "higher"
    value = ShareValue()
    practice_wise = False
    counts_practices = False
    met_when = (
        "対象のうち、未回答でないものの割合がこれ以上",
        "at least this share of the practices in scope is not unanswered",
    )
    demand = (
        "{subject}：回答率は{expected}以上（現在は{actual}）。",
        "{subject}: at least {expected} answered (currently {actual}).",
    )
    demand_of_practice = None
    shortfall = (
        "{actual}、あと{missing}ポイント",
        "{actual}, {missing} percentage {missing:point|points} short",
    )
    remedy = (
        "次の{count}件に回答してください。",
        "Answer these ({count}):",
    )
    remedy_of_some = (
        "次の{count}件のうち{enough}件に回答してください。",
        "Answer {enough} of these {count}:",
    )
    step = (
        "回答してください。",
        "Answer it.",
    )

    def _evaluate(
        self, value: Decimal, item: ScopeItem, context: EvaluationContext
    ) -> ConditionResult:
        in_scope = [practice for practice in item.practices if practice.status not in OUTSIDE_SCOPE]
        if not in_scope:
            return nothing_to_evaluate(item)
        unanswered = [practice for practice in in_scope if practice.status == "unanswered"]
        share = 1 - Fraction(len(unanswered), len(in_scope))
        return _share_result(share, Fraction(value) - share, unanswered, len(in_scope), context)


@register
class MaxLeftOut(Condition[Decimal]):
    """Largest share not applicable or out of scope together."""

    name = "max_left_out"
    stricter = "lower"
    value = ShareValue()
    practice_wise = False
    counts_practices = False
    met_when = (
        "該当なしと対象外を合わせた割合がこれ以下",
        "at most this share is not applicable or out of scope",
    )
    demand = (
        "{subject}：該当なしと対象外は合わせて{expected}まで（現在は{actual}）。",
        "{subject}: at most {expected} not applicable or out of scope (currently {actual}).",
    )
    demand_of_practice = None
    shortfall = (
        "{actual}、{missing}ポイント超過",
        "{actual}, {missing} percentage {missing:point|points} over",
    )
    remedy = (
        "次の{count}件について、該当なしの理由と属性を見直してください。",
        "Review the reasons and the profile that exclude these ({count}):",
    )
    remedy_of_some = (
        "次の{count}件のうち{enough}件以上について、該当なしの理由と属性を見直してください。",
        "Review the reasons and the profile that exclude these; at least {enough} of {count} must be included again:",
    )
    step = (
        "該当なしの理由と属性を見直してください。",
        "Review the reason or the profile that excludes it.",
    )

    def _evaluate(
        self, value: Decimal, item: ScopeItem, context: EvaluationContext
    ) -> ConditionResult:
        practices = [
            practice for practice in item.practices if practice.status not in OUTSIDE_COVERAGE
        ]
        if not practices:
            return nothing_to_evaluate(item)
        left_out = [
            practice
            for practice in practices
            if practice.status in ("not_applicable", "out_of_scope")
        ]
        share = Fraction(len(left_out), len(practices))
        return _share_result(share, share - Fraction(value), left_out, len(practices), context)


def _share_result(
    share: Fraction,
    shortfall: Fraction,
    to_change: list[PracticeResult],
    total: int,
    context: EvaluationContext,
) -> ConditionResult:
    """Return the result of a condition on a share of practices.

    Args:
        share: the share there is.
        shortfall: by how much it misses the bound; 0 or less where it is met.
        to_change: the practices whose change would bring it nearer.
        total: number of practices of which the share is taken.
        context: the assessment and the baseline.
    """
    if shortfall <= 0:
        return ConditionResult(met=True, actual=str(share))
    return ConditionResult(
        met=False,
        actual=str(share),
        shortfall=str(shortfall),
        practices=context.in_order(to_change),
        enough=ceil(shortfall * total),
    )
