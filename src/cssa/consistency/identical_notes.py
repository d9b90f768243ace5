"""Queries on notes that are the same, word for word, at several institutions."""

import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from cssa.consistency.queries import Query
from cssa.messages.visible import first_few

MIN_LENGTH = 20
"""Characters, blanks not counted, from which a note that is the same is queried."""

MAX_NAMED = 5
"""Number of other institutions that a query names; it counts them all."""

_BUCKETS = 256


class InstitutionNote(NamedTuple):
    """An institution's note on a practice.

    Attributes:
        institution: its id.
        shares_centre: whether a centre that several institutions share performs the practice.
        practice: the practice's id.
        note: the note as written.
    """

    institution: str
    shares_centre: bool
    practice: str
    note: str


def identical_notes(notes: Iterable[InstitutionNote]) -> tuple[Query, ...]:
    """Return a query for each note that another institution has too, word for word.

    Institutions that all share a centre may well write the same: there is no query on them. Notes
    are read once and not kept: each takes the memory of two numbers.

    Args:
        notes: the notes of all institutions of a campaign, in any order.

    Returns:
        The queries by institution and practice.
    """
    buckets = _NoteBuckets()
    for note in notes:
        text = _normalised(note.note)
        if len(text) >= MIN_LENGTH:
            buckets.add(note, text)
    queries = [query for authors in buckets.identical() for query in _queries(authors)]
    return tuple(sorted(queries, key=lambda query: (query.institution, query.practice or "")))


def _normalised(note: str) -> str:
    """Return a note as it is compared: full-width forms, case and blanks do not count."""
    return "".join(unicodedata.normalize("NFKC", note).split()).casefold()


_Author = tuple[str, bool, str]
"""Institution, whether it shares a centre, and practice of a note."""


class _NoteBuckets:
    """Notes as numbers, in buckets so that one at a time is searched for identical ones."""

    def __init__(self) -> None:
        self._hashes = [array("Q") for _ in range(_BUCKETS)]
        self._authors = [array("Q") for _ in range(_BUCKETS)]
        self._institutions: dict[tuple[str, bool], int] = {}
        self._practices: dict[str, int] = {}

    def add(self, note: InstitutionNote, text: str) -> None:
        """Add a note.

        Args:
            note: whose it is, and on which practice.
            text: the note, normalised.
        """
        data = f"{note.practice}\0{text}".encode("utf-8", "surrogatepass")
        digest = int.from_bytes(blake2b(data, digest_size=8).digest(), "big")
        author = (note.institution, note.shares_centre)
        institution = self._institutions.setdefault(author, len(self._institutions))
        practice = self._practices.setdefault(note.practice, len(self._practices))
        self._hashes[digest % _BUCKETS].append(digest)
        self._authors[digest % _BUCKETS].append(institution << 32 | practice)

    def identical(self) -> Iterator[list[_Author]]:
        """Yield the authors of each note that was added more than once."""
        institutions, practices = list(self._institutions), list(self._practices)
        for hashes, authors in zip(self._hashes, self._authors, strict=True):
            by_hash: dict[int, list[int]] = {}
            for digest, author in zip(hashes, authors, strict=True):
                by_hash.setdefault(digest, []).append(author)
            for same in by_hash.values():
                if len(same) > 1:
                    yield [
                        (*institutions[author >> 32], practices[author & 0xFFFFFFFF])
                        for author in same
                    ]


def _queries(authors: list[_Author]) -> Iterator[Query]:
    institutions = sorted({institution for institution, _, _ in authors})
    if len(institutions) == 1 or all(shares_centre for _, shares_centre, _ in authors):
        return
    practice = authors[0][2]
    for institution in institutions:
        others = [candidate for candidate in institutions if candidate != institution]
        named = first_few(others, MAX_NAMED)
        yield Query(institution, practice, "same_note", {"count": len(others), "others": named})
