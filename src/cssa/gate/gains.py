"""What raising practices to a level adds to the score of a scope item."""

from collections.abc import Mapping
from fractions import Fraction

from cssa.engine.result import Result
from cssa.gate.scopes import ScopeItem


def score_gains(aim: int, item: ScopeItem, result: Result) -> dict[str, Fraction]:
    """Return by practice what raising it to a level adds to the item's unrounded score.

    Args:
        aim: the level to raise practices to; those at or above it gain 0.
        item: whose score it is; practices that do not enter the score may be absent.
        result: the assessment's result.
    """
    missing = {practice.id: max(0, aim - (practice.level or 0)) for practice in item.counted}
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
