"""A workbook that brings down the native reader is refused, and nothing else is lost by it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from tests.batch.conftest import tree
from tests.dask_cluster import dask_cluster, needs_dask

import cssa as package

DEADLY = '''
"""The native reader, ending the process on workbooks that hold a text."""
import importlib, os, sys
from pathlib import Path

sys.path.remove(str(Path(__file__).parent))
del sys.modules["python_calamine"]
real = importlib.import_module("python_calamine")
Workbook = real.CalamineWorkbook

class Deadly:
    @staticmethod
    def from_filelike(stream):
        if os.environ["DEADLY"].encode() in stream.getvalue():
            os.abort()
        return Workbook.from_filelike(stream)

real.CalamineWorkbook = Deadly
'''

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]

COUNT = 3

pytestmark = pytest.mark.skipif(os.name == "nt", reason="an abort is told by its signal")


@pytest.fixture(scope="module")
def environment(
    tmp_path_factory: pytest.TempPathFactory, cache_folder: Path
) -> Callable[[str], dict[str, str]]:
    """Return an environment in which the native reader dies on a text."""
    reader = tmp_path_factory.mktemp("reader")
    (reader / "python_calamine.py").write_text(DEADLY, encoding="utf-8")
    paths = os.pathsep.join((str(reader), str(Path(package.__file__).parents[1])))
    return lambda deadly: {
        **os.environ, "PYTHONPATH": paths, "DEADLY": deadly, "CSSA_CACHE": str(cache_folder),
    }  # fmt: skip


@pytest.fixture(scope="module")
def program(environment: Callable[[str], dict[str, str]]) -> Program:
    """Run the program in a folder, with a native reader that dies on a text."""

    def run(
        folder: Path, *args: object, deadly: str = "no such text", lang: str = "en"
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "cssa", "--lang", lang, *map(str, args)],
            env=environment(deadly), cwd=folder, capture_output=True, check=False, timeout=120,
        )  # fmt: skip

    return run


@pytest.fixture
def cssa(program: Program, tmp_path: Path) -> Program:
    """Run the program in the test's own folder."""
    return partial(program, tmp_path)


@pytest.fixture(scope="module")
def drawn(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forms of a few institutions, which tests only read."""
    folder = tmp_path_factory.mktemp("drawn")
    made = ("population", "generate", "--institutions", COUNT, "--seed", 3, "-o", folder / "made")
    done = program(folder, *made)
    assert done.returncode == 0, done.stderr
    return folder / "made"


def _first_name(folder: Path) -> str:
    """Return the name of the institution that the first form is from."""
    row = (folder / "roster.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    return row.split(",")[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("score",),
        ("explain",),
        ("gate",),
        ("report", "-o", "out.html"),
        ("form", "read", "-o", "out.yaml"),
        ("form", "new", "-o", "out.xlsx", "--answers"),
    ],
    ids=" ".join,
)
def test_one_form_is_refused(
    arguments: tuple[str, ...], cssa: Program, drawn: Path, tmp_path: Path
) -> None:
    form = min((drawn / "forms").iterdir())

    for lang, words in (("en", "was stopped (SIGABRT)"), ("ja", "中止しました（SIGABRT）")):
        done = cssa(*arguments, form, deadly=_first_name(drawn), lang=lang)

        error = done.stderr.decode()
        assert done.returncode == 3, error
        assert error.startswith(f"{form}: ")
        assert words in error
        assert len(error.splitlines()) == 1
        assert not list(tmp_path.glob("out.*"))
    assert cssa(*arguments, form).returncode in (0, 1)


@pytest.mark.parametrize("workers", [(), ("--workers", 2)])
def test_a_batch_goes_on_without_it(
    workers: tuple[object, ...], cssa: Program, drawn: Path, tmp_path: Path
) -> None:
    asked = ("batch", "run", drawn / "forms", "-o", "out", "--roster", drawn / "roster.csv")

    done = cssa(*asked, *workers, deadly=_first_name(drawn))

    assert done.returncode == 3, done.stderr
    ledger = json.loads((tmp_path / "out/private/ledger.json").read_bytes())
    reasons = {file["path"]: [r["code"] for r in file["reasons"]] for file in ledger["files"]}
    died = [path for path, codes in reasons.items() if "batch.worker_died" in codes]
    assert len(died) == 1
    assert len(list((tmp_path / "out/feedback").iterdir())) == COUNT - 1
    assert cssa(*asked, *workers).returncode == 0
    assert len(list((tmp_path / "out/feedback").iterdir())) == COUNT


@needs_dask
def test_a_cluster_goes_on_without_it_and_the_workers_that_it_ends(
    cssa: Program,
    drawn: Path,
    environment: Callable[[str], dict[str, str]],
    tmp_path: Path,
) -> None:
    deadly = _first_name(drawn)
    asked = ("batch", "run", drawn / "forms", "--roster", drawn / "roster.csv")
    assert cssa(*asked, "-o", "here", deadly=deadly).returncode == 3

    with dask_cluster(environment(deadly)) as address:
        done = cssa(*asked, "-o", "out", "--cluster", address)

    assert done.returncode == 3, done.stderr
    assert "batch.worker_died" in (tmp_path / "out/private/ledger.json").read_text("utf-8")
    assert tree(tmp_path / "out") == tree(tmp_path / "here")


def test_a_batch_of_one_form_is_no_exception(cssa: Program, drawn: Path, tmp_path: Path) -> None:
    form = min((drawn / "forms").iterdir())

    done = cssa("batch", "run", form, "-o", "out", deadly=_first_name(drawn))

    assert done.returncode == 4, done.stderr
    assert signal.SIGABRT.name not in done.stdout.decode()
    assert (tmp_path / "out/private/ledger.json").exists()


def test_the_review_of_a_batch_is_refused(cssa: Program, drawn: Path, tmp_path: Path) -> None:
    asked = ("batch", "run", drawn / "forms", "-o", "out", "--roster", drawn / "roster.csv")
    assert cssa(*asked).returncode == 0
    (changed,) = (tmp_path / "out/private").glob("review*.xlsx")

    done = cssa(*asked, deadly="xl/workbook.xml")

    assert done.returncode == 3, done.stderr
    assert f"{changed.relative_to(tmp_path)}: " in done.stderr.decode()
