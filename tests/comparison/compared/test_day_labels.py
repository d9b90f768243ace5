"""The days of a comparison, where there is little room for them."""

from datetime import date

from cssa.reports.comparison.day_labels import day_labels


def test_days_of_different_months_are_short() -> None:
    assert day_labels([date(2025, 11, 30), date(2026, 11, 30)]) == ["2025-11", "2026-11"]


def test_two_days_of_one_month_are_told_apart() -> None:
    days = [date(2025, 11, 30), date(2026, 11, 6), date(2026, 11, 30)]
    assert day_labels(days) == ["2025-11-30", "2026-11-06", "2026-11-30"]
