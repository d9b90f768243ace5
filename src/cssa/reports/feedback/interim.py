"""Feedback while a campaign collects: the institution's own figures, and that others follow."""

from dataclasses import replace

from cssa.messages import Lang
from cssa.reports import json_
from cssa.reports.feedback.json_ import marked
from cssa.reports.html import ReportWriter
from cssa.reports.publication_mark import PublicationMark
from cssa.reports.report_view import ReportView
from cssa.reports.reporters import FORMATS


class InterimWriter:
    """Writes the interim feedback of many institutions.

    Args:
        lang: its language.
    """

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._pages = ReportWriter(lang)

    def write(self, view: ReportView, ending: str) -> bytes:
        """Return an institution's file.

        Args:
            view: its report.
            ending: names the format.
        """
        view = replace(view, title="feedback.title", mark=PublicationMark("in_progress"))
        match ending:
            case "html":
                return self._pages.render(view).encode()
            case "json":
                return self._document(view)
        text = FORMATS[ending](view, self._lang)
        return text.encode() if isinstance(text, str) else text

    def _document(self, view: ReportView) -> bytes:
        whole = {
            **json_.build_document(view, self._lang),
            "schema": "cssa.feedback/1",
            "mark": marked(view, self._lang),
            "peers": None,
        }
        return json_.encode(whole)
