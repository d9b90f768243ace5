"""What the files of a run come to, before anything is made of it: who answered what."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from cssa.answers.submission import Answer, Submission
from cssa.batch.corrections import Correction, Corrections, corrected, corrections, read_outcomes
from cssa.batch.intake.processor import file_processor
from cssa.batch.intake.reading import content_hash
from cssa.batch.intake.runner import FOUND, IntakeResult, load_kept
from cssa.batch.ledger.build import build_ledger
from cssa.batch.ledger.entries import EffectiveFiling, Ledger, LedgerRow
from cssa.batch.outputs.feedback import submission_of
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.outputs.manifest import inputs_of
from cssa.batch.previous_campaign import STORE
from cssa.batch.publishing.publication_record import PublicationRecord, coverage_floor
from cssa.batch.request import BatchRequest, hash_of
from cssa.consistency.hearing import HearingFacts, hearing_rows
from cssa.peers.member import Member, member_of
from cssa.reports.excel.hearing_book import write_hearing

_NAMED = ("campaign", "roster", "received")


class SettledCampaign:
    """One run, once its ledger is known.

    Args:
        request: what is asked.
        intake: what was read.
        folder: the batch's.
        record: what was published, if anything was.

    Raises:
        InputError: when what was entered into the review cannot be taken.
    """

    def __init__(
        self,
        request: BatchRequest,
        intake: IntakeResult,
        folder: OutFolder,
        record: PublicationRecord | None,
    ) -> None:
        self.request = request
        self.intake = intake
        self.folder = folder
        self.floor = coverage_floor(request.campaign)
        ledger = build_ledger(
            intake.files,
            campaign=request.campaign,
            roster=request.lists.roster,
            receipts=request.lists.receipts,
            floor=self.floor,
        )
        self.ledger = ledger if record is None else _beside(ledger, record.members)
        self.desk = file_processor(request.settings)
        self.rows = [row for row in self.ledger.institutions if row.standing is not None]
        self.standing = [row.standing for row in self.rows if row.standing is not None]
        self.outcomes = read_outcomes(folder)
        self.corrections: Mapping[str, tuple[Correction, ...]] = {
            institution: tuple(several)
            for institution, several in corrections(
                self.outcomes, self.ledger, self.desk.edition.checklist
            ).items()
        }

    @property
    def source(self) -> str:
        """Whose documents these are: the campaign's title, or what is known of it."""
        campaign = self.request.campaign
        lang = self.request.settings.lang
        return campaign.title.get(lang) if campaign else self.ledger.campaign

    def inputs(self, published: str | None) -> dict[str, Any]:
        """Return everything that the outputs follow from.

        Args:
            published: hash of the record that feedback was made beside.
        """
        request = self.request
        former = None if request.previous is None else OutFolder(request.previous).hash(STORE)
        return inputs_of(
            self.desk,
            {
                **{name: hash_of(request.named.get(name)) for name in _NAMED},
                "key": request.key_hash,
            },
            {
                "formats": request.formats,
                "previous": former,
                "published": published,
                "corrections": [list(map(str, outcome)) for outcome in self.outcomes],
                "found": self.folder.hash(FOUND),
            },
        )

    def levels(self, institution: str) -> Corrections:
        """Return the levels that an institution's answers were corrected to."""
        several = self.corrections.get(institution, ())
        return tuple((correction.practice, correction.level) for correction in several)

    @cached_property
    def contents(self) -> dict[str, str]:
        """Hashes of the answers that each institution's feedback shows, by id."""
        heads = {file.head.sha256: file.head for file in self.intake.files}
        return {
            standing.institution.id: content_hash(
                {
                    "answers": heads[standing.sha256].content,
                    "institution": standing.institution,
                    "corrections": self.levels(standing.institution.id),
                }
            )
            for standing in self.standing
        }

    def filed(self, standing: EffectiveFiling) -> Submission:
        """Return an institution's answers as it filed them."""
        kept = load_kept(self.folder, self.request.settings, standing.sha256)
        return submission_of(kept.values, standing)

    @cached_property
    def filed_before_correction(self) -> dict[str, Mapping[str, Answer]]:
        """Answers as filed of the institutions that have corrections."""
        return {
            standing.institution.id: self.filed(standing).answers
            for standing in self.standing
            if standing.institution.id in self.corrections
        }

    @cached_property
    def members(self) -> dict[str, Member]:
        """What each institution contributes, corrections made."""
        heads = {file.head.sha256: file.head.member for file in self.intake.files}
        members: dict[str, Member] = {}
        for standing in self.standing:
            institution = standing.institution
            member = heads[standing.sha256]
            if institution.id in self.corrections:
                submission = corrected(self.filed(standing), self.levels(institution.id))
                member = member_of(self.desk.assess(submission), submission.institution)
            if member is not None:
                members[institution.id] = member._replace(
                    id=institution.id, sector=institution.sector
                )
        return members

    def hearing(self, facts: Iterable[HearingFacts]) -> bytes:
        """Return the workbook of whom to talk to."""
        facts = tuple(facts)
        sectors = {sector.id: sector.title for sector in self.desk.library.sectors.sectors}
        rows = hearing_rows(facts, self.floor)
        lang = self.request.settings.lang
        return write_hearing(rows, len(facts), sectors, lang, source=self.source)


def _beside(ledger: Ledger, members: frozenset[str]) -> Ledger:
    """Return a ledger whose institutions are in the statistics as they were published."""
    return ledger._replace(
        institutions=tuple(_row_beside(row, members) for row in ledger.institutions)
    )


def _row_beside(row: LedgerRow, members: frozenset[str]) -> LedgerRow:
    if row.standing is None:
        return row
    if row.id in members:
        return row._replace(left_out=None)
    return row._replace(left_out=row.left_out or "published")
