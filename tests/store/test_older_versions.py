"""A store that an older version wrote is read, and carried over into the present version."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.rows import all_rows, campaign

from cssa.store.ddl import TABLES, USER_VERSION
from cssa.store.export.tables import EXPORT_TABLES
from cssa.store.older_versions import READABLE
from cssa.store.read import is_present_version, read_campaigns, read_levels, read_overall
from cssa.store.write import write_store
from cssa.store.years import read_years

LEVELS = {"a": (5, 0, 4), "b": (3, 2, None), "c": (1, 1, 0)}
ADDED = {
    7: ("bureau", "route", "roster_group", "received", "form_number", "industry_group"),
    8: ("unasked_tiers", "extended_to", "extension_reason", "extension_approved_by"),
}
"""Columns by the version that added them."""


def as_written_by(path: Path, version: int) -> None:
    """Take away from a store what versions after one have added."""
    with closing(sqlite3.connect(path)) as store:
        for (view,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'view'"):
            store.execute(f"DROP VIEW {view}")
        for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            columns = [name for _, name, *_ in store.execute(f"PRAGMA table_info({table})")]
            for later in range(version + 1, USER_VERSION + 1):
                for column in set(columns) & set(ADDED[later]):
                    store.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        store.execute(f"PRAGMA user_version = {version}")
        store.commit()


@pytest.mark.parametrize("version", [version for version in READABLE if version < USER_VERSION])
def test_what_an_older_version_wrote_is_read(version: int, tmp_path: Path) -> None:
    path, again = tmp_path / "population.sqlite", tmp_path / "again.sqlite"
    records = campaign(dict(sorted(LEVELS.items())), missing=["d"])
    write_store(path, [records])
    assert is_present_version(path)
    levels, overall = read_levels(path), read_overall(path)
    as_written_by(path, version)
    assert not is_present_version(path)
    assert {name: levels[name] for name in levels} == {
        name: read_levels(path)[name] for name in LEVELS
    }
    assert read_overall(path) == overall
    (stored,) = read_campaigns(path)
    assert all_rows(stored) == all_rows(records)
    write_store(again, [*read_campaigns(path), campaign(LEVELS, "2027")])
    assert is_present_version(again)
    assert next(map(all_rows, read_campaigns(again))) == all_rows(records)
    assert read_years(again) is not None


def test_every_added_column_is_known_here() -> None:
    for columns in ADDED.values():
        for column in columns:
            assert re.search(rf"^  {column} ", TABLES, re.MULTILINE)
    assert {USER_VERSION, *READABLE} == {min(READABLE), *ADDED}


@pytest.mark.parametrize("name", EXPORT_TABLES)
def test_every_table_gives_the_columns_that_it_declares(name: str, tmp_path: Path) -> None:
    path = tmp_path / "population.sqlite"
    write_store(path, [campaign(LEVELS)])
    table = EXPORT_TABLES[name]
    with closing(sqlite3.connect(path)) as store:
        cursor = store.execute(table.query)
        assert len(cursor.description) == len(table.columns)
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert names[0] == "campaign"
