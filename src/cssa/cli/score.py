"""``cssa score``: the figures of an answers file."""

from typing import Annotated, Literal

import typer

from cssa.cli import options
from cssa.cli.advised import advised_arguments
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
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
from cssa.datafile.typed_json import to_json
from cssa.signature import OutputKind

app = new_app("help.score")


@add(app, "help.score", "score")
def score(
    answers: options.Answers,
    format_: Annotated[
        Literal["table", "json"], typer.Option("--format", help=t("opt.format.score"))
    ] = "table",
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
    output: options.Output = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Score answers."""
    inputs = (answers, scheme, target, *checklist_files(checklist))
    endings = (".json",) if format_ == "json" else (".txt",)
    figures = Output(
        with_ending(output, endings, replace=replace), OutputKind.SCORE, inputs, replace=replace
    )
    check_outputs(figures)
    workspace = open_workspace(checklist)
    assessment = assess_file(
        workspace, answers, scheme=scheme, target=target, as_of=read_date(as_of)
    )
    note_each(assessment.answers.notes)
    result = assessment.result
    if format_ == "json":
        emit(to_json(result), figures)
    else:
        from cssa.cli.pages import show
        from cssa.reports import score_text

        page = score_text.page(
            result,
            assessment.edition.checklist,
            assessment.criteria,
            lang=current(),
            answers=advised_arguments(
                answers, checklist, scheme=scheme, target=target, as_of=as_of
            ),
            submission=assessment.answers.submission,
        )
        show(page, figures)
    if result.is_empty:
        note(t(assessment.why_empty))
        return ExitCode.NOTHING_ASSESSED
    return ExitCode.DONE
