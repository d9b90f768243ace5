"""``cssa report``: one file for the board and for everyone who works from it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.cli import options
from cssa.cli.app import add, new_app
from cssa.cli.exit_codes import ExitCode
from cssa.cli.language import current, t
from cssa.cli.output import emit, note
from cssa.cli.workspace import Assessed, Workspace, read_date
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import read
from cssa.datafile.validation import validate
from cssa.engine.result import Result
from cssa.errors import Problem, UsageError
from cssa.location import Location

if TYPE_CHECKING:
    from cssa.reports.report_view import ReportView

app = new_app("help.report")

_ENDINGS = ("html", "md", "json", "xlsx")


@add(app, "help.report", "report")
def report(
    answers: options.Answers,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help=t("opt.report_output"))
    ],
    previous: Annotated[
        Path | None, typer.Option("--previous", metavar="RESULT", help=t("opt.report_previous"))
    ] = None,
    peers: Annotated[
        Path | None, typer.Option("--peers", metavar="PEERS", help=t("opt.report_peers"))
    ] = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help=t("opt.template"))
    ] = None,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
) -> int:
    """Write a report."""
    format_ = _format(output)
    if peers and template:
        raise UsageError([Problem("feedback.template")])
    workspace = Workspace(checklist)
    assessed = workspace.assess(answers, scheme=scheme, target=target, as_of=read_date(as_of))
    view = view_of(workspace, assessed, read_result(previous) if previous else None)
    if peers:
        emit(_feedback(view, workspace, assessed, peers, format_), output)
    else:
        from cssa.reports.reporters import FORMATS

        emit(FORMATS[format_](view, current(), template), output)
    note(t("report.written", path=output))
    if assessed.result.is_empty:
        note(t("score.nothing"))
        return ExitCode.NOTHING_ASSESSED
    return ExitCode.DONE


def _format(output: Path) -> str:
    """Return the format that a file's ending names."""
    ending = output.suffix.lower().removeprefix(".")
    if ending in _ENDINGS:
        return ending
    known = ", ".join(f".{name}" for name in _ENDINGS)
    raise UsageError([Problem("report.suffix", {"known": known}, Location(str(output)))])


def _feedback(
    view: "ReportView", workspace: Workspace, assessed: Assessed, peers: Path, format_: str
) -> str | bytes:
    """Return the report with the comparison group's figures beside the institution's."""
    from cssa.peers.comparison.institution import compare_with_peers
    from cssa.peers.peers_file import peers_file, read_peers
    from cssa.reports.feedback import FEEDBACK
    from cssa.reports.feedback.feedback_view import build_feedback_view

    sectors, submission = workspace.library.sectors, assessed.sheet.submission
    file = str(peers_file(peers))
    published, place = read_peers(file), Location(file)
    comparison = compare_with_peers(assessed.result, submission, published, sectors, place)
    return FEEDBACK[format_](build_feedback_view(view, comparison), current())


def view_of(workspace: Workspace, assessed: Assessed, previous: Result | None) -> "ReportView":
    """Return what a report on assessed answers says."""
    from cssa.reports.report_view import ReportSources, build_report_view

    library, criteria = workspace.library, assessed.criteria
    sources = ReportSources(
        edition=assessed.edition,
        submission=assessed.sheet.submission,
        scheme=criteria.scheme,
        targets=criteria.targets,
        profile=criteria.profile,
        scales=library.scales,
        sectors=library.sectors,
    )
    return build_report_view(assessed.result, sources, previous)


def read_result(path: Path) -> Result:
    """Read a result that was written as JSON.

    Raises:
        InputError: when it cannot be read, or is no result.
    """
    return validate(Result, read(read_bytes(path), str(path)))
