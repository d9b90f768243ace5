"""The formats of a report, by the suffix of its file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from cssa.messages import Lang
from cssa.reports import html, json_, markdown, xlsx
from cssa.reports.report_view import ReportView

Output_co = TypeVar("Output_co", str, bytes, covariant=True)


class Reporter(Protocol[Output_co]):
    """Renders a view as a document."""

    def __call__(self, view: ReportView, lang: Lang, template: Path | None = None) -> Output_co:
        """Return the document, rendered by the user's template where one is given."""


REPORTERS: Mapping[str, Reporter[str]] = {
    "html": html.render,
    "md": markdown.render,
    "json": json_.render,
}
"""The formats that are text."""

FORMATS: Mapping[str, Reporter[str] | Reporter[bytes]] = {**REPORTERS, "xlsx": xlsx.render}
"""All formats."""
