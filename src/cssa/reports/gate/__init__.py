"""The gate's verdict in the formats for people and pipelines."""

from importlib import import_module

from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView
from cssa.signature import Comment

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

COMMENTS = {
    "text": Comment.HASH,
    "json": None,
    "junit": Comment.MARKUP,
    "sarif": None,
    "github": Comment.GITHUB,
    "markdown": Comment.MARKUP,
}
"""How each format writes comments, None where it has none."""

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


def render_refusal(name: str, view: RefusalView) -> str:
    """Return a run without a verdict in one of the formats.

    Args:
        name: of the format, a key of ``REPORTERS``.
        view: what it shows.
    """
    text: str = import_module(REPORTERS[name]).render_refusal(view)
    return text
