"""The cases that are shown beside a practice: the reader's own sector first."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from cssa.library.incidents import IncidentLibrary, PlacedCase

SHOWN = 2
"""Cases that stand beside a gap at most."""


Standing = Literal["own_sector", "other_sector", "assumed"]


class RelatedCase(NamedTuple):
    """A case beside a practice.

    Attributes:
        standing: whether it happened in the reader's own sub-sector, in another, or is an assumed
            failure, which is of no sector.
    """

    placed: PlacedCase
    standing: Standing


class PracticeCases:
    """The cases that bear on the practices of a checklist, for an institution of a sub-sector.

    Args:
        library: the cases.
        checklist: id of the checklist.
        sector: id of the institution's sub-sector.
    """

    def __init__(self, library: IncidentLibrary, checklist: str, sector: str) -> None:
        self._by_practice = library.of_practices(checklist)
        self._sector = sector

    def of(self, practice: str) -> tuple[RelatedCase, ...]:
        """Return every case that bears on a practice.

        Those of the own sub-sector come first, then those that a report prints as new, then those
        of the latest report, else as printed.

        Args:
            practice: its id.
        """
        related = [
            RelatedCase(placed, self._standing(placed))
            for placed in self._by_practice.get(practice, ())
        ]
        related.sort(key=lambda item: item.placed.report.published or "", reverse=True)
        related.sort(key=lambda item: (item.standing != "own_sector", not item.placed.case.new))
        return tuple(related)

    def _standing(self, placed: PlacedCase) -> Standing:
        if placed.report.assumed:
            return "assumed"
        return "own_sector" if placed.concerns(self._sector) else "other_sector"

    def first(self, practice: str) -> Sequence[RelatedCase]:
        """Return those cases of a practice that stand beside a gap."""
        return self.of(practice)[:SHOWN]
