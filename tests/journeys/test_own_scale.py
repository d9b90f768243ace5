"""A campaign on a checklist with levels of its own, from answers to feedback and publication."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

STEPS = {-1: "None", 1: "Part", 2: "Most", 4: "All"}
INSTITUTIONS = 24

Cssa = Callable[..., Any]


def _title(text: str) -> dict[str, str]:
    return {"en": text}


def _write(path: Path, document: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(document), encoding="utf-8")


@pytest.fixture
def campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cssa_inline: Cssa) -> Path:
    steps = [{"value": value, "title": _title(name)} for value, name in STEPS.items()]
    header = {
        "schema": "cssa.checklist/1", "id": "quay", "version": "1", "revision": 1,
        "languages": ["en"], "title": _title("Quay check"), "domains": ["1"],
        "scale": {"in_place": 2, "steps": steps},
    }  # fmt: skip
    practices = [
        {"id": f"1.1-{n}", "tier": "basic", "title": _title(f"Item {n}")} for n in range(1, 7)
    ]
    section = {"id": "1.1", "title": _title("Quays"), "practices": practices}
    folder = tmp_path / "lists" / "quay" / "1"
    _write(folder / "checklist.yaml", header)
    _write(folder / "1.yaml", {"domain": "1", "title": _title("Port"), "sections": [section]})
    draw = random.Random(1)  # noqa: S311 - any answers will do
    for number in range(INSTITUTIONS):
        answers = {practice["id"]: draw.choice(list(STEPS)) for practice in practices}
        submission = {
            "schema": "cssa.answers/1", "checklist": {"id": "quay", "version": "1"},
            "institution": {"id": f"I{number}", "name": f"Bank {number}", "sector": "shinkin"},
            "assessed_on": "2026-10-01", "answers": answers,
        }  # fmt: skip
        _write(tmp_path / "inbox" / f"{number}.yaml", submission)
    monkeypatch.setenv("CSSA_CHECKLISTS", str(tmp_path / "lists"))
    monkeypatch.chdir(tmp_path)
    run = cssa_inline("batch", "run", "inbox", "-o", "out", "-c", "quay", "--as-of", "2026-11-20")
    assert run.code == 0, run.err
    approval = ("--approved-by", "Board", "--on", "2026-11-25")
    published = cssa_inline("batch", "publish", "out", *approval)
    assert published.code == 0, published.err
    return tmp_path / "out"


def test_figures_are_published_on_its_levels(campaign: Path) -> None:
    peers = json.loads(next(campaign.rglob("peers.json")).read_text(encoding="utf-8"))
    assert (peers["checklist"]["levels"], peers["checklist"]["in_place"]) == (list(STEPS), 2)
    (root,) = (group for group in peers["groups"] if group["id"] == "all")
    assert root["n"] == INSTITUTIONS
    assert -1 <= root["overall"]["q1"] <= root["overall"]["median"] <= root["overall"]["q3"] <= 4
    classes = {name for cell in root["practices"].values() for name in cell["shares"]}
    assert classes == {str(value) for value in STEPS}
    page = (campaign / "public" / "aggregate.html").read_text(encoding="utf-8")
    for words in ("Maturity ranges from -1 to 4.", "Basic practices below level 2", "4 All"):
        assert words in page


def test_feedback_sets_the_own_level_beside_the_groups(campaign: Path) -> None:
    (page,) = (campaign / "feedback" / "I3").glob("*.html")
    text = page.read_text(encoding="utf-8")
    assert "The axis is maturity, -1 to 4." in text
    assert "Basic practices below level 2:" in text
