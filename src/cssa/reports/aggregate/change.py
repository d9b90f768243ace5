"""Change of the institutions that entered the figures of two campaigns."""

from collections.abc import Iterator
from dataclasses import dataclass

from cssa.checklist.model import Checklist
from cssa.datafile.types import AnyText
from cssa.peers.peers_file import Continuing
from cssa.reports.phrases import Phrase


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A figure in both campaigns: the mean of a score, or the median of a count.

    Attributes:
        id: the domain's; blank for a figure over all domains.
        n: institutions that it is of.
    """

    id: str
    title: AnyText | Phrase
    before: float
    now: float
    n: int
    is_count: bool = False

    @property
    def difference(self) -> float:
        """By how much the published figures differ."""
        return round(self.now - self.before, 1)

    @property
    def shown(self) -> tuple[str, str, str]:
        """What it was, what it is, and the signed difference, in words."""
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
        published: as in the peers file.
        note: which institutions they are of.
    """

    published: Continuing
    note: Phrase
    rows: tuple[ChangeRow, ...]


def build_change(continuing: Continuing | None, checklist: Checklist) -> CampaignChange | None:
    """Return the change; None where none is published.

    Args:
        continuing: the published figures of the same institutions.
        checklist: for the titles of domains.
    """
    if continuing is None:
        return None
    note = Phrase("aggregate.change.note", {"previous": continuing.campaign, "n": continuing.n})
    if continuing.campaign is None:
        note = Phrase("aggregate.change.note_unnamed", {"n": continuing.n})
    rows = tuple(_rows(continuing, checklist))
    return CampaignChange(continuing, note, rows) if rows else None


def _rows(continuing: Continuing, checklist: Checklist) -> Iterator[ChangeRow]:
    for domain in checklist.domains:
        score = continuing.domains.get(domain.id)
        if score is not None:
            yield ChangeRow(domain.id, domain.title, score.before, score.mean, score.n)
    if continuing.overall is not None:
        score = continuing.overall
        yield ChangeRow("", Phrase("aggregate.change.overall"), score.before, score.mean, score.n)
    if continuing.below_in_place is not None:
        count = continuing.below_in_place
        title = Phrase("aggregate.change.below", {"level": checklist.level_scale.in_place})
        yield ChangeRow("", title, count.before, count.median, count.n, is_count=True)
