"""``cssa compare``: what changed between assessments, and what each change comes from."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.environment import open_workspace
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import Output, check_outputs, checklist_files, emit, note, with_ending
from cssa.errors import InputError, Problem, UsageError
from cssa.location import Location
from cssa.messages.arguments import argument
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import listed
from cssa.reports.formats.kinds import ComparisonFormat
from cssa.reports.formats.registry import COMPARISON_FORMATS, format_of_suffix
from cssa.signature import OutputKind
from cssa.workspace import Workspace

if TYPE_CHECKING:
    from cssa.checklist.model import Checklist
    from cssa.cli.dated_inputs import DatedInputs
    from cssa.comparison.snapshot import Snapshot

app = new_app("help.compare")

_FEWEST, _MOST = 2, 5
_JSON = "json"


def _suffixes() -> str:
    """Return the suffixes of the comparison as a choice."""
    suffixes = (format_.suffix for format_ in COMPARISON_FORMATS.values())
    return TYPOGRAPHY[current()].join_alternatives(suffixes)


@add(app, "help.compare", "compare")
def compare(
    files: Annotated[list[str], typer.Argument(metavar="OLD NEW", help=t("opt.compare.files"))],
    format_: Annotated[
        Literal["table", "json"], typer.Option("--format", help=t("opt.compare.format"))
    ] = "table",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            readable=False,
            help=t("opt.compare.output", suffixes=_suffixes()),
        ),
    ] = None,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Compare assessments."""
    from cssa.cli.dated_inputs import DatedInputs
    from cssa.comparison.compare import compare_snapshots
    from cssa.reports.comparison.comparison_view import build_comparison_view

    if len(files) < _FEWEST:
        raise UsageError([Problem("compare.too_few", {"count": len(files)})])
    if len(files) > _MOST:
        raise UsageError([Problem("compare.too_many", {"count": len(files), "most": _MOST})])
    if format_ == _JSON:
        output = with_ending(output, (COMPARISON_FORMATS[_JSON].suffix,), replace=replace)
    inputs = (*files, scheme, target, *checklist_files(checklist))
    file = Output(output, OutputKind.COMPARISON, inputs, replace=replace)
    written = None if file.is_stdout or output is None else _format_of(output)
    check_outputs(file)
    workspace = open_workspace(checklist)
    dated = DatedInputs(workspace, scheme, target)
    snapshots = _snapshots(dated, files)
    comparison = compare_snapshots(snapshots, dated.revisions(snapshots))
    view = build_comparison_view(comparison, _checklists(workspace, snapshots), current())
    if written is not None:
        emit(written.render(view), file, written.comment)
        for sentence in view.lead:
            note(sentence)
        note(t("comparison.written", path=output))
    elif format_ == _JSON:
        emit(COMPARISON_FORMATS[_JSON].render(view), file)
    else:
        from cssa.cli.pages import show
        from cssa.reports.comparison import comparison_text

        show(comparison_text.page(view), file)
    return ExitCode.DONE


def _format_of(output: Path) -> ComparisonFormat:
    """Return the format that a file's suffix asks for."""
    format_ = format_of_suffix(COMPARISON_FORMATS, output.suffix.lower())
    if format_ is None:
        known = listed(format_.suffix for format_ in COMPARISON_FORMATS.values())
        raise UsageError([Problem("crosswalk.suffix", {"known": known}, Location(str(output)))])
    return format_


def _snapshots(inputs: "DatedInputs", files: Sequence[str]) -> "list[Snapshot]":
    """Return what the files hold.

    Raises:
        InputError: with the problems of every file that cannot be read; when they cannot be
            compared, or are not in the order of their days.
    """
    snapshots: list[Snapshot] = []
    problems: list[Problem] = []
    for path in files:
        try:
            snapshots.append(inputs.snapshot(path))
        except InputError as error:
            problems += error.problems
    problems = problems or [*_obstacles(snapshots)] or [*_disorder(snapshots)]
    if problems:
        raise InputError(problems)
    return snapshots


def _obstacles(snapshots: "Sequence[Snapshot]") -> Iterator[Problem]:
    """Yield the files that cannot be compared with the last."""
    *earlier, last = snapshots
    for snapshot in earlier:
        obstacle = last.subject.obstacle(snapshot.subject)
        if obstacle is None:
            continue
        params = {"now": last.name}
        if obstacle != "scale":
            params = {
                "now": getattr(last.subject, obstacle),
                "then": getattr(snapshot.subject, obstacle),
            }
        yield Problem(f"compare.{obstacle}", params, Location(snapshot.name))


def _disorder(snapshots: "Sequence[Snapshot]") -> Iterator[Problem]:
    """Yield the first file of the same day as another, else the first that is not in order."""
    in_order = sorted(snapshots, key=lambda snapshot: snapshot.day)
    for before, after in pairwise(in_order):
        if before.day == after.day:
            params = {"day": after.day, "other": before.name}
            yield Problem("compare.same_day", params, Location(after.name))
            return
    for before, after in pairwise(snapshots):
        if after.day < before.day:
            params = {
                "other": before.name,
                "before": before.day,
                "day": after.day,
                "order": " ".join(argument(snapshot.name) for snapshot in in_order),
            }
            yield Problem("compare.order", params, Location(after.name))
            return


def _checklists(workspace: Workspace, snapshots: "Sequence[Snapshot]") -> "list[Checklist]":
    """Return the checklists that give the titles, the oldest first."""
    known = [
        snapshot.sources.checklist
        for snapshot in snapshots
        if snapshot.sources.checklist is not None
    ]
    if snapshots[-1].sources.checklist is not None:
        return known
    return [*known, workspace.edition(snapshots[-1].subject.checklist).checklist]
