"""The registry of formats: by kind of output and name, in the order in which users see them."""

from collections.abc import Mapping
from typing import TypeVar

from cssa.reports.formats import (
    aggregate,
    comparison,
    crosswalk,
    feedback,
    gate,
    handover,
    plan,
    report,
    roadmap,
)
from cssa.reports.formats.kinds import (
    AggregateFormat,
    ComparisonFormat,
    CrosswalkFormat,
    FeedbackFormat,
    GateFormat,
    HandoverFormat,
    OutputFormat,
    PlanFormat,
    ReportFormat,
    RoadmapFormat,
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

COMPARISON_FORMATS: Mapping[str, ComparisonFormat] = _by_name(
    comparison.HtmlComparison(),
    comparison.MarkdownComparison(),
    comparison.WorkbookComparison(),
    comparison.JsonComparison(),
)

PLAN_FORMATS: Mapping[str, PlanFormat] = _by_name(
    plan.WorkbookPlan(),
    plan.MarkdownPlan(),
    plan.HtmlPlan(),
    plan.CalendarPlan(),
    plan.JsonPlan(),
)

ROADMAP_FORMATS: Mapping[str, RoadmapFormat] = _by_name(
    roadmap.HtmlRoadmap(),
    roadmap.WorkbookRoadmap(),
    roadmap.JsonRoadmap(),
)

HANDOVER_FORMATS: Mapping[str, HandoverFormat] = _by_name(
    handover.HtmlHandover(),
    handover.MarkdownHandover(),
)

GATE_FORMATS: Mapping[str, GateFormat] = _by_name(
    gate.TextVerdict(),
    gate.JsonVerdict(),
    gate.JunitVerdict(),
    gate.SarifVerdict(),
    gate.GithubVerdict(),
    gate.CodeQualityVerdict(),
    gate.MarkdownVerdict(),
)


def format_of_suffix(formats: Mapping[str, FormatT], suffix: str) -> FormatT | None:
    """Return the format of files whose names end so; None where there is none.

    Args:
        formats: of one kind of output.
        suffix: with its dot; an empty one belongs to no format.
    """
    return next((format_ for format_ in formats.values() if format_.suffix == suffix), None)
