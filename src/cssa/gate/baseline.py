"""The kept result that later ones may not fall below."""

from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from typing import NamedTuple, Self

from cssa.datafile.types import Str
from cssa.engine.comparability import differences
from cssa.engine.result import (
    DomainResult,
    Figure,
    OverallResult,
    PracticeResult,
    Result,
    SectionResult,
)


@dataclass(frozen=True, kw_only=True)
class AcceptedLower:
    """A time the kept result was lowered knowingly."""

    on: date
    reason: Str


@dataclass(frozen=True, kw_only=True)
class KeptResult(Result):
    """A result kept as the floor for later ones.

    Attributes:
        accepted_lower: when and why the floor was lowered.
    """

    accepted_lower: tuple[AcceptedLower, ...] = ()

    @classmethod
    def keeping(cls, result: Result, accepted_lower: tuple[AcceptedLower, ...] = ()) -> Self:
        """Return a result as one to be kept.

        Args:
            result: the result.
            accepted_lower: when and why the floor was lowered.
        """
        values = {field.name: getattr(result, field.name) for field in fields(Result)}
        return cls(**values, accepted_lower=accepted_lower)


class ScoreAndLevel(NamedTuple):
    """The two values of a figure that may not fall.

    Attributes:
        score: unrounded score; of a practice, its level. None where there is nothing to score.
        level: lowest level; of a practice, its own. None where there is none.
    """

    score: Fraction | None
    level: int | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to compare."""
        return self.score is None and self.level is None

    def is_below(self, baseline: "ScoreAndLevel") -> bool:
        """Return whether score or level lies below the baseline's, or is gone."""
        return self.has_lower_score(baseline) or (
            baseline.level is not None and (self.level is None or self.level < baseline.level)
        )

    def has_lower_score(self, baseline: "ScoreAndLevel") -> bool:
        """Return whether the score lies below the baseline's, or is gone."""
        return baseline.score is not None and (self.score is None or self.score < baseline.score)


class Baseline(NamedTuple):
    """A kept result as the baseline that results are compared with."""

    result: KeptResult

    def is_comparable(self, result: Result) -> bool:
        """Return whether a result is the same institution's, on the same questions and scheme."""
        return differences(result, self.result).leave_scores_comparable

    def fallen(self, result: Result) -> tuple[str, ...]:
        """Return what lies below the kept result: ``overall``, domains and practices."""
        baseline = scores_and_levels(self.result)
        compared = {"overall"} | {domain.id for domain in result.domains}
        compared |= {practice.id for domain in result.domains for practice in domain.practices}
        return tuple(
            name
            for name, values in scores_and_levels(result).items()
            if name in compared and values.is_below(baseline[name])
        )


def scores_and_levels(result: Result) -> dict[str, ScoreAndLevel]:
    """Return the values that may not fall, by name of what a rule's scope can stand for."""
    figures: dict[str, Figure | PracticeResult] = {
        "overall": result.overall,
        "basic": result.tiers.basic,
        "desirable": result.tiers.desirable,
    }
    for domain in result.domains:
        figures[domain.id] = domain
        figures |= {practice.id: practice for practice in domain.practices}
    figures |= {section.id: section for section in result.sections}
    return {name: _score_and_level(figure) for name, figure in figures.items()}


def _score_and_level(figure: Figure | PracticeResult) -> ScoreAndLevel:
    if isinstance(figure, PracticeResult):
        if not figure.counted:
            return ScoreAndLevel(None, None)
        level = figure.level or 0
        return ScoreAndLevel(Fraction(level), level)
    if isinstance(figure, (DomainResult, SectionResult, OverallResult)):
        return ScoreAndLevel(figure.value, figure.level)
    return ScoreAndLevel(figure.value, None)
