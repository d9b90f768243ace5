"""The example of a regulator's year: it runs, and its check finds what is wrong."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.external("soffice", "uno", "node", "exceljs")

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "year"


def checked(folder: Path) -> tuple[int, list[str]]:
    """Return exit code and lines of the check."""
    done = subprocess.run(
        [sys.executable, str(EXAMPLE / "check.py"), str(folder)],
        capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert not done.stderr
    return done.returncode, done.stdout.splitlines()


@pytest.fixture(scope="module")
def year(tmp_path_factory, root):
    """Return the folder of a small year."""
    folder = tmp_path_factory.mktemp("year") / "campaigns"
    asked = ("--institutions", "18", "--campaigns", "1", "--tools", str(root / "build" / "year"))
    done = subprocess.run(
        [sys.executable, str(EXAMPLE / "year.py"), str(folder), *asked],
        capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def copy(year, tmp_path):
    """Return a copy of the year in which a test may change something."""
    folder = tmp_path / "campaigns"
    shutil.copytree(year, folder, ignore=shutil.ignore_patterns("inbox", "sent"))
    return folder


def test_forms_are_filled_in_by_four_programs(year):
    story = json.loads((year / "2026" / "story.json").read_text("utf-8"))

    assert set(story["writers"][0]) == {"libreoffice", "exceljs", "sheetjs", "openpyxl"}


def test_everything_comes_out_as_computed_from_what_was_filled_in(year):
    code, lines = checked(year)

    assert (code, [line for line in lines if not line.endswith(" compared")]) == (0, [])
    assert any(line.startswith("published figures: ") for line in lines)


def changed(path: Path, before: str, after: str) -> None:
    """Replace the first of a text in a file."""
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def test_a_published_figure_that_is_off_by_a_tenth_is_found(copy):
    peers = copy / "2026" / "out" / "public" / "peers.json"
    document = json.loads(peers.read_text("utf-8"))
    document["groups"][0]["overall"]["mean"] += 0.1
    peers.write_text(json.dumps(document), "utf-8")
    code, lines = checked(copy)

    assert code == 1
    assert any(line.startswith("published figures: 2026 all overall: ") for line in lines)


def test_a_state_in_the_ledger_that_is_wrong_is_found(copy):
    changed(copy / "2026" / "work" / "ledger-1.json", '"state": "accepted"', '"state": "late"')
    code, lines = checked(copy)

    assert code == 1
    assert any("expected 'accepted'" in line for line in lines)


def test_a_figure_of_a_feedback_report_that_is_wrong_is_found(copy):
    report = min((copy / "2026" / "out" / "feedback").glob("*/feedback.json"))
    document = json.loads(report.read_text("utf-8"))
    document["result"]["domains"][0]["exact"] = "1/7"
    report.write_text(json.dumps(document), "utf-8")
    code, lines = checked(copy)

    assert code == 1
    assert [line for line in lines if not line.endswith(" compared")]


def test_a_published_figure_that_is_left_out_without_a_word_is_found(copy):
    peers = copy / "2026" / "out" / "public" / "peers.json"
    document = json.loads(peers.read_text("utf-8"))
    del document["groups"][0]["overall"]
    peers.write_text(json.dumps(document), "utf-8")
    code, lines = checked(copy)

    assert code == 1
    assert "withheld: 2026 all overall: 'not listed', expected 'listed'" in lines
