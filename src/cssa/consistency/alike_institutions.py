"""Queries on institutions whose whole forms, or many of whose notes, are alike: one for a pair.

Where several are alike, each is asked about the first of them alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from cssa.consistency.queries import UNIFORM_PERCENT, Query
from cssa.engine.result import Scalar
from cssa.peers.member import coded_level

ALIKE_NOTES = 3
"""Number of notes that two institutions have in common from which the pair is one matter."""

ALIKE_PERCENT = 98
"""Share of levels that are the same, in per cent, from which two forms are alike."""

ALIKE_FROM = 40
"""Number of levels answered from which whole forms are compared."""

_BAND = 16
"""Practices that are looked up together: forms that are alike have such a stretch in common."""

_CROWD = 50
"""Institutions with the same stretch from which it says nothing: a usual run of levels."""

_SEPARATOR, _MORE = ", ", "…"


class AnswerCodes(NamedTuple):
    """An institution's answers, one character for each practice.

    Attributes:
        shares_centre: whether it uses a centre that several institutions share.
        codes: as in a ``Member``.
    """

    institution: str
    shares_centre: bool
    codes: str


class AlikeNotes(NamedTuple):
    """Queries on notes that are the same, with those of a pair put together.

    Attributes:
        pairs: one for each pair of institutions with many notes in common.
        single: those on notes that are not such a pair's.
    """

    pairs: tuple[Query, ...]
    single: tuple[Query, ...]


def alike_forms(answers: Iterable[AnswerCodes]) -> tuple[Query, ...]:
    """Return a query for each institution whose levels are nearly all those of another.

    Institutions that both use a shared centre may well be alike, and forms with a single level for
    nearly all answers are a query of their own: there is none on these.

    Args:
        answers: those of all institutions of a campaign.
    """
    ordered = sorted(each for each in answers if _is_telling(each.codes))
    queries: dict[str, Query] = {}
    for index, other in sorted(_with_a_stretch_in_common(ordered)):
        first, second = ordered[index], ordered[other]
        if second.institution in queries or (first.shares_centre and second.shares_centre):
            continue
        same, of = _same_levels(first.codes, second.codes)
        if of >= ALIKE_FROM and 100 * same >= ALIKE_PERCENT * of:
            params: dict[str, Scalar] = {"other": first.institution, "count": same, "of": of}
            queries[second.institution] = Query(second.institution, None, "alike_form", params)
    return tuple(queries[institution] for institution in sorted(queries))


def alike_notes(queries: Sequence[Query]) -> AlikeNotes:
    """Put the queries on a pair's notes together where it has many in common.

    Args:
        queries: one for each note and institution, as ``identical_notes`` returns them.
    """
    together = Counter(
        pair for query in queries for pair in _pairs(query) if pair[1] == query.institution
    )
    alike = {pair for pair, count in together.items() if count >= ALIKE_NOTES}
    pairs = tuple(
        Query(second, None, "alike_notes", {"other": first, "count": together[first, second]})
        for first, second in sorted(alike)
    )
    single = (query for query in queries if not alike.issuperset(_pairs(query)))
    return AlikeNotes(pairs, tuple(single))


def _is_telling(codes: str) -> bool:
    """Return whether a form has many levels, and not one of them nearly everywhere."""
    levels = Counter(code for code in codes if coded_level(code) is not None)
    total = levels.total()
    return total >= ALIKE_FROM and 100 * max(levels.values()) < UNIFORM_PERCENT * total


def _with_a_stretch_in_common(ordered: Sequence[AnswerCodes]) -> set[tuple[int, int]]:
    """Return the pairs that may be alike, so that not every pair has to be compared."""
    pairs: set[tuple[int, int]] = set()
    longest = max((len(answers.codes) for answers in ordered), default=0)
    for start in range(0, longest, _BAND):  # one after the other: all at once take much memory
        owners: dict[str, list[int]] = {}
        for number, answers in enumerate(ordered):
            stretch = answers.codes[start : start + _BAND]
            if len(set(stretch)) > 1:
                owners.setdefault(stretch, []).append(number)
        for numbers in owners.values():
            if len(numbers) <= _CROWD:
                pairs.update(combinations(numbers, 2))
    return pairs


def _same_levels(codes: str, other: str) -> tuple[int, int]:
    """Count the practices with the same level, and those where both have one.

    What the profile of one leaves out says nothing.
    """
    both = [
        (first, second)
        for first, second in zip(codes, other, strict=True)
        if coded_level(first) is not None and coded_level(second) is not None
    ]
    return sum(first == second for first, second in both), len(both)


def _pairs(query: Query) -> list[tuple[str, str]]:
    """Return the pairs of institutions with a note that a query's institution is part of.

    Each makes a pair with the first of them alone.
    """
    others = str(query.params["others"]).split(_SEPARATOR)
    first, *following = sorted({query.institution, *others} - {_MORE})
    if query.institution != first:
        return [(first, query.institution)]
    return [(first, other) for other in following]
