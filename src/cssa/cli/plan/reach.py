"""``cssa plan reach``: shows the cheapest levels that reach a goal."""

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from cssa.cli import completion_values, options
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import emit
from cssa.cli.plan.goal import own_efforts, task_of
from cssa.errors import Problem, UsageError


def reach(
    answers: options.Answers,
    level: Annotated[int | None, typer.Option("--level", help=t("opt.plan.level"))] = None,
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy",
            metavar="POLICY",
            help=t("opt.plan.reach_policy"),
            autocompletion=completion_values.policies,
        ),
    ] = None,
    domain: Annotated[
        str | None,
        typer.Option(
            "--domain",
            metavar="DOMAIN",
            help=t("opt.plan.domain"),
            autocompletion=completion_values.domains,
        ),
    ] = None,
    budget: Annotated[
        int | None, typer.Option("--budget", min=0, help=t("opt.plan.budget"))
    ] = None,
    effort: Annotated[
        Path | None, typer.Option("--effort", metavar="FILE", help=t("opt.plan.effort"))
    ] = None,
    format_: Annotated[
        Literal["table", "json"], typer.Option("--format", help=t("opt.format.score"))
    ] = "table",
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
) -> int:
    """Show the cheapest levels that reach a goal."""
    from cssa.engine.scoring import score_submission
    from cssa.planning.solver import solve
    from cssa.planning.what_if import figure_changes, level_changes, with_levels
    from cssa.reports.plan import reach as shown

    if (level is None) == (policy is None):
        raise UsageError([Problem("reach.one_goal")])
    day = read_date(as_of)
    workspace = open_workspace(checklist)
    assessment = assess_file(workspace, answers, as_of=day, scheme=scheme, target=target)
    edition, before = assessment.edition, assessment.result
    task = task_of(workspace, assessment, level, policy, domain, own_efforts(effort, edition))
    reached = solve(task, budget)
    submission = with_levels(assessment.answers.submission, reached.levels)
    after = score_submission(edition, submission, assessment.criteria, as_of=day)
    view = shown.ReachView(
        task,
        reached,
        level_changes(reached.levels, before),
        figure_changes(before, after),
        budget,
    )
    if format_ == "json":
        document = shown.document(view, before)
        emit(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        from cssa.cli.pages import show

        show(shown.page(view, before, edition.checklist, current()))
    return ExitCode.DONE
