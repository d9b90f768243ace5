"""The condition that nothing falls below the kept result."""

from cssa.gate.baseline import ScoreAndLevel
from cssa.gate.conditions.condition import (
    Condition,
    ConditionResult,
    EvaluationContext,
    nothing_to_evaluate,
)
from cssa.gate.conditions.registry import register
from cssa.gate.conditions.values import KeptScoreValue
from cssa.gate.scopes import ScopeItem

_LEVEL_FELL = "level_fell"


@register
class NoLower(Condition[bool]):
    """Neither score nor level below the kept result's."""

    name = "no_lower"
    stricter = "same"
    value = KeptScoreValue()
    practice_wise = True
    counts_practices = False
    needs_baseline = True
    is_figure = True
    met_when = (
        "成熟度も最も低い段階も、保存済みの結果を下回らない",
        "neither score nor lowest level is below that of the saved result",
    )
    demand = (
        "{subject}：保存済みの結果の{expected}を下回らない（現在は{actual}）。",
        "{subject}: not below the {expected} of the saved result (currently {actual}).",
    )
    demand_of_practice = None
    shortfall = (
        "{actual}、{missing}低下",
        "{actual}, {missing} lower",
    )
    remedy = (
        "次の{count}件を前回の段階に戻してください。意図して引き下げる場合は、保存済みの結果を更新します（--keep ファイル --accept-lower 理由）。",
        "Restore these to their previous level ({count}), or lower the saved result intentionally with --keep FILE --accept-lower REASON:",
    )
    remedy_of_some = None
    step = (
        "前回の段階に戻すか、意図して引き下げる場合は、保存済みの結果を更新してください（--keep ファイル --accept-lower 理由）。",
        "Restore it to its previous level, or lower the saved result intentionally with --keep FILE --accept-lower REASON.",
    )

    def _evaluate(
        self,
        value: bool,  # noqa: FBT001 - the key is a flag
        item: ScopeItem,
        context: EvaluationContext,
    ) -> ConditionResult:
        del value  # a rule without the condition may say false
        if context.baseline is None:
            return ConditionResult(met=False, reason="no_previous")
        current, baseline = context.current[item.name], context.baseline[item.name]
        if current.is_empty and baseline.is_empty:
            return nothing_to_evaluate(item)
        actual = None if current.score is None else str(current.score)
        expected = None if baseline.score is None else str(baseline.score)
        if not current.is_below(baseline):
            return ConditionResult(met=True, expected=expected, actual=actual)
        has_lower_score = current.has_lower_score(baseline)
        fallen = [practice for practice in item.practices if context.is_fallen(practice.id)]
        levels = {practice.id: context.baseline[practice.id].level for practice in fallen}
        return ConditionResult(
            met=False,
            expected=expected,
            actual=actual,
            shortfall=_score_shortfall(current, baseline) if has_lower_score else None,
            practices=context.in_order(fallen),
            before={name: level for name, level in levels.items() if level is not None},
            reason=None if has_lower_score else _LEVEL_FELL,
        )

    def can_be_remedied(self, reason: str | None) -> bool:
        """Return whether raising practices would meet it: also where only a level fell."""
        return reason in (None, _LEVEL_FELL)


def _score_shortfall(current: ScoreAndLevel, baseline: ScoreAndLevel) -> str | None:
    if current.score is None or baseline.score is None:
        return None
    return str(baseline.score - current.score)
