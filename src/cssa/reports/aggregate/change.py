"""Change on the institutions that entered the figures of two campaigns."""

from collections.abc import Iterator
from dataclasses import dataclass

from cssa.checklist.model import Checklist
from cssa.datafile.types import Text
from cssa.peers.peers_file import Continuing
from cssa.reports.phrases import Phrase


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A figure in both campaigns: the mean of a score, or the median of a count."""

    id: str
    title: Text | Phrase
    before: float
    now: float
    n: int
    is_count: bool = False

    @property
    def difference(self) -> float:
        """By how much it differs, of the figures as they are told."""
        return round(self.now - self.before, 1)

    @property
    def shown(self) -> tuple[str, str, str]:
        """What it was, what it is, and the difference with its sign."""
        digits = "g" if self.is_count else ".1f"
        sign = "+" if self.difference > 0 else "−" if self.difference < 0 else ""
        return (
            f"{self.before:{digits}}",
            f"{self.now:{digits}}",
            f"{sign}{abs(self.difference):{digits}}",
        )


@dataclass(frozen=True, slots=True)
class CampaignChange:
    """The figures of the same institutions.

    Attributes:
        told: as published.
    """

    told: Continuing
    note: Phrase
    rows: tuple[ChangeRow, ...]


def change_of(told: Continuing | None, checklist: Checklist) -> CampaignChange | None:
    """Return the change, None where none is told."""
    if told is None:
        return None
    note = Phrase("aggregate.change.note", {"previous": told.campaign, "n": told.n})
    rows = tuple(_rows(told, checklist))
    return CampaignChange(told, note, rows) if rows else None


def _rows(told: Continuing, checklist: Checklist) -> Iterator[ChangeRow]:
    for domain in checklist.domains:
        one = told.domains.get(domain.id)
        if one is not None:
            yield ChangeRow(domain.id, domain.title, one.before, one.mean, one.n)
    if told.overall is not None:
        whole = told.overall
        yield ChangeRow("", Phrase("aggregate.change.overall"), whole.before, whole.mean, whole.n)
    if told.below_target is not None:
        count = told.below_target
        title = Phrase("aggregate.change.below")
        yield ChangeRow("", title, count.before, count.median, count.n, is_count=True)
