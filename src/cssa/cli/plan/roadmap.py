"""``cssa plan roadmap``: spreads own plans, and what a goal still needs, over half-years."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.cli import options
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note
from cssa.cli.plan.documents import known_format
from cssa.cli.plan.goal import goal_words, own_efforts, task_of
from cssa.engine.result import Result
from cssa.errors import Problem, UsageError
from cssa.reports.formats.registry import ROADMAP_FORMATS
from cssa.signature import OutputKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cssa.planning.reach import Task


def roadmap(
    answers: options.Answers,
    per_half_year: Annotated[
        int, typer.Option("--per-half-year", metavar="N", min=1, help=t("opt.plan.per_half_year"))
    ],
    level: Annotated[int | None, typer.Option("--level", help=t("opt.plan.level"))] = None,
    policy: Annotated[
        str | None, typer.Option("--policy", metavar="POLICY", help=t("opt.plan.reach_policy"))
    ] = None,
    domain: Annotated[
        str | None, typer.Option("--domain", metavar="DOMAIN", help=t("opt.plan.domain"))
    ] = None,
    effort: Annotated[
        Path | None, typer.Option("--effort", metavar="FILE", help=t("opt.plan.effort"))
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", readable=False, help=t("opt.plan.roadmap_output")
        ),
    ] = None,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Spread what is planned, and the cheapest set beside it, over half-years."""
    from cssa.cli.pages import show
    from cssa.engine.scoring import score_submission
    from cssa.planning.reach import raisable
    from cssa.planning.roadmap import build_roadmap
    from cssa.planning.what_if import with_levels
    from cssa.reports.plan import roadmap_view as shown

    if (level is None) == (policy is None):
        raise UsageError([Problem("reach.one_goal")])
    format_ = None if output is None else known_format(ROADMAP_FORMATS, output)
    inputs = (answers, policy, effort, scheme, target, *checklist_files(checklist))
    file = Output(output, OutputKind.ROADMAP, inputs, replace=replace)
    check_outputs(file)
    day = read_date(as_of)
    workspace = open_workspace(checklist)
    assessment = assess_file(workspace, answers, as_of=day, scheme=scheme, target=target)
    edition, before, criteria = assessment.edition, assessment.result, assessment.criteria
    submission, efforts = assessment.answers.submission, own_efforts(effort, edition)

    def score(levels: "Mapping[str, int]") -> Result:
        return score_submission(edition, with_levels(submission, levels), criteria, as_of=day)

    def task(result: Result) -> "Task":
        return task_of(workspace, assessment, level, policy, domain, efforts, result)

    built = build_roadmap(
        before,
        submission,
        raisable(before, edition.checklist, efforts),
        task_of=task,
        score=score,
        per_half=per_half_year,
    )
    goal = goal_words(level, policy, domain)
    view = shown.build_roadmap_view(built, edition.checklist, current(), goal, task(before))
    if format_ is None:
        show(shown.page(view))
        return ExitCode.DONE
    emit(format_.render(view), file, format_.comment)
    for text in view.outcome:
        note(text)
    note(t("roadmap.written", path=output))
    return ExitCode.DONE
