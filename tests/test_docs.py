"""What the documents say is true of the program."""

import importlib.util
import json
import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest
from site_source import split
from tests.program import run_process

from cssa.cli.app import COMMANDS
from cssa.cli.exit_codes import ExitCode
from cssa.messages import catalogue
from cssa.workspace import DEFAULT_CHECKLIST, Workspace

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.ja.md")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "script", "function"),
    [
        ("content-table.md", "content_table.py", "table"),
        ("library.md", "checklist_table.py", "page"),
        ("incident-links.md", "incident_links.py", "page"),
    ],
)
def test_a_generated_page_is_the_generated_one(page: str, script: str, function: str) -> None:
    spec = importlib.util.spec_from_file_location("generator", ROOT / "docs" / script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert _read(f"docs/{page}") == getattr(module, function)()


@pytest.mark.parametrize(("lang", "place"), [("en", "man1"), ("ja", "ja/man1")])
def test_the_manual_page_is_the_generated_one(lang: str, place: str) -> None:
    command = (sys.executable, "docs/man_page.py", lang)
    made = run_process(cwd=ROOT, command=command)
    assert made.err == ""
    assert made.out == _read(f"docs/man/{place}/cssa.1")


COUNTS = {
    "system-failure-management": {"I": 29, "II": 19, "III": 12},
    "incident-first-report": {"IV-1": 10, "IV-2": 3},
    "supervisory-2015": {"1": 14},
}
"""Questions by domain, where the source lists or numbers them."""

PARTS = {"cloud-incident-readiness": 4, "operational-resilience": 4, "pqc-migration": 8}
"""Domains, where the source numbers points, steps or messages."""

USE = {
    "cloud-incident-readiness": ("provider", True),
    "incident-first-report": ("incident", False),
    "operational-resilience": ("institution", True),
    "pqc-migration": ("institution", True),
    "supervisory-2015": ("institution", False),
    "system-failure-management": ("institution", True),
    "tlpt": ("test", False),
}
"""What each of the further checklists is answered for, and whether it is scored."""


@pytest.mark.parametrize("name", COUNTS)
def test_a_checklist_has_what_its_source_numbers(name: str) -> None:
    checklist = Workspace().edition(name).checklist
    counts = Counter(placed.domain.id for placed in checklist.walk())
    assert {domain: counts[domain] for domain in COUNTS[name]} == COUNTS[name]


@pytest.mark.parametrize("name", PARTS)
def test_the_parts_of_a_checklist_are_those_of_its_source_in_order(name: str) -> None:
    checklist = Workspace().edition(name).checklist
    numbers = [str(number) for number in range(1, PARTS[name] + 1)]
    assert [domain.id for domain in checklist.domains] == numbers
    assert all(any(p.domain.id == number for p in checklist.walk()) for number in numbers)


def test_no_further_checklist_sets_targets_and_each_says_what_it_is_answered_for() -> None:
    workspace = Workspace()
    ids = {entry.id for entry in workspace.catalogue.entries()} - {DEFAULT_CHECKLIST}
    checklists = [workspace.edition(name).checklist for name in sorted(ids)]
    assert {c.id: (c.use.unit if c.use else None, c.scored) for c in checklists} == USE
    assert {c.default_targets for c in checklists} == {"none"}
    assert [c.id for c in checklists if c.historical] == ["supervisory-2015"]
    assert [c.id for c in checklists if c.restricted] == ["tlpt"]


def test_the_assumed_failures_illustrate_system_failure_management() -> None:
    library = Workspace().library.incidents
    cases = [placed for placed in library.cases if placed.report.id == "boj-system-failures"]
    linked = [case for case in cases if "system-failure-management" in case.case.practices]
    assert len(cases) == 54
    assert len(linked) + sum(bool(case.case.unlinked) for case in cases) == 54


def test_the_worked_example_of_scoring_has_the_figures_of_its_case() -> None:
    page = _read("docs/scoring.md")
    expected = json.loads(_read("tests/cases/worked-example/expected.json"))
    table = re.findall(r"^\| (\d-\w) \|.* \| ([^|]+) \|$", page, re.MULTILINE)
    assert dict(table) == {
        practice: figures["contribution"] or "null"
        for domain in expected["domains"].values()
        for practice, figures in domain["practices"].items()
    }
    for figure in (expected["overall"], *expected["tiers"].values(), *expected["domains"].values()):
        assert figure["exact"] in page


@pytest.mark.parametrize("name", READMES)
def test_the_readme_has_the_table_of_exit_codes(name: str) -> None:
    codes = re.findall(r"^\| ([0-9]+) \|", _read(name), re.MULTILINE)
    assert [int(code) for code in codes] == [int(code) for code in ExitCode]


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "schema"])
def test_the_readme_shows_every_command(name: str, command: str) -> None:
    assert re.search(rf"(cssa|make) {command}\b", _read(name))


@pytest.mark.parametrize("name", READMES)
def test_the_answers_of_the_readme_can_be_scored(
    name: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    shown = re.search(r"```yaml\n(schema: cssa.answers/1\n.*?)```", _read(name), re.DOTALL)
    assert shown is not None
    path = tmp_path / "answers.yaml"
    path.write_text(shown[1], encoding="utf-8")
    run = cssa_inline("score", path, "--format", "json")
    assert run.code == 0
    assert run.json["overall"]["coverage"]["answered"] == 3


@pytest.mark.parametrize("name", READMES)
def test_links_of_the_readme_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", _read(name)):
        assert "://" in target or (ROOT / target).exists(), target


def test_the_recipe_for_a_checklist_holds(
    cssa_inline: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    new = "checklist new my-list --version 2026 --out checklists"
    lint = "checklist lint checklists/my-list/2026"
    for command in (new, lint):
        assert f"`cssa {command}`" in _read("CONTRIBUTING.md")
        assert cssa_inline(*command.split()).code == 0


def test_every_command_of_the_tutorial_can_be_run(
    cssa_inline: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page, _ = split(_read("docs/tutorial-checklist.md"))
    files = re.findall(r"^Save as `(\S+)`:\n\n```\w+\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert [name for name, _ in files] == ["depot.csv", "answers.yaml"]
    for name, content in files:
        Path(name).write_text(content, encoding="utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    assert len(lines) == 8
    for line in [*lines, "cssa checklist new my-list --languages en"]:
        run = cssa_inline(*line.split()[1:])
        assert run.code == 0, (line, run.err)
    assert "Depot North" in Path("report.html").read_text(encoding="utf-8")
    assert Path("returned.yaml").exists()


@pytest.mark.parametrize("languages", ["en", "ja", "en,ja"])
def test_a_skeleton_in_some_languages_is_clean(
    languages: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    folder = tmp_path / "mine" / "1"
    run = cssa_inline("checklist", "new", "mine", "--languages", languages, "--out", tmp_path)
    assert run.code == 0
    assert cssa_inline("checklist", "lint", "--strict", folder).code == 0
    header = (folder / "checklist.yaml").read_text(encoding="utf-8")
    assert [f"- {lang}" in header for lang in ("ja", "en")] == [
        lang in languages for lang in ("ja", "en")
    ]


@pytest.mark.parametrize(
    ("source", "option", "name"),
    [
        ("scoring/schemes/maturity.yaml", "--scheme", "my-scheme.yaml"),
        ("scoring/targets/by-risk-profile.yaml", "--target", "my-targets.yaml"),
    ],
)
def test_the_recipes_for_schemes_and_targets_hold(
    source: str,
    option: str,
    name: str,
    cssa_inline: Callable[..., Any],
    answers: Callable[..., Path],
    tmp_path: Path,
) -> None:
    recipes = _read("CONTRIBUTING.md")
    assert source in recipes
    assert f"{option} {name}" in recipes
    copy = tmp_path / name
    shutil.copy(ROOT / source, copy)
    assert cssa_inline("score", answers("2.1.1-1: 3"), option, copy).code == 0


def _exists(name: str, sources: str, words: set[str]) -> bool:
    """Return whether a path, module or name in it, message key or prefix, or identifier exists."""
    if "/" in name or re.search(r"\.(py|md|toml|txt|yaml)$", name):
        return (ROOT / name).exists() or f'"{name}"' in sources
    if name.endswith("."):
        return any(key.startswith(name) for key in catalogue("en"))
    if re.fullmatch(r"[a-z_]+(\.\w+)+", name):
        return name in catalogue("en") or _is_in_package(name)
    identifier = name.rpartition(".")[2]
    return identifier in words or ("-" in identifier and identifier in sources)


def _is_in_package(name: str) -> bool:
    try:
        resolve_name(f"cssa.{name}")
    except (ImportError, AttributeError):
        return False
    return True


def test_what_the_page_on_architecture_names_exists() -> None:
    files = [path for folder in ("src/cssa", "tests") for path in (ROOT / folder).rglob("*.py")]
    sources = "".join(path.read_text("utf-8") for path in files)
    words = set(re.findall(r"\w+", sources))
    names = set(re.findall(r"`(\w[\w./-]*)`", _read("docs/architecture.md")))
    assert [name for name in sorted(names) if not _exists(name, sources, words)] == []


@pytest.mark.parametrize("page", ["architecture.md", "content.md"])
def test_both_languages_of_a_page_name_the_same_code_and_practices(page: str) -> None:
    named = re.compile(r"`[^`\n]+`|\d[\d.]*-[\w-]+", re.ASCII)
    english, japanese = (set(named.findall(half)) for half in split(_read(f"docs/{page}")))
    assert len(english) > 100
    assert japanese == english


def test_every_decision_is_a_page_at_most() -> None:
    for path in (ROOT / "docs/decisions").glob("*.md"):
        assert len(path.read_text(encoding="utf-8")) < 4000
