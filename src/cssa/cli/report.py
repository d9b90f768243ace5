"""``cssa report``: writes the report of an answers file."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cssa.cli import completion_values, options
from cssa.cli.app import add, new_app
from cssa.cli.environment import assess_file, open_workspace, read_date
from cssa.cli.exit_codes import ExitCode
from cssa.cli.handover import handover_format, render_handover
from cssa.cli.language import current, t
from cssa.cli.output import (
    Output,
    check_outputs,
    checklist_files,
    emit,
    note,
    note_each,
    with_ending,
)
from cssa.cli.previous import EarlierResults, compare_with_previous
from cssa.errors import Problem, UsageError
from cssa.location import Location
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import listed
from cssa.reports.formats.kinds import (
    Document,
    FeedbackFormat,
    HandoverFormat,
    ReportFormat,
    TemplateReportFormat,
)
from cssa.reports.formats.registry import FEEDBACK_FORMATS, REPORT_FORMATS, format_of_suffix
from cssa.reports.formats.report import HtmlReport
from cssa.signature import OutputKind
from cssa.workspace import Assessment, Workspace

if TYPE_CHECKING:
    from cssa.reports.report_view import ReportView

app = new_app("help.report")


def _suffixes() -> str:
    """Return the suffixes of reports as a choice."""
    suffixes = (format_.suffix for format_ in REPORT_FORMATS.values())
    return TYPOGRAPHY[current()].join_alternatives(suffixes)


def _template_formats() -> Iterator[TemplateReportFormat]:
    """Yield the formats that a template of the user can make."""
    for format_ in REPORT_FORMATS.values():
        if isinstance(format_, TemplateReportFormat):
            yield format_


def _template_titles() -> str:
    """Return the formats that a template of the user can make as a choice."""
    titles = (format_.title for format_ in _template_formats())
    return TYPOGRAPHY[current()].join_alternatives(titles)


@add(app, "help.report", "report")
def report(
    answers: options.Answers,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            readable=False,
            help=t("opt.report_output", suffixes=_suffixes()),
        ),
    ],
    previous: Annotated[
        list[str] | None,
        typer.Option("--previous", metavar="FILE", help=t("opt.report_previous")),
    ] = None,
    peers: Annotated[
        Path | None, typer.Option("--peers", metavar="PEERS", help=t("opt.report_peers"))
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", metavar="FILE", help=t("opt.template", titles=_template_titles())
        ),
    ] = None,
    handover: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--handover", help=t("opt.report.handover"))
    ] = False,
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy",
            metavar="POLICY",
            help=t("opt.report.policy"),
            autocompletion=completion_values.policies,
        ),
    ] = None,
    scheme: options.Scheme = None,
    target: options.Target = None,
    checklist: options.Checklist = None,
    as_of: options.AsOf = None,
    replace: options.Replace = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Write a report, or a handover."""
    if not output.suffix:
        output = with_ending(output, (HtmlReport.suffix,), replace=replace) or output
    if policy is not None and not handover:
        raise UsageError([Problem("handover.policy_alone")])
    format_: ReportFormat | FeedbackFormat | HandoverFormat
    if handover:
        format_ = handover_format(output, previous=previous, peers=peers, template=template)
    else:
        format_ = _format_of(output, FEEDBACK_FORMATS if peers else REPORT_FORMATS)
        if template:
            _check_template(format_)
    published = _peers_file(peers) if peers else None
    earlier = previous or []
    kind = OutputKind.HANDOVER if handover else OutputKind.REPORT
    named = (answers, *earlier, published, template, policy, scheme, target)
    file = Output(output, kind, (*named, *checklist_files(checklist)), replace=replace)
    check_outputs(file)
    workspace = open_workspace(checklist)
    assessment = assess_file(
        workspace, answers, scheme=scheme, target=target, as_of=read_date(as_of)
    )
    compared = compare_with_previous(workspace, earlier, assessment, scheme=scheme, target=target)
    with_published = published is None and not handover
    view = view_of(workspace, assessment, compared, with_published=with_published)
    if isinstance(format_, HandoverFormat):
        content = render_handover(format_, view, workspace, assessment, policy)
    elif published:
        feedback_format = FEEDBACK_FORMATS[format_.name]
        content = _feedback(view, workspace, assessment, published, feedback_format)
    else:
        content = _report(view, REPORT_FORMATS[format_.name], template)
    emit(content, file, format_.comment)
    note_each(assessment.answers.notes)
    note(t("handover.written" if handover else "report.written", path=output))
    if assessment.result.is_empty:
        note(t(assessment.why_empty))
        return ExitCode.NOTHING_ASSESSED
    return ExitCode.DONE


def _format_of(
    output: Path, formats: Mapping[str, ReportFormat | FeedbackFormat]
) -> ReportFormat | FeedbackFormat:
    """Return the format that a file's suffix asks for."""
    format_ = format_of_suffix(formats, output.suffix.lower())
    if format_ is None:
        known = listed(format_.suffix for format_ in formats.values())
        raise UsageError([Problem("report.suffix", {"known": known}, Location(str(output)))])
    return format_


def _check_template(format_: ReportFormat | FeedbackFormat) -> None:
    """Refuse a template of the user for a format that is made without one."""
    if isinstance(format_, FeedbackFormat):
        raise UsageError([Problem("feedback.template")])
    if not isinstance(format_, TemplateReportFormat):
        suffixes = (format_.suffix for format_ in _template_formats())
        params = {
            "titles": _template_titles(),
            "suffixes": TYPOGRAPHY[current()].join_alternatives(suffixes),
        }
        raise UsageError([Problem("report.template_format", params)])


def _peers_file(peers: Path) -> Path:
    from cssa.peers.peers_file import peers_file

    return peers_file(peers)


def _report(view: "ReportView", format_: ReportFormat, template: Path | None) -> Document:
    """Return the report, made by the user's template where one is given."""
    if template and isinstance(format_, TemplateReportFormat):
        return format_.render_by(template, view, current())
    return format_.render(view, current())


def _feedback(
    view: "ReportView",
    workspace: Workspace,
    assessment: Assessment,
    peers: Path,
    format_: FeedbackFormat,
) -> Document:
    """Return the report with the comparison group's figures beside the institution's."""
    from cssa.peers.comparison.institution import compare_with_peers
    from cssa.peers.peers_file import read_peers
    from cssa.reports.feedback.feedback_view import build_feedback_view

    sectors, submission = workspace.scoring_data.sectors, assessment.answers.submission
    published, place = read_peers(str(peers)), Location(str(peers))
    comparison = compare_with_peers(assessment.result, submission, published, sectors, place)
    return format_.render(build_feedback_view(view, comparison), current())


def view_of(
    workspace: Workspace,
    assessment: Assessment,
    earlier: EarlierResults | None,
    *,
    with_published: bool = True,
) -> "ReportView":
    """Return the view of a report on assessed answers.

    Args:
        workspace: scales and sectors of the run.
        assessment: the answers with their result.
        earlier: earlier figures to show beside them; None shows none.
        with_published: whether figures of published surveys stand beside answers, in place of a
            comparison group's.
    """
    from cssa.reports.report_view import ReportSources, build_report_view

    scoring_data, criteria = workspace.scoring_data, assessment.criteria
    sources = ReportSources(
        edition=assessment.edition,
        submission=assessment.answers.submission,
        scheme=criteria.scheme,
        targets=criteria.targets,
        profile=criteria.profile,
        scales=scoring_data.level_wording(assessment.edition.checklist),
        sectors=scoring_data.sectors,
        incidents=workspace.library.incidents,
        published=workspace.library.published if with_published else (),
    )
    previous, comparison = earlier or (None, None)
    return build_report_view(assessment.result, sources, previous, comparison)
