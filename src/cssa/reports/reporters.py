"""The formats of a report, by the ending of its file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from cssa.messages import Lang
from cssa.reports import html, json_, markdown
from cssa.reports.view import ReportView


class Reporter(Protocol):
    """Makes a document of a view."""

    def __call__(self, view: ReportView, lang: Lang, template: Path | None = None) -> str:
        """Return the document, made by the user's template where one is given."""


REPORTERS: Mapping[str, Reporter] = {
    "html": html.render,
    "md": markdown.render,
    "json": json_.render,
}
