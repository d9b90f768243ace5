"""``cssa gate``: checks answers against the institution's own policy."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cssa import __version__
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, day_of, open_workspace
from cssa.cli.exit_codes import ExitCode
from cssa.cli.gate.kept import KeptOptions
from cssa.cli.gate.outputs import GateOutputs, named_outputs
from cssa.cli.gate.repository_paths import repository_paths
from cssa.cli.help_layout import page_width
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, note, with_ending
from cssa.errors import UsageError
from cssa.gate.baseline import fallen
from cssa.gate.evaluate import evaluate
from cssa.gate.policy import load_policy
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports.formats.registry import GATE_FORMATS
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView
from cssa.signature import OutputKind

app = new_app("help.gate")

DEFAULT_POLICY = "example-basic3"


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
    timezone: Annotated[
        str | None, typer.Option("--timezone", metavar="ZONE", help=t("opt.timezone"))
    ] = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Check answers against a policy."""
    inputs = (answers, policy, scheme, target, *checklist_files(checklist))
    outputs = named_outputs(output or [], (*inputs, previous, keep), replace=replace)
    kept = _kept_output(keep, inputs)
    run = _GateRun(
        answers=answers,
        policy=policy,
        scheme=scheme,
        target=target,
        checklist=checklist,
        as_of=as_of,
        timezone=timezone,
        show_notes=show_notes,
        shown_paths=repository_paths((answers, policy, previous, keep)),
    )
    try:
        outputs.check()
        kept = _kept_output(with_ending(keep, (".json",)), inputs)
        check_outputs(kept, *(gate_output.output for gate_output in outputs.outputs))
        return run.check(outputs, KeptOptions(previous, kept, accept_lower))
    except BaseException as error:
        outputs.refuse(error, run.refusal_view, kept)
        raise


def _kept_output(path: Path | None, inputs: tuple[str | Path | None, ...]) -> Output:
    return Output(path, OutputKind.KEPT_RESULT, inputs, updates=True)


@dataclass(frozen=True, kw_only=True)
class _GateRun:
    """What a command line says of the answers, and of what they are checked against."""

    answers: str
    policy: str
    scheme: str | None
    target: str | None
    checklist: str | None
    as_of: str | None
    timezone: str | None
    show_notes: bool
    shown_paths: Mapping[str, str]

    def check(self, outputs: GateOutputs, kept_options: KeptOptions) -> int:
        """Check the answers, write the verdict, and return the exit code.

        Args:
            outputs: where the verdict goes.
            kept_options: results to compare with and to keep.

        Raises:
            CssaError: when there is no verdict.
        """
        kept_options.check()
        judged = day_of(self.as_of, self.timezone)
        outputs.clear()
        workspace = open_workspace(self.checklist)
        assessment = assess_file(
            workspace, self.answers, scheme=self.scheme, target=self.target, as_of=judged.day
        )
        result, edition = assessment.result, assessment.edition
        document = workspace.scoring_data.policy_document(self.policy)
        rules = load_policy(document, edition.checklist)
        comparison = kept_options.comparison(rules.policy, assessment, workspace, self.scheme)
        verdict = evaluate(
            result,
            rules,
            edition,
            assessment.answers,
            baseline=comparison.baseline,
            floor=comparison.floor,
            latest=judged.latest,
            zone=judged.zone,
            shown_paths=self.shown_paths,
            show_notes=self.show_notes,
        )
        view = GateView(
            verdict=verdict,
            result=result,
            checklist=edition.checklist,
            lang=current(),
            width=page_width(),
            show_notes=self.show_notes,
            answers=assessment.answers.submission.answers,
        )
        floor = comparison.floor
        fell = () if floor is None else fallen(floor, result, edition.checklist)
        if not result.is_empty and not fell:
            kept_options.keep(result, comparison.accepted)
        outputs.write(view)
        if result.is_empty:
            note(t("score.nothing"))
            return ExitCode.NOTHING_ASSESSED
        if fell:
            note(t("gate.not_kept", path=kept_options.kept.path, fell=", ".join(fell)))
        return ExitCode.DONE if verdict.met else ExitCode.GATE_NOT_MET

    @property
    def refusal_view(self) -> RefusalView:
        """What is known of the run where it comes to no verdict."""
        try:
            day = day_of(self.as_of, self.timezone).day
        except UsageError:
            day = datetime.now(UTC).date()
        return RefusalView(
            answers=self.shown_paths.get(self.answers, self.answers),
            policy=self.shown_paths.get(self.policy, self.policy),
            as_of=day,
            version=__version__,
            shown_paths=self.shown_paths,
        )
