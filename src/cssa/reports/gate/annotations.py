"""The verdict as workflow commands that GitHub's runner shows at the lines concerned."""

from collections.abc import Iterator
from itertools import zip_longest

from cssa.gate.conditions.registry import CONDITIONS
from cssa.gate.verdict import Outcome, Place
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.refusal_view import RefusalView

_WAIVER_KINDS = {
    "expired": "error",
    "expiring": "warning",
    "long_term": "notice",
    "used": "notice",
    "unused": "notice",
}


def render(view: GateView) -> str:
    """Return errors for what is not met, warnings for further practices, and the verdict.

    The runner shows only the first ten of a kind, so one error for each unmet condition comes
    first.
    """
    return "".join(f"{line}\n" for line in _lines(view))


def render_refusal(view: RefusalView) -> str:
    """Return an error for each problem, at its place."""
    title, head = view.headline(), view.head()
    lines = [
        _command("error", title, f"{problem.message}\n{head}", problem.place)
        for problem in view.problems
    ]
    return "".join(f"{line}\n" for line in lines)


def _lines(view: GateView) -> Iterator[str]:
    kind = "notice" if view.verdict.reason is None else "error"
    yield _command(kind, view.headline(), "\n".join(view.preface()), None)
    changes = view.verdict.changes
    if changes is not None and changes.items:
        text = "\n".join(
            f"{change.place.shown}: {view.change_sentence(change)}" for change in changes.items
        )
        yield _command("warning", view.changes_heading() or "", text, changes.items[0].place)
    unmet = view.verdict.with_status("unmet")
    for errors in zip_longest(*(_errors(outcome, view) for outcome in unmet)):
        yield from (error for error in errors if error is not None)
    for outcome in unmet:
        if _is_joint(outcome):
            for practice in view.practices_to_mark(outcome)[1:]:
                yield _annotation("warning", practice, outcome, view)
    for waiver in view.verdict.waivers:
        place = waiver.place if waiver.status != "used" else None
        yield _command(
            _WAIVER_KINDS[waiver.status],
            view.shown_id(waiver.subject),
            view.waiver_sentence(waiver),
            place,
        )
    yield from _treatments(view)


def _treatments(view: GateView) -> Iterator[str]:
    for treatment in view.verdict.treatments:
        kind = "notice" if treatment.status == "in_force" else "warning"
        place = None if treatment.status == "in_force" else treatment.place
        subject = view.shown_id(treatment.practice)
        yield _command(kind, subject, view.treatment_sentence(treatment), place)


def _errors(outcome: Outcome, view: GateView) -> Iterator[str]:
    """Yield an error for each practice that fails a condition, one only where it is joint."""
    if not outcome.practices:
        text = f"{view.sentence(outcome)}\n{view.remedy(outcome)}"
        yield _command("error", f"[{outcome.rule}]", text, outcome.place)
    for practice in outcome.practices[: 1 if _is_joint(outcome) else None]:
        yield _annotation("error", practice, outcome, view)


def _is_joint(outcome: Outcome) -> bool:
    """Return whether a condition is on practices jointly, so that none fails it by itself."""
    return not CONDITIONS[outcome.condition].practice_wise or outcome.enough is not None


def _annotation(kind: str, practice: str, outcome: Outcome, view: GateView) -> str:
    state = view.practice_state(practice, outcome)
    title = f"[{outcome.rule}] {view.practice_title(practice)}: {state}"
    text = "\n".join([view.sentence(outcome), view.practice_step(outcome), *view.details(practice)])
    return _command(kind, title, text, view.practice_place(practice))


def _command(kind: str, title: str, message: str, place: Place | None) -> str:
    properties = {"title": title}
    if place is not None and place.path != "-":
        properties = {"file": place.path}
        if place.line is not None:
            properties |= {"line": str(place.line), "col": str(place.column)}
        properties["title"] = title
        if place.sheet is not None:  # the runner has no property for cells
            message = f"{place.shown}\n{message}"
    encoded = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {encoded}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
