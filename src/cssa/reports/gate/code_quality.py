"""The verdict as GitLab's code quality report: what a merge request shows beside its lines."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from cssa.gate.verdict import Outcome, Place
from cssa.reports.gate.fingerprints import fingerprint, joined_fingerprint
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView

_PREFIX = "cssa/"
"""How the names of checks begin; the report is recognised by it."""

_WAIVERS = {"expired": "major", "expiring": "minor", "long_term": "info", "unused": "info"}


def render(view: GateView) -> str:
    """Return an entry for each practice and rule that is not met, and for what has run out."""
    return _report(_entries(view))


def render_refusal(view: RefusalView) -> str:
    """Return an entry for each problem."""
    return _report(
        _entry(
            f"{_PREFIX}refused/{problem.code}",
            view.line(problem),
            "blocker",
            problem.place or Place(path=view.answers, line=None, column=None),
            joined_fingerprint(("refused", view.answers, problem.code, problem.message)),
        )
        for problem in view.problems
    )


def join(documents: Sequence[str]) -> str:
    """Return the entries of several reports as those of one."""
    return _report(entry for document in documents for entry in json.loads(document))


def _report(entries: Iterator[dict[str, Any]]) -> str:
    return json.dumps(list(entries), ensure_ascii=False, indent=2) + "\n"


def _entries(view: GateView) -> Iterator[dict[str, Any]]:
    if view.verdict.reason is not None:
        place = Place(path=view.verdict.run.answers, line=None, column=None)
        print_ = fingerprint(view, (view.verdict.reason,))
        yield _entry(f"{_PREFIX}gate", view.headline(), "blocker", place, print_)
    if view.verdict.changed_after_approval:
        place = Place(path=view.verdict.run.answers, line=None, column=None)
        text = view.message("report.changed_after_approval.line")
        print_ = fingerprint(view, ("changed_after_approval",))
        yield _entry(f"{_PREFIX}approval", text, "minor", place, print_)
    for practice, outcomes in view.failing_practices().items():
        title, state = view.practice_title(practice), view.practice_state(practice, outcomes[0])
        rules = " ".join(f"[{outcome.rule}] {view.sentence(outcome)}" for outcome in outcomes)
        definition = view.definition(practice)
        severity = "major" if definition.tier == "basic" else "minor"
        yield _entry(
            f"{_PREFIX}{practice}",
            f"{title}: {state}. {rules} {view.practice_step(outcomes[0])}",
            "critical" if definition.legal else severity,
            view.practice_place(practice),
            fingerprint(view, (practice,)),
        )
    for outcome in view.unmet_without_practices():
        yield _rule(outcome, view)
    for waiver in view.verdict.waivers:
        if waiver.status in _WAIVERS:
            yield _entry(
                f"{_PREFIX}waiver",
                view.waiver_sentence(waiver),
                _WAIVERS[waiver.status],
                waiver.place,
                fingerprint(view, ("waiver", waiver.subject)),
            )
    for treatment in view.verdict.treatments:
        if treatment.status != "in_force":
            yield _entry(
                f"{_PREFIX}treatment",
                view.treatment_sentence(treatment),
                "minor",
                treatment.place,
                fingerprint(view, ("treatment", treatment.practice)),
            )


def _rule(outcome: Outcome, view: GateView) -> dict[str, Any]:
    identity = ("policy", outcome.rule, outcome.condition, outcome.subject)
    return _entry(
        f"{_PREFIX}policy/{outcome.rule}",
        f"{view.sentence(outcome)} {view.remedy(outcome)}",
        "major",
        outcome.place,
        fingerprint(view, identity),
    )


def _entry(
    check: str, description: str, severity: str, place: Place, print_: str
) -> dict[str, Any]:
    """Return an entry; a cell of a workbook, which has no line, is named in its description."""
    if place.sheet is not None:
        description = f"{place.shown}: {description}"
    return {
        "description": description,
        "check_name": check,
        "fingerprint": print_,
        "severity": severity,
        "location": {"path": place.path, "lines": {"begin": place.line or 1}},
    }
