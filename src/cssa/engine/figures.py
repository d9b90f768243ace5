"""Scores, lowest levels, counts and coverage over a set of practices, in exact arithmetic."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from cssa.engine.result import BelowTarget, Coverage
from cssa.engine.standing import Standing

NOT_APPLICABLE_LIMIT = Fraction(3, 10)
"""Share of a domain's basic practices above which "not applicable" leaves it unrateable."""


def weighted_mean(pairs: Iterable[tuple[int, int | Fraction]]) -> Fraction | None:
    """Return Σ(weight × value) ÷ Σ weight, None where the weights sum to nothing."""
    weights: int = 0
    total: int | Fraction = 0  # whole as long as the values are: fractions are slow to add
    for weight, value in pairs:
        weights += weight
        total += weight * value
    return Fraction(total) / weights if weights else None


def score(standings: Iterable[Standing]) -> Fraction | None:
    """Return the weighted mean level of the counted practices whose tier is scored."""
    return weighted_mean((item.weight, item.value) for item in standings if item.scored)


def plain_mean(standings: Iterable[Standing]) -> Fraction | None:
    """Return the mean level of the counted practices, each weighing the same."""
    return weighted_mean((1, item.value) for item in standings if item.counted)


def lowest_level(standings: Iterable[Standing]) -> int | None:
    """Return the lowest value among counted basic practices without a valid treatment."""
    return min((item.value for item in standings if holds_level(item)), default=None)


def holds_level(standing: Standing) -> bool:
    """Tell whether a practice is among those whose lowest value is a domain's level."""
    return standing.counted and standing.practice.tier == "basic" and not standing.treated


def below_target(standings: Iterable[Standing]) -> BelowTarget:
    """Count the basic practices below their target, of the counted ones."""
    basics = [item for item in standings if item.counted and item.practice.tier == "basic"]
    return BelowTarget(count=sum(item.below_target for item in basics), of=len(basics))


def coverage(standings: Iterable[Standing]) -> Coverage:
    """Count practices by status; questions that only inform are left out."""
    counts = dict.fromkeys(
        ("answered", "not_applicable", "not_adopted", "unanswered", "out_of_scope"), 0
    )
    for item in standings:
        if item.status in counts:
            counts[item.status] += 1
    total = sum(counts.values())
    within = total - counts["out_of_scope"]
    ratio = 1 - Fraction(counts["unanswered"], within) if within else None
    return Coverage(
        total=total,
        in_scope=within,
        ratio=rounded(ratio),
        **counts,
    )


def is_rateable(standings: Sequence[Standing]) -> bool:
    """Tell whether enough basic practices of a domain apply for it to be rated."""
    basics = [item for item in standings if item.practice.tier == "basic" and in_scope(item)]
    left_out = sum(item.status == "not_applicable" for item in basics)
    return bool(basics) and Fraction(left_out, len(basics)) <= NOT_APPLICABLE_LIMIT


def has_scope(standings: Iterable[Standing]) -> bool:
    """Tell whether any practice is in scope."""
    return any(in_scope(item) for item in standings)


def in_scope(standing: Standing) -> bool:
    """Tell whether the profile keeps a practice in and it gives a level."""
    return standing.status not in ("out_of_scope", "informative")


def rounded(value: Fraction | None, digits: int = 2) -> float | None:
    """Return a value for display, rounded half up.

    Args:
        value: any fraction of at least 0.
        digits: decimals kept.
    """
    if value is None:
        return None
    scale: int = 10**digits
    return (2 * value.numerator * scale + value.denominator) // (2 * value.denominator) / scale


def exact(value: Fraction | None) -> str | None:
    """Return a fraction in lowest terms, ``3/1`` for a whole number."""
    return None if value is None else f"{value.numerator}/{value.denominator}"
