"""The kept result that later ones may not fall below."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cssa.engine.result import DomainResult, Figure, OverallResult, PracticeResult, Result
from cssa.yamlio.model import Model


class AcceptedLower(Model):
    """A time the kept result was lowered knowingly."""

    on: date
    reason: str


class KeptResult(Result):
    """A result kept as the floor for later ones.

    Attributes:
        accepted_lower: when and why the floor was lowered.
    """

    accepted_lower: tuple[AcceptedLower, ...] = ()


@dataclass(frozen=True, slots=True)
class Floor:
    """The figures of a kept result, by what they are of."""

    result: KeptResult

    def is_comparable(self, now: Result) -> bool:
        """Tell whether two results answer the same questions under the same scheme."""
        kept = self.result
        return (
            kept.checklist.fingerprint == now.checklist.fingerprint
            and kept.scheme.content == now.scheme.content
        )

    def fell(self, now: Result) -> tuple[str, ...]:
        """Return what lies below the kept result: ``overall``, domains and practices."""
        return tuple(name for name, figure in _figures(now).items() if self.is_lower(name, figure))

    def is_lower(self, name: str, now: Figure | PracticeResult) -> bool:
        """Tell whether one figure lies below the kept one.

        Args:
            name: ``overall``, or the number of a domain or practice.
            now: its figure.
        """
        kept = _figures(self.result).get(name)
        if kept is None:
            return False
        return any(
            then is not None and (value is None or value < then)
            for then, value in zip(_values(kept), _values(now), strict=True)
        )


def _figures(result: Result) -> dict[str, Figure | PracticeResult]:
    figures: dict[str, Figure | PracticeResult] = {"overall": result.overall}
    for domain in result.domains:
        figures[domain.id] = domain
        figures |= {practice.id: practice for practice in domain.practices}
    return figures


def _values(figure: Figure | PracticeResult) -> tuple[Fraction | int | None, ...]:
    if isinstance(figure, PracticeResult):
        counted = figure.status in ("answered", "unanswered")
        return ((figure.level or 0) if counted else None,)
    if isinstance(figure, (DomainResult, OverallResult)):
        return figure.value, figure.level
    return (figure.value,)
