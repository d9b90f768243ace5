"""``cssa answers``: what is done with an answers file as a whole."""

from pathlib import Path
from typing import Annotated

import typer

from cssa.answers.answers_file import AnswersFile
from cssa.answers.approval import content_hash
from cssa.answers.loading import LoadedAnswers
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import open_workspace
from cssa.cli.language import t
from cssa.cli.output import Output, check_outputs, checklist_files, note
from cssa.cli.run_change_log import note_failure, open_change_log
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem
from cssa.location import Location
from cssa.signature import OutputKind
from cssa.workspace import is_workbook

app = new_app("help.answers")


@app.callback()
def answers_() -> None:
    """Approve answers."""


@add(app, "help.answers.approve", "approve")
def approve(
    answers: Annotated[
        Path, typer.Argument(metavar="ANSWERS", help=t("opt.answers.approve"), readable=False)
    ],
    by: options.By = None,
    checklist: options.Checklist = None,
) -> None:
    """Record that answers are approved as they are."""
    file = Output(answers, OutputKind.ANSWERS, (*checklist_files(checklist),), updates=True)
    check_outputs(file)
    if is_workbook(read_bytes(answers)):
        raise InputError([Problem("answers.approve_form", {}, Location(str(answers)))])
    workspace = open_workspace(checklist)
    edition = workspace.edition_of(AnswersFile.read_unchecked(answers))

    def check(loaded: LoadedAnswers) -> None:
        workspace.check(loaded, edition)

    log = open_change_log("answers approve", by)
    store = AnswersFile.open(
        answers, check=check, order=list(edition.checklist.placed), change_log=log
    )
    if store.submission.approval.respondent is None:
        raise InputError([Problem("answers.approve_nobody", {}, Location(str(answers)))])
    store.save_value(("approval", "content"), content_hash(store.submission))
    note_failure(log)
    note(t("answers.approved", path=answers, count=len(store.submission.answers)))
