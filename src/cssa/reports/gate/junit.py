"""The verdict as JUnit XML: a suite for each domain, a case for each practice, and the rules."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cssa.engine.result import PracticeResult
from cssa.gate.verdict import Outcome
from cssa.reports.gate.gate_view import GateView

_SKIPPED = frozenset({"not_applicable", "not_adopted", "out_of_scope", "informative", "unanswered"})


def render(page: GateView) -> str:
    """Return the XML; names are ids, so that a pipeline's history stays together."""
    root = Element("testsuites")
    for domain in page.result.domains:
        suite = _suite(root, domain.id, page)
        for practice in domain.practices:
            _practice(suite, practice, page)
        _close(suite)
    suite = _suite(root, "policy", page)
    for outcome in page.verdict.outcomes:
        _outcome(suite, outcome, page)
    for waiver in page.verdict.waivers:
        case = _case(suite, f"waiver/{waiver.subject}", "policy")
        if waiver.status == "expired":
            SubElement(case, "failure", message=page.waiver(waiver), type="waiver_expired")
        else:
            SubElement(case, "skipped", message=page.waiver(waiver))
    _close(suite)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, name: str, page: GateView) -> Element:
    """Start a suite, with what the schema of Ant's JUnit task requires of one."""
    suite = SubElement(root, "testsuite", name=name, package="cssa.gate", id=str(len(root)))
    suite.set("timestamp", f"{page.verdict.as_of}T00:00:00")
    suite.set("hostname", "localhost")
    properties = SubElement(suite, "properties")
    SubElement(properties, "property", name="policy", value=page.policy())
    return suite


def _close(suite: Element) -> None:
    """Count the cases of a suite."""
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    suite.set("errors", "0")
    suite.set("time", "0")
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")


def _case(suite: Element, name: str, classname: str) -> Element:
    return SubElement(suite, "testcase", name=name, classname=classname, time="0")


def _practice(suite: Element, practice: PracticeResult, page: GateView) -> None:
    """Add the case of a practice, failed by the unmet demands that name it."""
    case = _case(suite, practice.id, str(suite.get("name")))
    naming = [one for one in page.verdict.with_status("unmet") if _fails(practice, one, page)]
    if naming:
        first = naming[0]
        message = f"{page.title(practice.id)}: {page.state(practice.id, first)}"
        failure = SubElement(case, "failure", message=message, type=first.condition)
        place = page.place(practice.id)
        lines = [place.shown, *page.details(practice.id)]
        lines += [f"[{one.rule}] {page.sentence(one)}" for one in naming]
        failure.text = "\n".join(lines)
    elif practice.status in _SKIPPED:
        SubElement(case, "skipped", message=page.left_out(practice))
    elif any(practice.id in outcome.excused for outcome in page.verdict.outcomes):
        SubElement(case, "skipped", message=page.say("gate.waived"))


def _fails(practice: PracticeResult, outcome: Outcome, page: GateView) -> bool:
    """Tell whether an unmet demand fails a practice: unanswered is a failure wherever it counts."""
    if practice.status == "unanswered":
        return practice.id in outcome.practices
    return practice.id in page.marked(outcome)


def _outcome(suite: Element, outcome: Outcome, page: GateView) -> None:
    """Add the case of a demand."""
    name = f"{outcome.rule}/{outcome.condition}/{outcome.subject}"
    case = _case(suite, name, "policy")
    if outcome.status == "unmet":
        message = f"[{outcome.rule}] {page.sentence(outcome)}"
        failure = SubElement(case, "failure", message=message, type=outcome.condition)
        named = [f"{one}: {page.state(one, outcome)}" for one in outcome.practices]
        failure.text = "\n".join([page.mend(outcome), *named])
    elif outcome.status in ("skipped", "waived"):
        SubElement(case, "skipped", message=page.sentence(outcome))
