"""The state of a campaign after intake: ledger, corrections and who answered what."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from cssa.answers.handling import Handling
from cssa.answers.submission import Answer, Submission
from cssa.batch.cases.added_rows import placed_outcomes
from cssa.batch.cases.case import CaseState, question_state
from cssa.batch.cases.exchanges import exchanges
from cssa.batch.cases.query_record import QUERIES, read_queries
from cssa.batch.chapter.institution_names import InstitutionNames
from cssa.batch.chapter.marks import notes_workbooks, read_marks
from cssa.batch.corrections import Correction, Corrections, corrected, corrections, read_outcomes
from cssa.batch.filed_answers import FiledAnswers
from cssa.batch.intake.processor import file_processor
from cssa.batch.intake.reading import content_hash
from cssa.batch.intake.runner import FOUND, IntakeResult, stored_reading
from cssa.batch.ledger.build import build_ledger
from cssa.batch.ledger.entries import EffectiveFiling, Ledger, LedgerRow
from cssa.batch.outputs.feedback import submission_of
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.outputs.manifest import inputs_of
from cssa.batch.outputs.segments import segment_tables
from cssa.batch.previous_campaign import STORE
from cssa.batch.publishing.publication_record import PublicationRecord, coverage_floor
from cssa.batch.removals import CampaignStanding, answered_marks
from cssa.batch.request import BatchRequest, hash_of
from cssa.consistency.alike_institutions import AnswerCodes
from cssa.consistency.hearing import HearingFacts, HearingRow, hearing_rows
from cssa.forms.review import ReviewKey, ReviewOutcome
from cssa.peers.member import Member, member_of
from cssa.reports.excel.hearing_book import write_hearing
from cssa.reports.excel.segments_book import write_segments

_NAMED = ("campaign", "roster", "received")


class SettledCampaign:
    """A campaign of which all files are read and the ledger is built.

    Args:
        request: what is asked.
        intake: what was read.
        folder: the batch's.
        record: what was published, if anything was.

    Attributes:
        lists_notes: whether what institutions wrote is listed: where it is asked for, and where it
            was before, since the issuer may have marked something there.

    Raises:
        InputError: when what was entered into the review, or marked for the chapter, cannot be
            taken.
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
        self.processor = file_processor(request.settings)
        answers = FiledAnswers(folder, self.processor)
        self.queries = read_queries(folder)
        ledger = build_ledger(
            intake.files,
            campaign=request.campaign,
            roster=request.lists.roster,
            receipts=request.lists.receipts,
            floor=self.floor,
            answers=answers,
            scored=self.processor.edition.checklist.scored,
            letters=self.queries.letters,
        )
        self._heads = {file.head.sha256: file.head for file in intake.files} | answers.merged_heads
        self.ledger = ledger if record is None else _as_published(ledger, record.members)
        self.rows = [row for row in self.ledger.institutions if row.effective is not None]
        self.effective_filings = [row.effective for row in self.rows if row.effective is not None]
        checklist = self.processor.edition.checklist
        self.exchanges = exchanges(self.queries, self.ledger.institutions, folder, request.settings)
        proposals = {
            key: exchange.proposal
            for key, exchange in self.exchanges.items()
            if exchange.proposal is not None
        }
        self.outcomes = placed_outcomes(
            read_outcomes(folder, checklist.level_scale, proposals), self.ledger, checklist
        )
        self.corrections: Mapping[str, tuple[Correction, ...]] = {
            institution: tuple(entries)
            for institution, entries in corrections(self.outcomes, self.ledger, checklist).items()
        }
        names = InstitutionNames(self.ledger, request.lists.roster or ())
        self.marks = read_marks(folder, names)
        self.lists_notes = request.lists_notes or bool(notes_workbooks(folder))

    @property
    def source(self) -> str:
        """The source shown in documents: the campaign's title, or its id without one."""
        campaign = self.request.campaign
        lang = self.request.settings.lang
        return campaign.title.get(lang) if campaign else self.ledger.campaign

    @property
    def handling(self) -> Handling:
        """How documents with answers are to be handled."""
        return self.request.handling

    def inputs(self, published: str | None) -> dict[str, Any]:
        """Return everything that the outputs follow from.

        Args:
            published: hash of the record that feedback was made beside.
        """
        request = self.request
        former = None if request.previous is None else OutFolder(request.previous).hash(STORE)
        return inputs_of(
            self.processor,
            {
                **{name: hash_of(request.named.get(name)) for name in _NAMED},
                "key": request.key_hash,
            },
            {
                "formats": [format_.name for format_ in request.formats],
                "previous": former,
                "published": published,
                "corrections": sorted(
                    list(map(str, (*outcome.key, *outcome.entries))) for outcome in self.outcomes
                ),
                "marks": sorted([*mark.key, mark.kind, mark.wording or ""] for mark in self.marks),
                "queries": self.folder.hash(QUERIES),
                "removals": CampaignStanding.read(self.folder).removals,
                "found": self.folder.hash(FOUND),
                "where": [list(condition) for condition in request.where],
                "notes": self.lists_notes,
            },
        )

    def levels(self, institution: str) -> Corrections:
        """Return the levels that an institution's answers were corrected to."""
        entries = self.corrections.get(institution, ())
        return tuple((correction.practice, correction.level) for correction in entries)

    @property
    def waiting(self) -> tuple[ReviewOutcome, ...]:
        """Corrections of answers that stand which nobody has approved yet."""
        return tuple(
            outcome for outcome in self.outcomes if outcome.is_waiting and self._stands(outcome.key)
        )

    @property
    def asked_states(self) -> Counter[CaseState]:
        """Number of questions that were sent on answers that stand, by how far they are."""
        outcomes = {outcome.key: outcome for outcome in self.outcomes}
        return Counter(
            question_state(outcomes.get(key), exchange)
            for key, exchange in self.exchanges.items()
            if self._stands(key)
        )

    def _stands(self, key: ReviewKey) -> bool:
        return self._standing.get(key.institution) == key.file

    @cached_property
    def _standing(self) -> dict[str, str]:
        """The file whose answers count, by the institution's id."""
        return {row.id: row.effective.sha256 for row in self.rows if row.effective}

    @cached_property
    def kept_keys(self) -> tuple[ReviewKey, ...]:
        """Answers that have a row in the review whatever the queries on them."""
        return tuple(dict.fromkeys((*(outcome.key for outcome in self.outcomes), *self.exchanges)))

    @cached_property
    def _kept_by_file(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        kept: dict[tuple[str, str], tuple[str, ...]] = {}
        for key in self.kept_keys:
            if key.practice is not None:
                file = (key.institution, key.file)
                kept[file] = (*kept.get(file, ()), key.practice)
        return kept

    def kept_practices(self, effective: EffectiveFiling) -> tuple[str, ...]:
        """Return the practices of an institution that have a row whatever the queries on them."""
        return self._kept_by_file.get((effective.institution.id, effective.sha256), ())

    @cached_property
    def contents(self) -> dict[str, str]:
        """Hashes of the answers that each institution's feedback shows, by the institution's id."""
        return {
            effective.institution.id: content_hash(
                {
                    "answers": self._heads[effective.sha256].content,
                    "institution": effective.institution,
                    "corrections": self.levels(effective.institution.id),
                }
            )
            for effective in self.effective_filings
        }

    def answer_codes(self, row: LedgerRow) -> str | None:
        """Return an institution's answers as filed, one character for each practice."""
        member = self._heads[row.effective.sha256].member if row.effective else None
        return None if member is None else member.answer_codes

    @property
    def answers(self) -> list[AnswerCodes]:
        """The answers of every institution as filed, by which they are compared."""
        return [
            AnswerCodes(row.id, self._shares_centre(row), self.answer_codes(row) or "")
            for row in self.rows
        ]

    @property
    def answered(self) -> dict[str, str]:
        """Which practices each institution answers, as filed, by its id."""
        practices = tuple(self.processor.edition.checklist.placed)
        heads = {row.id: self._heads[row.effective.sha256] for row in self.rows if row.effective}
        return {
            institution: answered_marks(head.member, practices)
            for institution, head in heads.items()
            if head.member is not None
        }

    def _shares_centre(self, row: LedgerRow) -> bool:
        member = self._heads[row.effective.sha256].member if row.effective else None
        return member is not None and member.shared_system is True

    def filed(self, effective: EffectiveFiling) -> Submission:
        """Return an institution's answers as they were filed."""
        reading = stored_reading(self.folder, self.request.settings, effective.sha256)
        return submission_of(reading.values, effective)

    @cached_property
    def filed_before_correction(self) -> dict[str, Mapping[str, Answer]]:
        """Answers as filed of the institutions that have corrections."""
        return {
            effective.institution.id: self.filed(effective).answers
            for effective in self.effective_filings
            if effective.institution.id in self.corrections
        }

    @cached_property
    def members(self) -> dict[str, Member]:
        """The figures that each institution contributes, after corrections, by its id."""
        members: dict[str, Member] = {}
        for effective in self.effective_filings:
            institution = effective.institution
            member = self._heads[effective.sha256].member
            if institution.id in self.corrections:
                submission = corrected(
                    self.filed(effective),
                    self.levels(institution.id),
                    self.processor.edition.checklist,
                )
                member = member_of(self.processor.assess(submission), submission)
            if member is not None:
                members[institution.id] = member._replace(
                    id=institution.id, sector=institution.sector
                )
        return members

    def hearing_rows(self, facts: Iterable[HearingFacts]) -> tuple[HearingRow, ...]:
        """Return the institutions to hear, each with its reasons."""
        return hearing_rows(facts, self.floor, self.processor.edition.checklist.level_scale)

    def hearing(self, rows: Sequence[HearingRow]) -> bytes:
        """Return the workbook of institutions to hear."""
        sectors = {
            sector.id: sector.title for sector in self.processor.scoring_data.sectors.sectors
        }
        checklist, lang = self.processor.edition.checklist, self.request.settings.lang
        return write_hearing(
            rows,
            len(self.rows),
            sectors,
            checklist,
            lang,
            source=self.source,
            days=self.request.days,
            handling=self.handling,
        )

    def segments(self) -> bytes:
        """Return the workbook of figures by what institutions have in common."""
        request, checklist = self.request, self.processor.edition.checklist
        tables = segment_tables(
            self.ledger.institutions,
            self.members,
            request.lists.roster,
            request.where,
            self.processor.scoring_data.sectors,
            len(checklist.domains),
        )
        return write_segments(
            tuple(tables),
            [str(condition) for condition in request.where],
            checklist,
            request.settings.lang,
            source=self.source,
            handling=self.handling,
        )


def _as_published(ledger: Ledger, members: frozenset[str]) -> Ledger:
    """Return a ledger whose institutions are in the statistics as they were published."""
    return ledger._replace(
        institutions=tuple(_row_as_published(row, members) for row in ledger.institutions)
    )


def _row_as_published(row: LedgerRow, members: frozenset[str]) -> LedgerRow:
    if row.effective is None:
        return row
    if row.id in members:
        return row._replace(left_out=None)
    return row._replace(left_out=row.left_out or "published")
