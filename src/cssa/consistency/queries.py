"""Queries on one submission: answers that do not fit together, to be confirmed or corrected."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cssa.engine.aggregate import NOT_APPLICABLE_LIMIT
from cssa.engine.contradictions import CODE as CONTRADICTION
from cssa.engine.result import DomainResult, Finding, PracticeResult, Result, Scalar
from cssa.engine.status import OUTSIDE_SCOPE

JUMP = 2
"""Change in level between two campaigns from which it is queried."""

REVIEW_DIFFERENCE = 2
"""Difference in level between a self-rating and a review from which both are queried."""

UNIFORM_PERCENT = 95
"""Share of answers at a single level, in per cent, from which the submission is queried."""

UNIFORM_FROM = 20
"""Number of answers from which a single level for nearly all of them is queried."""

MANY_EXCLUDED = 5
"""Number of basic practices from which flags that exclude them without a reason are queried."""

FROM_FINDINGS = ("evidence_missing", "points_open", "evidence_old")
"""Codes of findings on a practice that are queries as they stand."""

FROM_WHOLE = (
    "placeholder_reasons", "override_without_reason", "all_flags_false", "report_outdated",
)  # fmt: skip
"""Codes of findings on the submission that are queries as they stand."""


UNCONFIRMED = "unconfirmed"
"""Code of findings on answers to be confirmed, which are one query together."""


class Query(NamedTuple):
    """Something to ask an institution to confirm.

    Attributes:
        institution: its id.
        practice: the practice concerned, None where it is the submission as a whole.
        code: code of the message, without its prefix.
        params: values for the message's placeholders.
    """

    institution: str
    practice: str | None
    code: str
    params: Mapping[str, Scalar]

    @property
    def is_contradiction(self) -> bool:
        """Whether answers break a rule of their checklist."""
        return self.code.startswith(CONTRADICTION)


def queries(result: Result, previous: Mapping[str, int] | None = None) -> tuple[Query, ...]:
    """Return the queries on a submission: on all of it first, then in checklist order.

    Args:
        result: its result.
        previous: the levels of the previous campaign, by practice; None where the institution did
            not take part in it.
    """
    institution = result.institution.id
    findings: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.practice is not None:
            findings.setdefault(finding.practice, []).append(finding)
    practices = [practice for domain in result.domains for practice in domain.practices]
    contents = [
        *_on_submission(result.findings),
        *_on_uniform_levels(practices),
        *(query for domain in result.domains for query in _on_many_not_applicable(domain)),
        *(
            query
            for practice in practices
            for query in (
                *_on_findings(findings.get(practice.id, ())),
                *_on_jump(practice, (previous or {}).get(practice.id)),
            )
        ),
    ]
    return tuple(Query(institution, *content) for content in contents)


QueryContent = tuple[str | None, str, Mapping[str, Scalar]]
"""Practice, code and params of a query."""


def _on_submission(findings: Iterable[Finding]) -> Iterator[QueryContent]:
    codes = set()
    excluded: set[str] = set()
    flags = unconfirmed = 0
    for finding in findings:
        codes.add(finding.code)
        unconfirmed += finding.code == UNCONFIRMED
        is_contradiction = finding.practice is None and finding.code.startswith(CONTRADICTION)
        if finding.code in FROM_WHOLE or is_contradiction:
            yield None, finding.code, finding.params
        elif finding.code == "flag_without_reason":
            flags += 1
            excluded.update(str(finding.params["practices"]).split(", "))
    if unconfirmed:
        yield None, UNCONFIRMED, {"count": unconfirmed}
    if len(excluded) >= MANY_EXCLUDED and "all_flags_false" not in codes:
        yield None, "flags_unexplained", {"flags": flags, "count": len(excluded)}


def _on_uniform_levels(practices: list[PracticeResult]) -> Iterator[QueryContent]:
    levels = Counter(practice.level for practice in practices if practice.level is not None)
    total = levels.total()
    if total < UNIFORM_FROM:
        return
    level, count = max(levels.items(), key=lambda item: item[1])
    if 100 * count >= UNIFORM_PERCENT * total:
        yield None, "uniform", {"level": level, "count": count, "of": total}


def _on_many_not_applicable(domain: DomainResult) -> Iterator[QueryContent]:
    """Yield a query where not applicable basic practices leave the domain unrateable."""
    basics = [
        practice
        for practice in domain.practices
        if practice.tier == "basic" and practice.status not in OUTSIDE_SCOPE
    ]
    count = sum(practice.status == "not_applicable" for practice in basics)
    if count > NOT_APPLICABLE_LIMIT * len(basics):
        yield None, "many_na", {"domain": domain.id, "count": count, "of": len(basics)}


def _on_findings(findings: Iterable[Finding]) -> Iterator[QueryContent]:
    for finding in findings:
        is_taken = finding.code in FROM_FINDINGS or finding.code.startswith(CONTRADICTION)
        if is_taken or _is_distant_review(finding):
            yield finding.practice, finding.code, finding.params


def _is_distant_review(finding: Finding) -> bool:
    reviewed, own = finding.params.get("level"), finding.params.get("own")
    return (
        finding.code == "review_differs"
        and isinstance(reviewed, int)
        and isinstance(own, int)
        and abs(reviewed - own) >= REVIEW_DIFFERENCE
    )


def _on_jump(practice: PracticeResult, previous: int | None) -> Iterator[QueryContent]:
    level = practice.level
    if level is not None and previous is not None and abs(level - previous) >= JUMP:
        yield practice.id, "jump", {"before": previous, "level": level}
