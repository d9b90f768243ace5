"""The aggregate in both editions: for publication, and for the issuer alone."""

from collections.abc import Iterator, Sequence

from cssa.answers.campaign import Campaign
from cssa.batch.intake.processor import FileProcessor
from cssa.batch.ledger.entries import Ledger, LedgerRow
from cssa.batch.outputs.folder import PRIVATE, PUBLIC
from cssa.messages import Lang
from cssa.peers.chapter import ChapterEntry
from cssa.peers.group_figures import SuppressedFigure
from cssa.peers.peers_file import Peers
from cssa.reports.aggregate.aggregate_view import AggregateSources, build_aggregate_view
from cssa.reports.aggregate.participation import Participation, ResponseCounts
from cssa.reports.chapter import render_chapter
from cssa.reports.formats.kinds import encoded
from cssa.reports.formats.registry import AGGREGATE_FORMATS

PEERS, CHAPTER = f"{PUBLIC}/peers.json", f"{PUBLIC}/chapter.md"
AGGREGATE, RESTRICTED = f"{PUBLIC}/aggregate", f"{PRIVATE}/restricted"
"""The published edition and the issuer's, without the suffix of a format."""


def edition_names() -> list[str]:
    """Return the names of everything that is published, and of the issuer's edition of it."""
    return [
        PEERS,
        CHAPTER,
        *(
            f"{edition}{format_.suffix}"
            for edition in (AGGREGATE, RESTRICTED)
            for format_ in AGGREGATE_FORMATS.values()
        ),
    ]


def edition_files(
    peers: Peers,
    withheld: Sequence[SuppressedFigure],
    participation: Participation,
    campaign: Campaign | None,
    processor: FileProcessor,
    lang: Lang,
    chapter: tuple[ChapterEntry, ...] | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of ``edition_names`` with their names; the chapter only where there is one.

    Args:
        peers: the published figures, from which everything else is drawn.
        withheld: what is not published and why, for the issuer's edition.
        participation: who took part.
        campaign: None where only its id is known.
        processor: has the checklist and what figures are named by.
        lang: language of the files.
        chapter: what it says; empty where all of it was withdrawn, None where there never was one.
    """
    text = peers.model_dump_json(by_alias=True, exclude_none=True, indent=1)
    yield PEERS, f"{text}\n".encode()
    scoring_data = processor.scoring_data
    sources = AggregateSources(
        processor.edition.checklist,
        scoring_data.level_wording(processor.edition.checklist),
        scoring_data.sectors,
        campaign,
        processor.trends,
        chapter or (),
    )
    for edition, reasons in ((AGGREGATE, None), (RESTRICTED, withheld)):
        view = build_aggregate_view(peers, sources, participation, reasons)
        for format_ in AGGREGATE_FORMATS.values():
            yield f"{edition}{format_.suffix}", encoded(format_.render(view, lang))
        if reasons is None and chapter is not None:
            yield CHAPTER, encoded(render_chapter(view, lang))


def turnout(ledger: Ledger, *, has_roster: bool) -> Participation:
    """Return how many took part, of all and by sub-sector.

    Args:
        ledger: the institutions with their states.
        has_roster: whether a roster says who was asked.
    """
    expected = [row for row in ledger.institutions if row.state not in ("withdrawn", "merged")]
    sectors: dict[str, list[LedgerRow]] = {}
    for row in expected:
        sectors.setdefault(row.sector, []).append(row)
    return Participation(
        _count(expected, has_roster=has_roster),
        {name: _count(rows, has_roster=has_roster) for name, rows in sorted(sectors.items())},
    )


def _count(rows: Sequence[LedgerRow], *, has_roster: bool) -> ResponseCounts:
    return ResponseCounts(
        expected=len(rows) if has_roster else None,
        received=sum(row.is_received for row in rows),
        accepted=sum(row.effective is not None for row in rows),
        in_statistics=sum(row.in_statistics for row in rows),
    )
