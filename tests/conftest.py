"""Fixtures that every test may use: a clean environment, and ways to run the program."""

import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from tests.program import InlineProgram, Run, clear_environment, run_process

# A machine that is busy with other things is no reason to fail.
settings.register_profile("cssa", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("cssa")

ROOT = Path(__file__).resolve().parent.parent
if find_spec("cssa") is None:  # a checkout that nothing has installed
    sys.path.insert(0, str(ROOT / "src"))

# Read here: the environment is cleared before a test.
EXTERNAL_REQUIRED = os.environ.get("CSSA_EXTERNAL") == "required"
_PACKAGES = {
    "axe-core": Path(os.environ.get("AXE_CORE", ROOT / "node_modules" / "axe-core" / "axe.min.js")),
    "exceljs": ROOT / "build" / "year" / "node_modules" / "exceljs",
}

_JAPANESE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_NO_PROSE = re.compile(r"`[^`]*`|\{[^}]*\}|「[^」]*」|^使い方： [a-z ]+", re.MULTILINE)
_THREE_WORDS = re.compile(r"(?<![\w./-])[A-Za-z]+( +[a-z]+){2,}(?![\w./-])")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them; read the difference",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Measure coverage in the workers of pytest-xdist, not in the programs that tests run.

    Measuring has begun in a worker when this is called; programs would be slowed past the times
    that tests allow them.
    """
    if hasattr(config, "workerinput"):
        os.environ.pop("COVERAGE_PROCESS_START", None)


@cache
def external_tool(name: str) -> str | None:
    """Return where a program or file that does not come with the tests is; None without it.

    Args:
        name: ``soffice``, ``uno`` (a Python that can talk to LibreOffice),
            ``chromium``, ``chromedriver``, ``selenium`` (the module that drives it), ``firefox``,
            ``marionette`` (the module that drives it), ``node``,
            ``axe-core``, ``exceljs`` (with the other packages of the example of a year) or
            ``pypdfium2`` (a module that reads PDF).
    """
    if name == "pypdfium2":
        return name if find_spec(name) else None
    if name == "marionette":
        return name if find_spec("marionette_driver") else None
    if name in _PACKAGES:
        return str(_PACKAGES[name]) if _PACKAGES[name].exists() else None
    if name == "uno":
        pythons = filter(None, map(shutil.which, ("/usr/bin/python3", "python3")))
        return next((python for python in pythons if _has_uno(python)), None)
    if name == "selenium":
        return name if find_spec(name) else None
    return next(filter(None, map(shutil.which, _COMMANDS.get(name, (name,)))), None)


_COMMANDS = {
    "chromium": ("chromium", "chromium-browser"),
    "firefox": ("firefox-esr", "firefox"),
}


def _has_uno(python: str) -> bool:
    asked = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
    return asked.returncode == 0


_WANTED = {
    "soffice": "LibreOffice is not installed (soffice)",
    "uno": "LibreOffice's Python bridge is not installed (python3-uno)",
    "chromium": "chromium is not installed",
    "chromedriver": "chromedriver is not installed (chromium-driver)",
    "selenium": "selenium is not installed (pip install selenium)",
    "firefox": "firefox is not installed (firefox-esr)",
    "marionette": "Firefox's own driver is not installed (pip install marionette_driver)",
    "node": "node is not installed",
    "pypdfium2": "pypdfium2 is not installed (pip install pypdfium2)",
    "exceljs": "exceljs is not installed (npm install of examples/year/package.json, in build/year)",
    "axe-core": "axe-core is not installed (npm install axe-core, or AXE_CORE)",
}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what is marked ``external("soffice", …)`` where a tool is missing.

    With ``CSSA_EXTERNAL=required`` in the environment it fails instead, so that no pipeline takes
    a missing tool for a passed test.
    """
    tools = [name for marker in item.iter_markers("external") for name in marker.args]
    missing = [_WANTED[name] for name in tools if external_tool(name) is None]
    if missing and EXTERNAL_REQUIRED:
        pytest.fail(f"CSSA_EXTERNAL=required, and {'; '.join(missing)}", pytrace=False)
    if missing:
        pytest.skip("; ".join(missing))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's top folder."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where this session keeps compiled data, also what its fixtures load before any test."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CSSA_CACHE", str(folder))
        yield folder


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> Iterator[None]:
    """Take away what the developer's own environment would change, and what a run leaves behind.

    A short run collects no garbage; run within this process, it would leave gigabytes of it to the
    tests that follow.
    """
    clear_environment(monkeypatch, cache_folder)
    yield
    gc.enable()


@pytest.fixture
def cssa(clean_environment: None) -> Callable[..., Run]:  # noqa: ARG001 - it sets the variables read here
    """Run the program as a process: ``cssa("score", path, env={…}, stdin=…, cwd=…)``."""
    return run_process


@pytest.fixture(scope="session")
def inline_program() -> Iterator[InlineProgram]:
    """The program within this process."""
    program = InlineProgram()
    yield program
    program.end()


@pytest.fixture
def cssa_inline(
    clean_environment: None,  # noqa: ARG001 - it sets the variables read here
    inline_program: InlineProgram,
) -> Callable[..., Run]:
    """Run the program within this process, which is faster; not for help.

    The words of help are fixed when the commands are first imported; everything else follows
    ``--lang``, which is ``en`` unless the test says otherwise.
    """
    return inline_program.run


@pytest.fixture(scope="session")
def cssa_once(inline_program: InlineProgram, cache_folder: Path) -> Callable[..., Run]:
    """Run the program as ``cssa_inline`` does, for what is made once for many tests."""

    def run(*args: object, **more: Any) -> Run:
        with pytest.MonkeyPatch.context() as patch:
            clear_environment(patch, cache_folder)
            return inline_program.run(*args, **more)

    return run


@pytest.fixture(scope="session")
def make_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str, Callable[[Path], None]], Path]:
    """Have a folder made by the first process of this session that wants it.

    ``make_once("campaign", make)`` returns the folder. Do not write there: copy it.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name: str, make: Callable[[Path], None]) -> Path:
        folder, finished = shared / f"once-{name}", shared / f"once-{name}.made"
        with FileLock(shared / f"once-{name}.lock"):
            if not finished.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                finished.touch()
        return folder

    return made


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a committed file, or write it there under ``--update-golden``."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.is_file(), f"no {path.name}; write it with --update-golden, and read it"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def find_japanese() -> Callable[[str], list[str]]:
    """Return the Japanese characters of a text."""
    return _JAPANESE.findall


@pytest.fixture(scope="session")
def find_english() -> Callable[[str], list[str]]:
    """Return English sentences of a Japanese text: three words in a row.

    Commands in backquotes, quotations and placeholders are no sentences.
    """

    def find(text: str) -> list[str]:
        return [match.group() for match in _THREE_WORDS.finditer(_NO_PROSE.sub(" | ", text))]

    return find


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file into the test's folder: ``write("answers.yaml", "…")``."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file


@pytest.fixture
def answers(write: Callable[..., Path]) -> Callable[..., Path]:
    """Write an answers file for the shipped checklist: ``answers("2.1.1-1: 3", name=…)``."""

    def write_answers(*lines: str, name: str = "answers.yaml", header: str = "") -> Path:
        body = "".join(f"  {line}\n" for line in lines)
        text = (
            "schema: cssa.answers/1\n"
            'checklist: {id: fsa-cyber-guideline, version: "2025-07-04"}\n'
            "institution: {id: example-bank, name: 例示銀行, sector: regional_bank}\n"
            f"{header}"
            f"answers:{chr(10) + body if body else ' {}' + chr(10)}"
        )
        return write(name, text)

    return write_answers
