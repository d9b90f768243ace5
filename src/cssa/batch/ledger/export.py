"""Exports the ledger as workbook, CSV and JSON, with a row per file and institution."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from cssa.answers.handling import UNSPECIFIED, Handling
from cssa.batch.intake.reading import placeless
from cssa.batch.json_stream import json_lines
from cssa.batch.ledger.entries import FILE_STATES, INSTITUTION_STATES, Filing, Ledger, LedgerRow
from cssa.batch.ledger.mail_filings import MAIL_CHANNEL
from cssa.batch.removals import AcceptedRemoval
from cssa.consistency.former_answers import Unchanged
from cssa.datafile.csv_table import write_csv_table
from cssa.engine.aggregate import rounded
from cssa.errors import Problem
from cssa.excel.sheet import SheetColumn, Value
from cssa.excel.table_book import SheetTable, write_tables
from cssa.messages import Lang, fitting, message
from cssa.messages.problems import describe_all
from cssa.messages.visible import one_line
from cssa.messages.wording import CodedWord, in_language

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
    "form_number": (16, "cell"),
    "sha256": (70, "cell"),
}
"""Columns of the files, each with its width in characters and its cell style."""

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
    "extension_reason": (24, "cell"),
    "extension_approved_by": (18, "cell"),
    "merged_into": (17, "cell"),
    "marks": (26, "cell"),
    "coverage": (10, "one_decimal"),
    "unchanged": (14, "cell"),
    "statistics": (24, "cell"),
}

_SECTOR_REASONS = frozenset(
    ("batch.other_sector", "batch.identity.sector", "batch.identity.other_file.sector")
)
"""Reasons that name sub-sectors."""

_LICENCE_REASON = "batch.identity.other_file.licence"

_Values = Mapping[str, Value]


class LedgerExport(NamedTuple):
    """A ledger in one language.

    Attributes:
        ignored: paths of files that were not read.
        sectors: titles of the sub-sectors by id.
        source: whose ledger it is, such as the campaign's title.
        unchanged: answers as in the previous campaign, by institution.
        licences: titles of the licences by id.
        handling: what the issuer lays down.
        base_date: of the campaign, where it states one.
        days: base date and evaluation date in words.
        removals: those that were accepted.
    """

    ledger: Ledger
    ignored: Sequence[str]
    as_of: date
    sectors: Mapping[str, str]
    source: str
    lang: Lang
    unchanged: Mapping[str, Unchanged] = {}
    licences: Mapping[str, str] = {}
    handling: Handling = UNSPECIFIED
    base_date: date | None = None
    days: CodedWord | None = None
    removals: Sequence[AcceptedRemoval] = ()

    def workbook(self) -> bytes:
        """Return the ledger as a workbook: institutions first, which users work on."""
        title = self._word("batch.ledger.title")
        tables = [
            self._table("institutions", _INSTITUTION, map(self._institution, self._institutions)),
            self._table("files", _FILE, map(self._file, self.ledger.filings)),
        ]
        handling = str(in_language(self.handling.mark, self.lang, message))
        return write_tables(tables, self.lang, title=title, source=self.source, handling=handling)

    def csv(self) -> bytes:
        """Return the ledger as one table: the institutions, then the files."""
        codes = list(dict.fromkeys(("kind", *_INSTITUTION, *_FILE)))
        rows = [
            *({"kind": "institution", **self._institution(row)} for row in self._institutions),
            *({"kind": "file", **self._file(filing)} for filing in self.ledger.filings),
        ]
        return write_csv_table(
            codes, ([_visible(code, row.get(code)) for code in codes] for row in rows)
        )

    def document(self) -> bytes:
        """Return the ledger as JSON: codes throughout, and each reason in words too."""
        ledger = self.ledger
        return json_lines(
            {
                "schema": "cssa.ledger/1",
                "campaign": ledger.campaign,
                "base_date": self.base_date and self.base_date.isoformat(),
                "as_of": self.as_of.isoformat(),
                "totals": {
                    "files": ledger.file_count,
                    "filings": len(ledger.filings),
                    "file_states": {state: ledger.file_states[state] for state in FILE_STATES},
                    "expected": len(ledger.institutions),
                    "institution_states": {
                        state: ledger.institution_states[state] for state in INSTITUTION_STATES
                    },
                    "in_statistics": sum(row.in_statistics for row in ledger.institutions),
                    "ignored": len(self.ignored),
                },
                "institutions": (
                    _plain_institution(row, self.unchanged.get(row.id))
                    for row in ledger.institutions
                ),
                "files": map(self._plain_file, ledger.filings),
                "ignored": self.ignored,
                "receipts_without_file": ledger.unmatched_receipts,
                "removals": (removal._asdict() for removal in self.removals),
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
        state_counts = [
            self._word(
                "batch.ledger.count", state=self._word(f"batch.state.{state}"), count=counts[state]
            )
            for state in order
            if counts[state]
        ]
        found = {"count": counts.total(), "found": self.ledger.file_count}
        is_plain = name == "files" and counts.total() == self.ledger.file_count
        code = "batch.ledger.files_only" if is_plain else f"batch.ledger.{name}"
        total = self._word(code, **fitting(code, found))
        return SheetTable(
            sheet=self._word(f"batch.table.{name}"),
            title=self._word("batch.ledger.title"),
            notes=[*self._days, total, " / ".join(state_counts), *self._removals(name)],
            columns=[
                SheetColumn(self._word(f"batch.column.{code}"), width, style)
                for code, (width, style) in columns.items()
            ],
            rows=([row[code] for code in columns] for row in rows),
            frozen=3,
        )

    @property
    def _days(self) -> list[str]:
        return [] if self.days is None else [str(in_language(self.days, self.lang, message))]

    def _removals(self, table: str) -> list[str]:
        """Return what was accepted to be removed, above the institutions."""
        return [
            self._word(
                "batch.ledger.removal",
                reason=one_line(removal.reason),
                institutions=len(removal.institutions),
                answers=removal.answers,
            )
            for removal in (self.removals if table == "institutions" else ())
        ]

    def _file(self, filing: Filing) -> _Values:
        return {
            "state": self._word(f"batch.state.{filing.state}"),
            "institution": filing.institution or "",
            "name": filing.name,
            "path": filing.path,
            "reasons": "\n".join(self._reasons(filing.reasons)),
            "marks": self._marks(filing.marks),
            "received_at": f"{filing.received_at:%Y-%m-%d %H:%M}" if filing.received_at else "",
            "channel": self._channel(filing),
            "sender": filing.sender,
            "version": filing.version,
            "form_number": filing.number,
            "sha256": "" if filing.state == "not_read" else filing.sha256,
        }

    def _channel(self, filing: Filing) -> str:
        """Return the channel as the list of receipts has it, or what is written without one."""
        is_by_mail = filing.channel == MAIL_CHANNEL
        return self._word("batch.channel.mail") if is_by_mail else filing.channel

    def _institution(self, row: LedgerRow) -> _Values:
        counted = "yes" if row.in_statistics else row.left_out or "none"
        return {
            "state": self._word(f"batch.state.{row.state}"),
            "institution": row.id,
            "name": row.name,
            "sector": self.sectors.get(row.sector, row.sector),
            "bureau": row.bureau,
            "route": row.route,
            "path": row.path or "",
            "received_at": f"{row.received_at:%Y-%m-%d %H:%M}" if row.received_at else "",
            "extended_to": row.extended_to,
            "extension_reason": row.extension_reason,
            "extension_approved_by": row.extension_approved_by,
            "merged_into": row.merged_into or "",
            "marks": self._marks(row.marks),
            "coverage": None if row.coverage is None else rounded(row.coverage * 100, 1),
            "unchanged": self._unchanged(row),
            "statistics": self._word(f"batch.statistics.{counted}"),
        }

    def _unchanged(self, row: LedgerRow) -> str:
        unchanged = self.unchanged.get(row.id)
        return "" if unchanged is None else f"{unchanged.same} / {unchanged.of}"

    def _marks(self, marks: Iterable[str]) -> str:
        return " / ".join(self._word(f"batch.mark.{mark}") for mark in marks)

    def _reasons(self, reasons: Iterable[Problem]) -> list[str]:
        """Return reasons in words, with the places inside the file and without its path."""
        return describe_all((placeless(self._titled(reason)) for reason in reasons), self.lang)

    def _titled(self, reason: Problem) -> Problem:
        """Return a reason with the titles of the sub-sectors or licences that it names by id."""
        if reason.code in _SECTOR_REASONS:
            titles = self.sectors
        elif reason.code == _LICENCE_REASON:
            titles = self.licences
        else:
            return reason
        titled = {name: titles.get(str(value), value) for name, value in reason.params.items()}
        return reason._replace(params=titled)

    def _plain_file(self, filing: Filing) -> dict[str, Any]:
        return {
            "path": filing.path,
            "sha256": None if filing.state == "not_read" else filing.sha256,
            "state": filing.state,
            "institution": filing.institution,
            "name": filing.name,
            "claimed": filing.claimed and filing.claimed._asdict(),
            "suggested": filing.suggested,
            "received_at": filing.received_at and filing.received_at.isoformat(timespec="seconds"),
            "channel": filing.channel,
            "sender": filing.sender,
            "version": filing.version,
            "form_number": filing.number or None,
            "marks": filing.marks,
            "reasons": [
                {"code": reason.code, "text": text}
                for reason in filing.reasons
                for text in self._reasons([reason])
            ],
        }


def _visible(column: str, value: Value) -> Value:
    """Return a value without characters that act on a terminal or change the order of writing."""
    if not isinstance(value, str):
        return value
    lines = value.split("\n") if column == "reasons" else [value]
    return "\n".join(map(one_line, lines))


def _plain_institution(row: LedgerRow, unchanged: Unchanged | None) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "sector": row.sector,
        "bureau": row.bureau,
        "route": row.route,
        "state": row.state,
        "path": row.path,
        "sha256": row.effective and row.effective.sha256,
        "received_at": row.received_at and row.received_at.isoformat(timespec="seconds"),
        "extended_to": row.extended_to and row.extended_to.isoformat(),
        "extension_reason": row.extension_reason or None,
        "extension_approved_by": row.extension_approved_by or None,
        "merged_into": row.merged_into,
        "marks": row.marks,
        "coverage": rounded(row.coverage),
        "unchanged": unchanged and unchanged._asdict(),
        "in_statistics": row.in_statistics,
        "left_out": row.left_out,
    }
