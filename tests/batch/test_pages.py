"""A batch in which pages and their answers come back among workbooks."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.forms.page.conftest import BLOCK, answers_in

from cssa.batch.outputs.folder import MARKED
from cssa.forms.page.answers_block import content_hash

INSTITUTIONS = int(os.environ.get("CSSA_PAGES_IN_BATCH", "6"))
"""Forms that come back; of each six, two are pages and one is the file that a page saves."""
ENDINGS = (".html", ".xlsx", ".json", ".html", ".xlsx", ".xlsx")

Runner = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def received(run: Runner, make_once: Callable[..., Path]) -> Path:
    """The same answers as workbooks, and as forms of every kind. Do not write there."""

    def make(folder: Path) -> None:
        asked = ("--institutions", INSTITUTIONS, "--seed", 5, "--faults", 0)
        code, _, err = run("population", "generate", *asked, "-o", folder / "drawn")
        assert code == 0, err
        drawn, mixed = folder / "drawn", folder / "mixed"
        (folder / "workbooks").mkdir()
        mixed.mkdir()
        for number, form in enumerate(sorted((drawn / "forms").iterdir())):
            shutil.copy(form, folder / "workbooks" / form.name)
            ending = ENDINGS[number % len(ENDINGS)]
            if ending == ".xlsx":
                shutil.copy(form, mixed / form.name)
                continue
            page = mixed / form.with_suffix(".html").name
            answers = drawn / "answers" / form.with_suffix(".yaml").name
            made = ("--answers", answers, "--campaign", drawn / "campaign.yaml", "-o", page)
            code, _, err = run("form", "new", *made)
            assert code == 0, err
            if ending == ".json":
                saved = json.dumps(answers_in(page.read_bytes()), ensure_ascii=False)
                page.with_suffix(ending).write_text(saved, encoding="utf-8")
                page.unlink()

    return make_once("pages-in-batch", make)


@pytest.fixture(scope="module")
def batched(received: Path, run_process: Runner, make_once: Callable[..., Path]) -> Path:
    """Both of them batched, in a folder each. Do not write there."""

    def make(folder: Path) -> None:
        for name in ("workbooks", "mixed"):
            code, _, err = run_process(*_batch(received, received / name, folder / name))
            assert code == 0, err

    return make_once("pages-batched", make)


def _batch(received: Path, forms: Path, out: Path) -> tuple[object, ...]:
    drawn = received / "drawn"
    named = ("--campaign", drawn / "campaign.yaml", "--roster", drawn / "roster.csv")
    formats = ("--formats", "html,json,md,xlsx")
    return ("batch", "run", forms, "-o", out, *named, *formats, "--workers", 1)


def _ledger(out: Path) -> Any:
    return json.loads((out / "private/ledger.json").read_bytes())


def test_the_ledger_is_that_of_workbooks_but_for_the_files(batched: Path) -> None:
    workbooks, mixed = (_ledger(batched / name) for name in ("workbooks", "mixed"))

    assert mixed["totals"] == workbooks["totals"]
    assert len(mixed["files"]) == INSTITUTIONS
    for pages, books in zip(mixed["files"], workbooks["files"], strict=True):
        own = ("path", "sha256", "size")
        assert {key: value for key, value in pages.items() if key not in own} == {
            key: value for key, value in books.items() if key not in own
        }
        assert Path(pages["path"]).stem == Path(books["path"]).stem
    endings = [Path(row["path"]).suffix for row in mixed["files"]]
    assert sorted(endings) == sorted(ENDINGS[n % len(ENDINGS)] for n in range(INSTITUTIONS))
    states = [(row["id"], row["state"]) for row in mixed["institutions"]]
    assert states == [(row["id"], row["state"]) for row in workbooks["institutions"]]


def test_feedback_is_that_of_a_workbook_with_the_same_answers(batched: Path) -> None:
    workbooks, mixed = (dict(_feedback(batched / name)) for name in ("workbooks", "mixed"))

    assert mixed == workbooks
    assert len(mixed) == 4 * INSTITUTIONS


def _feedback(out: Path) -> Iterator[tuple[str, bytes]]:
    for path in (out / "feedback").glob("*/*"):
        yield path.relative_to(out).as_posix(), path.read_bytes()


@dataclass(frozen=True)
class Inbox:
    """A page without a reason, one whose answers were changed outside of it, and a workbook."""

    folder: Path
    wrong: str
    changed: str


@pytest.fixture
def inbox(received: Path, tmp_path: Path) -> Inbox:
    forms = tmp_path / "forms"
    forms.mkdir()
    wrong, changed = sorted((received / "mixed").glob("*.html"))[:2]
    (forms / wrong.name).write_bytes(_left_out(wrong.read_bytes(), is_hashed=True))
    (forms / changed.name).write_bytes(_left_out(changed.read_bytes(), is_hashed=False))
    shutil.copy(next((received / "mixed").glob("*.xlsx")), forms)
    return Inbox(forms, wrong.stem, changed.stem)


def _left_out(page: bytes, *, is_hashed: bool) -> bytes:
    """Return a page in which a practice is not applicable for no reason."""
    saved = answers_in(page)
    saved["answers"][next(iter(saved["answers"]))] = {"na": True, "note": "<b>"}
    if is_hashed:
        saved["form"]["content"] = content_hash(saved)
    text = json.dumps(saved, ensure_ascii=False).replace("<", "\\u003c").encode()
    match = BLOCK.search(page)
    assert match
    return page[: match.start(1)] + text + page[match.end(1) :]


def test_a_page_comes_back_as_a_page_and_what_was_changed_outside_is_refused(
    inbox: Inbox, received: Path, run_process: Runner, run: Runner, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    code, _, err = run_process(*_batch(received, inbox.folder, out))

    assert code == 3, err
    states = {Path(row["path"]).stem: row["state"] for row in _ledger(out)["files"]}
    assert (states[inbox.wrong], states[inbox.changed]) == ("returned", "refused")
    assert [path.suffix for path in (out / MARKED).iterdir()] == [".html"]
    page = out / "returns" / f"{inbox.wrong}.html"
    assert page.name in page.with_suffix(".txt").read_text("utf-8-sig")
    code, _, err = run("form", "read", page, "-o", tmp_path / "answers.yaml")
    assert (code, f"{page}!" in err) == (3, True), err
    # read again from what was kept, and the same is returned
    before = page.read_bytes()
    code, _, err = run_process(*_batch(received, inbox.folder, out))
    assert (code, page.read_bytes()) == (3, before)
