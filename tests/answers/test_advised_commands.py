"""A command that a message advises works as it is printed: it has what the answers need."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT

from cssa.messages.arguments import argument

CASE = ROOT / "tests" / "cases" / "own-scale"
ID = "fsa-cyber-guideline"
DAY = ("--as-of", "2026-11-20")
Cssa = Callable[..., Any]


@pytest.fixture
def cssa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cssa_inline: Cssa) -> Cssa:
    """Run the program in a folder with answers and a checklist of its own."""
    shutil.copytree(CASE / "checklist", tmp_path / "own")
    shutil.copy(CASE / "answers.yaml", tmp_path / "a.yaml")
    monkeypatch.chdir(tmp_path)
    return partial(cssa_inline, lang="ja")


@pytest.mark.parametrize(
    "given",
    [("a.yaml", "-c", "own", *DAY), ("a.yaml", "-c", "own"), ("a b.yaml", "-c", "own/", *DAY)],
)
def test_a_score_is_explained_by_what_it_was_made_of(cssa: Cssa, given: tuple[str, ...]) -> None:
    Path("a.yaml").replace(given[0])
    said = cssa("score", *given).out
    words = " ".join(given).replace("a b.yaml", "'a b.yaml'")
    assert f"`cssa explain {words}`" in said


def test_a_checklist_that_ships_is_not_named_again(
    cssa: Cssa, answers: Callable[..., Path]
) -> None:
    answers("2.1.1-1: 3")
    said = cssa("score", "answers.yaml", "-c", ID, *DAY).out
    assert "`cssa explain answers.yaml --as-of 2026-11-20`" in said


def test_what_was_carried_over_is_confirmed_on_its_checklist(cssa: Cssa) -> None:
    said = cssa("answers", "carry", "a.yaml", "-c", "own", "-o", "new.yaml", *DAY).err
    assert "`cssa assess -a new.yaml -c own --only unconfirmed`" in said


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("answers.yaml", "answers.yaml"),
        ("回答/2026.yaml", "回答/2026.yaml"),
        ("our answers.yaml", "'our answers.yaml'"),
        ("回答　票.yaml", "'回答　票.yaml'"),
        ("$(id).yaml", "'$(id).yaml'"),
        ("it's.yaml", """'it'"'"'s.yaml'"""),
        ("", "''"),
    ],
)
def test_a_name_is_quoted_where_a_shell_would_take_it_apart(name: str, quoted: str) -> None:
    assert argument(name) == quoted
