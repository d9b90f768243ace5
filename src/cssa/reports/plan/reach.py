"""The cheapest levels that reach goals, for the terminal and as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cssa.checklist.model import Checklist
from cssa.engine.result import Result
from cssa.messages import Lang, fitting, message
from cssa.planning.reach import Goal, Task
from cssa.planning.solver import Reached
from cssa.planning.what_if import FigureChange, LevelChange
from cssa.reports.page import Page, Paragraph
from cssa.reports.plan.what_if import figures_table, level_lines


class ReachView(NamedTuple):
    """What is shown.

    Attributes:
        levels: what is to be raised.
        figures: of domains and the whole, with these levels.
        budget: the most points of effort; None where there is no limit.
    """

    task: Task
    reached: Reached
    levels: Sequence[LevelChange]
    figures: Sequence[FigureChange]
    budget: int | None


def page(view: ReachView, before: Result, checklist: Checklist, lang: Lang) -> Page:
    """Return the page: what to raise, what is not reached, and the figures.

    Args:
        view: what it shows.
        before: the result as it is.
        checklist: what was answered.
        lang: its language.
    """
    return (
        (Paragraph(message(lang, "reach.title"), "heading"),),
        tuple(_outcome(view, lang)),
        tuple(level_lines(view.levels, before, checklist, lang)),
        tuple(_missed(view, checklist, lang)),
        (figures_table(view.figures, checklist, lang),),
        tuple(_left_out(view, lang)),
        (
            Paragraph(message(lang, "reach.effort")),
            Paragraph(message(lang, "disclaimer.1")),
            Paragraph(message(lang, "disclaimer.5")),
        ),
    )


def _outcome(view: ReachView, lang: Lang) -> Iterator[Paragraph]:
    reached = view.reached
    params: dict[str, object] = {"count": len(view.levels), "cost": reached.cost}
    if not reached.missed:
        code = "reach.done" if view.levels else "reach.nothing"
        yield Paragraph(message(lang, code, params if view.levels else None), "done")
    else:
        params |= {"missed": len(reached.missed), "goals": len(view.task.goals)}
        code = "reach.nearest" if view.levels else "reach.none_nearer"
        yield Paragraph(message(lang, code, fitting(code, params)), "open")
        if reached.needed is None:
            yield Paragraph(message(lang, "reach.impossible"))
        else:
            costs = {"needed": reached.needed, "budget": view.budget}
            yield Paragraph(message(lang, "reach.needed", costs))
    if reached.is_tied:
        yield Paragraph(message(lang, "reach.tied"))


def _missed(view: ReachView, checklist: Checklist, lang: Lang) -> Iterator[Paragraph]:
    if view.reached.missed:
        yield Paragraph(message(lang, "reach.missed"))
    for goal in view.reached.missed:
        params = {"subject": _subject(goal, checklist, lang), "expected": goal.expected}
        text = message(lang, f"reach.goal.{goal.condition}", params)
        yield Paragraph(text, indent="- ", hang="  ")


def _subject(goal: Goal, checklist: Checklist, lang: Lang) -> str:
    if goal.subject == "overall":
        return message(lang, "score.overall_row")
    if goal.subject in ("basic", "desirable"):
        return message(lang, f"tier.{goal.subject}")
    placed = checklist.placed.get(goal.subject)
    return placed.practice.shown_id if placed else goal.subject


def _left_out(view: ReachView, lang: Lang) -> Iterator[Paragraph]:
    if view.task.left_out:
        names = ", ".join(f"{rule}/{name}" for rule, name in view.task.left_out)
        yield Paragraph(message(lang, "reach.left_out", {"names": names}))


def document(view: ReachView, result: Result) -> Mapping[str, object]:
    """Return the same as JSON has it.

    Args:
        view: what it shows.
        result: the result as it is.
    """
    reached = view.reached
    overall = view.figures[-1].after
    return {
        "schema": "cssa.reach/1",
        "as_of": result.as_of.isoformat(),
        "checklist": f"{result.checklist.id} {result.checklist.version}",
        "levels": [change._asdict() for change in view.levels],
        "cost": reached.cost,
        "needed": reached.needed,
        "budget": view.budget,
        "tied": reached.is_tied,
        "missed": [
            {"condition": goal.condition, "subject": goal.subject, "expected": goal.expected}
            for goal in reached.missed
        ],
        "left_out": [{"rule": rule, "condition": name} for rule, name in view.task.left_out],
        "overall": {
            "exact": overall.exact,
            "level": overall.level,
            "below_target": overall.below_target.count,
        },
    }
