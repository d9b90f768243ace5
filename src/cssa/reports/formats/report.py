"""The formats of an institution's report."""

from typing import TYPE_CHECKING

from cssa.messages import Lang
from cssa.reports.formats.kinds import ReportFormat, TemplateReportFormat
from cssa.signature import Comment

if TYPE_CHECKING:
    from cssa.reports.report_view import ReportView


class HtmlReport(TemplateReportFormat):
    """One HTML page that needs nothing beside itself."""

    name = "html"
    suffix = ".html"
    comment = Comment.MARKUP
    title = "HTML"
    template = "report/report.html.j2"
    is_html = True


class MarkdownReport(TemplateReportFormat):
    """Markdown, with the same headings in the same order as the page."""

    name = "md"
    suffix = ".md"
    comment = Comment.MARKUP
    title = "Markdown"
    template = "report/report.md.j2"


class JsonReport(ReportFormat):
    """JSON: the result as it is, and the parts of the report in words."""

    name = "json"
    suffix = ".json"

    def render(self, view: "ReportView", lang: Lang) -> str:
        from cssa.reports import json_

        return json_.encode(json_.build_document(view, lang)).decode()


class WorkbookReport(ReportFormat):
    """An Excel workbook with native charts."""

    name = "xlsx"
    suffix = ".xlsx"

    def render(self, view: "ReportView", lang: Lang) -> bytes:
        from cssa.reports.excel.report_book import write_report

        return write_report(view, lang)
