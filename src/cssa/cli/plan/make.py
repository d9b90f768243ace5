"""``cssa plan make``: writes what is to be improved as a document."""

from pathlib import Path
from typing import Annotated

import typer

from cssa.cli import options
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note
from cssa.cli.plan.documents import known_format
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports.formats.registry import PLAN_FORMATS
from cssa.signature import OutputKind


def _suffixes() -> str:
    """Return the suffixes of the plan as a choice."""
    suffixes = (format_.suffix for format_ in PLAN_FORMATS.values())
    return TYPOGRAPHY[current()].join_alternatives(suffixes)


def make(
    answers: options.Answers,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            readable=False,
            help=t("opt.plan.output", suffixes=_suffixes()),
        ),
    ],
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Write what is to be improved as a document."""
    from cssa.reports.formats.plan import CalendarPlan
    from cssa.reports.plan.plan_view import build_plan_view

    format_ = known_format(PLAN_FORMATS, output)
    inputs = (answers, scheme, target, *checklist_files(checklist))
    file = Output(output, OutputKind.PLAN, inputs, replace=replace)
    check_outputs(file)
    day = read_date(as_of)
    workspace = open_workspace(checklist)
    assessment = assess_file(workspace, answers, as_of=day, scheme=scheme, target=target)
    submission = assessment.answers.submission
    view = build_plan_view(
        assessment.result,
        submission,
        assessment.edition.checklist,
        current(),
        workspace.library.incidents,
    )
    emit(format_.render(view), file, format_.comment)
    note(view.summary)
    if isinstance(format_, CalendarPlan) and not view.has_days:
        note(t("planning.no_days"))
    note(t("planning.written", path=output))
    if assessment.result.is_empty:
        note(t(assessment.why_empty))
        return ExitCode.NOTHING_ASSESSED
    return ExitCode.DONE
