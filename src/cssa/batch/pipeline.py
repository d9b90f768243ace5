"""A batch from the files that were read to everything that is given back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from cssa.answers.campaign import Campaign
from cssa.answers.submission import Answer
from cssa.batch import followup
from cssa.batch.corrections import (
    LOG,
    Correction,
    Corrections,
    corrected,
    corrections,
    log,
    read_outcomes,
)
from cssa.batch.intake.processor import BatchSettings, file_processor
from cssa.batch.intake.runner import FOUND, IntakeResult, Step, load_kept
from cssa.batch.ledger.build import build_ledger
from cssa.batch.ledger.entries import EffectiveFiling, Ledger, LedgerRow
from cssa.batch.ledger.export import LedgerExport
from cssa.batch.outputs import store_rows
from cssa.batch.outputs.editions import editions
from cssa.batch.outputs.editions import names as edition_names
from cssa.batch.outputs.feedback import (
    PEERS,
    FeedbackJob,
    FeedbackResult,
    FeedbackSettings,
    feedback_job,
    feedback_names,
    submission_of,
)
from cssa.batch.outputs.folder import PRIVATE, OutFolder, OutputList
from cssa.batch.outputs.manifest import inputs_of, is_done, write_manifest
from cssa.batch.outputs.returns import plan_returns, write_returns
from cssa.batch.previous_campaign import STORE, PreviousCampaign
from cssa.batch.workers import WorkerDied, WorkerPool
from cssa.consistency.hearing import HearingFacts, hearing_rows
from cssa.errors import OutputError, Problem
from cssa.forms.review import ReviewOutcome
from cssa.lists.receipts import Receipt
from cssa.lists.roster import RosterEntry
from cssa.peers.member import Member, Population, member_of
from cssa.peers.publication import publish
from cssa.peers.rules import Rules
from cssa.reports.excel.hearing_book import write_hearing
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


class BatchRequest(NamedTuple):
    """What a batch is asked to do.

    Attributes:
        roster: None where everyone found is expected.
        formats: of the feedback, by the ending of files.
        previous: folder of the last campaign's batch.
        key: what pseudonyms in the store are made with; names stand in it where None.
        named: content of the files that were named beside the forms, by what they are.
    """

    settings: BatchSettings
    rules: Rules
    campaign: Campaign | None = None
    roster: tuple[RosterEntry, ...] | None = None
    receipts: tuple[Receipt, ...] = ()
    formats: tuple[str, ...] = ("html", "json")
    previous: Path | None = None
    key: bytes | None = None
    named: Mapping[str, bytes | None] = {}


class BatchResult(NamedTuple):
    """What a batch came to.

    Attributes:
        ignored: paths of what was left unread as no forms.
        unchanged: whether all of it had been made before.
    """

    ledger: Ledger
    ignored: tuple[str, ...]
    unchanged: bool


def run_pipeline(
    request: BatchRequest,
    intake: IntakeResult,
    folder: OutFolder,
    crew: WorkerPool,
    progress: Progress,
) -> BatchResult:
    """Keep the ledger, publish the groups' figures, give everybody back what is theirs.

    Args:
        request: what is asked.
        intake: what was read.
        folder: takes everything.
        crew: writes the feedback.
        progress: is told how far it is.

    Raises:
        InputError: when what clerks wrote into the review, or the former batch, cannot be taken.
        OutputError: when something cannot be written.
    """
    ledger = build_ledger(
        intake.files,
        campaign=request.campaign,
        roster=request.roster,
        receipts=request.receipts,
        floor=request.rules.coverage_floor,
    )
    batch = _BatchRun(request, intake, ledger, folder, crew, progress)
    inputs = batch.inputs()
    unchanged = is_done(folder, inputs)
    if not unchanged:
        write_manifest(folder, inputs, intake.files, batch.write(), batch.names)
    return BatchResult(ledger, intake.ignored, unchanged)


class _BatchRun:
    """One run, once the ledger is known."""

    def __init__(
        self,
        request: BatchRequest,
        intake: IntakeResult,
        ledger: Ledger,
        folder: OutFolder,
        crew: WorkerPool,
        progress: Progress,
    ) -> None:
        self._request = request
        self._intake = intake
        self._ledger = ledger
        self._folder = folder
        self._crew = crew
        self._progress = progress
        self._desk = file_processor(request.settings)
        self._written = OutputList(folder)
        self._rows = [one for one in ledger.institutions if one.standing is not None]
        self._standing = [one.standing for one in self._rows if one.standing is not None]
        self._outcomes: tuple[ReviewOutcome, ...] = read_outcomes(folder)
        self._corrections = corrections(
            self._outcomes, self._standing, self._desk.edition.checklist
        )
        self._previous = (
            None if request.previous is None else PreviousCampaign(request.previous, request.key)
        )
        self._lang = request.settings.lang
        self._hashes: dict[str, str] = {}
        self._facts: list[HearingFacts] = []

    @property
    def names(self) -> list[str]:
        """The files of this run."""
        return self._written.names

    def inputs(self) -> dict[str, Any]:
        """Return everything that the outputs follow from."""
        request = self._request
        previous = None
        if request.previous is not None:
            previous = OutFolder(request.previous).hash(STORE)
        return inputs_of(
            self._desk,
            request.named,
            {
                "rules": [str(one) for one in request.rules],
                "formats": request.formats,
                "previous": previous,
                "corrections": [list(map(str, one)) for one in self._outcomes],
                "found": self._folder.hash(FOUND),
            },
        )

    def write(self) -> Mapping[str, str]:
        """Write everything but the manifest; return the hashes of what workers wrote."""
        request, lang = self._request, self._lang
        self._register()
        returns = plan_returns(self._ledger, self._folder)
        write_returns(returns, self._folder, self._written, request.campaign, lang)
        if self._standing:
            members = self._members()
            self._publish(members)
            self._feed_back_and_store(members)
            self._hearing()
        if self._standing or self._outcomes:
            self._review()
        self._folder.keep_only(
            followup.ASKED, {followup.queries_name(one.institution.id) for one in self._standing}
        )
        self._written.finish()
        return self._hashes

    def _register(self) -> None:
        register = LedgerExport(
            self._ledger,
            self._intake.ignored,
            self._request.settings.as_of,
            {one.id: one.title.get(self._lang) for one in self._desk.library.sectors.sectors},
            self._source,
            self._lang,
        )
        self._put(f"{PRIVATE}/ledger.json", register.document())
        self._put(f"{PRIVATE}/ledger.csv", register.csv())
        self._put(f"{PRIVATE}/ledger.xlsx", register.workbook())

    def _hearing(self) -> None:
        sectors = {one.id: one.title for one in self._desk.library.sectors.sectors}
        rows = hearing_rows(self._facts, self._request.rules.coverage_floor)
        book = write_hearing(rows, len(self._facts), sectors, self._lang, source=self._source)
        self._put(f"{PRIVATE}/hearing.xlsx", book)

    @property
    def _source(self) -> str:
        campaign = self._request.campaign
        return campaign.title.get(self._lang) if campaign else self._ledger.campaign

    def _put(self, name: str, data: bytes) -> None:
        self._written.announce({name})
        self._folder.write(name, data)

    def _members(self) -> dict[str, Member]:
        """Return what each institution contributes, corrections made."""
        heads = {one.head.sha256: one.head.member for one in self._intake.files}
        members: dict[str, Member] = {}
        before: dict[str, Mapping[str, Answer]] = {}
        for standing in self._standing:
            ident = standing.institution.id
            member = heads[standing.sha256]
            if ident in self._corrections:
                kept = load_kept(self._folder, self._request.settings, standing.sha256)
                filed = submission_of(kept.values, standing)
                before[ident] = filed.answers
                submission = corrected(filed, _levels(self._corrections[ident]))
                member = member_of(self._desk.assess(submission), submission.institution)
            if member is not None:
                members[ident] = member._replace(id=ident, sector=standing.institution.sector)
        if self._corrections:
            self._put(LOG, log(self._corrections, before))
        return members

    def _publish(self, members: Mapping[str, Member]) -> None:
        """Write the figures of groups that may be told, and the aggregate in both editions."""
        self._progress("publish")
        edition = self._desk.edition
        checklist = edition.checklist
        population = Population(
            campaign=self._ledger.campaign,
            checklist=checklist.id,
            version=checklist.version,
            fingerprint=edition.fingerprint,
            scheme=self._desk.criteria.scheme.id,
            targets=self._desk.criteria.targets.id,
            domains=tuple(domain.id for domain in checklist.domains),
            sections=tuple(
                section.id for domain in checklist.domains for section in domain.sections
            ),
            practices=tuple(item.practice.id for item in checklist.walk()),
            members=tuple(members[row.id] for row in self._rows if row.in_statistics),
        )
        publication = publish(
            population,
            self._desk.library.sectors,
            self._request.rules,
            None if self._previous is None else self._previous.population,
        )
        text = publication.peers.model_dump_json(by_alias=True, exclude_none=True, indent=1)
        self._put(PEERS, f"{text}\n".encode())
        self._written.announce(set(edition_names()))
        for name, data in editions(
            publication, self._ledger, self._request.campaign, self._desk, self._lang
        ):
            self._folder.write(name, data)

    def _feed_back_and_store(self, members: Mapping[str, Member]) -> None:
        """Write everyone's feedback; what comes of it goes to the store one after the other."""
        checklist = self._desk.edition.checklist
        request, ledger = self._request, self._ledger
        self._written.announce(
            {STORE, *(n for row in self._rows for n in feedback_names(row.id, request.formats))}
        )
        present = CampaignRecords(
            campaign=store_rows.campaign_of(
                ledger, request.campaign, self._desk.edition, self._desk.criteria
            ),
            practices=practice_rows(checklist),
            figures=figure_rows(checklist),
            institutions=store_rows.institutions(ledger, members),
            files=store_rows.files(ledger),
            problems=store_rows.problems(ledger),
            submissions=self._feed_back(),
        )
        if request.key is not None:
            present = pseudonymize(present, request.key)
        former = () if self._previous is None else self._previous.campaigns(present.campaign.id)
        write_store(self._folder.root / STORE, [*former, present])

    def _feed_back(self) -> Iterator[SubmissionRecords]:
        request = self._request
        issue = FeedbackSettings(
            request.settings,
            self._folder.root,
            request.formats,
            self._folder.hash(PEERS) or "",
            request.previous,
        )
        step = self._progress("feedback")
        orders = [self._order(row, row.standing) for row in self._rows if row.standing]
        step(0, len(orders))
        made: FeedbackResult | WorkerDied
        for done, (order, made) in enumerate(
            self._crew.run(partial(feedback_job, issue), orders), start=1
        ):
            if isinstance(made, WorkerDied):
                params = {"id": order.standing.institution.id}
                raise OutputError([Problem("batch.feedback_died", params)])
            self._hashes.update(made.written)
            self._facts.append(made.facts)
            step(done, len(orders))
            yield made.records

    def _order(self, row: LedgerRow, standing: EffectiveFiling) -> FeedbackJob:
        before = self._previous
        return FeedbackJob(
            standing,
            row.path or "",
            _levels(self._corrections.get(row.id, ())),
            None if before is None else before.levels(row.id),
            None if before is None else before.overall(row.id),
        )

    def _review(self) -> None:
        """Write what to ask about, with what clerks have written before."""
        self._progress("finish")
        from cssa.forms.review_writer import write_reviews

        rows = followup.review_rows(
            [row.id for row in self._rows], self._folder, self._desk.edition.checklist
        )
        for name, data in write_reviews(rows, self._outcomes, self._lang):
            self._put(f"{PRIVATE}/{name}", data)


def _levels(several: Iterable[Correction]) -> Corrections:
    return tuple((one.practice, one.level) for one in several)
