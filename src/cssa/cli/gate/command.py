"""``cssa gate``: checks answers against the institution's own policy."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cssa import __version__
from cssa.cli import completion_values, options
from cssa.cli.app import add, new_app
from cssa.cli.environment import Day, day_of, open_workspace
from cssa.cli.exit_codes import ExitCode
from cssa.cli.gate.kept import KeptOptions
from cssa.cli.gate.outputs import GateOutputs, named_outputs
from cssa.cli.gate.repository_paths import repository_paths
from cssa.cli.gate.run import GateRun, Judged
from cssa.cli.gate.tasks import DEFAULT_POLICY, GateTask, GivenOptions, tasks
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, note, with_ending
from cssa.cli.run import report_problems
from cssa.errors import CssaError, Problem, UsageError
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports.formats.registry import GATE_FORMATS
from cssa.reports.gate.refusal_view import RefusalView
from cssa.signature import OutputKind
from cssa.workspace import Workspace

app = new_app("help.gate")

_SEVERITY = (
    ExitCode.DONE,
    ExitCode.GATE_NOT_MET,
    ExitCode.NOTHING_ASSESSED,
    ExitCode.INPUT,
    ExitCode.USAGE,
    ExitCode.CANNOT_WRITE,
)
"""Exit codes of a run on one answers file, the worst last."""


@add(app, "help.gate", "gate")
def gate(
    answers: Annotated[
        list[str] | None, typer.Argument(metavar="ANSWERS", help=t("opt.gate_answers"))
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy",
            metavar="POLICY",
            help=t("opt.policy", default=DEFAULT_POLICY),
            autocompletion=completion_values.policies,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="[FORMAT=]FILE",
            help=t("opt.gate_output", formats=TYPOGRAPHY[current()].join(GATE_FORMATS)),
        ),
    ] = None,
    previous: Annotated[
        Path | None, typer.Option("--previous", metavar="RESULT", help=t("opt.previous"))
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="RESULT", help=t("opt.keep"))
    ] = None,
    accept_lower: Annotated[
        str | None, typer.Option("--accept-lower", metavar="REASON", help=t("opt.accept_lower"))
    ] = None,
    base: Annotated[
        Path | None,
        typer.Option("--base", metavar="DIR", readable=False, help=t("opt.gate_base")),
    ] = None,
    stdin_filename: Annotated[
        str | None,
        typer.Option("--stdin-filename", metavar="NAME", help=t("opt.gate_stdin")),
    ] = None,
    exit_zero: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--exit-zero", help=t("opt.gate_exit_zero"))
    ] = False,
    quiet: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--quiet", "-q", help=t("opt.gate_quiet"))
    ] = False,
    show_notes: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--show-notes", help=t("opt.show_notes"))
    ] = False,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
    timezone: Annotated[
        str | None, typer.Option("--timezone", metavar="ZONE", help=t("opt.timezone"))
    ] = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Check answers against a policy."""
    given = GivenOptions(
        policy, previous, checklist, scheme, target, keep, base, stdin_filename, quiet
    )
    found, day, failure = _prepared(answers or [], given, as_of, timezone)
    read = tuple(name for task in found for name in task.inputs)
    inputs = (*read, *(task.previous for task in found))
    outputs = named_outputs(output or [], (*inputs, keep), replace=replace)
    kept = _kept_output(keep, read)
    paths = repository_paths(name for task in found for name in (*task.named_files, keep))
    runs = [
        GateRun(
            task=task,
            day=day,
            kept_options=KeptOptions(task.previous, kept, accept_lower, quiet),
            show_notes=show_notes,
            shown_paths=paths,
        )
        for task in found
    ]
    own_outputs = [
        named_outputs(task.outputs, inputs, replace=replace, with_text=False, place=task.settings)
        for task in found
    ]
    every_output = [outputs, *own_outputs]
    try:
        _check_asked(every_output, failure)
        kept = _kept_output(with_ending(keep, (".json",)), read)
        files = (output.output for own in every_output for output in own.outputs)
        check_outputs(kept, *files)
        runs = [run.with_kept(kept) for run in runs]
        _check_kept(runs)
        for own in every_output:
            own.clear()
        judged = _judge_all(runs)
        shown = [run for run in judged if run.code or not quiet]
        outputs.write([run.view for run in judged], [run.view for run in shown], quiet=quiet)
        for own, run in zip(own_outputs, judged, strict=True):
            own.write([run.view], quiet=quiet)
    except BaseException as error:
        views = [run.refusal_view for run in runs] or [_unknown(answers or [], policy, day)]
        outputs.refuse(error, views, kept)
        for own, view in zip(own_outputs, views, strict=False):
            own.refuse(error, [view], kept)
        raise
    for text in (text for run in judged for text in run.notes):
        note(text)
    code = max((run.code for run in judged), key=_SEVERITY.index)
    return ExitCode.DONE if exit_zero and code == ExitCode.GATE_NOT_MET else code


def _prepared(
    answers: Sequence[str], given: GivenOptions, as_of: str | None, timezone: str | None
) -> tuple[tuple[GateTask, ...], Day, CssaError | None]:
    """Return what is to be checked, on which day, and what is wrong with what was asked for.

    Outputs that were named are to say what is wrong, so it is raised once they are known.
    """
    failure: CssaError | None = None
    try:
        day = day_of(as_of, timezone)
    except UsageError as error:
        now = datetime.now(UTC).date()
        day, failure = Day(now, now, None), error
    try:
        return tasks(answers, given), day, failure
    except CssaError as error:
        return (), day, failure or error


def _check_asked(outputs: Sequence[GateOutputs], failure: CssaError | None) -> None:
    """Refuse outputs that were named wrongly, and what is wrong with what was asked for."""
    for some in outputs:
        some.check()
    if failure is not None:
        raise failure


def _check_kept(runs: Sequence[GateRun]) -> None:
    """Refuse options on the result to keep that do not go together.

    Raises:
        UsageError: also when several results are to be kept in one file.
    """
    options_ = runs[0].kept_options
    if options_.kept.path is not None and len(runs) > 1:
        raise UsageError([Problem("gate.one_keep")])
    options_.check()


def _judge_all(runs: Sequence[GateRun]) -> list[Judged]:
    """Return what comes of each answers file; of several, one that is refused stops no other.

    Raises:
        CssaError: when a single one comes to no verdict.
    """
    workspaces: dict[str | None, Workspace] = {}
    judged = []
    for run in runs:
        checklist = run.task.checklist
        if checklist not in workspaces:
            workspaces[checklist] = open_workspace(checklist)
        try:
            judged.append(run.judge(workspaces[checklist]))
        except CssaError as error:
            if len(runs) == 1:
                raise
            code = report_problems(error)
            view = run.refusal_view.with_problems(error.problems, current(), error.further)
            judged.append(Judged(view, code))
    return judged


def _kept_output(path: Path | None, inputs: tuple[str | Path | None, ...]) -> Output:
    return Output(path, OutputKind.KEPT_RESULT, inputs, updates=True)


def _unknown(answers: Sequence[str], policy: str | None, day: Day) -> RefusalView:
    """Return what is known of a run of which not even the files are."""
    return RefusalView(
        answers=", ".join(answers) or "-",
        policy=policy or "-",
        as_of=day.day,
        version=__version__,
        shown_paths={},
    )
