"""The verdict as text for a terminal or a log."""

from collections.abc import Iterator, Sequence

from cssa.gate.evaluate import KEEP
from cssa.gate.verdict import Outcome
from cssa.reports.gate.gate_view import GateView
from cssa.reports.gate.overview import headings, headline, row
from cssa.reports.gate.refusal_view import RefusalView
from cssa.reports.text_layout import cells, wrap


def render(view: GateView) -> str:
    """Return what is not met and by how much, which answers would meet it, and their places."""
    unmet = view.verdict.with_status("unmet")
    blocks = [
        "\n".join(wrap(text, view.width) for text in (view.headline(), *view.preface())),
        "\n".join(_changes(view)),
        view.message("gate.heading.unmet", count=len(unmet)) if unmet else "",
        *("\n".join(_unmet(outcome, view)) for outcome in unmet),
        wrap(view.message("gate.hint"), view.width) if _is_waivable(unmet) else "",
        "\n".join(_waived(view)),
        "\n".join(_waivers(view)),
        "\n".join(_treatments(view)),
        "\n".join(
            wrap(view.message(code), view.width) for code in ("gate.disclaimer", "disclaimer.5")
        ),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def render_refusal(view: RefusalView) -> str:
    """Return that there is no verdict, and why."""
    lines = [
        view.headline(),
        view.head(),
        "",
        *(f"  - {view.line(problem)}" for problem in view.problems),
    ]
    return "".join(f"{line}\n" for line in lines)


def join(documents: Sequence[str], views: Sequence[GateView | RefusalView]) -> str:
    """Return a table of the answers files, and what came of each under a line with its name."""
    rows = [headings(views[0].lang), *map(row, views)]
    widths = [max(cells(text) for text in column) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(
            text + " " * (width - cells(text)) for text, width in zip(texts, widths, strict=True)
        ).rstrip()
        for texts in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    parts = [
        f"=== {texts.answers}\n\n{document}"
        for texts, document in zip(rows[1:], documents, strict=True)
    ]
    return "\n\n".join([headline(views), "\n".join(lines), *parts])


def _is_waivable(outcomes: tuple[Outcome, ...]) -> bool:
    """Return whether a waiver could excuse one of the outcomes; none excuses a kept result."""
    return any(outcome.rule != KEEP for outcome in outcomes)


def _changes(view: GateView) -> Iterator[str]:
    heading = view.changes_heading()
    if heading is not None:
        yield wrap(heading, view.width)
    for change in view.verdict.changes.items if view.verdict.changes else ():
        text = f"{change.place.shown}: {view.change_sentence(change)}"
        yield wrap(text, view.width, indent="  - ", hang="    ")


def _unmet(outcome: Outcome, view: GateView) -> Iterator[str]:
    text = f"[{outcome.rule}] {view.sentence(outcome)}"
    yield wrap(text, view.width, indent="  - ", hang="    ")
    remedy = view.remedy(outcome)
    if not outcome.practices:
        remedy = f"{outcome.place.shown}: {remedy}"
    yield wrap(remedy, view.width, indent="    ")
    practices, more = view.listed_practices(outcome)
    for practice in practices:
        line = f"{view.practice_place(practice).shown}: {view.practice_title(practice)}"
        yield f"      {line}  {view.practice_state(practice, outcome)}"
        for detail in view.details(practice):
            yield wrap(detail, view.width, indent="        ")
    if more:
        yield f"      {view.message('gate.more', count=more)}"


def _waived(view: GateView) -> Iterator[str]:
    outcomes = view.verdict.with_status("waived")
    if outcomes:
        yield view.message("gate.heading.waived", count=len(outcomes))
    for outcome in outcomes:
        text = f"[{outcome.rule}] {view.sentence(outcome)}"
        yield wrap(text, view.width, indent="  - ", hang="    ")


def _waivers(view: GateView) -> Iterator[str]:
    if view.verdict.waivers:
        yield view.message("gate.heading.waivers", count=len(view.verdict.waivers))
    for waiver in view.verdict.waivers:
        text = view.waiver_sentence(waiver)
        if waiver.status != "used":
            text = f"{waiver.place.shown}: {text}"
        yield wrap(text, view.width, indent="  - ", hang="    ")


def _treatments(view: GateView) -> Iterator[str]:
    if view.verdict.treatments:
        yield view.message("gate.heading.treatments", count=len(view.verdict.treatments))
    for treatment in view.verdict.treatments:
        text = f"{treatment.place.shown}: {view.treatment_sentence(treatment)}"
        yield wrap(text, view.width, indent="  - ", hang="    ")
