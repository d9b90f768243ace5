"""Queries on what is well formed and implausible: units of the size, dates, unchanged answers."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from cssa.answers.campaign import Campaign
from cssa.answers.submission import Submission
from cssa.consistency.former_answers import FormerAnswers, answers_of, unchanged_answers
from cssa.consistency.queries import Query, QueryContent
from cssa.engine.result import Result
from cssa.scheme.sectors import Sector

OTHER_UNIT = 300
"""Factor between two sizes of one institution from which another unit is suspected: thousands or
millions of yen, with room for what changes in a year."""

UNCHANGED_PERCENT = 98
"""Share of answers as in the former campaign, in per cent, from which they are queried."""

UNCHANGED_FROM = 20
"""Number of answers from which unchanged ones are queried."""

BEFORE_BASE_DATE = timedelta(days=180)
"""How long before the base date an assessment may have been made."""


class Expected(NamedTuple):
    """What an institution's answers are checked against.

    Attributes:
        sector: its sub-sector; None where it is not known.
        size: as the roster states it, in yen.
        first_day: the first day on which the assessment may have been made.
        last_day: the last one.
        former: its answers in the former campaign; None for a newcomer.
    """

    sector: Sector | None = None
    size: Decimal | None = None
    first_day: date | None = None
    last_day: date | None = None
    former: FormerAnswers | None = None


def assessment_days(campaign: Campaign | None) -> tuple[date | None, date | None]:
    """Return the first and the last day on which an assessment for a campaign may be made."""
    if campaign is None:
        return None, None
    base_date = campaign.base_date
    return base_date and base_date - BEFORE_BASE_DATE, campaign.cut_off or campaign.deadline


def plausibility_queries(
    result: Result, submission: Submission, expected: Expected
) -> tuple[Query, ...]:
    """Return the queries on a submission as a whole that follow from what is known beside it.

    Args:
        result: its result.
        submission: the answers.
        expected: what they are checked against.
    """
    contents = [
        *_on_size(submission.institution.size, expected),
        *_on_assessment_day(submission.assessed_on, expected),
        *_on_unchanged_answers(result, submission, expected.former),
    ]
    return tuple(Query(result.institution.id, *content) for content in contents)


def _on_size(size: Decimal | None, expected: Expected) -> Iterator[QueryContent]:
    if size is None:
        return
    stated = {"size": f"{size:,f}"}
    if expected.sector and expected.sector.is_far_below(size):
        yield None, "size_small", stated
    elif expected.sector and expected.sector.is_far_above(size):
        yield None, "size_large", stated
    former = expected.former.size if expected.former else None
    for source, other in (("roster", expected.size), ("former", former)):
        if size and other and not 1 < OTHER_UNIT * size / other < OTHER_UNIT**2:
            yield None, f"size_{source}", {**stated, "other": f"{other:,f}"}


def _on_assessment_day(day: date | None, expected: Expected) -> Iterator[QueryContent]:
    first, last = expected.first_day, expected.last_day
    if day and first and day < first:
        yield None, "assessed_early", {"date": str(day), "first": str(first)}
    if day and last and day > last:
        yield None, "assessed_late", {"date": str(day), "last": str(last)}


def _on_unchanged_answers(
    result: Result, submission: Submission, former: FormerAnswers | None
) -> Iterator[QueryContent]:
    if former is None:
        return
    present = answers_of(result, submission)
    same, of = unchanged_answers(present.practices, present.codes, former)
    if of >= UNCHANGED_FROM and 100 * same >= UNCHANGED_PERCENT * of:
        is_with_texts = bool(present.texts) and present.texts == former.texts
        code = "unchanged_with_texts" if is_with_texts else "unchanged"
        yield None, code, {"count": same, "of": of}
