"""The roster: which institutions are expected to answer."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple, cast, get_args

from cssa.answers.submission import is_institution_id
from cssa.datafile.csv_table import (
    CsvCell,
    CsvColumn,
    CsvRow,
    CsvTable,
    read_csv_table,
    write_csv_table,
)
from cssa.errors import Problem
from cssa.messages import LANGS, message
from cssa.scheme.sectors import Sectors

Status = Literal["expected", "withdrawn", "merged"]

COLUMNS = (
    CsvColumn("id", required=True),
    CsvColumn("name", required=True),
    CsvColumn("sector", required=True),
    CsvColumn("bureau"),
    CsvColumn("route"),
    CsvColumn("extended_to"),
    CsvColumn("status"),
    CsvColumn("merged_into"),
)

_EXPONENT = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]+", re.IGNORECASE)
"""What a spreadsheet makes of a 13-digit number when it saves one as CSV."""


class RosterEntry(NamedTuple):
    """An institution on the roster.

    Attributes:
        bureau: the authority in charge of it, in the issuer's own words.
        route: the way its form takes, such as a central body.
        extended_to: the deadline granted to it alone.
        merged_into: id of the institution that answers in its place.
    """

    id: str
    name: str
    sector: str
    bureau: str = ""
    route: str = ""
    extended_to: date | None = None
    status: Status = "expected"
    merged_into: str | None = None


def read_roster(data: bytes, path: str, sectors: Sectors) -> tuple[RosterEntry, ...]:
    """Read a roster.

    Args:
        data: CSV; sectors and statuses may stand as codes or as words.
        path: the input's name for messages.
        sectors: the sub-sectors there are.

    Raises:
        InputError: with every problem found.
    """
    table = read_csv_table(data, path, COLUMNS)
    entries = table.parse_rows(_Reader(table.problems, sectors).entry)
    _check_ids(table, entries)
    table.raise_problems()
    return entries


def write_roster(entries: Iterable[RosterEntry]) -> bytes:
    """Return a roster as CSV."""
    return write_csv_table(
        [column.code for column in COLUMNS],
        (
            [
                entry.id,
                entry.name,
                entry.sector,
                entry.bureau,
                entry.route,
                entry.extended_to,
                entry.status,
                entry.merged_into,
            ]
            for entry in entries
        ),
    )


def read_id(cell: CsvCell, found: str, problems: list[Problem]) -> str:
    """Return an institution's id that stands in a cell, telling where it cannot be one."""
    if _EXPONENT.fullmatch(found):
        problems.append(cell.problem("table.id_exponent", found=found))
    elif not is_institution_id(found):
        problems.append(cell.problem("table.bad_id", found=found))
    return found


class _Reader:
    """Reads rows.

    Args:
        problems: takes what is found.
    """

    def __init__(self, problems: list[Problem], sectors: Sectors) -> None:
        self._problems = problems
        self._sectors = {
            word.casefold(): sector.id
            for sector in sectors.sectors
            for word in (sector.id, *(sector.title.get(lang) for lang in LANGS))
        }
        self._statuses = {
            word.casefold(): cast("Status", status)
            for status in get_args(Status)
            for word in (status, *(message(lang, f"table.status.{status}") for lang in LANGS))
        }

    def entry(self, row: CsvRow) -> RosterEntry:
        status = self._status(row["status"])
        return RosterEntry(
            id=read_id(row["id"], row["id"].normalized, self._problems),
            name=self._name(row["name"]),
            sector=self._sector(row["sector"]),
            bureau=row["bureau"].text.strip(),
            route=row["route"].text.strip(),
            extended_to=self._date(row["extended_to"]),
            status=status,
            merged_into=self._merged_into(row["merged_into"], status),
        )

    def _refuse(self, cell: CsvCell, code: str, **params: object) -> None:
        self._problems.append(cell.problem(code, **params))

    def _name(self, cell: CsvCell) -> str:
        name = cell.text.strip()
        if not name:
            self._refuse(cell, "table.blank")
        return name

    def _sector(self, cell: CsvCell) -> str:
        sector = self._sectors.get(cell.normalized.casefold())
        if sector is None:
            known = ", ".join(dict.fromkeys(self._sectors.values()))
            self._refuse(cell, "table.unknown_sector", known=known)
        return sector or ""

    def _status(self, cell: CsvCell) -> Status:
        status = self._statuses.get(cell.normalized.casefold() or "expected")
        if status is None:
            known = ", ".join(get_args(Status))
            self._refuse(cell, "table.unknown_status", known=known)
        return status or "expected"

    def _date(self, cell: CsvCell) -> date | None:
        if not cell.normalized:
            return None
        moment = cell.timestamp
        if moment is None:
            self._refuse(cell, "table.not_a_date")
        return moment.date() if moment else None

    def _merged_into(self, cell: CsvCell, status: Status) -> str | None:
        if not cell.normalized:
            if status == "merged":
                self._refuse(cell, "table.merged_where")
            return None
        if status != "merged":
            self._refuse(cell, "table.not_merged")
        return cell.normalized


def _check_ids(table: CsvTable, entries: tuple[RosterEntry, ...]) -> None:
    """Find ids that stand twice, and institutions merged into none of the roster."""
    first: dict[str, int | None] = {}
    for row, entry in zip(table.rows, entries, strict=False):
        key = entry.id.casefold()
        if key in first:
            table.problems.append(row["id"].problem("table.id_twice", line=first[key]))
        first.setdefault(key, row.location.line)
    for row, entry in zip(table.rows, entries, strict=False):
        into = (entry.merged_into or "").casefold()
        if into and (into not in first or into == entry.id.casefold()):
            table.problems.append(row["merged_into"].problem("table.merged_nowhere"))
