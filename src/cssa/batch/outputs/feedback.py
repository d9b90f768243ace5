"""還元資料: each institution's own report, written where it is made.

Until the campaign is published it shows the institution's own figures alone; from then on they
stand beside those of its comparison group as they were published.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from cssa.answers.submission import Submission
from cssa.batch.corrections import Corrections, corrected
from cssa.batch.followup import InstitutionQueries, institution_queries, keep_queries, load
from cssa.batch.intake.processor import BatchSettings, FileProcessor, file_processor
from cssa.batch.intake.runner import load_kept
from cssa.batch.ledger.entries import EffectiveFiling
from cssa.batch.outputs.aggregate_files import PEERS
from cssa.batch.outputs.folder import FEEDBACK as FOLDER
from cssa.batch.outputs.folder import OutFolder
from cssa.batch.workers import WorkerDied, WorkerPool
from cssa.consistency.hearing import HearingFacts, hearing_facts
from cssa.consistency.queries import queries
from cssa.engine.result import Result
from cssa.errors import OutputError, Problem
from cssa.peers.comparison.institution import Comparer, Comparison
from cssa.peers.peers_file import Peers, read_peers
from cssa.reports.feedback import FEEDBACK, json_
from cssa.reports.feedback.feedback_view import FeedbackView, build_feedback_view
from cssa.reports.feedback.html import FeedbackWriter
from cssa.reports.feedback.interim import InterimWriter
from cssa.reports.publication_mark import PublicationMark
from cssa.reports.report_view import ReportSources, build_report_view
from cssa.store.rows import SubmissionRecords, submission_records


class FeedbackSettings(NamedTuple):
    """What all feedback of a run is made with.

    Attributes:
        root: the batch's folder.
        formats: endings of the files.
        peers: sha256 of the published figures; None before they are published.
        previous: the last campaign's folder.
        asks: whether to work out what to ask each institution; else it is taken as kept.
    """

    settings: BatchSettings
    root: Path
    formats: tuple[str, ...]
    peers: str | None
    previous: Path | None
    asks: bool = True


class FeedbackJob(NamedTuple):
    """One institution's feedback.

    Attributes:
        path: the file that speaks for it.
        corrections: levels that were put right since.
        levels: what it answered in the last campaign; None for a newcomer.
        before: its overall score then.
        mark: how it stands to the publication, where that is to be said.
    """

    standing: EffectiveFiling
    path: str
    corrections: Corrections = ()
    levels: Mapping[str, int] | None = None
    before: Fraction | None = None
    mark: PublicationMark | None = None


class FeedbackResult(NamedTuple):
    """What came of one institution's answers.

    Attributes:
        records: for the store.
        written: sha256 of each file, by name.
        facts: what the issuer may want to talk about.
    """

    records: SubmissionRecords
    written: Mapping[str, str]
    facts: HearingFacts


def feedback_names(institution: str, formats: tuple[str, ...]) -> list[str]:
    """Return the names of an institution's files."""
    return [f"{FOLDER}/{institution}/feedback.{ending}" for ending in formats]


def feed_back(
    issue: FeedbackSettings,
    orders: Sequence[FeedbackJob],
    crew: WorkerPool,
    step: Callable[[int, int], None],
) -> Iterator[FeedbackResult]:
    """Write the feedback of many institutions, yielding what came of each as it is done.

    Args:
        issue: what all of it is made with.
        orders: one for each institution.
        crew: does the work.
        step: is called with how many of how many are done.

    Raises:
        OutputError: when a process died on one of them.
    """
    step(0, len(orders))
    made: FeedbackResult | WorkerDied
    for done, (order, made) in enumerate(crew.run(partial(feedback_job, issue), orders), start=1):
        if isinstance(made, WorkerDied):
            params = {"id": order.standing.institution.id}
            raise OutputError([Problem("batch.feedback_died", params)])
        step(done, len(orders))
        yield made


def feedback_job(issue: FeedbackSettings, order: FeedbackJob) -> FeedbackResult:
    """Score an institution's answers again, and write its feedback."""
    return _press(issue).make(order)


@lru_cache(maxsize=1)
def _press(issue: FeedbackSettings) -> "_FeedbackWriter":
    return _FeedbackWriter(issue)


class _FeedbackWriter:
    """Writes feedback, with everything it takes loaded once."""

    def __init__(self, issue: FeedbackSettings) -> None:
        self._issue = issue
        self._folder = OutFolder(issue.root)
        self._desk: FileProcessor = file_processor(issue.settings)
        self._lang = issue.settings.lang

    @cached_property
    def _peers(self) -> Peers:
        return read_peers(str(self._issue.root / PEERS))

    @cached_property
    def _comparer(self) -> Comparer:
        return Comparer(self._peers, self._desk.library.sectors)

    @cached_property
    def _pages(self) -> FeedbackWriter:
        return FeedbackWriter(self._peers, self._lang)

    @cached_property
    def _interim(self) -> InterimWriter:
        return InterimWriter(self._lang)

    def make(self, order: FeedbackJob) -> FeedbackResult:
        issue, standing = self._issue, order.standing
        kept = load_kept(self._folder, issue.settings, standing.sha256)
        filed = submission_of(kept.values, standing)
        result = self._desk.assess(filed)
        asked = self._asked(result, filed, order)
        submission = corrected(filed, order.corrections)
        if submission is not filed:
            result = self._desk.assess(submission)
        comparison = None if issue.peers is None else self._comparer.compare(result, submission)
        written = {}
        for name, data in self._render(result, submission, comparison, order.mark):
            self._folder.write(name, data)
            written[name] = hashlib.sha256(data).hexdigest()
        below = None if comparison is None else comparison.below_target
        median = None if below is None or below.cell.median is None else below.cell.median
        return FeedbackResult(
            submission_records(result, submission, order.path),
            written,
            hearing_facts(
                result,
                asked.queries,
                previous_overall=None if asked.before is None else Fraction(asked.before),
                group_median=None if median is None else Fraction(str(median)),
            ),
        )

    def _asked(self, result: Result, filed: Submission, order: FeedbackJob) -> InstitutionQueries:
        if not self._issue.asks:
            return load(order.standing.institution.id, self._folder)
        before = None if order.before is None else str(order.before)
        asked = institution_queries(
            result, filed, queries(result, order.levels), order.standing.sha256, before
        )
        keep_queries(asked, self._folder)
        return asked

    def _render(
        self,
        result: Result,
        submission: Submission,
        comparison: Comparison | None,
        mark: PublicationMark | None,
    ) -> Iterator[tuple[str, bytes]]:
        """Yield the institution's files with their names."""
        if not self._issue.formats:
            return
        library, criteria = self._desk.library, self._desk.criteria
        basis = ReportSources(
            edition=self._desk.edition,
            submission=submission,
            scheme=criteria.scheme,
            targets=criteria.targets,
            profile=criteria.profile,
            scales=library.scales,
            sectors=library.sectors,
        )
        report = replace(build_report_view(result, basis, self._previous(result)), mark=mark)
        view = None if comparison is None else build_feedback_view(report, comparison)
        for name in feedback_names(result.institution.id, self._issue.formats):
            ending = name.rpartition(".")[2]
            if view is None:
                yield name, self._interim.write(report, ending)
            else:
                yield name, self._beside(view, ending)

    def _beside(self, view: FeedbackView, ending: str) -> bytes:
        """Return a file's content; what every institution gets is made the short way."""
        match ending:
            case "html":
                return self._pages.render(view).encode()
            case "json":
                return json_.encode(view, self._lang)
        text = FEEDBACK[ending](view, self._lang)
        return text.encode() if isinstance(text, str) else text

    def _previous(self, result: Result) -> Result | None:
        """Return what the last campaign fed back, where it can be compared."""
        if self._issue.previous is None:
            return None
        name = feedback_names(result.institution.id, ("json",))[0]
        data = OutFolder(self._issue.previous).read(name)
        if data is None:
            return None
        try:
            before = Result.model_validate(json.loads(data)["result"])
        except (ValueError, KeyError, TypeError, ValidationError):
            return None
        is_other = before.checklist.id != result.checklist.id or before.as_of >= result.as_of
        return None if is_other else before


def submission_of(values: Mapping[str, Any], standing: EffectiveFiling) -> Submission:
    """Return the submission that a file makes for the institution it speaks for."""
    institution = {**values["institution"], **standing.institution._asdict()}
    return Submission.model_validate({**values, "institution": institution})
