"""The kinds of query: how much each weighs, and whether an institution can settle it alone."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from cssa.checklist.model import Checklist
from cssa.consistency.queries import Query


class QueryKind(NamedTuple):
    """A kind of query.

    Attributes:
        weight: of a query beside others; the highest, 3, comes first.
        alone: whether an institution can settle it before it files, without other institutions'
            answers and what only the issuer knows.
        counted: whether many of them on one institution are one matter, of which the number says
            as much as each.
        others: the value that names other institutions, of which only the issuer is told: ``other``
            is worded in a remark (``query.<code>.issuer``), ``others`` has a column of its own.
    """

    weight: int
    alone: bool = True
    counted: bool = False
    others: Literal["other", "others"] | None = None


QUERY_KINDS: Mapping[str, QueryKind] = {
    "evidence_missing": QueryKind(1, counted=True),
    "points_open": QueryKind(1, counted=True),
    "evidence_old": QueryKind(1, counted=True),
    "review_differs": QueryKind(2, alone=False),
    "jump": QueryKind(2),
    "uniform": QueryKind(3),
    "many_na": QueryKind(2),
    "placeholder_reasons": QueryKind(2),
    "override_without_reason": QueryKind(2),
    "all_flags_false": QueryKind(3),
    "flags_unexplained": QueryKind(2),
    "report_outdated": QueryKind(1),
    "unconfirmed": QueryKind(3, alone=False),  # before filing, each of them is listed as it is
    "size_small": QueryKind(3),
    "size_large": QueryKind(3),
    "size_former": QueryKind(3),
    "size_roster": QueryKind(3, alone=False),
    "assessed_early": QueryKind(2, alone=False),
    "assessed_late": QueryKind(2, alone=False),
    "unchanged": QueryKind(3),
    "unchanged_with_texts": QueryKind(3),
    "same_note": QueryKind(2, alone=False, others="others"),
    "alike_notes": QueryKind(3, alone=False, others="other"),
    "alike_form": QueryKind(3, alone=False, others="other"),
}
"""The kinds by the code of their queries. Those on contradictions weigh as their rules do."""

USUAL_RISE = 2
"""Rise in level within a year that plans lead to: it is worth a count, and no question."""

_RISE = QueryKind(1, alone=False)
_BESIDE = QueryKind(1, alone=False)
"""What a form holds and nobody has read."""


def kind_of(query: Query, checklist: Checklist) -> QueryKind:
    """Return the kind of a query.

    Args:
        query: the query.
        checklist: what was answered.
    """
    if query.is_contradiction:
        return QueryKind(checklist.consistency_rule[str(query.params["rule"])].weight)
    if _is_usual_rise(query):
        return _RISE
    return QUERY_KINDS.get(query.code, _BESIDE)


def _is_usual_rise(query: Query) -> bool:
    before, level = query.params.get("before"), query.params.get("level")
    if query.code != "jump" or not isinstance(before, int) or not isinstance(level, int):
        return False
    return level - before == USUAL_RISE
