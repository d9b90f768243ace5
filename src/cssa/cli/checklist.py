"""``cssa checklist``: lists, shows, creates and checks checklists."""

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from cssa.checklist.catalogue import named_folder
from cssa.checklist.draft import read_draft
from cssa.checklist.lint import lint
from cssa.checklist.scaffold import write_scaffold
from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import open_workspace, read_input
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note, with_ending
from cssa.cli.pages import show as show_page
from cssa.datafile.emit import dump
from cssa.errors import InputError, Problem
from cssa.messages import LANGS
from cssa.messages.problems import describe, describe_all
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
def list_(
    checklist: options.Checklist = None,
    everything: Annotated[bool, typer.Option("--all", help=t("opt.all"))] = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """List checklists."""
    catalogue = open_workspace(checklist).catalogue
    for problem in catalogue.contradictions():
        _warn(problem)
    listed = []
    for item in catalogue.listing():
        if item.is_hidden and not everything:
            continue
        try:
            listed.append((item, catalogue.load(item.entry).checklist.title))
        except InputError as error:
            for line in describe_all(error.problems, current(), error.further):
                note(f"{line} [{t('lint.warning')}]")
    show_page(checklist_text.catalogue_page(listed, current()))


def _warn(problem: Problem) -> None:
    note(f"{describe(problem, current())} [{t('lint.warning')}]")


@add(app, "help.checklist.show", "show")
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help=t("opt.checklist"))],
    practice: Annotated[
        str | None, typer.Argument(metavar="PRACTICE", help=t("opt.practice"))
    ] = None,
    format_: Format = "table",
    checklist: options.Checklist = None,
    output: options.Output = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Show a checklist or a practice."""
    inputs = (*checklist_files(name), *checklist_files(checklist))
    file = Output(
        with_ending(output, _ENDINGS[format_], replace=replace),
        OutputKind.CHECKLIST,
        inputs,
        replace=replace,
    )
    check_outputs(file)
    workspace = open_workspace(checklist)
    catalogue = workspace.catalogue
    edition = catalogue.load(catalogue.resolve(name))
    placed = edition.checklist.placed
    if practice is not None and practice not in placed:
        params = {"practice": practice, "id": name}
        raise InputError([Problem("checklist.unknown_practice", params)])
    if format_ == "table":
        text = checklist_text.ChecklistText(
            edition.checklist,
            workspace.scoring_data.level_wording(edition.checklist),
            workspace.scoring_data.profile,
            current(),
        )
        show_page(text.practice(practice) if practice else text.contents(), file)
        return
    model = placed[practice].practice if practice else edition.checklist
    content = model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if format_ == "json":
        emit(json.dumps(content, ensure_ascii=False, indent=2) + "\n", file)
    else:
        emit(dump(content), file, Comment.HASH)


@add(app, "help.checklist.lint", "lint")
def lint_(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help=t("opt.paths"))],
    strict: Annotated[bool, typer.Option("--strict", help=t("opt.strict"))] = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Check checklists."""
    workspace = open_workspace()
    vocabulary = workspace.scoring_data.vocabulary
    problems: list[Problem] = []
    warnings = 0
    for path in paths:
        try:
            folder = named_folder(path) or workspace.catalogue.resolve(path).folder
            draft = read_draft(folder)
        except InputError as error:
            problems.extend(error.problems)
            continue
        findings = list(lint(draft, vocabulary))
        structural = [finding.problem for finding in findings if finding.is_structural]
        problems.extend(structural)
        editorial = [finding for finding in findings if not finding.is_structural]
        for finding in editorial:
            text = describe(finding.problem, current())
            note(f"{text} [{t('lint.warning')}: {finding.rule.id}]")
        warnings += len(editorial)
        if not structural:
            counts = {"count": len(draft.checklist.placed)}
            code = "lint.clean"
            if editorial:
                code, counts["warnings"] = "lint.warnings", len(editorial)
            note(f"{folder}: {t(code, **counts)}")
    if problems:
        raise InputError(problems)
    return ExitCode.INPUT if strict and warnings else ExitCode.DONE


@add(app, "help.checklist.new", "new")
def new(
    checklist_id: Annotated[str, typer.Argument(metavar="ID", help=t("opt.new_id"))],
    version: Annotated[str, typer.Option("--version", help=t("opt.new_version"))] = "1",
    languages: Annotated[
        str, typer.Option("--languages", metavar="CODES", help=t("opt.new_languages"))
    ] = ",".join(LANGS),
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=t("opt.out_folder"))] = Path(),
) -> None:
    """Make a skeleton checklist."""
    folder = write_scaffold(checklist_id, version, out, _codes(languages))
    note(t("new.done", folder=folder))


@add(app, "help.checklist.import", "import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help=t("opt.import.file"))],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DIR", help=t("opt.import.output")),
    ],
    format_: Annotated[
        Literal["ciso-assistant", "oscal", "csv"] | None,
        typer.Option("--format", help=t("opt.import.format")),
    ] = None,
    languages: Annotated[
        str,
        typer.Option(
            "--languages", metavar="CODES", help=t("opt.import.languages"), show_default=False
        ),
    ] = "",
    basic: Annotated[
        list[str] | None, typer.Option("--basic", metavar="GROUP", help=t("opt.import.basic"))
    ] = None,
) -> None:
    """Import a checklist of another source."""
    from cssa.cli.import_summary import print_summary
    from cssa.cli.progress import progress
    from cssa.importers.folder import RECORD, write_beside, write_folder
    from cssa.importers.import_run import import_file
    from cssa.importers.importer import ImportRequest
    from cssa.importers.source_file import LIMITS

    data = read_input(file, LIMITS.size)
    with progress("import") as phase:
        request = ImportRequest(
            data=data,
            path=file,
            languages=_codes(languages),
            step=phase("reading") if sys.stderr.isatty() else _quiet,
        )
        imported = import_file(request, format_, tuple(basic or ()))
    if imported.crosswalks:
        write_beside(output, imported.crosswalks)
    if imported.built is not None:
        header = imported.built.header
        folder = output / header["id"] / header["version"]
        write_folder(folder, imported.files)
    print_summary(imported)
    for name in imported.crosswalks:
        note(t("import.crosswalk_done", path=output / name))
    if imported.built is not None:
        count = imported.built.practice_count
        record = folder / RECORD
        params = {"format": imported.format_title, "folder": folder, "record": record}
        note(t("import.done", count=count, **params))
        note(t("import.next", folder=folder))


def _codes(languages: str) -> tuple[str, ...]:
    """Return the codes of languages that stand in an option."""
    return tuple(filter(None, map(str.strip, languages.split(","))))


def _quiet(_done: int, _total: int) -> None:
    """Tell nobody how far reading is."""
