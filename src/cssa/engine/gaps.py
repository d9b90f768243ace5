"""The practices below target, in the order in which mending them helps most."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from cssa.engine.figures import exact, holds_level
from cssa.engine.result import Gap
from cssa.engine.standing import Standing

_EFFORT = {"s": 0, "m": 1, "l": 2}


def rank_gaps(
    standings: Sequence[Standing],
    levels: Mapping[str, int | None],
    shares: Mapping[str, Fraction],
) -> tuple[Gap, ...]:
    """Return the gaps ranked: what holds a domain's level, then gain, effort, checklist order.

    Args:
        standings: every practice in checklist order.
        levels: lowest level of each domain.
        shares: of each domain, its part of the overall score per unit of practice weight.
    """
    rows = []
    for order, item in enumerate(standings):
        if not item.below_target or item.gap is None:
            continue
        domain = item.placed.domain.id
        holds = holds_level(item) and item.value == levels[domain]
        gain = shares.get(domain, Fraction(0)) * item.weight * item.gap
        effort = item.practice.effort
        rows.append(((not holds, -gain, _EFFORT[effort], order), item, holds, gain))
    return tuple(
        Gap(
            practice=item.practice.id,
            gap=item.gap or 0,
            rank=rank,
            gain=exact(gain) or "0/1",
            why=_why(item, holds=holds, gain=gain),
        )
        for rank, (_, item, holds, gain) in enumerate(sorted(rows, key=lambda row: row[0]), 1)
    )


def _why(item: Standing, *, holds: bool, gain: Fraction) -> tuple[str, ...]:
    codes = {
        "holds_level": holds,
        "gain": gain > 0,
        f"effort_{item.practice.effort}": True,
        "legal": item.practice.legal,
    }
    return tuple(code for code, given in codes.items() if given)
