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
def run(start: Callable[..., "subprocess.Popen[bytes]"]) -> Callable[..., tuple[int, str, str]]:
    """Run the program as a process: exit code, standard output, standard error."""

    def finished(*args: object) -> tuple[int, str, str]:
        process = start(*args)
        out, err = process.communicate(timeout=120)
        return process.returncode, out.decode(), err.decode()

    return finished


@pytest.fixture(scope="session")
def drawn(
    run: Callable[..., tuple[int, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Drawn:
    """Forms of a few institutions, with every kind of fault planted."""
    folder = tmp_path_factory.mktemp("campaign") / "drawn"
    asked = ("--institutions", INSTITUTIONS, "--seed", 7, "--faults", FAULTS, "-o", folder)
    code, _, err = run("population", "generate", *asked)
    assert code == 0, err
    return Drawn(folder)


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


@pytest.fixture(scope="session")
def batched(
    drawn: Drawn,
    run: Callable[..., tuple[int, str, str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Batched:
    """The forms, batched in one process. Do not write there."""
    folder = tmp_path_factory.mktemp("batched") / "out"
    result = run("batch", "run", drawn.forms, "-o", folder, *drawn.named, "--workers", 1)
    return Batched(folder, *result)


PUBLISHED_ON = "2026-12-19"
"""The day after the cut-off of the generated campaign."""

APPROVAL = (
    "--approved-by", "Executive committee", "--on", PUBLISHED_ON, "--as-of", PUBLISHED_ON,
)  # fmt: skip


@pytest.fixture(scope="session")
def published(
    batched: Batched,
    run: Callable[..., tuple[int, str, str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Batched:
    """The same batch, published in one process. Do not write there."""
    folder = tmp_path_factory.mktemp("published") / "out"
    shutil.copytree(batched.folder, folder)
    return Batched(folder, *run("batch", "publish", folder, *APPROVAL, "--workers", 1))


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
