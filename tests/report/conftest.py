"""Institutions and their reports: four of the shipped checklist, one hostile, one small."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cssa.cli.report import view_of
from cssa.cli.workspace import Assessed, Workspace
from cssa.engine.result import Result
from cssa.reports.view import ReportView

HERE = Path(__file__).resolve().parent
AS_OF = date(2026, 11, 20)


def view(
    answers: Path, checklist: Path | None = None, previous: Result | None = None
) -> ReportView:
    """Return the view of an answers file."""
    workspace = Workspace(checklist)
    assessed = workspace.assess(str(answers), scheme=None, target=None, as_of=AS_OF)
    return view_of(workspace, assessed, previous)


@pytest.fixture(scope="session")
def institution() -> Callable[[str], ReportView]:
    """Return the view of one of the institutions by name."""
    return cache(lambda name: view(HERE / "institutions" / f"{name}.yaml"))


@pytest.fixture(scope="session")
def small() -> ReportView:
    """The view of the small checklist's answers, beside those of a year before."""
    before = assess_small(HERE / "small" / "answers-2025.yaml", date(2025, 11, 20)).result
    return view(HERE / "small" / "answers.yaml", HERE / "small" / "checklist", before)


def assess_small(answers: Path, as_of: date = AS_OF) -> Assessed:
    """Assess answers to the small checklist."""
    return Workspace(HERE / "small" / "checklist").assess(
        str(answers), scheme=None, target=None, as_of=as_of
    )
