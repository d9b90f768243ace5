"""Every option that names a file to write, with a command line for it and what that line reads."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.forms.workbooks import Filled

import cssa as package
from cssa.reports.formats.registry import GATE_FORMATS
from cssa.resources import data_root

HERE = Path(__file__).resolve().parent
SMALL = HERE.parent / "reports" / "report" / "small"
PEERS = HERE.parent / "reports" / "feedback" / "peers" / "large.json"

SOURCES = str(Path(package.__file__).parents[1])

_CHECKLIST = ("checklist/checklist.yaml", "checklist/1.yaml", "checklist/3.yaml")
_SCORED = "answers.yaml -c checklist --scheme scheme.yaml --target targets.yaml --as-of 2026-11-20"
_SCORED_FROM = ("answers.yaml", "scheme.yaml", "targets.yaml", *_CHECKLIST)

NOTES = "我が社のメモ\n\n* 取締役会の前に確認\n"


@dataclass(frozen=True)
class Command:
    """One way to have a file written.

    Attributes:
        option: the command's words and the option that names the file.
        line: the command line; ``{out}`` is the file.
        ending: what the file's name ends in.
        inputs: every file that it reads by name.
        group: what its output belongs to; None for somebody's work from then on.
        code: exit code of a run that wrote the file.
        over: the group whose outputs it may overwrite, where it is not its own.
        merges: whether it changes an existing answers file in place.
    """

    option: tuple[str, ...]
    line: str
    ending: str
    inputs: tuple[str, ...]
    group: str | None
    code: int = 0
    over: str | None = None
    merges: bool = False

    def arguments(self, out: object) -> list[str]:
        return [word.replace("{out}", str(out)) for word in self.line.split()]


def _report(ending: str, more: str, *inputs: str) -> Command:
    line = f"report {_SCORED} {more} -o {{out}}"
    return Command(("report", "--output"), line, ending, (*_SCORED_FROM, *inputs), "report")


def _gate(format_: str) -> Command:
    line = f"gate {_SCORED} --policy policy.yaml --previous previous.json -o {format_}={{out}}"
    inputs = (*_SCORED_FROM, "policy.yaml", "previous.json")
    return Command(("gate", "--output"), line, "txt", inputs, "gate")


def _show(format_: str) -> Command:
    line = f"checklist show small -c checklist --format {format_} -o {{out}}"
    ending = "txt" if format_ == "table" else format_
    return Command(("checklist show", "--output"), line, ending, _CHECKLIST, "checklist")


def _crosswalk(ending: str) -> Command:
    line = "crosswalk answers.yaml -c checklist --as-of 2026-11-20 --to crosswalk.yaml -o {out}"
    inputs = ("answers.yaml", "crosswalk.yaml", *_CHECKLIST)
    return Command(("crosswalk", "--output"), line, ending, inputs, "crosswalk")


COMMANDS = {
    "score-table": Command(
        ("score", "--output"), f"score {_SCORED} -o {{out}}", "txt", _SCORED_FROM, "score"
    ),
    "score-json": Command(
        ("score", "--output"),
        f"score {_SCORED} --format json -o {{out}}",
        "json",
        _SCORED_FROM,
        "score",
    ),
    "report-html": _report("html", "--previous previous.json", "previous.json"),
    "report-md": _report("md", ""),
    "report-json": _report("json", ""),
    "report-xlsx": _report("xlsx", ""),
    "report-template": _report("md", "--template template.j2", "template.j2"),
    "feedback-html": _report("html", "--peers peers.json", "peers.json"),
    "feedback-folder": _report("json", "--peers public", "public/peers.json"),
    **{f"crosswalk-{ending}": _crosswalk(ending) for ending in ("html", "md", "json", "xlsx")},
    **{f"gate-{format_}": _gate(format_) for format_ in GATE_FORMATS},
    "form-new": Command(
        ("form new", "--output"),
        "form new -c checklist --campaign campaign.yaml -o {out}",
        "xlsx",
        ("campaign.yaml", *_CHECKLIST),
        "form",
    ),
    "form-new-filled": Command(
        ("form new", "--output"),
        "form new -c checklist --answers answers.yaml -o {out}",
        "xlsx",
        ("answers.yaml", *_CHECKLIST),
        None,
        over="form",
    ),
    "form-read": Command(
        ("form read", "--output"),
        "form read filled.xlsx -c checklist -o {out}",
        "yaml",
        ("filled.xlsx", *_CHECKLIST),
        None,
        merges=True,
    ),
    "form-return": Command(
        ("form read", "--return"),
        "form read broken.xlsx -c checklist -o - --return {out}",
        "xlsx",
        ("broken.xlsx", *_CHECKLIST),
        "returned",
        code=3,
    ),
    **{f"checklist-{format_}": _show(format_) for format_ in ("table", "json", "yaml")},
    "schema": Command(("schema", "--output"), "schema result -o {out}", "json", (), "schema"),
}

each_command = pytest.mark.parametrize("name", COMMANDS)


def program(*arguments: str) -> list[str]:
    """Return a command line of the program."""
    return [sys.executable, "-m", "cssa", *arguments]


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory, cache_folder: Path) -> Path:
    """Make the inputs of every command line."""
    folder = tmp_path_factory.mktemp("material")
    shutil.copytree(SMALL / "checklist", folder / "checklist")
    shutil.copy(SMALL / "answers.yaml", folder)
    shutil.copy(SMALL / "answers-2025.yaml", folder / "old.yaml")
    shutil.copy(PEERS, folder / "peers.json")
    (folder / "public").mkdir()
    shutil.copy(PEERS, folder / "public" / "peers.json")
    scoring = Path(str(data_root() / "scoring"))
    shutil.copy(scoring / "schemes" / "maturity.yaml", folder / "scheme.yaml")
    shutil.copy(scoring / "targets" / "by-risk-profile.yaml", folder / "targets.yaml")
    for name, text in {
        "policy.yaml": "schema: cssa.policy/1\nid: own\nrules:\n"
        "  - {id: answered, on: overall, min_coverage: 0.1}\n",
        "campaign.yaml": 'schema: cssa.campaign/1\nid: "2026"\n'
        "title: {ja: 自己点検, en: Self-assessment}\nbase_date: 2026-09-30\n"
        "deadline: 2026-11-30\ncontact: cyber@example.org\n",
        "crosswalk.yaml": "schema: cssa.crosswalk/1\nfrom: {id: small}\nto: {id: other}\n"
        "relations:\n  1-1: {equal: [A-1]}\n",
        "template.j2": "---\ntitle: {{ view.result.institution.name|md }}\n---\n\n{{ view.lead|text }}",
        "password.txt": "himitsu\n",
        "notes": NOTES,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")

    def run(*arguments: str) -> None:
        subprocess.run(
            program(*arguments, "--lang", "en"),
            env={**os.environ, "PYTHONPATH": SOURCES, "CSSA_CACHE": str(cache_folder)},
            cwd=folder,
            capture_output=True,
            check=True,
            timeout=60,
        )

    run(
        "score",
        "old.yaml",
        "-c",
        "checklist",
        "--format",
        "json",
        "-o",
        "previous.json",
        "--as-of",
        "2025-11-20",
    )
    run("form", "new", "-c", "checklist", "--answers", "answers.yaml", "-o", "filled.xlsx")
    form = Filled((folder / "filled.xlsx").read_bytes()).enter("1.1-1", "perhaps")
    (folder / "broken.xlsx").write_bytes(form.save())
    return folder


@pytest.fixture(scope="session")
def outputs(material: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One output of every command."""
    from cssa.cli.run import run

    folder = tmp_path_factory.mktemp("outputs")
    with contextlib.chdir(material):
        for name, command in COMMANDS.items():
            out = folder / f"{name}.{command.ending}"
            assert run([*command.arguments(out), "--lang", "en"]) == command.code, name
    return {path.stem: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(material: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with the inputs, in which the program runs."""
    own = tmp_path / "own"
    shutil.copytree(material, own)
    monkeypatch.chdir(own)
    return own


@pytest.fixture
def written(folder: Path, cssa_inline: Callable[..., Any]) -> Callable[..., bytes]:
    """Write an output by a command, and return its bytes."""

    def write(name: str, out: Path) -> bytes:
        run = cssa_inline(*COMMANDS[name].arguments(out))
        assert run.code == COMMANDS[name].code, run.err
        return out.read_bytes()

    assert folder.is_dir()
    return write


def everything(folder: Path) -> dict[str, bytes | str]:
    """Return what is in a folder: contents of files, targets of links."""
    return dict(_entries(folder))


def _entries(folder: Path) -> Iterator[tuple[str, bytes | str]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield name, os.readlink(path)  # noqa: PTH115 - as it was written
        elif path.is_dir():
            yield name, "folder"
        elif path.is_file():
            yield name, path.read_bytes()
