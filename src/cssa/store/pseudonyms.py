"""Institutions without their names: the same pseudonym under the same key, and not a word else."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from cssa.store.rows import (
    CampaignRecords,
    FileRow,
    InstitutionRow,
    ProblemRow,
    SubmissionRecords,
)

_LENGTH = 20
"""Characters kept, of five bits each."""

_Row = TypeVar("_Row")


def pseudonym(key: bytes, institution_id: str) -> str:
    """Return what stands for an institution; without the key nobody can tell which.

    Args:
        key: kept apart from the store; the same one gives the same pseudonyms every year.
        institution_id: told apart by case no more than elsewhere.
    """
    digest = hmac.digest(key, institution_id.casefold().encode(), hashlib.sha256)
    return base64.b32encode(digest).decode()[:_LENGTH]


def pseudonymised(records: CampaignRecords, key: bytes) -> CampaignRecords:
    """Return a campaign with pseudonyms for institutions and files, and without words of theirs.

    Names, notes, reasons, senders, times of day and the values of problems are left out, and so are
    sizes and hashes of files, which tell who it is to anyone who has a list of sizes or the file.
    A campaign that is pseudonymous already stays as it is.
    """
    if records.campaign.pseudonymous:
        return records
    veil = _Pseudonymizer(key)
    return records._replace(
        campaign=records.campaign._replace(pseudonymous=True),
        institutions=_MappedRows(records.institutions, veil.institution),
        files=_MappedRows(records.files, veil.file),
        problems=_MappedRows(records.problems, veil.problem),
        submissions=_MappedRows(records.submissions, veil.submission),
    )


@dataclass(frozen=True)
class _MappedRows(Generic[_Row]):
    """Rows that are changed while they are gone through."""

    rows: Iterable[_Row]
    change: Callable[[_Row], _Row]

    def __iter__(self) -> Iterator[_Row]:
        return map(self.change, self.rows)


class _Pseudonymizer:
    """Takes away from rows what tells whose they are."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def institution(self, row: InstitutionRow) -> InstitutionRow:
        return row._replace(id=pseudonym(self._key, row.id), name=None, size=None)

    def file(self, row: FileRow) -> FileRow:
        return row._replace(
            path=self._path(row.path),
            sha256=None,
            institutions=tuple(pseudonym(self._key, one) for one in row.institutions),
            received_at=row.received_at and row.received_at[:10],
            sender=None,
        )

    def problem(self, row: ProblemRow) -> ProblemRow:
        return row._replace(file=self._path(row.file), params={}, place="")

    def submission(self, records: SubmissionRecords) -> SubmissionRecords:
        row = records.row
        return SubmissionRecords(
            row._replace(
                institution=pseudonym(self._key, row.institution),
                file=None if row.file is None else self._path(row.file),
            ),
            [one._replace(note=None, reason=None) for one in records.answers],
            records.scores,
        )

    def _path(self, path: str) -> str:
        """Return what stands for a file: its name tells whose it is, and so would its place."""
        return pseudonym(self._key, f"file/{path}")
