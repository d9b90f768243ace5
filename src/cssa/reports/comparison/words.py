"""The words of a comparison: titles, figures over the days, and what changes come from."""

from collections.abc import Sequence
from fractions import Fraction

from cssa.checklist.model import Checklist
from cssa.comparison.compared_results import (
    DifferencePart,
    FigureDifference,
    FigureHistory,
    PracticeChange,
    PracticePoint,
    format_signed,
)
from cssa.engine.aggregate import half_up
from cssa.messages import Lang, message
from cssa.messages.typography import TYPOGRAPHY
from cssa.reports import phrases
from cssa.reports.comparison.rows import FigureHistoryRow


class ComparisonWords:
    """Titles and figures of a comparison in words.

    Args:
        checklists: those answered, the oldest first.
        lang: the language of the words.
        scored: whether anything is scored.
    """

    def __init__(self, checklists: Sequence[Checklist], lang: Lang, *, scored: bool) -> None:
        self.lang = lang
        self._scored = scored
        self._titles: dict[str, str] = {}
        self._practices: dict[tuple[str | None, str], tuple[str, str]] = {}
        for checklist in checklists:  # the oldest first: later words replace earlier ones
            for domain in checklist.domains:
                self._titles[domain.id] = domain.title.get(lang)
                self._titles |= {part.id: part.title.get(lang) for part in domain.sections}
            for name, placed in checklist.placed.items():
                practice = placed.practice
                words = (practice.shown_id, practice.title.get(lang))
                self._practices[checklist.version, name] = words
                self._practices[None, name] = words

    def say(self, code: str, **params: object) -> str:
        """Return a message."""
        return message(self.lang, code, params)

    def title(self, name: str | None) -> str:
        """Return the title of a domain or section, or what the whole is called."""
        return self.say("score.overall_row") if name is None else self._titles.get(name, "")

    def practice(self, name: str, version: str) -> tuple[str, str]:
        """Return number and title of a practice in a version of the checklist.

        Where that version is not available, they are those of the newest that has the id.

        Args:
            name: its id in that version.
            version: the version.
        """
        known = self._practices.get((version, name)) or self._practices.get((None, name))
        return known or (name, "")

    def score_row(self, history: FigureHistory) -> FigureHistoryRow:
        """Return the row of a score."""
        points = history.points
        cells = tuple(
            "-" if point is None else phrases.format_score(point.score, self.lang)
            for point in points
        )
        values = tuple(None if point is None else point.value for point in points)
        return self._row(history, values, cells, history.score, digits=2)

    def below_row(self, history: FigureHistory) -> FigureHistoryRow:
        """Return the row of a number below target."""
        points = history.points
        cells = tuple(
            "-"
            if point is None or point.below_target is None
            else f"{point.below_target}/{point.basics}"
            for point in points
        )
        values = tuple(
            None if point is None or point.below_target is None else Fraction(point.below_target)
            for point in points
        )
        return self._row(history, values, cells, history.below_target, digits=0)

    def _row(
        self,
        history: FigureHistory,
        values: tuple[Fraction | None, ...],
        cells: tuple[str, ...],
        difference: FigureDifference,
        *,
        digits: int,
    ) -> FigureHistoryRow:
        typography = TYPOGRAPHY[self.lang]
        title = self.title(history.id)
        single = {part.causes[0]: part.value for part in difference.parts if len(part.causes) == 1}
        joined = [part for part in difference.parts if len(part.causes) > 1]
        return FigureHistoryRow(
            history=history,
            name=title if history.id is None else f"{history.id} {title}".rstrip(),
            title=title,
            values=values,
            cells=cells,
            difference="-" if difference.value is None else format_signed(difference.value, digits),
            exact_parts=single,
            parts={cause: format_signed(part, digits) for cause, part in single.items()},
            joined=typography.join(
                format_signed(part.value, digits) + typography.in_brackets(self.causes(part))
                for part in joined
            ),
        )

    def causes(self, part: DifferencePart) -> str:
        """Return what a part comes from, in words."""
        names = (self.say(f"comparison.cause.{cause}") for cause in part.causes)
        return TYPOGRAPHY[self.lang].both.join(names)

    def parts(self, difference: FigureDifference, digits: int) -> str:
        """Return what a difference comes from, as a list without what is rounded to 0."""
        return TYPOGRAPHY[self.lang].join(
            self.say(
                "comparison.part" if len(part.causes) == 1 else "comparison.part_joined",
                cause=self.causes(part),
                change=format_signed(part.value, digits),
            )
            for part in difference.parts
            if half_up(abs(part.value), digits)
        )

    def change(self, kind: PracticeChange | None) -> str:
        """Return how a practice changed; nothing where that cannot be said."""
        return "" if kind is None else self.say(f"comparison.change.{self.kind(kind)}")

    def kind(self, kind: PracticeChange) -> str:
        """Return a kind of change as in the codes of messages: nothing counts without scores."""
        return "back_unscored" if kind == "back" and not self._scored else kind

    def point_of(self, point: PracticePoint | None) -> str:
        """Return how a practice stood on a day."""
        if point is None:
            return self.say("comparison.absent")
        if point.level is not None:
            return str(point.level)
        return self.say(f"comparison.status.{point.status}")
