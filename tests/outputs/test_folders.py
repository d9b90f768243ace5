"""Folders that commands fill: nobody's but the command's own, and none that it reads."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.outputs.conftest import NOTES, everything

from cssa.messages import LANGS

Inline = Callable[..., Any]

both_languages = pytest.mark.parametrize("lang", LANGS)


# batch


@pytest.fixture
def campaign(folder: Path) -> Path:
    """A folder with a batch's folder in it, as a former run left it, and what it was made from."""
    forms = folder / "forms"
    forms.mkdir()
    shutil.copy("filled.xlsx", forms / "a.xlsx")
    for name in ("private/kept", "returns", "feedback"):
        (folder / "out" / name).mkdir(parents=True)
    (folder / "out" / "private" / "roster.csv").write_text("id,name,sector\n", encoding="utf-8")
    shutil.copy("filled.xlsx", folder / "out" / "returns" / "a.xlsx")
    return folder


@both_languages
@pytest.mark.parametrize("line", [
    "out -o out",
    "./forms/../out -o out",
    "linked -o out",
    "out -o linked",
    "out/returns -o out",
    "out/returns/a.xlsx -o out",
    "forms --roster out/private/roster.csv -o out",
    "forms --received out/private/roster.csv -o out",
    "forms --campaign out/private/roster.csv -o out",
    "forms --key out/private/roster.csv -o out",
    "forms --previous out -o out",
    "forms --previous linked -o out",
])  # fmt: skip
def test_a_batch_fills_no_folder_that_it_reads(
    line: str, lang: str, campaign: Path, cssa_inline: Inline
) -> None:
    (campaign / "linked").symlink_to("out", target_is_directory=True)
    before = everything(campaign)
    run = cssa_inline("batch", "run", *line.split(), "-c", "checklist", lang=lang)
    assert (run.code, run.out) == (2, ""), run.err
    assert run.err.startswith(f"{line.rsplit(maxsplit=1)[-1]}: ")
    assert everything(campaign) == before


def test_what_lies_in_a_batchs_folder_beside_its_own_may_be_read(
    campaign: Path, cssa_inline: Inline
) -> None:
    (campaign / "forms").rename(campaign / "out" / "inbox")
    run = cssa_inline("batch", "run", "out/inbox", "-o", "out", "-c", "checklist")
    assert run.code in (0, 4), run.err
    assert (campaign / "out" / "inbox" / "a.xlsx").is_file()


def test_a_batch_fills_no_folder_of_somebody_else(campaign: Path, cssa_inline: Inline) -> None:
    (campaign / "mine").mkdir()
    (campaign / "mine" / "notes").write_text(NOTES, encoding="utf-8")
    before = everything(campaign)
    for out in ("mine", "notes"):
        run = cssa_inline("batch", "run", "forms", "-o", out, "-c", "checklist")
        assert run.code == 74, run.err
        assert out in run.err
        assert everything(campaign) == before


# population


GENERATE = ("population", "generate", "--institutions", 1, "--seed", 1, "--no-forms", "-o")


@pytest.mark.parametrize("marker", [None, "", "[]", "notes", '{"schema": "mine/1"}', "[" * 5000])
def test_a_population_fills_no_folder_of_somebody_else(
    marker: str | None, folder: Path, cssa_inline: Inline
) -> None:
    mine = folder / "mine"
    (mine / "answers").mkdir(parents=True)
    shutil.copy("answers.yaml", mine / "answers")
    if marker is not None:
        (mine / "generated.json").write_text(marker, encoding="utf-8")
    before = everything(folder)
    for out in (mine, folder / "notes"):
        run = cssa_inline(*GENERATE, out)
        assert run.code == 74, run.err
        assert str(out) in run.err
    assert everything(folder) == before


def test_a_population_is_made_again_in_its_folder(folder: Path, cssa_inline: Inline) -> None:
    (folder / "drawn").mkdir()
    assert cssa_inline(*GENERATE, "drawn").code == 0
    before = everything(folder)
    assert json.loads((folder / "drawn" / "generated.json").read_text())["institutions"] == 1
    assert cssa_inline(*GENERATE, "drawn").code == 0
    assert everything(folder) == before


# demo


@pytest.mark.parametrize(
    "name", ["answers.yaml", "report.html", "campaign/notes", "result/notes", "campaign", "result"]
)
def test_the_demo_checks_every_place_before_it_writes(
    name: str, folder: Path, cssa_inline: Inline
) -> None:
    path = folder / "demo" / name
    path.parent.mkdir(parents=True)
    path.write_text(NOTES, encoding="utf-8")
    before = everything(folder)
    run = cssa_inline("demo", "--out", "demo", "--institutions", 2)
    assert run.code == 74, run.err
    assert (run.out, run.err.count("\n")) == ("", 1)
    assert f"demo{os.sep}{Path(name).parts[0]}" in run.err
    assert everything(folder) == before


@pytest.mark.parametrize("name", ["answers.yaml", "report.html"])
def test_the_demo_writes_over_no_folder(name: str, folder: Path, cssa_inline: Inline) -> None:
    (folder / "demo" / name).mkdir(parents=True)
    before = everything(folder)
    assert cssa_inline("demo", "--out", "demo", "--institutions", 0).code == 74
    assert cssa_inline("demo", "--out", "notes", "--institutions", 0).code == 74
    assert everything(folder) == before


def test_empty_files_do_not_keep_the_demo_from_writing(folder: Path, cssa_inline: Inline) -> None:
    (folder / "demo").mkdir()
    for name in ("answers.yaml", "report.html"):
        (folder / "demo" / name).touch()
    assert cssa_inline("demo", "--out", "demo", "--institutions", 0).code == 0
    assert (folder / "demo" / "report.html").stat().st_size > 0


# checklist new


def test_an_untouched_skeleton_may_be_made_again(folder: Path, cssa_inline: Inline) -> None:
    line = ("checklist", "new", "mine", "--out", "lists")
    assert cssa_inline(*line).code == 0
    before = everything(folder)
    assert cssa_inline(*line).code == 0
    assert everything(folder) == before


@pytest.mark.parametrize("change", ["edited", "added", "renamed", "folder"])
def test_a_skeleton_that_somebody_works_on_is_theirs(
    change: str, folder: Path, cssa_inline: Inline
) -> None:
    line = ("checklist", "new", "mine", "--out", "lists")
    assert cssa_inline(*line).code == 0
    made = folder / "lists" / "mine" / "1"
    header = made / "checklist.yaml"
    if change == "edited":
        header.write_text(header.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    elif change == "added":
        (made / "2.yaml").touch()
    elif change == "renamed":
        header.rename(made / "mine.yaml")
    else:
        (made / "more").mkdir()
    before = everything(folder)
    run = cssa_inline(*line)
    assert run.code == 74
    assert everything(folder) == before
