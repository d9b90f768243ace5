"""Which groups of practices are answered: asked on the cover, unless the campaign says so."""

from pathlib import Path

import pytest
from tests.forms.workbooks import Filled

from cssa.answers.campaign import read_campaign
from cssa.answers.serialization import to_yaml
from cssa.errors import InputError
from cssa.forms.form_reader import complete_answers, loaded_answers, read_form
from cssa.forms.form_request import FormRequest
from cssa.forms.form_writer import write_form
from cssa.forms.into_answers import Update, merge_into
from cssa.forms.merge import merge_forms
from cssa.forms.reading import FormReading
from cssa.workspace import Workspace

CASE = Path(__file__).parents[1] / "cases" / "own-scale"
CAMPAIGN = b'schema: cssa.campaign/1\nid: "2026"\ntitle: C\nselected_groups: [%s]\n'
ANSWERS = (CASE / "answers.yaml").read_text(encoding="utf-8")
SMALL, LARGE = "selected_groups.small", "selected_groups.large"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(CASE / "checklist")


def form(workspace: Workspace, answers: str = ANSWERS, campaign: bytes | None = None) -> Filled:
    loaded = workspace.read_answers(answers.encode(), "answers.yaml")
    edition, data = workspace.edition_of(loaded), workspace.scoring_data
    request = FormRequest(
        edition,
        data.level_wording(edition.checklist),
        data.profile,
        data.sectors,
        "en",
        read_campaign(CAMPAIGN % campaign, "c.yaml", edition.checklist) if campaign else None,
        loaded.submission,
    )
    return Filled(write_form(request))


def read(workspace: Workspace, filled: Filled, name: str = "form.xlsx") -> FormReading:
    return read_form(filled.save(), name, workspace.form_context)


@pytest.mark.parametrize(("campaign", "expected"), [(None, ["small"]), (b"large", ["large"])])
def test_the_groups_come_back_the_campaigns_before_those_of_the_answers(
    workspace: Workspace, campaign: bytes | None, expected: list[str]
) -> None:
    reading = read(workspace, form(workspace, campaign=campaign))
    assert reading.gathered.value["selected_groups"] == expected
    assert reading.gathered.value["answers"]["a"]["level"] == 5


@pytest.mark.parametrize(
    ("small", "large", "expected"),
    [
        ("Yes", "No", ("small",)),
        (None, "はい", ("large",)),
        ("No", None, ("large",)),
        ("Yes", "Yes", ("small", "large")),
        (None, None, ()),
    ],
)
def test_the_cover_asks_for_each_group(
    workspace: Workspace, small: str | None, large: str | None, expected: tuple[str, ...]
) -> None:
    filled = form(workspace).cover(SMALL, small).cover(LARGE, large)
    assert complete_answers(read(workspace, filled)).submission.selected_groups == expected


@pytest.mark.parametrize(
    ("small", "large", "code"),
    [("No", "No", "form.no_group"), ("perhaps", "No", "form.unknown_choice")],
)
def test_choices_that_say_nothing_are_refused_at_their_cell(
    workspace: Workspace, small: str, large: str, code: str
) -> None:
    filled = form(workspace).cover(SMALL, small).cover(LARGE, large)
    with pytest.raises(InputError) as refusal:
        complete_answers(read(workspace, filled))
    (problem,) = refusal.value.problems
    assert (problem.code, problem.location.cell) == (code, filled.cell(SMALL, "value").coordinate)  # type: ignore[union-attr]


def test_a_form_of_a_campaign_that_selects_groups_does_not_ask_for_them(
    workspace: Workspace,
) -> None:
    filled = form(workspace, campaign=b"large")
    with pytest.raises(KeyError):
        filled.cell(SMALL, "value")
    texts = [cell.value for row in filled.book.worksheets[0].iter_rows() for cell in row]
    assert any("Large organisations" in str(text) for text in texts)


def merged(workspace: Workspace, path: Path, filled: Filled) -> tuple[Update, tuple[str, ...]]:
    reading = read(workspace, filled)
    update, submission = merge_into(
        path,
        reading.gathered,
        loaded_answers(reading.gathered).submission,
        reading.edition,
        workspace.scoring_data,
    )
    return update, submission.selected_groups


def test_a_group_chosen_in_the_form_is_merged_into_the_answers(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    update, groups = merged(workspace, path, form(workspace).cover(LARGE, "Yes"))
    assert groups == ("small", "large")
    assert update.taken == {LARGE: ["value"]}
    assert "selected_groups: [small, large]" in path.read_text(encoding="utf-8")


def test_a_form_that_leaves_the_groups_as_issued_keeps_what_the_file_selects_since(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(ANSWERS.replace("[small]", "[large]"), encoding="utf-8")
    update, groups = merged(workspace, path, form(workspace))
    assert groups == ("large",)
    assert update.kept == {SMALL: ["value"], LARGE: ["value"]}


def test_groups_changed_on_both_sides_are_a_conflict(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(ANSWERS.replace("[small]", "[large]"), encoding="utf-8")
    issued = form(workspace, ANSWERS.replace("selected_groups: [small]\n", ""))
    update, _ = merged(workspace, path, issued.cover(SMALL, "Yes").cover(LARGE, "No"))
    assert list(update.conflicts) == [SMALL, LARGE]
    assert path.read_text(encoding="utf-8").count("[large]") == 1


def test_departments_say_together_which_groups_are_answered(workspace: Workspace) -> None:
    none = ANSWERS.replace("selected_groups: [small]\n", "")
    silent = read(workspace, form(workspace, none), "one.xlsx")
    speaking = read(workspace, form(workspace, none).cover(LARGE, "Yes"), "two.xlsx")
    together = merge_forms([silent, speaking])
    assert not together.problems
    assert loaded_answers(together).submission.selected_groups == ("large",)
    other = read(workspace, form(workspace, none).cover(LARGE, "No"), "three.xlsx")
    assert [p.code for p in merge_forms([speaking, other]).problems] == ["form.conflict"]


def test_answers_as_read_from_a_form_name_the_groups(workspace: Workspace) -> None:
    submission = complete_answers(read(workspace, form(workspace))).submission
    assert "selected_groups:" in to_yaml(submission)


def test_a_group_that_the_checklist_does_not_have_is_refused_at_its_place(
    workspace: Workspace,
) -> None:
    checklist = workspace.edition("own-scale").checklist
    with pytest.raises(InputError) as refusal:
        read_campaign(CAMPAIGN % b"small, huge", "c.yaml", checklist)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.location.line) == ("answers.unknown_group", 4)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"clarifications:\n  a: Also abroad\n  zz: Also abroad\n", "answers.unknown_practice"),
        (b"sharing: The office\nuse: Statistics\nmarking: " + b"x" * 41, "value.too_long"),
        (b'sharing: The office\nuse: Statistics\nmarking: "two\\nlines"', "value.one_line"),
    ],
)
def test_what_a_campaign_lays_down_is_refused_at_its_place(text: bytes, code: str) -> None:
    checklist = Workspace(CASE / "checklist").edition("own-scale").checklist
    with pytest.raises(InputError) as refusal:
        read_campaign(CAMPAIGN % b"small" + text, "c.yaml", checklist)
    assert {(one.code, one.location.line) for one in refusal.value.problems} == {(code, 7)}  # type: ignore[union-attr]
