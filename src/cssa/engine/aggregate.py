"""Scores, lowest levels, counts and coverage over a set of practices, in exact arithmetic."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import gcd
from typing import NamedTuple, get_args

from cssa.engine.result import BelowTarget, Coverage
from cssa.engine.status import AssessedPractice, Status

NOT_APPLICABLE_LIMIT = Fraction(3, 10)
"""Share of a domain's basic practices above which "not applicable" leaves it unrateable."""

_STATUSES: tuple[Status, ...] = get_args(Status)
_APART = ("out_of_scope", "informative")
"""Statuses of what the profile takes away, and of what gives no level."""


def weighted_mean(pairs: Iterable[tuple[int, int | Fraction]]) -> Fraction | None:
    """Return Σ(weight × value) ÷ Σ weight, None where the weights sum to nothing."""
    weights: int = 0
    total: int | Fraction = 0  # whole as long as the values are: fractions are slow to add
    for weight, value in pairs:
        weights += weight
        total += weight * value
    return Fraction(total) / weights if weights else None


class AggregateFigures(NamedTuple):
    """What a set of practices comes to.

    Attributes:
        score: weighted mean level of the counted practices whose tier is scored.
        weights: the sum of those practices' weights.
        mean: mean level of the counted practices, each weighing the same.
        level: lowest value among counted basic practices without a valid treatment.
        below_target: counted basic practices below their target, of all counted ones.
        treated: counted practices with a valid treatment.
        coverage: practices by status; questions that only inform are left out.
        rateable: enough of its basic practices apply for a domain to be rated.
    """

    score: Fraction | None
    weights: int
    mean: Fraction | None
    level: int | None
    below_target: BelowTarget
    treated: int
    coverage: Coverage
    rateable: bool


def aggregate_figures(standings: Iterable[AssessedPractice]) -> AggregateFigures:
    """Return the figures of a set of practices, gone through once."""
    by_status = dict.fromkeys(_STATUSES, 0)
    weights = total = plain = counted_basics = below = treated = basics = left_out = 0
    level: int | None = None
    for item in standings:
        status, basic = item.status, item.practice.tier == "basic"
        by_status[status] += 1
        if basic and status not in _APART:
            basics += 1
            left_out += status == "not_applicable"
        if not item.counted:
            continue
        value = item.value
        plain += value
        treated += item.treated
        if item.scored:
            weights += item.weight
            total += item.weight * value
        if basic:
            counted_basics += 1
            below += item.below_target
            if not item.treated and (level is None or value < level):
                level = value
    counted = by_status["answered"] + by_status["unanswered"]
    limit = NOT_APPLICABLE_LIMIT
    return AggregateFigures(
        score=Fraction(total, weights) if weights else None,
        weights=weights,
        mean=Fraction(plain, counted) if counted else None,
        level=level,
        below_target=BelowTarget(count=below, of=counted_basics),
        treated=treated,
        coverage=_coverage(by_status),
        rateable=basics > 0 and left_out * limit.denominator <= basics * limit.numerator,
    )


def _coverage(by_status: Mapping[Status, int]) -> Coverage:
    counts = {status: count for status, count in by_status.items() if status != "informative"}
    total = sum(counts.values())
    within = total - counts["out_of_scope"]
    share = half_up(within - counts["unanswered"], within) if within else None
    return Coverage(total=total, in_scope=within, ratio=share, **counts)


def holds_level(standing: AssessedPractice) -> bool:
    """Tell whether a practice is among those whose lowest value is a domain's level."""
    return standing.counted and standing.practice.tier == "basic" and not standing.treated


def in_scope(standing: AssessedPractice) -> bool:
    """Tell whether the profile keeps a practice in and it gives a level."""
    return standing.status not in _APART


def rounded(value: Fraction | None, digits: int = 2) -> float | None:
    """Return a value for display, rounded half up.

    Args:
        value: any fraction of at least 0.
        digits: decimals kept.
    """
    return None if value is None else half_up(value.numerator, value.denominator, digits)


def half_up(numerator: int, denominator: int, digits: int = 2) -> float:
    """Return a quotient of whole numbers of at least 0, rounded half up."""
    scale: int = 10**digits
    return (2 * numerator * scale + denominator) // (2 * denominator) / scale


def exact(value: Fraction | None) -> str | None:
    """Return a fraction in lowest terms, ``3/1`` for a whole number."""
    return None if value is None else f"{value.numerator}/{value.denominator}"


def ratio(numerator: int, denominator: int) -> str:
    """Return a quotient of whole numbers as ``exact`` writes it."""
    common = gcd(numerator, denominator)
    return f"{numerator // common}/{denominator // common}"
