"""The practices below target, ranked by what to work on first."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from operator import itemgetter

from cssa.engine.aggregate import exact_quotient
from cssa.engine.result import Gap
from cssa.engine.status import AssessedPractice

_EFFORT_ORDER = {"s": 0, "m": 1, "l": 2}


def rank_gaps(
    practices: Sequence[AssessedPractice],
    levels: Mapping[str, int | None],
    unit_gains: Mapping[str, Fraction],
) -> tuple[Gap, ...]:
    """Return the gaps in order of rank (docs/scoring.md, rule 9).

    Args:
        practices: every practice, in checklist order.
        levels: lowest level of each domain.
        unit_gains: by domain, what one level more of a practice of weight 1 adds to the overall
            score; domains without a score are absent.
    """
    # whole numbers over one denominator: fractions are slow to multiply and to compare
    denominator = lcm(*(gain.denominator for gain in unit_gains.values()))
    numerators = {
        domain: gain.numerator * denominator // gain.denominator
        for domain, gain in unit_gains.items()
    }
    candidates = []
    for order, assessed in enumerate(practices):
        if not assessed.gap:
            continue
        domain = assessed.placed.domain.id
        holds_level = assessed.enters_lowest_level and assessed.value == levels[domain]
        gain = numerators.get(domain, 0) * assessed.weight * assessed.gap
        key = (
            not (holds_level or assessed.leaves_level_open),
            -gain,
            _EFFORT_ORDER[assessed.practice.effort],
            order,
        )
        candidates.append((key, assessed, holds_level, gain))
    ranked = sorted(candidates, key=itemgetter(0))
    return tuple(
        Gap(
            practice=assessed.practice.id,
            gap=assessed.gap or 0,
            rank=rank,
            gain=exact_quotient(gain, denominator),
            why=_why(assessed, holds_level=holds_level, has_gain=gain > 0),
        )
        for rank, (_, assessed, holds_level, gain) in enumerate(ranked, 1)
    )


def _why(assessed: AssessedPractice, *, holds_level: bool, has_gain: bool) -> tuple[str, ...]:
    codes = {
        "level_open": assessed.leaves_level_open,
        "holds_level": holds_level,
        "gain": has_gain,
        f"effort_{assessed.practice.effort}": True,
        "legal": assessed.practice.legal,
        "accepted": assessed.treated,
    }
    return tuple(code for code, applies in codes.items() if applies)
