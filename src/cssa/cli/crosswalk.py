"""``cssa crosswalk``: how far answers cover another framework."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.help_layout import page_width
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note
from cssa.datafile.files import read_bytes
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.visible import first_few, one_line
from cssa.reports.formats.registry import CROSSWALK_FORMATS, format_of_suffix
from cssa.signature import OutputKind
from cssa.workspace import Assessment, Workspace

if TYPE_CHECKING:
    from cssa.library.framework_coverage import Framework
    from cssa.reports.crosswalk.crosswalk_view import CrosswalkRow, CrosswalkView
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
    to: Annotated[str, typer.Option("--to", metavar="csf2|FILE", help=t("opt.crosswalk.to"))],
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
    from cssa.reports.crosswalk.crosswalk_view import build_crosswalk_view

    format_ = None if output is None else _format_of(output)
    table = None if to == _CSF2 else to
    inputs = (answers, table, *checklist_files(checklist))
    file = Output(output, OutputKind.CROSSWALK, inputs, replace=replace)
    check_outputs(file)
    workspace = open_workspace(checklist)
    assessment = assess_file(workspace, answers, as_of=read_date(as_of))
    framework = _framework(workspace, assessment, table)
    if framework.unknown:
        first = first_few(framework.unknown, _SHOWN_UNKNOWN)
        note(t("crosswalk.unknown_items", count=len(framework.unknown), first=first))
    asked, result = assessment.edition.checklist, assessment.result
    submission = assessment.answers.submission
    coverage = tuple(item_coverage(framework, asked, result, submission))
    view = build_crosswalk_view(framework, coverage, asked, result, current())
    if format_ is None:
        _print(view)
    else:
        emit(format_.render(view), file, format_.comment)
        note(t("crosswalk.written", path=output))
    if result.is_empty:
        note(t("score.nothing"))
        return ExitCode.NOTHING_ASSESSED
    return ExitCode.DONE


def _format_of(output: Path) -> "CrosswalkFormat":
    """Return the format that a file's suffix asks for."""
    format_ = format_of_suffix(CROSSWALK_FORMATS, output.suffix.lower())
    if format_ is None:
        known = ", ".join(format_.suffix for format_ in CROSSWALK_FORMATS.values())
        raise UsageError([Problem("crosswalk.suffix", {"known": known}, Location(str(output)))])
    return format_


def _framework(workspace: Workspace, assessment: Assessment, table: str | None) -> "Framework":
    """Return the other framework, with the practices that bear on it."""
    from cssa.library.crosswalk import read_crosswalk
    from cssa.library.framework_coverage import csf2_framework, table_framework

    checklist = assessment.edition.checklist
    if table is None:
        framework = csf2_framework(workspace.scoring_data.csf2, checklist)
    else:
        framework = table_framework(read_crosswalk(read_bytes(Path(table)), table), checklist)
    if not framework.links:
        where = None if table is None else Location(table)
        params = {"framework": framework.id}
        raise InputError([Problem("crosswalk.nothing_linked", params, where)])
    return framework


def _print(view: "CrosswalkView") -> None:
    """Print the report as tables for the terminal."""
    from rich.console import Console

    console = Console(file=sys.stdout, width=page_width(), highlight=False)
    console.print(view.message("crosswalk.title", framework=view.framework), style="bold")
    console.print(view.message("crosswalk.of", checklist=view.checklist), markup=False)
    console.print(view.message("crosswalk.note"))
    console.print()
    console.print(_table(view, view.rows))
    console.print()
    count, total = len(view.uncovered), view.total
    console.print(view.message("crosswalk.uncovered", count=count, total=total))
    for number in (0, 1, 3):
        console.print(view.disclaimers[number], markup=False, style="dim")


def _table(view: "CrosswalkView", rows: "Sequence[CrosswalkRow]") -> object:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(view.message("crosswalk.column.item"), no_wrap=True)
    table.add_column(view.message("crosswalk.column.title"), ratio=3)
    for name in ("lowest", "mean", "evidence"):
        table.add_column(view.message(f"crosswalk.column.{name}"), justify="right")
    table.add_column(view.message("crosswalk.column.practices"), ratio=2)
    for row in rows:
        style = "bold" if row.depth == 0 else ""
        cells = (
            row.id,
            row.title,
            row.lowest,
            "-" if row.mean is None else f"{row.mean:.1f}",
            str(row.evidence),
            ", ".join(row.practices),
        )
        table.add_row(*(Text(one_line(cell)) for cell in cells), style=style)
    return table
