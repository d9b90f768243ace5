"""What the figures would be is what they are once the levels are changed in the file."""

import json
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT

CHECKLIST = ROOT / "tests" / "cases" / "gate" / "checklist"
ANSWERS = """\
schema: cssa.answers/1
checklist: {id: gate-cases, version: "1"}
institution: {id: minato, name: みなと信用金庫, sector: shinkin, profile: {cloud: true}}
answers:
  1-1: 3
  1.1-1: {level: 2, note: 手順がない}
  1.1-2: {na: true, reason: 該当する業務がない}
  1.1-3: 3
  2.1-1: 1
"""
POLICY = """\
schema: cssa.policy/1
id: own
rules:
  - {id: levels, on: overall, min_level: 2}
"""
AS_OF = ("-c", "checklist", "--as-of", "2026-11-20")


@pytest.fixture
def cssa(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cssa_inline: Callable[..., Any]
) -> Callable[..., Any]:
    """Run the program in a folder with answers, their checklist and a policy."""
    shutil.copytree(CHECKLIST, tmp_path / "checklist")
    (tmp_path / "a.yaml").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "policy.yaml").write_text(POLICY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return partial(cssa_inline, lang="ja")


def _figures(cssa: Callable[..., Any], answers: str) -> dict[str, Any]:
    run = cssa("score", answers, "--format", "json", *AS_OF)
    result = json.loads(run.out)
    shown = {domain["id"]: domain for domain in result["domains"]} | {"": result["overall"]}
    return {
        name: (figure["exact"], figure["level"], figure["below_target"]["count"])
        for name, figure in shown.items()
    }


@pytest.mark.parametrize(
    "levels",
    [{"1.1-1": 3}, {"2.1-1": 5, "2.1-2": 2}, {"1.1-2": 0}, {"1.1-a": 3, "1-1": 0}],
)
def test_it_shows_what_the_changed_answers_would_score(
    cssa: Callable[..., Any], levels: dict[str, int]
) -> None:
    wanted = [f"{practice}={level}" for practice, level in levels.items()]
    run = cssa("plan", "what-if", "a.yaml", *wanted, "--format", "json", *AS_OF)
    assert run.code == 0, run.err
    shown = json.loads(run.out)
    assert Path("a.yaml").read_text("utf-8") == ANSWERS
    text = ANSWERS
    for practice, level in levels.items():
        text = re.sub(rf"  {practice}: .*\n", "", text) + f"  {practice}: {level}\n"
    Path("b.yaml").write_text(text, encoding="utf-8")
    parts = {domain["id"]: domain for domain in shown["domains"]} | {"": shown["overall"]}
    for side, answers in (("before", "a.yaml"), ("after", "b.yaml")):
        assert _figures(cssa, answers) == {
            name: tuple(part[side][key] for key in ("exact", "level", "below_target"))
            for name, part in parts.items()
        }


def test_the_page_shows_changes_and_the_policy(cssa: Callable[..., Any]) -> None:
    wanted = ("2.1-1=3", "2.1-2=3", "--policy", "policy.yaml")
    run = cssa("plan", "what-if", "a.yaml", *wanted, *AS_OF)
    assert run.code == 0, run.err
    assert "1→3" in run.out
    assert "社内基準own：未充足（未充足の条件1件）→充足（同0件）" in run.out


def test_what_has_no_level_is_shown_with_its_own_status(cssa: Callable[..., Any]) -> None:
    text = ANSWERS.replace("cloud: true", "cloud: false")
    text = text.replace("  2.1-1: 1\n", "  1.1-a: {not_adopted: true, reason: 規模}\n")
    Path("a.yaml").write_text(text, encoding="utf-8")
    practices = ("1.1-2", "1.1-a", "2.1-1", "2.1-2")
    run = cssa("plan", "what-if", "a.yaml", *(f"{name}=3" for name in practices), *AS_OF)
    assert run.code == 0, run.err
    for line in ("該当なし→3", "採用しない（理由あり）→3", "対象外（属性による）→3", "未回答→3"):
        assert run.out.count(line) == 1


def test_everything_wrong_is_said_at_once(cssa: Callable[..., Any]) -> None:
    run = cssa("plan", "what-if", "a.yaml", "1-1=9", "zz=3", "2.1-1", "1.1-1=2", "1.1-1=3", *AS_OF)
    assert run.code == 2
    assert all(name in run.err for name in ("1-1=9", "zz=3", "2.1-1", "1.1-1"))
