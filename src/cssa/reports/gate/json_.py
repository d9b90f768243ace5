"""The verdict as JSON, to its published schema."""

from cssa.datafile.typed_json import to_json
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView


def render(view: GateView) -> str:
    """Return the verdict with unrounded figures, and codes in place of words."""
    return to_json(view.verdict)


def render_refusal(view: RefusalView) -> str:
    """Return the problems with their codes, words and places; what is met is null."""
    return to_json(view.refusal)
