"""Scores, lowest levels, counts and coverage over a set of practices, in exact arithmetic."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import gcd
from typing import NamedTuple, get_args

from cssa.engine.result import BelowTarget, Coverage, LevelReason
from cssa.engine.status import OUTSIDE_COVERAGE, OUTSIDE_SCOPE, AssessedPractice, Status

NOT_APPLICABLE_LIMIT = Fraction(3, 10)
"""Largest share of basic practices that may be not applicable in a rateable domain (rule 6)."""

_STATUSES: tuple[Status, ...] = get_args(Status)
_COVERED = tuple(status for status in _STATUSES if status not in OUTSIDE_COVERAGE)


def weighted_mean(pairs: Iterable[tuple[int, int | Fraction]]) -> Fraction | None:
    """Return Σ(weight × value) ÷ Σ weight, None where the weights sum to 0.

    Args:
        pairs: weight and value of each item.
    """
    weight_sum: int = 0
    total: int | Fraction = 0  # whole as long as the values are: fractions are slow to add
    for weight, value in pairs:
        weight_sum += weight
        total += weight * value
    return Fraction(total) / weight_sum if weight_sum else None


class AggregateFigures(NamedTuple):
    """The figures of a set of practices (docs/scoring.md, rules 2 to 6).

    Attributes:
        score: weighted mean level of the counted practices whose tier is scored.
        weight_sum: the sum of those practices' weights.
        mean: mean level of the counted practices, each with the same weight.
        level: lowest value among counted basic practices; None without one, and while one of them
            is unanswered.
        level_reason: why there is no level although basic practices are counted.
        below_target: counted basic practices below their target, of all counted ones.
        treated: number of counted practices with a valid treatment.
        coverage: practices by status; questions outside it are left out.
        rateable: enough of its basic practices apply for a domain to be rated.
    """

    score: Fraction | None
    weight_sum: int
    mean: Fraction | None
    level: int | None
    level_reason: LevelReason | None
    below_target: BelowTarget
    treated: int
    coverage: Coverage
    rateable: bool


def aggregate_figures(practices: Iterable[AssessedPractice]) -> AggregateFigures:
    """Return the figures of a set of practices, in a single pass over them."""
    by_status = dict.fromkeys(_STATUSES, 0)
    weight_sum = weighted_total = plain_total = 0
    counted_basics = unanswered_basics = basics_in_scope = basics_not_applicable = 0
    below_target = accepted = treated = 0
    lowest: int | None = None
    for assessed in practices:
        status, is_basic = assessed.status, assessed.practice.tier == "basic"
        by_status[status] += 1
        if is_basic and status not in OUTSIDE_SCOPE:
            basics_in_scope += 1
            basics_not_applicable += status == "not_applicable"
        if not assessed.counted:
            continue
        value = assessed.value
        plain_total += value
        treated += assessed.treated
        if assessed.scored:
            weight_sum += assessed.weight
            weighted_total += assessed.weight * value
        if is_basic:
            counted_basics += 1
            unanswered_basics += status == "unanswered"
            if assessed.gap:
                below_target += 1
                accepted += assessed.treated
            if lowest is None or value < lowest:
                lowest = value
    counted = by_status["answered"] + by_status["unanswered"]
    return AggregateFigures(
        score=Fraction(weighted_total, weight_sum) if weight_sum else None,
        weight_sum=weight_sum,
        mean=Fraction(plain_total, counted) if counted else None,
        level=None if unanswered_basics else lowest,
        level_reason="unanswered" if unanswered_basics else None,
        below_target=BelowTarget(count=below_target, of=counted_basics, accepted=accepted),
        treated=treated,
        coverage=_coverage(by_status),
        rateable=_is_rateable(basics_in_scope, basics_not_applicable),
    )


def _is_rateable(basics_in_scope: int, not_applicable: int) -> bool:
    limit = NOT_APPLICABLE_LIMIT
    is_within_limit = not_applicable * limit.denominator <= basics_in_scope * limit.numerator
    return basics_in_scope > 0 and is_within_limit


def _coverage(by_status: Mapping[Status, int]) -> Coverage:
    counts = {status: by_status[status] for status in _COVERED}
    total = sum(counts.values())
    in_scope = total - counts["out_of_scope"]
    ratio = rounded(Fraction(in_scope - counts["unanswered"], in_scope)) if in_scope else None
    return Coverage(total=total, in_scope=in_scope, ratio=ratio, **counts)


def rounded(value: Fraction | None, digits: int = 2) -> float | None:
    """Return a value for display, rounded half up.

    Args:
        value: any fraction of at least 0.
        digits: decimals kept.
    """
    return None if value is None else half_up(value, digits) / 10**digits


def half_up(value: Fraction, digits: int) -> int:
    """Return the whole number nearest to ``value × 10^digits``, the higher of two.

    Args:
        value: any fraction of at least 0.
        digits: decimals kept, at least 0.
    """
    numerator, denominator = value.numerator, value.denominator
    return int((2 * numerator * 10**digits + denominator) // (2 * denominator))


def exact(value: Fraction | None) -> str | None:
    """Return a fraction in lowest terms, ``3/1`` for a whole number."""
    return None if value is None else f"{value.numerator}/{value.denominator}"


def exact_quotient(numerator: int, denominator: int) -> str:
    """Return a quotient of whole numbers in the form of ``exact``.

    Args:
        numerator: at least 0.
        denominator: at least 1.
    """
    common = gcd(numerator, denominator)
    return f"{numerator // common}/{denominator // common}"
