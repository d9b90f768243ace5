"""Whole sittings through a real pseudo-terminal."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cssa.yamlio.reader import read

SRC = Path(__file__).resolve().parents[2] / "src"


@pytest.fixture(scope="module")
def practices(_cache):
    from cssa.cli.workspace import Workspace

    catalogue = Workspace().catalogue
    checklist = catalogue.load(catalogue.find("fsa-cyber-guideline")).checklist
    return [placed.practice for placed in checklist.placed.values()]


def figures(path):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "cssa",
            "score",
            path.name,
            "--format",
            "json",
            "--as-of",
            "2026-11-20",
        ],
        cwd=path.parent,
        env={**os.environ, "PYTHONPATH": str(SRC), "CSSA_LANG": "en"},
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_a_full_run_interrupted_twice_gives_the_figures_of_the_same_answers_in_yaml(
    start, answers_file, practices, tmp_path
):
    dice = random.Random(4)
    path = answers_file()
    expected = {}
    screen = start()
    screen.until(f"回答 {practices[0].id} > $")
    stops = {40: "ctrl-c", 110: "kill"}
    for number, practice in enumerate(practices):
        if stops.get(number) == "ctrl-c":
            screen.key(b"half a wor")
            screen.until("half a wor")
            screen.pump(0.2)  # nobody presses Ctrl-C within a moment of the prompt
            screen.key(b"\x03")
            assert screen.exit_code() == 130
            assert "保存済み" in screen.text
            screen = start()
            screen.until(f"回答 {practice.id} > $")
        elif stops.get(number) == "kill":
            screen.kill()
            screen = start()
            screen.until(f"回答 {practice.id} > $")
        here = f"回答 {practice.id} > $"
        level = dice.randint(0, 5)
        if number % 17 == 3 and practice.na != "never":
            screen.type("na 対象となる業務を営んでいないため", here)
            expected[practice.id] = {"na": True, "reason": "対象となる業務を営んでいないため"}
        elif practice.tier == "desirable" and number % 3 == 0:
            screen.type("no リスク評価の結果、優先度が低いため", here)
            expected[practice.id] = {
                "not_adopted": True,
                "reason": "リスク評価の結果、優先度が低いため",
            }
        else:
            screen.type("０１２３４５"[level], here)
            expected[practice.id] = {"level": level}
            if number % 10 == 0:
                note = f"全角　スペースと「かっこ」: # {number}"
                screen.type(f"n {note}", here)
                expected[practice.id]["note"] = note
            if number % 25 == 1:
                screen.type("t", "> $")
                screen.type("1", "> $")
                screen.type("残るリスクは小さい", "> $")
                screen.type("リスク管理委員会", "> $")
                screen.type("2026/3/1", "> $")
                screen.type("2027-03-31", here)
                expected[practice.id]["treatment"] = {
                    "kind": "accepted",
                    "measure": "残るリスクは小さい",
                    "approved_by": "リスク管理委員会",
                    "approved_on": "2026-03-01",
                    "review_by": "2027-03-31",
                }
        last = number == len(practices) - 1
        screen.type("", "Enter 終了.*> $" if last else f"回答 {practices[number + 1].id} > $")
    screen.key(b"\n")
    assert screen.exit_code() == 0
    head = path.read_text("utf-8").partition("answers:")[0]
    same = tmp_path / "same.yaml"
    same.write_text(head + yaml.safe_dump({"answers": expected}, allow_unicode=True), "utf-8")
    assert figures(path) == figures(same)
    assert read(path.read_bytes(), "a").value["answers"] == {
        one: value["level"] if list(value) == ["level"] else value
        for one, value in expected.items()
    }
