"""The verdict as SARIF 2.1.0: a rule and a result for each practice that is not met."""

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from cssa.gate.verdict import Outcome, Place, TreatmentOutcome
from cssa.reports.gate.fingerprints import fingerprint
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView
from cssa.resources import project_page

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_DIGITS = 16
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
        "tool": {"driver": _driver(view.version)},
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


def _driver(version: str) -> dict[str, Any]:
    page = project_page()
    driver = {"name": "cssa", "semanticVersion": version}
    return driver if page is None else {**driver, "informationUri": page}


def join(documents: Sequence[str]) -> str:
    """Return the runs of several logs as those of one."""
    return _log(*(run for document in documents for run in json.loads(document)["runs"]))


def _log(*runs: dict[str, Any]) -> str:
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": runs}
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
                **_driver(view.verdict.run.version),
                "rules": [_rule(rule, view) for rule in rules],
            }
        },
        "invocations": [_invocation(view)],
        "automationDetails": {
            "id": "/".join(["cssa-gate", *_owner(view), ""]),
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


def _owner(view: GateView) -> tuple[str, str, str]:
    """Return what tells runs apart: whose answers, to which checklist, by which policy."""
    verdict = view.verdict
    return verdict.institution.id, verdict.checklist.id, verdict.policy.id


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
    for practice, outcomes in view.failing_practices().items():
        yield _practice_result(practice, outcomes, view)
    for outcome in view.unmet_without_practices():
        yield _rule_result(f"{view.sentence(outcome)} {view.remedy(outcome)}", outcome, view)
    for outcome in view.verdict.with_status("waived"):
        yield _waived_result(outcome, view)
    for waiver in view.verdict.waivers:
        yield {
            "ruleId": f"policy/waiver/{waiver.subject}",
            "level": _WAIVER_LEVELS[waiver.status],
            "message": {"text": view.waiver_sentence(waiver)},
            "partialFingerprints": _fingerprints(view, ("waiver", waiver.subject)),
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
        "partialFingerprints": _fingerprints(view, ("treatment", treatment.practice)),
        **_locations(treatment.place),
    }
    if treatment.status in ("in_force", "ending"):
        suppression = {"kind": "external", "status": "accepted", "justification": sentence}
        result["suppressions"] = [suppression]
    return result


def _practice_result(
    practice: str, outcomes: tuple[Outcome, ...], view: GateView
) -> dict[str, Any]:
    """Return the one result of a practice, with every condition that it misses."""
    title = view.definition(practice).title.get(view.lang)
    state = view.practice_state(practice, outcomes[0])
    lines = [
        view.message("gate.practice", title=title, id=view.shown_id(practice), state=state),
        *(
            f"[{outcome.rule}] {view.sentence(outcome)} {view.practice_step(outcome)}"
            for outcome in outcomes
        ),
        *view.details(practice),
    ]
    return {
        "ruleId": practice,
        "level": "error",
        "message": {"text": "\n".join(lines)},
        "partialFingerprints": _fingerprints(view, (practice,)),
        **_locations(view.practice_place(practice)),
    }


def _rule_result(text: str, outcome: Outcome, view: GateView) -> dict[str, Any]:
    identity = ("policy", outcome.rule, outcome.condition, outcome.subject)
    return {
        "ruleId": f"policy/{outcome.rule}",
        "level": "error",
        "message": {"text": text},
        "partialFingerprints": _fingerprints(view, identity),
        **_locations(outcome.place),
    }


def _waived_result(outcome: Outcome, view: GateView) -> dict[str, Any]:
    return {
        **_rule_result(view.sentence(outcome), outcome, view),
        "level": "note",
        "suppressions": [
            {"kind": "external", "status": "accepted", "justification": view.message("gate.waived")}
        ],
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


def _fingerprints(view: GateView, identity: tuple[str, ...]) -> dict[str, str]:
    """Return what identifies a result from run to run; code scanning goes by the first."""
    print_ = fingerprint(view, identity)
    return {"primaryLocationLineHash": f"{print_[:_DIGITS]}:1", "cssa/v1": print_}
