"""The formats of the feedback report (還元資料)."""

import re
from functools import partial
from typing import TYPE_CHECKING

from cssa.messages import Lang
from cssa.reports.formats.kinds import FeedbackFormat, Writer
from cssa.reports.formats.report import MarkdownReport, WorkbookReport
from cssa.signature import Comment

if TYPE_CHECKING:
    from cssa.peers.peers_file import Peers
    from cssa.reports.feedback.feedback_view import FeedbackView
    from cssa.reports.report_view import ReportView

_IN_PAGE = re.compile(rb'<meta name="cssa-institution" content="([^"<>]{1,200})">')
_IN_TEXT = re.compile(rb"^\[cssa\]: # \(([^()\n]{1,200})\)$", re.MULTILINE)
"""A link that nothing refers to: Markdown shows nothing of it."""


class HtmlFeedback(FeedbackFormat):
    """One HTML page; what the pages of many institutions share is rendered once."""

    name = "html"
    suffix = ".html"
    comment = Comment.MARKUP
    by_default = True

    def writer(self, peers: "Peers", lang: Lang) -> "Writer[FeedbackView]":
        from cssa.reports.feedback.html import FeedbackWriter

        return FeedbackWriter(peers, lang).render

    def interim_writer(self, lang: Lang) -> "Writer[ReportView]":
        from cssa.reports.html import ReportWriter

        return ReportWriter(lang).render

    def addressee(self, data: bytes) -> str | None:
        return _only(_IN_PAGE, data)


class MarkdownFeedback(FeedbackFormat):
    """Markdown, with the same headings in the same order as the page."""

    name = "md"
    suffix = ".md"
    comment = Comment.MARKUP

    def writer(self, peers: "Peers", lang: Lang) -> "Writer[FeedbackView]":
        from cssa.reports.feedback import markdown

        return partial(markdown.render, lang=lang)

    def interim_writer(self, lang: Lang) -> "Writer[ReportView]":
        return partial(MarkdownReport().render, lang=lang)

    def addressee(self, data: bytes) -> str | None:
        return _only(_IN_TEXT, data)


class JsonFeedback(FeedbackFormat):
    """JSON: the report's document with the comparison under ``peers``."""

    name = "json"
    suffix = ".json"
    by_default = True

    def writer(self, peers: "Peers", lang: Lang) -> "Writer[FeedbackView]":
        from cssa.reports.feedback import json_

        return partial(json_.encode, lang=lang)

    def interim_writer(self, lang: Lang) -> "Writer[ReportView]":
        from cssa.reports.feedback import json_

        return partial(json_.encode_interim, lang=lang)

    def addressee(self, data: bytes) -> str | None:
        from cssa.reports.feedback import json_

        return json_.addressee(data)


class WorkbookFeedback(FeedbackFormat):
    """The report's Excel workbook, with the comparison on two sheets."""

    name = "xlsx"
    suffix = ".xlsx"

    def writer(self, peers: "Peers", lang: Lang) -> "Writer[FeedbackView]":
        from cssa.reports.excel.report_book import write_report

        return lambda view: write_report(view.report, lang, view)

    def interim_writer(self, lang: Lang) -> "Writer[ReportView]":
        return partial(WorkbookReport().render, lang=lang)

    def addressee(self, data: bytes) -> str | None:
        from cssa.excel.printed_workbook import institution_of

        return institution_of(data)


def _only(pattern: re.Pattern[bytes], data: bytes) -> str | None:
    """Return what a pattern holds where all of its places hold the same, else None."""
    found = set(pattern.findall(data))
    return found.pop().decode(errors="replace") if len(found) == 1 else None
