"""``cssa form new``: makes forms."""

from collections.abc import Sequence
from dataclasses import replace as dataclass_replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.answers.campaign import Campaign, read_campaign
from cssa.answers.reviewed_answer import Role
from cssa.answers.submission import Submission
from cssa.cli import options
from cssa.cli.environment import open_workspace, read_input
from cssa.cli.field_lists import LISTED
from cssa.cli.form.form_files import ENDINGS
from cssa.cli.form.line_review import write_line_review_form
from cssa.cli.language import current, t
from cssa.cli.output import (
    Output,
    check_outputs,
    checklist_files,
    emit,
    note,
)
from cssa.datafile.files import read_bytes
from cssa.engine.asked_questions import asked_questions
from cssa.errors import Problem, UsageError
from cssa.location import Location
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import listed
from cssa.signature import OutputKind
from cssa.workspace import Workspace

if TYPE_CHECKING:
    from cssa.checklist.catalogue import Edition
    from cssa.checklist.model import Checklist
    from cssa.forms.form_request import FormRequest

_SPLITS = ("owner",)


def new(
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FORM.(xlsx|html)",
            readable=False,
            help=t("opt.form.output_form"),
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
    role: Annotated[Role | None, typer.Option("--as", help=t("opt.form.as"))] = None,
    delegates: Annotated[
        Path | None, typer.Option("--delegates", metavar="FILE", help=t("opt.form.delegates"))
    ] = None,
    short: Annotated[bool, typer.Option("--short", help=t("opt.form.short"))] = False,  # noqa: FBT002 - a flag of the command line
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Make a form."""
    from cssa.forms.form_request import FormRequest, asked_part
    from cssa.forms.form_writer import write_form
    from cssa.forms.page.writer import write_page

    if split not in (None, *_SPLITS):
        raise UsageError([Problem("form.split_unknown", {"value": split})])
    if delegates is not None and split is None:
        raise UsageError([Problem("form.delegates_without_split")])
    if short and split is not None:
        raise UsageError([Problem("form.short_and_split")])
    output = _form_path(output, ENDINGS if role is None else ENDINGS[:1])
    write = write_page if output.suffix.lower() == ".html" else write_form
    workspace = open_workspace(checklist)
    if role is not None:
        if answers is None or short or any((split, campaign)):
            raise UsageError([Problem("line_review.usage")])
        sources: tuple[str | Path | None, ...] = (answers, *checklist_files(checklist))
        file = Output(output, OutputKind.BLANK_FORM, sources, replace=replace)
        write_line_review_form(workspace, answers, role, file)
        return
    submission, edition = _start(workspace, answers)
    scoring_data = workspace.scoring_data
    inputs = (answers, campaign, delegates, *checklist_files(checklist))
    criteria = workspace.criteria(edition.checklist)
    asking = _campaign(campaign, edition)
    part, asked = asked_part(edition, asking)
    whole = FormRequest(
        part,
        scoring_data.level_wording(part.checklist),
        asked_questions(part.checklist, criteria.targets, criteria.profile),
        scoring_data.sectors,
        current(),
        campaign=asking,
        submission=submission,
        asked=asked,
    )
    _note_unasked(submission, asked)
    if short:
        whole = _short(whole)
    requests = {output: whole}
    if delegates is not None:
        requests = _by_delegate(whole, edition.checklist, delegates, output)
    elif split is not None:
        requests = _by_owner(whole, output)
    outputs = {
        path: Output(path, OutputKind.BLANK_FORM, inputs, replace=replace) for path in requests
    }
    check_outputs(*outputs.values())
    for path, request in requests.items():
        emit(write(request), outputs[path])
        note(_written(request, path))


def _form_path(path: Path, endings: Sequence[str]) -> Path:
    """Return the path of a form: with the ending of a workbook where it has none.

    Args:
        path: the path.
        endings: those that this form may have.

    Raises:
        UsageError: when it has another one.
    """
    if path.suffix.lower() in endings:
        return path
    if path.suffix:
        params = {"ending": path.suffix, "known": listed(endings)}
        raise UsageError([Problem("form.ending", params, Location(str(path)))])
    named = path.with_name(path.name + ENDINGS[0])
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


def _short(whole: "FormRequest") -> "FormRequest":
    """Return a form with the basic practices alone, on one sheet.

    Raises:
        UsageError: when the checklist has none.
    """
    placed = whole.edition.checklist.placed
    basic = frozenset(name for name in placed if placed[name].practice.tier == "basic")
    if not basic:
        raise UsageError([Problem("form.short_nothing")])
    return dataclass_replace(whole, asked=basic, is_short=True)


def _by_owner(whole: "FormRequest", output: Path) -> "dict[Path, FormRequest]":
    """Return a form for each function that usually answers, by the file to write."""
    owners = dict.fromkeys(item.practice.owner for item in whole.edition.checklist.walk())
    return {_part_path(output, owner): dataclass_replace(whole, owner=owner) for owner in owners}


def _note_unasked(submission: Submission | None, asked: frozenset[str] | None) -> None:
    """Say how many answers the form has no place for, as the campaign does not ask for them."""
    if submission is None or asked is None:
        return
    count = len(submission.answers.keys() - asked)
    if count:
        note(t("form.answers_unasked", count=count))


def _by_delegate(
    whole: "FormRequest", checklist: "Checklist", path: Path, output: Path
) -> "dict[Path, FormRequest]":
    """Return a form for each delegate, by the file to write, and say what nobody answers.

    Args:
        whole: the form with everything that is asked.
        checklist: whose practices the list of delegates names.
        path: of that list.
        output: from which the names of the files are made.
    """
    from cssa.lists.delegates import read_delegates

    asked = whole.edition.checklist.placed
    assignment = read_delegates(read_bytes(path), str(path), checklist)
    requests: dict[Path, FormRequest] = {}
    for name, delegate in assignment.delegates.items():
        practices = asked.keys() & assignment.practices[name]
        if practices:
            requests[_part_path(output, name)] = dataclass_replace(
                whole,
                delegate=delegate,
                due=assignment.due[name],
                asked=frozenset(practices),
            )
        else:
            note(t("form.delegate.nothing", department=delegate.department, id=name))
    open_ = [name for name in assignment.open if name in asked]
    if open_:
        numbers = listed(map(checklist.shown_id, open_), LISTED)
        note(t("form.delegate.open", count=len(open_), practices=numbers))
    return requests


def _part_path(output: Path, name: str) -> Path:
    return output.with_name(f"{output.stem}-{name}{output.suffix}")


def _written(request: "FormRequest", path: Path) -> str:
    """Return the line about a form that was written."""
    count = sum(len(items) for _, items in request.practices_by_domain)
    if request.delegate is None:
        return t("form.new_done", path=path, count=count)
    day = None if request.due is None else TYPOGRAPHY[current()].date(request.due)
    due = "" if day is None else t("form.delegate.written_due", date=day)
    department = request.delegate.department
    return t("form.delegate.written", department=department, path=path, count=count, due=due)
