"""``cssa form``: Excel forms, out and back."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.answers.campaign import Campaign, read_campaign
from cssa.answers.submission import Submission
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.language import current, t
from cssa.cli.output import emit, note
from cssa.cli.workspace import Workspace, read_input
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages.problems import describe_all

if TYPE_CHECKING:
    from cssa.checklist.catalogue import Edition
    from cssa.forms.form_reader import FormReading

app = new_app("help.form")

_SPLITS = ("owner",)


@app.callback()
def form() -> None:
    """Make and read forms."""


@add(app, "help.form.new", "new")
def new(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FORM.xlsx", help=t("opt.form.output_form"))
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
) -> None:
    """Make a form."""
    from cssa.forms.form_writer import write_form
    from cssa.forms.request import FormRequest

    if split not in (None, *_SPLITS):
        raise UsageError([Problem("form.split_unknown", {"value": split})])
    workspace = Workspace(checklist)
    submission, edition = _start(workspace, answers, checklist)
    library = workspace.library
    for owner, path in _outputs(edition, output, split):
        request = FormRequest(
            edition,
            library.scales,
            library.profile,
            library.sectors,
            current(),
            campaign=_campaign(campaign),
            submission=submission,
            owner=owner,
        )
        emit(write_form(request), path)
        count = sum(len(items) for _, items in request.placed)
        note(t("form.new_done", path=path, count=count))


def _start(
    workspace: Workspace, answers: str | None, checklist: Path | None
) -> tuple[Submission | None, "Edition"]:
    """Return what to prefill, and the checklist to ask."""
    from cssa.answers.loading import check_answers

    catalogue = workspace.catalogue
    if answers is None:
        given = next((one for one in catalogue.entries() if one.origin == "given"), None)
        entry = given if checklist and given else catalogue.find("fsa-cyber-guideline")
        return None, catalogue.load(entry)
    sheet = workspace.read_answers(answers)
    wanted = sheet.submission.checklist
    edition = catalogue.load(catalogue.find(wanted.id, wanted.version))
    check_answers(sheet, edition, workspace.library.profile, workspace.library.sectors)
    return sheet.submission, edition


def _campaign(path: Path | None) -> Campaign | None:
    return read_campaign(read_bytes(path), str(path)) if path else None


def _outputs(edition: "Edition", output: Path, split: str | None) -> list[tuple[str | None, Path]]:
    """Return each form's department with the file to write."""
    if split is None:
        return [(None, output)]
    owners = dict.fromkeys(item.practice.owner for item in edition.checklist.walk())
    return [(one, output.with_name(f"{output.stem}-{one}{output.suffix}")) for one in owners]


@add(app, "help.form.read", "read")
def read(
    files: Annotated[list[str], typer.Argument(metavar="FORM.xlsx", help=t("opt.form.files"))],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help=t("opt.form.output_answers"))
    ],
    returned: Annotated[
        Path | None, typer.Option("--return", metavar="FILE.xlsx", help=t("opt.form.return"))
    ] = None,
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", metavar="FILE", help=t("opt.form.password_file")),
    ] = None,
    checklist: options.Checklist = None,
) -> None:
    """Read forms."""
    from cssa.answers.serialization import to_yaml
    from cssa.forms.form_reader import FormError, answer_sheet, missing
    from cssa.forms.merge import merge

    if returned is not None and len(files) > 1:
        raise UsageError([Problem("form.return_many")])
    readings = _readings(Workspace(checklist), files, password_file)
    merged = merge(readings)
    lang = readings[0].lang
    problems = [*merged.problems, *missing(merged)]
    if problems:
        if returned is not None:
            _return(readings[0], problems, returned)
        raise FormError(problems, lang)
    submission = answer_sheet(merged).submission
    emit(to_yaml(submission), output)
    for line in describe_all(merged.notes, lang):
        note(line)
    open_ = [key for key in _asked(readings) if key not in submission.answers]
    if open_:
        note(t("form.unanswered", count=len(open_), first=open_[0]))
    note(t("form.read_done", count=len(submission.answers), path=output))


def _readings(
    workspace: Workspace, files: list[str], password_file: Path | None
) -> list["FormReading"]:
    """Read every form, telling all that cannot be read at once."""
    from cssa.forms.form_reader import read_form

    twice = [name for name, count in Counter(files).items() if count > 1]
    if twice:
        raise UsageError(Problem("form.twice_given", {}, Location(name)) for name in twice)
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
    """Return the practices that some form asks."""
    owners = {reading.owner for reading in readings}
    return [
        item.practice.id
        for item in readings[0].edition.checklist.walk()
        if None in owners or item.practice.owner in owners
    ]


def _return(reading: "FormReading", problems: list[Problem], path: Path) -> None:
    """Write the sender's own form with what has to be mended."""
    from cssa.forms.returned import mark

    emit(mark(reading, problems), path)
    note(t("form.returned_done", path=path))
