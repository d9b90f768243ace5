"""The groups of practices of a checklist: asked before its practices, and changed at any time."""

import re
import shutil
from pathlib import Path

import pytest

from cssa.answers.answers_file import AnswersFile
from cssa.engine.asked_questions import asked_questions
from cssa.interview.answer_text import AnswerText
from cssa.interview.dialogue import Dialogue
from cssa.interview.line_mode import LineInterview
from cssa.interview.saving import AnswerSaver
from cssa.interview.session import Session
from cssa.interview.setup import Setup
from cssa.workspace import Workspace

from .conftest import ScriptedPrompter
from .test_keys import TODAY

CASE = Path(__file__).parents[1] / "cases" / "own-scale" / "checklist"
FACTS = """\
schema: cssa.answers/1
checklist: {id: own-scale, version: "1"}
institution: {id: X1, name: Nagihama, sector: major_bank, size: 1, licence: bank}
"""


def interview(path: Path, *lines: str, folder: Path = CASE, bookmark: str | None = None) -> str:
    """Run an interview with these lines and the end of the input; return what it shows."""
    workspace = Workspace(folder)
    edition = workspace.catalogue.load(workspace.asked_entry())
    data, criteria = workspace.scoring_data, workspace.criteria(edition.checklist)
    prompter = ScriptedPrompter(*lines)
    dialogue = Dialogue(prompter, "en", TODAY)
    file = AnswersFile.open(
        path, check=lambda loaded: workspace.check(loaded, edition), order=[*"abcdefg"]
    )
    scales = data.level_wording(edition.checklist)
    asked = asked_questions(edition.checklist, criteria.targets, criteria.profile)
    LineInterview(
        AnswerSaver(
            dialogue,
            Session(edition, file.submission, criteria, as_of=TODAY, bookmark=bookmark),
            file,
            AnswerText(dialogue, scales),
        ),
        Setup(dialogue, asked, data.sectors),
        scales,
        show_figures=lambda _: None,
        cases_of=lambda _: (),
        save_bookmark=lambda _: None,
        file_arguments=str(path),
    ).run()
    return "\n".join(prompter.shown)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.yaml"


def test_groups_are_asked_before_the_first_practice(path: Path) -> None:
    path.write_text(FACTS + "answers: {}\n", "utf-8")
    shown = interview(path, "y", "3", "2 1")
    assert '"3" is not in the list.' in shown
    assert "Now out of scope (1): d" in shown
    assert "selected_groups: [small, large]\ninstitution" in path.read_text("utf-8")


def test_groups_are_changed_later_and_taken_back(path: Path) -> None:
    path.write_text(FACTS + "selected_groups: [small]\nanswers: {b: 3}\n", "utf-8")
    shown = interview(path, "i", "11", "2", "y", "", "a")
    assert "11  Groups of practices: Small organisations" in shown
    assert "Now out of scope (4): a, e, f, g" in shown
    assert "Out of scope, as it is in none of the groups selected" in shown
    assert "selected_groups: [large]" in path.read_text("utf-8")
    interview(path, "i", "11", "-", "y", "")
    assert "selected_groups" not in path.read_text("utf-8")


def test_a_practice_with_a_title_alone_is_named_once(path: Path) -> None:
    path.write_text(FACTS + "answers: {b: 3}\n", "utf-8")
    assert interview(path).count("Requirements") == 1


def test_practices_are_called_by_the_numbers_of_their_source(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "checklist"
    shutil.copytree(CASE, folder)
    domain = folder / "one.yaml"
    numbered = re.sub(r"\{id: ([a-e]),", r'{id: \1, number: "1(\1)",', domain.read_text("utf-8"))
    domain.write_text(numbered, "utf-8")
    path.write_text(FACTS + "answers: {b: 3}\n", "utf-8")
    shown = interview(path, "1(b)", "x", folder=folder, bookmark="c")
    assert "Resuming where you stopped (1(c))." in shown
    assert "1 earlier practice is unanswered, the first 1(a)" in shown
    assert "Remove the whole answer to 1(b)?" in shown
