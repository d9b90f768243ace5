"""The verdict as SARIF 2.1.0: rules are practices, results are their unmet conditions."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from cssa.gate.verdict import Outcome, Place, TreatmentOutcome
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_WAIVER_LEVELS = {
    "expired": "error",
    "expiring": "warning",
    "long_term": "note",
    "unused": "note",
    "used": "note",
}


def render_refusal(view: RefusalView) -> str:
    """Return the log of a run that failed: with notifications, and without results.

    An empty list of results would say that nothing was found.
    """
    notifications = [
        {
            "level": "error",
            "descriptor": {"id": problem.code},
            "message": {"text": problem.message},
            **({} if problem.place is None else _locations(problem.place)),
        }
        for problem in view.problems
    ]
    run = {
        "tool": {"driver": {"name": "cssa", "semanticVersion": view.version}},
        "invocations": [
            {"executionSuccessful": False, "toolExecutionNotifications": notifications}
        ],
        "language": view.lang,
        "columnKind": "unicodeCodePoints",
        "properties": {
            "verdict": view.headline(),
            "answers": view.answers,
            "asOf": str(view.as_of),
        },
    }
    return _log(run)


def _log(run: dict[str, Any]) -> str:
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def render(view: GateView) -> str:
    """Return the log of one run."""
    results = list(_results(view))
    rules = list(dict.fromkeys(result["ruleId"] for result in results))
    for result in results:
        result["ruleIndex"] = rules.index(result["ruleId"])
    run = {
        "tool": {
            "driver": {
                "name": "cssa",
                "semanticVersion": view.verdict.run.version,
                "rules": [_rule(rule, view) for rule in rules],
            }
        },
        "invocations": [_invocation(view)],
        "automationDetails": {
            "id": f"cssa-gate/{view.verdict.institution.id}/{view.verdict.policy.id}/",
            "description": {"text": "\n".join(view.preface())},
        },
        "language": view.lang,
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {
            "verdict": view.headline(),
            "policy": view.policy_sentence(),
            "answers": view.verdict.run.answers,
            "asOf": str(view.verdict.as_of),
            "changedAfterApproval": view.verdict.changed_after_approval,
        },
    }
    return _log(run)


def _invocation(view: GateView) -> dict[str, Any]:
    """Return that the run came to its end, or that there was nothing to check, and warnings."""
    notifications = []
    if view.verdict.reason is not None:
        notifications.append(_notification("error", view.verdict.reason, view.headline()))
    if view.verdict.changed_after_approval:
        text = view.message("report.changed_after_approval.line")
        notifications.append(_notification("warning", "changed_after_approval", text))
    invocation: dict[str, Any] = {"executionSuccessful": view.verdict.reason is None}
    return invocation | ({"toolExecutionNotifications": notifications} if notifications else {})


def _notification(level: str, code: str, text: str) -> dict[str, Any]:
    return {"level": level, "descriptor": {"id": code}, "message": {"text": text}}


def _rule(rule_id: str, view: GateView) -> dict[str, Any]:
    """Return what a rule of the log demands, and what to do about it."""
    if rule_id in view.checklist.placed:
        return _practice_rule(rule_id, view)
    _, name, *subject = rule_id.split("/", 2)
    if subject:  # a waiver or a treatment
        code = f"gate.rule.{name}"
        short = view.message(code, subject=subject[0])
        full, advice = view.message(f"{code}.full"), view.message(f"{code}.help")
    else:
        short = view.message("gate.rule_of_policy", id=name)
        outcomes = {
            outcome.condition: outcome for outcome in view.verdict.outcomes if outcome.rule == name
        }
        full = " ".join(view.met_when(condition) for condition in outcomes)
        steps = (view.practice_step(outcome) for outcome in outcomes.values())
        advice = "\n".join([full, *dict.fromkeys(steps)])
    return {
        "id": rule_id,
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": advice},
        **_help_uri(view),
    }


def _help_uri(view: GateView) -> dict[str, str]:
    """Return the page of the checklist's source, where it names one."""
    source = view.checklist.source
    return {} if source is None or source.url is None else {"helpUri": source.url}


def _practice_rule(practice_id: str, view: GateView) -> dict[str, Any]:
    practice = view.definition(practice_id)
    question = practice.question.get(view.lang)
    step = practice.improve or practice.why or practice.question
    return {
        "id": practice_id,
        "name": practice.title.get("en"),
        "shortDescription": {"text": practice.title.get(view.lang)},
        "fullDescription": {"text": question},
        "help": {"text": f"{question}\n\n{step.get(view.lang)}"},
        **_help_uri(view),
        "properties": {"tags": ["cybersecurity", practice.tier, *practice.refs.csf2]},
    }


def _results(view: GateView) -> Iterator[dict[str, Any]]:
    for outcome in view.verdict.outcomes:
        if outcome.status == "unmet":
            for practice in view.practices_to_mark(outcome):
                yield _practice_result(practice, outcome, view)
            if not outcome.practices:
                text = f"{view.sentence(outcome)} {view.remedy(outcome)}"
                yield _rule_result(text, outcome, view)
        elif outcome.status == "waived":
            yield _waived_result(outcome, view)
    for waiver in view.verdict.waivers:
        yield {
            "ruleId": f"policy/waiver/{waiver.subject}",
            "level": _WAIVER_LEVELS[waiver.status],
            "message": {"text": view.waiver_sentence(waiver)},
            "partialFingerprints": _fingerprint(view, ("waiver", waiver.subject)),
            **_locations(waiver.place),
        }
    for treatment in view.verdict.treatments:
        yield _treatment_result(treatment, view)


def _treatment_result(treatment: TreatmentOutcome, view: GateView) -> dict[str, Any]:
    """Return a treatment: suppressed until it ends, a warning when its end is near or past."""
    sentence = view.treatment_sentence(treatment)
    result = {
        "ruleId": f"policy/treatment/{treatment.practice}",
        "level": "note" if treatment.status == "in_force" else "warning",
        "message": {"text": sentence},
        "partialFingerprints": _fingerprint(view, ("treatment", treatment.practice)),
        **_locations(treatment.place),
    }
    if treatment.status in ("in_force", "ending"):
        suppression = {"kind": "external", "status": "accepted", "justification": sentence}
        result["suppressions"] = [suppression]
    return result


def _practice_result(practice: str, outcome: Outcome, view: GateView) -> dict[str, Any]:
    title = view.definition(practice).title.get(view.lang)
    state = view.practice_state(practice, outcome)
    lines = [
        view.message("gate.practice", title=title, id=practice, state=state),
        f"[{outcome.rule}] {view.sentence(outcome)} {view.practice_step(outcome)}",
        *view.details(practice),
    ]
    return _result(practice, "\n".join(lines), outcome, view, view.practice_place(practice))


def _rule_result(text: str, outcome: Outcome, view: GateView) -> dict[str, Any]:
    return _result(f"policy/{outcome.rule}", text, outcome, view, outcome.place)


def _waived_result(outcome: Outcome, view: GateView) -> dict[str, Any]:
    return {
        **_rule_result(view.sentence(outcome), outcome, view),
        "level": "note",
        "suppressions": [
            {"kind": "external", "status": "accepted", "justification": view.message("gate.waived")}
        ],
    }


def _result(
    rule_id: str, text: str, outcome: Outcome, view: GateView, place: Place
) -> dict[str, Any]:
    identity = (rule_id, outcome.rule, outcome.condition, outcome.subject)
    return {
        "ruleId": rule_id,
        "level": "error",
        "message": {"text": text},
        "partialFingerprints": _fingerprint(view, identity),
        **_locations(place),
    }


def _locations(place: Place) -> dict[str, Any]:
    """Return the location of a result; nothing for standard input, which is no file."""
    if place.path == "-":
        return {}
    path = PurePath(place.path)
    artifact = (
        {"uri": path.as_uri()}
        if path.is_absolute()
        else {"uri": quote(path.as_posix()), "uriBaseId": "%SRCROOT%"}
    )
    physical: dict[str, Any] = {"artifactLocation": artifact}
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.line is not None:
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
    if place.sheet is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": place.shown, "kind": "cell"}]
    return {"locations": [location]}


def _fingerprint(view: GateView, identity: tuple[str, ...]) -> dict[str, str]:
    """Return what identifies a result from run to run, even where its line has moved."""
    verdict = view.verdict
    text = "\0".join((verdict.institution.id, verdict.checklist.id, *identity))
    return {"cssa/v1": hashlib.sha256(text.encode()).hexdigest()}
