"""What the report on another document shows, in its language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cssa.checklist.model import Checklist
from cssa.engine.aggregate import rounded
from cssa.engine.result import Result
from cssa.library.framework_coverage import Framework, ItemCoverage, Link
from cssa.messages import Lang, message
from cssa.reports.phrases import in_language

_DISCLAIMERS = (1, 2, 3, 5)


@dataclass(frozen=True, kw_only=True)
class CrosswalkRow:
    """An item of the other document.

    Attributes:
        number: how readers know it.
        depth: 0 at the top.
        title: its name; empty where it is not at hand.
        links: practices that bear on the item itself.
        practices: the same in words, as readers know them.
        lowest: the lowest level, or why there is none, in words.
        level: the lowest level; None where there is none.
        mean: the mean to one decimal; None where nothing has a value.
        counted: number of practices that have a value.
        unanswered: how many of these are not answered.
        evidence: pieces of evidence given with them.
        is_covered: whether any practice bears on it or on anything below it.
    """

    id: str
    number: str
    depth: int
    title: str
    links: tuple[Link, ...]
    practices: tuple[str, ...]
    lowest: str
    level: int | None
    mean: float | None
    counted: int
    unanswered: int
    evidence: int
    is_covered: bool


@dataclass(frozen=True, kw_only=True)
class CrosswalkView:
    """The whole report.

    Attributes:
        institution: who answered.
        checklist: title of what was answered.
        framework: what the other document is called.
        rows: every item of the other document, in order.
        uncovered: items without any below them on which nothing bears.
        total: number of items without any below them.
        disclaimers: what every report says of its figures.
    """

    lang: Lang
    as_of: date
    institution: str
    checklist: str
    framework: str
    rows: tuple[CrosswalkRow, ...]
    uncovered: tuple[CrosswalkRow, ...]
    total: int
    disclaimers: tuple[str, ...]

    def message(self, code: str, **params: object) -> str:
        """Return a message in the report's language."""
        return message(self.lang, code, params)


def build_crosswalk_view(
    framework: Framework,
    coverage: Sequence[ItemCoverage],
    checklist: Checklist,
    result: Result,
    lang: Lang,
) -> CrosswalkView:
    """Return the report's view.

    Args:
        framework: the other document.
        coverage: how far its items are covered, in order.
        checklist: what was answered.
        result: its result.
        lang: the report's language.
    """
    rows = tuple(_row(item, checklist, lang) for item in coverage)
    parents = {item.parent for item in framework.items}
    last = [row for row in rows if row.id not in parents]
    title = framework.title
    disclaimers = [message(lang, f"disclaimer.{number}") for number in _DISCLAIMERS]
    if checklist.disclaimer is not None:
        disclaimers[1] = checklist.disclaimer.get(lang)
    return CrosswalkView(
        lang=lang,
        as_of=result.as_of,
        institution=result.institution.name,
        checklist=f"{checklist.title.get(lang)} {checklist.version}",
        framework=framework.id if title is None else in_language(title, lang),
        rows=rows,
        uncovered=tuple(row for row in last if not row.is_covered),
        total=len(last),
        disclaimers=tuple(disclaimers),
    )


def _row(coverage: ItemCoverage, checklist: Checklist, lang: Lang) -> CrosswalkRow:
    item = coverage.item
    return CrosswalkRow(
        id=item.id,
        number=item.number or item.id,
        depth=coverage.depth,
        title="" if item.title is None else in_language(item.title, lang),
        links=coverage.links,
        practices=tuple(_practice(link, checklist, lang) for link in coverage.links),
        lowest=_lowest(coverage, lang),
        level=coverage.lowest,
        mean=rounded(coverage.mean, 1),
        counted=coverage.counted,
        unanswered=coverage.unanswered,
        evidence=coverage.evidence,
        is_covered=coverage.is_covered,
    )


def _lowest(coverage: ItemCoverage, lang: Lang) -> str:
    if coverage.lowest is not None:
        return str(coverage.lowest)
    if not coverage.is_covered:
        return message(lang, "crosswalk.not_covered")
    code = "figure.level_unanswered.short" if coverage.unanswered else "figure.none"
    return message(lang, code)


def _practice(link: Link, checklist: Checklist, lang: Lang) -> str:
    shown = checklist.placed[link.practice].practice.shown_id
    if link.relation is None:
        return shown
    relation = message(lang, f"crosswalk.relation.{link.relation}")
    return message(lang, "crosswalk.related", {"practice": shown, "relation": relation})


def document(view: CrosswalkView) -> Mapping[str, object]:
    """Return the report as JSON has it, figures as numbers."""
    return {
        "schema": "cssa.crosswalk-report/1",
        "as_of": view.as_of.isoformat(),
        "institution": view.institution,
        "checklist": view.checklist,
        "framework": view.framework,
        "items": [
            {
                "id": row.id,
                "depth": row.depth,
                "title": row.title or None,
                "practices": [
                    {"id": link.practice, "relation": link.relation} for link in row.links
                ],
                "lowest": row.level,
                "mean": row.mean,
                "counted": row.counted,
                "unanswered": row.unanswered,
                "evidence": row.evidence,
                "covered": row.is_covered,
            }
            for row in view.rows
        ],
        "not_covered": [row.id for row in view.uncovered],
        "disclaimers": list(view.disclaimers),
    }
