"""還元資料: writes each institution's own report in the worker that scores it.

Until the campaign is published it shows the institution's own figures alone; from then on they
stand beside those of its comparison group as they were published.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from cssa.answers.handling import UNSPECIFIED, Handling
from cssa.answers.submission import Submission
from cssa.batch.corrections import Corrections, corrected
from cssa.batch.followup import (
    UNREAD,
    InstitutionQueries,
    institution_queries,
    load_queries,
    save_queries,
    unread_queries,
)
from cssa.batch.intake.processor import BatchSettings, FileProcessor, file_processor
from cssa.batch.intake.runner import stored_reading
from cssa.batch.ledger.entries import EffectiveFiling
from cssa.batch.outputs.aggregate_files import PEERS
from cssa.batch.outputs.folder import FEEDBACK, OutFolder
from cssa.batch.workers import WorkerDied, WorkerPool
from cssa.comparison.previous_result import PreviousResult, compare_results, is_earlier
from cssa.consistency.former_answers import FormerAnswers
from cssa.consistency.hearing import HearingFacts, hearing_facts
from cssa.consistency.plausibility import Expected, plausibility_queries
from cssa.consistency.queries import queries
from cssa.datafile.typed_json import adapter
from cssa.engine.comparability import subject_of
from cssa.engine.result import Result
from cssa.errors import OutputError, Problem
from cssa.peers.chapter import ChapterEntry
from cssa.peers.comparison.institution import Comparer, Comparison
from cssa.peers.peers_file import Peers, read_peers
from cssa.reports.chapter import ChapterDomain, build_chapter
from cssa.reports.feedback.feedback_view import (
    FeedbackView,
    build_feedback_view,
    build_interim_view,
)
from cssa.reports.formats.feedback import JsonFeedback
from cssa.reports.formats.kinds import Document, FeedbackFormat, Writer, encoded
from cssa.reports.publication_mark import PublicationMark
from cssa.reports.report_view import ReportSources, ReportView, build_report_view
from cssa.store.rows import SubmissionRecords, submission_records


class FeedbackSettings(NamedTuple):
    """Settings that all feedback of a run is made with.

    Attributes:
        batch: what answers are read and scored with.
        root: the batch's folder.
        formats: of the files.
        peers: sha256 of the published figures; None before they are published.
        previous: folder of the last campaign's batch.
        asks: whether to derive the queries to each institution; else the stored ones are used.
        days: the first and the last day on which assessments may have been made.
        shows_incidents: whether published incident cases stand beside gaps.
        handling: what the issuer lays down on documents with answers.
        base_date: the campaign's, to which the answers refer.
        chapter: published good practices and common problems.
    """

    batch: BatchSettings
    root: Path
    formats: tuple[FeedbackFormat, ...]
    peers: str | None
    previous: Path | None
    asks: bool = True
    days: tuple[date | None, date | None] = (None, None)
    shows_incidents: bool = False
    handling: Handling = UNSPECIFIED
    base_date: date | None = None
    chapter: tuple[ChapterEntry, ...] = ()


class FeedbackJob(NamedTuple):
    """One institution's feedback.

    Attributes:
        effective: its effective filing.
        path: of that file, as it is shown.
        corrections: levels that were corrected since.
        levels: what it answered in the last campaign; None for a newcomer.
        before: its overall score then.
        mark: how it relates to the publication, where that is shown.
        former: its answers in the last campaign, for comparison.
        size: as the roster states it, in yen.
        kept: practices that have a row in the review whatever the queries on them.
        extended_to: the later deadline that was granted to it.
    """

    effective: EffectiveFiling
    path: str
    corrections: Corrections = ()
    levels: Mapping[str, int] | None = None
    before: Fraction | None = None
    mark: PublicationMark | None = None
    former: FormerAnswers | None = None
    size: Decimal | None = None
    kept: tuple[str, ...] = ()
    extended_to: date | None = None


class FeedbackResult(NamedTuple):
    """The outcome of one institution's feedback.

    Attributes:
        records: for the store.
        hashes: sha256 of each file, by name.
        facts: what decides whether it is heard.
    """

    records: SubmissionRecords
    hashes: Mapping[str, str]
    facts: HearingFacts


def feedback_name(institution: str, format_: FeedbackFormat) -> str:
    """Return the name of an institution's file in a format."""
    return f"{FEEDBACK}/{institution}/feedback{format_.suffix}"


def feed_back(
    settings: FeedbackSettings,
    jobs: Sequence[FeedbackJob],
    pool: WorkerPool,
    step: Callable[[int, int], None],
) -> Iterator[FeedbackResult]:
    """Write the feedback of many institutions, yielding each result as it is done.

    Args:
        settings: what all of it is made with.
        jobs: one for each institution.
        pool: does the work.
        step: reports how many of how many are done.

    Raises:
        OutputError: when a worker died on one of them.
    """
    step(0, len(jobs))
    result: FeedbackResult | WorkerDied
    for done, (job, result) in enumerate(pool.run(partial(feedback_job, settings), jobs), start=1):
        if isinstance(result, WorkerDied):
            params = {"id": job.effective.institution.id}
            raise OutputError([Problem("batch.feedback_died", params)])
        step(done, len(jobs))
        yield result


def feedback_job(settings: FeedbackSettings, job: FeedbackJob) -> FeedbackResult:
    """Score an institution's answers and write its feedback."""
    return _feedback_writer(settings).make(job)


@lru_cache(maxsize=1)
def _feedback_writer(settings: FeedbackSettings) -> "_FeedbackWriter":
    return _FeedbackWriter(settings)


class _FeedbackWriter:
    """Writes feedback, with everything it takes loaded once."""

    def __init__(self, settings: FeedbackSettings) -> None:
        self._settings = settings
        self._folder = OutFolder(settings.root)
        self._processor: FileProcessor = file_processor(settings.batch)
        self._lang = settings.batch.lang

    @cached_property
    def _peers(self) -> Peers:
        return read_peers(str(self._settings.root / PEERS))

    @cached_property
    def _chapter(self) -> tuple[ChapterDomain, ...]:
        return build_chapter(self._settings.chapter, self._processor.edition.checklist)

    @cached_property
    def _comparer(self) -> Comparer:
        return Comparer(self._peers, self._processor.scoring_data.sectors)

    @cached_property
    def _writers(self) -> list[Writer[FeedbackView]]:
        return [format_.writer(self._peers, self._lang) for format_ in self._settings.formats]

    @cached_property
    def _interim_writers(self) -> list[Writer[ReportView]]:
        return [format_.interim_writer(self._lang) for format_ in self._settings.formats]

    def make(self, job: FeedbackJob) -> FeedbackResult:
        settings, effective = self._settings, job.effective
        reading = stored_reading(self._folder, settings.batch, effective.sha256)
        filed = submission_of(reading.values, effective)
        result = self._processor.assess(filed)
        stored = self._queries(result, filed, job, reading.head.notes)
        submission = corrected(filed, job.corrections, self._processor.edition.checklist)
        if submission is not filed:
            result = self._processor.assess(submission)
        comparison = None if settings.peers is None else self._comparer.compare(result, submission)
        hashes = {}
        for name, data in self._render(result, submission, comparison, job.mark):
            self._folder.write(name, data)
            hashes[name] = hashlib.sha256(data).hexdigest()
        below = None if comparison is None else comparison.below_in_place
        median = None if below is None or below.cell.median is None else below.cell.median
        return FeedbackResult(
            submission_records(result, submission, job.path, self._processor.edition.checklist),
            hashes,
            hearing_facts(
                result,
                tuple(query for query in stored.queries if not query.code.startswith(UNREAD)),
                previous_overall=None if stored.before is None else Fraction(stored.before),
                group_median=None if median is None else Fraction(str(median)),
            ),
        )

    def _queries(
        self, result: Result, filed: Submission, job: FeedbackJob, notes: Sequence[Problem]
    ) -> InstitutionQueries:
        if not self._settings.asks:
            return load_queries(job.effective.institution.id, self._folder)
        before = None if job.before is None else str(job.before)
        sectors = self._processor.scoring_data.sectors.sectors
        institution = job.effective.institution
        first_day, last_day = self._settings.days
        if last_day is not None and job.extended_to is not None:
            last_day = max(last_day, job.extended_to)
        expected = Expected(
            next((sector for sector in sectors if sector.id == institution.sector), None),
            job.size,
            first_day,
            last_day,
            job.former,
        )
        raised = (
            *plausibility_queries(result, filed, expected),
            *queries(result, job.levels),
            *unread_queries(result.institution.id, notes),
        )
        stored = institution_queries(result, filed, raised, job.effective.sha256, before, job.kept)
        save_queries(stored, self._folder)
        return stored

    def _render(
        self,
        result: Result,
        submission: Submission,
        comparison: Comparison | None,
        mark: PublicationMark | None,
    ) -> Iterator[tuple[str, bytes]]:
        """Yield the institution's files with their names."""
        if not self._settings.formats:
            return
        scoring_data, criteria = self._processor.scoring_data, self._processor.criteria
        sources = ReportSources(
            edition=self._processor.edition,
            submission=submission,
            scheme=criteria.scheme,
            targets=criteria.targets,
            profile=criteria.profile,
            scales=scoring_data.level_wording(self._processor.edition.checklist),
            sectors=scoring_data.sectors,
            handling=self._settings.handling,
            base_date=self._settings.base_date,
            asked_tiers=self._settings.batch.asked_tiers,
            incidents=self._processor.incidents if self._settings.shows_incidents else None,
        )
        report = build_report_view(result, sources, self._previous(result))
        documents: Iterator[Document]
        if comparison is None:
            interim = build_interim_view(report)
            documents = (write(interim) for write in self._interim_writers)
        else:
            view = build_feedback_view(replace(report, mark=mark), comparison, self._chapter)
            documents = (write(view) for write in self._writers)
        for format_, document in zip(self._settings.formats, documents, strict=True):
            yield feedback_name(result.institution.id, format_), encoded(document)

    def _previous(self, result: Result) -> PreviousResult | None:
        """Return what the last campaign reported, where it can be compared."""
        if self._settings.previous is None:
            return None
        name = feedback_name(result.institution.id, JsonFeedback())
        data = OutFolder(self._settings.previous).read(name)
        if data is None:
            return None
        try:
            previous = adapter(Result).validate_python(json.loads(data)["result"])
        except (ValueError, KeyError, TypeError, ValidationError):
            return None
        obstacle = subject_of(result).obstacle(subject_of(previous))
        if obstacle in ("checklist", "scale") or not is_earlier(previous, result):
            return None
        return compare_results(result, previous)


def submission_of(values: Mapping[str, Any], effective: EffectiveFiling) -> Submission:
    """Return the submission of an institution.

    Args:
        values: what its file was read as, as plain values.
        effective: the institution's effective filing.
    """
    institution = {**values["institution"], **effective.institution._asdict()}
    return Submission.model_validate({**values, "institution": institution})
