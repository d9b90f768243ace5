"""The kept result that later ones may not fall below."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cssa.datafile.record import Record
from cssa.datafile.types import Str
from cssa.engine.result import (
    DomainResult,
    Figure,
    OverallResult,
    PracticeResult,
    Result,
    SectionResult,
)


class AcceptedLower(Record):
    """A time the kept result was lowered knowingly."""

    on: date
    reason: Str


class KeptResult(Result):
    """A result kept as the floor for later ones.

    Attributes:
        accepted_lower: when and why the floor was lowered.
    """

    accepted_lower: tuple[AcceptedLower, ...] = ()


class FloorValues(NamedTuple):
    """What may not fall of a figure: its unrounded score and its lowest level.

    A practice has its level for both; what is not counted has neither.
    """

    score: Fraction | None
    level: int | None

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to compare."""
        return self.score is None and self.level is None

    def is_below(self, kept: "FloorValues") -> bool:
        """Tell whether either lies below the kept one, or is gone."""
        return self.has_less_score(kept) or (
            kept.level is not None and (self.level is None or self.level < kept.level)
        )

    def has_less_score(self, kept: "FloorValues") -> bool:
        """Tell whether the score lies below the kept one, or is gone."""
        return kept.score is not None and (self.score is None or self.score < kept.score)


class Baseline(NamedTuple):
    """The figures of a kept result, by what they are of."""

    result: KeptResult

    def is_comparable(self, now: Result) -> bool:
        """Tell whether two results are one institution's, on the same questions and scheme."""
        kept = self.result
        return (
            kept.institution.id == now.institution.id
            and kept.checklist.fingerprint == now.checklist.fingerprint
            and kept.scheme.content == now.scheme.content
        )

    def fell(self, now: Result) -> tuple[str, ...]:
        """Return what lies below the kept result: ``overall``, domains and practices."""
        kept = floor_values(self.result)
        ratcheted = {"overall"} | {domain.id for domain in now.domains}
        ratcheted |= {one.id for domain in now.domains for one in domain.practices}
        return tuple(
            name
            for name, values in floor_values(now).items()
            if name in ratcheted and values.is_below(kept[name])
        )


def floor_values(result: Result) -> dict[str, FloorValues]:
    """Return what may not fall, by the names that rules' subjects have."""
    figures: dict[str, Figure | PracticeResult] = {
        "overall": result.overall,
        "basic": result.tiers.basic,
        "desirable": result.tiers.desirable,
    }
    for domain in result.domains:
        figures[domain.id] = domain
        figures |= {practice.id: practice for practice in domain.practices}
    figures |= {section.id: section for section in result.sections}
    return {name: _values(figure) for name, figure in figures.items()}


def _values(figure: Figure | PracticeResult) -> FloorValues:
    if isinstance(figure, PracticeResult):
        if figure.status not in ("answered", "unanswered"):
            return FloorValues(None, None)
        level = figure.level or 0
        return FloorValues(Fraction(level), level)
    if isinstance(figure, (DomainResult, SectionResult, OverallResult)):
        return FloorValues(figure.value, figure.level)
    return FloorValues(figure.value, None)
