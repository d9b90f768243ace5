"""Scoring schemes: which practices enter the score, their weights, and the bands of a score."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.practice import Id, Tier
from cssa.datafile.types import Bounds, Int, Model, Text

Weight = Annotated[Int, Field(ge=1, le=1000)]


class Band(Model):
    """A stretch of scores, from its own bound up to the next band's."""

    id: Id
    from_: Annotated[Decimal, Bounds(ge=0, le=5), Field(alias="from")]
    title: Text


class Scheme(Model):
    """A way of scoring.

    Attributes:
        tiers: weight of a practice by tier; a tier that is not named is not scored.
        domains: weight of a domain by id; 1 where not named.
        bands: in ascending order, the first from 0, so that every score has one.
    """

    schema_: Annotated[Literal["cssa.scheme/1"], Field(alias="schema")]
    id: Id
    title: Text
    description: Text
    tiers: Annotated[dict[Tier, Weight], Field(min_length=1)]
    domains: Mapping[Id, Weight] = {}
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse bands that leave a score without one, or two of one id."""
        bounds = [band.from_ for band in self.bands]
        if bounds != sorted(set(bounds)) or bounds[0] != 0:
            raise PydanticCustomError("bands", "ascending from 0", {"at": "bands"})
        if len({band.id for band in self.bands}) < len(self.bands):
            raise PydanticCustomError("ids_twice", "ids", {"at": "bands"})
        return self

    def weight(self, tier: Tier) -> int:
        """Return the weight of a tier's practices, 0 where the tier is not scored."""
        return self.tiers.get(tier, 0)

    def domain_weight(self, domain_id: str) -> int:
        """Return the weight of a domain in the overall score."""
        return self.domains.get(domain_id, 1)

    def band(self, score: Fraction) -> Band:
        """Return the band of an unrounded score."""
        return next(band for band in reversed(self.bands) if score >= Fraction(band.from_))
