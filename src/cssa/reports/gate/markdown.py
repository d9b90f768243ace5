"""The verdict as Markdown for the summary of a pipeline's step."""

import re
from collections.abc import Iterator

from cssa.gate.verdict import Outcome, Place
from cssa.reports.gate.gate_view import GateView

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~&])")


def render(page: GateView) -> str:
    """Return a short page of what is not met, what would mend it, and the waivers."""
    lines = [
        f"## {_plain(page.headline())}",
        "",
        _plain(page.policy()),
        "",
        *_outcomes(page),
        *_waivers(page),
        *(f"> {_plain(page.say(code))}  " for code in ("gate.disclaimer", "disclaimer.5")),
    ]
    return "\n".join(lines) + "\n"


def _outcomes(page: GateView) -> Iterator[str]:
    for status in ("unmet", "waived"):
        outcomes = [one for one in page.verdict.outcomes if one.status == status]
        if not outcomes:
            continue
        yield f"### {_plain(page.say(f'gate.heading.{status}', count=len(outcomes)))}"
        yield ""
        for outcome in outcomes:
            yield f"- **{_plain(outcome.rule)}** {_plain(page.sentence(outcome))}"
            if status == "unmet":
                yield from _mending(outcome, page)
        yield ""


def _mending(outcome: Outcome, page: GateView) -> Iterator[str]:
    named, more = page.listed(outcome)
    where = "" if named else f"{_where(outcome.place)} "
    yield f"  {where}{_plain(page.mend(outcome))}"
    for practice in named:
        state = _plain(page.state(practice, outcome))
        where = _where(page.place(practice))
        yield f"  - {where} {_plain(page.title(practice))}: {state}"
        yield from (f"    - {_plain(detail)}" for detail in page.details(practice))
    if more:
        yield f"  - {page.say('gate.more', count=more)}"


def _waivers(page: GateView) -> Iterator[str]:
    if page.verdict.waivers:
        yield f"### {_plain(page.say('gate.heading.waivers', count=len(page.verdict.waivers)))}"
        yield ""
        yield from (f"- {_plain(page.waiver(waiver))}" for waiver in page.verdict.waivers)
        yield ""


def _where(place: Place) -> str:
    return _plain(place.shown if place.line is None else f"{place.path}:{place.line}")


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
