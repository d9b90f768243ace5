"""The roster: which institutions are expected to answer."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, cast, get_args

from cssa.answers.submission import is_institution_id
from cssa.datafile.csv_table import (
    CsvCell,
    CsvColumn,
    CsvRow,
    CsvTable,
    choices,
    read_csv_table,
    write_csv_table,
)
from cssa.errors import Problem
from cssa.messages import LANGS, message
from cssa.messages.wording import CodedWord, bilingual
from cssa.scheme.sectors import Sectors

RosterStatus = Literal["expected", "withdrawn", "merged"]

COLUMNS = (
    CsvColumn("id", required=True),
    CsvColumn("name", required=True),
    CsvColumn("sector", required=True),
    CsvColumn("bureau"),
    CsvColumn("route"),
    CsvColumn("extended_to"),
    CsvColumn("extension_reason"),
    CsvColumn("extension_approved_by"),
    CsvColumn("status"),
    CsvColumn("merged_into"),
    CsvColumn("size"),
    CsvColumn("answers_seen_by"),
    CsvColumn("email"),
    CsvColumn("contact"),
    CsvColumn("group"),
)

_OF_EXTENSION = ("extension_reason", "extension_approved_by")

_SEPARATOR = ";"

_EXPONENT = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]+", re.IGNORECASE)
"""What a spreadsheet makes of a 13-digit number when it saves one as CSV."""


_EMAIL = re.compile(r"[^\s@;,<>\"()]{1,64}@[^\s@;,<>\"()]{1,255}")
_AMOUNT = re.compile(r"[0-9][0-9,]{0,20}", re.ASCII)


class RosterEntry(NamedTuple):
    """An institution on the roster.

    Attributes:
        id: corporate number or another id, as on its form.
        sector: sub-sector.
        bureau: the authority in charge of it, in the issuer's own words.
        route: through whom its form comes, such as a central body.
        extended_to: a later deadline, granted to it alone.
        extension_reason: why; None where the roster has no such column.
        extension_approved_by: who approved that; None where the roster has no such column.
        status: whether an answer is expected.
        merged_into: id of the institution that answers in its place.
        size: the size measure of its sub-sector, in yen; None where it is not stated.
        answers_seen_by: who sees its answers before the issuer, such as a central body or a holding
            that collects them: names in the issuer's own words, or ids on the roster.
        email: addresses of the institution; the first is written to, the others get a copy.
        contact: the department or function in charge there.
        group: what the issuer groups institutions by, in its own words.
    """

    id: str
    name: str
    sector: str
    bureau: str = ""
    route: str = ""
    extended_to: date | None = None
    status: RosterStatus = "expected"
    merged_into: str | None = None
    size: Decimal | None = None
    answers_seen_by: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    contact: str = ""
    group: str = ""
    extension_reason: str | None = None
    extension_approved_by: str | None = None

    @property
    def is_extension_unexplained(self) -> bool:
        """Whether it has an extension without reason or approver, on a roster that records them."""
        record = (self.extension_reason, self.extension_approved_by)
        return self.extended_to is not None and record != (None, None) and not all(record)


def read_roster(data: bytes, path: str, sectors: Sectors) -> tuple[RosterEntry, ...]:
    """Read a roster.

    Args:
        data: CSV; sub-sectors and statuses may be codes or words of either language.
        path: the input's name for messages.
        sectors: the sub-sectors that the roster may name.

    Raises:
        InputError: with all problems of the table.
    """
    table = read_csv_table(data, path, COLUMNS)
    entries = table.parse_rows(_RowReader(table, sectors).entry)
    _check_ids(table, entries)
    table.raise_problems()
    return entries


def write_roster(entries: Iterable[RosterEntry]) -> bytes:
    """Return a roster as CSV; without what nothing is recorded in of any extension."""
    rows = [
        entry._asdict()
        | {
            "answers_seen_by": _SEPARATOR.join(entry.answers_seen_by),
            "email": _SEPARATOR.join(entry.email),
        }
        for entry in entries
    ]
    unrecorded = {code for code in _OF_EXTENSION if all(row[code] is None for row in rows)}
    codes = [column.code for column in COLUMNS if column.code not in unrecorded]
    return write_csv_table(codes, ([row[code] for code in codes] for row in rows))


def read_institution_id(cell: CsvCell, text: str, problems: list[Problem]) -> str:
    """Return an institution's id, with a problem added where a text cannot be one.

    Args:
        cell: that it is from, for the place of the problem.
        text: the cell's content, or a part of it.
        problems: of the table.
    """
    if _EXPONENT.fullmatch(text):
        problems.append(cell.problem("table.id_exponent", found=text))
    elif not is_institution_id(text):
        problems.append(cell.problem("table.bad_id", found=text))
    return text


class _RowReader:
    """Reads rows of a roster.

    Args:
        table: the roster; what is wrong with a row is added to its problems.
        sectors: the sub-sectors that the roster may name.
    """

    def __init__(self, table: CsvTable, sectors: Sectors) -> None:
        self._problems = table.problems
        self._columns = table.columns
        self._sectors = {
            word.casefold(): sector.id
            for sector in sectors.sectors
            for word in (sector.id, *(sector.title.get(lang) for lang in LANGS))
        }
        self._titles = {sector.id: bilingual(sector.title.get) for sector in sectors.sectors}
        self._statuses = {
            word.casefold(): cast("RosterStatus", status)
            for status in get_args(RosterStatus)
            for word in (status, *(message(lang, f"table.status.{status}") for lang in LANGS))
        }

    def entry(self, row: CsvRow) -> RosterEntry:
        status = self._status(row["status"])
        return RosterEntry(
            id=read_institution_id(row["id"], row["id"].normalized, self._problems),
            name=self._name(row["name"]),
            sector=self._sector(row["sector"]),
            bureau=row["bureau"].text.strip(),
            route=row["route"].text.strip(),
            extended_to=self._date(row["extended_to"]),
            extension_reason=self._extension(row, "extension_reason"),
            extension_approved_by=self._extension(row, "extension_approved_by"),
            status=status,
            merged_into=self._merged_into(row["merged_into"], status),
            size=self._size(row["size"]),
            answers_seen_by=_names(row["answers_seen_by"]),
            email=self._email(row["email"]),
            contact=row["contact"].text.strip(),
            group=row["group"].text.strip(),
        )

    def _add_problem(self, cell: CsvCell, code: str, **params: object) -> None:
        self._problems.append(cell.problem(code, **params))

    def _name(self, cell: CsvCell) -> str:
        name = cell.text.strip()
        if not name:
            self._add_problem(cell, "table.blank")
        return name

    def _sector(self, cell: CsvCell) -> str:
        sector = self._sectors.get(cell.normalized.casefold())
        if sector is None:
            self._add_problem(cell, "table.unknown_sector", known=choices(self._titles))
        return sector or ""

    def _status(self, cell: CsvCell) -> RosterStatus:
        status = self._statuses.get(cell.normalized.casefold() or "expected")
        if status is None:
            titles = {code: CodedWord(f"table.status.{code}") for code in get_args(RosterStatus)}
            self._add_problem(cell, "table.unknown_status", known=choices(titles))
        return status or "expected"

    def _date(self, cell: CsvCell) -> date | None:
        if not cell.normalized:
            return None
        timestamp = cell.timestamp
        if timestamp is None:
            self._add_problem(cell, "table.not_a_date")
        return timestamp.date() if timestamp else None

    def _extension(self, row: CsvRow, code: str) -> str | None:
        """Return what is recorded of an extension; None where the roster has no such column."""
        if code not in self._columns:
            return None
        text = row[code].text.strip()
        if text and not row["extended_to"].normalized:
            self._add_problem(row[code], "table.not_extended")
        return text

    def _size(self, cell: CsvCell) -> Decimal | None:
        if not cell.normalized:
            return None
        if not _AMOUNT.fullmatch(cell.normalized):
            self._add_problem(cell, "table.not_an_amount")
            return None
        return Decimal(cell.normalized.replace(",", ""))

    def _email(self, cell: CsvCell) -> tuple[str, ...]:
        addresses = _names(cell)
        for address in addresses:
            if not _EMAIL.fullmatch(address):
                self._add_problem(cell, "table.bad_email", found=address)
        return addresses

    def _merged_into(self, cell: CsvCell, status: RosterStatus) -> str | None:
        if not cell.normalized:
            if status == "merged":
                self._add_problem(cell, "table.merged_where")
            return None
        if status != "merged":
            self._add_problem(cell, "table.not_merged")
        return cell.normalized


def _names(cell: CsvCell) -> tuple[str, ...]:
    names = (name.strip() for name in cell.normalized.split(_SEPARATOR))
    return tuple(dict.fromkeys(name for name in names if name))


def _check_ids(table: CsvTable, entries: tuple[RosterEntry, ...]) -> None:
    """Add a problem for each id that occurs twice or is merged into none of the roster."""
    first_lines: dict[str, int | None] = {}
    for row, entry in zip(table.rows, entries, strict=False):
        key = entry.id.casefold()
        if key in first_lines:
            table.problems.append(row["id"].problem("table.id_twice", line=first_lines[key]))
        first_lines.setdefault(key, row.location.line)
    for row, entry in zip(table.rows, entries, strict=False):
        into = (entry.merged_into or "").casefold()
        if into and (into not in first_lines or into == entry.id.casefold()):
            table.problems.append(row["merged_into"].problem("table.merged_nowhere"))
