"""The table that stands before the verdicts on several answers files."""

from collections.abc import Sequence
from typing import NamedTuple

from cssa.messages import Lang, message
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView


class OverviewRow(NamedTuple):
    """What came of one answers file, in words."""

    institution: str
    checklist: str
    answers: str
    policy: str
    verdict: str
    unmet: str


def headings(lang: Lang) -> OverviewRow:
    """Return the headings of the table."""
    return OverviewRow(*(message(lang, f"gate.overview.{name}") for name in OverviewRow._fields))


def headline(views: Sequence[GateView | RefusalView]) -> str:
    """Return in one sentence how many of the answers files meet their policies."""
    met = sum(isinstance(view, GateView) and view.verdict.met for view in views)
    return message(views[0].lang, "gate.overview", {"met": met, "count": len(views)})


def row(view: GateView | RefusalView) -> OverviewRow:
    """Return the row of an answers file."""
    if isinstance(view, RefusalView):
        word = message(view.lang, "gate.overview.refused")
        return OverviewRow("–", "–", view.answers, view.policy, word, "–")
    verdict = view.verdict
    code = verdict.reason or ("met" if verdict.met else "not_met")
    checklist = verdict.checklist
    return OverviewRow(
        institution=verdict.institution.id,
        checklist=f"{checklist.id} {checklist.version}",
        answers=view.answers_name,
        policy=verdict.policy.id,
        verdict=message(view.lang, f"gate.overview.{code}"),
        unmet=str(len(verdict.with_status("unmet"))),
    )
