"""What clerks do with a batch afterwards: ask, correct, and come back a year later."""

import csv
import io
import json
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.batch.conftest import tree

from cssa.checklist.level_scale import SIX_LEVELS
from cssa.forms.review_reader import read_review

Runner = Callable[..., tuple[int, str, str]]

COUNT = 8


@pytest.fixture(scope="module")
def years(run: Runner, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same institutions' answers in two campaigns, as answers files."""
    folder = tmp_path_factory.mktemp("years")
    for year in ("2025", "2026"):
        asked = ("--institutions", COUNT, "--seed", 3, "--no-forms", "--campaign", year)
        code, _, err = run("population", "generate", *asked, "-o", folder / year)
        assert code == 0, err
    return {year: folder / year for year in ("2025", "2026")}


@pytest.fixture(scope="module")
def batch(run: Runner, years: dict[str, Path]) -> Callable[..., str]:
    """Batch a year's answers."""

    def batched(year: str, out: Path, *more: object) -> str:
        drawn = years[year]
        lists = ("--campaign", drawn / "campaign.yaml", "--roster", drawn / "roster.csv")
        asked = ("batch", "run", drawn / "answers", "-o", out, *lists, "--formats", "json", *more)
        code, said, err = run(*asked)
        assert code in (0, 3), err
        return said

    return batched


@pytest.fixture(scope="module")
def publish(run: Runner) -> Callable[..., None]:
    """Publish a year's batch on the day after its cut-off."""

    def published(year: str, out: Path, *more: object) -> None:
        day = f"{year}-12-19"
        approval = ("--approved-by", "a committee", "--on", day, "--as-of", day)
        code, _, err = run("batch", "publish", out, *approval, "--min-group", 5, *more)
        assert code == 0, err

    return published


@pytest.fixture(scope="module")
def last_year(
    batch: Callable[..., str],
    publish: Callable[..., None],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    out = tmp_path_factory.mktemp("last") / "out"
    batch("2025", out)
    publish("2025", out)
    return out


def _answer(out: Path, institution: str, practice: str) -> Any:
    with closing(sqlite3.connect(out / "private/population.sqlite")) as store:
        return store.execute(
            "SELECT level FROM answer JOIN practice ON practice.key = answer.practice"
            " JOIN institution ON institution.key = answer.institution"
            " WHERE institution.id = ? AND practice.id = ?",
            (institution, practice),
        ).fetchone()[0]


def _fill(path: Path, values: dict[str, Any], only: int | None = None) -> list[tuple[str, str]]:
    """Fill every row that asks about a practice, or the first few; return which."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    codes = next(
        {cell.value: cell.column for cell in row}
        for row in sheet.iter_rows()
        if row[0].value and str(row[0].value).startswith("cssa:")
    )
    filled: list[tuple[str, str]] = []
    for row in sheet.iter_rows():
        practice = row[codes["practice"] - 1].value
        is_due = only is None or len(filled) < only
        if is_due and practice and re.fullmatch(r"[0-9.]+-\w+", str(practice)):
            for code, value in values.items():
                row[codes[code] - 1].value = value
            filled.append((str(row[codes["institution"] - 1].value), str(practice)))
    book.save(path)
    assert filled
    return filled


def test_an_institution_is_asked_about_few_matters_and_the_others_are_counted(
    batch: Callable[..., str], tmp_path: Path
) -> None:
    batch("2026", tmp_path / "out")
    sheet = load_workbook(tmp_path / "out/private/review.xlsx").worksheets[0]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[3] and row[6]]
    asked = Counter(str(row[1]) for row in rows if re.fullmatch(r"[0-9.]+-\w+", str(row[3])))
    assert max(asked.values()) == 3
    counted = [str(row[6]) for row in rows if row[3] == "Whole"]
    pattern = r"rows, points that may need to be confirmed: \d+ \([a-z ]+: \d+"
    assert sum(bool(re.search(pattern, text)) for text in counted) > COUNT // 2


def test_institutions_that_answer_alike_are_one_line(
    run: Runner, years: dict[str, Path], tmp_path: Path
) -> None:
    drawn = years["2026"]
    given = shutil.copytree(drawn / "answers", tmp_path / "answers")
    first, second = sorted(given.glob("*.yaml"))[:2]
    answers = first.read_text("utf-8").partition("\nanswers:")[2]
    for path in (first, second):
        head = path.read_text("utf-8").partition("\nanswers:")[0]
        text = f"{head}\nanswers:{answers}".replace("    performed_by: shared_centre\n", "")
        path.write_text(text.replace("shared_system: true", "shared_system: false"), "utf-8")
    lists = ("--campaign", drawn / "campaign.yaml", "--roster", drawn / "roster.csv")
    code, _, err = run("batch", "run", given, "-o", tmp_path / "out", *lists, "--formats", "json")
    assert code in (0, 3), err
    sheet = load_workbook(tmp_path / "out/private/review.xlsx").worksheets[0]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[3] == "Whole"]
    alike = [row for row in rows if "another institution both answered with a level" in str(row[6])]
    assert [row[1] for row in alike] == [second.stem]
    text = str(alike[0][6])
    assert first.stem in text
    assert "are the same as those of another institution" in text
    for_the_issuer = rf"\(For the issuer only, [a-z :]*institution {first.stem}\.\)"
    assert first.stem not in re.sub(for_the_issuer, "", text)


def test_a_correction_counts_is_logged_and_stays(
    batch: Callable[..., str], publish: Callable[..., None], tmp_path: Path
) -> None:
    out, plain = tmp_path / "out", tmp_path / "plain"
    batch("2026", out)
    shutil.copytree(out, plain)
    review = out / "private/review.xlsx"
    entries = {
        "outcome": "Corrected", "level": 0, "ground": "by telephone", "by": "a clerk",
        "on": "2026-12-01", "approved_by": "a second clerk",
    }  # fmt: skip
    filled = _fill(review, entries)
    institution, practice = filled[0]
    filed = _answer(out, institution, practice)
    assert filed
    batch("2026", out)
    assert _answer(out, institution, practice) == 0
    log = (out / "private/corrections.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(log)))
    assert [(row["institution"], row["practice"]) for row in rows] == filled
    row = rows[0]
    assert (row["before"], row["after"], row["ground"]) == (str(filed), "0", "by telephone")
    assert (row["by"], row["on"]) == ("a clerk", "2026-12-01")
    feedback = json.loads((out / "feedback" / institution / "feedback.json").read_bytes())
    levels = {
        one["id"]: one["level"]
        for part in feedback["result"]["domains"]
        for one in part["practices"]
    }
    assert levels[practice] == 0
    kept = read_review(review.read_bytes(), "review.xlsx", SIX_LEVELS)
    assert len(kept) == len(filled)
    assert {(one.level, one.ground, one.by) for one in kept} == {(0, "by telephone", "a clerk")}
    again = tree(out)
    assert "Nothing has changed" in batch("2026", out)
    assert tree(out) == again
    for folder in (plain, out):
        publish("2026", folder)
    figures = [(folder / "public/peers.json").read_bytes() for folder in (plain, out)]
    assert figures[0] != figures[1]


def test_a_review_that_cannot_be_taken_stops_before_anything_is_written(
    run: Runner, batch: Callable[..., str], years: dict[str, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    batch("2026", out, "--formats", "")
    _fill(out / "private/review.xlsx", {"outcome": "Corrected", "level": 9})
    before = tree(out)
    code, _, err = run("batch", "run", years["2026"] / "answers", "-o", out)
    assert code == 3
    assert "review.xlsx" in err
    assert {name: known for name, known in tree(out).items() if "/kept/" not in name} == {
        name: known for name, known in before.items() if "/kept/" not in name
    }


def _sort(path: Path, first: str, last: str) -> None:
    """Sort columns by the practice, the last first."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    span = f"{first}5:{last}{sheet.max_row}"
    rows = [[cell.value for cell in row] for row in sheet[span]]
    practice = ord("D") - ord(first)
    rows.sort(key=lambda values: str(values[practice]), reverse=True)
    for cells, values in zip(sheet[span], rows, strict=True):
        for cell, value in zip(cells, values, strict=True):
            cell.value = value
    book.save(path)


def test_a_correction_lands_on_its_own_answer_or_nowhere(
    run: Runner, batch: Callable[..., str], years: dict[str, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    batch("2026", out, "--formats", "")
    review = out / "private/review.xlsx"
    entries = {
        "outcome": "Corrected", "level": 0, "ground": "by telephone", "by": "a clerk",
        "on": "2026-12-01", "approved_by": "a second clerk",
    }  # fmt: skip
    filled = _fill(review, entries, only=1)
    institution, practice = filled[0]
    whole = tmp_path / "whole.xlsx"
    shutil.copy(review, whole)
    _sort(review, "B", "T")
    drawn = years["2026"]
    lists = ("--campaign", drawn / "campaign.yaml", "--roster", drawn / "roster.csv")
    asked = (
        "batch",
        "run",
        drawn / "answers",
        "-o",
        out,
        *lists,
        "--formats",
        "",
    )
    code, _, err = run(*asked)
    assert code == 3
    of_row = f'"{institution} / {practice}"'  # blank rows for additions were sorted in, too
    message = next(line for line in err.splitlines() if of_row in line)
    assert "review.xlsx" in message
    assert f'The row shows "{institution} / {practice}", but its hidden key belongs to "' in message
    assert "Undo the sorting" in message
    assert not (out / "private/corrections.csv").exists()
    _sort(whole, "A", "U")
    shutil.copy(whole, review)
    batch("2026", out, "--formats", "")
    log = (out / "private/corrections.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(log)))
    assert [(row["institution"], row["practice"], row["after"]) for row in rows] == [
        (institution, practice, "0")
    ]
    assert _answer(out, institution, practice) == 0


def test_the_year_before_stands_beside_this_one(
    batch: Callable[..., str], publish: Callable[..., None], last_year: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    said = batch("2026", out, "--previous", last_year)
    assert f"{out / 'private/years.xlsx'}  continuing institutions over the years" in said
    publish("2026", out, "--previous", last_year)
    told = json.loads((out / "public/peers.json").read_bytes())
    withheld = {one["group"] for one in told["withheld"]}
    assert "continuing" in told or "continuing" in withheld
    with closing(sqlite3.connect(out / "private/population.sqlite")) as store:
        assert [name for (name,) in store.execute("SELECT id FROM campaign")] == ["2025", "2026"]
    before = {path.name for path in (last_year / "feedback").iterdir()}
    for path in (out / "feedback").glob("*/feedback.json"):
        previous = json.loads(path.read_bytes())["below_target"]["previous"]
        assert (previous is not None) == (path.parent.name in before), path
    assert before


def test_pseudonyms_stand_in_the_store_alone(
    batch: Callable[..., str],
    publish: Callable[..., None],
    run: Runner,
    years: dict[str, Path],
    tmp_path: Path,
) -> None:
    key, out = tmp_path / "key", tmp_path / "out"
    key.write_bytes(bytes(range(32)))
    batch("2026", out, "--key", key)
    publish("2026", out)
    ids = {path.name for path in (out / "feedback").iterdir()}
    with closing(sqlite3.connect(out / "private/population.sqlite")) as store:
        kept = {name for (name,) in store.execute("SELECT id FROM institution")}
    assert ids
    assert not ids & kept
    assert key.read_bytes() not in b"".join(
        path.read_bytes() for path in out.rglob("*") if path.is_file()
    )
    key.write_bytes(b"short")
    code, _, err = run("batch", "run", years["2026"], "-o", tmp_path / "no", "--key", key)
    assert (code, "32" in err) == (2, True)


def test_what_is_no_former_batch_is_told(
    run: Runner, years: dict[str, Path], tmp_path: Path
) -> None:
    asked = ("batch", "run", years["2026"] / "answers", "-o", tmp_path / "out")
    code, _, err = run(*asked, "--previous", tmp_path)
    assert (code, str(tmp_path) in err) == (3, True)


def test_a_later_or_changed_batch_is_no_previous_one(
    run: Runner, years: dict[str, Path], last_year: Path, tmp_path: Path
) -> None:
    def refused(year: str, previous: Path) -> str:
        lists = ("--campaign", years[year] / "campaign.yaml", "--formats", "json")
        code, _, err = run(
            "batch", "run", years[year] / "answers", "-o", tmp_path / "out", *lists,
            "--previous", previous,
        )  # fmt: skip
        assert code == 3
        assert not (tmp_path / "out/private/ledger.json").exists()
        return err

    assert "the same campaign as this one (2025" in refused("2025", last_year)
    later = tmp_path / "later"
    shutil.copytree(last_year, later)
    ledger = later / "private/ledger.json"
    ledger.write_bytes(ledger.read_bytes().replace(b'"accepted"', b'"late"', 1))
    assert "private/ledger.json" in refused("2026", later)
