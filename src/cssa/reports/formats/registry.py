"""The registry of formats: by kind of output and name, in the order in which users see them."""

from collections.abc import Mapping
from typing import TypeVar

from cssa.reports.formats import aggregate, crosswalk, feedback, gate, report
from cssa.reports.formats.kinds import (
    AggregateFormat,
    CrosswalkFormat,
    FeedbackFormat,
    GateFormat,
    OutputFormat,
    ReportFormat,
)

FormatT = TypeVar("FormatT", bound=OutputFormat)


def _by_name(*formats: FormatT) -> Mapping[str, FormatT]:
    return {format_.name: format_ for format_ in formats}


REPORT_FORMATS: Mapping[str, ReportFormat] = _by_name(
    report.HtmlReport(),
    report.MarkdownReport(),
    report.JsonReport(),
    report.WorkbookReport(),
)

FEEDBACK_FORMATS: Mapping[str, FeedbackFormat] = _by_name(
    feedback.HtmlFeedback(),
    feedback.MarkdownFeedback(),
    feedback.JsonFeedback(),
    feedback.WorkbookFeedback(),
)

AGGREGATE_FORMATS: Mapping[str, AggregateFormat] = _by_name(
    aggregate.HtmlAggregate(),
    aggregate.MarkdownAggregate(),
    aggregate.WorkbookAggregate(),
    aggregate.JsonAggregate(),
)

CROSSWALK_FORMATS: Mapping[str, CrosswalkFormat] = _by_name(
    crosswalk.HtmlCrosswalk(),
    crosswalk.MarkdownCrosswalk(),
    crosswalk.WorkbookCrosswalk(),
    crosswalk.JsonCrosswalk(),
)

GATE_FORMATS: Mapping[str, GateFormat] = _by_name(
    gate.TextVerdict(),
    gate.JsonVerdict(),
    gate.JunitVerdict(),
    gate.SarifVerdict(),
    gate.GithubVerdict(),
    gate.MarkdownVerdict(),
)


def format_of_suffix(formats: Mapping[str, FormatT], suffix: str) -> FormatT | None:
    """Return the format of files whose names end so; None where there is none.

    Args:
        formats: of one kind of output.
        suffix: with its dot; an empty one belongs to no format.
    """
    return next((format_ for format_ in formats.values() if format_.suffix == suffix), None)
