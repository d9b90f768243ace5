"""``cssa plan what-if``: shows what the figures would be with other levels."""

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cssa.answers.submission import Submission
from cssa.cli import completion_values, options
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import emit
from cssa.engine.result import Result
from cssa.workspace import Assessment, Workspace

if TYPE_CHECKING:
    from cssa.reports.plan.what_if import GateChange


def what_if(
    answers: options.Answers,
    levels: Annotated[
        list[str],
        typer.Argument(
            metavar="ID=LEVEL",
            help=t("opt.plan.levels"),
            autocompletion=completion_values.practices,
        ),
    ],
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy",
            metavar="POLICY",
            help=t("opt.plan.policy"),
            autocompletion=completion_values.policies,
        ),
    ] = None,
    format_: Annotated[
        Literal["table", "json"], typer.Option("--format", help=t("opt.format.score"))
    ] = "table",
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
) -> int:
    """Show what the figures would be with other levels."""
    from cssa.engine.scoring import score_submission
    from cssa.planning.what_if import figure_changes, level_changes, read_levels, with_levels
    from cssa.reports.plan import what_if as shown

    day = read_date(as_of)
    workspace = open_workspace(checklist)
    assessment = assess_file(workspace, answers, as_of=day, scheme=scheme, target=target)
    edition, before = assessment.edition, assessment.result
    wanted = read_levels(levels, edition.checklist)
    submission = with_levels(assessment.answers.submission, wanted)
    after = score_submission(edition, submission, assessment.criteria, as_of=day)
    gate = (
        None if policy is None else _gate_change(workspace, policy, assessment, after, submission)
    )
    changes, figures = level_changes(wanted, before), figure_changes(before, after)
    if format_ == "json":
        document = shown.document(changes, figures, gate, before)
        emit(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        from cssa.cli.pages import show

        show(shown.page(changes, figures, gate, before, edition.checklist, current()))
    return ExitCode.DONE


def _gate_change(
    workspace: Workspace,
    name: str,
    assessment: Assessment,
    after: Result,
    submission: Submission,
) -> "GateChange":
    """Return whether a policy is met as things are, and with other levels."""
    from cssa.gate.evaluate import evaluate
    from cssa.gate.policy import load_policy
    from cssa.reports.plan.what_if import GateChange

    edition, answers = assessment.edition, assessment.answers
    policy = load_policy(workspace.scoring_data.policy_document(name), edition.checklist)
    old = evaluate(assessment.result, policy, edition, answers)
    new = evaluate(after, policy, edition, answers._replace(submission=submission))
    unmet = [
        sum(outcome.status == "unmet" for outcome in verdict.outcomes) for verdict in (old, new)
    ]
    return GateChange(policy.policy.id, old.met, new.met, *unmet)
