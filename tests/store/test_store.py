"""The campaign store: what is written is read again, in the same bytes, in little memory."""

import json
import shutil
import sqlite3
import subprocess
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import pytest
from tests.engine.worlds import NA, World, basic, checklist_of, desirable
from tests.store.rows import all_rows, campaign, many

from cssa.answers.campaign import Campaign
from cssa.answers.submission import Submission
from cssa.errors import InputError, OutputError
from cssa.messages import message
from cssa.messages.wording import in_language
from cssa.store import read as read_module
from cssa.store import write as write_module
from cssa.store.columns import column_names
from cssa.store.ddl import TABLES, VIEWS
from cssa.store.pseudonyms import pseudonym, pseudonymize
from cssa.store.read import read_campaigns, read_levels, read_overall
from cssa.store.rows import (
    AnswerRow,
    CampaignRow,
    FigureRow,
    FileRow,
    InstitutionRow,
    PracticeRow,
    ProblemRow,
    ScoreRow,
    SubmissionRow,
    campaign_row,
    figure_rows,
    practice_rows,
    submission_records,
)
from cssa.store.write import write_store

ROOT = Path(__file__).parents[2]
LEVELS = {"b": (3, 2, 4), "a": (5, None, None), "c": (1, 1, 0)}


def query_store(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as opened:
        return opened.execute(query).fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "population.sqlite"


def test_every_row_comes_back(path: Path) -> None:
    records = campaign(dict(sorted(LEVELS.items())), missing=["d"])
    write_store(path, [records])
    (stored,) = read_campaigns(path)
    assert all_rows(stored) == all_rows(records)


def test_the_order_of_rows_leaves_no_trace(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    former = campaign({"a": (1, 1, 1)}, "2025")
    write_store(path, [campaign(LEVELS, missing=["d", "e"]), former])
    turned = campaign(dict(reversed(LEVELS.items())), missing=["e", "d"])
    turned = turned._replace(
        files=[*turned.files][::-1], problems=[*turned.problems, *turned.problems][::-1]
    )
    write_store(other, [former, turned])
    assert path.read_bytes() == other.read_bytes()


def test_former_campaigns_are_carried_over_into_the_same_file(path: Path) -> None:
    write_store(path, [campaign({"a": (1, 1, 1)}, "2025")])
    write_store(path, [campaign(LEVELS), *read_campaigns(path)])
    first = path.read_bytes()
    assert [records.campaign.id for records in read_campaigns(path)] == ["2025", "2026"]
    write_store(path, read_campaigns(path))
    assert path.read_bytes() == first
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_a_killed_run_left_is_removed(path: Path) -> None:
    for step in ("built", "packed"):
        path.with_name(f".{path.name}.{step}").write_bytes(b"half")
    write_store(path, [campaign(LEVELS)])
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_campaign_that_fails_leaves_the_store_as_it_was(path: Path) -> None:
    write_store(path, [campaign(LEVELS)])
    before = path.read_bytes()

    def failing() -> Iterator[Any]:
        yield from many(1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_store(path, [campaign({"000000": (1, 1, 1)})._replace(submissions=failing())])
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_institutions_need_no_memory_while_they_are_written_and_read(path: Path) -> None:
    def peak(count: int) -> int:
        ids = [f"{number:06}" for number in range(count)]
        records = campaign({})._replace(
            institutions=[InstitutionRow(id_, None, None, None, None, "") for id_ in ids],
            files=[FileRow(f"forms/{id_}.xlsx", None, "") for id_ in ids],
            problems=[],
            submissions=many(count),
        )
        tracemalloc.start()
        write_store(path, [records])
        for submission in read_campaigns(path)[0].submissions:
            assert submission.answers
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    small, large = peak(100), peak(1_100)
    assert large - small < 1_000 * 500, "keys alone stay"


ROWS = {
    "campaign": (CampaignRow, {"key"}),
    "practice": (PracticeRow, {"key", "campaign"}),
    "figure": (FigureRow, {"key", "campaign"}),
    "institution": (InstitutionRow, {"key", "campaign"}),
    "file": (FileRow, {"key", "campaign"}),
    "problem": (ProblemRow, set()),
    "submission": (SubmissionRow, set()),
    "answer": (AnswerRow, {"institution"}),
    "score": (ScoreRow, {"institution"}),
}
"""The row of each table, and the columns that no field of it stands in."""


@pytest.mark.parametrize("table", ROWS)
def test_fields_of_rows_are_the_columns_of_their_table(table: str, path: Path) -> None:
    write_store(path, [])
    row_type, keys = ROWS[table]
    columns = [name for _, name, *_ in query_store(path, f"PRAGMA table_info({table})")]
    assert sorted(columns) == sorted([*keys, *column_names(row_type)])


@pytest.fixture(scope="module")
def world() -> World:
    checklist = checklist_of(basic("1-1"), basic("1.1-1"), desirable("1.1-a"), basic("2-1"))
    answers = {"1-1": {"level": 4, "note": "補足"}, "1.1-1": 1, "1.1-a": 2, "2-1": NA}
    return World(checklist, answers, profile={"f1": True}, institution={"size": 2.1e12})


def test_a_result_comes_back_as_a_member(path: Path, world: World) -> None:
    result, submission = world.assessed(), Submission.model_validate(world.submission)
    edition, institution = world.edition or _edition(world), submission.institution
    description = Campaign.model_validate(
        {"schema": "cssa.campaign/1", "id": "2026", "title": "題"}
    )
    records = campaign({})._replace(
        campaign=campaign_row(description, edition, world.criteria),
        practices=practice_rows(edition.checklist),
        figures=figure_rows(edition.checklist),
        institutions=[
            InstitutionRow(
                institution.id,
                institution.name,
                institution.sector,
                institution.size,
                None,
                "accepted",
            )
        ],
        files=[],
        problems=[],
        submissions=[submission_records(result, submission, None, edition.checklist)],
    )
    write_store(path, [records])
    assert read_overall(path) == {submission.institution.id: result.overall.value}
    assert read_levels(path) == {submission.institution.id: {"1-1": 4, "1.1-1": 1, "1.1-a": 2}}


def _edition(world: World) -> Any:
    from tests.engine.worlds import edition_of

    return edition_of(world.checklist)


def test_the_latest_campaign_is_read_unless_another_is_named(path: Path) -> None:
    write_store(path, [campaign(LEVELS), campaign({"a": (1, 2, None)}, "2025")])
    assert read_overall(path).keys() == LEVELS.keys()
    levels = read_levels(path, "2025")
    assert levels == {"a": {"1-1": 1, "1.1-1": 2}}
    assert levels.get("b") is None


@pytest.mark.parametrize(
    "size", [None, Decimal(0), Decimal("2.1e12"), Decimal("0.5"), Decimal(2**63)]
)
def test_sizes_are_exact(path: Path, size: Decimal | None) -> None:
    row = InstitutionRow("a", "A", "trust", size, None, "missing")
    write_store(path, [campaign({})._replace(institutions=[row])])
    (stored,) = read_campaigns(path)[0].institutions
    assert stored == row


# What is no store.


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "store.missing"),
        (b"", "store.version"),
        (b"no database" * 100, "store.unreadable"),
        (b"SQLite format 3\x00" + bytes(5000), "store.unreadable"),
    ],
)
def test_what_is_no_store_is_refused(path: Path, content: bytes | None, code: str) -> None:
    if content is not None:
        path.write_bytes(content)
    for read in (read_overall, read_levels, read_campaigns):
        with pytest.raises(InputError) as caught:
            read(path)
        assert [problem.code for problem in caught.value.problems] == [code]


def test_an_unknown_campaign_is_reported_with_the_known_ones(path: Path) -> None:
    write_store(path, [campaign(LEVELS)])
    with pytest.raises(InputError) as caught:
        read_overall(path, "1999")
    params = caught.value.problems[0].params
    assert (params["wanted"], in_language(params["known"], "en", message)) == ("1999", "2026")


def test_an_old_sqlite_is_reported(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_module, "STRICT_SINCE", (99, 0, 0))
    with pytest.raises(OutputError) as caught:
        write_store(path, [campaign(LEVELS)])
    assert caught.value.problems[0].params["needed"] == "99.0"
    monkeypatch.setattr(read_module, "STRICT_SINCE", (99, 0, 0))
    with pytest.raises(InputError) as refused:
        read_campaigns(path)
    assert [problem.code for problem in refused.value.problems] == ["store.sqlite_too_old"]


def test_a_folder_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_store(tmp_path / "nowhere" / "population.sqlite", [campaign(LEVELS)])
    assert [problem.code for problem in caught.value.problems] == ["file.cannot_write"]


# Pseudonyms.


def test_nothing_under_a_pseudonym_identifies_an_institution(path: Path) -> None:
    key = b"a key of the issuer"
    named = campaign(LEVELS, missing=["d"])
    write_store(path, [pseudonymize(named, key)])
    content = path.read_bytes()
    for word in (
        b"bank",
        b"note of",
        b"forms/",
        b"example.org",
        b"abab",
        "値".encode(),
        b"2026-11-20T",
    ):
        assert word not in content, word
    assert read_overall(path).keys() == {pseudonym(key, id_) for id_ in LEVELS}
    assert query_store(path, "SELECT count(size), count(name) FROM institution") == [(0, 0)]


def test_a_pseudonymous_campaign_is_not_pseudonymized_twice(path: Path) -> None:
    once = pseudonymize(campaign(LEVELS), b"key")
    assert all_rows(pseudonymize(once, b"key")) == all_rows(once)
    write_store(path, [once])
    (back,) = read_campaigns(path)
    assert pseudonymize(back, b"key") is back


def test_a_pseudonym_depends_on_the_key_and_not_on_case() -> None:
    assert pseudonym(b"k", "Bank-1") == pseudonym(b"k", "bank-1") != pseudonym(b"l", "bank-1")
    assert len(pseudonym(b"k", "x")) == 20


# The file as others see it.


def test_every_table_is_strict_and_every_view_is_there(path: Path) -> None:
    write_store(path, [campaign(LEVELS)])
    rows = query_store(path, "PRAGMA table_list")
    kinds = {name: (kind, strict) for _, name, kind, _, _, strict in rows if "sqlite" not in name}
    assert {
        name for name, (kind, strict) in kinds.items() if kind == "table" and not strict
    } == set()
    assert sum(kind == "view" for kind, _ in kinds.values()) == VIEWS.count("CREATE VIEW") == 21
    assert query_store(path, "PRAGMA integrity_check") == [("ok",)]
    assert query_store(path, "PRAGMA foreign_key_check") == []


def test_the_document_shows_the_schema(golden: Any) -> None:
    page = ROOT / "docs" / "population-schema.md"
    text = page.read_text(encoding="utf-8")
    before, mark, rest = text.partition("```sql\n")
    _, end, after = rest.partition("```")
    golden(page, f"{before}{mark}{TABLES}\n{VIEWS}{end}{after}")
    for kind in ("TABLE", "VIEW"):
        for line in (TABLES + VIEWS).splitlines():
            if line.startswith(f"CREATE {kind} "):
                name = line.split()[2]
                assert f"`{name}`" in before, name


SQLITE = shutil.which("sqlite3")


@pytest.mark.skipif(SQLITE is None, reason="the sqlite3 tool is not installed")
def test_the_sqlite_tool_opens_it(path: Path) -> None:
    write_store(path, [campaign(LEVELS)])
    query = "SELECT institution, score FROM scores WHERE figure = 'overall'"
    done = subprocess.run(
        [str(SQLITE), "-json", str(path), query], capture_output=True, check=True, timeout=60
    )
    assert json.loads(done.stdout) == [
        {"institution": "a", "score": 2.5},
        {"institution": "b", "score": 2.5},
        {"institution": "c", "score": 1.0},
    ]


# The views.


@pytest.fixture
def two_years(path: Path) -> Path:
    before = campaign({"a": (1, 2, 3), "b": (0, 0, None)}, "2025")
    write_store(path, [before, campaign(LEVELS, missing=["d"])])
    return path


def test_latest_scores_by_sector(two_years: Path) -> None:
    rows = query_store(
        two_years, "SELECT sector, figure, institutions, mean FROM latest_scores_by_sector"
    )
    assert rows == [
        ("shinkin", "overall", 3, 2.0),
        ("shinkin", "basic", 3, 2.0),
        ("shinkin", "desirable", 2, 2.0),
        ("shinkin", "1", 3, 2.0),
        ("shinkin", "1.1", 3, 1.0),
    ]


def test_levels_by_practice(two_years: Path) -> None:
    rows = query_store(
        two_years,
        "SELECT practice, answer, institutions FROM levels_by_practice"
        " WHERE campaign = '2026' ORDER BY practice, answer",
    )
    assert rows == [
        ("1-1", "1", 1),
        ("1-1", "3", 1),
        ("1-1", "5", 1),
        ("1.1-1", "1", 1),
        ("1.1-1", "2", 1),
        ("1.1-1", "unanswered", 1),
        ("1.1-a", "0", 1),
        ("1.1-a", "4", 1),
        ("1.1-a", "unanswered", 1),
    ]


def test_below_target(two_years: Path) -> None:
    by_practice = query_store(
        two_years,
        "SELECT practice, counted, below_target FROM below_target_by_practice"
        " WHERE campaign = '2026'",
    )
    assert by_practice == [("1-1", 3, 1), ("1.1-1", 3, 3)]
    by_institution = query_store(
        two_years,
        "SELECT institution, below_target, basics FROM below_target_by_institution"
        " WHERE campaign = '2026'",
    )
    assert by_institution == [("a", 1, 2), ("b", 1, 2), ("c", 2, 2)]


def test_unanswered(two_years: Path) -> None:
    query = "SELECT campaign, institution, practice FROM unanswered"
    assert sorted(query_store(two_years, query)) == [
        ("2025", "b", "1.1-a"),
        ("2026", "a", "1.1-1"),
        ("2026", "a", "1.1-a"),
    ]


def test_ledger_by_state(two_years: Path) -> None:
    rows = query_store(
        two_years, "SELECT what, state, number FROM ledger_by_state WHERE campaign = '2026'"
    )
    assert rows == [
        ("file", "accepted", 3),
        ("file", "refused", 1),
        ("institution", "accepted", 3),
        ("institution", "missing", 1),
    ]


def test_year_on_year(two_years: Path) -> None:
    rows = query_store(
        two_years,
        "SELECT campaign, previous, institution, score_before, score, change,"
        " below_target_before, below_target"
        " FROM year_on_year WHERE figure = 'overall' ORDER BY institution",
    )
    assert rows == [
        ("2026", "2025", "a", 1.5, 2.5, 1.0, 2, 1),
        ("2026", "2025", "b", 0, 2.5, 2.5, 2, 1),
    ]


def test_answers_with_an_alternative_measure_are_not_below_target(path: Path) -> None:
    records = campaign({"a": (1, 1, 1)})
    (submission,) = records.submissions
    kinds: dict[str, Literal["accepted", "alternative"]]
    kinds = {"1-1": "alternative", "1.1-1": "accepted"}
    answers = [
        answer._replace(treatment=kinds.get(answer.practice)) for answer in submission.answers
    ]
    write_store(path, [records._replace(submissions=[submission._replace(answers=answers)])])
    assert query_store(path, "SELECT practice, below_target FROM answers ORDER BY practice") == [
        ("1-1", 0),
        ("1.1-1", 1),
        ("1.1-a", 0),
    ]


def test_scores_are_kept_exact(path: Path) -> None:
    records = campaign({"a": (1, 1, 1)})
    (submission,) = records.submissions
    scores = [score._replace(value=Fraction(617, 215)) for score in submission.scores]
    write_store(path, [records._replace(submissions=[submission._replace(scores=scores)])])
    assert query_store(path, "SELECT DISTINCT numerator, denominator, score FROM scores") == [
        (617, 215, 2.87)
    ]
    assert read_overall(path) == {"a": Fraction(617, 215)}
