"""The sharing edition of a campaign: records without what names an institution, coarsened.

A record is kept where at least so many others share everything that may be known from outside.
docs/analyst.md, "The sharing edition".
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeVar

from cssa.peers.peers_file import ROOT
from cssa.store.rows import (
    AnswerRow,
    CampaignRecords,
    InstitutionRow,
    SubmissionRecords,
    SubmissionRow,
)

QUASI_IDENTIFIERS = (
    "sector",
    "industry_group",
    "size_band",
    "shared_system",
    "risk",
    "assessed_on",
)
"""Columns of a record that may be known from outside, in the order in which they are kept."""

_KEPT_STATUSES = frozenset(("answered", "unanswered", "informative"))
"""Statuses of answers that are in the edition; who has another one is often known from outside."""

_KeyT = TypeVar("_KeyT")


class SharedTraits(NamedTuple):
    """What may be known of an institution from outside; blank or None where it was coarsened."""

    sector: str | None
    industry_group: str | None
    size_band: str | None
    shared_system: bool | None
    risk: str
    assessed_on: date | None


_BLANK = SharedTraits(None, None, None, None, "", None)

_IN_ANY_SECTOR = ("shared_system", "risk", "assessed_on")
"""Traits that mean the same in every sub-sector; size bands do not."""


class SharingCounts(NamedTuple):
    """What became of the submissions in the statistics.

    Attributes:
        suppressed: left out, because their class is too small however it is coarsened.
        smallest: records of the smallest class of equal traits; 0 without any.
    """

    kept: int
    suppressed: int
    smallest: int


class SharingEdition(NamedTuple):
    """A campaign's records as they are shared."""

    records: CampaignRecords
    counts: SharingCounts


def sharing_edition(records: CampaignRecords, min_group: int) -> SharingEdition:
    """Return the records of a campaign that may be shared.

    Those in the statistics are numbered in an order that follows from what is shared of them, so
    that the numbers tell nothing else.

    Args:
        records: the campaign.
        min_group: records that have to share their traits.
    """
    institutions = {row.id: row for row in records.institutions}
    counted = {
        submission.row.institution: (
            _traits(submission.row, institutions[submission.row.institution]),
            _digest(submission),
        )
        for submission in records.submissions
        if submission.row.in_statistics
    }
    ids = list(counted)
    coarsened = dict(zip(ids, coarsen([counted[id_][0] for id_ in ids], min_group), strict=True))
    kept = {id_: traits for id_, traits in coarsened.items() if traits is not None}
    ordered = sorted(kept, key=lambda id_: (counted[id_][1], str(kept[id_]), id_))
    width = len(str(len(ordered)))
    numbers = {id_: f"R{number:0{width}}" for number, id_ in enumerate(ordered, start=1)}
    shared = records._replace(
        campaign=records.campaign._replace(pseudonymous=True),
        institutions=[_institution(numbers[id_], traits) for id_, traits in kept.items()],
        files=(),
        problems=(),
        submissions=_SharedSubmissions(records, numbers, kept),
    )
    return SharingEdition(
        shared, SharingCounts(len(kept), len(counted) - len(kept), smallest_class(kept.values()))
    )


def smallest_class(traits: Iterable[SharedTraits]) -> int:
    """Return how many records the smallest class of equal traits has; 0 without any."""
    return min(Counter(traits).values(), default=0)


def coarsen(traits: Sequence[SharedTraits], min_group: int) -> list[SharedTraits | None]:
    """Return traits such that each is shared by enough records; None for those to be left out.

    A sub-sector stays where it has enough records. The others are one class for each industry group
    where that is enough, and what is left is one class. Within a class each trait in turn stays
    where every value of it has enough records, and is blank otherwise: if only small values became
    blank, they would be a class too small themselves.

    Args:
        traits: of each record.
        min_group: records that a class has at least.
    """
    coarsened: list[SharedTraits | None] = [None] * len(traits)
    sectors, others = _large(traits, range(len(traits)), "sector", min_group)
    groups, rest = _large(traits, others, "industry_group", min_group)
    classes = [
        *((_BLANK._replace(sector=name), indices) for name, indices in sectors.items()),
        *((_BLANK._replace(industry_group=name), indices) for name, indices in groups.items()),
        (_BLANK, rest),
    ]
    for known, indices in classes:
        if len(indices) >= min_group:
            names = QUASI_IDENTIFIERS[1:] if known.sector else _IN_ANY_SECTOR
            for index, kept in _kept(traits, indices, names, known, min_group):
                coarsened[index] = kept
    return coarsened


def _large(
    traits: Sequence[SharedTraits], indices: Iterable[int], name: str, min_group: int
) -> tuple[dict[str, list[int]], list[int]]:
    """Return the values of a trait that have enough records, with these; and all other records.

    Args:
        traits: of all records.
        indices: of those that are divided.
        name: of the trait.
        min_group: records that a value has at least.
    """
    by_value = _grouped(indices, lambda index: getattr(traits[index], name))
    large = {
        value: own for value, own in by_value.items() if value is not None and len(own) >= min_group
    }
    others = (own for value, own in by_value.items() if value not in large)
    return large, sorted(chain.from_iterable(others))


def _kept(
    traits: Sequence[SharedTraits],
    indices: Sequence[int],
    names: Sequence[str],
    known: SharedTraits,
    min_group: int,
) -> Iterator[tuple[int, SharedTraits]]:
    """Yield the traits that the records of a class keep, by their indices.

    Args:
        traits: of all records.
        indices: of those in the class.
        names: of the traits that are still to be decided on.
        known: what the class has in common so far.
        min_group: records that a class has at least.
    """
    if not names:
        yield from ((index, known) for index in indices)
        return
    name, *rest = names
    parts = _grouped(indices, lambda index: getattr(traits[index], name))
    if min(map(len, parts.values())) < min_group:
        yield from _kept(traits, indices, rest, known, min_group)
        return
    for value, part in parts.items():
        yield from _kept(traits, part, rest, known._replace(**{name: value}), min_group)


def _grouped(indices: Iterable[int], key: Callable[[int], _KeyT]) -> dict[_KeyT, list[int]]:
    grouped: dict[_KeyT, list[int]] = {}
    for index in indices:
        grouped.setdefault(key(index), []).append(index)
    return grouped


def _traits(row: SubmissionRow, institution: InstitutionRow) -> SharedTraits:
    day = row.assessed_on
    return SharedTraits(
        institution.sector,
        row.industry_group,
        row.size_band,
        institution.shared_system,
        row.risk,
        day and day.replace(day=1),
    )


def _digest(submission: SubmissionRecords) -> str:
    """Return a hash of what is shared of an institution's answers."""
    shared = [
        (answer.practice, answer.status, answer.level, answer.chosen)
        for answer in _answers(submission)
    ]
    return hashlib.sha256(json.dumps(shared).encode()).hexdigest()


def _answers(submission: SubmissionRecords) -> Iterator[AnswerRow]:
    for answer in submission.answers:
        if answer.status in _KEPT_STATUSES:
            yield AnswerRow(
                practice=answer.practice,
                status=answer.status,
                level=answer.level,
                target=None,
                treatment=None,
                note=None,
                reason=None,
                chosen=answer.chosen,
            )


def _institution(number: str, traits: SharedTraits) -> InstitutionRow:
    return InstitutionRow(
        id=number,
        name=None,
        sector=traits.sector,
        size=None,
        shared_system=traits.shared_system,
        state="accepted",
    )


@dataclass(frozen=True)
class _SharedSubmissions:
    """The submissions that are kept, coarsened while they are iterated over.

    Args:
        records: the campaign.
        numbers: of the records, by institution.
        kept: their traits, likewise.
    """

    records: CampaignRecords
    numbers: Mapping[str, str]
    kept: Mapping[str, SharedTraits]

    def __iter__(self) -> Iterator[SubmissionRecords]:
        for submission in self.records.submissions:
            institution = submission.row.institution
            if institution in self.numbers:
                yield self._shared(submission, self.kept[institution])

    def _shared(self, submission: SubmissionRecords, traits: SharedTraits) -> SubmissionRecords:
        row = submission.row._replace(
            institution=self.numbers[submission.row.institution],
            file=None,
            assessed_on=traits.assessed_on,
            industry_group=traits.industry_group,
            size_band=traits.size_band,
            peer_group=traits.sector or traits.industry_group or ROOT,
            risk=traits.risk,
        )
        return SubmissionRecords(row, list(_answers(submission)), submission.scores)
