"""Every option that names a file to write, with a command line for it and what that line reads."""

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.forms.workbooks import Filled

from cssa.reports.formats.registry import GATE_FORMATS
from cssa.resources import data_root

HERE = Path(__file__).resolve().parent
SMALL = HERE.parent / "reports" / "report" / "small"
PEERS = HERE.parent / "reports" / "feedback" / "peers" / "large.json"

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
        makes_answers: whether it writes an answers file, into which others are merged.
    """

    option: tuple[str, ...]
    line: str
    ending: str
    inputs: tuple[str, ...]
    group: str | None
    code: int = 0
    over: str | None = None
    merges: bool = False
    makes_answers: bool = False

    def arguments(self, out: object) -> list[str]:
        return [word.replace("{out}", str(out)) for word in self.line.split()]


def _report(ending: str, more: str, *inputs: str) -> Command:
    line = f"report {_SCORED} {more} -o {{out}}"
    return Command(("report", "--output"), line, ending, (*_SCORED_FROM, *inputs), "report")


def _handover(ending: str) -> Command:
    line = f"report {_SCORED} --handover --policy policy.yaml -o {{out}}"
    inputs = (*_SCORED_FROM, "policy.yaml")
    return Command(("report", "--output"), line, ending, inputs, "handover")


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


def _plan(ending: str) -> Command:
    line = f"plan make {_SCORED} -o {{out}}"
    return Command(("plan make", "--output"), line, ending, _SCORED_FROM, "plan")


def _compare(ending: str) -> Command:
    made = "--scheme scheme.yaml --target targets.yaml"
    line = f"compare old.yaml answers.yaml -c checklist {made} -o {{out}}"
    inputs = ("old.yaml", *_SCORED_FROM)
    return Command(("compare", "--output"), line, ending, inputs, "comparison")


def _roadmap(ending: str) -> Command:
    goal, more = (
        ("--policy policy.yaml", "policy.yaml") if ending == "json" else ("--level 3", None)
    )
    line = f"plan roadmap {_SCORED} {goal} --per-half-year 8 --effort effort.yaml -o {{out}}"
    inputs = (*_SCORED_FROM, "effort.yaml", *([more] if more else []))
    return Command(("plan roadmap", "--output"), line, ending, inputs, "roadmap")


COMMANDS = {
    "answers-carry": Command(
        ("answers carry", "--output"),
        "answers carry old.yaml -c checklist --to checklist --map changes.yaml -o {out}",
        "yaml",
        ("old.yaml", "changes.yaml", *_CHECKLIST),
        None,
        makes_answers=True,
    ),
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
    "handover-html": _handover("html"),
    "handover-md": _handover("md"),
    "feedback-html": _report("html", "--peers peers.json", "peers.json"),
    "feedback-folder": _report("json", "--peers public", "public/peers.json"),
    **{f"crosswalk-{ending}": _crosswalk(ending) for ending in ("html", "md", "json", "xlsx")},
    **{f"plan-{ending}": _plan(ending) for ending in ("xlsx", "md", "html", "ics", "json")},
    **{f"compare-{ending}": _compare(ending) for ending in ("html", "md", "xlsx", "json")},
    **{f"roadmap-{ending}": _roadmap(ending) for ending in ("html", "xlsx", "json")},
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
    "answers-merge": Command(
        ("answers merge", "--output"),
        "answers merge base.yaml answers.yaml theirs.yaml -c checklist -o {out}",
        "yaml",
        ("base.yaml", "answers.yaml", "theirs.yaml", *_CHECKLIST),
        None,
        makes_answers=True,
    ),
    "policy-new": Command(
        ("policy new", "--output"), f"policy new {_SCORED} -o {{out}}", "yaml", _SCORED_FROM, None
    ),
    "checklist-diff": Command(
        ("checklist diff", "--output"),
        "checklist diff checklist checklist -o {out}",
        "yaml",
        _CHECKLIST,
        None,
    ),
    **{f"checklist-{format_}": _show(format_) for format_ in ("table", "html", "json", "yaml")},
    "schema": Command(("schema", "--output"), "schema result -o {out}", "json", (), "schema"),
}

each_command = pytest.mark.parametrize("name", COMMANDS)


def program(*arguments: str) -> list[str]:
    """Return a command line of the program."""
    return [sys.executable, "-m", "cssa", *arguments]


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory, cssa_once: Callable[..., Any]) -> Path:
    """Make the inputs of every command line."""
    folder = tmp_path_factory.mktemp("material")
    shutil.copytree(SMALL / "checklist", folder / "checklist")
    shutil.copy(SMALL / "answers.yaml", folder)
    for name in ("base.yaml", "theirs.yaml"):
        shutil.copy(SMALL / "answers.yaml", folder / name)
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
        "changes.yaml": 'schema: cssa.changes/1\nfrom: {version: "1"}\n'
        'to: {version: "1"}\nunchanged: [1-1, 1.1-1, 1.1-a, 2.1-1, 2.1-2, 2.1-a, 3.1-1, 3.1-2]\n',
        "effort.yaml": "schema: cssa.effort/1\nefforts: {1.1-1: l}\n",
        "template.j2": "---\ntitle: {{ view.result.institution.name|md }}\n---\n\n{{ view.lead|text }}",
        "password.txt": "himitsu\n",
        "notes": NOTES,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")

    made = "--format json -o previous.json --as-of 2025-11-20"
    with contextlib.chdir(folder):
        for line in (
            f"score old.yaml -c checklist {made}",
            "form new -c checklist --answers answers.yaml -o filled.xlsx",
        ):
            run = cssa_once(*line.split())
            assert run.code == 0, run.err
    form = Filled((folder / "filled.xlsx").read_bytes()).enter("1.1-1", "perhaps")
    (folder / "broken.xlsx").write_bytes(form.save())
    return folder


@pytest.fixture(scope="session")
def outputs(
    material: Path, tmp_path_factory: pytest.TempPathFactory, cssa_once: Callable[..., Any]
) -> dict[str, bytes]:
    """One output of every command."""
    folder = tmp_path_factory.mktemp("outputs")
    with contextlib.chdir(material):
        for name, command in COMMANDS.items():
            out = folder / f"{name}.{command.ending}"
            assert cssa_once(*command.arguments(out)).code == command.code, name
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
