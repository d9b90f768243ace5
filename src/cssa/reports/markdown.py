"""The report as Markdown, with the same headings in the same order as the page."""

from pathlib import Path

from cssa.messages import Lang
from cssa.reports import templates
from cssa.reports.report_view import ReportView


def render(view: ReportView, lang: Lang, template: Path | None = None) -> str:
    """Return the text.

    Args:
        view: what it shows.
        lang: its language.
        template: a template of the user in place of the shipped one.

    Raises:
        InputError: when that template cannot be read or rendered.
    """
    if template is None:
        return templates.shipped_template("report/report.md.j2", lang).render(view=view)
    return templates.render_user_template(template, lang, view, html=False)
