"""The formats of the report on another document."""

import json
from typing import TYPE_CHECKING

from cssa.reports.formats.kinds import CrosswalkFormat
from cssa.signature import Comment

if TYPE_CHECKING:
    from cssa.reports.crosswalk.crosswalk_view import CrosswalkView


class HtmlCrosswalk(CrosswalkFormat):
    """One HTML page that needs nothing beside itself."""

    name = "html"
    suffix = ".html"
    comment = Comment.MARKUP

    def render(self, view: "CrosswalkView") -> str:
        from cssa.reports.templates import shipped_template

        return shipped_template("crosswalk/crosswalk.html.j2", view.lang).render(view=view)


class MarkdownCrosswalk(CrosswalkFormat):
    """Markdown, with the tables of the page."""

    name = "md"
    suffix = ".md"
    comment = Comment.MARKUP

    def render(self, view: "CrosswalkView") -> str:
        from cssa.reports.templates import shipped_template

        return shipped_template("crosswalk/crosswalk.md.j2", view.lang).render(view=view)


class WorkbookCrosswalk(CrosswalkFormat):
    """An Excel workbook."""

    name = "xlsx"
    suffix = ".xlsx"

    def render(self, view: "CrosswalkView") -> bytes:
        from cssa.reports.excel.crosswalk_book import write_crosswalk

        return write_crosswalk(view)


class JsonCrosswalk(CrosswalkFormat):
    """JSON, figures as numbers."""

    name = "json"
    suffix = ".json"

    def render(self, view: "CrosswalkView") -> str:
        from cssa.reports.crosswalk.crosswalk_view import document

        return json.dumps(document(view), ensure_ascii=False, indent=2) + "\n"
