"""Corrections of levels that a review led to, and the log of them."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cssa.answers.submission import NO_ANSWER, Answer, Submission
from cssa.batch.ledger.entries import Ledger
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Practice
from cssa.datafile.csv_table import write_csv_table
from cssa.engine.status import level_of
from cssa.errors import InputError, Problem
from cssa.forms.review import (
    BEFORE_APPROVALS,
    ProposedCorrection,
    ReviewKey,
    ReviewOutcome,
)
from cssa.messages import fitting

Corrections = tuple[tuple[str, int], ...]
"""Practices with the levels that replace the ones as filed."""

LOG = f"{PRIVATE}/corrections.csv"

_COLUMNS = (
    "institution",
    "practice",
    "number",
    "before",
    "after",
    "ground",
    "by",
    "on",
    "approved_by",
    "sha256",
)


class Correction(NamedTuple):
    """A level that was corrected, with the outcome of the review that it comes from."""

    outcome: ReviewOutcome
    practice: str
    level: int


def read_outcomes(
    folder: OutFolder,
    scale: LevelScale,
    proposals: Mapping[ReviewKey, ProposedCorrection] = {},
) -> tuple[ReviewOutcome, ...]:
    """Return the outcomes that were entered into the previous run's review workbooks.

    Args:
        folder: the batch's.
        scale: the levels that answers can be corrected to.
        proposals: corrections that institutions propose in reply forms.

    Raises:
        InputError: with everything in them that cannot be accepted.
    """
    from cssa.forms.review_reader import read_review

    outcomes: dict[ReviewKey, ReviewOutcome] = {}
    problems: list[Problem] = []
    for path in sorted((folder.root / PRIVATE).glob("review*.xlsx")):
        try:
            entered = read_review(path.read_bytes(), str(path), scale, proposals)
        except InputError as error:
            problems += error.problems
            continue
        for outcome in entered:
            first = outcomes.setdefault(outcome.key, outcome)
            # an interrupted run may leave a row in two workbooks, as a copy of one does
            if outcome.entries != first.entries:
                params = {"other": str(first.place)}
                problems.append(Problem("book.review_twice", params, outcome.place))
    if problems:
        raise InputError(problems)
    return tuple(outcomes.values())


def corrections(
    outcomes: Iterable[ReviewOutcome], ledger: Ledger, checklist: Checklist
) -> Mapping[str, Sequence[Correction]]:
    """Return the approved corrections of effective filings, by institution, in checklist order.

    A correction of a file that another one has replaced is not carried over to it.

    Args:
        outcomes: as read from the workbooks.
        ledger: the institutions, the files, and the effective filings.
        checklist: the one that was answered.

    Raises:
        InputError: where there is no such institution or practice, or where no single answer to a
            practice gives the level.
    """
    order = {practice: number for number, practice in enumerate(checklist.placed)}
    files = {row.id: row.effective and row.effective.sha256 for row in ledger.institutions}
    filed = {filing.sha256 for filing in ledger.filings} | set(files.values())
    by_institution: dict[str, list[Correction]] = {}
    problems = []
    for outcome in outcomes:
        key = outcome.key
        if outcome.outcome != "corrected" or outcome.level is None or key.practice is None:
            continue
        if key.file not in filed:  # its institution may be gone with it
            continue
        problem = _problem(key, outcome.level, files, checklist)
        if problem is not None:
            facts = {
                "institution": key.institution,
                "practice": checklist.shown_id(key.practice),
                "level": outcome.level,
            }
            problems.append(Problem(problem, fitting(problem, facts), outcome.place))
        elif files[key.institution] == key.file and outcome.is_approved:
            correction = Correction(outcome, key.practice, outcome.level)
            by_institution.setdefault(key.institution, []).append(correction)
    if problems:
        raise InputError(problems)
    for entries in by_institution.values():
        entries.sort(key=lambda correction: order[correction.practice])
    return by_institution


def _problem(
    key: ReviewKey, level: int, institutions: Container[str], checklist: Checklist
) -> str | None:
    """Return why no answer can be corrected, as the code of a message."""
    if key.institution not in institutions:
        return "batch.correction_institution"
    placed = checklist.placed.get(key.practice or "")
    if placed is None:
        return "batch.correction_practice"
    value = placed.practice.question_kind.value_for_level(placed.practice, level)
    return "batch.correction_kind" if value is None else None


def corrected(submission: Submission, levels: Corrections, checklist: Checklist) -> Submission:
    """Return a submission with the answers that give corrected levels; the rest of it stays."""
    if not levels:
        return submission
    answers = dict(submission.answers)
    for practice, level in levels:
        before, question = answers.get(practice, NO_ANSWER), checklist.placed[practice].practice
        kind = question.question_kind
        changed = {
            kind.answer_field: kind.value_for_level(question, level),
            "na": False,
            "not_adopted": False,
            "reason": None,
        }
        answers[practice] = before.model_copy(update=changed)
    return submission.model_copy(update={"answers": answers})


def corrections_log(
    entries: Mapping[str, Sequence[Correction]],
    before: Mapping[str, Mapping[str, Answer]],
    checklist: Checklist,
) -> bytes:
    """Return the log of corrections as CSV.

    Args:
        entries: the corrections by institution.
        before: the answers as filed, by institution.
        checklist: the one that was answered.
    """
    return write_csv_table(_COLUMNS, _lines(entries, before, checklist))


def _lines(
    entries: Mapping[str, Sequence[Correction]],
    before: Mapping[str, Mapping[str, Answer]],
    checklist: Checklist,
) -> Iterator[list[str]]:
    for institution in sorted(entries):
        for correction in entries[institution]:
            outcome = correction.outcome
            answer = before[institution].get(correction.practice, NO_ANSWER)
            yield [
                institution,
                correction.practice,
                checklist.shown_id(correction.practice),
                _level_text(checklist.placed[correction.practice].practice, answer),
                str(correction.level),
                outcome.ground or "",
                outcome.by or "",
                outcome.on.isoformat() if outcome.on else "",
                "" if outcome.approved_by in (None, BEFORE_APPROVALS) else outcome.approved_by,
                outcome.key.file,
            ]


def _level_text(practice: Practice, answer: Answer) -> str:
    level = level_of(practice, answer)
    if level is not None:
        return str(level)
    return "na" if answer.na else "not_adopted" if answer.not_adopted else ""
