"""``cssa checklist``: lists, shows, creates and checks checklists."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cssa.checklist.catalogue import named_folder
from cssa.checklist.draft import read_draft
from cssa.checklist.lint import lint
from cssa.checklist.scaffold import write_scaffold
from cssa.cli import completion_values, options
from cssa.cli.advised import checklist_argument
from cssa.cli.app import add, new_app
from cssa.cli.environment import open_workspace, read_input
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note, with_ending
from cssa.cli.pages import show as show_page
from cssa.datafile.emit import dump
from cssa.errors import InputError, Problem, UsageError
from cssa.messages import LANGS, fitting
from cssa.messages.arguments import argument
from cssa.messages.problems import describe, describe_all
from cssa.reports import checklist_text
from cssa.resources import is_library
from cssa.signature import Comment, OutputKind
from cssa.workspace import Workspace

if TYPE_CHECKING:
    from cssa.library.lint import LibraryFindings

app = new_app("help.checklist")

Format = Annotated[
    Literal["table", "html", "json", "yaml"], typer.Option("--format", help=t("opt.format.score"))
]

_ENDINGS = {
    "table": (".txt",),
    "html": (".html", ".htm"),
    "json": (".json",),
    "yaml": (".yaml", ".yml"),
}


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
            loaded = catalogue.load(item.entry).checklist
        except InputError as error:
            for line in describe_all(error.problems, current(), error.further):
                note(f"{line} [{t('lint.warning')}]")
            continue
        if everything or not loaded.historical:
            listed.append((item, loaded))
    show_page(checklist_text.catalogue_page(listed, current()))


def _warn(problem: Problem) -> None:
    note(f"{describe(problem, current())} [{t('lint.warning')}]")


@add(app, "help.checklist.show", "show")
def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help=t("opt.checklist"), autocompletion=completion_values.checklists
        ),
    ],
    practice: Annotated[
        str | None,
        typer.Argument(
            metavar="PRACTICE", help=t("opt.practice"), autocompletion=completion_values.practices
        ),
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
        named = argument(checklist_argument(workspace, name, checklist))
        params = {"practice": practice, "id": named}
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
    if format_ == "html":
        if practice is not None:
            raise UsageError([Problem("checklist.sheet_of_practice")])
        from cssa.reports.sheet import render_sheet

        scales = workspace.scoring_data.level_wording(edition.checklist)
        emit(render_sheet(edition.checklist, scales, current()), file, Comment.MARKUP)
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
        if is_library(path):
            checked = _check_library(Path(path), workspace)
            problems.extend(checked.problems)
            warnings += len(checked.warnings)
            continue
        try:
            folder = named_folder(path) or workspace.catalogue.resolve(path).folder
            draft = workspace.catalogue.with_former(read_draft(folder))
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


def _check_library(folder: Path, workspace: Workspace) -> "LibraryFindings":
    """Check a folder of the library, and say what is doubtful, or that nothing is wrong."""
    from cssa.library.lint import References, lint_library

    references = References(workspace.library.known_names, workspace.practices_of)
    found = lint_library(folder, references)
    for problem in found.warnings:
        _warn(problem)
    if not found.problems:
        kind = t(f"library.count.{folder.name}", count=found.size)
        code = "library.warnings" if found.warnings else "library.clean"
        facts = {"count": kind, "warnings": len(found.warnings)}
        note(f"{folder}: {t(code, **fitting(code, facts))}")
    return found


@add(app, "help.checklist.diff", "diff")
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=t("opt.diff.old"))],
    new_: Annotated[str, typer.Argument(metavar="NEW", help=t("opt.diff.new"))],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", readable=False, help=t("opt.diff.output")),
    ] = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Show what differs between two versions."""
    from cssa.comparison.checklist_diff import checklist_diff
    from cssa.reports import checklist_diff as shown

    inputs = (*checklist_files(old), *checklist_files(new_))
    path = with_ending(output, _ENDINGS["yaml"], replace=replace)
    file = Output(path, OutputKind.CHANGES, inputs, replace=replace)
    check_outputs(file)
    catalogue = open_workspace().catalogue
    former, edition = (catalogue.load(catalogue.resolve(name)).checklist for name in (old, new_))
    diffs = checklist_diff(former, edition)
    if path is None:
        show_page(shown.page(diffs, former, edition, current()))
        return
    emit(shown.changes_draft(diffs, former, edition, current()), file)
    count = sum(item.asks_otherwise or bool(item.alike) for item in diffs)
    note(t("diff.drafted", path=path, count=count))


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
    parents: Annotated[
        Literal["practices", "sections"],
        typer.Option("--parents", help=t("opt.import.parents"), show_default=False),
    ] = "practices",
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
            parents=parents,
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
