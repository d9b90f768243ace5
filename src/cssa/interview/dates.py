"""Dates that are probably a slip of the fingers."""

from datetime import date
from enum import Enum

_EARLIEST_YEAR = 1950
_FURTHEST_YEARS = 30
"""A year before the first, or so many years ahead, is a slip of the fingers."""


class DateDoubt(Enum):
    """Why a date is doubtful; the value is part of the code of the question about it."""

    YEAR = "year"
    PAST = "past_date"
    FUTURE = "future_date"


def doubt_about(entered: date, today: date, *, is_ahead: bool) -> DateDoubt | None:
    """Return why a date is doubtful, None where it is not.

    Args:
        entered: the date.
        today: the date of today.
        is_ahead: the date is one to come, as a review date; others have passed.
    """
    if not _EARLIEST_YEAR <= entered.year <= today.year + _FURTHEST_YEARS:
        return DateDoubt.YEAR
    if is_ahead and entered < today:
        return DateDoubt.PAST
    if not is_ahead and entered > today:
        return DateDoubt.FUTURE
    return None
