"""The report as an Excel workbook, with native charts."""

from pathlib import Path

from cssa.errors import Problem, UsageError
from cssa.messages import Lang
from cssa.reports.report_view import ReportView


def render(view: ReportView, lang: Lang, template: Path | None = None) -> bytes:
    """Return the workbook, the same bytes for the same view.

    Args:
        view: what it shows.
        lang: its language.
        template: must be None.

    Raises:
        UsageError: with a template, which makes HTML and Markdown only.
    """
    if template is not None:
        raise UsageError([Problem("report.template_json")])
    from cssa.reports.excel.report_book import write_report  # loads xlsxwriter

    return write_report(view, lang)
