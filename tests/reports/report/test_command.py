"""``cssa report`` as its user types it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.program import Run

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SMALL = HERE / "small"
ANSWERS = (SMALL / "answers.yaml", "-c", SMALL / "checklist", "--as-of", "2026-11-20")


@pytest.fixture
def program(
    cssa_inline: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Run]:
    """Run the program in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return cssa_inline


@pytest.mark.parametrize(("name", "begins"), [
    ("r.html", "<!DOCTYPE html>"), ("r.MD", "# "), ("r.json", "{"),
])  # fmt: skip
def test_the_ending_decides_the_format(
    name: str, begins: str, program: Callable[..., Run], tmp_path: Path
) -> None:
    run = program("report", *ANSWERS, "-o", name)
    assert (run.code, run.out) == (0, "")
    assert name in run.err
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_process_writes_a_workbook_as_a_file(cssa: Callable[..., Run], tmp_path: Path) -> None:
    run = cssa("report", *ANSWERS, "-o", "r.XLSX", cwd=tmp_path)
    assert (run.code, run.out) == (0, "")
    assert (tmp_path / "r.XLSX").read_bytes().startswith(b"PK\x03\x04")


@pytest.mark.parametrize("name", ["report.pdf", "-"])
def test_another_ending_is_refused_with_those_there_are(
    name: str, program: Callable[..., Run]
) -> None:
    run = program("report", *ANSWERS, "-o", name)
    assert run.code == 2
    assert ".html, .md, .json, .xlsx" in run.err


def test_a_name_without_an_ending_gets_the_usual_one(
    program: Callable[..., Run], tmp_path: Path
) -> None:
    run = program("report", *ANSWERS, "-o", "report")
    assert (run.code, (tmp_path / "report.html").is_file()) == (0, True)
    assert "report.html" in run.err


def test_last_year_is_read_from_what_score_wrote(
    program: Callable[..., Run], tmp_path: Path
) -> None:
    before = (SMALL / "answers-2025.yaml", "-c", SMALL / "checklist", "--as-of", "2025-11-20")
    assert program("score", *before, "--format", "json", "-o", "before.json").code == 0
    assert program("report", *ANSWERS, "--previous", "before.json", "-o", "r.md").code == 0
    expected = (HERE / "golden" / "small.en.md").read_text(encoding="utf-8")
    written = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert written.startswith(f"{expected}<!-- cssa report sha256:")
    assert len(written.splitlines()) == len(expected.splitlines()) + 1


def test_another_institutions_result_is_refused(
    program: Callable[..., Run], tmp_path: Path
) -> None:
    program("score", *ANSWERS, "--format", "json", "-o", "before.json")
    text = (tmp_path / "before.json").read_text(encoding="utf-8")
    result = json.loads(text)
    result["institution"]["id"] = "someone-else"
    (tmp_path / "before.json").write_text(json.dumps(result), encoding="utf-8")
    run = program("report", *ANSWERS, "--previous", "before.json", "-o", "r.html")
    assert run.code == 3
    assert "someone-else" in run.err
    assert not (tmp_path / "r.html").exists()


def test_what_is_no_result_is_refused_with_its_place(
    program: Callable[..., Run], tmp_path: Path
) -> None:
    (tmp_path / "before.json").write_text('{"schema": "cssa.result/2"}', encoding="utf-8")
    run = program("report", *ANSWERS, "--previous", "before.json", "-o", "r.html")
    assert run.code == 3
    assert "before.json:1:" in run.err


def test_a_report_of_no_answers_is_written_and_told(
    program: Callable[..., Run], tmp_path: Path
) -> None:
    run = program("report", HERE / "institutions" / "nothing.yaml", "-o", "r.html")
    assert run.code == 4
    assert (tmp_path / "r.html").is_file()


def test_an_unwritable_place_is_told(program: Callable[..., Run]) -> None:
    run = program("report", *ANSWERS, "-o", "nowhere/r.html")
    assert run.code == 74
    assert "nowhere" in run.err


def test_other_commands_do_not_load_the_template_engine(cssa: Callable[..., Run]) -> None:
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
    assert cssa("report", "--help").code == 0


@pytest.mark.parametrize("format_", ["html", "md", "json", "xlsx"])
def test_a_filled_form_gives_the_report_of_its_answers(
    format_: str, program: Callable[..., Run], tmp_path: Path
) -> None:
    checklist = ("-c", SMALL / "checklist")
    run = program("form", "new", *checklist, "--answers", SMALL / "answers.yaml", "-o", "f.xlsx")
    assert run.code == 0, run.err
    when = ("--as-of", "2026-11-20")
    of_form = program("report", "f.xlsx", *checklist, *when, "-o", f"form.{format_}")
    assert of_form.code == 0, of_form.err
    assert program("report", *ANSWERS, "-o", f"text.{format_}").code == 0
    written = (tmp_path / f"form.{format_}").read_bytes()
    assert written == (tmp_path / f"text.{format_}").read_bytes()
