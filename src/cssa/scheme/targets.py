"""Targets: the level that a risk profile expects of each practice (docs/scoring.md, rule 3)."""

from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.model import PlacedPractice
from cssa.checklist.practice import Id, StepValue, Tier
from cssa.datafile.schema_rules import at_least_one, given
from cssa.datafile.types import Bool, Model, Text

RiskLevel = Literal["low", "medium", "high"]
RISK_LEVELS: tuple[RiskLevel, ...] = ("low", "medium", "high")


class Selector(Model):
    """Which practices a rule is about; what is given must all fit.

    Attributes:
        section: the section and those below it.
        adopted: basic practices, and desirable ones answered with a level.
    """

    model_config = ConfigDict(
        json_schema_extra=at_least_one(
            map(given, ("tier", "domain", "section", "practice", "adopted"))
        )
    )

    tier: Tier | None = None
    domain: Id | None = None
    section: Id | None = None
    practice: Id | None = None
    adopted: Bool | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse a selector that would fit every practice."""
        if all(getattr(self, name) is None for name in type(self).model_fields):
            raise PydanticCustomError("selector_empty", "tier, domain, section, practice")
        return self

    def fits(self, placed: PlacedPractice, *, adopted: bool) -> bool:
        """Return whether the selector fits a practice.

        Args:
            placed: the practice with its domain and section.
            adopted: whether the practice is basic, or was answered with a level.
        """
        practice, domain, section = placed
        return (
            (self.tier is None or self.tier == practice.tier)
            and (self.domain is None or self.domain == domain.id)
            and (
                self.section is None
                or (section is not None and self.section in domain.lineage[section.id])
            )
            and (self.practice is None or self.practice == practice.id)
            and (self.adopted is None or self.adopted == adopted)
        )


def _level_tag(value: Any) -> str:
    return "in_place" if value == "in_place" else "level"


TargetLevel = Annotated[
    Annotated[StepValue, Tag("level")] | Annotated[Literal["in_place"], Tag("in_place")],
    Discriminator(_level_tag),
]
"""A level of the checklist by its value, or the one from which a practice is done."""


class TargetRule(Model):
    """A level expected of the practices that a selector names, or ``in_place``.

    Attributes:
        level: a level of the checklist; ``in_place`` is that from which a practice is done.
    """

    on: Selector
    level: TargetLevel


class Targets(Model):
    """A targets file: the rules of each risk profile, the last that fits deciding.

    Attributes:
        duties: false where not even a duty by law is to have a target; else that is at least the
            level from which a practice is done.
    """

    schema_: Annotated[Literal["cssa.targets/1"], Field(alias="schema")]
    id: Id
    title: Text
    note: Text | None = None
    duties: Bool | None = None
    profiles: Annotated[
        dict[RiskLevel, tuple[TargetRule, ...]],
        Field(json_schema_extra={"required": list(RISK_LEVELS)}),
    ]

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse a file that leaves a risk profile out."""
        if set(self.profiles) != set(RISK_LEVELS):
            raise PydanticCustomError("profiles", "low, medium, high", {"at": "profiles"})
        return self

    @property
    def levels(self) -> frozenset[int]:
        """The levels that its rules name."""
        named = {rule.level for rules in self.profiles.values() for rule in rules}
        return frozenset(level for level in named if isinstance(level, int))

    def target(self, placed: PlacedPractice, risk: RiskLevel, *, adopted: bool) -> int | None:
        """Return the level expected of a practice, None where none is.

        Args:
            placed: the practice with its domain and section.
            risk: the institution's risk profile.
            adopted: whether the practice is basic, or was answered with a level.
        """
        in_place = placed.practice.level_scale.in_place
        level: int | None = None
        for rule in reversed(self.profiles[risk]):
            if rule.on.fits(placed, adopted=adopted):
                level = in_place if rule.level == "in_place" else rule.level
                break
        if placed.practice.legal and self.duties is not False:
            return in_place if level is None else max(level, in_place)  # the least for a duty
        return level
