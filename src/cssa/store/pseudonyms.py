"""Pseudonyms for institutions: the same under the same key, with all that identifies left out."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from cssa.store.rows import (
    AnswerRow,
    CampaignRecords,
    FileRow,
    InstitutionRow,
    ProblemRow,
    SubmissionRecords,
)

_LENGTH = 20
"""Characters of a pseudonym, of five bits each."""

_Row = TypeVar("_Row")


def pseudonym(key: bytes, institution_id: str) -> str:
    """Return the pseudonym of an institution; without the key nobody can find out whose it is.

    Args:
        key: to be stored apart from the store; the same one gives the same pseudonyms every year.
        institution_id: in upper or lower case, which make no difference.
    """
    digest = hmac.digest(key, institution_id.casefold().encode(), hashlib.sha256)
    return base64.b32encode(digest).decode()[:_LENGTH]


def pseudonymize(records: CampaignRecords, key: bytes) -> CampaignRecords:
    """Return a campaign with pseudonyms for institutions and files, and without their texts.

    Names, those of rows included, notes, reasons, written answers, senders, times of day and the
    values of problems are left out, and so are sizes, bureau, route, group, extensions, form
    numbers and hashes of files, which identify an institution to anyone who has the roster, a list
    of sizes or the file. A campaign that is pseudonymous already is returned unchanged.

    Args:
        records: the campaign.
        key: of the pseudonyms.
    """
    if records.campaign.pseudonymous:
        return records
    pseudonymizer = _Pseudonymizer(key)
    return records._replace(
        campaign=records.campaign._replace(pseudonymous=True),
        institutions=_MappedRows(records.institutions, pseudonymizer.institution),
        files=_MappedRows(records.files, pseudonymizer.file),
        problems=_MappedRows(records.problems, pseudonymizer.problem),
        submissions=_MappedRows(records.submissions, pseudonymizer.submission),
    )


@dataclass(frozen=True)
class _MappedRows(Generic[_Row]):
    """Rows that are changed while they are iterated over."""

    rows: Iterable[_Row]
    change: Callable[[_Row], _Row]

    def __iter__(self) -> Iterator[_Row]:
        return map(self.change, self.rows)


class _Pseudonymizer:
    """Removes from rows what identifies an institution."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def institution(self, row: InstitutionRow) -> InstitutionRow:
        return row._replace(
            id=pseudonym(self._key, row.id),
            name=None,
            size=None,
            bureau=None,
            route=None,
            roster_group=None,
            extended_to=None,
            extension_reason=None,
            extension_approved_by=None,
        )

    def file(self, row: FileRow) -> FileRow:
        return row._replace(
            path=self._path(row.path),
            sha256=None,
            institutions=tuple(pseudonym(self._key, id_) for id_ in row.institutions),
            received_at=row.received_at and row.received_at[:10],
            sender=None,
            form_number=None,
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
            list(map(_without_words, records.answers)),
            records.scores,
        )

    def _path(self, path: str) -> str:
        """Return the pseudonym of a file, whose name and folder can identify the institution."""
        return pseudonym(self._key, f"file/{path}")


def _without_words(answer: AnswerRow) -> AnswerRow:
    """Return an answer without what was written by people, the names of rows included."""
    rows = tuple(row._replace(name=None) for row in answer.rows)
    return answer._replace(note=None, reason=None, text=None, plan_owner=None, rows=rows)
