"""The formats of the aggregate of a campaign."""

import json
from typing import TYPE_CHECKING

from cssa.messages import Lang
from cssa.reports.formats.kinds import AggregateFormat

if TYPE_CHECKING:
    from cssa.reports.aggregate.aggregate_view import AggregateView


class HtmlAggregate(AggregateFormat):
    """One HTML page that needs nothing beside itself."""

    name = "html"
    suffix = ".html"

    def render(self, view: "AggregateView", lang: Lang) -> str:
        from cssa.reports.templates import shipped_template

        return shipped_template("aggregate/aggregate.html.j2", lang).render(view=view)


class MarkdownAggregate(AggregateFormat):
    """Markdown, with the same headings in the same order as the page."""

    name = "md"
    suffix = ".md"

    def render(self, view: "AggregateView", lang: Lang) -> str:
        from cssa.reports.templates import shipped_template

        return shipped_template("aggregate/aggregate.md.j2", lang).render(view=view)


class WorkbookAggregate(AggregateFormat):
    """An Excel workbook."""

    name = "xlsx"
    suffix = ".xlsx"

    def render(self, view: "AggregateView", lang: Lang) -> bytes:
        from cssa.reports.excel.aggregate_book import write_aggregate

        return write_aggregate(view, lang)


class JsonAggregate(AggregateFormat):
    """JSON."""

    name = "json"
    suffix = ".json"

    def render(self, view: "AggregateView", lang: Lang) -> str:
        from cssa.reports.aggregate.aggregate_json import build_document

        return json.dumps(build_document(view, lang), ensure_ascii=False, indent=1) + "\n"
