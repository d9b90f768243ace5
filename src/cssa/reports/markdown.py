"""The report as Markdown, with the same headings in the same order as the page."""

from pathlib import Path

from cssa.messages import Lang
from cssa.reports import templates
from cssa.reports.report_view import ReportView


def render(view: ReportView, lang: Lang, template: Path | None = None) -> str:
    """Return the text.

    Args:
        view: what it says.
        lang: its language.
        template: a template of the user in place of ours.
    """
    if template is None:
        return templates.shipped("report/report.md.j2", lang).render(view=view)
    return templates.run(template, lang, view, html=False)
