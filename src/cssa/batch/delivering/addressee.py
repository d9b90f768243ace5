"""What an institution gets, and the check that every file of it is the institution's."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cssa.batch.ledger.entries import Filing, LedgerRow
from cssa.batch.outputs.feedback import feedback_name
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.outputs.returns import Return, owner_of
from cssa.batch.outputs.sending_folder import sha256_of
from cssa.errors import Problem
from cssa.messages import LANGS, message
from cssa.reports.formats.kinds import FeedbackFormat

_RETURNED = "returns"
"""Folder of a package with what has to be corrected or sent again."""


class Parcel(NamedTuple):
    """The files for an institution, and what is in the way of handing them out.

    Attributes:
        contents: by their name in the package.
        mismatches: files that are not as the last run wrote them, or not the institution's.
    """

    row: LedgerRow
    contents: Mapping[str, bytes]
    mismatches: tuple[Problem, ...]

    @property
    def has_feedback(self) -> bool:
        """Whether a feedback report is among the files."""
        return any(not name.startswith(f"{_RETURNED}/") for name in self.contents)

    @property
    def has_returns(self) -> bool:
        """Whether anything that has to be corrected or sent again is among the files."""
        return any(name.startswith(f"{_RETURNED}/") for name in self.contents)


class ParcelMaker:
    """Gathers the files for each institution and checks them.

    Args:
        folder: the batch's.
        outputs: hashes of what the last run wrote, by name.
        formats: of the feedback.
        returned: what goes back, by the institution's id.
    """

    def __init__(
        self,
        folder: OutFolder,
        outputs: Mapping[str, str],
        formats: tuple[FeedbackFormat, ...],
        returned: Mapping[str, Return],
    ) -> None:
        self._folder = folder
        self._outputs = outputs
        self._formats = formats
        self._returned = returned

    def parcel(self, row: LedgerRow) -> Parcel | None:
        """Return what an institution gets; None where there is nothing for it."""
        contents: dict[str, bytes] = {}
        mismatches: list[Problem] = []
        files = (*self._feedback(row), *self._returns(row))
        for name, place, problem in files:
            data = self._folder.read(name)
            if data is None or self._outputs.get(name) != sha256_of(data):
                mismatches.append(Problem("batch.deliver.mismatch.altered", {"file": name}))
                continue
            contents[place] = data
            mismatches += problem(data)
        return Parcel(row, contents, tuple(mismatches)) if files else None

    def _feedback(self, row: LedgerRow) -> Iterator[tuple[str, str, "_Check"]]:
        if row.effective is None:
            return
        for format_ in self._formats:
            name = feedback_name(row.id, format_)
            yield name, f"feedback{format_.suffix}", _Check(name, row.id, format_)

    def _returns(self, row: LedgerRow) -> Iterator[tuple[str, str, "_Check"]]:
        item = self._returned.get(row.id)
        if item is None:
            return
        filings = {filing.sha256: filing for filing in item.filings}
        names = {
            item.letter: None,
            **{name: filings[sha256] for sha256, name in item.marked.items()},
        }
        for name, filing in names.items():
            place = f"{_RETURNED}/{name.rpartition('/')[2]}"
            yield name, place, _Check(name, row.id, filing)


def _place(name: str) -> str:
    """Return the name in a package of what goes back."""
    return f"{_RETURNED}/{name.rpartition('/')[2]}"


class _Check(NamedTuple):
    """The check of a file by what states whose it is.

    Attributes:
        stated_by: the format of feedback; the file of which a form with marks was made; None for
            a letter.
    """

    name: str
    institution: str
    stated_by: FeedbackFormat | Filing | None

    def __call__(self, data: bytes) -> list[Problem]:
        """Return what speaks against the file's being the institution's."""
        if self.stated_by is None:
            stated = self.institution if _is_named(data, self.institution) else None
        elif isinstance(self.stated_by, Filing):
            stated = owner_of(self.stated_by)
        else:
            stated = self.stated_by.addressee(data)
        if stated is None:
            return [Problem("batch.deliver.mismatch.none", {"file": self.name})]
        if stated.casefold() != self.institution.casefold():
            params = {"file": self.name, "found": stated}
            return [Problem("batch.deliver.mismatch.other", params)]
        return []


def _is_named(letter: bytes, institution: str) -> bool:
    """Return whether a letter is about an institution."""
    lines = letter.decode("utf-8-sig", errors="replace").splitlines()
    endings = tuple(
        message(lang, "batch.letter.institution", {"name": "\n", "id": institution}).partition(
            "\n"
        )[2]
        for lang in LANGS
    )
    return any(line.endswith(endings) for line in lines)
