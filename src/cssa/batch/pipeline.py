"""Runs a batch from the files read to every output except the publication."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cssa.batch import followup
from cssa.batch.cases.case import CaseState
from cssa.batch.cases.case_files import CASES
from cssa.batch.cases.hearing_reasons import save_hearing_reasons
from cssa.batch.cases.review_files import write_review
from cssa.batch.chapter.chapter import Chapter, chapter_of, later_entries
from cssa.batch.chapter.note_list import NOTES, write_note_list
from cssa.batch.corrections import LOG, corrections_log
from cssa.batch.intake.runner import IntakeResult, Step
from cssa.batch.ledger.entries import EffectiveFiling, Ledger, LedgerRow
from cssa.batch.ledger.export import LedgerExport
from cssa.batch.outputs import store_rows
from cssa.batch.outputs.aggregate_files import PEERS
from cssa.batch.outputs.feedback import FeedbackJob, FeedbackSettings, feed_back, feedback_name
from cssa.batch.outputs.folder import OWNER_FILE, PRIVATE, OutFolder, OutputList
from cssa.batch.outputs.manifest import is_done, write_manifest
from cssa.batch.outputs.returns import plan_returns, write_returns
from cssa.batch.outputs.segments import SEGMENTS
from cssa.batch.outputs.years import YEARS, years_workbook
from cssa.batch.previous_campaign import STORE, PresentCampaign, PreviousCampaign
from cssa.batch.publishing.feedback_editions import EDITIONS, FeedbackEditions
from cssa.batch.publishing.publication_record import PUBLISHED, PublicationRecord
from cssa.batch.removals import AcceptedRemoval, keep_standing
from cssa.batch.request import BatchRequest, save_request
from cssa.batch.settled_campaign import SettledCampaign
from cssa.batch.standing_folder import check_campaign, check_folder
from cssa.batch.workers import WorkerPool
from cssa.consistency.former_answers import Unchanged, unchanged_answers
from cssa.consistency.hearing import HearingFacts
from cssa.consistency.plausibility import assessment_days
from cssa.forms.review import ReviewOutcome
from cssa.peers.rules import Rules
from cssa.store.pseudonyms import pseudonymize
from cssa.store.rows import (
    CampaignRecords,
    SubmissionRecords,
    figure_rows,
    practice_rows,
)
from cssa.store.write import write_store

Progress = Callable[[str], Step]
"""Starts a phase by its name, and returns what reports how far the phase is."""

HEARING = f"{PRIVATE}/hearing.xlsx"
TABLES = {"notes": NOTES, "segments": SEGMENTS, "years": YEARS}
"""The issuer's own workbooks that a run may write beside ledger, review and hearing."""


class BatchResult(NamedTuple):
    """The result of a batch.

    Attributes:
        ignored: paths of files that were not read because they are no forms.
        unchanged: whether every output was there already.
        record: what was published, if anything was.
        asked: number of questions that were sent, by how far they are.
        waiting: corrections that nobody has approved yet.
        tables: those of ``TABLES`` that there are.
        chapter: what would be published of good practices and common problems.
        later: number of its entries that were made after the publication.
    """

    ledger: Ledger
    ignored: tuple[str, ...]
    unchanged: bool
    record: PublicationRecord | None
    asked: Mapping[CaseState, int] = {}
    waiting: tuple[ReviewOutcome, ...] = ()
    tables: tuple[str, ...] = ()
    chapter: Chapter = Chapter()
    later: int = 0


def run_pipeline(
    request: BatchRequest,
    intake: IntakeResult,
    folder: OutFolder,
    pool: WorkerPool,
    progress: Progress,
    record: PublicationRecord | None = None,
    accept_removal: str | None = None,
) -> BatchResult:
    """Build the ledger and write returns, feedback, store and review.

    Args:
        request: of the run.
        intake: what was read.
        folder: takes everything.
        pool: writes the feedback.
        progress: reports the phases.
        record: what was published, which stays as it is; feedback compares with it.
        accept_removal: why much of what stands may be removed; None where it may not.

    Raises:
        InputError: when what was entered into the review, or the former batch, cannot be taken, or
            much of what stands would be removed.
        OutputError: when something cannot be written.
    """
    settled = SettledCampaign(request, intake, folder, record)
    if record is not None:
        check_campaign(settled.ledger.campaign, record)
    check_folder(settled.ledger.campaign, folder)
    run = _Run(settled, pool, progress, record)
    standing = keep_standing(folder, settled.answered, settled.ledger, accept_removal)
    removals = standing.removals
    del standing  # it has what each of ten thousand institutions answers
    save_request(request, folder)
    inputs = settled.inputs(folder.hash(PUBLISHED))
    unchanged = is_done(folder, inputs)
    if not unchanged:
        hashes = run.write(removals)
        write_manifest(folder, inputs, intake.files, hashes, run.names)
    rules = Rules()
    chapter = chapter_of(settled, folder, rules.min_group, ())
    return BatchResult(
        settled.ledger,
        intake.ignored,
        unchanged,
        record,
        settled.asked_states,
        settled.waiting,
        tuple(table for table, name in TABLES.items() if (folder.root / name).is_file()),
        chapter,
        0 if record is None else later_entries(chapter, record.ever_published),
    )


class _Run:
    """Writes the outputs of a run."""

    def __init__(
        self,
        settled: SettledCampaign,
        pool: WorkerPool,
        progress: Progress,
        record: PublicationRecord | None,
    ) -> None:
        request, folder = settled.request, settled.folder
        self._settled = settled
        self._request = request
        self._folder = folder
        self._pool = pool
        self._progress = progress
        self._record = record
        self._outputs = OutputList(folder)
        self._previous = None
        if request.previous is not None:
            self._previous = PreviousCampaign(request.previous, request.key)
            checklist, _ = request.settings.checklist
            self._previous.check_earlier(
                PresentCampaign(
                    settled.ledger.campaign, checklist, request.base_date, request.settings.as_of
                )
            )
        self._editions = None if record is None else FeedbackEditions(record, folder)
        self._lang = request.settings.lang
        self._hashes: dict[str, str] = {}

    @property
    def names(self) -> list[str]:
        """Names of this run's files, and of those that were published before it."""
        edition = () if self._record is None else (PUBLISHED, *self._record.files)
        return [*self._outputs.names, *edition]

    def write(self, removals: Sequence[AcceptedRemoval]) -> Mapping[str, str]:
        """Write everything but the manifest; return the hashes of what workers wrote.

        Args:
            removals: those that were accepted.
        """
        settled, request = self._settled, self._request
        self._write_ledger(removals)
        returns = plan_returns(settled.ledger, self._folder)
        write_returns(returns, self._folder, self._outputs, request.campaign, self._lang)
        jobs = [self._job(row, row.effective) for row in settled.rows if row.effective]
        if self._editions is not None and self._editions.document is not None:
            self._write(EDITIONS, self._editions.document)
        if settled.effective_filings:
            self._write_hearing(self._write_feedback_and_store(jobs))
            self._write(SEGMENTS, settled.segments())
        if settled.effective_filings or settled.kept_keys:
            self._progress("finish")
            write_review(settled, self._folder, self._outputs.announce)
        else:
            self._folder.keep_only(CASES, set())
        if settled.lists_notes:
            write_note_list(settled, self._folder, self._outputs.announce)
        self._folder.keep_only(
            followup.QUERIES, {followup.queries_name(row.id) for row in settled.rows}
        )
        self._outputs.finish()
        return self._hashes

    def _write_ledger(self, removals: Sequence[AcceptedRemoval]) -> None:
        settled = self._settled
        sectors = settled.processor.scoring_data.sectors
        export = LedgerExport(
            settled.ledger,
            settled.intake.ignored,
            self._request.settings.as_of,
            {sector.id: sector.title.get(self._lang) for sector in sectors.sectors},
            settled.source,
            self._lang,
            self._unchanged(),
            {kind.id: kind.title.get(self._lang) for kind in sectors.kinds},
            settled.handling,
            self._request.base_date,
            self._request.days,
            removals,
        )
        self._write(f"{PRIVATE}/ledger.json", export.document())
        self._write(f"{PRIVATE}/ledger.csv", export.csv())
        self._write(f"{PRIVATE}/ledger.xlsx", export.workbook())

    def _unchanged(self) -> Mapping[str, Unchanged]:
        """Return how many answers are as in the previous campaign, by institution."""
        if self._previous is None:
            return {}
        practices = tuple(self._settled.processor.edition.checklist.placed)
        unchanged = {}
        for row in self._settled.rows:
            former = self._previous.answers(row.id)
            codes = self._settled.answer_codes(row)
            if former is not None and codes is not None:
                unchanged[row.id] = unchanged_answers(practices, codes, former)
        return unchanged

    def _write(self, name: str, data: bytes) -> None:
        self._outputs.announce({name})
        self._folder.write(name, data)

    def _write_hearing(self, facts: Iterable[HearingFacts]) -> None:
        rows = self._settled.hearing_rows(facts)
        self._write(HEARING, self._settled.hearing(rows))
        save_hearing_reasons(rows, self._folder)

    def _write_feedback_and_store(self, jobs: Sequence[FeedbackJob]) -> Sequence[HearingFacts]:
        """Write everyone's feedback; each result goes to the store at once.

        Returns:
            What the reasons for a hearing follow from.
        """
        facts: list[HearingFacts] = []
        settled, request, ledger = self._settled, self._request, self._settled.ledger
        edition = settled.processor.edition
        if settled.corrections:
            log = corrections_log(
                settled.corrections,
                settled.filed_before_correction,
                settled.processor.edition.checklist,
            )
            self._write(LOG, log)
        feedback = {
            feedback_name(row.id, format_) for row in settled.rows for format_ in request.formats
        }
        self._outputs.announce({STORE, *feedback})
        current = CampaignRecords(
            campaign=store_rows.campaign_of(
                ledger, request.campaign, edition, settled.processor.criteria
            ),
            practices=practice_rows(edition.checklist),
            figures=figure_rows(edition.checklist),
            institutions=store_rows.institutions(ledger, settled.members),
            files=store_rows.files(ledger),
            problems=store_rows.problems(ledger),
            submissions=self._feed_back(jobs, facts),
        )
        if request.key is not None:
            current = pseudonymize(current, request.key)
        earlier = () if self._previous is None else self._previous.campaigns(current.campaign.id)
        write_store(self._folder.root / STORE, [*earlier, current])
        (self._folder.root / STORE).chmod(OWNER_FILE)
        years = years_workbook(settled, self._folder)
        if years is not None:
            self._write(YEARS, years)
        return facts

    def _feed_back(
        self, jobs: Sequence[FeedbackJob], facts: list[HearingFacts]
    ) -> Iterator[SubmissionRecords]:
        request = self._request
        feedback_settings = FeedbackSettings(
            request.settings,
            self._folder.root,
            request.formats,
            None if self._record is None else self._record.files[PEERS],
            request.previous,
            days=assessment_days(request.campaign),
            shows_incidents=request.shows_incidents,
            handling=self._settled.handling,
            base_date=request.base_date,
            chapter=() if self._record is None else self._record.chapter,
        )
        settled = self._settled
        second = Rules().second if self._record is None else self._record.rules.second
        places = store_rows.PeerPlaces(settled.processor.scoring_data.sectors, second)
        rows = {row.id: row for row in settled.rows}
        for result in feed_back(feedback_settings, jobs, self._pool, self._progress("feedback")):
            self._hashes.update(result.hashes)
            facts.append(result.facts)
            institution = result.records.row.institution
            member = settled.members.get(institution)
            yield places.placed(result.records, rows[institution], member)

    def _job(self, row: LedgerRow, effective: EffectiveFiling) -> FeedbackJob:
        previous, editions = self._previous, self._editions
        return FeedbackJob(
            effective,
            row.path or "",
            self._settled.levels(row.id),
            None if previous is None else previous.levels(row.id),
            None if previous is None else previous.overall(row.id),
            None if editions is None else editions.mark(row.id, self._settled.contents[row.id]),
            None if previous is None else previous.answers(row.id),
            row.size,
            self._settled.kept_practices(effective),
            row.extended_to,
        )
