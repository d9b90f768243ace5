"""The feedback report (還元資料): an institution's report with its comparison group beside it."""

from collections.abc import Callable, Mapping

from cssa.messages import Lang
from cssa.reports.feedback import html, json_, markdown, xlsx
from cssa.reports.feedback.feedback_view import FeedbackView

Reporter = Callable[[FeedbackView, Lang], str] | Callable[[FeedbackView, Lang], bytes]

FEEDBACK: Mapping[str, Reporter] = {
    "html": html.render,
    "md": markdown.render,
    "json": json_.render,
    "xlsx": xlsx.render,
}
"""The formats of a feedback report, by the ending of its file."""
