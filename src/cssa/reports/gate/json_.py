"""The verdict as JSON, to its published schema."""

from cssa.reports.gate.gate_view import GateView


def render(view: GateView) -> str:
    """Return the verdict with unrounded figures, and codes in place of words."""
    return view.verdict.model_dump_json(by_alias=True, indent=2) + "\n"
