"""Checklists with answers of their own: what an interview on them goes on with and asks for."""

import shutil
from pathlib import Path

import pytest

from cssa.messages import message

from .test_groups import CASE, FACTS, interview

SHEET = Path(__file__).parents[2] / "checklists" / "incident-first-report" / "2015-12-03"
OWN_STEPS = "".join(
    f"    - {{value: {value}, title: {{en: Step {value}}}}}\n" for value in range(6)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.yaml"


def six_own_levels(folder: Path) -> Path:
    """Make a checklist whose own levels are numbered as the program's are."""
    shutil.copytree(CASE, folder)
    header = folder / "checklist.yaml"
    before, _, after = header.read_text("utf-8").partition("    - {value: 1,")
    _, groups, rest = after.partition("groups:")
    header.write_text(before + OWN_STEPS + groups + rest, "utf-8")
    return folder


def test_a_default_answer_is_said_to_go_on(path: Path) -> None:
    facts = FACTS.replace('own-scale, version: "1"', 'incident-first-report, version: "2015-12-03"')
    path.write_text(facts + "answers: {}\n", "utf-8")
    shown = interview(path, "", "q", folder=SHEET)
    assert "checking" in path.read_text("utf-8")
    assert message("en", "assess.goes_on") in shown
    assert message("en", "assess.next_hint") not in shown


def test_level_1_of_its_own_asks_for_no_plan(path: Path, tmp_path: Path) -> None:
    path.write_text(FACTS + "selected_groups: [small]\nanswers: {}\n", "utf-8")
    shown = interview(path, "1", "q", folder=six_own_levels(tmp_path / "own"))
    assert "a: 1" in path.read_text("utf-8")
    assert message("en", "assess.plan.level") not in shown
    assert message("en", "assess.goes_on") in shown
