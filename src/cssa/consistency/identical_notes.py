"""Comments that are the same at institutions that do not work together."""

import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from cssa.consistency.queries import Query

SHORTEST = 20
"""Characters of a comment below which being the same says nothing."""

SHOWN = 5
"""Institutions that a query names for the issuer; it counts them all."""

_BUCKETS = 256


class Comment(NamedTuple):
    """What an institution wrote on a practice.

    Attributes:
        shares_centre: whether the practice is seen to by a centre that others use too.
    """

    institution: str
    shares_centre: bool
    practice: str
    note: str


def identical_notes(comments: Iterable[Comment]) -> tuple[Query, ...]:
    """Return a query for each comment that another institution has too, word for word.

    Institutions of which all share a centre may well write the same; they are not asked. Comments
    are gone through once and not kept: each takes the room of two numbers.
    """
    notes = _NoteBuckets()
    for comment in comments:
        words = normalised(comment.note)
        if len(words) >= SHORTEST:
            notes.add(comment, words)
    found = [query for alike in notes.alike() for query in _ask(alike)]
    return tuple(sorted(found, key=lambda one: (one.institution, one.practice or "")))


def normalised(note: str) -> str:
    """Return a comment as it is compared: full-width forms, case and blanks do not count."""
    return "".join(unicodedata.normalize("NFKC", note).split()).casefold()


_Owner = tuple[str, bool, str]


class _NoteBuckets:
    """Comments as numbers, in buckets so that each can be looked through on its own."""

    def __init__(self) -> None:
        self._hashes = [array("Q") for _ in range(_BUCKETS)]
        self._owners = [array("Q") for _ in range(_BUCKETS)]
        self._institutions: dict[tuple[str, bool], int] = {}
        self._practices: dict[str, int] = {}

    def add(self, comment: Comment, words: str) -> None:
        text = f"{comment.practice}\0{words}".encode("utf-8", "surrogatepass")
        number = int.from_bytes(blake2b(text, digest_size=8).digest(), "big")
        who = (comment.institution, comment.shares_centre)
        institution = self._institutions.setdefault(who, len(self._institutions))
        practice = self._practices.setdefault(comment.practice, len(self._practices))
        self._hashes[number % _BUCKETS].append(number)
        self._owners[number % _BUCKETS].append(institution << 32 | practice)

    def alike(self) -> Iterator[list[_Owner]]:
        """Yield the owners of each comment that stands more than once."""
        institutions, practices = list(self._institutions), list(self._practices)
        for hashes, owners in zip(self._hashes, self._owners, strict=True):
            groups: dict[int, list[int]] = {}
            for number, owner in zip(hashes, owners, strict=True):
                groups.setdefault(number, []).append(owner)
            for group in groups.values():
                if len(group) > 1:
                    yield [
                        (*institutions[owner >> 32], practices[owner & 0xFFFFFFFF])
                        for owner in group
                    ]


def _ask(owners: list[_Owner]) -> Iterator[Query]:
    institutions = sorted({institution for institution, _, _ in owners})
    if len(institutions) == 1 or all(shares for _, shares, _ in owners):
        return
    practice = owners[0][2]
    for institution in institutions:
        others = [one for one in institutions if one != institution]
        named = ", ".join(others[:SHOWN]) + (", …" if len(others) > SHOWN else "")
        yield Query(institution, practice, "same_note", {"count": len(others), "others": named})
