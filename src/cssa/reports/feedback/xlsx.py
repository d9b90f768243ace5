"""The feedback report as an Excel workbook: the report's, with the comparison on two sheets."""

from cssa.messages import Lang
from cssa.reports.feedback.feedback_view import FeedbackView


def render(view: FeedbackView, lang: Lang) -> bytes:
    """Return the workbook, the same bytes for the same view."""
    from cssa.reports.excel.report_book import make  # only this format pays for the library

    return make(view.report, lang, view)
