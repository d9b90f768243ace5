"""What clerks found out by asking: levels put right, and the log of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cssa.answers.submission import NO_ANSWER, Answer, Submission
from cssa.batch.ledger.entries import EffectiveFiling
from cssa.batch.outputs.folder import PRIVATE, OutFolder
from cssa.checklist.model import Checklist
from cssa.datafile.csv_table import write_csv_table
from cssa.errors import InputError, Problem
from cssa.forms.review import ReviewOutcome

Corrections = tuple[tuple[str, int], ...]
"""Practices with the levels that replace the ones as filed."""

LOG = f"{PRIVATE}/corrections.csv"

_COLUMNS = ("institution", "practice", "before", "after", "ground", "by", "on", "sha256")


class Correction(NamedTuple):
    """A level put right."""

    outcome: ReviewOutcome
    practice: str
    level: int


def read_outcomes(folder: OutFolder) -> tuple[ReviewOutcome, ...]:
    """Return what clerks have written into the workbooks of the run before.

    Raises:
        InputError: with everything in them that cannot be taken.
    """
    from cssa.forms.review_reader import read_review

    outcomes: list[ReviewOutcome] = []
    problems: list[Problem] = []
    for path in sorted((folder.root / PRIVATE).glob("review*.xlsx")):
        try:
            outcomes += read_review(path.read_bytes(), str(path))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return tuple(outcomes)


def corrections(
    outcomes: Iterable[ReviewOutcome], standing: Iterable[EffectiveFiling], checklist: Checklist
) -> Mapping[str, Sequence[Correction]]:
    """Return the corrections of answers that stand, by institution, in checklist order.

    A correction of a file that another one has replaced is not carried over to it.

    Raises:
        InputError: where a practice is not answered with a level.
    """
    order = {practice: number for number, practice in enumerate(checklist.placed)}
    files = {one.institution.id: one.sha256 for one in standing}
    found: dict[str, list[Correction]] = {}
    problems = []
    for outcome in outcomes:
        key = outcome.key
        if outcome.outcome != "corrected" or outcome.level is None or key.practice is None:
            continue
        placed = checklist.placed.get(key.practice)
        if placed is None or placed.practice.kind != "level":
            params = {"practice": key.practice}
            problems.append(Problem("batch.correction_kind", params, outcome.place))
        elif files.get(key.institution) == key.file:
            one = Correction(outcome, key.practice, outcome.level)
            found.setdefault(key.institution, []).append(one)
    if problems:
        raise InputError(problems)
    for several in found.values():
        several.sort(key=lambda one: order[one.practice])
    return found


def corrected(submission: Submission, levels: Corrections) -> Submission:
    """Return a submission with levels put right; what else was said of the practices stays."""
    if not levels:
        return submission
    answers = dict(submission.answers)
    for practice, level in levels:
        before = answers.get(practice, NO_ANSWER)
        changed = {"level": level, "na": False, "not_adopted": False, "reason": None}
        answers[practice] = before.model_copy(update=changed)
    return submission.model_copy(update={"answers": answers})


def log(
    found: Mapping[str, Sequence[Correction]], before: Mapping[str, Mapping[str, Answer]]
) -> bytes:
    """Return the log of corrections as CSV.

    Args:
        found: by institution.
        before: the answers as filed, by institution.
    """
    return write_csv_table(_COLUMNS, _lines(found, before))


def _lines(
    found: Mapping[str, Sequence[Correction]], before: Mapping[str, Mapping[str, Answer]]
) -> Iterator[list[str]]:
    for institution in sorted(found):
        for one in found[institution]:
            outcome = one.outcome
            answer = before[institution].get(one.practice, NO_ANSWER)
            yield [
                institution,
                one.practice,
                _said(answer),
                str(one.level),
                outcome.ground or "",
                outcome.by or "",
                outcome.on.isoformat() if outcome.on else "",
                outcome.key.file,
            ]


def _said(answer: Answer) -> str:
    if answer.level is not None:
        return str(answer.level)
    return "na" if answer.na else "not_adopted" if answer.not_adopted else ""
