"""The verdict as text for a terminal or a log."""

from collections.abc import Iterator

from cssa.reports.gate.page import Page
from cssa.reports.layout import wrap


def render(page: Page) -> str:
    """Return what is not met, by how much, which answers would mend it and where they stand."""
    blocks = [
        "\n".join([wrap(page.headline(), page.width), wrap(page.policy(), page.width)]),
        "\n".join(_outcomes(page, "unmet")),
        "\n".join(_outcomes(page, "waived")),
        "\n".join(_waivers(page)),
        wrap(page.say("gate.disclaimer"), page.width),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _outcomes(page: Page, status: str) -> Iterator[str]:
    outcomes = [one for one in page.verdict.outcomes if one.status == status]
    if outcomes:
        yield page.say(f"gate.heading.{status}", count=len(outcomes))
    for outcome in outcomes:
        text = f"[{outcome.rule}] {page.sentence(outcome)}"
        yield wrap(text, page.width, indent="  - ", hang="    ")
        named, more = page.listed(outcome)
        for practice in named:
            place = page.place(practice)
            where = f"{place.path}:{place.line}:{place.column}: " if place else ""
            line = f"{where}{page.title(practice)}  {page.state(practice)}"
            yield wrap(line, page.width, indent="      ", hang="        ")
            note = page.verdict.notes.get(practice)
            if note:
                said = page.say("explain.note", text=" ".join(note.split()))
                yield wrap(said, page.width, indent="        ")
        if more:
            yield f"      {page.say('gate.more', count=more)}"


def _waivers(page: Page) -> Iterator[str]:
    if page.verdict.waivers:
        yield page.say("gate.heading.waivers", count=len(page.verdict.waivers))
    for waiver in page.verdict.waivers:
        yield wrap(page.waiver(waiver), page.width, indent="  - ", hang="    ")
