"""The formats of the plan."""

import json
from typing import TYPE_CHECKING

from cssa.reports.formats.kinds import PlanFormat
from cssa.signature import Comment

if TYPE_CHECKING:
    from cssa.reports.plan.plan_view import PlanView


class WorkbookPlan(PlanFormat):
    """An Excel workbook, to be kept up to date and read back."""

    name = "xlsx"
    suffix = ".xlsx"

    def render(self, view: "PlanView") -> bytes:
        from cssa.forms.plan_sheet import PlanSheetRow
        from cssa.forms.plan_writer import write_plan

        rows = [
            PlanSheetRow(
                practice=row.item.result.id,
                shown={
                    "number": row.number,
                    "title": row.title,
                    "domain": row.domain,
                    "level": row.level,
                    "next": "" if row.is_own else row.action,
                    "usual_owner": row.usual_owner,
                    "mark": "\n".join(row.marks),
                },
                plan=row.item.plan,
            )
            for row in view.rows
        ]
        source = f"{view.institution_id} {view.edition}"
        heading = view.message("planning.title_of", institution=view.institution)
        return write_plan(rows, source, heading=heading, summary=view.summary, lang=view.lang)


class MarkdownPlan(PlanFormat):
    """Markdown, with the tables of the page."""

    name = "md"
    suffix = ".md"
    comment = Comment.MARKUP

    def render(self, view: "PlanView") -> str:
        from cssa.reports.templates import shipped_template

        return shipped_template("plan/plan.md.j2", view.lang).render(view=view)


class HtmlPlan(PlanFormat):
    """One HTML page that needs nothing beside itself."""

    name = "html"
    suffix = ".html"
    comment = Comment.MARKUP

    def render(self, view: "PlanView") -> str:
        from cssa.reports.templates import shipped_template

        return shipped_template("plan/plan.html.j2", view.lang).render(view=view)


class CalendarPlan(PlanFormat):
    """Calendar entries that name numbers of practices alone."""

    name = "ics"
    suffix = ".ics"
    comment = Comment.CALENDAR

    def render(self, view: "PlanView") -> str:
        from cssa.reports.plan.documents import calendar

        return calendar(view)


class JsonPlan(PlanFormat):
    """JSON, with ids and dates."""

    name = "json"
    suffix = ".json"

    def render(self, view: "PlanView") -> str:
        from cssa.reports.plan.documents import document

        return json.dumps(document(view), ensure_ascii=False, indent=2) + "\n"
