"""The verdict as JSON, to its published schema."""

from cssa.reports.gate.page import Page


def render(page: Page) -> str:
    """Return the whole verdict; its figures are unrounded, and its words are codes."""
    return page.verdict.model_dump_json(by_alias=True, indent=2) + "\n"
