"""What the documents say is true of the program."""

import importlib.util
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest

from cssa.cli.app import COMMANDS
from cssa.cli.exit_codes import ExitCode
from cssa.messages import catalogue

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.ja.md")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_table_of_items_is_the_generated_one() -> None:
    spec = importlib.util.spec_from_file_location("content_table", ROOT / "docs/content_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert _read("docs/content-table.md") == module.table()


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
    page = _read("docs/tutorial-checklist.md")
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


def _exists(name: str, sources: str) -> bool:
    """Return whether a path, module or name in it, message key or prefix, or identifier exists."""
    if "/" in name or re.search(r"\.(py|md|toml|txt|yaml)$", name):
        return (ROOT / name).exists() or f'"{name}"' in sources
    if re.fullmatch(r"[a-z_]+(\.\w+)+\.?", name):
        keys = catalogue("en")
        is_key = name in keys or (name[-1] == "." and any(key.startswith(name) for key in keys))
        return is_key or _is_in_package(name)
    return re.search(rf"\b{re.escape(name.rpartition('.')[2])}\b", sources) is not None


def _is_in_package(name: str) -> bool:
    try:
        resolve_name(f"cssa.{name}")
    except (ImportError, AttributeError):
        return False
    return True


def test_what_the_page_on_architecture_names_exists() -> None:
    files = [path for folder in ("src/cssa", "tests") for path in (ROOT / folder).rglob("*.py")]
    sources = "".join(path.read_text("utf-8") for path in files)
    names = set(re.findall(r"`(\w[\w./-]*)`", _read("docs/architecture.md")))
    assert [name for name in sorted(names) if not _exists(name, sources)] == []


def test_every_decision_is_a_page_at_most() -> None:
    for path in (ROOT / "docs/decisions").glob("*.md"):
        assert len(path.read_text(encoding="utf-8")) < 4000
