"""The verdict as Markdown for the summary of a pipeline's step."""

import re
from collections.abc import Iterator, Sequence

from cssa.gate.verdict import Outcome, Place
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.overview import headings, headline, row
from cssa.reports.gate.refusal_view import RefusalView

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~&])")


def render(view: GateView) -> str:
    """Return what is not met, what would meet it, and the waivers."""
    lines = [
        f"## {_escaped(view.headline())}",
        "",
        "  \n".join(map(_escaped, view.preface())),
        "",
        *_changes(view),
        *_outcomes(view),
        *_waivers(view),
        *_treatments(view),
        *(f"> {_escaped(view.message(code))}  " for code in ("gate.disclaimer", "disclaimer.5")),
    ]
    return "\n".join(lines) + "\n"


def render_refusal(view: RefusalView) -> str:
    """Return that there is no verdict, and why."""
    lines = [f"## {_escaped(view.headline())}", "", _escaped(view.head()), ""]
    lines += [f"- {_escaped(view.line(problem))}" for problem in view.problems]
    return "\n".join(lines) + "\n"


def join(documents: Sequence[str], views: Sequence[GateView | RefusalView]) -> str:
    """Return a table of the answers files, and below it what came of each."""
    rows = [headings(views[0].lang), *map(row, views)]
    lines = [f"| {' | '.join(map(_escaped, texts))} |" for texts in rows]
    lines.insert(1, "|---" * len(rows[0]) + "|")
    table = f"## {_escaped(headline(views))}\n\n" + "\n".join(lines) + "\n"
    return "\n".join([table, *documents])


def _changes(view: GateView) -> Iterator[str]:
    heading = view.changes_heading()
    if heading is None:
        return
    yield f"### {_escaped(heading)}"
    yield ""
    for change in view.verdict.changes.items if view.verdict.changes else ():
        yield f"- {_location(change.place)} {_escaped(view.change_sentence(change))}"
    yield ""


def _outcomes(view: GateView) -> Iterator[str]:
    for status in ("unmet", "waived"):
        outcomes = [outcome for outcome in view.verdict.outcomes if outcome.status == status]
        if not outcomes:
            continue
        yield f"### {_escaped(view.message(f'gate.heading.{status}', count=len(outcomes)))}"
        yield ""
        for outcome in outcomes:
            yield f"- **{_escaped(outcome.rule)}** {_escaped(view.sentence(outcome))}"
            if status == "unmet":
                yield from _remedies(outcome, view)
        yield ""


def _remedies(outcome: Outcome, view: GateView) -> Iterator[str]:
    practices, more = view.listed_practices(outcome)
    where = "" if practices else f"{_location(outcome.place)} "
    yield f"  {where}{_escaped(view.remedy(outcome))}"
    for practice in practices:
        state = _escaped(view.practice_state(practice, outcome))
        where = _location(view.practice_place(practice))
        yield f"  - {where} {_escaped(view.practice_title(practice))}: {state}"
        yield from (f"    - {_escaped(detail)}" for detail in view.details(practice))
    if more:
        yield f"  - {view.message('gate.more', count=more)}"


def _waivers(view: GateView) -> Iterator[str]:
    waivers = view.verdict.waivers
    if waivers:
        yield f"### {_escaped(view.message('gate.heading.waivers', count=len(waivers)))}"
        yield ""
        yield from (f"- {_escaped(view.waiver_sentence(waiver))}" for waiver in waivers)
        yield ""


def _treatments(view: GateView) -> Iterator[str]:
    treatments = view.verdict.treatments
    if treatments:
        yield f"### {_escaped(view.message('gate.heading.treatments', count=len(treatments)))}"
        yield ""
        for treatment in treatments:
            sentence = _escaped(view.treatment_sentence(treatment))
            yield f"- {_location(treatment.place)} {sentence}"
        yield ""


def _location(place: Place) -> str:
    return _escaped(place.shown if place.line is None else f"{place.path}:{place.line}")


def _escaped(text: str) -> str:
    """Return text on one line that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
