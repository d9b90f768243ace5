"""What the days of a comparison are called where there is little room."""

from collections.abc import Sequence
from datetime import date


def day_labels(days: Sequence[date]) -> list[str]:
    """Return year and month of each day, or the whole days where two are of one month.

    Args:
        days: the days compared.
    """
    months = [f"{day:%Y-%m}" for day in days]
    return months if len(set(months)) == len(days) else [day.isoformat() for day in days]
