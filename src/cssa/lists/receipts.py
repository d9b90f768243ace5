"""The list of receipts: which file came when, from whom, and for whom."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from cssa.datafile.csv_table import (
    CsvCell,
    CsvColumn,
    CsvRow,
    CsvTable,
    read_csv_table,
    write_csv_table,
)
from cssa.lists.roster import read_id

COLUMNS = (
    CsvColumn("path", required=True),
    CsvColumn("received_at", required=True),
    CsvColumn("channel"),
    CsvColumn("sender"),
    CsvColumn("version"),
    CsvColumn("institutions"),
)

_VERSION = re.compile(r"[1-9][0-9]{0,5}")
_SEPARATOR = ";"


class Receipt(NamedTuple):
    """A file as it came in.

    Attributes:
        path: the file's name below the folder it was put in, steps divided by ``/``.
        received_at: local time.
        version: the sender's count of its own attempts; None where nobody counted.
        institutions: ids of those it is filed for; empty where the form itself tells.
    """

    path: str
    received_at: datetime
    channel: str = ""
    sender: str = ""
    version: int | None = None
    institutions: tuple[str, ...] = ()


def read_receipts(data: bytes, path: str) -> tuple[Receipt, ...]:
    """Read a list of receipts.

    Args:
        data: CSV.
        path: the input's name for messages.

    Raises:
        InputError: with every problem found.
    """
    table = read_csv_table(data, path, COLUMNS)
    receipts = table.parse_rows(lambda row: _receipt(row, table))
    first: dict[str, int | None] = {}
    for row, receipt in zip(table.rows, receipts, strict=False):
        if receipt.path and receipt.path in first:
            params = {"line": first[receipt.path]}
            table.problems.append(row["path"].problem("table.file_twice", **params))
        first.setdefault(receipt.path, row.location.line)
    table.raise_problems()
    return receipts


def write_receipts(receipts: Iterable[Receipt]) -> bytes:
    """Return a list of receipts as CSV."""
    return write_csv_table(
        [column.code for column in COLUMNS],
        (
            [
                receipt.path,
                # With a T between them spreadsheets leave day and time, seconds included, alone.
                receipt.received_at.isoformat(timespec="seconds"),
                receipt.channel,
                receipt.sender,
                receipt.version,
                _SEPARATOR.join(receipt.institutions),
            ]
            for receipt in receipts
        ),
    )


def _receipt(row: CsvRow, table: CsvTable) -> Receipt:
    path, when = row["path"], row["received_at"]
    if not path.text.strip():
        table.problems.append(path.problem("table.blank"))
    if when.timestamp is None:
        table.problems.append(when.problem("table.not_a_moment"))
    return Receipt(
        path=path.text.strip().replace("\\", "/"),
        received_at=when.timestamp or datetime.min,  # noqa: DTZ901 - stands for a refused one
        channel=row["channel"].text.strip(),
        sender=row["sender"].text.strip(),
        version=_version(row["version"], table),
        institutions=_institutions(row["institutions"], table),
    )


def _version(cell: CsvCell, table: CsvTable) -> int | None:
    if not cell.normalized:
        return None
    if not _VERSION.fullmatch(cell.normalized):
        table.problems.append(cell.problem("table.not_a_version"))
        return None
    return int(cell.normalized)


def _institutions(cell: CsvCell, table: CsvTable) -> tuple[str, ...]:
    named = [one.strip() for one in cell.normalized.split(_SEPARATOR)]
    ids = [read_id(cell, one, table.problems) for one in named if one]
    twice = next((one for one in ids if [x.casefold() for x in ids].count(one.casefold()) > 1), "")
    if twice:
        table.problems.append(cell.problem("table.named_twice", found=twice))
    return tuple(ids)
