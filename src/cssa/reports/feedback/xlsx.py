"""The feedback report as an Excel workbook: the report's, with the comparison on two sheets."""

from cssa.messages import Lang
from cssa.reports.feedback.feedback_view import FeedbackView


def render(view: FeedbackView, lang: Lang) -> bytes:
    """Return the workbook, the same bytes for the same view.

    Args:
        view: what it shows.
        lang: its language.
    """
    from cssa.reports.excel.report_book import write_report  # loads xlsxwriter

    return write_report(view.report, lang, view)
