"""What people install holds the program with all its data, and runs without the repository."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA_TREES = ("checklists", "scoring", "templates")
GOOD = ROOT / "tests" / "good" / "answers.yaml"
COMPILED = "cssa/_data/compiled/"
LICENCE = ("LICENSE", "NOTICE")
APACHE_2 = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"
"""Hash of the text at https://www.apache.org/licenses/LICENSE-2.0.txt."""

pytestmark = [
    pytest.mark.packaging,
    pytest.mark.skipif(
        any(find_spec(name) is None for name in ("build", "hatchling", "pip")),
        reason="needs build, hatchling and pip",
    ),
    pytest.mark.xdist_group("packaging"),
]


def run(*command: object, cwd: Path | None = None, **environ: str) -> str:
    cleared = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in cleared}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**environment, "PYTHONIOENCODING": "utf-8", **environ},
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel built from it."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT)
    return out


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    """The repository's files as git has them, or as they stand where there is no git."""
    if not (ROOT / ".git").exists():
        return sorted(
            path.relative_to(ROOT).as_posix()
            for tree in (*DATA_TREES, "src", "tests")
            for path in (ROOT / tree).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        )
    return run("git", "ls-files", "-z", cwd=ROOT).rstrip("\0").split("\0")


def test_the_wheel_has_the_data_of_the_tree_and_no_other(
    names: list[str], tracked: list[str]
) -> None:
    packed = sorted(
        name.removeprefix("cssa/_data/")
        for name in names
        if name.startswith("cssa/_data/") and not name.startswith(COMPILED)
    )
    assert packed == sorted(
        name for name in tracked if name.startswith(tuple(f"{tree}/" for tree in DATA_TREES))
    )


def test_the_wheel_has_the_program_and_nothing_else(names: list[str], tracked: list[str]) -> None:
    packed = {name for name in names if not name.startswith("cssa/_data/")}
    program = {name.removeprefix("src/") for name in tracked if name.startswith("src/cssa/")}
    manuals = {name for name in packed if ".data/data/share/man/" in name}
    assert {name.rpartition("/share/man/")[2] for name in manuals} == {
        "man1/cssa.1",
        "ja/man1/cssa.1",
    }
    assert {name for name in packed - manuals if ".dist-info/" not in name} == program
    assert "cssa/py.typed" in packed
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_wheel_has_checklists_and_scoring_data_compiled(
    names: list[str], tracked: list[str]
) -> None:
    packed = {name.removeprefix(COMPILED) for name in names if name.startswith(COMPILED)}
    checklists, scoring = (
        [Path(name) for name in tracked if name.startswith(tree) and name.endswith(".yaml")]
        for tree in ("checklists/", "scoring/")
    )
    assert packed == {
        *(
            "-".join(("checklist", *path.parts[1:3])) + ".json"
            for path in checklists
            if path.parts[1] != "library"
        ),
        "incidents.json",
        "incident-trends.json",
        "published.json",
        *(
            "-".join((*path.parts[1:-1], path.stem)) + ".json"
            for path in scoring
            if "policies" not in path.parts  # read with the place of every value
        ),
    }


def test_data_holds_no_code(names: list[str]) -> None:
    assert not [
        name for name in names if name.startswith("cssa/_data/") and name.endswith((".py", ".pyc"))
    ]


def test_the_source_distribution_can_be_built_and_tested_from(
    built: Path, tracked: list[str]
) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert set(tracked) - packed == set()
    assert {"pyproject.toml", "README.md", "CHANGELOG.md"} <= packed


def test_the_licence_and_the_sources_of_the_content_go_with_every_copy(
    built: Path, wheel: Path, names: list[str]
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        text = archive.read(metadata).decode()
        folder = f"{metadata.rpartition('/')[0]}/licenses"
        in_wheel = {name: archive.read(f"{folder}/{name}") for name in LICENCE}
    assert "\nLicense-Expression: Apache-2.0\n" in text
    assert [line for line in text.splitlines() if line.startswith("License-File: ")] == [
        f"License-File: {name}" for name in LICENCE
    ]
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        (root,) = {name.partition("/")[0] for name in archive.getnames()}
        in_source = {}
        for name in LICENCE:
            member = archive.extractfile(f"{root}/{name}")
            assert member is not None
            in_source[name] = member.read()
    assert in_wheel == in_source == {name: (ROOT / name).read_bytes() for name in LICENCE}


def test_the_same_source_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    build = (sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path)
    run(*build, ROOT, PYTHONHASHSEED="7")
    (again,) = tmp_path.glob("*.whl")
    assert sha256(again.read_bytes()).digest() == sha256(wheel.read_bytes()).digest()


def test_the_licence_is_the_standard_text() -> None:
    assert sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == APACHE_2


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel, and the dependencies of this one."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    run(*pip, "install", "--no-deps", "--no-index", wheel)
    purelib = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    dependencies = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(purelib) / "dependencies.pth").write_text("\n".join(dependencies), encoding="utf-8")
    return scripts


def test_the_installed_program_runs_away_from_the_repository(
    installed: Path, tmp_path: Path
) -> None:
    where = run(installed / "python", "-c", "import cssa; print(cssa.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    program = installed / "cssa"
    assert run(program, "--version", cwd=tmp_path).startswith("cssa ")
    listed = run(program, "checklist", "list", "--lang", "en", cwd=tmp_path)
    assert "fsa-cyber-guideline" in listed
    scored = run(program, "score", GOOD, "--lang", "en", cwd=tmp_path)
    assert scored.startswith("Maturity (own method)")
    run(program, "demo", "--out", tmp_path / "demo", cwd=tmp_path)


SCORED = """\
import sys
from datetime import date
from pathlib import Path
from cssa.datafile import reader

def shown(data, path, read=reader.read):
    print(Path(path).stem)
    return read(data, path)
reader.read = shown
from cssa.workspace import Workspace

data = Path(sys.argv[1]).read_bytes()
print(Workspace().assess(data, "answers", as_of=date(2026, 11, 20)).result.target.content)
"""
"""Prints the names of the files that are parsed, and the hash of the targets."""


def test_the_installed_program_parses_a_source_only_where_it_was_changed(
    installed: Path, tmp_path: Path
) -> None:
    def scored() -> list[str]:
        return run(installed / "python", "-c", SCORED, GOOD, cwd=tmp_path).split()

    parsed, before = scored()
    assert parsed == "answers"
    root = run(installed / "python", "-c", "import cssa; print(*cssa.__path__)").strip()
    file = Path(root) / "_data" / "scoring" / "targets" / "by-risk-profile.yaml"
    source = file.read_bytes()
    try:
        file.write_bytes(source.replace(b"level: 3", b"level: 2"))
        assert scored()[:2] == ["answers", "by-risk-profile"]
        assert scored()[2] != before
    finally:
        file.write_bytes(source)
    assert scored() == ["answers", before]


def test_the_installed_program_needs_no_cache(installed: Path, tmp_path: Path) -> None:
    file = tmp_path / "a-file"
    file.write_text("", encoding="utf-8")
    arguments = ("score", GOOD, "--as-of", "2026-11-20", "--lang", "en")
    for place in (file / "below", tmp_path / "unused"):
        scored = run(installed / "cssa", *arguments, cwd=tmp_path, CSSA_CACHE=str(place))
        assert scored.startswith("Maturity (own method)")
    assert [path.name for path in tmp_path.iterdir()] == ["a-file"]


def test_the_installed_program_makes_the_skeleton_of_a_checklist(
    installed: Path, tmp_path: Path
) -> None:
    program = installed / "cssa"
    run(program, "checklist", "new", "mine", cwd=tmp_path)
    run(program, "checklist", "lint", tmp_path / "mine" / "1", cwd=tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX systems")
def test_a_bare_checkout_and_a_zip_of_the_wheel_find_their_data(
    wheel: Path, tmp_path: Path
) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from cssa.resources import data_root;"
        "print(*sorted(member.name for member in (data_root() / 'checklists').iterdir()))"
    )
    for place in (ROOT / "src", wheel):
        found = run(sys.executable, "-c", script, place, cwd=tmp_path)
        assert "fsa-cyber-guideline" in found.split()
