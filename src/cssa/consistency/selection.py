"""The queries on one institution that are asked one by one; the others are counted."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from cssa.checklist.model import Checklist
from cssa.consistency.queries import Query
from cssa.consistency.query_kinds import kind_of

MOST_MATTERS = 3
"""Number of matters that an institution is asked about: its submission as a whole is one."""

CONTRADICTIONS = "contradiction"
"""What contradictions are counted under, whatever rule they break."""


class Selection(NamedTuple):
    """What is asked of an institution.

    Attributes:
        queries: those that are asked, in the order given.
        rest: number of the other queries by code.
    """

    queries: tuple[Query, ...]
    rest: Mapping[str, int]


def selected(
    queries: Sequence[Query], checklist: Checklist, kept: Container[str | None] = ()
) -> Selection:
    """Choose what weighs most, so that an institution is asked about few matters.

    What compares it with others or with years before comes before what it could settle alone.

    Args:
        queries: all queries on one institution.
        checklist: what was answered.
        kept: ids of practices that are asked in any case, as something has been entered on them.
    """
    matters: dict[str | None, list[Query]] = {}
    for query in queries:
        matters.setdefault(query.practice, []).append(query)
    order = {practice: number for number, practice in enumerate(checklist.placed)}

    def rank(practice: str) -> tuple[int, bool, int]:
        kinds = [kind_of(query, checklist) for query in matters[practice]]
        heaviest = max(kind.weight for kind in kinds)
        return (-heaviest, all(kind.alone for kind in kinds), order.get(practice, len(order)))

    ranked = sorted((practice for practice in matters if practice is not None), key=rank)
    asked = {*ranked[: MOST_MATTERS - (None in matters)], None}
    asked |= {practice for practice in ranked if practice in kept}
    rest = Counter(_counted_as(query) for query in queries if query.practice not in asked)
    return Selection(tuple(query for query in queries if query.practice in asked), rest)


def _counted_as(query: Query) -> str:
    return CONTRADICTIONS if query.is_contradiction else query.code
