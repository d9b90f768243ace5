"""What a comparison of several days shows, in its language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cssa.checklist.model import Checklist
from cssa.comparison.compared_results import (
    ComparedPoint,
    ComparedResults,
    FigureHistory,
    PracticeChange,
    PracticeHistory,
    practices_by_change,
)
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports import phrases
from cssa.reports.comparison.lead import lead_sentences
from cssa.reports.comparison.rows import (
    ChangedPractices,
    ChangeGroup,
    FigureHistoryRow,
    FigureTable,
    PointColumn,
    PracticeHistoryRow,
)
from cssa.reports.comparison.words import ComparisonWords

CHANGE_ORDER: tuple[PracticeChange, ...] = (
    "down", "unanswered", "up", "answered", "not_applicable", "not_adopted", "out_of_scope",
    "back", "new", "gone",
)  # fmt: skip
"""The kinds of change in the order in which they are shown."""

_TWO = 2


@dataclass(frozen=True, kw_only=True)
class ComparisonView:
    """A comparison of several days.

    Attributes:
        checklist: title of what was answered.
        lead: how the whole changed, and what that comes from.
        scores: of the domains, the whole last; none where nothing is scored.
        below: numbers below target alike; none where there are no targets.
        answered: practices answered of those in scope alike.
        sections: scores of the sections.
        changed: the practices that changed since the last day but one; then those that changed
            from the first day to the last, where that is another.
        practices: all of them.
        remarks: what is not known, and why.
        disclaimers: how it is to be read.
    """

    lang: Lang
    comparison: ComparedResults
    institution: str
    checklist: str
    points: tuple[PointColumn, ...]
    lead: tuple[str, ...]
    scores: tuple[FigureHistoryRow, ...]
    below: tuple[FigureHistoryRow, ...]
    answered: tuple[tuple[str, tuple[str, ...]], ...]
    sections: tuple[FigureHistoryRow, ...]
    changed: tuple[ChangedPractices, ...]
    practices: tuple[PracticeHistoryRow, ...]
    remarks: tuple[str, ...]
    disclaimers: tuple[str, ...]

    def message(self, code: str, **params: object) -> str:
        """Return a message in the language of the document."""
        return message(self.lang, code, params)

    @property
    def days(self) -> tuple[date, ...]:
        """The days compared."""
        return tuple(point.assessed_on for point in self.comparison.points)

    @property
    def title(self) -> str:
        """What the document is, with its days."""
        return self.message(
            "comparison.title", first=self.points[0].label, last=self.points[-1].label
        )

    @property
    def score_tables(self) -> tuple[FigureTable, ...]:
        """The scores of the domains, where anything is scored."""
        heading = self.message("comparison.h.scores")
        return (FigureTable(heading, self.scores),) if self.scores else ()

    @property
    def below_tables(self) -> tuple[FigureTable, ...]:
        """The numbers below target, where there are targets."""
        heading = self.message("comparison.h.below")
        return (FigureTable(heading, self.below),) if self.below else ()

    @property
    def section_tables(self) -> tuple[FigureTable, ...]:
        """The scores of the sections, where they are known."""
        heading = self.message("comparison.h.sections")
        if not self.sections:
            return ()
        return (FigureTable(heading, self.sections, parts="report.column.section"),)

    @property
    def notes(self) -> tuple[str, ...]:
        """How changes are split and when figures are computed, where anything is scored."""
        if not self.scores:
            return ()
        return (self.message("comparison.note.parts"), self.message("comparison.note.day"))


def build_comparison_view(
    comparison: ComparedResults, checklists: Sequence[Checklist], lang: Lang
) -> ComparisonView:
    """Return the view of a comparison.

    Args:
        comparison: what changed.
        checklists: those answered, as far as they are available, the oldest first; at least one.
        lang: the document's language.
    """
    words = ComparisonWords(checklists, lang, scored=comparison.scored)
    versions = _versions(comparison)
    newest = checklists[-1]
    rows = (*comparison.domains, comparison.overall)
    has_targets = any(
        point and point.below_target is not None for point in comparison.overall.points
    )
    scored = comparison.scored
    return ComparisonView(
        lang=lang,
        comparison=comparison,
        institution=comparison.name,
        checklist=newest.title.get(lang),
        points=tuple(_columns(comparison.points, words)),
        lead=tuple(lead_sentences(comparison, lang)),
        scores=tuple(words.score_row(row) for row in rows) if scored else (),
        below=tuple(words.below_row(row) for row in rows) if scored and has_targets else (),
        answered=tuple((words.score_row(row).name, tuple(_answered(row))) for row in rows),
        sections=tuple(words.score_row(row) for row in comparison.sections or ()) if scored else (),
        changed=tuple(_changed(comparison, words)),
        practices=tuple(
            _practice_row(practice, versions, words) for practice in comparison.practices
        ),
        remarks=tuple(_remarks(comparison, words)),
        disclaimers=tuple(
            phrases.in_language(text, lang) for text in phrases.report_disclaimers(newest)
        ),
    )


def _columns(points: Sequence[ComparedPoint], words: ComparisonWords) -> Iterator[PointColumn]:
    before: ComparedPoint | None = None
    for point in points:
        notes = [] if before is None else list(_differing(before, point, words))
        if point.provisional:
            notes.append(words.say("figure.provisional"))
        if point.source == "saved":
            notes.append(words.say("comparison.saved"))
        yield PointColumn(
            label=TYPOGRAPHY[words.lang].date(point.assessed_on),
            version=point.version,
            notes=tuple(notes),
        )
        before = point


def _differing(
    before: ComparedPoint, point: ComparedPoint, words: ComparisonWords
) -> Iterator[str]:
    """Yield what the figures of a day rest on other than those of the day before."""
    if point.version != before.version:
        params = {"before": before.version, "after": point.version}
        yield words.say("comparison.differs.version", **params)
    elif point.fingerprint != before.fingerprint:
        yield words.say("comparison.differs.questions")
    if point.scheme != before.scheme:
        yield words.say("comparison.differs.scheme")
    if None not in (point.targets, before.targets) and point.targets != before.targets:
        yield words.say("comparison.differs.targets")
    if None not in (point.risk, before.risk) and point.risk != before.risk:
        risks = {
            "before": words.say(f"risk.{before.risk}"),
            "after": words.say(f"risk.{point.risk}"),
        }
        yield words.say("comparison.differs.risk", **risks)


def _answered(history: FigureHistory) -> Iterator[str]:
    for point in history.points:
        yield "-" if point is None else f"{point.in_scope - point.unanswered}/{point.in_scope}"


def _changed(comparison: ComparedResults, words: ComparisonWords) -> Iterator[ChangedPractices]:
    points = comparison.points
    versions = _versions(comparison)
    days = [TYPOGRAPHY[words.lang].date(point.assessed_on) for point in points]
    periods = [(True, days[-2])] + ([(False, days[0])] if len(points) > _TWO else [])
    for since_last, first in periods:
        found = practices_by_change(comparison, since_last=since_last)
        groups = tuple(
            ChangeGroup(
                kind=kind,
                heading=words.say(f"comparison.group.{words.kind(kind)}", count=len(found[kind])),
                rows=tuple(_practice_row(practice, versions, words) for practice in found[kind]),
            )
            for kind in CHANGE_ORDER
            if kind in found
        )
        changes = (
            practice.changes[-1] if since_last else practice.change
            for practice in comparison.practices
        )
        unchanged = sum(change == "same" for change in changes)
        counts = [
            words.say(f"comparison.count.{words.kind(group.kind)}", count=len(group.rows))
            for group in groups
        ]
        counts.append(words.say("comparison.count.same", count=unchanged))
        period = {"first": first, "last": days[-1]}
        yield ChangedPractices(
            heading=words.say("comparison.h.changed", **period),
            groups=groups,
            unchanged=unchanged,
            summary=words.say("comparison.changes", list=TYPOGRAPHY[words.lang].join(counts)),
        )


def _versions(comparison: ComparedResults) -> list[str]:
    return [point.version for point in comparison.points]


def _practice_row(
    practice: PracticeHistory, versions: Sequence[str], words: ComparisonWords
) -> PracticeHistoryRow:
    """Return the row of a practice.

    Args:
        practice: over the days.
        versions: of the checklist, on each day.
        words: what it is called.
    """
    last = max(index for index, point in enumerate(practice.points) if point is not None)
    point = practice.points[last]
    name = practice.id if point is None else point.id
    number, title = words.practice(name, versions[last])
    return PracticeHistoryRow(
        number=number,
        title=title,
        domain=practice.domain,
        cells=tuple(words.point_of(point) for point in practice.points),
        notes=tuple(_revision_notes(practice, versions, words)),
        since_last=words.change(practice.changes[-1]),
        since_first=words.change(practice.change),
    )


def _revision_notes(
    practice: PracticeHistory, versions: Sequence[str], words: ComparisonWords
) -> Iterator[str]:
    """Yield what each new version of the checklist made of a practice."""
    typography = TYPOGRAPHY[words.lang]
    for index, revision in enumerate(practice.revisions):
        if revision is None:
            continue
        now = practice.points[index + 1]
        others = versions[index if now else index + 1]
        kinds = typography.join(words.say(f"change.{kind}") for kind in revision.kinds)
        facts = {"version": versions[index + 1], "kinds": kinds}
        if now and revision.practices == (now.id,):
            yield words.say("comparison.revision", **facts)
            continue
        numbers = typography.join(words.practice(name, others)[0] for name in revision.practices)
        code = "comparison.revision_from" if now else "comparison.revision_into"
        yield words.say(code, **facts, practices=numbers)


def _remarks(comparison: ComparedResults, words: ComparisonWords) -> Iterator[str]:
    every = (comparison.overall, *comparison.domains, *(comparison.sections or ()))
    if any(
        len(part.causes) > 1
        for history in every
        for difference in (history.score, history.below_target)
        for part in difference.parts
    ):
        yield words.say("comparison.remark.joined")
    if any(point.source == "saved" for point in comparison.points):
        yield words.say("comparison.remark.saved")
    if comparison.scored and comparison.sections is None:
        yield words.say("comparison.remark.no_sections")
