"""Periods of years and months, counted back from a day."""

from datetime import date

import pytest

from cssa.datafile.types import months_before, months_in


@pytest.mark.parametrize(
    ("period", "months"), [("P1Y", 12), ("P6M", 6), ("P13M", 13), ("P2Y6M", 30)]
)
def test_a_period_is_a_number_of_months(period: str, months: int) -> None:
    assert months_in(period) == months


@pytest.mark.parametrize("text", ["", "P0M", "1Y", "P1D", "P", "p1y", "P1M1Y"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        months_in(text)


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
