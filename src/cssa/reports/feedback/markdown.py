"""The feedback report as Markdown, with the same headings in the same order as the page."""

from cssa.messages import Lang
from cssa.reports import templates
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.feedback.group_charts import CLASSES, class_name


def render(view: FeedbackView, lang: Lang) -> str:
    """Return the text."""
    template = templates.shipped("feedback/feedback.md.j2", lang)
    classes = {name: class_name(name, lang) for name in CLASSES}
    return template.render(view=view.report, feedback=view, classes=classes)
