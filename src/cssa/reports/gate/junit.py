"""The verdict as JUnit XML: a suite for each domain, a case for each practice, and the rules."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cssa.engine.result import PracticeResult
from cssa.gate.verdict import Outcome
from cssa.reports.gate.page import Page

_SKIPPED = frozenset({"not_applicable", "not_adopted", "out_of_scope", "informative"})


def render(page: Page) -> str:
    """Return the XML; names are ids, so that a pipeline's history stays together."""
    unmet: dict[str, Outcome] = {}
    for outcome in page.verdict.with_status("unmet"):
        for practice_id in outcome.practices:
            unmet.setdefault(practice_id, outcome)
    root = Element("testsuites", name=f"cssa gate {page.verdict.policy.id}")
    for domain in page.result.domains:
        suite = SubElement(root, "testsuite", name=domain.id)
        for practice in domain.practices:
            _case(suite, practice, unmet.get(practice.id), page)
    _policy(SubElement(root, "testsuite", name="policy"), page)
    for suite in root:
        _count(suite)
    for total in ("tests", "failures", "errors"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _policy(suite: Element, page: Page) -> None:
    """Add a case for each demand and each waiver."""
    for outcome in page.verdict.outcomes:
        name = f"{outcome.rule}/{outcome.condition}/{outcome.subject}"
        case = SubElement(suite, "testcase", name=name, classname="policy")
        if outcome.status == "unmet":
            _failure(case, outcome, page)
        elif outcome.status in ("skipped", "waived"):
            SubElement(case, "skipped", message=page.sentence(outcome))
    for waiver in page.verdict.waivers:
        name = f"waiver/{waiver.subject}"
        case = SubElement(suite, "testcase", name=name, classname="policy")
        if waiver.status == "expired":
            SubElement(case, "failure", message=page.waiver(waiver), type="waiver_expired")


def _case(suite: Element, practice: PracticeResult, unmet: Outcome | None, page: Page) -> None:
    domain = page.checklist.placed[practice.id].domain.id
    case = SubElement(suite, "testcase", name=practice.id, classname=domain)
    if unmet:
        _failure(case, unmet, page)
    elif practice.status in _SKIPPED:
        SubElement(case, "skipped", message=page.say(f"status.{practice.status}"))


def _failure(case: Element, outcome: Outcome, page: Page) -> None:
    failure = SubElement(
        case,
        "failure",
        message=f"[{outcome.rule}] {page.sentence(outcome)}",
        type=outcome.condition,
    )
    failure.text = "\n".join(page.title(practice) for practice in outcome.practices)


def _count(suite: Element) -> None:
    cases = list(suite)
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    suite.set("errors", "0")
