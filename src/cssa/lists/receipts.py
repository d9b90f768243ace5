"""The list of receipts: which file was received when, from whom, and for whom."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Literal, NamedTuple, cast, get_args

from cssa.datafile.csv_table import (
    CsvCell,
    CsvColumn,
    CsvRow,
    CsvTable,
    choices,
    read_csv_table,
    write_csv_table,
)
from cssa.lists.roster import read_institution_id
from cssa.messages import LANGS, message
from cssa.messages.wording import CodedWord

Decision = Literal["take", "merge", "leave"]
"""What the issuer decided on a file: its answers count alone, are added to the earlier ones, or do
not count."""

COLUMNS = (
    CsvColumn("path", required=True),
    CsvColumn("received_at", required=True),
    CsvColumn("channel"),
    CsvColumn("sender"),
    CsvColumn("version"),
    CsvColumn("institutions"),
    CsvColumn("decision"),
)

_VERSION = re.compile(r"[1-9][0-9]{0,5}")
_SEPARATOR = ";"


class Receipt(NamedTuple):
    """A file that was received.

    Attributes:
        path: of the file below the folder of all files, divided by ``/``.
        received_at: local time.
        channel: by which it came, in the issuer's own words.
        sender: who sent it, in the issuer's own words.
        version: as the sender counts them; None where that is not known.
        institutions: ids of those it was filed for; empty where only the form names them.
        decision: on which of an institution's files count; None where the rules decide.
    """

    path: str
    received_at: datetime
    channel: str = ""
    sender: str = ""
    version: int | None = None
    institutions: tuple[str, ...] = ()
    decision: Decision | None = None


def read_receipts(data: bytes, path: str) -> tuple[Receipt, ...]:
    """Read a list of receipts.

    A file may have several lines, as when a second delivery has the name of the first; they must
    not name different institutions for it.

    Args:
        data: CSV.
        path: the input's name for messages.

    Raises:
        InputError: with all problems of the table.
    """
    table = read_csv_table(data, path, COLUMNS)
    receipts = table.parse_rows(lambda row: _receipt(row, table))
    firsts: dict[str, tuple[Receipt, int | None]] = {}
    for row, receipt in zip(table.rows, receipts, strict=False):
        path_key = unicodedata.normalize("NFC", receipt.path)
        first, line = firsts.setdefault(path_key, (receipt, row.location.line))
        if first.path and _filed_for(first) != _filed_for(receipt):
            table.problems.append(row["path"].problem("table.file_twice", line=line))
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
                receipt.decision,
            ]
            for receipt in receipts
        ),
    )


def _receipt(row: CsvRow, table: CsvTable) -> Receipt:
    path, received_at = row["path"], row["received_at"]
    if not path.text.strip():
        table.problems.append(path.problem("table.blank"))
    if received_at.timestamp is None:
        table.problems.append(received_at.problem("table.not_a_moment"))
    return Receipt(
        path=path.text.strip().replace("\\", "/"),
        received_at=received_at.timestamp or datetime.min,  # noqa: DTZ901 - stands for a refused one
        channel=row["channel"].text.strip(),
        sender=row["sender"].text.strip(),
        version=_version(row["version"], table),
        institutions=_institutions(row["institutions"], table),
        decision=_decision(row["decision"], table),
    )


def _filed_for(receipt: Receipt) -> frozenset[str]:
    return frozenset(map(str.casefold, receipt.institutions))


def _version(cell: CsvCell, table: CsvTable) -> int | None:
    if not cell.normalized:
        return None
    if not _VERSION.fullmatch(cell.normalized):
        table.problems.append(cell.problem("table.not_a_version"))
        return None
    return int(cell.normalized)


def _institutions(cell: CsvCell, table: CsvTable) -> tuple[str, ...]:
    texts = [text.strip() for text in cell.normalized.split(_SEPARATOR)]
    ids = [read_institution_id(cell, text, table.problems) for text in texts if text]
    counts = Counter(id_.casefold() for id_ in ids)
    repeated = next((id_ for id_ in ids if counts[id_.casefold()] > 1), None)
    if repeated is not None:
        table.problems.append(cell.problem("table.named_twice", found=repeated))
    return tuple(ids)


def _decision(cell: CsvCell, table: CsvTable) -> Decision | None:
    if not cell.normalized:
        return None
    for decision in get_args(Decision):
        words = (decision, *(message(lang, f"table.decision.{decision}") for lang in LANGS))
        if cell.normalized.casefold() in (word.casefold() for word in words):
            return cast("Decision", decision)
    titles = {code: CodedWord(f"table.decision.{code}") for code in get_args(Decision)}
    table.problems.append(cell.problem("table.unknown_decision", known=choices(titles)))
    return None
