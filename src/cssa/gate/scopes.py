"""What a rule's scope stands for: figures, and the practices they are computed from."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import ConfigDict, Discriminator, Tag, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.level_scale import SIX_LEVELS, LevelScale
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Id, Tier
from cssa.datafile.types import Model
from cssa.engine.result import Figure, PracticeResult, Result


class Scope(Model):
    """What a rule is about: exactly one of these.

    Attributes:
        each: every domain, section or practice on its own.
    """

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    tier: Tier | None = None
    domain: Id | None = None
    section: Id | None = None
    practice: Id | None = None
    each: Literal["domain", "section", "practice"] | None = None

    @model_validator(mode="after")
    def _check_one_field(self) -> "Scope":
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError("scope_one", "one of tier, domain, section, practice, each")
        return self


def _scope_tag(value: Any) -> str:
    return "overall" if isinstance(value, str) else "scope"


On = Annotated[
    Annotated[Literal["overall"], Tag("overall")] | Annotated[Scope, Tag("scope")],
    Discriminator(_scope_tag),
]
"""A scope as a rule names it; the tag comes first, so that a mistake is reported once."""


class ScopeItem(NamedTuple):
    """One thing that a rule's conditions are evaluated on.

    Attributes:
        name: ``overall``, a tier, or the number of a domain, section or practice.
        figure: its score; None for a practice, which has a level only.
        practices: the practices it stands for.
        rateable: false where too little applies for it to be rated (docs/scoring.md, rule 6).
        skipped_when_empty: where there is nothing to evaluate, it is skipped rather than unmet:
            the rule takes every section or practice as it comes and names none.
        scale: the levels that its practices have.
    """

    name: str
    figure: Figure | None
    practices: tuple[PracticeResult, ...]
    rateable: bool = True
    skipped_when_empty: bool = False
    scale: LevelScale = SIX_LEVELS

    @property
    def practice(self) -> PracticeResult | None:
        """The practice, where the item is a single one."""
        return self.practices[0] if self.figure is None else None

    @property
    def score(self) -> Fraction | None:
        """The unrounded score; of a practice, its value while it is counted."""
        if self.figure is not None:
            return self.figure.value
        practice = self.practices[0]
        return Fraction(self.scale.value(practice.level)) if practice.counted else None

    @property
    def counted(self) -> tuple[PracticeResult, ...]:
        """The practices that have a value."""
        return tuple(practice for practice in self.practices if practice.counted)

    @property
    def decisive(self) -> tuple[PracticeResult, ...]:
        """The counted practices that conditions on levels and targets look at.

        These are the basic ones, unless the item is the desirable tier or a single practice.
        """
        any_tier = self.practice is not None or self.name == "desirable"
        return tuple(practice for practice in self.counted if any_tier or practice.tier == "basic")


def scope_items(scope: str | Scope, result: Result, checklist: Checklist) -> Iterator[ScopeItem]:
    """Yield what a rule's scope stands for, one by one for ``each``.

    Args:
        scope: ``overall``, or the scope of a policy's rule.
        result: the assessment's result.
        checklist: the checklist answered.
    """
    practices = tuple(practice for domain in result.domains for practice in domain.practices)
    if isinstance(scope, str):
        yield ScopeItem("overall", result.overall, practices, result.overall.rateable)
    elif scope.tier is not None:
        figure = result.tiers.basic if scope.tier == "basic" else result.tiers.desirable
        members = tuple(practice for practice in practices if practice.tier == scope.tier)
        yield ScopeItem(scope.tier, figure, members)
    elif scope.domain is not None or scope.each == "domain":
        yield from _domains(scope, result)
    elif scope.section is not None or scope.each == "section":
        yield from _sections(scope, result, checklist, practices)
    else:
        yield from _practices(scope, practices, result.scale)


def _domains(scope: Scope, result: Result) -> Iterator[ScopeItem]:
    for domain in result.domains:
        if scope.domain in (None, domain.id):
            yield ScopeItem(domain.id, domain, domain.practices, domain.rateable)


def _sections(
    scope: Scope, result: Result, checklist: Checklist, practices: Sequence[PracticeResult]
) -> Iterator[ScopeItem]:
    for section in result.sections:
        if scope.section in (None, section.id):
            ids = set(checklist.practice_ids_by_section[section.id])
            members = tuple(practice for practice in practices if practice.id in ids)
            yield ScopeItem(section.id, section, members, skipped_when_empty=scope.each is not None)


def _practices(
    scope: Scope, practices: Sequence[PracticeResult], scale: LevelScale
) -> Iterator[ScopeItem]:
    for practice in practices:
        if scope.practice in (None, practice.id):
            yield ScopeItem(
                practice.id,
                None,
                (practice,),
                skipped_when_empty=scope.each is not None,
                scale=scale,
            )
