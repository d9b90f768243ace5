"""The verdict as text for a terminal or a log."""

from collections.abc import Iterator

from cssa.gate.verdict import Outcome, Place
from cssa.reports.gate.gate_view import GateView
from cssa.reports.text_layout import wrap


def render(page: GateView) -> str:
    """Return what is not met, by how much, which answers would mend it and where they stand."""
    unmet = page.verdict.with_status("unmet")
    blocks = [
        "\n".join([wrap(page.headline(), page.width), wrap(page.policy(), page.width)]),
        page.say("gate.heading.unmet", count=len(unmet)) if unmet else "",
        *("\n".join(_unmet(outcome, page)) for outcome in unmet),
        wrap(page.say("gate.hint"), page.width) if unmet else "",
        "\n".join(_waived(page)),
        "\n".join(_waivers(page)),
        "\n".join(wrap(page.say(code), page.width) for code in ("gate.disclaimer", "disclaimer.5")),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _unmet(outcome: Outcome, page: GateView) -> Iterator[str]:
    text = f"[{outcome.rule}] {page.sentence(outcome)}"
    yield wrap(text, page.width, indent="  - ", hang="    ")
    mend = page.mend(outcome)
    if not outcome.practices:
        mend = f"{_where(outcome.place)}: {mend}"
    yield wrap(mend, page.width, indent="    ")
    named, more = page.listed(outcome)
    for practice in named:
        line = f"{_where(page.place(practice))}: {page.title(practice)}"
        yield f"      {line}  {page.state(practice, outcome)}"
        for detail in page.details(practice):
            yield wrap(detail, page.width, indent="        ")
    if more:
        yield f"      {page.say('gate.more', count=more)}"


def _waived(page: GateView) -> Iterator[str]:
    outcomes = page.verdict.with_status("waived")
    if outcomes:
        yield page.say("gate.heading.waived", count=len(outcomes))
    for outcome in outcomes:
        text = f"[{outcome.rule}] {page.sentence(outcome)}"
        yield wrap(text, page.width, indent="  - ", hang="    ")


def _waivers(page: GateView) -> Iterator[str]:
    if page.verdict.waivers:
        yield page.say("gate.heading.waivers", count=len(page.verdict.waivers))
    for waiver in page.verdict.waivers:
        text = page.waiver(waiver)
        if waiver.status != "used":
            text = f"{_where(waiver.place)}: {text}"
        yield wrap(text, page.width, indent="  - ", hang="    ")


def _where(place: Place) -> str:
    return place.shown
