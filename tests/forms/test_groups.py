"""Forms carry the groups of practices that a campaign or the answers select."""

from pathlib import Path

import pytest

from cssa.answers.campaign import read_campaign
from cssa.errors import InputError
from cssa.forms.form_reader import read_form
from cssa.forms.form_request import FormRequest
from cssa.forms.form_writer import write_form
from cssa.workspace import Workspace

CASE = Path(__file__).parents[1] / "cases" / "own-scale"
CAMPAIGN = b'schema: cssa.campaign/1\nid: "2026"\ntitle: C\nselected_groups: [%s]\n'


@pytest.mark.parametrize(("campaign", "expected"), [(None, ["small"]), (b"large", ["large"])])
def test_the_groups_come_back_the_campaigns_before_those_of_the_answers(
    campaign: bytes | None, expected: list[str]
) -> None:
    workspace = Workspace(CASE / "checklist")
    path = CASE / "answers.yaml"
    answers = workspace.read_answers(path.read_bytes(), str(path))
    edition, data = workspace.edition_of(answers), workspace.scoring_data
    request = FormRequest(
        edition,
        data.level_wording(edition.checklist),
        data.profile,
        data.sectors,
        "en",
        read_campaign(CAMPAIGN % campaign, "c.yaml", edition.checklist) if campaign else None,
        answers.submission,
    )
    reading = read_form(write_form(request), "form.xlsx", workspace.form_context)
    assert reading.gathered.value["selected_groups"] == expected
    assert reading.gathered.value["answers"]["a"]["level"] == 5


def test_a_group_that_the_checklist_does_not_have_is_refused_at_its_place() -> None:
    checklist = Workspace(CASE / "checklist").edition("own-scale").checklist
    with pytest.raises(InputError) as refusal:
        read_campaign(CAMPAIGN % b"small, huge", "c.yaml", checklist)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.location.line) == ("answers.unknown_group", 4)  # type: ignore[union-attr]
