"""The verdict as JSON, to its published schema."""

from cssa.reports.gate.gate_view import GateView


def render(page: GateView) -> str:
    """Return the whole verdict; its figures are unrounded, and its words are codes."""
    return page.verdict.model_dump_json(by_alias=True, indent=2) + "\n"
