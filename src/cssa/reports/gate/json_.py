"""The verdict as JSON, to its published schema."""

from cssa.datafile.typed_json import to_json
from cssa.reports.gate.gate_view import GateView


def render(view: GateView) -> str:
    """Return the verdict with unrounded figures, and codes in place of words."""
    return to_json(view.verdict)
