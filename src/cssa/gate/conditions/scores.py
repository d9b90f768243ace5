"""Conditions on scores, levels and targets."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from cssa.engine.result import PracticeResult, Result
from cssa.gate.conditions.condition import (
    Condition,
    ConditionResult,
    EvaluationContext,
    nothing_to_evaluate,
)
from cssa.gate.conditions.registry import register
from cssa.gate.conditions.values import CountValue, LevelValue, ScoreValue
from cssa.gate.scopes import ScopeItem


@register
class MinScore(Condition[Decimal]):
    """Least unrounded score."""

    name = "min_score"
    stricter = "higher"
    value = ScoreValue()
    practice_wise = False
    counts_practices = False
    is_figure = True
    met_when = (
        "丸める前の成熟度がこれ以上（対応事項ではその段階）",
        "the unrounded score is at least this; for a practice, its level",
    )
    demand = (
        "{subject}：成熟度は{expected}以上（現在は{actual}）。",
        "{subject}: score at least {expected} (currently {actual}).",
    )
    demand_of_practice = (
        "{subject}：段階は{expected}以上（現在は{actual}）。",
        "{subject}: level at least {expected} (currently {actual}).",
    )
    shortfall = (
        "{actual}、あと{missing}",
        "{actual}, {missing} short",
    )
    remedy = (
        "次の{count}件を段階{aim}に引き上げると充足します。",
        "Raising these to level {aim} would be enough ({count}):",
    )
    remedy_of_some = None
    step = (
        "段階{aim}に引き上げてください（合わせて{count}件を引き上げると充足します）。",
        "Raise it to level {aim} (raising {count} in total would be enough).",
    )

    def _evaluate(
        self, value: Decimal, item: ScopeItem, context: EvaluationContext
    ) -> ConditionResult:
        score = item.score
        if score is None:
            return nothing_to_evaluate(item)
        shortfall = Fraction(value) - score
        if shortfall <= 0:
            return ConditionResult(met=True, actual=str(score))
        aim = next(level for level in context.result.scale.values if level >= value)
        return ConditionResult(
            met=False,
            actual=str(score),
            shortfall=str(shortfall),
            practices=_practices_to_raise(shortfall, aim, item, context),
            aim=aim,
        )


@register
class MinLevel(Condition[int]):
    """Least level; of a practice its own, else the lowest level."""

    name = "min_level"
    stricter = "higher"
    value = LevelValue()
    practice_wise = True
    is_figure = True
    counts_practices = False
    met_when = (
        "算定対象の基本的な対応事項のうち最も低い段階がこれ以上（リスク受容・代替措置があっても変わらず、未回答は最も低い段階とする）。対応事項ではその段階",
        "the lowest level among counted basic practices, with or without a treatment, is at least this, with unanswered ones at the lowest level of the scale; for a practice, its own level",
    )
    demand = (
        "{subject}：最も低い段階は{expected}以上（現在は{actual}）。",
        "{subject}: lowest level at least {expected} (currently {actual}).",
    )
    demand_of_practice = (
        "{subject}：段階は{expected}以上（現在は{actual}）。",
        "{subject}: level at least {expected} (currently {actual}).",
    )
    shortfall = (
        "{actual}、あと{missing}段階",
        "{actual}, {missing} short",
    )
    remedy = (
        "次の{count}件を段階{aim}以上にしてください。",
        "Raise these to level {aim} or above ({count}):",
    )
    remedy_of_some = None
    step = (
        "段階{aim}以上にしてください。",
        "Raise it to level {aim} or above.",
    )

    def _evaluate(self, value: int, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
        practices = item.decisive
        if not practices:
            return nothing_to_evaluate(item)
        values = {practice.id: context.result.scale.value(practice.level) for practice in practices}
        lowest = min(values.values())
        below = context.in_order(
            [practice for practice in practices if values[practice.id] < value]
        )
        return ConditionResult(
            met=not below,
            actual=str(lowest),
            shortfall=str(value - lowest) if below else None,
            practices=below,
            aim=value if below else None,
        )


@register
class MaxBelowTarget(Condition[int]):
    """Most basic practices below target."""

    name = "max_below_target"
    stricter = "lower"
    value = CountValue()
    practice_wise = True
    counts_practices = True
    is_about_targets = True
    is_figure = True
    met_when = (
        "目標を下回り、有効な代替措置もない基本的な対応事項がこの件数まで（リスク受容したものも含める）。`{tier: desirable}`と個別の対応事項ではその事項を対象とし、未回答の望ましい事項も目標を下回るものとする",
        "no more basic practices than this are below target without a valid alternative measure, including accepted risks; `on: {tier: desirable}` and a single practice count their own, and an unanswered desirable practice is below target",
    )
    demand = (
        "{subject}：目標を下回る基本的な対応事項は{expected}件まで（現在は{actual}）。",
        "{subject}: at most {expected} basic {expected:practice|practices} below target (currently {actual}).",
    )
    demand_of_tier = demand_of_practice = (
        "{subject}：目標を下回るものは{expected}件まで（現在は{actual}）。",
        "{subject}: at most {expected} below target (currently {actual}).",
    )
    shortfall = (
        "{actual}件、{missing}件超過",
        "{actual}, {missing} too many",
    )
    remedy = (
        "次の{count}件を目標の段階に到達させてください。",
        "Raise these to their targets ({count}):",
    )
    remedy_of_some = (
        "次の{count}件のうち{enough}件を目標の段階に到達させてください。",
        "Raise {enough} of these {count} to their targets:",
    )
    step = (
        "目標の段階に到達させてください。",
        "Raise it to its target.",
    )

    def _evaluate(self, value: int, item: ScopeItem, context: EvaluationContext) -> ConditionResult:
        if not item.decisive or not context.result.has_targets:
            return nothing_to_evaluate(item)
        missing = [practice for practice in item.decisive if is_below_target(practice)]
        below = context.in_order(missing)
        excess = len(below) - value
        if excess <= 0:
            return ConditionResult(met=True, actual=str(len(below)))
        return ConditionResult(
            met=False,
            actual=str(len(below)),
            shortfall=str(excess),
            practices=below,
            enough=excess,
            accepted=tuple(practice.id for practice in missing if practice.treated),
        )


def is_below_target(practice: PracticeResult) -> bool:
    """Return whether a practice is below its target, or a desirable one still unanswered.

    A desirable one has a target only once it is answered: leaving it unanswered must not be
    better than an honest answer. Leaving it out is answered as not adopted, with a reason.
    """
    return bool(practice.gap) or (
        practice.tier == "desirable" and practice.status == "unanswered" and not practice.treated
    )


def _practices_to_raise(
    shortfall: Fraction, aim: int, item: ScopeItem, context: EvaluationContext
) -> tuple[str, ...]:
    """Return the first practices that, raised to a level, make up the shortfall of a score."""
    gains = _score_gains(aim, item, context.result)
    candidates = [practice for practice in item.practices if gains.get(practice.id)]
    chosen: list[str] = []
    for practice_id in context.in_order(candidates):
        if shortfall <= 0:
            break
        chosen.append(practice_id)
        shortfall -= gains[practice_id]
    return tuple(chosen)


def _score_gains(aim: int, item: ScopeItem, result: Result) -> dict[str, Fraction]:
    """Return by practice what raising it to a level adds to the item's unrounded score.

    Args:
        aim: the level to raise practices to; those at or above it gain 0.
        item: whose score it is; practices that do not enter the score may be absent.
        result: the assessment's result.
    """
    missing = {
        practice.id: max(0, aim - result.scale.value(practice.level)) for practice in item.counted
    }
    if item.practice is not None or item.name in ("basic", "desirable"):
        return {
            practice_id: Fraction(levels, len(missing)) for practice_id, levels in missing.items()
        }
    if item.name == "overall":
        return _overall_gains(missing, result)
    scored = [practice for practice in item.counted if practice.weight]
    weight_sum = sum(practice.weight for practice in scored)
    return {
        practice.id: Fraction(missing[practice.id] * practice.weight, weight_sum)
        for practice in scored
    }


def _overall_gains(missing: Mapping[str, int], result: Result) -> dict[str, Fraction]:
    """Return what raising each practice by the levels missing adds to the overall score."""
    domains = [domain for domain in result.domains if domain.value is not None]
    domain_weights = sum(domain.weight for domain in domains)
    gains: dict[str, Fraction] = {}
    for domain in domains:
        scored = [practice for practice in domain.practices if practice.contribution is not None]
        denominator = domain_weights * sum(practice.weight for practice in scored)
        for practice in scored:
            numerator = missing[practice.id] * practice.weight * domain.weight
            gains[practice.id] = Fraction(numerator, denominator)
    return gains
