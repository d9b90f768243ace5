"""Two campaigns: one on a small checklist with a year before it, one of every size of group."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from tests.reports.aggregate.worlds import SMALL, World
from tests.reports.report.conftest import Page


@pytest.fixture(scope="session")
def small() -> World:
    """Sixty institutions on the small checklist, for the second year."""
    sectors = {"regional_bank": 24, "shinkin": 30, "trust": 4, "exchange": 2}
    return World(sectors, SMALL, again=True)


@pytest.fixture(scope="session")
def large() -> Callable[[], World]:
    """Return two hundred institutions on the shipped checklist."""
    sectors = {"regional_bank": 62, "shinkin": 100, "rokin": 13, "trust": 6, "life": 22}
    return cache(lambda: World(sectors))


@pytest.fixture(scope="session")
def read_page() -> Callable[[str], Any]:
    """Read a page's words, headings and elements."""
    return Page
