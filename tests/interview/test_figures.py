"""The figures of an interview as it stands are those of the result."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cssa.answers.answers_file import AnswersFile
from cssa.cli.environment import open_workspace
from cssa.engine.aggregate import rounded
from cssa.engine.scoring import score_submission
from cssa.interview.session import Session

AS_OF = date(2026, 11, 20)
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "path",
    [ROOT / "templates/demo/answers.yaml", ROOT / "examples/answers/shiokaze.yaml"],
    ids=lambda path: path.stem,
)
def test_the_figures_are_those_of_the_result(path: Path) -> None:
    workspace: Any = open_workspace()
    loaded = AnswersFile.read_unchecked(path)
    edition = workspace.edition_of(loaded)
    criteria = workspace.criteria(edition.checklist)
    submission = loaded.submission
    result = score_submission(edition, submission, criteria, as_of=AS_OF)
    session = Session(edition, submission, criteria, as_of=AS_OF)
    figures = session.figures
    assert rounded(figures.score) == result.overall.score
    assert figures.below_target == result.overall.below_target.count
    for expected, found in (
        (result.domains, figures.domains),
        (result.sections, figures.sections),
    ):
        assert [each.id for each in expected] == list(found)
        for each in expected:
            assert rounded(found[each.id].score) == each.score
            assert found[each.id].below_target == each.below_target
    session.submission = submission.model_copy(update={"answers": {}})
    assert session.figures.below_target != figures.below_target
