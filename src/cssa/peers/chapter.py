"""Good practices and common problems as they are published, in the words of the issuer."""

from collections.abc import Collection, Iterable
from typing import Literal

from cssa.datafile.types import Int, Model, Str
from cssa.peers.member import Coalition

ChapterKind = Literal["good_practice", "common_problem"]
CHAPTER_KINDS: tuple[ChapterKind, ...] = ("good_practice", "common_problem")


class ChapterEntry(Model):
    """A good practice or a common problem.

    Attributes:
        practice: id of the one that it is about.
        wording: the issuer's.
        institutions: how many have a common problem; None where that is not published.
    """

    kind: ChapterKind
    practice: Str
    wording: Str
    institutions: Int | None = None


def published_count(
    institutions: Collection[str], min_group: int, coalitions: Iterable[Coalition]
) -> int | None:
    """Return how many institutions have a problem in common, None where too few have it.

    Args:
        institutions: ids of those that have it.
        min_group: the fewest of which anything is published, whoever reads it.
        coalitions: institutions whose answers one reader has seen; the rest has to be enough, too.
    """
    having = frozenset(institutions)
    left = [having.difference(coalition.members) for coalition in coalitions]
    return len(having) if all(len(rest) >= min_group for rest in (having, *left)) else None
