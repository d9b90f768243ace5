"""``cssa checklist``: lists, shows, creates and checks checklists."""

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from cssa.checklist.catalogue import Catalogue, Edition
from cssa.checklist.draft import HEADER, read_draft, read_header
from cssa.checklist.lint import lint
from cssa.checklist.scaffold import write_scaffold
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import open_workspace
from cssa.cli.exit_codes import ExitCode
from cssa.cli.help_layout import page_width
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note, with_ending
from cssa.datafile.emit import dump
from cssa.errors import InputError, Problem
from cssa.messages.problems import describe
from cssa.reports import checklist_text
from cssa.signature import Comment, OutputKind

app = new_app("help.checklist")

Format = Annotated[
    Literal["table", "json", "yaml"], typer.Option("--format", help=t("opt.format.score"))
]

_ENDINGS = {"table": (".txt",), "json": (".json",), "yaml": (".yaml", ".yml")}


@app.callback()
def checklist() -> None:
    """Look at checklists."""


@add(app, "help.checklist.list", "list")
def list_(checklist: options.Checklist = None) -> None:
    """List checklists."""
    catalogue = open_workspace(checklist).catalogue
    entries = [(entry, read_header(entry.folder)[0].title) for entry in catalogue.entries()]
    emit(checklist_text.render_catalogue(entries, lang=current(), width=page_width()))


@add(app, "help.checklist.show", "show")
def show(
    checklist_id: Annotated[str, typer.Argument(metavar="ID", help=t("opt.checklist_id"))],
    practice: Annotated[
        str | None, typer.Argument(metavar="PRACTICE", help=t("opt.practice"))
    ] = None,
    format_: Format = "table",
    checklist: options.Checklist = None,
    output: options.Output = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Show a checklist or a practice."""
    inputs = tuple(checklist_files(checklist))
    file = Output(
        with_ending(output, _ENDINGS[format_], replace=replace),
        OutputKind.CHECKLIST,
        inputs,
        replace=replace,
    )
    check_outputs(file)
    workspace = open_workspace(checklist)
    edition = _load(workspace.catalogue, checklist_id)
    placed = edition.checklist.placed
    if practice is not None and practice not in placed:
        params = {"practice": practice, "id": checklist_id}
        raise InputError([Problem("checklist.unknown_practice", params)])
    if format_ == "table":
        text = checklist_text.ChecklistText(
            edition.checklist,
            workspace.scoring_data.scales,
            workspace.scoring_data.profile,
            current(),
            page_width(),
        )
        emit(text.practice(practice) if practice else text.contents(), file, Comment.HASH)
        return
    model = placed[practice].practice if practice else edition.checklist
    content = model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if format_ == "json":
        emit(json.dumps(content, ensure_ascii=False, indent=2) + "\n", file)
    else:
        emit(dump(content), file, Comment.HASH)


def _load(catalogue: Catalogue, checklist_id: str) -> Edition:
    return catalogue.load(catalogue.find(checklist_id))


@add(app, "help.checklist.lint", "lint")
def lint_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help=t("opt.paths"))],
) -> int:
    """Check checklists."""
    vocabulary = open_workspace().scoring_data.vocabulary
    problems: list[Problem] = []
    for path in paths:
        folder = path.parent if path.name == HEADER else path
        try:
            draft = read_draft(folder)
        except InputError as error:
            problems.extend(error.problems)
            continue
        findings = list(lint(draft, vocabulary))
        errors = [finding.problem for finding in findings if finding.is_error]
        problems.extend(errors)
        for finding in findings:
            if not finding.is_error:
                text = describe(finding.problem, current())
                note(f"{text} [{t('lint.warning')}: {finding.rule.id}]")
        if not errors:
            count = len(draft.checklist.placed)
            note(f"{folder}: {t('lint.clean', count=count)}")
    if problems:
        raise InputError(problems)
    return ExitCode.DONE


@add(app, "help.checklist.new", "new")
def new(
    checklist_id: Annotated[str, typer.Argument(metavar="ID", help=t("opt.new_id"))],
    version: Annotated[str, typer.Option("--version", help=t("opt.new_version"))] = "1",
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=t("opt.out_folder"))] = Path(),
) -> None:
    """Make a skeleton checklist."""
    folder = write_scaffold(checklist_id, version, out)
    note(t("new.done", folder=folder))
