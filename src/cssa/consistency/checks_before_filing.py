"""What an institution can settle alone before it files its answers (提出前の確認)."""

from collections.abc import Mapping
from operator import itemgetter
from typing import NamedTuple

from cssa.answers.submission import Submission
from cssa.checklist.model import Checklist
from cssa.consistency.former_answers import FormerAnswers
from cssa.consistency.plausibility import Expected, plausibility_queries
from cssa.consistency.queries import FROM_WHOLE, Query, queries
from cssa.consistency.query_kinds import kind_of
from cssa.engine.contradictions import contradiction_words
from cssa.engine.result import Result
from cssa.messages.wording import CodedWord, stated_words
from cssa.scheme.sectors import Sector


class ChecksBeforeFiling(NamedTuple):
    """What an institution is asked to look at again.

    Attributes:
        single: matters to look at one by one, those that weigh most first.
        counted: ids of practices by the code of what they all lack, such as evidence.
    """

    single: tuple[Query, ...]
    counted: Mapping[str, tuple[str, ...]]


def checks_before_filing(
    checklist: Checklist,
    result: Result,
    submission: Submission,
    *,
    sector: Sector | None = None,
    former: FormerAnswers | None = None,
) -> ChecksBeforeFiling:
    """Return what an institution can settle alone.

    Args:
        checklist: what was answered, with the rows of the institution.
        result: of the answers.
        submission: the answers.
        sector: the institution's sub-sector, whose sizes are known; None where it is not.
        former: the institution's answers of the year before; None without any.
    """
    raised = (
        *plausibility_queries(result, submission, Expected(sector=sector, former=former)),
        *queries(result, former.levels if former else None),
    )
    single: list[tuple[int, Query]] = []
    counted: dict[str, list[str]] = {}
    for query in raised:
        kind = kind_of(query, checklist)
        if not kind.alone:
            continue
        if not kind.counted:
            single.append((kind.weight, query))
        elif query.practice is not None:
            counted.setdefault(query.code, []).append(query.practice)
    single.sort(key=itemgetter(0), reverse=True)  # stable: equal ones stay in checklist order
    return ChecksBeforeFiling(
        tuple(query for _, query in single),
        {code: tuple(practices) for code, practices in counted.items()},
    )


def check_words(query: Query, checklist: Checklist) -> CodedWord:
    """Return in words what an institution is asked to look at again.

    Args:
        query: one that it can settle alone.
        checklist: what was answered, with the rows of the institution.
    """
    if query.is_contradiction:
        return contradiction_words(query.code, query.practice, query.params, checklist)
    params = stated_words(query.params, checklist.shown_id)
    code = f"finding.{query.code}" if query.code in FROM_WHOLE else f"check.{query.code}"
    return CodedWord(code, tuple(params.items()))
