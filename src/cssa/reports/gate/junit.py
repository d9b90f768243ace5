"""The verdict as JUnit XML: a suite for each domain, a case for each practice, and the rules."""

from collections.abc import Mapping, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, fromstring, indent, tostring

from cssa.engine.result import PracticeResult
from cssa.gate.verdict import Outcome, Place
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView

_SKIPPED = frozenset(
    {"not_applicable", "not_adopted", "out_of_scope", "not_asked", "informative", "unanswered"}
)


def render(view: GateView) -> str:
    """Return the XML; cases are named by ids, so that pipelines follow them from run to run."""
    institution, checklist = view.verdict.institution, view.verdict.checklist
    owner = f"{institution.id}/{checklist.id}"
    root = Element("testsuites", name=view.head())
    properties = {
        "institution": institution.id,
        "checklist": f"{checklist.id} {checklist.version}",
        "answers": view.verdict.run.answers,
        "as_of": str(view.verdict.as_of),
        "zone": view.verdict.run.zone or "",
        "version": view.verdict.run.version,
        "policy": view.policy_sentence(),
    }
    if view.verdict.changed_after_approval:
        changed = view.message("report.changed_after_approval.line")
        properties["changed_after_approval"] = changed
    for domain in view.result.domains:
        suite = _suite(root, f"{owner}/{domain.id}", view.verdict.as_of, properties)
        for practice in domain.practices:
            _practice(suite, practice, view)
        _count_cases(suite)
    suite = _suite(root, f"{owner}/policy", view.verdict.as_of, properties)
    if view.verdict.reason is not None:
        case = _case(suite, "assessment")
        SubElement(case, "error", message=view.headline(), type=view.verdict.reason)
    for outcome in view.verdict.outcomes:
        _outcome(suite, outcome, view)
    for waiver in view.verdict.waivers:
        case = _case(suite, f"waiver/{waiver.subject}", waiver.place)
        if waiver.status == "expired":
            SubElement(case, "failure", message=view.waiver_sentence(waiver), type="waiver_expired")
        else:
            SubElement(case, "skipped", message=view.waiver_sentence(waiver))
    for treatment in view.verdict.treatments:
        case = _case(suite, f"treatment/{treatment.practice}", treatment.place)
        sentence = f"{treatment.place.shown}: {view.treatment_sentence(treatment)}"
        SubElement(case, "skipped", message=sentence)
    _count_cases(suite)
    return _document(root)


def render_refusal(view: RefusalView) -> str:
    """Return a suite in which every problem is an error."""
    root = Element("testsuites")
    properties = {
        "answers": view.answers,
        "policy": view.policy,
        "as_of": str(view.as_of),
        "version": view.version,
    }
    suite = _suite(root, "refusal", view.as_of, properties)
    for problem in view.problems:
        name = problem.code if problem.place is None else f"{problem.code} {problem.place.shown}"
        case = _case(suite, name, problem.place)
        error = SubElement(case, "error", message=problem.message, type=problem.code)
        error.text = view.line(problem)
    _count_cases(suite)
    return _document(root)


def join(documents: Sequence[str]) -> str:
    """Return the suites of several documents as those of one."""
    root = Element("testsuites")
    for document in documents:
        root.extend(fromstring(document))  # noqa: S314 - our own output
    for number, suite in enumerate(root):
        suite.set("id", str(number))
    return _document(root)


def _document(root: Element) -> str:
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, name: str, as_of: date, properties: Mapping[str, str]) -> Element:
    """Add a suite, with what the schema of Ant's JUnit task requires of one."""
    suite = SubElement(root, "testsuite", name=name, package="cssa.gate", id=str(len(root)))
    suite.set("timestamp", f"{as_of}T00:00:00")
    suite.set("hostname", "localhost")
    element = SubElement(suite, "properties")
    for key, value in properties.items():
        SubElement(element, "property", name=key, value=value)
    return suite


def _count_cases(suite: Element) -> None:
    """Complete a suite with the numbers of its cases."""
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    suite.set("errors", str(sum(case.find("error") is not None for case in cases)))
    suite.set("time", "0")
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")


def _case(suite: Element, name: str, place: Place | None = None) -> Element:
    """Add a case, with its file and line where it has them."""
    case = SubElement(suite, "testcase", name=name, classname=str(suite.get("name")), time="0")
    if place is not None and place.path != "-":
        case.set("file", place.path)
        if place.line is not None:
            case.set("line", str(place.line))
    return case


def _practice(suite: Element, practice: PracticeResult, view: GateView) -> None:
    """Add the case of a practice, failed by the unmet conditions that name it."""
    case = _case(suite, view.shown_id(practice.id), view.verdict.places.get(practice.id))
    failing = [
        outcome for outcome in view.verdict.with_status("unmet") if _fails(practice, outcome, view)
    ]
    if failing:
        first = failing[0]
        message = f"{view.practice_title(practice.id)}: {view.practice_state(practice.id, first)}"
        failure = SubElement(case, "failure", message=message, type=first.condition)
        place = view.practice_place(practice.id)
        lines = [place.shown, *view.details(practice.id)]
        lines += [f"[{outcome.rule}] {view.sentence(outcome)}" for outcome in failing]
        failure.text = "\n".join(lines)
    elif practice.status in _SKIPPED:
        SubElement(case, "skipped", message=view.left_out_reason(practice))
    elif any(practice.id in outcome.excused for outcome in view.verdict.outcomes):
        SubElement(case, "skipped", message=view.message("gate.waived"))


def _fails(practice: PracticeResult, outcome: Outcome, view: GateView) -> bool:
    """Return whether an unmet condition fails a practice; unanswered ones fail wherever named."""
    if practice.status == "unanswered":
        return practice.id in outcome.practices
    return practice.id in view.practices_to_mark(outcome)


def _outcome(suite: Element, outcome: Outcome, view: GateView) -> None:
    """Add the case of a condition."""
    name = f"{outcome.rule}/{outcome.condition}/{view.shown_id(outcome.subject)}"
    case = _case(suite, name, outcome.place)
    if outcome.status == "unmet":
        message = f"[{outcome.rule}] {view.sentence(outcome)}"
        failure = SubElement(case, "failure", message=message, type=outcome.condition)
        states = [
            f"{view.shown_id(practice_id)}: {view.practice_state(practice_id, outcome)}"
            for practice_id in outcome.practices
        ]
        failure.text = "\n".join([view.remedy(outcome), *states])
    elif outcome.status in ("skipped", "waived"):
        SubElement(case, "skipped", message=view.sentence(outcome))
