"""``cssa checklist import``: what it writes, says and refuses."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from cssa.cli.checklist import import_
from cssa.importers.registry import IMPORTERS

TABLE = "id,question,groups,Remarks\na,Is it dry?,day,x\nb,Is it clean?,night,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "depot.csv"
    path.write_text(TABLE)
    return path


def test_a_checklist_is_written_once(
    cssa_inline: Callable[..., Any], table: Path, tmp_path: Path
) -> None:
    command = ("checklist", "import", table, "-o", tmp_path / "out")
    run = cssa_inline(*command)
    assert run.code == 0
    folder = tmp_path / "out" / "depot" / "1"
    assert {path.name for path in folder.iterdir()} == {"checklist.yaml", "all.yaml", "import.yaml"}
    assert "column Remarks" in run.out
    assert f"into {folder} (2 practices)" in run.err
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert cssa_inline(*command).code == 0
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    (folder / "all.yaml").write_text("mine")
    assert cssa_inline(*command).code == 74
    assert (folder / "all.yaml").read_text() == "mine"


def test_what_was_written_passes_lint_and_can_be_answered(
    cssa_inline: Callable[..., Any], table: Path, tmp_path: Path
) -> None:
    cssa_inline("checklist", "import", table, "-o", tmp_path, "--basic", "day")
    folder = tmp_path / "depot" / "1"
    assert cssa_inline("checklist", "lint", "--strict", folder).code == 0
    assert cssa_inline("form", "new", "-c", folder, "-o", tmp_path / "form.xlsx").code == 0


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_summary_speaks_the_language_of_the_run(
    cssa_inline: Callable[..., Any],
    find_english: Callable[[str], list[str]],
    find_japanese: Callable[[str], list[str]],
    table: Path,
    tmp_path: Path,
    lang: str,
) -> None:
    run = cssa_inline("checklist", "import", table, "-o", tmp_path, lang=lang)
    text = (run.out + run.err).replace(str(tmp_path), "")
    assert (find_english(text) if lang == "ja" else find_japanese(text)) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--basic", "dusk"), 2),
        (("--languages", "en,fr"), 2),
        (("--format", "oscal"), 3),
    ],
)
def test_what_the_file_does_not_have_is_refused(
    cssa_inline: Callable[..., Any],
    table: Path,
    tmp_path: Path,
    words: tuple[str, ...],
    code: int,
) -> None:
    out = tmp_path / "out"
    assert cssa_inline("checklist", "import", table, "-o", out, *words).code == code
    assert not out.exists()


def test_every_importer_can_be_named() -> None:
    option = get_type_hints(import_)["format_"]
    names = [name for part in get_args(option) for name in get_args(part)]
    assert names == list(IMPORTERS)


def test_crosswalks_are_written_beside_each_other(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    def collection(target: str) -> Path:
        maps = [
            {
                "relationship": "equivalent-to",
                "sources": [{"id-ref": "a"}],
                "targets": [{"id-ref": target}],
            }
        ]
        mapping = {
            "source-resource": {"href": "one"},
            "target-resource": {"href": target},
            "maps": maps,
        }
        path = tmp_path / f"{target}.json"
        path.write_text(json.dumps({"mapping-collection": {"metadata": {}, "mappings": [mapping]}}))
        return path

    for target in ("two", "three", "two"):
        run = cssa_inline("checklist", "import", collection(target), "-o", tmp_path / "out")
        assert run.code == 0
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {"one-two.yaml", "one-three.yaml"}
    (tmp_path / "out" / "one-two.yaml").write_text("mine")
    run = cssa_inline("checklist", "import", collection("two"), "-o", tmp_path / "out")
    assert run.code == 74
    assert (tmp_path / "out" / "one-two.yaml").read_text() == "mine"
