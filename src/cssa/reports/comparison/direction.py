"""Where an institution has moved since its last assessment, in one sentence free of language."""

from datetime import date
from fractions import Fraction

from cssa.comparison.compared_results import (
    ComparedResults,
    DifferencePart,
    FigureDifference,
    FigurePoint,
    format_signed,
)
from cssa.engine.aggregate import half_up
from cssa.messages.typography import TYPOGRAPHY
from cssa.messages.wording import (
    BilingualWord,
    CodedWord,
    WordList,
    bilingual,
    coded_words,
    listed,
)
from cssa.reports.phrases import Phrase

AND = BilingualWord(TYPOGRAPHY["ja"].both, TYPOGRAPHY["en"].both)
"""Joins causes that cannot be told apart."""


def direction(comparison: ComparedResults) -> Phrase | None:
    """Return how score and number below target changed since the last day but one, and by what.

    Args:
        comparison: the result with those of earlier days.

    Returns:
        None where neither can be compared.
    """
    overall = comparison.overall
    before, now = overall.points[-2:]
    if before is None or now is None:
        return None
    parts = [
        *_score(before, now, overall.scores[-1]),
        *_below(before, now, overall.below[-1]),
    ]
    day = comparison.points[-2].assessed_on
    return Phrase("direction", {"day": _date(day), "list": listed(parts)}) if parts else None


def _score(before: FigurePoint, now: FigurePoint, step: FigureDifference) -> list[CodedWord]:
    if step.value is None:
        return []
    params = {"before": f"{before.score:.2f}", "after": f"{now.score:.2f}"}
    return [_figure("direction.score", params, step, 2)]


def _below(before: FigurePoint, now: FigurePoint, step: FigureDifference) -> list[CodedWord]:
    if step.value is None or not (before.basics or now.basics):
        return []
    params = {"before": str(before.below_target), "after": str(now.below_target)}
    return [_figure("direction.below", params, step, 0)]


def _figure(code: str, params: dict[str, str], step: FigureDifference, digits: int) -> CodedWord:
    """Return a figure on both days, its difference and what that comes from."""
    parts = [
        CodedWord(
            "comparison.part",
            (("cause", _causes(part)), ("change", format_signed(part.value, digits))),
        )
        for part in step.parts
        if half_up(abs(part.value), digits)
    ]
    change = format_signed(step.value or Fraction(), digits)
    shown: tuple[tuple[str, object], ...] = (*params.items(), ("change", change))
    if not parts:
        return CodedWord(f"{code}_same", shown)
    return CodedWord(code, (*shown, ("parts", listed(parts))))


def _causes(part: DifferencePart) -> WordList:
    names = coded_words(f"comparison.cause.{cause}" for cause in part.causes)
    return WordList(tuple(names), AND)


def _date(day: date) -> BilingualWord:
    return bilingual(lambda lang: TYPOGRAPHY[lang].date(day))
