"""``cssa report`` as its user types it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SMALL = HERE / "small"
ANSWERS = (SMALL / "answers.yaml", "-c", SMALL / "checklist", "--as-of", "2026-11-20")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def program(tmp_path: Path) -> Run:
    """Run the program as a process in a folder of its own."""

    def run(*args: object, lang: str = "en") -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "cssa", *map(str, args), "--lang", lang],
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT / "src"),
                "PYTHONIOENCODING": "utf-8",
                "CSSA_CACHE": "",
            },
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return run


@pytest.mark.parametrize(("name", "begins"), [
    ("r.html", "<!DOCTYPE html>"), ("r.MD", "# "), ("r.json", "{"),
])  # fmt: skip
def test_the_ending_decides_the_format(
    name: str, begins: str, program: Run, tmp_path: Path
) -> None:
    run = program("report", *ANSWERS, "-o", name)
    assert (run.returncode, run.stdout) == (0, "")
    assert name in run.stderr
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_workbook_is_written_as_a_file(program: Run, tmp_path: Path) -> None:
    run = program("report", *ANSWERS, "-o", "r.XLSX")
    assert (run.returncode, run.stdout) == (0, "")
    assert (tmp_path / "r.XLSX").read_bytes().startswith(b"PK\x03\x04")


@pytest.mark.parametrize("name", ["report.pdf", "-"])
def test_another_ending_is_refused_with_those_there_are(name: str, program: Run) -> None:
    run = program("report", *ANSWERS, "-o", name)
    assert run.returncode == 2
    assert ".html, .md, .json, .xlsx" in run.stderr


def test_a_name_without_an_ending_gets_the_usual_one(program: Run, tmp_path: Path) -> None:
    run = program("report", *ANSWERS, "-o", "report")
    assert (run.returncode, (tmp_path / "report.html").is_file()) == (0, True)
    assert "report.html" in run.stderr


def test_last_year_is_read_from_what_score_wrote(program: Run, tmp_path: Path) -> None:
    before = (SMALL / "answers-2025.yaml", "-c", SMALL / "checklist", "--as-of", "2025-11-20")
    assert program("score", *before, "--format", "json", "-o", "before.json").returncode == 0
    assert program("report", *ANSWERS, "--previous", "before.json", "-o", "r.md").returncode == 0
    expected = (HERE / "golden" / "small.en.md").read_text(encoding="utf-8")
    written = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert written.startswith(f"{expected}<!-- cssa report sha256:")
    assert len(written.splitlines()) == len(expected.splitlines()) + 1


def test_another_institutions_result_is_refused(program: Run, tmp_path: Path) -> None:
    program("score", *ANSWERS, "--format", "json", "-o", "before.json")
    text = (tmp_path / "before.json").read_text(encoding="utf-8")
    result = json.loads(text)
    result["institution"]["id"] = "someone-else"
    (tmp_path / "before.json").write_text(json.dumps(result), encoding="utf-8")
    run = program("report", *ANSWERS, "--previous", "before.json", "-o", "r.html")
    assert run.returncode == 3
    assert "someone-else" in run.stderr
    assert not (tmp_path / "r.html").exists()


def test_what_is_no_result_is_refused_with_its_place(program: Run, tmp_path: Path) -> None:
    (tmp_path / "before.json").write_text('{"schema": "cssa.result/2"}', encoding="utf-8")
    run = program("report", *ANSWERS, "--previous", "before.json", "-o", "r.html")
    assert run.returncode == 3
    assert "before.json:1:" in run.stderr


def test_a_report_of_no_answers_is_written_and_told(program: Run, tmp_path: Path) -> None:
    run = program("report", HERE / "institutions" / "nothing.yaml", "-o", "r.html")
    assert run.returncode == 4
    assert (tmp_path / "r.html").is_file()


def test_an_unwritable_place_is_told(program: Run) -> None:
    run = program("report", *ANSWERS, "-o", "nowhere/r.html")
    assert run.returncode == 74
    assert "nowhere" in run.stderr


def test_other_commands_do_not_load_the_template_engine(program: Run) -> None:
    script = (
        "import sys; from cssa.cli.run import run\n"
        f"assert run(['score', {str(SMALL / 'answers.yaml')!r}, '-c',"
        f" {str(SMALL / 'checklist')!r}]) == 0\n"
        "assert 'jinja2' not in sys.modules and 'markupsafe' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "CSSA_CACHE": ""},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert program("report", "--help").returncode == 0


@pytest.mark.parametrize("format_", ["html", "md", "json", "xlsx"])
def test_a_filled_form_gives_the_report_of_its_answers(
    format_: str, program: Run, tmp_path: Path
) -> None:
    checklist = ("-c", SMALL / "checklist")
    run = program("form", "new", *checklist, "--answers", SMALL / "answers.yaml", "-o", "f.xlsx")
    assert run.returncode == 0, run.stderr
    when = ("--as-of", "2026-11-20")
    of_form = program("report", "f.xlsx", *checklist, *when, "-o", f"form.{format_}")
    assert of_form.returncode == 0, of_form.stderr
    assert program("report", *ANSWERS, "-o", f"text.{format_}").returncode == 0
    written = (tmp_path / f"form.{format_}").read_bytes()
    assert written == (tmp_path / f"text.{format_}").read_bytes()
