"""Five years of one bank, in which the checklist changed twice."""

from pathlib import Path

import pytest

FIVE = Path(__file__).resolve().parent / "five"
YEARS = [FIVE / f"{year}.yaml" for year in range(2022, 2027)]


@pytest.fixture(autouse=True)
def five(clean_environment: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - the variable is set after it
    """Make the three versions of the checklist available."""
    monkeypatch.setenv("CSSA_CHECKLISTS", str(FIVE / "checklists"))
