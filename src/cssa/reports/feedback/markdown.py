"""The feedback report as Markdown, with the same headings in the same order as the page."""

from cssa.messages import Lang
from cssa.peers.answer_classes import answer_classes
from cssa.reports import templates
from cssa.reports.feedback.feedback_view import FeedbackView
from cssa.reports.feedback.group_charts import class_name


def render(view: FeedbackView, lang: Lang) -> str:
    """Return the text.

    Args:
        view: what it shows.
        lang: its language.
    """
    template = templates.shipped_template("feedback/feedback.md.j2", lang)
    classes = {name: class_name(name, lang) for name in answer_classes(view.report.result.scale)}
    return template.render(view=view.report, feedback=view, classes=classes)
