"""``cssa compare``: what it shows, what it takes, and what it says of what it cannot compare."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.comparison.compared.conftest import FIVE, YEARS
from tests.reports.report.workbook import load, texts

from cssa.messages import LANGS, message

Cssa = Callable[..., Any]
Golden = Callable[[Path, str], None]

ROOT = Path(__file__).resolve().parents[3]
SMALL = ROOT / "tests" / "reports" / "report" / "small"
GOLDEN = Path(__file__).resolve().parent / "golden"
TARGETS = ("--target", FIVE / "targets.yaml")


pytestmark = pytest.mark.usefixtures("five")


def unsigned(path: Path) -> str:
    """Return a file without the line that signs it."""
    return "".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:-1])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ending", ["html", "md"])
def test_three_years_are_as_committed(
    cssa_inline: Cssa, golden: Golden, tmp_path: Path, lang: str, ending: str
) -> None:
    out = tmp_path / f"c.{ending}"
    run = cssa_inline("compare", *YEARS[2:], *TARGETS, "-o", out, lang=lang)
    assert run.code == 0, run.err
    golden(GOLDEN / f"three.{lang}.{ending}", unsigned(out))


@pytest.mark.parametrize("lang", LANGS)
def test_five_years_on_the_terminal_are_as_committed(
    cssa_inline: Cssa, golden: Golden, lang: str
) -> None:
    run = cssa_inline("compare", *YEARS, *TARGETS, lang=lang)
    assert run.code == 0, run.err
    golden(GOLDEN / f"five.{lang}.txt", run.out)


def compared(cssa_inline: Cssa, *files: object) -> dict[str, Any]:
    """Return the comparison of files as JSON, which fits its schema."""
    run = cssa_inline("compare", *files, "--format", "json")
    assert run.code == 0, run.err
    document: dict[str, Any] = json.loads(run.out)
    schema = json.loads((ROOT / "docs/schema/comparison.json").read_text(encoding="utf-8"))
    assert not list(Draft202012Validator(schema).iter_errors(document))
    return document


def test_what_a_checklist_adds_and_removes_is_told_from_own_answers(cssa_inline: Cssa) -> None:
    document = compared(cssa_inline, *YEARS[3:], *TARGETS)
    domains = {domain["id"]: domain for domain in document["domains"]}
    # 4: two levels up and one down under the same questions; 3 is level 2 and 3 of two before
    assert domains["4"]["score"]["exact"] == "0/1"
    assert domains["4"]["score"]["parts"] == []
    # 5: from (2 + 1) / 2 to (3 + 2) / 2 by own answers, then a new practice at 1: 6/3
    assert domains["5"]["score"]["parts"] == [
        {"causes": ["answers"], "exact": "1/1"},
        {"causes": ["checklist"], "exact": "-1/2"},
    ]
    changes = {practice["id"]: practice["change"] for practice in document["practices"]}
    assert changes["1-3"] == "gone"
    assert changes["1-4"] == changes["5-3"] == "new"
    assert changes["2-3"] == "not_applicable"
    assert changes["4-3"] == "down"
    assert changes["4-2"] == "up"


def test_targets_that_rise_are_told_from_answers(cssa_inline: Cssa) -> None:
    document = compared(cssa_inline, YEARS[2], YEARS[3], *TARGETS)
    domains = {domain["id"]: domain for domain in document["domains"]}
    # the risk profile asks for level 4 in domain 4, where all three practices are at 3 by now
    assert domains["4"]["below_target"]["parts"] == [
        {"causes": ["answers"], "exact": "-1/1"},
        {"causes": ["criteria"], "exact": "3/1"},
    ]
    assert document["overall"]["score"]["parts"][0]["causes"] == ["answers"]


@pytest.fixture
def kept(cssa_inline: Cssa, tmp_path: Path) -> dict[str, Path]:
    """The year 2024 in every form that somebody may have kept of it."""
    paths = {
        "answers": YEARS[2],
        "form": tmp_path / "form.xlsx",
        "result": tmp_path / "result.json",
        "saved": tmp_path / "saved.json",
    }
    for arguments in (
        ("form", "new", "--answers", YEARS[2], "-o", paths["form"]),
        ("score", YEARS[2], "--format", "json", "-o", paths["result"], "--as-of", "2024-11-12"),
        ("gate", YEARS[2], "--keep", paths["saved"], "--as-of", "2024-11-12"),
    ):
        assert cssa_inline(*arguments).code in {0, 1}
    return paths


def test_whatever_was_kept_gives_the_same_change(cssa_inline: Cssa, kept: dict[str, Path]) -> None:
    found = {name: compared(cssa_inline, path, YEARS[4]) for name, path in kept.items()}
    for document in found.values():
        assert document["overall"]["score"] == found["answers"]["overall"]["score"]
        assert document["practices"][0]["changes"] == found["answers"]["practices"][0]["changes"]
    for name in ("form", "result"):
        assert found[name]["overall"] == found["answers"]["overall"]
    assert found["saved"]["overall"]["points"][0]["below_target"] is None
    assert found["saved"]["overall"]["below_target"]["exact"] is None


def test_without_the_checklist_of_then_a_result_gives_the_parts_that_can_be_known(
    cssa_inline: Cssa,
    kept: dict[str, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = compared(cssa_inline, kept["result"], YEARS[4])
    only = tmp_path / "checklists" / "five-years"
    only.mkdir(parents=True)
    (only / "2026").symlink_to(FIVE / "checklists" / "five-years" / "2026")
    monkeypatch.setenv("CSSA_CHECKLISTS", str(tmp_path / "checklists"))
    document = compared(cssa_inline, kept["result"], YEARS[4])
    assert document["overall"]["score"] == whole["overall"]["score"]
    assert document["sections"] is None
    run = cssa_inline("compare", kept["saved"], YEARS[4])
    assert run.code == 3
    assert "five-years@2024" in run.err


def edited(path: Path, folder: Path, *changes: tuple[str, str]) -> Path:
    """Return a copy of a file with words replaced."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    copy = folder / path.name
    copy.write_text(text, encoding="utf-8")
    return copy


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("assessed_on: 2024-11-12\n", "", "assessed_on: 2026-11-20"),
        ("assessed_on: 2024-11-12", "assessed_on: 2026-11-14", "2026.yaml"),
        ("tsubaki-bank", "other-bank", "other-bank"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_what_to_do(
    cssa_inline: Cssa, tmp_path: Path, lang: str, old: str, new: str, named: str
) -> None:
    last = edited(YEARS[2], tmp_path, (old, new))
    run = cssa_inline("compare", last, YEARS[4], "-o", tmp_path / "c.html", lang=lang)
    assert (run.code, named in run.err) == (3, True), run.err
    assert "2024.yaml" in run.err
    assert not (tmp_path / "c.html").exists()


@pytest.mark.parametrize("lang", LANGS)
def test_another_order_is_refused_with_the_right_one(cssa_inline: Cssa, lang: str) -> None:
    run = cssa_inline("compare", YEARS[4], YEARS[1], YEARS[2], lang=lang)
    assert run.code == 3
    assert f"cssa compare {YEARS[1]} {YEARS[2]} {YEARS[4]}" in run.err


@pytest.mark.parametrize("lang", LANGS)
def test_another_checklist_is_refused(cssa_inline: Cssa, lang: str) -> None:
    other = ("examples/answers/shiokaze.yaml", "fsa-cyber-guideline")
    run = cssa_inline("compare", YEARS[0], ROOT / other[0], lang=lang)
    assert run.code == 3
    assert "9000000000000" in run.err or other[1] in run.err


@pytest.mark.parametrize("count", [1, 6])
@pytest.mark.parametrize("lang", LANGS)
def test_one_file_is_too_few_and_six_are_too_many(cssa_inline: Cssa, count: int, lang: str) -> None:
    run = cssa_inline("compare", *(YEARS * 2)[:count], lang=lang)
    assert run.code == 2
    assert str(count) in run.err


def test_a_result_that_was_edited_is_refused(
    cssa_inline: Cssa, kept: dict[str, Path], tmp_path: Path
) -> None:
    document = json.loads(kept["result"].read_text(encoding="utf-8"))
    document["overall"]["exact"] = "5/1"
    path = tmp_path / "better.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    run = cssa_inline("compare", path, YEARS[4])
    assert run.code == 3
    assert "overall" in run.err


def test_another_scale_is_refused(cssa_inline: Cssa, kept: dict[str, Path], tmp_path: Path) -> None:
    document = json.loads(kept["result"].read_text(encoding="utf-8"))
    document["scale"] = {"values": [0, 1, 2, 3, 4, 5, 6], "in_place": 3}
    path = tmp_path / "longer.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    run = cssa_inline("compare", path, YEARS[4])
    assert run.code == 3
    assert "levels" in run.err


def test_a_checklist_that_is_not_scored_is_compared_by_what_is_answered(
    cssa_inline: Cssa, tmp_path: Path
) -> None:
    answers = tmp_path / "a.yaml"
    answers.write_text(
        'schema: cssa.answers/1\nchecklist: {id: incident-first-report, version: "VERSION"}\n'
        "institution: {id: tsubaki, name: つばき, sector: regional_bank}\n"
        'assessed_on: 2025-01-10\nanswers: {"1": {na: true, reason: 対象の事案なし}}\n',
        encoding="utf-8",
    )
    listing = ROOT / "checklists" / "incident-first-report"
    version = max(path.name for path in listing.iterdir())
    text = answers.read_text(encoding="utf-8").replace("VERSION", version)
    answers.write_text(text, encoding="utf-8")
    later = tmp_path / "b.yaml"
    text = text.replace("2025-01-10", "2026-01-10").replace('"1": {na', '"2": {na')
    later.write_text(text, encoding="utf-8")
    run = cssa_inline("compare", answers, later)
    assert run.code == 0, run.err
    assert "Answered: 1 of" in run.out
    assert "Maturity" not in run.out
    page, sheet = tmp_path / "c.html", tmp_path / "c.xlsx"
    for out in (page, tmp_path / "c.md", sheet):
        assert cssa_inline("compare", answers, later, "-o", out).code == 0
    html = page.read_text(encoding="utf-8")
    assert "<svg" not in html
    markdown = (tmp_path / "c.md").read_text(encoding="utf-8")
    for shown in (run.out, html, markdown, "\n".join(texts(load(sheet.read_bytes())))):
        assert "no longer left out" in shown.lower()
        assert "ounted now" not in shown
        assert "How to read this" not in shown
        assert "is split by replacing" not in " ".join(shown.split())
    for report in (tmp_path / "r.html", tmp_path / "r.md"):
        run = cssa_inline("report", later, "--previous", answers, "-o", report)
        assert run.code == 0, run.err
        text = report.read_text(encoding="utf-8")
        assert message("en", "report.h.history") in text
        assert "is split by replacing" not in text
