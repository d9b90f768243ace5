"""The verdict as SARIF 2.1.0: a rule for each practice, a result for each unmet demand on it."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from cssa.gate.verdict import Outcome, Place
from cssa.reports.gate.page import Page

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(page: Page) -> str:
    """Return the log of one run."""
    results = list(_results(page))
    rules = dict.fromkeys(result["ruleId"] for result in results)
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
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule_id: str, page: Page) -> dict[str, Any]:
    if rule_id not in page.checklist.placed:
        return {"id": rule_id, "shortDescription": {"text": rule_id}}
    practice = page.practice(rule_id)
    rule: dict[str, Any] = {
        "id": rule_id,
        "name": practice.title.en,
        "shortDescription": {"text": practice.title.get(page.lang)},
        "fullDescription": {"text": practice.question.get(page.lang)},
        "properties": {"tags": ["cybersecurity", practice.tier, *practice.refs.csf2]},
    }
    if practice.improve:
        rule["help"] = {"text": practice.improve.get(page.lang)}
    return rule


def _results(page: Page) -> Iterator[dict[str, Any]]:
    for outcome in page.verdict.with_status("unmet"):
        sentence = f"[{outcome.rule}] {page.sentence(outcome)}"
        for practice in outcome.practices:
            text = f"{sentence} {page.title(practice)}: {page.state(practice)}"
            yield _result(practice, text, outcome, page, page.place(practice))
        if not outcome.practices:
            yield _result(f"policy/{outcome.rule}", sentence, outcome, page, None)
    for waiver in page.verdict.waivers:
        if waiver.status in ("expired", "expiring"):
            level = "error" if waiver.status == "expired" else "warning"
            identity = ("waiver", waiver.subject)
            yield {
                "ruleId": f"policy/waiver/{waiver.subject}",
                "level": level,
                "message": {"text": page.waiver(waiver)},
                "partialFingerprints": _fingerprint(page, identity),
            }


def _result(
    rule_id: str, text: str, outcome: Outcome, page: Page, place: Place | None
) -> dict[str, Any]:
    identity = (rule_id, outcome.rule, outcome.condition, outcome.subject)
    result: dict[str, Any] = {
        "ruleId": rule_id,
        "level": "error",
        "message": {"text": text},
        "partialFingerprints": _fingerprint(page, identity),
    }
    if place is not None and place.path != "-":
        result["locations"] = [_location(place)]
    return result


def _location(place: Place) -> dict[str, Any]:
    path = PurePath(place.path)
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}
    }
    if place.line is not None:
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": physical}


def _fingerprint(page: Page, identity: tuple[str, ...]) -> dict[str, str]:
    """Return what keeps a result the same from run to run, wherever its line moves."""
    text = "\0".join((page.verdict.checklist.id, *identity))
    return {"cssa/v1": hashlib.sha256(text.encode()).hexdigest()}
