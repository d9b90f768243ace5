"""The roadmap by half-years in its language, for the terminal, for pages and workbooks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cssa.checklist.model import Checklist
from cssa.engine.result import Result
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.planning.reach import Task
from cssa.planning.roadmap import HalfYear, Roadmap, RoadmapStep
from cssa.reports import phrases
from cssa.reports.page import Column, Page, Paragraph, Table
from cssa.reports.plan.roadmap_chart import RoadmapChart, draw_roadmap


@dataclass(frozen=True, kw_only=True)
class RoadmapRow:
    """A practice to raise, in words.

    Attributes:
        kind: whether the institution plans it, or the program suggests it.
        owner: by the plan; empty where the program suggests it.
        due: by the plan; None where the program suggests it, which makes up no day.
    """

    step: RoadmapStep
    number: str
    title: str
    kind: str
    owner: str
    due: date | None


@dataclass(frozen=True, kw_only=True)
class RoadmapHalf:
    """A half-year in words.

    Attributes:
        title: its last day.
        score: the overall score at its end; None where there is nothing to score.
    """

    half: HalfYear
    title: str
    score: Fraction | None
    score_text: str
    below: int
    rows: tuple[RoadmapRow, ...]


@dataclass(frozen=True, kw_only=True)
class RoadmapView:
    """What the roadmap shows.

    Attributes:
        goal: what is to be reached.
        outcome: whether it is, in a sentence.
        start: the figures today, as a half-year without steps.
        chart: the projected curve.
    """

    roadmap: Roadmap
    lang: Lang
    institution: str
    checklist: str
    as_of: date
    goal: str
    outcome: tuple[str, ...]
    start: RoadmapHalf
    halves: tuple[RoadmapHalf, ...]
    chart: RoadmapChart
    notes: tuple[str, ...]

    @property
    def points(self) -> tuple[RoadmapHalf, ...]:
        """Today and the end of each half-year."""
        return (self.start, *self.halves)

    def message(self, code: str, **params: object) -> str:
        """Return a message in its language."""
        return message(self.lang, code, params)


def build_roadmap_view(
    roadmap: Roadmap, checklist: Checklist, lang: Lang, goal: str, task: Task
) -> RoadmapView:
    """Return the view of a roadmap.

    Args:
        roadmap: what it shows.
        checklist: what was answered.
        lang: its language.
        goal: what is to be reached, in words.
        task: the same as conditions.
    """
    start = roadmap.start
    today = HalfYear(end=start.as_of, steps=(), result=start)
    halves = tuple(_half(half, checklist, lang) for half in roadmap.halves)
    first = _half(today, checklist, lang, message(lang, "roadmap.today"))
    return RoadmapView(
        roadmap=roadmap,
        lang=lang,
        institution=start.institution.name,
        checklist=f"{checklist.title.get(lang)} {start.checklist.version}",
        as_of=start.as_of,
        goal=goal,
        outcome=tuple(_outcome(roadmap, lang, task)),
        start=first,
        halves=halves,
        chart=draw_roadmap(
            [(half.title, half.score, half.below) for half in (first, *halves)], start.scale
        ),
        notes=tuple(
            message(lang, code) for code in ("roadmap.note", "reach.effort", "disclaimer.1")
        ),
    )


def _half(half: HalfYear, checklist: Checklist, lang: Lang, title: str = "") -> RoadmapHalf:
    overall = half.result.overall
    return RoadmapHalf(
        half=half,
        title=title or TYPOGRAPHY[lang].date(half.end),
        score=overall.value,
        score_text=phrases.format_exact_score(overall.value, lang),
        below=overall.below_target.count,
        rows=tuple(_row(step, checklist, lang) for step in half.steps),
    )


def _row(step: RoadmapStep, checklist: Checklist, lang: Lang) -> RoadmapRow:
    practice = checklist.placed[step.practice].practice
    kind = "suggested" if not step.is_own else "overdue" if step.is_overdue else "own"
    return RoadmapRow(
        step=step,
        number=practice.shown_id,
        title=practice.title.get(lang),
        kind=message(lang, f"roadmap.kind.{kind}"),
        owner=step.owner or "",
        due=step.due,
    )


def _outcome(roadmap: Roadmap, lang: Lang, task: Task) -> Iterator[str]:
    steps = [step for half in roadmap.halves for step in half.steps]
    own = [step for step in steps if step.is_own]
    params = {
        "own": len({step.practice for step in own}),
        "suggested": len({step.practice for step in steps if not step.is_own}),
        "halves": len(roadmap.halves),
        "cost": sum(step.cost for step in steps),
    }
    missed = len(roadmap.reached.missed)
    if steps:
        yield message(lang, "roadmap.outcome", params)
    elif not missed:
        yield message(lang, "reach.nothing")
    if missed:
        counts = {"missed": missed, "goals": len(task.goals)}
        yield message(lang, "roadmap.missed" if steps else "reach.none_nearer", counts)
    if task.left_out:
        names = ", ".join(f"{rule}/{name}" for rule, name in task.left_out)
        yield message(lang, "reach.left_out", {"names": names})
    if roadmap.reached.is_tied:
        yield message(lang, "roadmap.tied")


def page(view: RoadmapView) -> Page:
    """Return the page for a terminal.

    Args:
        view: what it shows.
    """
    say = view.message
    columns = (
        Column(say("roadmap.column.end"), at_least=10),
        *(Column(say(f"roadmap.column.{name}"), "right") for name in ("score", "below", "cost")),
    )
    rows = [
        (half.title, half.score_text, str(half.below), str(half.half.cost) if half.rows else "")
        for half in view.points
    ]
    return (
        (
            Paragraph(say("roadmap.title"), "heading"),
            Paragraph(say("roadmap.goal", goal=view.goal)),
            *(Paragraph(text) for text in view.outcome),
        ),
        (Table(columns, rows),),
        *(tuple(_lines(half, view)) for half in view.halves),
        (*(Paragraph(text) for text in view.notes), Paragraph(say("disclaimer.5"))),
    )


def _lines(half: RoadmapHalf, view: RoadmapView) -> Iterator[Paragraph]:
    if half.rows:
        yield Paragraph(view.message("roadmap.until", end=half.title), "heading")
    for row in half.rows:
        params = {
            "number": row.number,
            "title": row.title,
            "before": row.step.before,
            "after": row.step.after,
            "kind": row.kind,
        }
        text = view.message("roadmap.step", **params)
        if row.step.is_own:
            facts = [row.owner, str(row.due or "")]
            text += TYPOGRAPHY[view.lang].in_brackets(
                TYPOGRAPHY[view.lang].join(fact for fact in facts if fact)
            )
        yield Paragraph(text, indent="  - ", hang="    ")


def document(view: RoadmapView) -> Mapping[str, object]:
    """Return the same as JSON has it.

    Args:
        view: what it shows.
    """
    roadmap, start = view.roadmap, view.roadmap.start
    return {
        "schema": "cssa.roadmap/1",
        "as_of": start.as_of.isoformat(),
        "checklist": f"{start.checklist.id} {start.checklist.version}",
        "per_half_year": roadmap.per_half,
        "tied": roadmap.reached.is_tied,
        "missed": [
            {"condition": goal.condition, "subject": goal.subject, "expected": goal.expected}
            for goal in roadmap.reached.missed
        ],
        "start": _figures(start),
        "half_years": [
            {
                "end": half.end.isoformat(),
                "cost": half.cost,
                "steps": [
                    {
                        "practice": step.practice,
                        "before": step.before,
                        "after": step.after,
                        "cost": step.cost,
                        "planned": step.is_own,
                        "owner": step.owner,
                        "due": step.due and step.due.isoformat(),
                        "overdue": step.is_overdue,
                    }
                    for step in half.steps
                ],
                **_figures(half.result),
            }
            for half in roadmap.halves
        ],
    }


def _figures(result: Result) -> Mapping[str, object]:
    overall = result.overall
    return {
        "score": overall.score,
        "exact": overall.exact,
        "level": overall.level,
        "below_target": overall.below_target.count,
    }
