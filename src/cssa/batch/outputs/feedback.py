"""還元資料: each institution's own report beside its comparison group, written where it is made."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from cssa.answers.submission import Submission
from cssa.batch.corrections import Corrections, corrected
from cssa.batch.followup import institution_queries, keep_queries
from cssa.batch.intake.processor import BatchSettings, FileProcessor, file_processor
from cssa.batch.intake.runner import load_kept
from cssa.batch.ledger.entries import EffectiveFiling
from cssa.batch.outputs.folder import FEEDBACK as FOLDER
from cssa.batch.outputs.folder import PUBLIC, OutFolder
from cssa.consistency.hearing import HearingFacts, hearing_facts
from cssa.consistency.queries import queries
from cssa.engine.result import Result
from cssa.peers.comparison.institution import Comparer, Comparison
from cssa.peers.peers_file import read_peers
from cssa.reports.feedback import FEEDBACK, json_
from cssa.reports.feedback.feedback_view import FeedbackView, build_feedback_view
from cssa.reports.feedback.html import FeedbackWriter
from cssa.reports.report_view import ReportSources, build_report_view
from cssa.store.rows import SubmissionRecords, submission_records

PEERS = f"{PUBLIC}/peers.json"


class FeedbackSettings(NamedTuple):
    """What all feedback of a run is made with.

    Attributes:
        root: the batch's folder.
        formats: endings of the files.
        peers: sha256 of the published figures.
        previous: the last campaign's folder.
    """

    settings: BatchSettings
    root: Path
    formats: tuple[str, ...]
    peers: str
    previous: Path | None


class FeedbackJob(NamedTuple):
    """One institution's feedback.

    Attributes:
        path: the file that speaks for it.
        corrections: levels that were put right since.
        levels: what it answered in the last campaign; None for a newcomer.
        before: its overall score then.
    """

    standing: EffectiveFiling
    path: str
    corrections: Corrections = ()
    levels: Mapping[str, int] | None = None
    before: Fraction | None = None


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
        self._peers = read_peers(str(issue.root / PEERS))
        self._comparer = Comparer(self._peers, self._desk.library.sectors)
        self._lang = issue.settings.lang
        self._pages = FeedbackWriter(self._peers, self._lang)

    def make(self, order: FeedbackJob) -> FeedbackResult:
        issue, standing = self._issue, order.standing
        kept = load_kept(self._folder, issue.settings, standing.sha256)
        filed = submission_of(kept.values, standing)
        result = self._desk.assess(filed)
        asked = queries(result, order.levels)
        keep_queries(institution_queries(result, filed, asked, standing.sha256), self._folder)
        submission = corrected(filed, order.corrections)
        if submission is not filed:
            result = self._desk.assess(submission)
        comparison = self._comparer.compare(result, submission)
        written = {}
        for name, data in self._render(result, submission, comparison):
            self._folder.write(name, data)
            written[name] = hashlib.sha256(data).hexdigest()
        below = comparison.below_target
        median = None if below is None or below.cell.median is None else below.cell.median
        return FeedbackResult(
            submission_records(result, submission, order.path),
            written,
            hearing_facts(
                result,
                asked,
                previous_overall=order.before,
                group_median=None if median is None else Fraction(str(median)),
            ),
        )

    def _render(
        self, result: Result, submission: Submission, comparison: Comparison
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
        report = build_report_view(result, basis, self._previous(result))
        view = build_feedback_view(report, comparison)
        for name in feedback_names(result.institution.id, self._issue.formats):
            yield name, self._file(name.rpartition(".")[2], view)

    def _file(self, ending: str, view: FeedbackView) -> bytes:
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
