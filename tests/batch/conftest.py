"""A campaign's forms with everything that goes wrong in them, batched once for all tests."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.program import Run

import cssa as package

INSTITUTIONS, FAULTS = 33, 23


@dataclass(frozen=True)
class Drawn:
    """Generated material, and how the program is told of it."""

    folder: Path

    @property
    def forms(self) -> Path:
        return self.folder / "forms"

    @property
    def named(self) -> list[str]:
        return [
            *("--campaign", str(self.folder / "campaign.yaml")),
            *("--roster", str(self.folder / "roster.csv")),
            *("--received", str(self.folder / "received.csv")),
        ]

    @property
    def planted(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads((self.folder / "planted.json").read_bytes())
        return found


def environment(cache: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(Path(package.__file__).parents[1]),
        "PYTHONIOENCODING": "utf-8",
        "CSSA_CACHE": str(cache),
    }


@pytest.fixture(scope="session")
def start(cache_folder: Path) -> Callable[..., "subprocess.Popen[bytes]"]:
    """Start the program as a process."""

    def started(*args: object) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "cssa", *map(str, args), "--lang", "en"],
            env=environment(cache_folder),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    return started


@pytest.fixture(scope="session")
def run(cssa_once: Callable[..., Run]) -> Callable[..., tuple[int, str, str]]:
    """Run the program within this process: exit code, standard output, standard error."""

    def finished(*args: object) -> tuple[int, str, str]:
        done = cssa_once(*args)
        return done.code, done.out, done.err

    return finished


@pytest.fixture(scope="session")
def run_process(
    start: Callable[..., "subprocess.Popen[bytes]"],
) -> Callable[..., tuple[int, str, str]]:
    """Run the program as a process: exit code, standard output, standard error."""

    def finished(*args: object) -> tuple[int, str, str]:
        process = start(*args)
        out, err = process.communicate(timeout=120)
        return process.returncode, out.decode(), err.decode()

    return finished


@pytest.fixture(scope="session")
def drawn(run: Callable[..., tuple[int, str, str]], make_once: Callable[..., Path]) -> Drawn:
    """Forms of a few institutions, with every kind of fault planted; feedback shows cases.

    Do not write there.
    """

    def make(folder: Path) -> None:
        asked = ("--institutions", INSTITUTIONS, "--seed", 7, "--faults", FAULTS)
        code, _, err = run("population", "generate", *asked, "-o", folder / "drawn")
        assert code == 0, err
        with (folder / "drawn" / "campaign.yaml").open("a", encoding="utf-8") as campaign:
            campaign.write("incidents: true\n")

    return Drawn(make_once("campaign", make) / "drawn")


@dataclass(frozen=True)
class Batched:
    """A batch that was run."""

    folder: Path
    code: int
    out: str
    err: str

    @property
    def ledger(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "private/ledger.json").read_bytes())
        return found


def _batched(folder: Path) -> Batched:
    code, out, err = json.loads((folder / "result.json").read_bytes())
    return Batched(folder / "out", code, out, err)


@pytest.fixture(scope="session")
def batched(
    drawn: Drawn,
    run_process: Callable[..., tuple[int, str, str]],
    make_once: Callable[..., Path],
) -> Batched:
    """The forms, batched in one process. Do not write there."""

    def make(folder: Path) -> None:
        asked = ("-o", folder / "out", *drawn.named, "--workers", 1)
        result = run_process("batch", "run", drawn.forms, *asked)
        (folder / "result.json").write_text(json.dumps(result), encoding="utf-8")

    return _batched(make_once("batched", make))


PUBLISHED_ON = "2026-12-19"
"""The day after the cut-off of the generated campaign."""

APPROVAL = (
    "--approved-by", "Executive committee", "--on", PUBLISHED_ON, "--as-of", PUBLISHED_ON,
)  # fmt: skip


@pytest.fixture(scope="session")
def published(
    batched: Batched,
    run_process: Callable[..., tuple[int, str, str]],
    make_once: Callable[..., Path],
) -> Batched:
    """The same batch, published in one process. Do not write there."""

    def make(folder: Path) -> None:
        shutil.copytree(batched.folder, folder / "out")
        result = run_process("batch", "publish", folder / "out", *APPROVAL, "--workers", 1)
        (folder / "result.json").write_text(json.dumps(result), encoding="utf-8")

    return _batched(make_once("published", make))


def tree(folder: Path) -> dict[str, str]:
    """Return the hash of every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


@pytest.fixture
def copy(batched: Batched, tmp_path: Path) -> Path:
    """A copy of the batch that may be written to."""
    folder = tmp_path / "out"
    shutil.copytree(batched.folder, folder)
    return folder
