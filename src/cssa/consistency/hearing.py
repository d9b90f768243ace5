"""Whom the issuer may want to talk to, and for what reasons: no judgement and no ranking."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from cssa.consistency.queries import Query
from cssa.engine.aggregate import rounded
from cssa.engine.result import Result

MANY_QUERIES = 10
"""Answers to ask about from which a conversation is quicker."""

LARGE_CHANGE = Fraction(1, 2)
"""Change of the overall figure since last year from which it is asked about."""

FAR_ABOVE = Fraction(3, 2)
"""Times the median of a group from which a count below target is asked about."""

FAR_ABOVE_BY = 5
"""Practices that such a count must exceed the median by."""


class HearingFacts(NamedTuple):
    """What an institution's reasons follow from.

    Attributes:
        queries: answers to ask about.
        coverage: share of the practices in scope that are not unanswered.
        expired: treatments past their review date.
        before: the overall figure a year ago; None for a newcomer.
        group_median: median of the count below target in its comparison group; None where that is
            not told.
    """

    institution: str
    name: str
    sector: str
    queries: int
    coverage: Fraction | None
    expired: int
    below_target: int
    overall: Fraction | None
    before: Fraction | None
    group_median: Fraction | None


class Reason(NamedTuple):
    """A reason to talk, as a message's code without its prefix, and its values."""

    code: str
    params: Mapping[str, str | int]


class HearingRow(NamedTuple):
    """An institution with at least one reason."""

    facts: HearingFacts
    reasons: tuple[Reason, ...]


def hearing_facts(
    result: Result,
    queries: Iterable[Query],
    *,
    before: Fraction | None = None,
    group_median: Fraction | None = None,
) -> HearingFacts:
    """Return what reasons follow from.

    Args:
        result: an assessment.
        queries: what is asked about it.
        before: its overall figure a year ago.
        group_median: of the count below target in its comparison group.
    """
    counts = result.overall.coverage
    return HearingFacts(
        institution=result.institution.id,
        name=result.institution.name,
        sector=result.institution.sector,
        queries=sum(1 for _ in queries),
        coverage=Fraction(counts.in_scope - counts.unanswered, counts.in_scope)
        if counts.in_scope
        else None,
        expired=sum(finding.code == "treatment_expired" for finding in result.findings),
        below_target=result.overall.below_target.count,
        overall=result.overall.value,
        before=before,
        group_median=group_median,
    )


def hearing_rows(facts: Iterable[HearingFacts], floor: Fraction) -> tuple[HearingRow, ...]:
    """Return the institutions with a reason to talk, in the order of their ids.

    Args:
        facts: of every institution.
        floor: share of answers below which a submission enters no statistics.
    """
    rows = (HearingRow(one, tuple(_reasons(one, floor))) for one in facts)
    return tuple(
        sorted((row for row in rows if row.reasons), key=lambda row: row.facts.institution)
    )


def _reasons(facts: HearingFacts, floor: Fraction) -> Iterator[Reason]:
    if facts.queries >= MANY_QUERIES:
        yield Reason("queries", {"count": facts.queries, "least": MANY_QUERIES})
    if facts.coverage is not None and facts.coverage < floor:
        yield Reason("coverage", {"percent": int(100 * facts.coverage), "floor": int(100 * floor)})
    if facts.overall is not None and facts.before is not None:
        change = facts.overall - facts.before
        if abs(change) >= LARGE_CHANGE:
            code = "risen" if change > 0 else "fallen"
            params = {"before": facts.before, "now": facts.overall, "least": LARGE_CHANGE}
            yield Reason(code, {name: _shown(value) for name, value in params.items()})
    if facts.expired:
        yield Reason("expired", {"count": facts.expired})
    median = facts.group_median
    if (
        median is not None
        and facts.below_target >= FAR_ABOVE * median
        and facts.below_target >= median + FAR_ABOVE_BY
    ):
        yield Reason(
            "below_target",
            {
                "count": facts.below_target,
                "median": _short(median),
                "times": _short(FAR_ABOVE),
                "least": FAR_ABOVE_BY,
            },
        )


def _shown(value: Fraction) -> str:
    return f"{rounded(value):.2f}"


def _short(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.1f}"
