"""The formats of the handover."""

from typing import TYPE_CHECKING

from cssa.reports.formats.kinds import HandoverFormat
from cssa.signature import Comment

if TYPE_CHECKING:
    from cssa.reports.handover.handover_view import HandoverView


class HtmlHandover(HandoverFormat):
    """One HTML page that needs nothing beside itself."""

    name = "html"
    suffix = ".html"
    comment = Comment.MARKUP

    def render(self, view: "HandoverView") -> str:
        from cssa.reports.templates import shipped_template

        template = shipped_template("handover/handover.html.j2", view.lang)
        return template.render(view=view.report, handover=view)


class MarkdownHandover(HandoverFormat):
    """Markdown, with the tables of the page."""

    name = "md"
    suffix = ".md"
    comment = Comment.MARKUP

    def render(self, view: "HandoverView") -> str:
        from cssa.reports.templates import shipped_template

        template = shipped_template("handover/handover.md.j2", view.lang)
        return template.render(view=view.report, handover=view)
