"""The ledger as it is read: a workbook, a table and JSON, with a row per file and institution."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from cssa.batch.intake.reading import placeless
from cssa.batch.json_stream import json_lines
from cssa.batch.ledger.entries import FILE_STATES, INSTITUTION_STATES, Filing, Ledger, LedgerRow
from cssa.datafile.csv_table import write_csv_table
from cssa.engine.aggregate import rounded
from cssa.errors import Problem
from cssa.excel.sheet import SheetColumn, Value
from cssa.excel.table_book import SheetTable, write_tables
from cssa.messages import Lang, message
from cssa.messages.problems import describe_all

_FILE: Mapping[str, tuple[float, str]] = {
    "state": (18, "cell"),
    "institution": (17, "cell"),
    "name": (22, "cell"),
    "path": (36, "cell"),
    "reasons": (60, "cell"),
    "marks": (26, "cell"),
    "received_at": (19, "cell"),
    "channel": (12, "cell"),
    "sender": (20, "cell"),
    "version": (6, "count"),
    "sha256": (70, "cell"),
}
"""Columns of the files, each with its width and what it holds."""

_INSTITUTION: Mapping[str, tuple[float, str]] = {
    "state": (18, "cell"),
    "institution": (17, "cell"),
    "name": (22, "cell"),
    "sector": (20, "cell"),
    "bureau": (18, "cell"),
    "route": (22, "cell"),
    "path": (36, "cell"),
    "received_at": (19, "cell"),
    "extended_to": (14, "date"),
    "merged_into": (17, "cell"),
    "marks": (26, "cell"),
    "coverage": (10, "one_decimal"),
    "statistics": (24, "cell"),
}

_OF_SECTORS = frozenset(
    ("batch.other_sector", "batch.identity.sector", "batch.identity.other_file.sector")
)
"""Reasons that name sub-sectors."""

_Values = Mapping[str, Value]


class LedgerExport(NamedTuple):
    """A ledger in one language.

    Attributes:
        ignored: paths of what was left unread.
        sectors: titles of the sub-sectors by id.
        source: whose ledger it is, such as the campaign's title.
    """

    ledger: Ledger
    ignored: Sequence[str]
    as_of: date
    sectors: Mapping[str, str]
    source: str
    lang: Lang

    def workbook(self) -> bytes:
        """Return the ledger as a workbook: institutions first, for that is what is worked on."""
        title = self._word("batch.ledger.title")
        tables = [
            self._table("institutions", _INSTITUTION, map(self._institution, self._institutions)),
            self._table("files", _FILE, map(self._file, self.ledger.filings)),
        ]
        return write_tables(tables, self.lang, title=title, source=self.source)

    def csv(self) -> bytes:
        """Return the ledger as one table: the institutions, then the files."""
        codes = list(dict.fromkeys(("kind", *_INSTITUTION, *_FILE)))
        rows = [
            *({"kind": "institution", **self._institution(one)} for one in self._institutions),
            *({"kind": "file", **self._file(one)} for one in self.ledger.filings),
        ]
        return write_csv_table(codes, ([row.get(code) for code in codes] for row in rows))

    def document(self) -> bytes:
        """Return the ledger as JSON: codes throughout, and each reason in words too."""
        ledger = self.ledger
        return json_lines(
            {
                "schema": "cssa.ledger/1",
                "campaign": ledger.campaign,
                "as_of": self.as_of.isoformat(),
                "totals": {
                    "files": ledger.found,
                    "filings": len(ledger.filings),
                    "file_states": {one: ledger.file_states[one] for one in FILE_STATES},
                    "expected": len(ledger.institutions),
                    "institution_states": {
                        one: ledger.institution_states[one] for one in INSTITUTION_STATES
                    },
                    "in_statistics": sum(one.in_statistics for one in ledger.institutions),
                    "ignored": len(self.ignored),
                },
                "institutions": map(_plain_institution, ledger.institutions),
                "files": map(self._plain_file, ledger.filings),
                "ignored": self.ignored,
                "receipts_without_file": ledger.unseen,
            }
        )

    @property
    def _institutions(self) -> Sequence[LedgerRow]:
        return self.ledger.institutions

    def _word(self, code: str, **params: object) -> str:
        return message(self.lang, code, params)

    def _table(
        self, name: str, columns: Mapping[str, tuple[float, str]], rows: Iterable[_Values]
    ) -> SheetTable:
        counts = self.ledger.file_states if name == "files" else self.ledger.institution_states
        order: Sequence[str] = FILE_STATES if name == "files" else INSTITUTION_STATES
        told = [
            self._word(
                "batch.ledger.count", state=self._word(f"batch.state.{one}"), count=counts[one]
            )
            for one in order
            if counts[one]
        ]
        total = self._word(f"batch.ledger.{name}", count=counts.total(), found=self.ledger.found)
        return SheetTable(
            sheet=self._word(f"batch.table.{name}"),
            title=self._word("batch.ledger.title"),
            notes=[total, " / ".join(told)],
            columns=[
                SheetColumn(self._word(f"batch.column.{code}"), width, style)
                for code, (width, style) in columns.items()
            ],
            rows=([row[code] for code in columns] for row in rows),
            frozen=3,
        )

    def _file(self, one: Filing) -> _Values:
        return {
            "state": self._word(f"batch.state.{one.state}"),
            "institution": one.institution or "",
            "name": one.name,
            "path": one.path,
            "reasons": "\n".join(self._reasons(one.reasons)),
            "marks": self._marks(one.marks),
            "received_at": f"{one.received_at:%Y-%m-%d %H:%M}" if one.received_at else "",
            "channel": one.channel,
            "sender": one.sender,
            "version": one.version,
            "sha256": one.sha256,
        }

    def _institution(self, one: LedgerRow) -> _Values:
        counted = "yes" if one.in_statistics else one.left_out or "none"
        return {
            "state": self._word(f"batch.state.{one.state}"),
            "institution": one.id,
            "name": one.name,
            "sector": self.sectors.get(one.sector, one.sector),
            "bureau": one.bureau,
            "route": one.route,
            "path": one.path or "",
            "received_at": f"{one.received_at:%Y-%m-%d %H:%M}" if one.received_at else "",
            "extended_to": one.extended_to,
            "merged_into": one.merged_into or "",
            "marks": self._marks(one.marks),
            "coverage": None if one.coverage is None else rounded(one.coverage * 100, 1),
            "statistics": self._word(f"batch.statistics.{counted}"),
        }

    def _marks(self, marks: Iterable[str]) -> str:
        return " / ".join(self._word(f"batch.mark.{one}") for one in marks)

    def _reasons(self, reasons: Iterable[Problem]) -> list[str]:
        """Return reasons in words, with the places inside the file and without its path."""
        return describe_all((placeless(self._titled(one)) for one in reasons), self.lang)

    def _titled(self, reason: Problem) -> Problem:
        """Return a reason with the titles of the sub-sectors that it names by id."""
        if reason.code not in _OF_SECTORS:
            return reason
        titled = {name: self.sectors.get(str(one), one) for name, one in reason.params.items()}
        return reason._replace(params=titled)

    def _plain_file(self, one: Filing) -> dict[str, Any]:
        return {
            "path": one.path,
            "sha256": one.sha256,
            "state": one.state,
            "institution": one.institution,
            "name": one.name,
            "claimed": one.claimed and one.claimed._asdict(),
            "suggested": one.suggested,
            "received_at": one.received_at and one.received_at.isoformat(timespec="seconds"),
            "channel": one.channel,
            "sender": one.sender,
            "version": one.version,
            "marks": one.marks,
            "reasons": [
                {"code": reason.code, "text": text}
                for reason in one.reasons
                for text in self._reasons([reason])
            ],
        }


def _plain_institution(one: LedgerRow) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "sector": one.sector,
        "bureau": one.bureau,
        "route": one.route,
        "state": one.state,
        "path": one.path,
        "sha256": one.effective and one.effective.sha256,
        "received_at": one.received_at and one.received_at.isoformat(timespec="seconds"),
        "extended_to": one.extended_to and one.extended_to.isoformat(),
        "merged_into": one.merged_into,
        "marks": one.marks,
        "coverage": rounded(one.coverage),
        "in_statistics": one.in_statistics,
        "left_out": one.left_out,
    }
