"""``cssa form``: writes Excel forms and reads them back."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cssa.answers.campaign import Campaign, read_campaign
from cssa.answers.loading import holds_answers
from cssa.answers.submission import Submission
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import open_workspace, read_input
from cssa.cli.language import current, t
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
from cssa.forms.layout import VALUE
from cssa.location import Location
from cssa.messages.typography import TYPOGRAPHY
from cssa.signature import OutputKind
from cssa.workspace import Workspace

if TYPE_CHECKING:
    from cssa.answers.change_log import ChangeLog
    from cssa.checklist.catalogue import Edition
    from cssa.forms.form_reader import FormReading
    from cssa.forms.gathered import GatheredValues
    from cssa.forms.into_answers import Update
    from cssa.forms.three_way import Side

app = new_app("help.form")

_SPLITS = ("owner",)
_ENDING = ".xlsx"
_LISTED = 40
"""Practices that a line of the summary lists at most."""


@app.callback()
def form() -> None:
    """Make and read forms."""


@add(app, "help.form.new", "new")
def new(
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FORM.xlsx", readable=False, help=t("opt.form.output_form")
        ),
    ],
    checklist: options.Checklist = None,
    campaign: Annotated[
        Path | None, typer.Option("--campaign", metavar="FILE", help=t("opt.form.campaign"))
    ] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="FILE", help=t("opt.form.answers"))
    ] = None,
    split: Annotated[
        str | None, typer.Option("--split", metavar="owner", help=t("opt.form.split"))
    ] = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Make a form."""
    from cssa.forms.form_request import FormRequest
    from cssa.forms.form_writer import write_form

    if split not in (None, *_SPLITS):
        raise UsageError([Problem("form.split_unknown", {"value": split})])
    output = _workbook_path(output)
    workspace = open_workspace(checklist)
    submission, edition = _start(workspace, answers)
    scoring_data = workspace.scoring_data
    inputs = (answers, campaign, *checklist_files(checklist))
    outputs = {
        owner: Output(path, OutputKind.BLANK_FORM, inputs, replace=replace)
        for owner, path in _paths(edition, output, split)
    }
    check_outputs(*outputs.values())
    for owner, file in outputs.items():
        request = FormRequest(
            edition,
            scoring_data.level_wording(edition.checklist),
            scoring_data.profile,
            scoring_data.sectors,
            current(),
            campaign=_campaign(campaign, edition),
            submission=submission,
            owner=owner,
        )
        emit(write_form(request), file)
        count = sum(len(items) for _, items in request.practices_by_domain)
        note(t("form.new_done", path=file.path, count=count))


def _workbook_path(path: Path) -> Path:
    """Return the path of a form with the ending of a workbook, which is added where there is none.

    Raises:
        UsageError: when it has another ending.
    """
    if path.suffix.lower() == _ENDING:
        return path
    if path.suffix:
        params = {"ending": path.suffix, "known": _ENDING}
        raise UsageError([Problem("form.ending", params, Location(str(path)))])
    named = path.with_name(path.name + _ENDING)
    note(t("form.ending_added", path=named))
    return named


def _start(workspace: Workspace, answers: str | None) -> tuple[Submission | None, "Edition"]:
    """Return what to prefill, and the checklist to ask."""
    if answers is None:
        return None, workspace.catalogue.load(workspace.asked_entry())
    loaded = workspace.read_answers(read_input(answers), answers)
    named = loaded.submission.checklist
    edition = workspace.edition(named.id, named.version)
    workspace.check(loaded, edition)
    return loaded.submission, edition


def _campaign(path: Path | None, edition: "Edition") -> Campaign | None:
    return read_campaign(read_bytes(path), str(path), edition.checklist) if path else None


def _paths(edition: "Edition", output: Path, split: str | None) -> list[tuple[str | None, Path]]:
    """Return each form's owner with the file to write; None for a form of all owners."""
    if split is None:
        return [(None, output)]
    owners = dict.fromkeys(item.practice.owner for item in edition.checklist.walk())
    return [(owner, output.with_name(f"{output.stem}-{owner}{output.suffix}")) for owner in owners]


@add(app, "help.form.read", "read")
def read(
    files: Annotated[list[str], typer.Argument(metavar="FORM.xlsx", help=t("opt.form.files"))],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", readable=False, help=t("opt.form.output_answers")
        ),
    ],
    returned: Annotated[
        Path | None,
        typer.Option("--return", metavar="FILE.xlsx", readable=False, help=t("opt.form.return")),
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

    if returned is not None and len(files) > 1:
        raise UsageError([Problem("form.return_many")])
    if take is not None and replace:
        raise UsageError([Problem("form.take_and_replace")])
    inputs = (*files, password_file, *checklist_files(checklist))
    merged_json = (".json",) if output.is_file() and not replace else ()
    output = with_ending(output, (".yaml", ".yml", *merged_json), replace=replace) or output
    answers = Output(output, OutputKind.ANSWERS, inputs, replace=replace)
    is_merge = not replace and _holds_answers(answers)
    if is_merge:
        answers = Output(output, OutputKind.ANSWERS, inputs, updates=True)
    returned = with_ending(returned, (".xlsx",), replace=replace)
    back = Output(returned, OutputKind.RETURNED_FORM, inputs, replace=replace)
    check_outputs(answers, back)
    workspace = open_workspace(checklist)
    readings = _readings(workspace, files, password_file)
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
        done = t("form.read_done", count=len(submission.answers), path=output)
    open_ = [key for key in _asked(readings) if key not in submission.answers]
    if open_:
        note(t("form.unanswered", count=len(open_), first=open_[0]))
    note(done)


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
        _list_fields(f"form.merge.fields.{name}", getattr(update, name))
    _list_fields(
        "form.merge.fields.conflicts", update.conflicts, count=len(update.problems), side=take
    )
    return update, submission


def _list_fields(code: str, rows: dict[str, list[str]], **params: object) -> None:
    """Write a line that lists fields by the row that they belong to."""
    if not rows:
        return
    typography = TYPOGRAPHY[current()]
    words = [
        row if names == [VALUE] else row + typography.in_brackets(typography.join(names))
        for row, names in rows.items()
    ]
    fields = typography.join(words[:_LISTED])
    if len(words) > _LISTED:
        fields = t("form.merge.more", fields=fields, count=len(words) - _LISTED)
    note(t(code, **{"count": sum(map(len, rows.values())), **params}, fields=fields))


def _readings(
    workspace: Workspace, files: list[str], password_file: Path | None
) -> list["FormReading"]:
    """Read every form, reporting together all that cannot be read."""
    from cssa.forms.form_reader import read_form

    duplicates = [name for name, count in Counter(files).items() if count > 1]
    if duplicates:
        raise UsageError(Problem("form.twice_given", {}, Location(name)) for name in duplicates)
    password = read_bytes(password_file).decode().strip("\r\n") if password_file else None
    readings: list[FormReading] = []
    problems: list[Problem] = []
    for name in files:
        try:
            data = _unlocked(read_input(name), name, password)
            readings.append(read_form(data, name, workspace.form_context))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return readings


def _unlocked(data: bytes, name: str, password: str | None) -> bytes:
    if password is None:
        return data
    from cssa.excel.password import unlock

    return unlock(data, name, password)


def _asked(readings: list["FormReading"]) -> list[str]:
    """Return the practices that at least one form asks."""
    owners = {reading.owner for reading in readings}
    return [
        item.practice.id
        for item in readings[0].edition.checklist.walk()
        if None in owners or item.practice.owner in owners
    ]


def _return(reading: "FormReading", problems: list[Problem], output: Output) -> None:
    """Write the sender's own form with its problems marked."""
    from cssa.forms.returned import mark_problems

    emit(mark_problems(reading, problems), output)
    note(t("form.returned_done", path=output.path))
