"""What ``--previous`` names: last time's answers, a filled form, a result or a kept result."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cssa.answers.loading import LoadedAnswers
from cssa.answers.submission import Answer
from cssa.cli.dated_inputs import (
    DatedInputs,
    Kept,
    KeptFile,
    has_answers,
    is_kept_result,
    read_result,
)
from cssa.cli.environment import read_input
from cssa.comparison.compare import compare_snapshots
from cssa.comparison.compared_results import ComparedResults
from cssa.comparison.previous_result import (
    PreviousResult,
    compare_levels,
    compare_results,
)
from cssa.comparison.snapshot import Snapshot
from cssa.datafile.reader import read
from cssa.datafile.validation import validate
from cssa.engine.result import Result
from cssa.errors import InputError, Problem, UsageError
from cssa.gate.baseline import KeptResult, saved_levels, wrong_practices
from cssa.location import Location
from cssa.workspace import Assessment, Workspace

MOST_PREVIOUS = 4
"""Earlier results that a report shows."""


class EarlierResults(NamedTuple):
    """What a report shows of earlier days.

    Attributes:
        previous: the figures of the last of them.
        comparison: all of them with the present result; None where the figures of saved levels
            cannot be made, as their checklist or scheme is not available.
    """

    previous: PreviousResult
    comparison: ComparedResults | None


def compare_with_previous(
    workspace: Workspace,
    paths: Sequence[str],
    assessment: Assessment,
    *,
    scheme: str | None = None,
    target: str | None = None,
) -> EarlierResults | None:
    """Return the earlier figures that files hold, to be shown beside a result.

    Args:
        workspace: what answers are read and scored with.
        paths: answers as YAML or JSON, which are scored as of the day they describe, filled
            forms, results, or results kept by the gate; in any order.
        assessment: the present answers with their result.
        scheme: id or path, for answers; the default where None.
        target: id or path, for answers; the default where None.

    Returns:
        None where no file is named.

    Raises:
        InputError: when a file is none of these, cannot be read, tells no day, cannot be compared,
            or describes the same day as another.
        UsageError: when there are too many.
    """
    if len(paths) > MOST_PREVIOUS:
        params = {"count": len(paths), "most": MOST_PREVIOUS}
        raise UsageError([Problem("previous.too_many", params)])
    inputs, result = DatedInputs(workspace, scheme, target), assessment.result
    read_files: dict[str, tuple[Kept, PreviousResult]] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            no_day = Problem("previous.no_day", {"path": path}, Location(path))
            content = inputs.read(path, no_day)
            read_files[path] = (content, _previous(content, path, result))
        except InputError as error:
            problems += [_placed(problem, path) for problem in error.problems]
    if problems:
        raise InputError(problems)
    in_order = sorted(read_files, key=lambda path: read_files[path][1].day)
    _check_days(in_order, read_files)
    if not in_order:
        return None
    last = read_files[in_order[-1]][1]
    try:
        snapshots = [_snapshot(inputs, path, *read_files[path]) for path in in_order]
    except InputError:
        return EarlierResults(last, None)
    now = inputs.snapshot_of(assessment, "", result.assessed_on or result.as_of)
    every = [*snapshots, now]
    return EarlierResults(last, compare_snapshots(every, inputs.revisions(every)))


def _placed(problem: Problem, path: str) -> Problem:
    """Return a problem with the file that it is in, where several are named."""
    return problem if problem.location else problem._replace(location=Location(path))


def _check_days(
    in_order: Sequence[str], read_files: "dict[str, tuple[Kept, PreviousResult]]"
) -> None:
    days = [read_files[path][1].day for path in in_order]
    for number in range(1, len(days)):
        if days[number] == days[number - 1]:
            params = {"other": in_order[number - 1], "day": days[number]}
            place = Location(in_order[number])
            raise InputError([Problem("compare.same_day", params, place)])


def _previous(content: Kept, path: str, result: Result) -> PreviousResult:
    if isinstance(content, KeptFile):
        return _compare_with_kept(content, path, result)
    return compare_results(result, content.result if isinstance(content, Assessment) else content)


def _snapshot(inputs: DatedInputs, path: str, content: Kept, previous: PreviousResult) -> Snapshot:
    if isinstance(content, KeptFile):
        return inputs.snapshot_of_kept(content.kept, path, previous.day)
    return inputs.snapshot_of(content, path, previous.day)


def _compare_with_kept(file: KeptFile, path: str, result: Result) -> PreviousResult:
    kept = file.kept
    if kept.checklist.fingerprint == result.checklist.fingerprint:
        problems = list(wrong_practices(kept, result, file.document))
        if problems:
            raise InputError(problems)
    if kept.assessed_on is None:
        raise InputError([Problem("previous.kept_without_day", {"path": path}, Location(path))])
    return compare_levels(result, saved_levels(kept, kept.assessed_on, result.scale))


def previous_answers(workspace: Workspace, path: str, checklist_id: str) -> dict[str, Answer]:
    """Return the answers that a file holds, or that its result shows.

    Args:
        workspace: what answers are read with.
        path: answers as YAML or JSON, a filled form, a result, or a result kept by the gate.
        checklist_id: the checklist that they must be to.

    Raises:
        InputError: when it is neither, cannot be read, or is of another checklist.
    """
    data = read_input(path)
    if has_answers(data):
        loaded: LoadedAnswers = workspace.read_answers(data, path)
        answered, answers = loaded.submission.checklist.id, dict(loaded.submission.answers)
    elif is_kept_result(data):
        kept = validate(KeptResult, read(data, path))
        answered, answers = kept.checklist.id, dict(_kept_levels(kept))
    else:
        result = read_result(data, path)
        answered, answers = result.checklist.id, dict(_answers_of(result))
    if answered != checklist_id:
        params = {"now": checklist_id, "then": answered}
        raise InputError([Problem("previous.other_checklist", params, Location(path))])
    return answers


def _kept_levels(kept: KeptResult) -> Iterator[tuple[str, Answer]]:
    for practice_id, value in kept.practices.items():
        if isinstance(value, int):
            yield practice_id, Answer(level=value)


def _answers_of(result: Result) -> Iterator[tuple[str, Answer]]:
    for practice in (practice for domain in result.domains for practice in domain.practices):
        if practice.status == "answered":
            yield practice.id, Answer(level=practice.level)
        elif practice.status == "not_applicable":
            yield practice.id, Answer(na=True, reason=practice.reason)
        elif practice.status == "not_adopted":
            yield practice.id, Answer(not_adopted=True, reason=practice.reason)
