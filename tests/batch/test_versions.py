"""Several files of one institution, from the inbox to feedback and figures."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook
from tests.batch.institutions import CHECKLIST, LEVELS, drawn, submit

from cssa.messages import LANGS, message

Runner = Callable[..., tuple[int, str, str]]

FIRST, SECOND = LEVELS[:3], LEVELS[3:]
OTHERS = ("2.1-1", "2.1-a")


@pytest.fixture
def batch(run: Runner, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Batch the inbox, with decisions by file, and return the ledger."""

    def batched(**decisions: str) -> dict[str, Any]:
        lines = ["path,received_at,decision"]
        for number, path in enumerate(sorted((tmp_path / "in").iterdir()), start=1):
            decision = decisions.get(path.stem, "")
            lines.append(f"{path.name},2026-11-0{number}T10:00:00,{decision}")
        (tmp_path / "received.csv").write_text("\n".join(lines), encoding="utf-8")
        options = ("--checklist", CHECKLIST, "--received", tmp_path / "received.csv")
        code, out, err = run(
            *("batch", "run", tmp_path / "in", "-o", tmp_path / "out", *options),
            *("--formats", "json", "--workers", 1),
        )
        assert code in (0, 4), out + err
        ledger: dict[str, Any] = json.loads((tmp_path / "out/private/ledger.json").read_bytes())
        return ledger

    return batched


def _levels(folder: Path) -> dict[str, int | None]:
    """Return the levels that the institution's feedback shows."""
    report = json.loads((folder / "out/feedback/N001/feedback.json").read_bytes())
    return {
        practice["id"]: practice["level"]
        for domain in report["result"]["domains"]
        for practice in domain["practices"]
    }


def _states(ledger: dict[str, Any]) -> dict[str, str]:
    return {Path(file["path"]).stem: file["state"] for file in ledger["files"]}


def _without(practices: tuple[str, ...]) -> dict[str, None]:
    return dict.fromkeys(practices)


def test_two_halves_wait_until_they_are_merged(
    batch: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    submit(tmp_path / "in", 1, _without((*SECOND, *OTHERS)), name="a.yaml")
    submit(tmp_path / "in", 1, _without(FIRST), name="b.yaml")
    ledger = batch()
    assert _states(ledger) == {"a": "held", "b": "held"}
    assert ledger["totals"]["in_statistics"] == 0
    assert not (tmp_path / "out/feedback/N001").exists()
    for file, other in zip(ledger["files"], ("b.yaml", "a.yaml"), strict=True):
        assert f"in/{other}" in file["reasons"][0]["text"]
    ledger = batch(b="merge")
    assert ledger["totals"]["in_statistics"] == 1
    assert _states(ledger) == {"a": "superseded", "b": "accepted_with_warnings"}
    assert _levels(tmp_path).items() >= drawn(1).items()
    assert _states(batch(a="take")) == {"a": "accepted_with_warnings", "b": "held"}


def test_corrections_alone_are_laid_over_the_full_answers_or_left(
    batch: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    corrected = (drawn(1)["1-1"] + 1) % 6
    submit(tmp_path / "in", 1, name="a.yaml", institution__size=2_500_000_000_000)
    alone = {"1-1": corrected, **_without((*LEVELS[1:], *OTHERS))}
    submit(tmp_path / "in", 1, alone, name="b.yaml")
    ledger = batch()
    assert _states(ledger) == {"a": "accepted", "b": "held"}
    assert ledger["institutions"][0]["marks"] == ["newer_file"]
    assert _levels(tmp_path)["1-1"] == drawn(1)["1-1"]
    batch(b="merge")
    assert _levels(tmp_path).items() >= {**drawn(1), "1-1": corrected}.items()
    report = json.loads((tmp_path / "out/feedback/N001/feedback.json").read_bytes())
    assert report["result"]["institution"]["size"] == 2_500_000_000_000
    batch(b="take")
    assert [_levels(tmp_path)[practice] for practice in LEVELS[1:3]] == [None, None]
    assert _states(batch(b="leave")) == {"a": "accepted", "b": "withdrawn"}
    assert _levels(tmp_path)["1-1"] == drawn(1)["1-1"]


def test_the_first_file_sent_again_does_not_undo_a_correction(
    batch: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    corrected = (drawn(1)["1-1"] + 1) % 6
    first = submit(tmp_path / "in", 1, name="a.yaml")
    submit(tmp_path / "in", 1, {"1-1": corrected}, name="b.yaml")
    again = yaml.safe_load(first.read_bytes())
    (tmp_path / "in/c.yaml").write_text(json.dumps(again, ensure_ascii=False), encoding="utf-8")
    ledger = batch()
    assert _states(ledger) == {"a": "superseded", "b": "accepted", "c": "duplicate"}
    assert [reason["code"] for reason in ledger["files"][2]["reasons"]] == ["batch.sent_again"]
    assert _levels(tmp_path)["1-1"] == corrected
    batch(c="take")
    assert _levels(tmp_path)["1-1"] == drawn(1)["1-1"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_decision_may_be_written_in_either_language(
    batch: Callable[..., dict[str, Any]], tmp_path: Path, lang: Any
) -> None:
    submit(tmp_path / "in", 1, _without((*SECOND, *OTHERS)), name="a.yaml")
    submit(tmp_path / "in", 1, _without(FIRST), name="b.yaml")
    ledger = batch(b=message(lang, "table.decision.merge"))
    assert ledger["totals"]["in_statistics"] == 1


def test_answers_as_last_year_are_counted_and_a_size_in_another_unit_is_asked_about(
    run: Runner, tmp_path: Path
) -> None:
    options = ("--checklist", CHECKLIST, "--workers", 1, "--formats", "json")
    for year, size, changed in (
        ("2025", 172 * 10**9, {}),
        ("2026", 172_000, {"1-1": (drawn(1)["1-1"] + 1) % 6}),
    ):
        submit(tmp_path / year, 1, changed, campaign=year, institution__size=size)
        previous = ("--previous", tmp_path / "out-2025") if year == "2026" else ()
        out = tmp_path / f"out-{year}"
        code, _, err = run("batch", "run", tmp_path / year, "-o", out, *options, *previous)
        assert code == 0, err
    ledger = json.loads((tmp_path / "out-2026/private/ledger.json").read_bytes())
    before, now = (
        json.loads((tmp_path / f"out-{year}/feedback/N001/feedback.json").read_bytes())
        for year in ("2025", "2026")
    )
    counts = now["result"]["overall"]["coverage"]
    assert before["result"]["overall"]["coverage"] == counts
    answers = counts["in_scope"] - counts["unanswered"]
    assert ledger["institutions"][0]["unchanged"] == {"same": answers - 1, "of": answers}
    asked = [
        str(cell.value)
        for row in load_workbook(tmp_path / "out-2026/private/review.xlsx").worksheets[0]
        for cell in row
        if cell.value and "172,000" in str(cell.value)
    ]
    assert [("thousands or millions" in text, "last time" in text) for text in asked] == [
        (True, True)
    ]
