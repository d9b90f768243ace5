"""The gate's verdict in the formats for people and pipelines."""

from importlib import import_module

from cssa.reports.gate.gate_view import GateView

REPORTERS = {
    "text": "cssa.reports.gate.text",
    "json": "cssa.reports.gate.json_",
    "junit": "cssa.reports.gate.junit",
    "sarif": "cssa.reports.gate.sarif",
    "github": "cssa.reports.gate.annotations",
    "markdown": "cssa.reports.gate.markdown",
}
"""Modules of the formats, each imported when it is used."""

SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".xml": "junit",
    ".sarif": "sarif",
    ".md": "markdown",
}
"""Formats by the suffix of the file, where none is named."""

UPLOADED = frozenset({"json", "junit", "sarif", "github", "markdown"})
"""Formats that usually leave the machine."""


def render(name: str, view: GateView) -> str:
    """Return a verdict in one of the formats.

    Args:
        name: of the format, a key of ``REPORTERS``.
        view: what it shows.
    """
    text: str = import_module(REPORTERS[name]).render(view)
    return text
