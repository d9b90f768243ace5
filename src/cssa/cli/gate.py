"""``cssa gate``: checks answers against the institution's own policy."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from pydantic import ValidationError

from cssa import __version__
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.help_layout import page_width
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note, with_ending
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import read
from cssa.datafile.typed_json import adapter, to_json
from cssa.datafile.validation import validate
from cssa.engine.result import Result
from cssa.errors import InputError, Problem, UsageError
from cssa.gate.baseline import AcceptedLower, Baseline, KeptResult
from cssa.gate.evaluate import evaluate
from cssa.gate.policy import Policy, load_policy
from cssa.location import Location
from cssa.messages import fitting
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports.formats.gate import TextVerdict
from cssa.reports.formats.kinds import GateFormat
from cssa.reports.formats.registry import GATE_FORMATS, format_of_suffix
from cssa.reports.gate.gate_view import GateView
from cssa.signature import OutputKind

app = new_app("help.gate")

DEFAULT_POLICY = "example-basic3"


class _GateOutput(NamedTuple):
    """One output with its format."""

    format: GateFormat
    output: Output


class _BaselineOptions(NamedTuple):
    """The previous results that a run compares with and replaces."""

    previous: Path | None
    kept: Output
    accept_lower: str | None

    def check(self) -> None:
        """Refuse options that do not go together."""
        if self.accept_lower is not None and not self.accept_lower.strip():
            raise UsageError([Problem("gate.reason_empty")])
        if self.accept_lower is not None and self.kept.path is None:
            raise UsageError([Problem("gate.accept_needs_keep")])

    def baseline(self, policy: Policy, result: Result) -> Baseline | None:
        """Return the baseline of the policy: the result itself where a lower one is accepted.

        Args:
            policy: rules that may need a previous result.
            result: the current result.

        Raises:
            UsageError: when a rule needs a previous result and none is named.
            InputError: when the previous result cannot be compared.
        """
        path = self.previous or self.kept.path
        if path is None:
            for rule in policy.rules:
                if rule.needs_baseline:
                    raise UsageError([Problem("gate.needs_previous", {"rule": rule.id})])
            return None
        is_first = self.previous is None and not path.exists()
        if is_first or self.accept_lower is not None:
            return Baseline(KeptResult.keeping(result))
        baseline = Baseline(_read_kept(path))
        if not baseline.is_comparable(result):
            raise InputError([Problem("gate.not_comparable", {}, Location(str(path)))])
        return baseline

    def keep(self, result: Result) -> bool:
        """Write the result as the next baseline unless it is, or may be, lower; return whether.

        Args:
            result: the current result.
        """
        path = self.kept.path
        if path is None:
            return True
        accepted: tuple[AcceptedLower, ...] = ()
        if path.exists():
            baseline = Baseline(_read_kept(path))
            accepted = baseline.result.accepted_lower
            comparable = baseline.is_comparable(result)
            fell = baseline.fallen(result) if comparable else ()
            is_lower = bool(fell) or not comparable
            if is_lower and self.accept_lower is None:
                code = "gate.not_kept" if comparable else "gate.not_kept_incomparable"
                note(t(code, **fitting(code, {"path": path, "fell": ", ".join(fell)})))
                return False
            if is_lower:
                accepted += (AcceptedLower(on=result.as_of, reason=self.accept_lower or ""),)
        emit(to_json(KeptResult.keeping(result, accepted)), self.kept)
        note(t("gate.kept", path=path))
        return True


def _read_kept(path: Path) -> KeptResult:
    """Return a kept result; the slow strict reader is used only to explain what is wrong."""
    data = read_bytes(path)
    try:
        return adapter(KeptResult).validate_json(data)
    except ValidationError:
        return validate(KeptResult, read(data, str(path)))


@add(app, "help.gate", "gate")
def gate(
    answers: options.Answers,
    policy: Annotated[
        str, typer.Option("--policy", metavar="POLICY", help=t("opt.policy"))
    ] = DEFAULT_POLICY,
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
    kept = Output(with_ending(keep, (".json",)), OutputKind.KEPT_RESULT, inputs, updates=True)
    check_outputs(kept, *(gate_output.output for gate_output in outputs))
    baseline_options = _BaselineOptions(previous, kept, accept_lower)
    baseline_options.check()
    workspace = open_workspace(checklist)
    assessment = assess_file(
        workspace, answers, scheme=scheme, target=target, as_of=read_date(as_of)
    )
    result, edition = assessment.result, assessment.edition
    rules = load_policy(workspace.scoring_data.policy_document(policy), edition.checklist)
    baseline = baseline_options.baseline(rules.policy, result)
    verdict = evaluate(
        result, rules, edition, assessment.answers, baseline=baseline, show_notes=show_notes
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
    _write(view, outputs, show_notes=show_notes)
    if result.is_empty:
        note(t("score.nothing"))
        return ExitCode.NOTHING_ASSESSED
    is_kept = baseline_options.keep(result)
    return ExitCode.DONE if verdict.met and is_kept else ExitCode.GATE_NOT_MET


def _outputs(
    named: list[str], inputs: tuple[str | Path | None, ...], *, replace: bool
) -> list[_GateOutput]:
    outputs = []
    for text in named:
        format_, file = _format_and_file(text)
        outputs.append(
            _GateOutput(format_, Output(Path(file), OutputKind.GATE, inputs, replace=replace))
        )
    on_stdout = [gate_output for gate_output in outputs if gate_output.output.is_stdout]
    if len(on_stdout) > 1:
        raise UsageError([Problem("gate.stdout_twice")])
    if not on_stdout:
        outputs.append(_GateOutput(TextVerdict(), Output(None, OutputKind.GATE)))
    return outputs


def _format_and_file(text: str) -> tuple[GateFormat, str]:
    """Return what ``[FORMAT=]FILE`` says, the format by the suffix where it is not named."""
    name, separator, file = text.partition("=")
    if separator:
        format_ = GATE_FORMATS.get(name)
    else:
        format_, file = format_of_suffix(GATE_FORMATS, Path(text).suffix), text
    if format_ is None or not file:
        params = {"name": text, "known": ", ".join(GATE_FORMATS)}
        raise UsageError([Problem("gate.format_unknown", params)])
    return format_, file


def _write(view: GateView, outputs: list[_GateOutput], *, show_notes: bool) -> None:
    files = [
        str(gate_output.output.path)
        for gate_output in outputs
        if gate_output.format.leaves_machine and not gate_output.output.is_stdout
    ]
    if files:
        note(t("gate.reveals_notes" if show_notes else "gate.reveals", files=", ".join(files)))
    for gate_output in outputs:
        format_ = gate_output.format
        emit(format_.render(view), gate_output.output, format_.comment)
