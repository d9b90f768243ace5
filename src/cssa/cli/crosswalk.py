"""``cssa crosswalk``: how far answers cover another framework."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note
from cssa.cli.pages import show
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import listed
from cssa.reports.formats.registry import CROSSWALK_FORMATS, format_of_suffix
from cssa.signature import OutputKind
from cssa.workspace import Assessment, Workspace

if TYPE_CHECKING:
    from cssa.checklist.model import Checklist
    from cssa.library.crosswalk import Crosswalk
    from cssa.library.framework_coverage import Framework
    from cssa.reports.formats.kinds import CrosswalkFormat

app = new_app("help.crosswalk")

_CSF2 = "csf2"
_SHOWN_UNKNOWN = 5


def _suffixes() -> str:
    """Return the suffixes of the report as a choice."""
    suffixes = (format_.suffix for format_ in CROSSWALK_FORMATS.values())
    return TYPOGRAPHY[current()].join_alternatives(suffixes)


@add(app, "help.crosswalk", "crosswalk")
def crosswalk(
    answers: options.Answers,
    to: Annotated[
        str, typer.Option("--to", metavar="csf2|CHECKLIST|FILE", help=t("opt.crosswalk.to"))
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            readable=False,
            help=t("opt.crosswalk.output", suffixes=_suffixes()),
        ),
    ] = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Show how far answers cover another framework."""
    from cssa.library.framework_coverage import item_coverage
    from cssa.reports.crosswalk.crosswalk_page import crosswalk_page
    from cssa.reports.crosswalk.crosswalk_view import build_crosswalk_view

    format_ = None if output is None else _format_of(output)
    table = to if _is_file(to) else None
    inputs = (answers, table, *checklist_files(checklist))
    file = Output(output, OutputKind.CROSSWALK, inputs, replace=replace)
    check_outputs(file)
    workspace = open_workspace(checklist)
    assessment = assess_file(workspace, answers, as_of=read_date(as_of))
    framework = _framework(workspace, assessment, to)
    if framework.unknown:
        first = listed(framework.unknown, _SHOWN_UNKNOWN)
        note(t("crosswalk.unknown_items", count=len(framework.unknown), first=first))
    asked, result = assessment.edition.checklist, assessment.result
    submission = assessment.answers.submission
    coverage = tuple(item_coverage(framework, asked, result, submission))
    view = build_crosswalk_view(framework, coverage, asked, result, current())
    if format_ is None:
        show(crosswalk_page(view))
    else:
        emit(format_.render(view), file, format_.comment)
        note(t("crosswalk.written", path=output))
    if result.is_empty:
        note(t(assessment.why_empty))
        return ExitCode.NOTHING_ASSESSED
    return ExitCode.DONE


def _format_of(output: Path) -> "CrosswalkFormat":
    """Return the format that a file's suffix asks for."""
    format_ = format_of_suffix(CROSSWALK_FORMATS, output.suffix.lower())
    if format_ is None:
        known = listed(format_.suffix for format_ in CROSSWALK_FORMATS.values())
        raise UsageError([Problem("crosswalk.suffix", {"known": known}, Location(str(output)))])
    return format_


def _is_file(to: str) -> bool:
    """Return whether a framework is named by a file, not by the id of a checklist."""
    path = Path(to)
    return to != _CSF2 and (path.suffix != "" or len(path.parts) > 1 or path.exists())


def _framework(workspace: Workspace, assessment: Assessment, to: str) -> "Framework":
    """Return the other framework, with the practices that bear on it."""
    from cssa.library.framework_coverage import csf2_framework, table_framework

    checklist = assessment.edition.checklist
    if to == _CSF2:
        framework = csf2_framework(workspace.scoring_data.csf2, checklist)
    else:
        table = _table(workspace, checklist.id, to)
        framework = table_framework(table, checklist, _target(workspace, table))
    if not framework.links:
        where = Location(to) if _is_file(to) else None
        params = {"framework": framework.id}
        raise InputError([Problem("crosswalk.nothing_linked", params, where)])
    return framework


def _table(workspace: Workspace, checklist: str, to: str) -> "Crosswalk":
    """Return the crosswalk of a file, or the one that ships between two checklists."""
    from cssa.library.crosswalk import read_crosswalk

    if _is_file(to):
        table = read_crosswalk(read_bytes(Path(to)), to)
        return table.reversed() if table.to.id == checklist != table.from_.id else table
    shipped = workspace.library.crosswalk(checklist, to)
    if shipped is None:
        known = listed([*workspace.library.crosswalks_of(checklist)] or ["-"])
        params = {"checklist": checklist, "to": to, "known": known}
        raise UsageError([Problem("crosswalk.none_shipped", params)])
    return shipped


def _target(workspace: Workspace, table: "Crosswalk") -> "Checklist | None":
    """Return the checklist that a crosswalk leads to, None where it is not at hand."""
    version = table.to.version
    for entry in workspace.catalogue.entries():
        if entry.id == table.to.id and version in (None, entry.version):
            return workspace.edition(entry.id, version).checklist
    return None
