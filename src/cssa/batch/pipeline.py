"""A batch from the files that were read to everything that is given back; it publishes nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from cssa.batch import followup
from cssa.batch.corrections import LOG, log
from cssa.batch.intake.processor import file_processor
from cssa.batch.intake.runner import IntakeResult, Step
from cssa.batch.ledger.entries import EffectiveFiling, Ledger, LedgerRow
from cssa.batch.ledger.export import LedgerExport
from cssa.batch.outputs import store_rows
from cssa.batch.outputs.aggregate_files import PEERS
from cssa.batch.outputs.feedback import FeedbackJob, FeedbackSettings, feed_back, feedback_names
from cssa.batch.outputs.folder import PRIVATE, OutFolder, OutputList
from cssa.batch.outputs.manifest import is_done, write_manifest
from cssa.batch.outputs.returns import plan_returns, write_returns
from cssa.batch.previous_campaign import STORE, PreviousCampaign
from cssa.batch.publishing.feedback_editions import EDITIONS, FeedbackEditions
from cssa.batch.publishing.publication_record import PUBLISHED, PublicationRecord
from cssa.batch.request import BatchRequest, keep_request
from cssa.batch.settled_campaign import SettledCampaign
from cssa.batch.workers import WorkerPool
from cssa.consistency.hearing import HearingFacts
from cssa.errors import InputError, Problem, UsageError
from cssa.store.pseudonyms import pseudonymize
from cssa.store.rows import (
    CampaignRecords,
    SubmissionRecords,
    figure_rows,
    practice_rows,
)
from cssa.store.write import write_store

Progress = Callable[[str], Step]
"""Is told the name of a phase; what it returns is told how far the phase is."""

HEARING = f"{PRIVATE}/hearing.xlsx"


class BatchResult(NamedTuple):
    """What a batch came to.

    Attributes:
        ignored: paths of what was left unread as no forms.
        unchanged: whether all of it had been made before.
        record: what was published, if anything was.
    """

    ledger: Ledger
    ignored: tuple[str, ...]
    unchanged: bool
    record: PublicationRecord | None


def request_beside_edition(
    request: BatchRequest, record: PublicationRecord | None, as_of: date | None, folder: OutFolder
) -> BatchRequest:
    """Return what is asked of a run, made fit for what was published in the folder.

    Args:
        request: what is asked.
        record: what was published, if anything was.
        as_of: the date that was named; None where it is the usual one.
        folder: the batch's.

    Raises:
        UsageError: when it asks for other figures than the published ones.
        InputError: when publishing was interrupted, or the edition was changed since.
    """
    if record is None:
        return request
    if record.state == "publishing":
        raise InputError([record.unfinished("batch.published.interrupted", folder)])
    record.check_files(folder)
    measure = record.measure
    settings = request.settings._replace(as_of=measure.as_of)
    edition, criteria = file_processor(settings).edition, file_processor(settings).criteria
    checklists = [
        f"{checklist.id} {checklist.version}"
        for checklist in (edition.checklist, measure.checklist)
    ]
    if checklists[0] == checklists[1]:
        checklists = [edition.fingerprint, measure.checklist.fingerprint]
    _check_same(
        ("--as-of", as_of or measure.as_of, measure.as_of),
        ("--checklist", checklists[0], checklists[1]),
        ("--scheme", criteria.scheme.id, measure.scheme),
        ("--target", criteria.targets.id, measure.targets),
    )
    if request.campaign is not None:
        _check_campaign(request.campaign.id, record)
    return request._replace(settings=settings)


def _check_same(*options: tuple[str, object, object]) -> None:
    problems = [
        Problem(
            "batch.published.other_option", {"name": name, "given": given, "published": published}
        )
        for name, given, published in options
        if given != published
    ]
    if problems:
        raise UsageError(problems)


def _check_campaign(campaign: str, record: PublicationRecord) -> None:
    if campaign and record.campaign and campaign != record.campaign:
        params = {"given": campaign, "published": record.campaign}
        raise UsageError([Problem("batch.published.other_campaign", params)])


def run_pipeline(
    request: BatchRequest,
    intake: IntakeResult,
    folder: OutFolder,
    crew: WorkerPool,
    progress: Progress,
    record: PublicationRecord | None = None,
) -> BatchResult:
    """Keep the ledger, and give everybody back what is theirs.

    Args:
        request: what is asked.
        intake: what was read.
        folder: takes everything.
        crew: writes the feedback.
        progress: is told how far it is.
        record: what was published, which stays as it is; feedback is made beside it.

    Raises:
        InputError: when what was entered into the review, or the former batch, cannot be taken.
        OutputError: when something cannot be written.
    """
    settled = SettledCampaign(request, intake, folder, record)
    if record is not None:
        _check_campaign(settled.ledger.campaign, record)
    run = _Run(settled, crew, progress, record)
    keep_request(request, folder)
    inputs = settled.inputs(folder.hash(PUBLISHED))
    unchanged = is_done(folder, inputs)
    if not unchanged:
        hashes = run.write()
        write_manifest(folder, inputs, intake.files, hashes, run.names)
    return BatchResult(settled.ledger, intake.ignored, unchanged, record)


class _Run:
    """What a run writes."""

    def __init__(
        self,
        settled: SettledCampaign,
        crew: WorkerPool,
        progress: Progress,
        record: PublicationRecord | None,
    ) -> None:
        request, folder = settled.request, settled.folder
        self._settled = settled
        self._request = request
        self._folder = folder
        self._crew = crew
        self._progress = progress
        self._record = record
        self._written = OutputList(folder)
        self._previous = (
            None if request.previous is None else PreviousCampaign(request.previous, request.key)
        )
        self._editions = None if record is None else FeedbackEditions(record, folder)
        self._lang = request.settings.lang
        self._hashes: dict[str, str] = {}
        self._facts: list[HearingFacts] = []

    @property
    def names(self) -> list[str]:
        """The files of this run, and what was published before it."""
        edition = () if self._record is None else (PUBLISHED, *self._record.files)
        return [*self._written.names, *edition]

    def write(self) -> Mapping[str, str]:
        """Write everything but the manifest; return the hashes of what workers wrote."""
        settled, request = self._settled, self._request
        self._register()
        returns = plan_returns(settled.ledger, self._folder)
        write_returns(returns, self._folder, self._written, request.campaign, self._lang)
        orders = [self._order(row, row.standing) for row in settled.rows if row.standing]
        if self._editions is not None and self._editions.document is not None:
            self._put(EDITIONS, self._editions.document)
        if settled.standing:
            self._feed_back_and_store(orders)
            self._put(HEARING, settled.hearing(self._facts))
        if settled.standing or settled.outcomes:
            self._review()
        self._folder.keep_only(
            followup.ASKED, {followup.queries_name(row.id) for row in settled.rows}
        )
        self._written.finish()
        return self._hashes

    def _register(self) -> None:
        settled = self._settled
        register = LedgerExport(
            settled.ledger,
            settled.intake.ignored,
            self._request.settings.as_of,
            {
                sector.id: sector.title.get(self._lang)
                for sector in settled.desk.library.sectors.sectors
            },
            settled.source,
            self._lang,
        )
        self._put(f"{PRIVATE}/ledger.json", register.document())
        self._put(f"{PRIVATE}/ledger.csv", register.csv())
        self._put(f"{PRIVATE}/ledger.xlsx", register.workbook())

    def _put(self, name: str, data: bytes) -> None:
        self._written.announce({name})
        self._folder.write(name, data)

    def _feed_back_and_store(self, orders: list[FeedbackJob]) -> None:
        """Write everyone's feedback; what comes of it goes to the store one after the other."""
        settled, request, ledger = self._settled, self._request, self._settled.ledger
        edition = settled.desk.edition
        if settled.corrections:
            self._put(LOG, log(settled.corrections, settled.filed_before_correction))
        self._written.announce(
            {STORE, *(n for row in settled.rows for n in feedback_names(row.id, request.formats))}
        )
        present = CampaignRecords(
            campaign=store_rows.campaign_of(
                ledger, request.campaign, edition, settled.desk.criteria
            ),
            practices=practice_rows(edition.checklist),
            figures=figure_rows(edition.checklist),
            institutions=store_rows.institutions(ledger, settled.members),
            files=store_rows.files(ledger),
            problems=store_rows.problems(ledger),
            submissions=self._feed_back(orders),
        )
        if request.key is not None:
            present = pseudonymize(present, request.key)
        former = () if self._previous is None else self._previous.campaigns(present.campaign.id)
        write_store(self._folder.root / STORE, [*former, present])

    def _feed_back(self, orders: list[FeedbackJob]) -> Iterator[SubmissionRecords]:
        request = self._request
        issue = FeedbackSettings(
            request.settings,
            self._folder.root,
            request.formats,
            None if self._record is None else self._record.files[PEERS],
            request.previous,
        )
        for made in feed_back(issue, orders, self._crew, self._progress("feedback")):
            self._hashes.update(made.written)
            self._facts.append(made.facts)
            yield made.records

    def _order(self, row: LedgerRow, standing: EffectiveFiling) -> FeedbackJob:
        before, editions = self._previous, self._editions
        return FeedbackJob(
            standing,
            row.path or "",
            self._settled.levels(row.id),
            None if before is None else before.levels(row.id),
            None if before is None else before.overall(row.id),
            None if editions is None else editions.mark(row.id, self._settled.contents[row.id]),
        )

    def _review(self) -> None:
        """Write what to ask about, with what was entered before."""
        self._progress("finish")
        from cssa.forms.review_writer import write_reviews

        settled = self._settled
        rows = followup.review_rows(
            [row.id for row in settled.rows], self._folder, settled.desk.edition.checklist
        )
        for name, data in write_reviews(rows, settled.outcomes, self._lang):
            self._put(f"{PRIVATE}/{name}", data)
