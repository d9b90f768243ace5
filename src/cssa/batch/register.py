"""The ledger as tables: one row per file, one per institution."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any, NamedTuple

from cssa.batch.ledger import FILE_STATES, INSTITUTION_STATES, Filing, InstitutionRow, Ledger
from cssa.batch.reading import placeless
from cssa.engine.figures import rounded
from cssa.errors import Problem
from cssa.messages import Lang, say
from cssa.messages.problems import describe_all

Value = str | int | float | date | datetime | None


class Table(NamedTuple):
    """A table in one language.

    Attributes:
        codes: of its columns.
        headings: of its columns.
    """

    title: str
    codes: tuple[str, ...]
    headings: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


_FILE = (
    "state", "institution", "name", "path", "reasons", "marks", "received_at", "channel", "sender",
    "version", "sha256",
)  # fmt: skip
_INSTITUTION = (
    "state", "institution", "name", "sector", "bureau", "route", "path", "received_at",
    "extended_to", "merged_into", "marks", "coverage", "statistics",
)  # fmt: skip


def tables(ledger: Ledger, sectors: Mapping[str, str], lang: Lang) -> tuple[Table, Table]:
    """Return the files and the institutions.

    Args:
        ledger: what became of them.
        sectors: titles of the sub-sectors.
        lang: language of the words.
    """
    files = [_file(one, lang) for one in ledger.filings]
    institutions = [_institution(one, sectors, lang) for one in ledger.institutions]
    return (
        Table(say(lang, "batch.table.files"), _FILE, _headings(_FILE, lang), files),
        Table(
            say(lang, "batch.table.institutions"),
            _INSTITUTION,
            _headings(_INSTITUTION, lang),
            institutions,
        ),
    )


def document(ledger: Ledger, ignored: Iterable[str], as_of: date, lang: Lang) -> bytes:
    """Return the ledger as JSON: codes throughout, and each reason in words too."""
    ignored = list(ignored)
    value = {
        "schema": "cssa.ledger/1",
        "campaign": ledger.campaign,
        "as_of": as_of.isoformat(),
        "totals": {
            "files": ledger.found,
            "filings": len(ledger.filings),
            "file_states": {one: ledger.file_states[one] for one in FILE_STATES},
            "expected": len(ledger.institutions),
            "institution_states": {
                one: ledger.institution_states[one] for one in INSTITUTION_STATES
            },
            "in_statistics": sum(one.in_statistics for one in ledger.institutions),
            "ignored": len(ignored),
        },
        "files": [_plain_file(one, lang) for one in ledger.filings],
        "institutions": [_plain_institution(one) for one in ledger.institutions],
        "ignored": ignored,
        "receipts_without_file": list(ledger.unseen),
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _headings(codes: Sequence[str], lang: Lang) -> tuple[str, ...]:
    return tuple(say(lang, f"batch.column.{code}") for code in codes)


def _file(one: Filing, lang: Lang) -> list[Value]:
    return [
        say(lang, f"batch.state.{one.state}"),
        one.institution or "",
        one.name,
        one.path,
        "\n".join(_worded(one.reasons, lang)),
        _marks(one.marks, lang),
        one.received_at,
        one.channel,
        one.sender,
        one.version,
        one.sha256,
    ]


def _institution(one: InstitutionRow, sectors: Mapping[str, str], lang: Lang) -> list[Value]:
    counted = "yes" if one.in_statistics else one.left_out or "none"
    return [
        say(lang, f"batch.state.{one.state}"),
        one.id,
        one.name,
        sectors.get(one.sector, one.sector),
        one.bureau,
        one.route,
        one.path or "",
        one.received_at,
        one.extended_to,
        one.merged_into or "",
        _marks(one.marks, lang),
        _percent(one.coverage),
        say(lang, f"batch.statistics.{counted}"),
    ]


def _marks(marks: Iterable[str], lang: Lang) -> str:
    return " / ".join(say(lang, f"batch.mark.{one}") for one in marks)


def _percent(share: Fraction | None) -> float | None:
    return None if share is None else rounded(share * 100)


def _worded(reasons: Iterable[Problem], lang: Lang) -> list[str]:
    """Return reasons in words, with the places in the file and without the file."""
    return describe_all(map(placeless, reasons), lang)


def _plain_file(one: Filing, lang: Lang) -> dict[str, Any]:
    return {
        "path": one.path,
        "sha256": one.sha256,
        "state": one.state,
        "institution": one.institution,
        "name": one.name,
        "claimed": one.claimed and one.claimed._asdict(),
        "received_at": one.received_at and one.received_at.isoformat(timespec="seconds"),
        "channel": one.channel,
        "sender": one.sender,
        "version": one.version,
        "marks": one.marks,
        "reasons": [
            {"code": reason.code, "text": text}
            for reason in one.reasons
            for text in _worded([reason], lang)
        ],
    }


def _plain_institution(one: InstitutionRow) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "sector": one.sector,
        "bureau": one.bureau,
        "route": one.route,
        "state": one.state,
        "path": one.path,
        "sha256": one.standing and one.standing.sha256,
        "received_at": one.received_at and one.received_at.isoformat(timespec="seconds"),
        "extended_to": one.extended_to and one.extended_to.isoformat(),
        "merged_into": one.merged_into,
        "marks": one.marks,
        "coverage": None if one.coverage is None else rounded(one.coverage),
        "in_statistics": one.in_statistics,
        "left_out": one.left_out,
    }
