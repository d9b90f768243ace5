"""``cssa plan status``: merges what was entered in a plan's workbook into the answers."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from cssa.answers.answers_file import AnswersFile
from cssa.cli import options
from cssa.cli.environment import open_workspace
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, note
from cssa.cli.run_change_log import note_failure, open_change_log
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.messages.wording import listed
from cssa.signature import OutputKind
from cssa.workspace import is_form, is_workbook

_LISTED = 20
_CONFLICTS = {
    "form.merge.conflict": "planning.conflict",
    "form.merge.conflict_gone": "planning.conflict_gone",
}
"""How conflicts are worded for a plan, by the code that they have for a form."""

_SETTLED = {"plan": "taken", "file": "kept"}
"""What becomes of conflicts, by the side that settles them."""


def status(
    plan: Annotated[Path, typer.Argument(metavar="PLAN.xlsx", help=t("opt.plan.plan"))],
    answers: Annotated[
        Path, typer.Argument(metavar="ANSWERS", help=t("opt.plan.answers"), readable=False)
    ],
    take: Annotated[
        Literal["plan", "file"] | None, typer.Option("--take", help=t("opt.plan.take"))
    ] = None,
    by: options.By = None,
    checklist: options.Checklist = None,
) -> None:
    """Merge what was entered in a plan's workbook into the answers."""
    from cssa.forms.into_answers import merge_into
    from cssa.forms.plan_reader import read_plan

    file = Output(answers, OutputKind.ANSWERS, (plan, *checklist_files(checklist)), updates=True)
    check_outputs(file)
    if is_form(read_bytes(answers)):
        raise InputError([Problem("planning.into_form", {}, Location(str(answers)))])
    data = read_bytes(plan)
    if not is_workbook(data):
        raise InputError([Problem("planning.not_a_plan", {}, Location(str(plan)))])
    workspace = open_workspace(checklist)
    loaded = AnswersFile.read_unchecked(answers)
    edition = workspace.edition_of(loaded)
    labels = workspace.form_context.labels(current(), edition)
    reading = read_plan(data, str(plan), loaded.submission, edition, labels)
    log = open_change_log("plan status", by)
    update, _ = merge_into(
        answers,
        reading.gathered,
        reading.submission,
        edition,
        workspace.scoring_data,
        take="form" if take == "plan" else take,
        change_log=log,
    )
    if update.problems and take is None:
        note(t("planning.conflicts", path=answers, count=len(update.problems)))
        raise InputError(
            Problem(_CONFLICTS[problem.code], problem.params, problem.location, problem.path)
            for problem in update.problems
        )
    note_failure(log)
    placed = edition.checklist.placed
    for name in ("taken", "kept", "emptied"):
        settled = update.conflicts if take is not None and _SETTLED[take] == name else ()
        rows = {*getattr(update, name), *settled}
        numbers = [placed[row].practice.shown_id for row in placed if row in rows]
        if numbers:
            note(t(f"planning.merge.{name}", practices=listed(numbers, _LISTED)))
    if update.changes:
        note(t("planning.merged", path=answers, count=len(update.changes)))
    else:
        note(t("planning.unchanged", path=answers))
