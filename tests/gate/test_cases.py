"""Every folder under ``tests/cases/gate`` is a run of the gate, with what must come out.

A folder holds ``answers.yaml``, ``policy.yaml``, ``as_of.txt`` and ``expected.json``; in
``previous.yaml`` the answers that the kept result was made of, and a ``scheme.yaml`` where the
default one does not do. Each outcome is a line: rule,
condition, subject, status, actual, shortfall, practices to mend, practices excused, reason, with a
dash for nothing. Adding a folder adds a test.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cssa.gate.conditions.registry import CONDITIONS

CASES = Path(__file__).parents[1] / "cases" / "gate"
FOLDERS = sorted(path for path in CASES.iterdir() if (path / "expected.json").is_file())

each_case = pytest.mark.parametrize("case", FOLDERS, ids=lambda path: path.name)


@pytest.fixture
def gate(
    cssa_inline: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    """Run the gate on a case, from within its folder."""

    def run(case: Path, *more: object, lang: str = "ja") -> Any:
        monkeypatch.chdir(case)
        as_of = (case / "as_of.txt").read_text().strip()
        common = ["--checklist", CASES / "checklist", "--as-of", as_of]
        if (case / "scheme.yaml").exists():
            common += ["--scheme", "scheme.yaml"]
        previous: list[object] = []
        if (case / "previous.yaml").exists():
            kept = tmp_path / "previous.json"
            score = ["score", "previous.yaml", "--format", "json", "-o", kept, *common]
            assert cssa_inline(*score).code == 0
            previous = ["--previous", kept]
        policy = ["--policy", "policy.yaml"]
        return cssa_inline("gate", "answers.yaml", *policy, *previous, *common, *more, lang=lang)

    return run


def line(outcome: dict[str, Any]) -> str:
    """Return an outcome as the cases write it."""
    columns = [
        outcome["rule"],
        outcome["condition"],
        outcome["subject"],
        outcome["status"],
        (outcome["actual"] or "-").replace(" ", "_"),
        outcome["shortfall"] or "-",
        ",".join(outcome["practices"]) or "-",
        ",".join(outcome["excused"]) or "-",
        outcome["reason"] or "-",
    ]
    return " ".join(columns)


def _unwrapped(text: str) -> str:
    return "".join(text.split())


@each_case
def test_a_case_comes_out_as_its_folder_says(case: Path, gate: Callable[..., Any]) -> None:
    expected = json.loads((case / "expected.json").read_text())
    done = gate(case, "-o", "json=-")
    verdict = done.json
    assert [line(outcome) for outcome in verdict["outcomes"]] == expected["outcomes"]
    assert [f"{waiver['subject']} {waiver['status']}" for waiver in verdict["waivers"]] == expected[
        "waivers"
    ]
    assert done.code == expected["exit"]
    assert verdict["met"] is (expected["exit"] == 0)


@each_case
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_case_says_what_its_folder_says(case: Path, lang: str, gate: Callable[..., Any]) -> None:
    expected = json.loads((case / "expected.json").read_text())
    done = gate(case, lang=lang)
    for words in expected.get("says", {}).get(lang, ()):
        assert _unwrapped(words) in _unwrapped(done.out)
    for words in expected.get("never", ()):
        assert words not in done.out


def test_every_kind_of_rule_has_a_met_an_unmet_and_a_waived_case() -> None:
    seen = {
        tuple(text.split()[index] for index in (1, 3))
        for folder in FOLDERS
        for text in json.loads((folder / "expected.json").read_text())["outcomes"]
    }
    for condition in CONDITIONS:
        for status in ("met", "unmet", "waived"):
            assert (condition, status) in seen
