"""The shipped checklist, and a population that several tests look at."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pytest

from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Catalogue, Edition
from cssa.engine.result import Result
from cssa.engine.scoring import Criteria, score_submission
from cssa.scheme.scoring_data import ScoringData
from cssa.synth.generator import generate
from cssa.synth.traits import load_traits

DEADLINE = date(2026, 11, 20)


class Round(NamedTuple):
    """Institutions with what their answers yield."""

    submissions: Sequence[Submission]
    results: Sequence[Result]


@pytest.fixture(scope="session")
def library() -> ScoringData:
    return ScoringData()


@pytest.fixture(scope="session")
def guideline(library) -> Edition:
    catalogue = Catalogue(vocabulary=lambda: library.vocabulary)
    found: Edition = catalogue.load(catalogue.find("fsa-cyber-guideline"))
    return found


@pytest.fixture(scope="session")
def round_of(guideline, library):
    """Return the institutions of a seed and year, assessed: ``round_of(160, seed=1)``."""
    criteria = Criteria(scheme=library.scheme(), targets=library.targets(), profile=library.profile)

    def make(count, seed, year=2026):
        submissions = list(generate(count, seed, guideline, load_traits(), year))
        results = [
            score_submission(guideline, one, criteria, as_of=DEADLINE) for one in submissions
        ]
        return Round(submissions, results)

    return make


@pytest.fixture(scope="session")
def population(round_of) -> Round:
    """Enough institutions for figures that mean something."""
    found: Round = round_of(160, seed=1)
    return found
