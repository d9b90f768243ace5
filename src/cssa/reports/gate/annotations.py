"""The verdict as workflow commands that GitHub's runner shows at the lines concerned."""

from collections.abc import Iterator
from itertools import zip_longest

from cssa.gate.conditions import PRACTICE_WISE
from cssa.gate.verdict import Outcome, Place
from cssa.reports.gate.gate_view import GateView

_KINDS = {"expired": "error", "expiring": "warning", "used": "notice", "unused": "notice"}


def render(page: GateView) -> str:
    """Return errors where the policy is not met, warnings where else to mend it, and the verdict.

    The runner shows only the first ten of a kind: what comes first is one error for each unmet
    demand.
    """
    return "".join(f"{line}\n" for line in _lines(page))


def _lines(page: GateView) -> Iterator[str]:
    yield _command("notice", page.headline(), page.policy(), None)
    unmet = page.verdict.with_status("unmet")
    for row in zip_longest(*(_errors(outcome, page) for outcome in unmet)):
        yield from (line for line in row if line is not None)
    for outcome in unmet:
        if _is_joint(outcome):
            for practice in page.marked(outcome)[1:]:
                yield _annotation("warning", practice, outcome, page)
    for waiver in page.verdict.waivers:
        place = waiver.place if waiver.status != "used" else None
        yield _command(_KINDS[waiver.status], waiver.subject, page.waiver(waiver), place)


def _errors(outcome: Outcome, page: GateView) -> Iterator[str]:
    """Yield an error for each practice that misses a demand; one where it is missed together."""
    if not outcome.practices:
        text = f"{page.sentence(outcome)}\n{page.mend(outcome)}"
        yield _command("error", f"[{outcome.rule}]", text, outcome.place)
    for practice in outcome.practices[: 1 if _is_joint(outcome) else None]:
        yield _annotation("error", practice, outcome, page)


def _is_joint(outcome: Outcome) -> bool:
    """Tell whether practices miss a demand together, none of them by itself."""
    return outcome.condition not in PRACTICE_WISE or outcome.enough is not None


def _annotation(kind: str, practice: str, outcome: Outcome, page: GateView) -> str:
    title = f"[{outcome.rule}] {page.title(practice)}: {page.state(practice, outcome)}"
    text = "\n".join([page.sentence(outcome), page.step(outcome), *page.details(practice)])
    return _command(kind, title, text, page.place(practice))


def _command(kind: str, title: str, message: str, place: Place | None) -> str:
    properties = {"title": title}
    if place is not None and place.path != "-":
        properties = {"file": place.path}
        if place.line is not None:
            properties |= {"line": str(place.line), "col": str(place.column)}
        properties["title"] = title
        if place.sheet is not None:  # the runner knows no cells
            message = f"{place.shown}\n{message}"
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
