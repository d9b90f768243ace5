"""Figures of reports: a report, a feedback report."""

from collections.abc import Callable
from time import process_time

from benchmarks.figures import AS_OF, TYPICAL, Measured, against, figure, in_turns, milliseconds


@figure("HTML report, templates loaded (176 answers with notes)")
def html_report() -> Measured:
    """Rendering, and the view it renders, within 5 ms."""
    from cssa.cli.environment import assess_file, open_workspace
    from cssa.cli.report import view_of
    from cssa.reports.formats.report import HtmlReport

    workspace = open_workspace()
    assessment = assess_file(workspace, str(TYPICAL), as_of=AS_OF)
    view = view_of(workspace, assessment, None)
    best, middle = milliseconds(lambda: HtmlReport().render(view, "ja"))
    built, _ = milliseconds(lambda: view_of(workspace, assessment, None))
    size = len(HtmlReport().render(view, "ja").encode()) / 1000
    note = f"median {middle:.1f}; view {built:.1f} beside; {size:.0f} kB"
    return Measured(best, 5.0, "ms", note=note)


@figure("HTML feedback report, beside the report on the same answers")
def html_feedback() -> Measured:
    """Within one and a half times the report, what a group has in common drawn before."""
    from benchmarks.peers import published

    from cssa.cli.environment import assess_file, open_workspace
    from cssa.cli.report import view_of
    from cssa.peers.comparison.institution import Comparer
    from cssa.reports.feedback.feedback_view import build_feedback_view
    from cssa.reports.feedback.html import FeedbackWriter
    from cssa.reports.formats.report import HtmlReport

    workspace = open_workspace()
    assessment = assess_file(workspace, str(TYPICAL), as_of=AS_OF)
    view, submission = view_of(workspace, assessment, None), assessment.answers.submission
    peers = published(assessment.result, assessment.edition.checklist)
    comparer = Comparer(peers, workspace.scoring_data.sectors)
    feedback = build_feedback_view(view, comparer.compare(assessment.result, submission))
    writer = FeedbackWriter(peers, "ja")
    calls: dict[str, Callable[[], object]] = {
        "feedback": lambda: writer.render(feedback),
        "report": lambda: HtmlReport().render(view, "ja"),
        "compare": lambda: build_feedback_view(
            view, comparer.compare(assessment.result, submission)
        ),
        "first": lambda: FeedbackWriter(peers, "ja").render(feedback),
    }
    for call in calls.values():
        call()
    times = in_turns(process_time, calls)
    size = len(writer.render(feedback).encode()) / 1000
    note = f"{times['first'][0]:.1f} as the group's first; {times['compare'][0]:.1f} to compare"
    return against(times, "feedback", "report", 1.5, f"{note}; {size:.0f} kB")


@figure("HTML report, size (176 answers with notes)")
def html_size() -> Measured:
    """The larger of the two languages' files within 300 kB."""
    from cssa.cli.environment import assess_file, open_workspace
    from cssa.cli.report import view_of
    from cssa.messages import LANGS
    from cssa.reports.formats.report import HtmlReport

    workspace = open_workspace()
    assessment = assess_file(workspace, str(TYPICAL), as_of=AS_OF)
    view = view_of(workspace, assessment, None)
    sizes = [len(HtmlReport().render(view, lang).encode()) / 1000 for lang in LANGS]
    return Measured(max(sizes), 300.0, "kB")
