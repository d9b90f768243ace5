"""Whole interviews through a real pseudo-terminal."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from cssa.checklist.practice import Practice
from cssa.datafile.reader import read

SRC = Path(__file__).resolve().parents[2] / "src"


def figures(path: Path) -> Any:
    """Score a file in a process of its own."""
    arguments = ["score", path.name, "--format", "json", "--as-of", "2026-11-20"]
    completed = subprocess.run(
        [sys.executable, "-m", "cssa", *arguments],
        cwd=path.parent,
        env={**os.environ, "PYTHONPATH": str(SRC), "CSSA_LANG": "en"},
        capture_output=True,
        check=True,
    )
    return json.loads(completed.stdout)


class Respondent:
    """Types answers to every practice, and records them as they should be saved."""

    def __init__(self) -> None:
        self.random = random.Random(4)  # noqa: S311 - any levels will do
        self.answers: dict[str, Any] = {}

    def answer(self, screen: Any, practice: Practice, number: int) -> None:
        prompt = f"回答 {practice.id} > $"
        goes_on = False
        if number % 17 == 3 and practice.na != "never":
            screen.type("na 対象となる業務を営んでいないため", prompt)
            self.answers[practice.id] = {"na": True, "reason": "対象となる業務を営んでいないため"}
        elif practice.tier == "desirable" and number % 3 == 0:
            screen.type("no リスク評価の結果、優先度が低いため", prompt)
            reason = "リスク評価の結果、優先度が低いため"
            self.answers[practice.id] = {"not_adopted": True, "reason": reason}
        else:
            level = self.random.randint(0, 5)
            if level == 1:
                screen.type("１")
                shown, plan = self.type_plan(screen, number)
            else:
                shown, plan = screen.type("０１２３４５"[level]), {}
            goes_on = "次の対応事項に進みます" in shown
            if goes_on and (number % 10 == 0 or number % 25 == 1):
                screen.type("b", prompt)
                goes_on = False
            self.answers[practice.id] = {
                "level": level,
                **self.type_details(screen, number, prompt),
                **plan,
            }
        if not goes_on:
            screen.type("")

    def type_plan(self, screen: Any, number: int) -> tuple[str, dict[str, Any]]:
        if number % 2:
            return screen.type(""), {}  # later
        for line in ("システム部", "2027-06-30", "手順を定める"):
            screen.type(line)
        shown = screen.type("")  # no budget
        return shown, {
            "plan": {"owner": "システム部", "due": "2027-06-30", "action": "手順を定める"}
        }

    def type_details(self, screen: Any, number: int, prompt: str) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        if number % 10 == 0:
            fields["note"] = f"全角　スペースと「かっこ」: # {number}"
            screen.type(f"n {fields['note']}", prompt)
        if number % 25 == 1:
            for line in ("t", "1", "残るリスクは小さい", "リスク管理委員会", "2026/3/1"):
                screen.type(line)
            screen.type("2027-03-31", prompt)
            fields["treatment"] = {
                "kind": "accepted",
                "measure": "残るリスクは小さい",
                "approved_by": "リスク管理委員会",
                "approved_on": "2026-03-01",
                "review_by": "2027-03-31",
            }
        return fields


def interrupt(screen: Any, start: Callable[..., Any], number: int) -> Any:
    """Interrupt an interview at two places, in two ways; return the screen that goes on."""
    if number == 40:
        screen.key(b"half a wor")
        screen.until("half a wor")
        screen.read_available(0.2)  # nobody presses Ctrl-C within a moment of the prompt
        screen.key(b"\x03")
        assert screen.exit_code() == 130
        assert "保存済み" in screen.text
    elif number == 110:
        screen.kill()
    else:
        return screen
    return start()


def test_a_full_run_interrupted_twice_gives_the_figures_of_the_same_answers_in_yaml(
    start: Callable[..., Any], answers_file: Callable[..., Path], edition: Any, tmp_path: Path
) -> None:
    path, respondent = answers_file(), Respondent()
    screen = start()
    for number, placed in enumerate(edition.checklist.placed.values()):
        screen = interrupt(screen, start, number)
        if number in (0, 40, 110):
            screen.until(f"回答 {placed.practice.id} > $")
        respondent.answer(screen, placed.practice, number)
    assert "Enter 終了" in screen.text
    screen.key(b"\n")
    assert screen.exit_code() == 0
    same = tmp_path / "same.yaml"
    header = path.read_text("utf-8").partition("answers:")[0]
    content = yaml.safe_dump({"answers": respondent.answers}, allow_unicode=True)
    same.write_text(header + content, "utf-8")
    assert figures(path) == figures(same)
    assert read(path.read_bytes(), "a").value["answers"] == {
        practice_id: answer["level"] if list(answer) == ["level"] else answer
        for practice_id, answer in respondent.answers.items()
    }
