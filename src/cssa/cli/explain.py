"""``cssa explain``: explains the figures of an answers file."""

from typing import Annotated

import typer

from cssa.answers.submission import NO_ANSWER
from cssa.cli import completion_values, options
from cssa.cli.advised import checklist_argument
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import note
from cssa.cli.pages import show
from cssa.engine import explanation as engine
from cssa.errors import InputError, Problem
from cssa.messages.arguments import argument
from cssa.reports import explain_text
from cssa.reports.page import Page
from cssa.workspace import Assessment, Workspace

app = new_app("help.explain")


@add(app, "help.explain", "explain")
def explain(
    answers: options.Answers,
    scope: Annotated[
        str | None,
        typer.Argument(
            metavar="SCOPE",
            help=t("opt.scope"),
            show_default=False,
            autocompletion=completion_values.scopes,
        ),
    ] = None,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
) -> int:
    """Explain figures."""
    workspace = open_workspace(checklist)
    assessment = assess_file(
        workspace, answers, scheme=scheme, target=target, as_of=read_date(as_of)
    )
    layout = explain_text.ExplanationLayout(
        assessment.edition.checklist,
        workspace.scoring_data.level_wording(assessment.edition.checklist),
        assessment.criteria,
        current(),
    )
    page = _page(assessment, layout, scope)
    if page is None:
        edition = assessment.edition.checklist
        named = checklist_argument(workspace, f"{edition.id}@{edition.version}", checklist)
        raise InputError([Problem("scope.unknown", {"scope": scope, "id": argument(named)})])
    if scope in assessment.edition.checklist.placed:
        page = (*page, *_cases(workspace, assessment, scope))
    if assessment.result.changed_after_approval:
        page = ((layout.line("report.changed_after_approval.line", "", "open"),), *page)
    show(page)
    if assessment.result.is_empty:
        note(t(assessment.why_empty))
        return ExitCode.NOTHING_ASSESSED
    return ExitCode.DONE


def _cases(workspace: Workspace, assessment: Assessment, practice: str) -> Page:
    """Return the published cases that bear on a practice, once it is answered."""
    from cssa.library.related_cases import SHOWN, PracticeCases
    from cssa.reports.incident_text import IncidentText

    submission = assessment.answers.submission
    if practice not in submission.answers:
        return ()
    library = workspace.library.incidents
    checklist, sector = assessment.edition.checklist.id, submission.institution.sector
    cases = PracticeCases(library, checklist, sector).of(practice)
    text = IncidentText(library, workspace.scoring_data.threats, current())
    return text.beside(cases, practice, SHOWN)


def _page(
    assessment: Assessment, layout: explain_text.ExplanationLayout, scope: str | None
) -> Page | None:
    """Return what explains a scope, None where the checklist has nothing of that number."""
    result, checklist = assessment.result, assessment.edition.checklist
    if scope is None:
        return explain_text.page(engine.explain_overall(result), layout, result)
    if scope in {domain.id for domain in result.domains}:
        return explain_text.page(engine.explain_domain(result, scope), layout, result)
    if scope in {section.id for section in result.sections}:
        return explain_text.page(engine.explain_section(result, checklist, scope), layout, result)
    if scope not in checklist.placed:
        return None
    answers = assessment.answers
    answer = answers.submission.answers.get(scope)
    return explain_text.practice_page(
        engine.explain_practice(result, checklist, scope),
        layout,
        answer=answer or NO_ANSWER,
        location=None if answer is None else answers.location(scope),
        findings=result.findings,
    )
