"""Editions of the guideline, written once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.comparison.editions import write_editions

from cssa.workspace import Workspace


@pytest.fixture(scope="session")
def editions(make_once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A folder of checklists with a second and a third edition of the guideline."""
    return make_once("editions", write_editions)


@pytest.fixture(scope="session")
def workspace(editions: Path, cache_folder: Path) -> Workspace:
    return Workspace(folders=[editions], cache=cache_folder)
