"""Answers to ask about within one submission: what does not go together, asked and not judged."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cssa.engine.aggregate import NOT_APPLICABLE_LIMIT
from cssa.engine.result import DomainResult, Finding, PracticeResult, Result, Scalar

JUMP = 2
"""Levels between two years from which a change is asked about."""

APART = 2
"""Levels between a self-rating and another line's view from which both are asked about."""

UNIFORM_PERCENT = 95
"""Share of answers at one level from which all of them are asked about."""

UNIFORM_FROM = 20
"""Answers below which one level for all is nothing to ask about."""

FROM_FINDINGS = ("evidence_missing", "points_open")
"""Findings of the assessment that are asked about as they are."""


class Query(NamedTuple):
    """Something to ask an institution to confirm.

    Attributes:
        institution: its id.
        practice: the practice concerned, None where it is the submission as a whole.
        code: of the message, without its prefix.
        params: of the message.
    """

    institution: str
    practice: str | None
    code: str
    params: Mapping[str, Scalar]


def queries(result: Result, previous: Mapping[str, int] | None = None) -> tuple[Query, ...]:
    """Return what to ask about a submission, on the whole of it first, then in checklist order.

    Args:
        result: its assessment.
        previous: the levels of the campaign before, by practice; None for a newcomer.
    """
    institution = result.institution.id
    by_practice: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.practice is not None:
            by_practice.setdefault(finding.practice, []).append(finding)
    practices = [one for domain in result.domains for one in domain.practices]
    found = [
        *_uniform(practices),
        *(one for domain in result.domains for one in _left_out(domain)),
        *(
            one
            for practice in practices
            for one in (
                *_found(by_practice.get(practice.id, ())),
                *_jump(practice, (previous or {}).get(practice.id)),
            )
        ),
    ]
    return tuple(Query(institution, *one) for one in found)


_Asked = tuple[str | None, str, Mapping[str, Scalar]]


def _uniform(practices: list[PracticeResult]) -> Iterator[_Asked]:
    levels = Counter(one.level for one in practices if one.level is not None)
    total = levels.total()
    if total < UNIFORM_FROM:
        return
    level, count = max(levels.items(), key=lambda item: item[1])
    if 100 * count >= UNIFORM_PERCENT * total:
        yield None, "uniform", {"level": level, "count": count, "of": total}


def _left_out(domain: DomainResult) -> Iterator[_Asked]:
    """Ask where so many basics are not applicable that the domain is not rateable."""
    basics = [
        one
        for one in domain.practices
        if one.tier == "basic" and one.status not in ("out_of_scope", "informative")
    ]
    count = sum(one.status == "not_applicable" for one in basics)
    if count > NOT_APPLICABLE_LIMIT * len(basics):
        yield None, "many_na", {"domain": domain.id, "count": count, "of": len(basics)}


def _found(findings: Iterable[Finding]) -> Iterator[_Asked]:
    for finding in findings:
        view, own = finding.params.get("level"), finding.params.get("own")
        apart = isinstance(view, int) and isinstance(own, int) and abs(view - own) >= APART
        if finding.code in FROM_FINDINGS or (finding.code == "review_differs" and apart):
            yield finding.practice, finding.code, finding.params


def _jump(practice: PracticeResult, before: int | None) -> Iterator[_Asked]:
    level = practice.level
    if level is not None and before is not None and abs(level - before) >= JUMP:
        yield practice.id, "jump", {"before": before, "level": level}
