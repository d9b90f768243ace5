"""``cssa explain``: what makes up the figures."""

from typing import Annotated

import typer

from cssa.answers.submission import NO_ANSWER
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.exit_codes import ExitCode
from cssa.cli.help_layout import page_width
from cssa.cli.language import current, t
from cssa.cli.output import emit, note
from cssa.cli.workspace import Assessed, Workspace, read_date
from cssa.engine import explanation as engine
from cssa.errors import InputError, Problem
from cssa.reports import explain_text

app = new_app("help.explain")


@add(app, "help.explain", "explain")
def explain(
    answers: options.Answers,
    scope: Annotated[
        str | None, typer.Argument(metavar="SCOPE", help=t("opt.scope"), show_default=False)
    ] = None,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
) -> int:
    """Explain figures."""
    workspace = Workspace(checklist)
    assessed = workspace.assess(answers, scheme=scheme, target=target, as_of=read_date(as_of))
    layout = explain_text.ExplanationLayout(
        assessed.edition.checklist, workspace.library.scales, current(), page_width()
    )
    emit(_text(assessed, layout, scope))
    if assessed.result.is_empty:
        note(t("score.nothing"))
        return ExitCode.NOTHING_ASSESSED
    return ExitCode.DONE


def _text(assessed: Assessed, layout: explain_text.ExplanationLayout, scope: str | None) -> str:
    result, checklist = assessed.result, assessed.edition.checklist
    if scope is None:
        return explain_text.render(engine.explain_overall(result), layout)
    if scope in {domain.id for domain in result.domains}:
        return explain_text.render(engine.explain_domain(result, scope), layout)
    if scope in {section.id for section in result.sections}:
        return explain_text.render(engine.explain_section(result, checklist, scope), layout)
    if scope not in checklist.placed:
        raise InputError([Problem("scope.unknown", {"scope": scope, "id": checklist.id})])
    return explain_text.render_practice(
        engine.explain_practice(result, checklist, scope),
        layout,
        answer=assessed.sheet.submission.answers.get(scope, NO_ANSWER),
        location=assessed.sheet.location(scope),
        findings=result.findings,
    )
