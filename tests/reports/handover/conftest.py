"""A handover of a small checklist that has something of everything."""

from datetime import date
from pathlib import Path

import pytest

from cssa.cli.environment import assess_file, open_workspace
from cssa.cli.report import view_of
from cssa.gate.policy import load_policy
from cssa.messages import Lang
from cssa.reports.handover.handover_view import HandoverView, build_handover_view
from cssa.reports.plan.plan_view import build_plan_view

SMALL = Path(__file__).resolve().parent / "small"
AS_OF = date(2026, 11, 20)


def handover(lang: Lang) -> HandoverView:
    """Return the view of the handover in a language."""
    workspace = open_workspace(str(SMALL / "checklist"))
    assessment = assess_file(workspace, str(SMALL / "answers.yaml"), as_of=AS_OF)
    checklist = assessment.edition.checklist
    submission = assessment.answers.submission
    plan = build_plan_view(
        assessment.result, submission, checklist, lang, workspace.library.incidents
    )
    document = workspace.scoring_data.policy_document(str(SMALL / "policy.yaml"))
    policy = load_policy(document, checklist).policy
    return build_handover_view(
        view_of(workspace, assessment, None), plan, policy.waivers, policy.id
    )


@pytest.fixture(scope="session")
def view() -> HandoverView:
    """The handover in Japanese."""
    return handover("ja")
