"""Candidates for a hearing: institutions that the issuer may want to talk to, with the reasons."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from cssa.checklist.level_scale import LevelScale
from cssa.consistency.queries import Query
from cssa.engine.aggregate import rounded
from cssa.engine.result import Result
from cssa.peers.member import below_in_place

MANY_QUERIES = 10
"""Number of queries from which a hearing is quicker."""

LARGE_CHANGE = Fraction(1, 10)
"""Share of what the checklist's levels span by which the overall score must have changed."""

FAR_ABOVE = Fraction(3, 2)
"""Multiple of a group's median from which a count below what is in place is a reason."""

FAR_ABOVE_BY = 5
"""Number of practices by which such a count must exceed the median."""


class HearingFacts(NamedTuple):
    """The figures that an institution's reasons follow from.

    Attributes:
        institution: its id.
        name: its name.
        sector: id of its sub-sector.
        queries: number of queries on its answers.
        coverage: share of the practices in scope that are not unanswered.
        expired: number of treatments past their review date.
        below_in_place: number of basic practices below what is in place; None where none counts.
        overall: its overall score, unrounded.
        previous_overall: that of the previous campaign; None where it did not take part in it.
        group_median: median of the same count in its comparison group; None where that is not
            published.
    """

    institution: str
    name: str
    sector: str
    queries: int
    coverage: Fraction | None
    expired: int
    below_in_place: int | None
    overall: Fraction | None
    previous_overall: Fraction | None
    group_median: Fraction | None


class HearingReason(NamedTuple):
    """A reason for a hearing.

    Attributes:
        code: code of the message, without its prefix.
        params: values for the message's placeholders.
    """

    code: str
    params: Mapping[str, str | int]


class HearingRow(NamedTuple):
    """An institution with at least one reason."""

    facts: HearingFacts
    reasons: tuple[HearingReason, ...]


def hearing_facts(
    result: Result,
    queries: Iterable[Query],
    *,
    previous_overall: Fraction | None = None,
    group_median: Fraction | None = None,
) -> HearingFacts:
    """Return the figures that an institution's reasons follow from.

    Args:
        result: its result.
        queries: the queries on its answers.
        previous_overall: its overall score in the previous campaign.
        group_median: median of the count below what is in place in its comparison group.
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
        below_in_place=below_in_place(result),
        overall=result.overall.value,
        previous_overall=previous_overall,
        group_median=group_median,
    )


def hearing_rows(
    facts: Iterable[HearingFacts], coverage_floor: Fraction, scale: LevelScale
) -> tuple[HearingRow, ...]:
    """Return the institutions with a reason for a hearing, in the order of their ids.

    Args:
        facts: the figures of every institution.
        coverage_floor: coverage below which a submission does not enter the statistics.
        scale: the levels of the checklist.
    """
    rows = (HearingRow(fact, tuple(_reasons(fact, coverage_floor, scale))) for fact in facts)
    return tuple(
        sorted((row for row in rows if row.reasons), key=lambda row: row.facts.institution)
    )


def _reasons(
    facts: HearingFacts, coverage_floor: Fraction, scale: LevelScale
) -> Iterator[HearingReason]:
    if facts.queries >= MANY_QUERIES:
        yield HearingReason("queries", {"count": facts.queries, "least": MANY_QUERIES})
    if facts.coverage is not None and facts.coverage < coverage_floor:
        yield HearingReason(
            "coverage",
            {
                "percent": f"{rounded(100 * facts.coverage, 1):.1f}",
                "floor": int(100 * coverage_floor),
            },
        )
    yield from _on_change(facts, scale)
    if facts.expired:
        yield HearingReason("expired", {"count": facts.expired})
    yield from _on_count_below_in_place(facts, scale)


def _on_change(facts: HearingFacts, scale: LevelScale) -> Iterator[HearingReason]:
    if facts.overall is None or facts.previous_overall is None:
        return
    change = facts.overall - facts.previous_overall
    least = LARGE_CHANGE * scale.span
    if abs(change) >= least:
        params = {"before": facts.previous_overall, "now": facts.overall, "least": least}
        yield HearingReason(
            "risen" if change > 0 else "fallen",
            {name: _two_decimals(value) for name, value in params.items()},
        )


def _on_count_below_in_place(facts: HearingFacts, scale: LevelScale) -> Iterator[HearingReason]:
    count, median = facts.below_in_place, facts.group_median
    if (
        median is None
        or count is None
        or count < FAR_ABOVE * median
        or count < median + FAR_ABOVE_BY
    ):
        return
    yield HearingReason(
        "below_in_place",
        {
            "count": count,
            "level": scale.in_place,
            "median": _shortest(median),
            "times": _shortest(FAR_ABOVE),
            "least": FAR_ABOVE_BY,
        },
    )


def _two_decimals(value: Fraction) -> str:
    return f"{rounded(value):.2f}"


def _shortest(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.1f}"
