"""The practices below target, in the order in which mending them helps most."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from operator import itemgetter

from cssa.checklist.model import Practice
from cssa.engine.aggregate import holds_level, ratio
from cssa.engine.result import Gap
from cssa.engine.status import AssessedPractice

_EFFORT = {"s": 0, "m": 1, "l": 2}


def rank_gaps(
    standings: Sequence[AssessedPractice],
    levels: Mapping[str, int | None],
    shares: Mapping[str, Fraction],
) -> tuple[Gap, ...]:
    """Return the gaps ranked: what holds a domain's level, then gain, effort, checklist order.

    Args:
        standings: every practice in checklist order.
        levels: lowest level of each domain.
        shares: of each domain, its part of the overall score per unit of practice weight.
    """
    whole = lcm(*(share.denominator for share in shares.values()))
    units = {one: share.numerator * whole // share.denominator for one, share in shares.items()}
    rows = []
    for order, item in enumerate(standings):
        if not item.gap:
            continue
        domain = item.placed.domain.id
        holds = holds_level(item) and item.value == levels[domain]
        gain = units.get(domain, 0) * item.weight * item.gap
        rows.append(((not holds, -gain, _EFFORT[item.practice.effort], order), item, holds, gain))
    return tuple(
        Gap(
            practice=item.practice.id,
            gap=item.gap or 0,
            rank=rank,
            gain=ratio(gain, whole),
            why=_why(item.practice, holds=holds, gains=gain > 0),
        )
        for rank, (_, item, holds, gain) in enumerate(sorted(rows, key=itemgetter(0)), 1)
    )


def _why(practice: Practice, *, holds: bool, gains: bool) -> tuple[str, ...]:
    codes = {
        "holds_level": holds,
        "gain": gains,
        f"effort_{practice.effort}": True,
        "legal": practice.legal,
    }
    return tuple(code for code, given in codes.items() if given)
