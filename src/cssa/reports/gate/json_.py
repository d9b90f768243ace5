"""The verdict as JSON, to its published schema."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cssa.datafile.typed_json import to_json
from cssa.gate.verdict import Verdict
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import Refusal, RefusalView


@dataclass(frozen=True, kw_only=True)
class GateRuns:
    """What a run on several answers files came to.

    Attributes:
        met: whether every one of them met its policy.
        runs: the verdict on each, or why there is none.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    schema_: Annotated[Literal["cssa.gate-runs/1"], Field(alias="schema")] = "cssa.gate-runs/1"
    met: bool
    runs: tuple[Verdict | Refusal, ...]


def render(view: GateView) -> str:
    """Return the verdict with unrounded figures, and codes in place of words."""
    return to_json(view.verdict)


def render_refusal(view: RefusalView) -> str:
    """Return the problems with their codes, words and places; what is met is null."""
    return to_json(view.refusal)


def join(views: Sequence[GateView | RefusalView]) -> str:
    """Return several runs as one document."""
    runs = tuple(view.refusal if isinstance(view, RefusalView) else view.verdict for view in views)
    return to_json(GateRuns(met=all(run.met is True for run in runs), runs=runs))
