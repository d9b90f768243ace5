"""Writing the population store: one SQLite file, the same bytes for the same rows."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

from cssa.atomic_write import move_file
from cssa.errors import OutputError, Problem
from cssa.location import Location
from cssa.store.ddl import TABLES, USER_VERSION, VIEWS
from cssa.store.rows import (
    CampaignRecords,
    CampaignRow,
    FileRow,
    InstitutionRow,
    ProblemRow,
    SubmissionRecords,
)

STRICT_SINCE = (3, 37, 0)
"""The first version of SQLite that keeps to the types of columns."""

_PAGE = 4096
_LARGEST = 2**63

Keys = Mapping[str, int]


def write_store(path: Path, campaigns: Iterable[CampaignRecords]) -> None:
    """Put a store in a file's place, whole or not at all.

    Rows may come in any order; they are kept in that of their keys.

    Args:
        path: the store. It may be the one that rows are read from meanwhile.
        campaigns: each with rows that are taken one after the other.

    Raises:
        OutputError: when Python's SQLite is too old, or the disk is full.
    """
    if sqlite3.sqlite_version_info < STRICT_SINCE:
        params = {"found": sqlite3.sqlite_version, "needed": ".".join(map(str, STRICT_SINCE[:2]))}
        raise OutputError([Problem("store.sqlite_too_old", params)])
    built, packed = (path.with_name(f".{path.name}.{step}") for step in ("built", "packed"))
    _remove(built, packed)  # what a run that was killed has left
    try:
        with closing(sqlite3.connect(built)) as store:
            _StoreBuilder(store).build(sorted(campaigns, key=lambda one: one.campaign.id))
            # a copy in key order, without the traces of how the rows came
            store.execute("VACUUM INTO ?", (str(packed),))
        move_file(packed, path)
    except sqlite3.OperationalError as error:
        reason = {"reason": str(error)}
        raise OutputError([Problem("file.cannot_write", reason, Location(str(path)))]) from None
    finally:
        _remove(built, packed)


def _remove(*paths: Path) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


class _StoreBuilder:
    """Fills an empty store, numbering everything in the order of its id."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._last: dict[str, int] = {}

    def build(self, campaigns: Iterable[CampaignRecords]) -> None:
        for setting in (f"page_size = {_PAGE}", "journal_mode = OFF", "synchronous = OFF"):
            self._store.execute(f"PRAGMA {setting}")
        self._store.executescript(TABLES + VIEWS + f"PRAGMA user_version = {USER_VERSION};")
        with self._store:
            for records in campaigns:
                self._campaign(records)

    def _campaign(self, records: CampaignRecords) -> None:
        campaign = self._key("campaign")
        self._insert("campaign", campaign, *_campaign_values(records.campaign))
        practices: dict[str, int] = {}
        for practice in records.practices:
            key = practices[practice.id] = self._key("practice")
            *values, title = practice
            self._insert("practice", key, campaign, *values, title.ja, title.en)
        figures: dict[str, int] = {}
        for figure in records.figures:
            key = figures[figure.id] = self._key("figure")
            *values, title = figure
            self._insert("figure", key, campaign, *values, title.ja, title.en)
        institutions: dict[str, int] = {}
        for institution in sorted(records.institutions, key=lambda one: one.id):
            key = institutions[institution.id] = self._key("institution")
            self._insert("institution", key, campaign, *_institution_values(institution))
        files = self._files(campaign, records.files, institutions)
        for problem in records.problems:
            self._insert("problem", *_problem_values(problem, files), or_ignore=True)
        for submission in records.submissions:
            self._submission(submission, institutions, files, practices, figures)

    def _files(self, campaign: int, rows: Iterable[FileRow], institutions: Keys) -> Keys:
        files: dict[str, int] = {}
        for row in sorted(rows, key=lambda one: one.path):
            key = files[row.path] = self._key("file")
            values = (row.path, row.sha256, row.state)
            origin = (row.received_at, row.channel, row.sender, row.version)
            self._insert("file", key, campaign, *values, *origin)
            for institution in sorted(set(row.institutions)):
                self._insert("filed_for", key, institutions[institution])
        return files

    def _submission(
        self,
        records: SubmissionRecords,
        institutions: Keys,
        files: Keys,
        practices: Keys,
        figures: Keys,
    ) -> None:
        row = records.row
        key = institutions[row.institution]
        file = None if row.file is None else files[row.file]
        values = map(_plain, row[2:])
        self._insert("submission", key, file, *values)
        self._store.executemany(
            "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ((key, practices[one.practice], *one[1:]) for one in records.answers),
        )
        self._store.executemany(
            "INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    key,
                    figures[one.figure],
                    None if one.value is None else one.value.numerator,
                    None if one.value is None else one.value.denominator,
                    *one[2:],
                )
                for one in records.scores
            ),
        )

    def _key(self, table: str) -> int:
        key = self._last[table] = self._last.get(table, 0) + 1
        return key

    def _insert(self, table: str, *values: object, or_ignore: bool = False) -> None:
        marks = ", ".join("?" * len(values))
        how = "INSERT OR IGNORE" if or_ignore else "INSERT"
        self._store.execute(f"{how} INTO {table} VALUES ({marks})", values)


def _campaign_values(row: CampaignRow) -> tuple[object, ...]:
    days = map(_plain, (row.base_date, row.deadline, row.cut_off))
    asked = (row.checklist, row.version, row.fingerprint)
    judged = (row.scheme, row.targets)
    return (row.id, row.title.ja, row.title.en, *days, *asked, *judged, row.pseudonymous)


def _institution_values(row: InstitutionRow) -> tuple[object, ...]:
    return (row.id, row.name, row.sector, _size(row.size), row.shared_system, row.state)


def _problem_values(row: ProblemRow, files: Keys) -> tuple[object, ...]:
    params = json.dumps(dict(row.params), ensure_ascii=False, sort_keys=True, default=str)
    return (files[row.file], row.place, row.code, params)


def _size(size: Decimal | None) -> int | str | None:
    if size is None:
        return None
    whole = int(size)
    return whole if whole == size and whole < _LARGEST else format(size, "f")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
