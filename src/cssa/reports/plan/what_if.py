"""What the figures would be with other levels, for the terminal and as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cssa.checklist.model import Checklist
from cssa.engine.result import DomainResult, OverallResult, Result
from cssa.messages import Lang, message
from cssa.planning.what_if import FigureChange, LevelChange
from cssa.reports import phrases
from cssa.reports.page import Cell, Column, Page, Paragraph, Table


class GateChange(NamedTuple):
    """Whether a policy is met, and how many of its conditions are not.

    Attributes:
        policy: its id.
    """

    policy: str
    before: bool
    after: bool
    unmet_before: int
    unmet_after: int


def page(
    levels: Sequence[LevelChange],
    figures: Sequence[FigureChange],
    gate: GateChange | None,
    before: Result,
    checklist: Checklist,
    lang: Lang,
) -> Page:
    """Return the page: the levels, what changes with them, and the policy.

    Args:
        levels: the changes asked about.
        figures: of domains and the whole.
        gate: the policy; None where none is named.
        before: the result as it is.
        checklist: what was answered.
        lang: its language.
    """
    return (
        (Paragraph(message(lang, "what_if.title"), "heading"),),
        tuple(level_lines(levels, before, checklist, lang)),
        (figures_table(figures, checklist, lang),),
        tuple(_gate(gate, lang)),
        (Paragraph(message(lang, "disclaimer.1")), Paragraph(message(lang, "disclaimer.5"))),
    )


def level_lines(
    levels: Sequence[LevelChange], before: Result, checklist: Checklist, lang: Lang
) -> Iterator[Paragraph]:
    """Yield a line for each practice at another level.

    Args:
        levels: the changes.
        before: the result as it is.
        checklist: what was answered.
        lang: the language.
    """
    results = {result.id: result for domain in before.domains for result in domain.practices}
    for change in levels:
        practice = checklist.placed[change.practice].practice
        params = {
            "number": practice.shown_id,
            "title": practice.title.get(lang),
            "before": message(lang, f"status.{results[change.practice].status_wording}")
            if change.before is None
            else phrases.format_level(change.before),
            "after": change.after,
        }
        yield Paragraph(message(lang, "what_if.change", params), indent="- ", hang="  ")


def figures_table(figures: Sequence[FigureChange], checklist: Checklist, lang: Lang) -> Table:
    """Return score, lowest level and number below target, as they are and as they would be.

    Args:
        figures: of domains and the whole.
        checklist: what was answered.
        lang: its language.
    """
    titles = {domain.id: domain.title.get(lang) for domain in checklist.domains}
    columns = (
        Column(message(lang, "report.column.domain"), breaks="anywhere", at_least=16),
        *(
            Column(message(lang, f"what_if.column.{name}"), "right")
            for name in ("score", "level", "below")
        ),
    )
    rows: list[tuple[str | Cell, ...]] = []
    for change in figures:
        name = message(lang, "score.overall_row")
        if change.domain is not None:
            name = f"{change.domain} {titles[change.domain]}"
        pairs = zip(_words(change.before, lang), _words(change.after, lang), strict=True)
        rows.append((name, *(old if old == new else f"{old} → {new}" for old, new in pairs)))
    return Table(columns, rows, has_total=True)


def _words(figure: DomainResult | OverallResult, lang: Lang) -> tuple[str, str, str]:
    """Return score, lowest level and number below target as they are shown."""
    score = phrases.format_exact_score(figure.value, lang)
    lowest = phrases.lowest_level(figure.level, figure.level_reason, short=True)
    return score, phrases.in_language(lowest, lang), str(figure.below_target.count)


def _gate(gate: GateChange | None, lang: Lang) -> Iterator[Paragraph]:
    if gate is None:
        return
    params = {
        "policy": gate.policy,
        "before": message(lang, f"what_if.gate.{'met' if gate.before else 'unmet'}"),
        "after": message(lang, f"what_if.gate.{'met' if gate.after else 'unmet'}"),
        "unmet_before": gate.unmet_before,
        "unmet_after": gate.unmet_after,
    }
    yield Paragraph(message(lang, "what_if.gate", params), "done" if gate.after else "open")


def document(
    levels: Sequence[LevelChange],
    figures: Sequence[FigureChange],
    gate: GateChange | None,
    result: Result,
) -> Mapping[str, object]:
    """Return the same as JSON has it.

    Args:
        levels: the changes asked about.
        figures: of domains and the whole.
        gate: the policy; None where none is named.
        result: the result as it is.
    """
    return {
        "schema": "cssa.what-if/1",
        "as_of": result.as_of.isoformat(),
        "checklist": f"{result.checklist.id} {result.checklist.version}",
        "levels": [change._asdict() for change in levels],
        "domains": [
            {"id": change.domain, "before": _figure(change.before), "after": _figure(change.after)}
            for change in figures
            if change.domain is not None
        ],
        "overall": {
            "before": _figure(figures[-1].before),
            "after": _figure(figures[-1].after),
        },
        "gate": None if gate is None else gate._asdict(),
    }


def _figure(figure: DomainResult | OverallResult) -> Mapping[str, object]:
    return {
        "score": figure.score,
        "exact": figure.exact,
        "level": figure.level,
        "below_target": figure.below_target.count,
    }
