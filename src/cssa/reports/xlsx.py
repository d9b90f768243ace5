"""The report as an Excel workbook: figures, gaps, every answer, native charts."""

from pathlib import Path

from cssa.errors import Problem, UsageError
from cssa.messages import Lang
from cssa.reports.report_view import ReportView


def render(view: ReportView, lang: Lang, template: Path | None = None) -> bytes:
    """Return the workbook, the same bytes for the same view.

    Args:
        view: what it says.
        lang: its language.
        template: must be None.

    Raises:
        UsageError: with a template, which only makes HTML and Markdown.
    """
    if template is not None:
        raise UsageError([Problem("report.template_json")])
    from cssa.reports.excel.report_book import make  # only this format pays for the library

    return make(view, lang)
