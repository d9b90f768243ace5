"""What ``--previous`` names: last time's answers, a filled form, a result or a kept result."""

import re
from collections.abc import Iterator

from cssa.answers.loading import LoadedAnswers, holds_answers
from cssa.answers.submission import Answer
from cssa.cli.environment import read_input
from cssa.datafile.reader import read
from cssa.datafile.validation import validate
from cssa.engine.result import Result
from cssa.errors import InputError, Problem
from cssa.gate.baseline import SCHEMA, KeptResult
from cssa.location import Location
from cssa.workspace import Workspace, is_workbook

_SCHEMA = re.compile(rb"""\bschema["']?[ \t]*:[ \t]*["']?(cssa\.[a-z-]+/[0-9]+)""")
_RESULT = b"cssa.result/"
"""How the schemas of results of any version begin; the model refuses all but its own."""

_KEPT = SCHEMA.encode()


def previous_result(
    workspace: Workspace, path: str, *, scheme: str | None = None, target: str | None = None
) -> Result:
    """Return the result that a file holds, or that its answers had on the day they describe.

    Args:
        workspace: what answers are read and scored with.
        path: answers as YAML or JSON, a filled form, or a result.
        scheme: id or path, for answers; the default where None.
        target: id or path, for answers; the default where None.

    Raises:
        InputError: when it is neither, cannot be read, or holds answers without a day; what the
            gate keeps has levels alone and no day.
    """
    data = read_input(path)
    if not _holds_answers(data):
        return _read_result(data, path)
    answers = workspace.read_answers(data, path)
    assessed_on = answers.submission.assessed_on
    if assessed_on is None:
        raise InputError([Problem("previous.no_day", {"path": path}, Location(path))])
    return workspace.assess(data, path, as_of=assessed_on, scheme=scheme, targets=target).result


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
    if _holds_answers(data):
        loaded: LoadedAnswers = workspace.read_answers(data, path)
        answered, answers = loaded.submission.checklist.id, dict(loaded.submission.answers)
    elif _schema_of(data) == _KEPT:
        kept = validate(KeptResult, read(data, path))
        answered, answers = kept.checklist.id, dict(_kept_levels(kept))
    else:
        result = _read_result(data, path)
        answered, answers = result.checklist.id, dict(_answers_of(result))
    if answered != checklist_id:
        params = {"now": checklist_id, "then": answered}
        raise InputError([Problem("previous.other_checklist", params, Location(path))])
    return answers


def _holds_answers(data: bytes) -> bool:
    return is_workbook(data) or holds_answers(data)


def _read_result(data: bytes, path: str) -> Result:
    schema = _schema_of(data)
    if schema == _KEPT:
        raise InputError([Problem("previous.kept", {}, Location(path))])
    if not (schema and schema.startswith(_RESULT)):
        raise InputError([Problem("previous.neither", {}, Location(path))])
    return validate(Result, read(data, path))


def _schema_of(data: bytes) -> bytes | None:
    """Return the schema that a text names first, so that what names none need not be YAML."""
    match = _SCHEMA.search(data)
    return match and match[1]


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
