"""``cssa gate``: checks answers against the institution's own policy."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cssa import __version__
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.gate.kept import KeptOptions
from cssa.cli.help_layout import page_width
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note
from cssa.errors import Problem, UsageError
from cssa.gate.baseline import fallen
from cssa.gate.evaluate import evaluate
from cssa.gate.policy import load_policy
from cssa.reports.gate import COMMENTS, REPORTERS, SUFFIXES, UPLOADED, render
from cssa.reports.gate.gate_view import GateView
from cssa.signature import OutputKind

app = new_app("help.gate")

DEFAULT_POLICY = "example-basic3"


class _GateOutput(NamedTuple):
    """One output with its format."""

    format: str
    output: Output


@add(app, "help.gate", "gate")
def gate(
    answers: options.Answers,
    policy: Annotated[
        str, typer.Option("--policy", metavar="POLICY", help=t("opt.policy"))
    ] = DEFAULT_POLICY,
    output: Annotated[
        list[str] | None,
        typer.Option("--output", "-o", metavar="[FORMAT=]FILE", help=t("opt.gate_output")),
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
    show_notes: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--show-notes", help=t("opt.show_notes"))
    ] = False,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Check answers against a policy."""
    inputs = (answers, policy, scheme, target, *checklist_files(checklist))
    outputs = _outputs(output or [], (*inputs, previous), replace=replace)
    kept = Output(keep, OutputKind.KEPT_RESULT, inputs, updates=True)
    check_outputs(kept, *(gate_output.output for gate_output in outputs))
    kept_options = KeptOptions(previous, kept, accept_lower)
    kept_options.check()
    workspace = open_workspace(checklist)
    assessment = assess_file(
        workspace, answers, scheme=scheme, target=target, as_of=read_date(as_of)
    )
    result, edition = assessment.result, assessment.edition
    rules = load_policy(workspace.scoring_data.policy_document(policy), edition.checklist)
    comparison = kept_options.comparison(rules.policy, assessment, workspace, scheme)
    verdict = evaluate(
        result,
        rules,
        edition,
        assessment.answers,
        baseline=comparison.baseline,
        floor=comparison.floor,
        show_notes=show_notes,
    )
    view = GateView(
        verdict=verdict,
        result=result,
        checklist=edition.checklist,
        lang=current(),
        width=page_width(),
        version=__version__,
        show_notes=show_notes,
    )
    floor = comparison.floor
    fell = () if floor is None else fallen(floor, result, edition.checklist)
    if not result.is_empty and not fell:
        kept_options.keep(result, comparison.accepted)
    _write(view, outputs, show_notes=show_notes)
    if result.is_empty:
        note(t("score.nothing"))
        return ExitCode.NOTHING_ASSESSED
    if fell:
        note(t("gate.not_kept", path=keep, fell=", ".join(fell)))
    return ExitCode.DONE if verdict.met else ExitCode.GATE_NOT_MET


def _outputs(
    named: list[str], inputs: tuple[str | Path | None, ...], *, replace: bool
) -> list[_GateOutput]:
    outputs = []
    for text in named:
        name, separator, file = text.partition("=")
        if not separator:
            name, file = SUFFIXES.get(Path(text).suffix, ""), text
        if name not in REPORTERS or not file:
            params = {"name": text, "known": ", ".join(REPORTERS)}
            raise UsageError([Problem("gate.format_unknown", params)])
        outputs.append(
            _GateOutput(name, Output(Path(file), OutputKind.GATE, inputs, replace=replace))
        )
    on_stdout = [gate_output for gate_output in outputs if gate_output.output.is_stdout]
    if len(on_stdout) > 1:
        raise UsageError([Problem("gate.stdout_twice")])
    return outputs if on_stdout else [*outputs, _GateOutput("text", Output(None, OutputKind.GATE))]


def _write(view: GateView, outputs: list[_GateOutput], *, show_notes: bool) -> None:
    files = [
        str(gate_output.output.path)
        for gate_output in outputs
        if gate_output.format in UPLOADED and not gate_output.output.is_stdout
    ]
    if files:
        note(t("gate.reveals_notes" if show_notes else "gate.reveals", files=", ".join(files)))
    for gate_output in outputs:
        emit(render(gate_output.format, view), gate_output.output, COMMENTS[gate_output.format])
