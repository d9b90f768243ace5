"""The formats of the comparison of several days."""

from typing import TYPE_CHECKING

from cssa.reports.formats.kinds import ComparisonFormat
from cssa.signature import Comment

if TYPE_CHECKING:
    from cssa.reports.comparison.comparison_view import ComparisonView


class HtmlComparison(ComparisonFormat):
    """One HTML page that needs nothing beside itself."""

    name = "html"
    suffix = ".html"
    comment = Comment.MARKUP

    def render(self, view: "ComparisonView") -> str:
        from cssa.reports.comparison.charts import dumbbell, line_chart
        from cssa.reports.templates import shipped_template

        template = shipped_template("comparison/comparison.html.j2", view.lang)
        return template.render(view=view, line=line_chart(view), dumbbell=dumbbell(view))


class MarkdownComparison(ComparisonFormat):
    """Markdown, with the tables of the page."""

    name = "md"
    suffix = ".md"
    comment = Comment.MARKUP

    def render(self, view: "ComparisonView") -> str:
        from cssa.reports.templates import shipped_template

        return shipped_template("comparison/comparison.md.j2", view.lang).render(view=view)


class WorkbookComparison(ComparisonFormat):
    """An Excel workbook with native charts."""

    name = "xlsx"
    suffix = ".xlsx"

    def render(self, view: "ComparisonView") -> bytes:
        from cssa.reports.excel.comparison_book import write_comparison

        return write_comparison(view)


class JsonComparison(ComparisonFormat):
    """JSON, with exact fractions."""

    name = "json"
    suffix = ".json"

    def render(self, view: "ComparisonView") -> str:
        from cssa.datafile.typed_json import to_json

        return to_json(view.comparison)
