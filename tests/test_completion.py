"""What a shell proposes while a command line is typed."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.program import Run

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = ROOT / "tests" / "good" / "answers.yaml"
Program = Callable[..., Run]


def typed(cssa: Program, line: str, *, lang: str = "en") -> list[str]:
    """Return what bash is given for a line that ends where the cursor stands."""
    words = line.split(" ")
    environment = {
        "_CSSA_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "CSSA_LANG": lang,
    }
    run = cssa(env=environment)
    assert run.err == ""
    return run.out.split()


@pytest.mark.parametrize(
    ("line", "proposed"),
    [
        ("cssa sc", {"score", "schema"}),
        ("cssa checklist l", {"list", "lint"}),
        ("cssa score --form", {"--format"}),
        ("cssa gate --policy example-h", {"example-high"}),
        ("cssa score a.yaml --scheme m", {"maturity"}),
        ("cssa score a.yaml --target by", {"by-risk-profile"}),
        ("cssa assess -c tl", {"tlpt", "tlpt@2025-06"}),
        ("cssa checklist show pqc-migration 1-", {"1-1", "1-2"}),
        ("cssa assess --domain 2.5", {"2.5"}),
        ("cssa completion z", {"zsh"}),
        ("cssa schema gate-r", {"gate-refusal", "gate-runs"}),
    ],
)
def test_commands_options_and_ids_are_proposed(
    cssa: Program, line: str, proposed: set[str]
) -> None:
    assert proposed <= set(typed(cssa, line))
    assert all(each.startswith(line.rpartition(" ")[2]) for each in typed(cssa, line))


def test_practices_are_those_of_the_answers_on_the_line(cssa: Program) -> None:
    proposed = typed(cssa, f"cssa explain {ANSWERS} 2.2.1")
    assert {"2.2.1", "2.2.1.1", "2.2.1.1-1"} <= set(proposed)
    assert "2.6-8" in typed(cssa, f"cssa plan what-if {ANSWERS} 2.6-")


@pytest.mark.parametrize(
    "line", ["cssa nosuch x", "cssa score tests/go", "cssa explain nothing.yaml "]
)
def test_what_is_not_known_is_left_to_the_shell(cssa: Program, line: str) -> None:
    assert not [each for each in typed(cssa, line) if each.startswith("tests")]


def test_answers_that_cannot_be_read_propose_nothing(cssa: Program, tmp_path: Path) -> None:
    broken = tmp_path / "answers.yaml"
    broken.write_text("answers: [", encoding="utf-8")
    assert typed(cssa, f"cssa explain {broken} 2.") == []


def test_zsh_shows_titles_in_the_language_of_the_run(cssa: Program) -> None:
    environment = {
        "_CSSA_COMPLETE": "complete_zsh",
        "_TYPER_COMPLETE_ARGS": "cssa assess --domain 2.6",
        "CSSA_LANG": "ja",
    }
    assert "サードパーティ" in cssa(env=environment).out


@pytest.mark.parametrize(("line", "code"), [("cssa sc", 0), ("cssa score x", 1)])
def test_fish_learns_whether_there_are_proposals(cssa: Program, line: str, code: int) -> None:
    environment = {
        "_CSSA_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "is-args",
        "_TYPER_COMPLETE_ARGS": line,
    }
    run = cssa(env=environment)
    assert (run.code, run.out, run.err) == (code, "", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_has_a_script(cssa: Program, shell: str) -> None:
    run = cssa("completion", shell)
    assert (run.code, run.err) == (0, "")
    assert f"complete_{shell}" in run.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_reads(cssa: Program, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"needs {shell}")
    script = cssa("completion", shell).out
    done = subprocess.run([program, "-n"], input=script.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
