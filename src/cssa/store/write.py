"""Writing the campaign store: one SQLite file, the same bytes for the same rows."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cssa.atomic_write import move_file
from cssa.errors import OutputError, Problem
from cssa.location import Location
from cssa.store.columns import encode_row
from cssa.store.ddl import TABLES, USER_VERSION, VIEWS
from cssa.store.rows import CampaignRecords, FileRow, PracticeRow, SubmissionRecords

STRICT_SINCE = (3, 37, 0)
"""The first version of SQLite that enforces the types of columns."""

_PAGE_SIZE = 4096


def write_store(path: Path, campaigns: Iterable[CampaignRecords]) -> None:
    """Replace a store with these campaigns, whole or not at all.

    Rows may come in any order; they are stored in the order of their ids, campaigns in that of
    their base dates.

    Args:
        path: the store. It may be the one that the rows are read from meanwhile.
        campaigns: their rows are taken one after the other.

    Raises:
        OutputError: when Python's SQLite is too old, or the disk is full.
    """
    if sqlite3.sqlite_version_info < STRICT_SINCE:
        params = {"found": sqlite3.sqlite_version, "needed": ".".join(map(str, STRICT_SINCE[:2]))}
        raise OutputError([Problem("store.sqlite_too_old", params)])
    unsorted, compact = (path.with_name(f".{path.name}.{step}") for step in ("built", "packed"))
    _remove(unsorted, compact)  # a run that was killed may have left them
    try:
        with closing(sqlite3.connect(unsorted)) as store:
            _StoreBuilder(store).build(
                sorted(campaigns, key=lambda records: records.campaign.order)
            )
            # the copy is in key order, without traces of the order in which rows came
            store.execute("VACUUM INTO ?", (str(compact),))
        move_file(compact, path)
    except sqlite3.OperationalError as error:
        reason = {"reason": str(error)}
        raise OutputError([Problem("file.cannot_write", reason, Location(str(path)))]) from None
    finally:
        _remove(unsorted, compact)


def _remove(*paths: Path) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


class _CampaignKeys(NamedTuple):
    """Primary keys of a campaign's rows, by id; of files by path."""

    institutions: Mapping[str, int]
    files: Mapping[str, int]
    practices: Mapping[str, int]
    figures: Mapping[str, int]


class _StoreBuilder:
    """Fills an empty store, numbering the rows of a table in the order in which they come."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._last_keys: dict[str, int] = {}

    def build(self, campaigns: Iterable[CampaignRecords]) -> None:
        for setting in (f"page_size = {_PAGE_SIZE}", "journal_mode = OFF", "synchronous = OFF"):
            self._store.execute(f"PRAGMA {setting}")
        self._store.executescript(TABLES + VIEWS + f"PRAGMA user_version = {USER_VERSION};")
        with self._store:
            for records in campaigns:
                self._add_campaign(records)

    def _add_campaign(self, records: CampaignRecords) -> None:
        campaign = self._next_key("campaign")
        self._insert("campaign", {"key": campaign, **encode_row(records.campaign)})
        practices = self._add_practices(campaign, records.practices)
        figures = {row.id: self._add("figure", campaign, row) for row in records.figures}
        institutions = {
            row.id: self._add("institution", campaign, row)
            for row in sorted(records.institutions, key=lambda row: row.id)
        }
        files = self._add_files(campaign, records.files, institutions)
        for problem in records.problems:
            values = encode_row(problem) | {"file": files[problem.file]}
            self._insert("problem", values, or_ignore=True)
        keys = _CampaignKeys(institutions, files, practices, figures)
        for submission in records.submissions:
            self._add_submission(submission, keys)

    def _add_practices(self, campaign: int, rows: Iterable[PracticeRow]) -> dict[str, int]:
        keys: dict[str, int] = {}
        for row in rows:
            key = keys[row.id] = self._add("practice", campaign, row)
            for position, offered in enumerate(row.offered, start=1):
                place = {"practice": key, "position": position}
                self._insert("offered", encode_row(offered) | place)
        return keys

    def _add_files(
        self, campaign: int, rows: Iterable[FileRow], institutions: Mapping[str, int]
    ) -> dict[str, int]:
        keys: dict[str, int] = {}
        for row in sorted(rows, key=lambda row: row.path):
            key = keys[row.path] = self._add("file", campaign, row)
            for institution in sorted(set(row.institutions)):
                values = {"file": key, "institution": institutions[institution]}
                self._insert("filed_for", values)
        return keys

    def _add_submission(self, records: SubmissionRecords, keys: _CampaignKeys) -> None:
        institution = keys.institutions[records.row.institution]
        file = None if records.row.file is None else keys.files[records.row.file]
        values = encode_row(records.row) | {"institution": institution, "file": file}
        self._insert("submission", values)
        answers, options, rows = [], [], []
        for answer in records.answers:
            practice = keys.practices[answer.practice]
            place = {"institution": institution, "practice": practice}
            answers.append(encode_row(answer) | place)
            options += [chosen._asdict() | place for chosen in answer.chosen]
            rows += [row._asdict() | place for row in answer.rows]
        self._insert_all("answer", answers)
        self._insert_all("answer_option", options)
        self._insert_all("answer_row", rows)
        scores = [
            encode_row(score) | {"institution": institution, "figure": keys.figures[score.figure]}
            for score in records.scores
        ]
        self._insert_all("score", scores)

    def _add(self, table: str, campaign: int, row: NamedTuple) -> int:
        """Insert a row of a campaign and return its primary key."""
        key = self._next_key(table)
        self._insert(table, {"key": key, "campaign": campaign, **encode_row(row)})
        return key

    def _next_key(self, table: str) -> int:
        key = self._last_keys[table] = self._last_keys.get(table, 0) + 1
        return key

    def _insert_all(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert rows with the same columns."""
        if rows:
            statement = _insert_statement(table, tuple(rows[0]), or_ignore=False)
            self._store.executemany(statement, rows)

    def _insert(self, table: str, values: Mapping[str, object], *, or_ignore: bool = False) -> None:
        """Insert one row, given by column."""
        statement = _insert_statement(table, tuple(values), or_ignore=or_ignore)
        self._store.execute(statement, values)


@cache
def _insert_statement(table: str, columns: tuple[str, ...], *, or_ignore: bool) -> str:
    verb = "INSERT OR IGNORE" if or_ignore else "INSERT"
    placeholders = ", ".join(f":{column}" for column in columns)
    return f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({placeholders})"
