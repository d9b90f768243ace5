"""The gate's verdict in the formats that people and pipelines read."""

from collections.abc import Callable

from cssa.reports.gate import annotations, junit, markdown, sarif, text
from cssa.reports.gate.page import Page


def _json(page: Page) -> str:
    return page.verdict.model_dump_json(by_alias=True, indent=2) + "\n"


REPORTERS: dict[str, Callable[[Page], str]] = {
    "text": text.render,
    "json": _json,
    "junit": junit.render,
    "sarif": sarif.render,
    "github": annotations.render,
    "markdown": markdown.render,
}
"""Formats by name."""

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
