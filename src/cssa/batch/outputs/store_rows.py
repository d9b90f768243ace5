"""Converts the ledger into the rows of the population store."""

from collections.abc import Iterator, Mapping

from cssa.answers.campaign import Campaign
from cssa.batch.intake.reading import placeless
from cssa.batch.ledger.entries import Ledger, LedgerRow
from cssa.checklist.catalogue import Edition
from cssa.datafile.types import Text
from cssa.engine.scoring import Criteria
from cssa.peers.groups import SecondDimension, part_of
from cssa.peers.member import Member
from cssa.peers.peers_file import ROOT
from cssa.scheme.sectors import Sectors
from cssa.store.rows import (
    CampaignRow,
    FileRow,
    InstitutionRow,
    ProblemRow,
    SubmissionRecords,
    campaign_row,
)


def campaign_of(
    ledger: Ledger, campaign: Campaign | None, edition: Edition, criteria: Criteria
) -> CampaignRow:
    """Return the campaign; without its file only the id that the forms give is known."""
    if campaign is not None:
        return campaign_row(campaign, edition, criteria)
    named = ledger.campaign or "-"
    return CampaignRow(
        id=named,
        title=Text(ja=named, en=named),
        base_date=None,
        deadline=None,
        cut_off=None,
        checklist=edition.checklist.id,
        version=edition.checklist.version,
        fingerprint=edition.fingerprint,
        scheme=criteria.scheme.id,
        targets=criteria.targets.id,
    )


def institutions(ledger: Ledger, members: Mapping[str, Member]) -> Iterator[InstitutionRow]:
    """Yield everyone expected.

    Args:
        ledger: the institutions and their states.
        members: what those that answered contribute, by id.
    """
    for row in ledger.institutions:
        member = members.get(row.id)
        yield InstitutionRow(
            id=row.id,
            name=row.name,
            sector=row.sector or None,
            size=member.size if member else None,
            shared_system=member.shared_system if member else None,
            state=row.state,
            bureau=row.bureau or None,
            route=row.route or None,
            roster_group=row.group or None,
            received=row.is_received,
            extended_to=row.extended_to,
            extension_reason=row.extension_reason or None,
            extension_approved_by=row.extension_approved_by or None,
        )


class PeerPlaces:
    """Where institutions stand among others: in which group, and whether in the statistics.

    Args:
        sectors: the sub-sectors and their size bands.
        second_dimension: what divides a sub-sector.
    """

    def __init__(self, sectors: Sectors, second_dimension: SecondDimension) -> None:
        self._sectors = {sector.id: sector for sector in sectors.sectors}
        self._second_dimension = second_dimension

    def placed(
        self, records: SubmissionRecords, row: LedgerRow, member: Member | None
    ) -> SubmissionRecords:
        """Return a submission with its place.

        Args:
            records: the submission.
            row: of the institution.
            member: what the institution contributes.
        """
        sector, size_band, peer_group = self._sectors.get(row.sector), None, ROOT
        industry_group = None if sector is None else sector.industry_group
        if sector is not None and member is not None:
            size_band = part_of(sector, member, "size")
            peer_group = industry_group or ROOT
            if sector.grouped:
                part = part_of(sector, member, self._second_dimension)
                peer_group = f"{sector.id}.{part}" if part else sector.id
        return records._replace(
            row=records.row._replace(
                in_statistics=row.in_statistics,
                left_out=row.left_out,
                size_band=size_band,
                industry_group=industry_group,
                peer_group=peer_group,
            ),
            scores=[
                score._replace(in_statistics=row.in_statistics and score.in_statistics)
                for score in records.scores
            ],
        )


def files(ledger: Ledger) -> Iterator[FileRow]:
    """Yield every file; of one filed for several institutions its first filing's state.

    A file that a person has yet to confirm to be an institution's is filed for nobody.
    """
    known = {row.id for row in ledger.institutions}
    by_path: dict[str, FileRow] = {}
    for filing in ledger.filings:
        is_known = filing.institution in known and not filing.is_doubtful
        owners = (filing.institution,) if is_known else ()
        before = by_path.get(filing.path)
        if before is not None:
            by_path[filing.path] = before._replace(institutions=(*before.institutions, *owners))
            continue
        received = filing.received_at
        by_path[filing.path] = FileRow(
            path=filing.path,
            sha256=filing.sha256,
            state=filing.state,
            institutions=tuple(owner for owner in owners if owner is not None),
            received_at=received.isoformat(timespec="seconds") if received else None,
            channel=filing.channel or None,
            sender=filing.sender or None,
            version=str(filing.version),
            form_number=filing.number or None,
        )
    yield from by_path.values()


def problems(ledger: Ledger) -> Iterator[ProblemRow]:
    """Yield the problems of each file.

    Of a file that a person has yet to confirm to be an institution's, no statement is stored.
    """
    for filing in ledger.filings:
        for reason in filing.reasons:
            unplaced = placeless(reason)
            params = {} if filing.is_doubtful else reason.params
            yield ProblemRow(filing.path, reason.code, params, str(unplaced.location))
