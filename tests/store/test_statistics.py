"""The figures of groups, and every answer whole, are to be had from the store by one query."""

import sqlite3
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.engine.worlds import World, basic, checklist_of, desirable, edition_of
from tests.peers.worlds import SECTORS, population
from tests.store.rows import campaign

from cssa.answers.submission import Submission
from cssa.checklist.level_scale import SIX_LEVELS
from cssa.peers.answer_classes import answer_classes
from cssa.peers.cells import ClassCounts, NumericCell
from cssa.peers.member import member_of
from cssa.peers.peers_file import AnswerCell
from cssa.peers.publication import publish
from cssa.peers.questions import counted_questions
from cssa.peers.rules import Rules
from cssa.peers.statistics import MEDIAN_FROM, count_cell, score_cell, share_cell, variance
from cssa.store.pseudonyms import pseudonymize
from cssa.store.read import read_campaigns
from cssa.store.rows import (
    CampaignRecords,
    ChosenOption,
    figure_rows,
    practice_rows,
    submission_records,
)
from cssa.store.write import write_store

LEVELS = {f"i{number:02}": (number % 6, number * 7 % 5, number % 4) for number in range(45)}
COOPERATIVE = "cooperative_institutions"
BANDS = ("shinkin.small", "shinkin.large", "shinkin", "all")


def placed() -> CampaignRecords:
    """Return a campaign whose last five institutions are not in the statistics."""
    records = campaign(LEVELS)
    submissions = [
        submission._replace(
            row=submission.row._replace(
                in_statistics=number < 40,
                left_out=None if number < 40 else "coverage",
                industry_group=None if BANDS[number % 4] == "all" else COOPERATIVE,
                peer_group=BANDS[number % 4],
                below_in_place=submission.row.below_target,
            ),
            scores=[
                score._replace(
                    in_statistics=number < 40 and (number % 9 > 0 or score.figure != "1")
                )
                for score in submission.scores
            ],
        )
        for number, submission in enumerate(records.submissions)
    ]
    return records._replace(submissions=submissions)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "population.sqlite"
    write_store(path, [placed()])
    return path


def ask(path: Path, query: str, *values: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as opened:
        return opened.execute(query, values).fetchall()


def in_group(group: str) -> list[Any]:
    """Return the submissions in the statistics that belong to a group, at any depth."""
    return [
        submission
        for submission in placed().submissions
        if submission.row.in_statistics
        and (
            group in ("all", submission.row.industry_group)
            or f"{submission.row.peer_group}.".startswith(f"{group}.")
        )
    ]


@pytest.mark.parametrize("group", ["all", COOPERATIVE, "shinkin", "shinkin.small"])
@pytest.mark.parametrize("figure", ["overall", "1", "1.1", "below_in_place"])
def test_means_and_quantiles_are_those_that_are_published(
    group: str, figure: str, store: Path
) -> None:
    if figure == "below_in_place":
        values = [Fraction(submission.row.below_in_place) for submission in in_group(group)]
    else:
        values = [
            score.value
            for submission in in_group(group)
            for score in submission.scores
            if score.figure == figure and score.in_statistics
        ]
    cell = NumericCell.from_values(values, Fraction(1, 2))
    published = (count_cell if figure == "below_in_place" else score_cell)(cell)
    query = "SELECT n, mean, variance FROM group_means WHERE peer_group = ? AND figure = ?"
    ((n, mean, spread),) = ask(store, query, group, figure)
    assert (n, mean) == (published.n, published.mean)
    assert spread == pytest.approx(float(variance(cell)))
    query = "SELECT quantile, value FROM group_quantiles WHERE peer_group = ? AND figure = ?"
    quantiles = dict(ask(store, query, group, figure))
    shown = published.model_dump(exclude_none=True, include={"p10", "q1", "median", "q3", "p90"})
    assert shown.items() <= quantiles.items()
    assert shown or n < MEDIAN_FROM


@pytest.mark.parametrize("group", ["all", COOPERATIVE, "shinkin", "shinkin.large"])
def test_shares_are_those_that_are_published(group: str, store: Path) -> None:
    levels = [submission.answers[1].level for submission in in_group(group)]
    counts = ClassCounts((*(levels.count(level) for level in range(6)), 0, 0), 6)
    cell = share_cell(counts, answer_classes(SIX_LEVELS))
    rows = ask(
        store,
        "SELECT answer, per_cent, sum(institutions) OVER () FROM group_levels"
        " WHERE peer_group = ? AND practice = '1.1-1'",
        group,
    )
    assert {answer: per_cent for answer, per_cent, _ in rows} == cell.shares
    assert {n for *_, n in rows} == {cell.n}


def test_who_is_not_in_the_statistics_is_in_no_group_and_says_why(store: Path) -> None:
    assert ask(store, "SELECT count(*), count(DISTINCT institution) FROM group_members") == [
        (150, 40)
    ]
    assert ask(store, "SELECT DISTINCT left_out FROM submission WHERE NOT in_statistics") == [
        ("coverage",)
    ]
    by_sector = "SELECT institutions, mean FROM latest_scores_by_sector WHERE figure = 'overall'"
    assert ask(store, by_sector) == ask(
        store, "SELECT n, mean FROM group_means WHERE peer_group = 'all' AND figure = 'overall'"
    )


OPTIONS = [
    {"id": "none", "level": 0, "ja": "ない", "en": "None"},
    {"id": "head", "level": 2, "ja": "課長", "en": "A head"},
    {"id": "vendor", "level": 2, "ja": "委託先", "en": "A vendor"},
]
CHOICES = [{"id": name, "ja": name, "en": name} for name in ("a", "b")]
COUNTED = (
    basic("1-1", kind="single", options=OPTIONS),
    basic("1-2", kind="multi", options=CHOICES, levels=[{"level": 2, "at_least": 1}]),
    basic("1-3", kind="matrix", options=OPTIONS, rows=[{"id": n, "ja": n, "en": n} for n in "xy"]),
    basic(
        "1-4",
        kind="number",
        unit={"ja": "時間", "en": "hours"},
        direction="down",
        thresholds=[{"at": 24, "level": 2}, {"at": 4, "level": 3}],
    ),
)
CHECKLIST = checklist_of(*COUNTED, basic("1-5", kind="text"), desirable("1-a"))
ANSWERS = {
    "1-1": {"choice": "vendor"},
    "1-2": {"choices": ["a", "b"]},
    "1-3": {"rows": {"x": "head", "y": "none"}},
    "1-4": {"value": "4.50"},
    "1-5": {"text": "2031年"},
    "1-a": 3,
}


def answered(path: Path, key: bytes | None = None) -> None:
    world = World(CHECKLIST, ANSWERS)
    checklist = edition_of(CHECKLIST).checklist
    submission = Submission.model_validate(world.submission)
    records = submission_records(world.assessed(), submission, None, checklist)
    (institution,) = campaign({"a": (1, 1, 1)}).institutions
    whole = campaign({})._replace(
        practices=practice_rows(checklist),
        figures=figure_rows(checklist),
        institutions=[institution._replace(id=records.row.institution)],
        submissions=[records],
    )
    write_store(path, [whole if key is None else pseudonymize(whole, key)])


def many_answers() -> list[dict[str, Any]]:
    """Return the answers of 24 institutions, one of them without all rows, one without number."""
    answers = [
        {
            "1-1": {"choice": ("none", "head", "vendor", "vendor")[number % 4]},
            "1-2": {"choices": ([], ["a"], ["a", "b"])[number % 3]},
            "1-3": {"rows": {"x": ("none", "head")[number % 2], "y": "vendor"}},
            "1-4": {"value": f"{number * 7 % 31}.5"},
            "1-6": {
                "rows": {"x": ("none", "head")[number % 2], "y": ("head", "vendor")[number > 9]}
            },
        }
        for number in range(24)
    ]
    answers[3] |= {"1-3": {"rows": {"x": "none"}}, "1-6": {"rows": {"x": "none"}}}
    answers[4]["1-4"] = {"na": True, "reason": "対象の業務がない"}
    return answers


def test_options_rows_and_numbers_are_those_that_are_published(tmp_path: Path) -> None:
    rows = [{"id": name, "ja": name, "en": name} for name in "xy"]
    informing = [{key: option[key] for key in ("id", "ja", "en")} for option in OPTIONS]
    content = checklist_of(*COUNTED, basic("1-6", kind="matrix", options=informing, rows=rows))
    checklist = edition_of(content).checklist
    records, members, institutions = [], [], []
    (asked,) = campaign({"a": (1, 1, 1)}).institutions
    for number, answers in enumerate(many_answers()):
        world = World(content, answers, institution={"id": f"I{number:02}"})
        submission, result = Submission.model_validate(world.submission), world.assessed()
        record = submission_records(result, submission, None, checklist)
        row = record.row._replace(in_statistics=True, peer_group="all")
        records.append(record._replace(row=row))
        institutions.append(asked._replace(id=f"I{number:02}"))
        members.append(member_of(result, submission)._replace(domains=(), sections=()))
    whole = campaign({})._replace(
        practices=practice_rows(checklist),
        figures=figure_rows(checklist),
        institutions=institutions,
        submissions=records,
    )
    path = tmp_path / "population.sqlite"
    write_store(path, [whole])
    names = tuple(placed.practice.id for placed in checklist.walk())
    described = population(members)._replace(
        domains=(), sections=(), practices=names, questions=counted_questions(checklist)
    )
    group = publish(described, SECTORS, Rules(coverage_floor=Fraction(0))).peers.group("all")
    assert group is not None
    shares = {
        (practice, item, option): (cell.n, share)
        for practice, cell in group.answers.items()
        for item, options in _by_item(cell).items()
        for option, share in options.items()
    }
    stored = {
        row[:3]: row[3:]
        for row in ask(path, "SELECT practice, item, option, n, per_cent FROM group_options")
        if (row[0], row[1]) != ("1-3", "y")  # one option in all: withheld
    }
    assert stored == shares
    assert {practice for practice, *_ in shares} == {"1-1", "1-2", "1-3", "1-6"}
    hours = group.answers["1-4"]
    query = "SELECT quantile, value, n FROM group_quantiles WHERE figure = '1-4:value'"
    quantiles = {name: (value, n) for name, value, n in ask(path, query)}
    assert hours.median is not None
    for name in ("median", "q1", "q3"):
        assert quantiles[name] == (getattr(hours, name), hours.n)
    assert hours.n == 23


def _by_item(cell: AnswerCell) -> dict[str, dict[str, int]]:
    """Return the shares of options by row of a matrix, blank for other questions."""
    if cell.rows is not None:
        return {row: shares.shares for row, shares in cell.rows.items()}
    return {"": cell.shares or {}}


def test_every_kind_of_answer_is_stored_whole_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "population.sqlite"
    answered(path)
    assert ask(path, "SELECT practice, item, option FROM options_chosen ORDER BY 1, 2, 3") == [
        ("1-1", "", "vendor"),
        ("1-2", "", "a"),
        ("1-2", "", "b"),
        ("1-3", "x", "head"),
        ("1-3", "y", "none"),
    ]
    assert ask(path, "SELECT number, text FROM answers WHERE practice IN ('1-4', '1-5')") == [
        ("4.50", None),
        (None, "2031年"),
    ]
    (stored,) = read_campaigns(path)
    (submission,) = stored.submissions
    rows = {row.practice: row for row in submission.answers}
    assert rows["1-3"].chosen == (ChosenOption("x", "head"), ChosenOption("y", "none"))
    assert [row.kind for row in stored.practices] == [
        "single", "multi", "matrix", "number", "text", "level"
    ]  # fmt: skip
    before = path.read_bytes()
    write_store(path, read_campaigns(path))
    assert path.read_bytes() == before


def test_what_was_written_is_left_out_under_a_pseudonym(tmp_path: Path) -> None:
    path = tmp_path / "population.sqlite"
    answered(path, b"a key of the issuer")
    assert "2031年".encode() not in path.read_bytes()
    assert len(ask(path, "SELECT * FROM options_chosen")) == 5
