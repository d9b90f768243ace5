"""The formats of the roadmap by half-years."""

import json
from typing import TYPE_CHECKING

from cssa.reports.formats.kinds import RoadmapFormat
from cssa.signature import Comment

if TYPE_CHECKING:
    from cssa.reports.plan.roadmap_view import RoadmapView


class HtmlRoadmap(RoadmapFormat):
    """One HTML page that needs nothing beside itself."""

    name = "html"
    suffix = ".html"
    comment = Comment.MARKUP

    def render(self, view: "RoadmapView") -> str:
        from cssa.reports.templates import shipped_template

        return shipped_template("plan/roadmap.html.j2", view.lang).render(view=view)


class WorkbookRoadmap(RoadmapFormat):
    """An Excel workbook with native charts."""

    name = "xlsx"
    suffix = ".xlsx"

    def render(self, view: "RoadmapView") -> bytes:
        from cssa.reports.excel.roadmap_book import write_roadmap

        return write_roadmap(view)


class JsonRoadmap(RoadmapFormat):
    """JSON, with ids, dates and exact figures."""

    name = "json"
    suffix = ".json"

    def render(self, view: "RoadmapView") -> str:
        from cssa.reports.plan.roadmap_view import document

        return json.dumps(document(view), ensure_ascii=False, indent=2) + "\n"
