"""A regulator's batch, from the forms that came back to everything that is given out."""

import json
import os
import re
import sqlite3
import stat
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.batch.conftest import Batched, Drawn, tree
from tests.batch.institutions import CHECKLIST, submit

from cssa.batch.ledger.entries import FILE_STATES, INSTITUTION_STATES
from cssa.batch.outputs.run_summary import state_style

Runner = Callable[..., tuple[int, str, str]]

WORKERS = [int(one) for one in os.environ.get("BATCH_WORKERS", "2").split()]
"""Numbers of processes tried beside one; BATCH_WORKERS="2 4" for more."""

RETURNED = ("returned", "waiting_password", "wrong_edition", "refused")


def _files(batched: Batched) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in batched.ledger["files"]:
        found.setdefault(row["path"], []).append(row)
    return found


def _institutions(batched: Batched) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in batched.ledger["institutions"]}


def test_every_planted_fault_has_its_state(drawn: Drawn, batched: Batched) -> None:
    files, institutions = _files(batched), _institutions(batched)
    wrong = []
    for fault in drawn.planted:
        if fault["file"] is None:
            found = [institutions[fault["institution"]]["state"]]
        else:
            found = [one for row in files[fault["file"]] for one in (row["state"], *row["marks"])]
        if fault["expect"] not in found:
            wrong.append((fault, found))
    assert wrong == []
    assert len({fault["expect"] for fault in drawn.planted}) >= 11


def test_everything_else_is_accepted(drawn: Drawn, batched: Batched) -> None:
    planted = {fault["institution"] for fault in drawn.planted}
    files = {fault["file"] for fault in drawn.planted}
    others = {
        row["path"]: row["state"]
        for row in batched.ledger["files"]
        if row["institution"] not in planted and row["path"] not in files
    }
    assert set(others.values()) <= {"accepted", "accepted_with_warnings"}
    assert len(others) >= 8


def test_sums_reconcile_with_what_was_found_and_expected(drawn: Drawn, batched: Batched) -> None:
    ledger, totals = batched.ledger, batched.ledger["totals"]
    assert totals["files"] == len(list(drawn.forms.iterdir()))
    assert totals["file_states"] == {
        **dict.fromkeys(totals["file_states"], 0),
        **Counter(row["state"] for row in ledger["files"]),
    }
    assert sum(totals["file_states"].values()) == totals["filings"] == totals["files"]
    roster = (drawn.folder / "roster.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert sum(totals["institution_states"].values()) == totals["expected"] == len(roster)
    for name, text in (("files", f"{totals['files']} files"), ("expected", "expected")):
        assert text in batched.out, name


def test_the_exit_code_says_that_files_were_refused(batched: Batched) -> None:
    assert batched.code == 3
    assert "Next, open:" in batched.out
    for path in re.findall(rf"{re.escape(str(batched.folder))}\S*", batched.out):
        assert Path(path).exists(), path


def test_feedback_goes_to_exactly_those_whose_answers_stand(batched: Batched) -> None:
    standing = {row["id"] for row in batched.ledger["institutions"] if row["sha256"] is not None}
    folders = {path.name for path in (batched.folder / "feedback").iterdir()}
    assert folders == standing
    for folder in (batched.folder / "feedback").iterdir():
        assert {path.name for path in folder.iterdir()} == {"feedback.html", "feedback.json"}


def test_what_goes_back_says_what_to_do(batched: Batched) -> None:
    due = [row for row in batched.ledger["files"] if row["state"] in RETURNED]
    returns = batched.folder / "returns"
    for row in due:
        stem = row["institution"] or row["sha256"][:8]
        text = (returns / f"{stem}.txt").read_text(encoding="utf-8-sig")
        assert row["path"].rpartition("/")[2] in text
        marked = returns / f"{stem}.xlsx"
        assert marked.exists() == (row["state"] == "returned")
        if marked.exists():
            book = load_workbook(marked)
            assert any(cell.comment for sheet in book for line in sheet for cell in line)
    assert len(due) == len({path.stem for path in returns.iterdir()})


def test_what_the_campaign_lays_down_stands_on_everything_restricted(published: Batched) -> None:
    marking, use = "For practice (fictional)", "To understand the state of the industry"
    private = published.folder / "private"
    for page in (*published.folder.glob("feedback/*/*"), private / "restricted.html"):
        text = page.read_text("utf-8")
        assert (marking in text, use in text) == (True, True), page
    for page in (published.folder / "returns").glob("*.txt"):
        text = page.read_text("utf-8-sig")
        assert text.startswith((f"Restricted · {marking}", "取扱注意・演習用（架空）")), page
    for name in ("ledger", "review", "hearing", "restricted"):
        book = load_workbook(private / f"{name}.xlsx")
        edges = (book.worksheets[0].oddHeader.right.text, book.worksheets[0].oddFooter.left.text)
        assert any(marking in str(edge) for edge in edges), name
    assert marking not in (published.folder / "public/aggregate.html").read_text("utf-8")


def test_a_feedback_folder_holds_nothing_of_another_institution(batched: Batched) -> None:
    said: dict[str, set[str]] = {}
    for path in sorted((batched.folder / "feedback").glob("*/feedback.json")):
        answers = json.loads(path.read_bytes())
        result = answers["result"]["institution"]
        said[path.parent.name] = {
            result["id"],
            result["name"],
            *re.findall(r'"note": "([^"]{12,})"', path.read_text(encoding="utf-8")),
        }
    assert len(said) > 10
    counted = Counter(word for words in said.values() for word in words)
    own = {who: {one for one in words if counted[one] == 1} for who, words in said.items()}
    assert all(own.values())
    for who, mine in said.items():
        foreign = {
            word
            for other, words in own.items()
            for word in words
            if other != who and not any(word in one for one in mine)  # said alike by chance
        }
        assert len(foreign) > 100
        for path in (batched.folder / "feedback" / who).iterdir():
            text = path.read_text(encoding="utf-8")
            assert [word for word in foreign if word in text] == [], path


def test_a_run_publishes_nothing(batched: Batched) -> None:
    assert not (batched.folder / "public").exists()
    assert not list((batched.folder / "private").glob("restricted.*"))
    assert "Nothing is published yet" in batched.out


def test_nothing_public_names_an_institution(published: Batched) -> None:
    names = {row["name"] for row in published.ledger["institutions"]}
    ids = {row["id"] for row in published.ledger["institutions"]}
    paths = list((published.folder / "public").iterdir())
    assert len(paths) == 5
    for path in paths:
        if path.suffix != ".xlsx":
            text = path.read_text(encoding="utf-8")
            assert [one for one in names | ids if one in text] == [], path


def test_the_store_holds_what_the_ledger_says(batched: Batched) -> None:
    with closing(sqlite3.connect(batched.folder / "private/population.sqlite")) as store:
        states = dict(store.execute("SELECT id, state FROM institution"))
        submitted = store.execute("SELECT count(*) FROM submission").fetchone()[0]
        answers = store.execute("SELECT count(*) FROM answer").fetchone()[0]
    assert states == {row["id"]: row["state"] for row in batched.ledger["institutions"]}
    standing = [row for row in batched.ledger["institutions"] if row["sha256"]]
    assert submitted == len(standing)
    assert answers == 176 * len(standing)


@pytest.mark.parametrize("when", ["batched", "published"])
def test_the_manifest_has_every_file_with_its_hash(
    when: str, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(when).folder
    manifest = json.loads((folder / "private/manifest.json").read_bytes())
    outside = {
        name: known
        for name, known in tree(folder).items()
        if not name.startswith("private/kept/") and name != "private/manifest.json"
    }
    assert manifest["outputs"] == outside
    assert manifest["inputs"]["checklist"]["id"] == "fsa-cyber-guideline"


@pytest.mark.parametrize("when", ["batched", "published"])
def test_no_output_tells_where_or_when_it_was_made(
    when: str, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(when).folder
    root = str(folder).encode()
    for path in folder.rglob("*"):
        if path.is_file():
            assert root not in path.read_bytes(), path


@pytest.mark.parametrize("workers", WORKERS)
def test_the_same_bytes_with_any_number_of_workers(
    workers: int, drawn: Drawn, batched: Batched, run_process: Runner, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    asked = (*drawn.named, "--workers", workers)
    code, _, _ = run_process("batch", "run", drawn.forms, "-o", out, *asked)
    assert code == 3
    assert tree(out) == tree(batched.folder)


def test_a_second_run_reads_nothing_again(
    drawn: Drawn, batched: Batched, copy: Path, run: Runner
) -> None:
    times = {path: path.stat().st_mtime_ns for path in copy.rglob("*") if path.is_file()}
    code, out, _ = run("batch", "run", drawn.forms, "-o", copy, *drawn.named)
    assert code == 3
    assert "Nothing has changed" in out
    after = {path: path.stat().st_mtime_ns for path in copy.rglob("*") if path.is_file()}
    times.pop(copy / "private/kept/.lock", None)
    after.pop(copy / "private/kept/.lock", None)
    assert after == times
    assert tree(copy) == tree(batched.folder)


def test_a_lost_and_a_changed_output_are_made_again(
    drawn: Drawn, batched: Batched, copy: Path, run: Runner
) -> None:
    lost = next((copy / "feedback").glob("*/feedback.html"))
    lost.unlink()
    (copy / "private/ledger.csv").write_text("{}", encoding="utf-8")
    assert run("batch", "run", drawn.forms, "-o", copy, *drawn.named)[0] == 3
    assert tree(copy) == tree(batched.folder)


def test_what_is_no_longer_due_is_taken_away_and_nothing_else(
    drawn: Drawn, batched: Batched, copy: Path, run: Runner, tmp_path: Path
) -> None:
    forms = tmp_path / "forms"
    forms.mkdir()
    gone = next(row for row in batched.ledger["institutions"] if row["state"] == "accepted")
    for path in drawn.forms.iterdir():
        if f"forms/{path.name}" != gone["path"]:
            (forms / path.name).write_bytes(path.read_bytes())
    noted = copy / "returns/telephoned.txt"
    noted.write_text("by the clerk", encoding="utf-8")
    run("batch", "run", forms, "-o", copy, *drawn.named)
    assert not (copy / "feedback" / gone["id"]).exists()
    assert not (copy / f"private/kept/readings/{gone['sha256']}.json").exists()
    assert noted.exists()


def test_without_lists_everyone_found_is_expected(
    drawn: Drawn, run: Runner, tmp_path: Path
) -> None:
    forms = sorted(path for path in drawn.forms.iterdir() if path.stem.isdecimal())[:12]
    out = tmp_path / "out"
    asked = ("--as-of", "2026-11-20", "--formats", "md")
    code, _, err = run("batch", "run", *forms, "-o", out, *asked)
    assert code in (0, 3), err
    ledger = json.loads((out / "private/ledger.json").read_bytes())
    assert ledger["totals"]["institution_states"]["missing"] == 0
    assert {one.suffix for one in (out / "feedback").glob("*/*")} == {".md"}


def test_without_formats_no_folder_of_feedback_is_named(
    cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    submit(tmp_path / "in", 1)
    asked = ("batch", "run", tmp_path / "in", "-o", out, "-c", CHECKLIST)
    for formats, is_named in (("json", True), ("", False)):
        done = cssa_inline(*asked, "--formats", formats)
        assert done.code == 0, done.err
        assert (f"{out / 'feedback'} " in done.out) is is_named


def test_with_nothing_accepted_the_ledger_is_written_all_the_same(
    run: Runner, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.xlsx").write_bytes(b"no workbook")
    code, _, _ = run("batch", "run", inbox, "-o", tmp_path / "out")
    assert code == 4
    ledger = json.loads((tmp_path / "out/private/ledger.json").read_bytes())
    assert [row["state"] for row in ledger["files"]] == ["refused"]
    assert not (tmp_path / "out/public").exists()


def test_a_blank_form_is_asked_to_be_filled_in(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "roster.csv").write_text("id,name,sector\nb1,B,shinkin\n")
    run("form", "new", "-o", tmp_path / "in" / "form_b1.xlsx")
    roster = "--roster", tmp_path / "roster.csv"
    run("batch", "run", tmp_path / "in", "-o", tmp_path / "out", *roster)
    (letter,) = (tmp_path / "out" / "returns").glob("*.txt")
    assert letter.stem == "b1"
    assert "The form has no answers" in letter.read_text("utf-8-sig")
    assert "nothing answered" in (tmp_path / "out" / "private" / "ledger.csv").read_text(
        "utf-8-sig"
    )


def test_a_folder_that_holds_something_else_is_left_alone(
    drawn: Drawn, run: Runner, tmp_path: Path
) -> None:
    (tmp_path / "letter.docx").write_bytes(b"mine")
    code, _, err = run("batch", "run", drawn.forms, "-o", tmp_path)
    assert (code, "not from a previous run" in err) == (74, True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.docx"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--workers", "0"), "--workers"),
        (("--workers", "2", "--cluster", "tcp://127.0.0.1:8786"), "--cluster"),
        (("--formats", "pdf"), "pdf"),
        (("--as-of", "yesterday"), "--as-of"),
    ],
)
def test_wrong_options_are_told_before_anything_is_written(
    options: tuple[str, ...], said: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    done = cssa_inline("batch", "run", tmp_path, "-o", tmp_path / "out", *options)
    assert (done.code, said in done.err) == (2, True)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["--roster", "--received", "--campaign"])
def test_lists_that_cannot_be_read_are_told_with_their_places(
    name: str, cssa_inline: Callable[..., Any], tmp_path: Path
) -> None:
    listed = tmp_path / "list"
    listed.write_text("colour\nred\n", encoding="utf-8")
    done = cssa_inline("batch", "run", tmp_path, "-o", tmp_path / "out", name, listed)
    assert done.code == 3
    assert str(listed) in done.err


def test_what_is_private_is_the_users_alone(batched: Batched, copy: Path, run: Runner) -> None:
    def modes(folder: Path) -> set[int]:
        return {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}

    private = batched.folder / "private"
    assert stat.S_IMODE(private.stat().st_mode) == 0o700
    assert modes(private) == {0o600}
    (copy / "private").chmod(0o755)
    (copy / "private/ledger.csv").chmod(0o644)
    run("batch", "run", copy / "nothing-there", "-o", copy)  # refused, and nothing is written
    inbox = copy.parent / "inbox"
    inbox.mkdir()
    run("batch", "run", inbox, "-o", copy)
    assert modes(copy / "private") == {0o600}


def test_a_failed_mark_stands_where_the_exit_code_says_so() -> None:
    styles = {state: state_style(state) for state in (*FILE_STATES, *INSTITUTION_STATES)}
    assert {state for state, style in styles.items() if style == "failed"} == {
        *RETURNED,
        "not_read",
    }
    assert styles["accepted"] == "done"
    assert styles["missing"] == styles["held"] == styles["accepted_with_warnings"] == "open"
