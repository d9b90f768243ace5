"""What a rule's scope stands for: figures and practices, waived practices taken out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cssa.checklist.models import Checklist, is_within
from cssa.engine.result import Figure, PracticeResult, Result
from cssa.gate.policy import Scope


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that is judged.

    Attributes:
        name: ``overall``, a tier, or the number of a domain, section or practice.
        figure: its score; None for a practice, which has a level only.
        practices: the practices it stands for.
        rateable: false where too little applies for it to be judged.
    """

    name: str
    figure: Figure | None
    practices: tuple[PracticeResult, ...]
    rateable: bool = True

    @property
    def score(self) -> Fraction | None:
        """The unrounded score; of a practice, its value while it is counted."""
        if self.figure is not None:
            return self.figure.value
        only = self.practices[0]
        return Fraction(only.level or 0) if is_counted(only) else None


def is_counted(practice: PracticeResult) -> bool:
    """Tell whether a practice has a value."""
    return practice.status in ("answered", "unanswered")


def subjects(scope: str | Scope, result: Result, checklist: Checklist) -> Iterator[Subject]:
    """Yield what a rule's scope stands for, one by one for ``each``."""
    everything = tuple(one for domain in result.domains for one in domain.practices)
    if isinstance(scope, str):
        yield Subject("overall", result.overall, everything, result.overall.rateable)
    elif scope.tier is not None:
        figure = result.tiers.basic if scope.tier == "basic" else result.tiers.desirable
        within = tuple(one for one in everything if one.tier == scope.tier)
        yield Subject(scope.tier, figure, within)
    elif scope.domain is not None or scope.each == "domain":
        yield from _domains(scope, result)
    elif scope.section is not None or scope.each == "section":
        yield from _sections(scope, result, checklist, everything)
    else:
        for practice in everything:
            if scope.practice in (None, practice.id):
                yield Subject(practice.id, None, (practice,))


def _domains(scope: Scope, result: Result) -> Iterator[Subject]:
    for domain in result.domains:
        if scope.domain in (None, domain.id):
            yield Subject(domain.id, domain, domain.practices, domain.rateable)


def _sections(
    scope: Scope, result: Result, checklist: Checklist, everything: Sequence[PracticeResult]
) -> Iterator[Subject]:
    for section in result.sections:
        if scope.section in (None, section.id):
            yield Subject(section.id, section, _within(section.id, everything, checklist))


def _within(
    section_id: str, practices: Sequence[PracticeResult], checklist: Checklist
) -> tuple[PracticeResult, ...]:
    sections = {one: placed.section for one, placed in checklist.placed.items()}
    return tuple(
        practice
        for practice in practices
        if (section := sections[practice.id]) and is_within(section.id, section_id)
    )


def figure_of(name: str, result: Result) -> Figure | PracticeResult | None:
    """Return the figure that the kept result may have under a subject's name."""
    if name == "overall":
        return result.overall
    for domain in result.domains:
        if domain.id == name:
            return domain
        for practice in domain.practices:
            if practice.id == name:
                return practice
    return None
