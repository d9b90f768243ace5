"""Feedback reports: of the small institution, and of one of the shipped checklist."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cssa.cli.environment import assess_file, open_workspace
from cssa.cli.previous import compare_with_previous
from cssa.cli.report import view_of
from cssa.engine.scoring import score_submission
from cssa.peers.comparison.institution import compare_with_peers
from cssa.peers.peers_file import Peers, read_peers
from cssa.reports.feedback.feedback_view import FeedbackView, build_feedback_view
from cssa.workspace import Assessment, Workspace

HERE = Path(__file__).resolve().parent
SMALL = HERE.parent / "report" / "small"
AS_OF = date(2026, 11, 20)

CASES = ("large", "ten", "hidden")
"""An institution in a large group, in a group of ten, and in groups of which nothing is told."""


@cache
def assessed_small() -> tuple[Workspace, Assessment]:
    workspace = open_workspace(str(SMALL / "checklist"))
    answers = str(SMALL / "answers.yaml")
    return workspace, assess_file(workspace, answers, as_of=AS_OF)


def feedback_at(level: int, peers: Peers) -> FeedbackView:
    """Return what the small institution would be told, had it answered one level throughout."""
    workspace, assessment = assessed_small()
    submission = assessment.answers.submission
    answers = {
        name: answer if answer.level is None else answer.model_copy(update={"level": level})
        for name, answer in submission.answers.items()
    }
    submission = submission.model_copy(update={"answers": answers})
    result = score_submission(assessment.edition, submission, assessment.criteria, as_of=AS_OF)
    loaded = assessment.answers._replace(submission=submission)
    view = view_of(workspace, assessment._replace(answers=loaded, result=result), None)
    return build_feedback_view(
        view, compare_with_peers(result, submission, peers, workspace.scoring_data.sectors)
    )


def feedback_on(peers: Peers) -> FeedbackView:
    """Return what the small institution is told beside published figures."""
    workspace, assessment = assessed_small()
    earlier = compare_with_previous(workspace, [str(SMALL / "answers-2025.yaml")], assessment)
    view = view_of(workspace, assessment, earlier)
    sectors, submission = workspace.scoring_data.sectors, assessment.answers.submission
    return build_feedback_view(
        view, compare_with_peers(assessment.result, submission, peers, sectors)
    )


@cache
def peers_of(name: str) -> Peers:
    return read_peers(str(HERE / "peers" / f"{name}.json"))


@pytest.fixture(scope="session")
def feedback() -> Callable[[str], FeedbackView]:
    """Return the small institution's feedback by the name of a case."""
    return cache(lambda name: feedback_on(peers_of(name)))
