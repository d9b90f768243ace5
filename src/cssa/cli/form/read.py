"""``cssa form read``: reads forms into answers."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cssa.answers.loading import holds_answers
from cssa.answers.submission import Submission
from cssa.cli import options
from cssa.cli.environment import open_workspace, read_input, today
from cssa.cli.field_lists import LISTED, list_fields
from cssa.cli.form.checks import note_checks
from cssa.cli.form.form_files import ENDINGS, read_password, unlocked
from cssa.cli.form.line_review import read_line_review_forms
from cssa.cli.language import t
from cssa.cli.output import (
    Output,
    check_outputs,
    checklist_files,
    emit,
    note,
    note_each,
    with_ending,
)
from cssa.cli.run_change_log import note_failure, open_change_log
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.signature import OutputKind
from cssa.workspace import Workspace

if TYPE_CHECKING:
    from cssa.answers.change_log import ChangeLog
    from cssa.answers.three_way import Side
    from cssa.checklist.model import Checklist
    from cssa.forms.gathered import GatheredValues
    from cssa.forms.into_answers import Update
    from cssa.forms.reading import FormReading


def read(
    files: Annotated[list[str], typer.Argument(metavar="FORM", help=t("opt.form.files"))],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", readable=False, help=t("opt.form.output_answers")
        ),
    ],
    returned: Annotated[
        Path | None,
        typer.Option(
            "--return", metavar="FILE.(xlsx|html)", readable=False, help=t("opt.form.return")
        ),
    ] = None,
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", metavar="FILE", help=t("opt.form.password_file")),
    ] = None,
    checklist: options.Checklist = None,
    take: Annotated[
        Literal["form", "file"] | None, typer.Option("--take", help=t("opt.form.take"))
    ] = None,
    by: options.By = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Read forms."""
    from cssa.answers.serialization import to_yaml
    from cssa.forms.form_reader import loaded_answers, missing_fields
    from cssa.forms.merge import merge_forms

    _check_usage(files, returned, take, replace=replace)
    inputs = (*files, password_file, *checklist_files(checklist))
    merged_json = (".json",) if output.is_file() and not replace else ()
    output = with_ending(output, (".yaml", ".yml", *merged_json), replace=replace) or output
    answers = Output(output, OutputKind.ANSWERS, inputs, replace=replace)
    is_merge = not replace and _holds_answers(answers)
    if is_merge:
        answers = Output(output, OutputKind.ANSWERS, inputs, updates=True)
    returned = with_ending(returned, ENDINGS, replace=replace)
    back = Output(returned, OutputKind.RETURNED_FORM, inputs, replace=replace)
    check_outputs(answers, back)
    workspace = open_workspace(checklist)
    try:
        readings = _readings(workspace, files, password_file)
    except InputError as error:
        _raise_unless_reviews(error, files, is_merge=is_merge)
        data = _contents(files, password_file)
        read_line_review_forms(workspace, files, data, output, take=take, by=by)
        return
    _check_kind(returned, readings[0])
    merged = merge_forms(readings)
    problems = [*merged.problems, *missing_fields(merged)]
    if problems:
        if returned is not None:
            _return(readings[0], problems, back)
        raise InputError(problems)
    submission = loaded_answers(merged).submission
    if is_merge:
        log = open_change_log("form read", by)
        update, submission = _merge_into(
            output, merged, submission, readings[0], workspace, take, log
        )
        note_failure(log)
        done = t(f"form.merge.{'done' if update.changes else 'unchanged'}", path=output)
    else:
        emit(to_yaml(submission), answers)
        note_each(merged.notes)
        done = t("form.read_done", count=submission.given_count, path=output)
    _note_state(readings, submission, workspace)
    note(done)


def _check_usage(
    files: list[str], returned: Path | None, take: "Side | None", *, replace: bool
) -> None:
    """Refuse options that exclude each other."""
    if returned is not None and len(files) > 1:
        raise UsageError([Problem("form.return_many")])
    if take is not None and replace:
        raise UsageError([Problem("form.take_and_replace")])


def _note_state(
    readings: list["FormReading"], submission: Submission, workspace: Workspace
) -> None:
    """Write what stands out in the answers, and how many of those asked are missing."""
    from cssa.engine.scoring import score_submission

    edition = readings[0].edition.with_rows(submission.lists)
    checklist = edition.checklist
    criteria = workspace.criteria(checklist)
    result = score_submission(edition, submission, criteria, as_of=today())
    note_checks(checklist, result, submission)
    for key in _unasked(checklist, submission):
        answer = submission.answers.get(key)
        if answer is not None and answer.value_field is not None:
            note(_unasked_remark(checklist, key))
    asked = _asked(readings)
    open_ = [
        practice.id
        for domain in result.domains
        for practice in domain.practices
        if practice.status == "unanswered" and practice.id in asked
    ]
    if open_:
        note(t("form.unanswered", count=len(open_), first=checklist.shown_id(open_[0])))


def _unasked(checklist: "Checklist", submission: Submission) -> list[str]:
    """Return the questions that other answers leave out, in their order."""
    from cssa.answers.asked_if import is_asked

    return [
        key
        for key, placed in checklist.placed.items()
        if is_asked(placed.practice, checklist, submission.answers) is False
    ]


def _unasked_remark(checklist: "Checklist", key: str) -> str:
    """Return that a question is answered which another answer leaves out."""
    condition = checklist.placed[key].practice.asked_if
    asked = checklist.shown_id(condition.practice) if condition else ""
    return f"{checklist.shown_id(key)}: {t('finding.answered_unasked', asked=asked)}"


def _holds_answers(output: Output) -> bool:
    """Return whether an output is an existing answers file, into which a form is merged."""
    if output.path is None or not output.is_file:
        return False
    try:
        return holds_answers(read_bytes(output.path))
    except InputError:
        return False


def _merge_into(
    path: Path,
    gathered: "GatheredValues",
    form: Submission,
    reading: "FormReading",
    workspace: Workspace,
    take: "Side | None",
    change_log: "ChangeLog | None",
) -> "tuple[Update, Submission]":
    """Merge the values of forms into an answers file, and print which fields changed.

    Args:
        path: the answers file.
        gathered: the values of all forms.
        form: the submission that they make.
        reading: the first form.
        workspace: scoring data of the run.
        take: the side that wins a conflict; None refuses conflicts.
        change_log: logs what is changed; None logs nothing.

    Returns:
        What was changed, and the answers after the merge.

    Raises:
        InputError: with every conflict; the file is left as it is.
    """
    from cssa.forms.into_answers import merge_into

    edition, scoring_data = reading.edition, workspace.scoring_data
    update, submission = merge_into(
        path, gathered, form, edition, scoring_data, take=take, change_log=change_log
    )
    if update.problems and take is None:
        note(t("form.merge.conflicts", path=path, count=len(update.problems)))
        raise InputError(update.problems)
    # What is empty in a form stays as it is in the file.
    note_each(note_ for note_ in gathered.notes if note_.code != "form.blank_fields")
    for name in ("taken", "kept", "emptied"):
        list_fields(f"form.merge.fields.{name}", getattr(update, name))
    list_fields(
        "form.merge.fields.conflicts", update.conflicts, count=len(update.problems), side=take
    )
    if update.superseded:
        count = len(update.superseded)
        note(t("form.merge.superseded", count=count, practices=listed(update.superseded, LISTED)))
    return update, submission


def _readings(
    workspace: Workspace, files: list[str], password_file: Path | None
) -> list["FormReading"]:
    """Read every form, reporting together all that cannot be read."""
    from cssa.forms.form_reader import read_form

    duplicates = [name for name, count in Counter(files).items() if count > 1]
    if duplicates:
        raise UsageError(Problem("form.twice_given", {}, Location(name)) for name in duplicates)
    password = read_password(password_file)
    readings: list[FormReading] = []
    problems: list[Problem] = []
    for name in files:
        try:
            data = unlocked(read_input(name), name, password)
            readings.append(read_form(data, name, workspace.form_context))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return readings


def _raise_unless_reviews(error: InputError, files: list[str], *, is_merge: bool) -> None:
    """Raise an error unless all files are review forms, which are merged in a way of their own."""
    from cssa.forms.form_reader import IS_LINE_REVIEW

    codes = [problem.code for problem in error.problems]
    if not is_merge or codes != [IS_LINE_REVIEW] * len(files):
        raise error


def _contents(files: list[str], password_file: Path | None) -> list[bytes]:
    """Return the contents of files that have been read before."""
    password = read_password(password_file)
    return [unlocked(read_input(name), name, password) for name in files]


def _asked(readings: list["FormReading"]) -> set[str]:
    """Return the practices that at least one form asks."""
    return {
        practice
        for practice in readings[0].edition.checklist.placed
        if any(reading.asked is None or practice in reading.asked for reading in readings)
    }


def _check_kind(returned: Path | None, reading: "FormReading") -> None:
    """Refuse to return a form under the name of another kind.

    Raises:
        UsageError: with the ending that it would have.
    """
    ending = ENDINGS[reading.is_page]
    if returned is not None and returned.suffix.lower() not in ("", ending):
        params = {"ending": returned.suffix, "known": ending}
        raise UsageError([Problem("form.page.return_ending", params, Location(str(returned)))])


def _return(reading: "FormReading", problems: list[Problem], output: Output) -> None:
    """Write the sender's own form with its problems marked."""
    from cssa.forms.returned import mark_problems

    emit(mark_problems(reading, problems), output)
    note(t("form.returned_done", path=output.path))
