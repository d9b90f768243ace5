"""One assembly of scoring data, checklists and criteria, from what it is given alone."""

import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cssa.errors import InputError
from cssa.forms.form_request import FormRequest
from cssa.forms.form_writer import write_form
from cssa.workspace import DEFAULT_CHECKLIST, Workspace

SMALL = Path(__file__).parent / "reports" / "report" / "small"
AS_OF = date(2026, 11, 20)


@pytest.fixture
def workspace(cache_folder: Path) -> Workspace:
    return Workspace(cache=cache_folder)


def test_nothing_is_taken_from_environment_or_standard_input(
    workspace: Workspace, answers: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSSA_CHECKLISTS", "/no/such/folder")
    monkeypatch.setenv("CSSA_CACHE", "/no/such/cache")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"schema: other")))
    data = answers("2.1.1-1: 3").read_bytes()
    assessment = workspace.assess(data, "-", as_of=AS_OF)
    assert assessment.result.as_of == AS_OF
    assert assessment.answers.submission.answers["2.1.1-1"].level == 3


def test_a_form_and_the_answers_that_it_was_filled_from_give_the_same_result(
    workspace: Workspace, answers: Callable[..., Path]
) -> None:
    data = answers("2.1.1-1: {level: 3, note: 補足}", "2.2.1-1: 2").read_bytes()
    from_text = workspace.assess(data, "answers.yaml", as_of=AS_OF)
    scoring_data = workspace.scoring_data
    form = write_form(
        FormRequest(
            from_text.edition,
            scoring_data.level_wording(),
            scoring_data.profile,
            scoring_data.sectors,
            "ja",
            submission=from_text.answers.submission,
        )
    )
    from_form = workspace.assess(form, "form.xlsx", as_of=AS_OF)
    assert from_form.result == from_text.result


@pytest.mark.parametrize(
    ("checklist", "expected"), [(None, DEFAULT_CHECKLIST), (SMALL / "checklist", "small")]
)
def test_the_checklist_to_ask_is_the_given_one_if_any(
    checklist: Path | None, expected: str, cache_folder: Path
) -> None:
    workspace = Workspace(checklist, cache=cache_folder)
    assert workspace.asked_entry().id == expected


@pytest.mark.parametrize(
    ("replaced", "by", "code", "path"),
    [
        ("fsa-cyber-guideline", "other", "checklist.unknown", ("checklist", "id")),
        ("2025-07-04", "1999", "checklist.unknown_version", ("checklist", "version")),
    ],
)
def test_a_checklist_out_of_reach_is_a_problem_of_the_line_that_names_it(
    replaced: str,
    by: str,
    code: str,
    path: tuple[str, ...],
    workspace: Workspace,
    answers: Callable[..., Path],
) -> None:
    data = answers("2.1.1-1: 3").read_bytes().replace(replaced.encode(), by.encode())
    with pytest.raises(InputError) as caught:
        workspace.assess(data, "answers.yaml", as_of=AS_OF)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == (code, path)
    assert str(problem.location).startswith("answers.yaml:2:")
