"""The results of several days as part of a report."""

from cssa.messages import Lang
from cssa.reports.comparison.comparison_view import ComparisonView, build_comparison_view
from cssa.reports.report_view import ReportView


def history_view(view: ReportView, lang: Lang) -> ComparisonView:
    """Return the view of a report's result with those of earlier days.

    Args:
        view: of a report that has earlier results.
        lang: the report's language.

    Raises:
        ValueError: when it has none.
    """
    if view.comparison is None:
        raise ValueError("no earlier result")
    return build_comparison_view(view.comparison, [view.checklist], lang)
