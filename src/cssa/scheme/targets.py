"""Targets: the level that a risk profile expects of each practice (docs/scoring.md, rule 3)."""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.model import Id, Level, PlacedPractice, Tier
from cssa.datafile.schema_rules import at_least_one, given
from cssa.datafile.types import Bool, Model, Text

RiskLevel = Literal["low", "medium", "high"]
RISK_LEVELS: tuple[RiskLevel, ...] = ("low", "medium", "high")

LEGAL_MINIMUM = 3
"""Lowest target of a practice that is a duty by law."""


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
            self.tier in (None, practice.tier)
            and self.domain in (None, domain.id)
            and (
                self.section is None
                or (section is not None and self.section in domain.lineage[section.id])
            )
            and self.practice in (None, practice.id)
            and self.adopted in (None, adopted)
        )


class TargetRule(Model):
    """A level expected of the practices that a selector names."""

    on: Selector
    level: Level


class Targets(Model):
    """A targets file: the rules of each risk profile, the last that fits deciding."""

    schema_: Annotated[Literal["cssa.targets/1"], Field(alias="schema")]
    id: Id
    title: Text
    note: Text | None = None
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

    def target(self, placed: PlacedPractice, risk: RiskLevel, *, adopted: bool) -> int | None:
        """Return the level expected of a practice, None where none is.

        Args:
            placed: the practice with its domain and section.
            risk: the institution's risk profile.
            adopted: whether the practice is basic, or was answered with a level.
        """
        rules = reversed(self.profiles[risk])
        level = next((rule.level for rule in rules if rule.on.fits(placed, adopted=adopted)), None)
        if placed.practice.legal:
            return max(level or 0, LEGAL_MINIMUM)
        return level
