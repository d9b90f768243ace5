"""The shipped checklist, and a population that several tests look at."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pytest

from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.engine.result import Result
from cssa.engine.scoring import score_submission
from cssa.scheme.scoring_data import ScoringData
from cssa.synth.generator import generate
from cssa.synth.traits import load_traits
from cssa.workspace import DEFAULT_CHECKLIST, Workspace

DEADLINE = date(2026, 11, 20)


class AssessedCampaign(NamedTuple):
    """The submissions of a campaign with their results."""

    submissions: Sequence[Submission]
    results: Sequence[Result]


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return Workspace()


@pytest.fixture(scope="session")
def scoring_data(workspace) -> ScoringData:
    data: ScoringData = workspace.scoring_data
    return data


@pytest.fixture(scope="session")
def guideline(workspace) -> Edition:
    edition: Edition = workspace.edition(DEFAULT_CHECKLIST)
    return edition


@pytest.fixture(scope="session")
def campaign_of(guideline, workspace):
    """Return the campaign of a seed and year, assessed: ``campaign_of(160, seed=1)``."""
    criteria = workspace.criteria(guideline.checklist)

    def make(count, seed, year=2026):
        submissions = list(generate(count, seed, guideline, load_traits(), year))
        results = [
            score_submission(guideline, submission, criteria, as_of=DEADLINE)
            for submission in submissions
        ]
        return AssessedCampaign(submissions, results)

    return make


@pytest.fixture(scope="session")
def population(campaign_of) -> AssessedCampaign:
    """Enough institutions for figures that mean something."""
    campaign: AssessedCampaign = campaign_of(160, seed=1)
    return campaign
