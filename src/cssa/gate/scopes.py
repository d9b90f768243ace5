"""What a rule's scope stands for: figures, and the practices they are made of."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from cssa.checklist.model import Checklist, is_within
from cssa.engine.result import Figure, PracticeResult, Result
from cssa.gate.policy import Scope


class ScopeItem(NamedTuple):
    """One thing that is judged.

    Attributes:
        name: ``overall``, a tier, or the number of a domain, section or practice.
        figure: its score; None for a practice, which has a level only.
        practices: the practices it stands for.
        rateable: false where too little applies for it to be judged.
        listed: one of many that a rule takes as they come, rather than named by it.
    """

    name: str
    figure: Figure | None
    practices: tuple[PracticeResult, ...]
    rateable: bool = True
    listed: bool = False

    @property
    def alone(self) -> PracticeResult | None:
        """The practice, where the subject is a single one."""
        return self.practices[0] if self.figure is None else None

    @property
    def score(self) -> Fraction | None:
        """The unrounded score; of a practice, its value while it is counted."""
        if self.figure is not None:
            return self.figure.value
        only = self.practices[0]
        return Fraction(only.level or 0) if is_counted(only) else None

    @property
    def counted(self) -> tuple[PracticeResult, ...]:
        """The practices that have a value."""
        return tuple(one for one in self.practices if is_counted(one))

    @property
    def headline(self) -> tuple[PracticeResult, ...]:
        """The counted practices that levels and targets are held for.

        These are the basic ones, unless the subject is the desirable tier or a single practice.
        """
        own = self.alone is not None or self.name == "desirable"
        return tuple(one for one in self.counted if own or one.tier == "basic")


def is_counted(practice: PracticeResult) -> bool:
    """Tell whether a practice has a value."""
    return practice.status in ("answered", "unanswered")


def scope_items(scope: str | Scope, result: Result, checklist: Checklist) -> Iterator[ScopeItem]:
    """Yield what a rule's scope stands for, one by one for ``each``."""
    everything = tuple(one for domain in result.domains for one in domain.practices)
    if isinstance(scope, str):
        yield ScopeItem("overall", result.overall, everything, result.overall.rateable)
    elif scope.tier is not None:
        figure = result.tiers.basic if scope.tier == "basic" else result.tiers.desirable
        within = tuple(one for one in everything if one.tier == scope.tier)
        yield ScopeItem(scope.tier, figure, within)
    elif scope.domain is not None or scope.each == "domain":
        yield from _domains(scope, result)
    elif scope.section is not None or scope.each == "section":
        yield from _sections(scope, result, checklist, everything)
    else:
        for practice in everything:
            if scope.practice in (None, practice.id):
                yield ScopeItem(practice.id, None, (practice,), listed=scope.each is not None)


def _domains(scope: Scope, result: Result) -> Iterator[ScopeItem]:
    for domain in result.domains:
        if scope.domain in (None, domain.id):
            yield ScopeItem(domain.id, domain, domain.practices, domain.rateable)


def _sections(
    scope: Scope, result: Result, checklist: Checklist, everything: Sequence[PracticeResult]
) -> Iterator[ScopeItem]:
    for section in result.sections:
        if scope.section in (None, section.id):
            within = _within(section.id, everything, checklist)
            yield ScopeItem(section.id, section, within, listed=scope.each is not None)


def _within(
    section_id: str, practices: Sequence[PracticeResult], checklist: Checklist
) -> tuple[PracticeResult, ...]:
    sections = {one: placed.section for one, placed in checklist.placed.items()}
    return tuple(
        practice
        for practice in practices
        if (section := sections[practice.id]) and is_within(section.id, section_id)
    )
