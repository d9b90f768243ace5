"""The aggregate in both editions: for publication, and for the issuer alone."""

from collections.abc import Iterable, Iterator

from cssa.answers.campaign import Campaign
from cssa.batch.intake.processor import FileProcessor
from cssa.batch.ledger.entries import Ledger, LedgerRow
from cssa.batch.outputs.folder import PRIVATE, PUBLIC
from cssa.messages import Lang
from cssa.peers.publication import Publication
from cssa.reports.aggregate.aggregate_view import AggregateSources, build_aggregate_view
from cssa.reports.aggregate.formats import AGGREGATE
from cssa.reports.aggregate.participation import Participation, ResponseCounts


def names() -> list[str]:
    """Return the names of both editions' files."""
    return [
        f"{folder}/{stem}.{ending}"
        for folder, stem in ((PUBLIC, "aggregate"), (PRIVATE, "restricted"))
        for ending in AGGREGATE
    ]


def editions(
    publication: Publication,
    ledger: Ledger,
    campaign: Campaign | None,
    desk: FileProcessor,
    lang: Lang,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of both editions with their names."""
    checklist, library = desk.edition.checklist, desk.library
    sources = AggregateSources(checklist, library.scales, library.sectors, campaign)
    participation = turnout(ledger)
    for withheld in (None, publication.withheld):
        view = build_aggregate_view(publication.peers, sources, participation, withheld)
        folder, stem = (PUBLIC, "aggregate") if withheld is None else (PRIVATE, "restricted")
        for ending, render in AGGREGATE.items():
            text = render(view, lang)
            yield f"{folder}/{stem}.{ending}", text.encode() if isinstance(text, str) else text


def turnout(ledger: Ledger) -> Participation:
    """Return how many took part, of all and by sub-sector."""
    expected = [one for one in ledger.institutions if one.state not in ("withdrawn", "merged")]
    sectors: dict[str, list[LedgerRow]] = {}
    for one in expected:
        sectors.setdefault(one.sector, []).append(one)
    return Participation(
        _count(expected), {sector: _count(sectors[sector]) for sector in sorted(sectors)}
    )


def _count(rows: Iterable[LedgerRow]) -> ResponseCounts:
    rows = tuple(rows)
    return ResponseCounts(
        expected=len(rows),
        received=sum(one.is_received for one in rows),
        accepted=sum(one.standing is not None for one in rows),
        in_statistics=sum(one.in_statistics for one in rows),
    )
