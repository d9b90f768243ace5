"""A small checklist with every kind of question, and the context of its forms."""

from datetime import date
from pathlib import Path

import pytest

from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Catalogue, Edition
from cssa.excel.child_call import call_here
from cssa.forms.form_request import FormRequest
from cssa.forms.reading import ReadingContext
from cssa.scheme.scoring_data import ScoringData

FOLDER = Path(__file__).parent / "checklist" / "kinds" / "1"


@pytest.fixture(scope="session")
def library() -> ScoringData:
    return ScoringData()


@pytest.fixture(scope="session")
def catalogue(library) -> Catalogue:
    return Catalogue(vocabulary=lambda: library.vocabulary, folders=[FOLDER.parent.parent])


@pytest.fixture(scope="session")
def edition(catalogue) -> Edition:
    loaded: Edition = catalogue.load(catalogue.find("kinds"))
    return loaded


@pytest.fixture(scope="session")
def context(catalogue, library) -> ReadingContext:
    return ReadingContext(
        lambda *wanted: catalogue.load(catalogue.find(*wanted)), library, call_here
    )


@pytest.fixture(scope="session")
def guideline(catalogue) -> Edition:
    loaded: Edition = catalogue.load(catalogue.find("fsa-cyber-guideline"))
    return loaded


@pytest.fixture(scope="session")
def request_for(edition, library):
    scales, profile, sectors = library.level_wording(), library.profile, library.sectors

    def make(submission=None, lang="ja", **more):
        base = more.pop("edition", edition)
        return FormRequest(base, scales, profile, sectors, lang, submission=submission, **more)

    return make


@pytest.fixture(scope="session")
def submission() -> Submission:
    return make_submission(
        {"1.1-1": {"level": 3}, "1.1-2": {"na": True, "reason": "該当業務がない"}}
    )


def make_submission(answers, **institution) -> Submission:
    return Submission.model_validate(
        {
            "schema": "cssa.answers/1",
            "checklist": {"id": "kinds", "version": "1"},
            "institution": {
                "id": "0001-test",
                "name": "しおさい信用金庫",
                "sector": "shinkin",
                **institution,
            },
            "assessed_on": date(2026, 9, 30),
            "answers": answers,
        }
    )


@pytest.fixture(scope="session")
def blank_form(request_for, submission) -> bytes:
    """A Japanese form with its cover filled and two answers."""
    from cssa.forms.form_writer import write_form

    return write_form(request_for(submission))


@pytest.fixture
def blank(blank_form):
    """Return a Japanese form with its cover filled and two answers, ready to be changed."""
    from tests.forms.workbooks import Filled

    return Filled(blank_form)


@pytest.fixture
def read(context):
    """Return answers of a form, or raise with every problem."""
    from cssa.forms.form_reader import complete_answers, read_form

    def reading(data):
        return complete_answers(read_form(data, "form.xlsx", context)).submission

    return reading


@pytest.fixture
def problems_of(context):
    """Return each problem of a form as its place and code."""
    from cssa.errors import InputError
    from cssa.forms.form_reader import complete_answers, read_form

    def listed(data):
        try:
            complete_answers(read_form(data, "form.xlsx", context))
        except InputError as error:
            return {
                (str(problem.location).removeprefix("form.xlsx!"), problem.code)
                for problem in error.problems
            }
        return set()

    return listed
