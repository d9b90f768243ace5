"""Feedback reports: of the small institution, and of one of the shipped checklist."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cssa.cli.report import view_of
from cssa.cli.workspace import Assessed, Workspace
from cssa.engine.scoring import score_submission
from cssa.peers.comparison.institution import compare_with_peers
from cssa.peers.peers_file import Peers, read_peers
from cssa.reports.feedback.feedback_view import FeedbackView, build_feedback_view

HERE = Path(__file__).resolve().parent
SMALL = HERE.parent / "report" / "small"
AS_OF = date(2026, 11, 20)

CASES = ("large", "ten", "hidden")
"""An institution in a large group, in a group of ten, and in groups of which nothing is told."""


@cache
def assessed_small() -> tuple[Workspace, Assessed]:
    workspace = Workspace(SMALL / "checklist")
    answers = str(SMALL / "answers.yaml")
    return workspace, workspace.assess(answers, scheme=None, target=None, as_of=AS_OF)


def feedback_at(level: int, peers: Peers) -> FeedbackView:
    """Return what the small institution would be told, had it answered one level throughout."""
    workspace, assessed = assessed_small()
    submission = assessed.sheet.submission
    answers = {
        name: answer if answer.level is None else answer.model_copy(update={"level": level})
        for name, answer in submission.answers.items()
    }
    submission = submission.model_copy(update={"answers": answers})
    result = score_submission(assessed.edition, submission, assessed.criteria, as_of=AS_OF)
    sheet = assessed.sheet._replace(submission=submission)
    view = view_of(workspace, assessed._replace(sheet=sheet, result=result), None)
    comparison = compare_with_peers(result, submission, peers, workspace.library.sectors)
    return build_feedback_view(view, comparison)


def feedback_on(peers: Peers) -> FeedbackView:
    """Return what the small institution is told beside published figures."""
    workspace, assessed = assessed_small()
    before = Workspace(SMALL / "checklist").assess(
        str(SMALL / "answers-2025.yaml"), scheme=None, target=None, as_of=date(2025, 11, 20)
    )
    view = view_of(workspace, assessed, before.result)
    sectors, submission = workspace.library.sectors, assessed.sheet.submission
    comparison = compare_with_peers(assessed.result, submission, peers, sectors)
    return build_feedback_view(view, comparison)


@cache
def peers_of(name: str) -> Peers:
    return read_peers(str(HERE / "peers" / f"{name}.json"))


@pytest.fixture(scope="session")
def feedback() -> Callable[[str], FeedbackView]:
    """Return the small institution's feedback by the name of a case."""
    return cache(lambda name: feedback_on(peers_of(name)))
