"""The verdict as SARIF 2.1.0: a rule for each practice, a result for each unmet demand on it."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from cssa.gate.verdict import Outcome, Place
from cssa.reports.gate.gate_view import GateView

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_WAIVER_LEVELS = {"expired": "error", "expiring": "warning", "unused": "note", "used": "note"}


def render(page: GateView) -> str:
    """Return the log of one run."""
    results = list(_results(page))
    rules = list(dict.fromkeys(result["ruleId"] for result in results))
    for result in results:
        result["ruleIndex"] = rules.index(result["ruleId"])
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "cssa",
                        "semanticVersion": page.version,
                        "rules": [_rule(rule, page) for rule in rules],
                    }
                },
                "automationDetails": {
                    "id": f"cssa-gate/{page.verdict.policy.id}/",
                    "description": {"text": page.policy()},
                },
                "language": page.lang,
                "columnKind": "unicodeCodePoints",
                "results": results,
                "properties": {"verdict": page.headline(), "policy": page.policy()},
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule_id: str, page: GateView) -> dict[str, Any]:
    if rule_id not in page.checklist.placed:
        text = page.say("gate.rule_of_policy", id=rule_id.partition("/")[2])
        return {"id": rule_id, "shortDescription": {"text": text}, "help": {"text": page.policy()}}
    practice = page.practice(rule_id)
    question = practice.question.get(page.lang)
    step = practice.improve or practice.guidance or practice.question
    return {
        "id": rule_id,
        "name": practice.title.en,
        "shortDescription": {"text": practice.title.get(page.lang)},
        "fullDescription": {"text": question},
        "help": {"text": f"{question}\n\n{step.get(page.lang)}"},
        "properties": {"tags": ["cybersecurity", practice.tier, *practice.refs.csf2]},
    }


def _results(page: GateView) -> Iterator[dict[str, Any]]:
    for outcome in page.verdict.outcomes:
        if outcome.status == "unmet":
            for practice in page.marked(outcome):
                yield _on_practice(practice, outcome, page)
            if not outcome.practices:
                text = f"{page.sentence(outcome)} {page.mend(outcome)}"
                yield _on_rule(text, outcome, page)
        elif outcome.status == "waived":
            yield _suppressed(outcome, page)
    for waiver in page.verdict.waivers:
        yield {
            "ruleId": f"policy/waiver/{waiver.subject}",
            "level": _WAIVER_LEVELS[waiver.status],
            "message": {"text": page.waiver(waiver)},
            "partialFingerprints": _fingerprint(page, ("waiver", waiver.subject)),
            **_located(waiver.place),
        }


def _on_practice(practice: str, outcome: Outcome, page: GateView) -> dict[str, Any]:
    said = [
        f"{page.title(practice)}: {page.state(practice, outcome)}",
        f"[{outcome.rule}] {page.sentence(outcome)} {page.step(outcome)}",
        *page.details(practice),
    ]
    return _result(practice, "\n".join(said), outcome, page, page.place(practice))


def _on_rule(text: str, outcome: Outcome, page: GateView) -> dict[str, Any]:
    return _result(f"policy/{outcome.rule}", text, outcome, page, outcome.place)


def _suppressed(outcome: Outcome, page: GateView) -> dict[str, Any]:
    return {
        **_on_rule(page.sentence(outcome), outcome, page),
        "level": "note",
        "suppressions": [
            {"kind": "external", "status": "accepted", "justification": page.say("gate.waived")}
        ],
    }


def _result(
    rule_id: str, text: str, outcome: Outcome, page: GateView, place: Place
) -> dict[str, Any]:
    identity = (rule_id, outcome.rule, outcome.condition, outcome.subject)
    return {
        "ruleId": rule_id,
        "level": "error",
        "message": {"text": text},
        "partialFingerprints": _fingerprint(page, identity),
        **_located(place),
    }


def _located(place: Place) -> dict[str, Any]:
    """Return where a result is; nothing for standard input, which is no file."""
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


def _fingerprint(page: GateView, identity: tuple[str, ...]) -> dict[str, str]:
    """Return what keeps a result the same from run to run, wherever its line moves."""
    text = "\0".join((page.verdict.checklist.id, *identity))
    return {"cssa/v1": hashlib.sha256(text.encode()).hexdigest()}
