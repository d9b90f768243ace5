"""Periods of years and months, weeks or days, counted back from a day."""

from datetime import date, timedelta

import pytest

from cssa.datafile.types import Span, months_before, span_of


@pytest.mark.parametrize(
    ("period", "months"), [("P1Y", 12), ("P6M", 6), ("P13M", 13), ("P2Y6M", 30)]
)
def test_a_period_is_a_number_of_months(period: str, months: int) -> None:
    assert span_of(period) == Span(months, 0)


@pytest.mark.parametrize(
    ("period", "days"), [("P1D", 1), ("P2W", 14), ("P30D", 30), ("P999D", 999)]
)
def test_a_period_may_be_a_number_of_days(period: str, days: int) -> None:
    assert span_of(period) == Span(0, days)
    day = date(2026, 11, 20)
    assert span_of(period).before(day) == day - timedelta(days=days)


@pytest.mark.parametrize(
    ("first", "second", "may"),
    [
        ("P1Y", "P12M", False),
        ("P13M", "P1Y", True),
        ("P2W", "P14D", False),
        ("P31D", "P30D", True),
        ("P1M", "P30D", True),
        ("P30D", "P1M", True),
        ("P20D", "P1M", False),
        ("P1Y", "P300D", True),
        ("P300D", "P1Y", False),
    ],
)
def test_which_of_two_periods_can_be_the_longer_one(first: str, second: str, may: bool) -> None:
    assert span_of(first).may_exceed(span_of(second)) is may


@pytest.mark.parametrize(
    "text", ["", "P0M", "1Y", "P0D", "P", "p1y", "P1M1Y", "P1M1D", "P1W1D", "P1000D"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        span_of(text)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-20", 6, "2026-05-20"),
        ("2026-11-20", 12, "2025-11-20"),
        ("2026-01-31", 1, "2025-12-31"),
        ("2026-12-31", 12, "2025-12-31"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-03-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-05-31", 6, "2025-11-30"),
        ("2026-05-31", 1, "2026-04-30"),
    ],
)
def test_months_are_counted_back_to_the_same_day_or_the_months_last(
    day: str, months: int, before: str
) -> None:
    assert months_before(date.fromisoformat(day), months) == date.fromisoformat(before)
