"""The gate's verdict in the formats that people and pipelines read."""

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
"""Formats by name, with the module of each, which is imported when it is used."""

SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".xml": "junit",
    ".sarif": "sarif",
    ".md": "markdown",
}
"""The format that a file's name stands for where none is named."""

UPLOADED = frozenset({"json", "junit", "sarif", "github", "markdown"})
"""Formats that usually leave the machine."""


def render(name: str, page: GateView) -> str:
    """Return a verdict in one of the formats."""
    text: str = import_module(REPORTERS[name]).render(page)
    return text
