"""Sectors: kinds of institution, the sub-sectors below them, their size bands and groups."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from cssa.checklist.practice import Id
from cssa.datafile.types import Bool, Bounds, Model, Text

FAR_OUTSIDE = 1_000
"""Factor by which a size lies outside the bands of its sub-sector from which it is asked about."""


class SectorKind(Model):
    """A kind of institution as the guideline lists them in section 1.4.

    Attributes:
        also: other names that it is looked for by.
    """

    id: Id
    title: Text
    also: tuple[str, ...] = ()


class IndustryGroup(Model):
    """Sub-sectors that supervisory reports treat together."""

    id: Id
    title: Text


class SizeBand(Model):
    """A stretch of sizes, from its own bound up to the next band's, in yen."""

    id: Id
    from_: Annotated[Decimal, Bounds(ge=0), Field(alias="from")]
    title: Text


class Sector(Model):
    """A sub-sector: who is compared with whom.

    Attributes:
        also: other names that it is looked for by, such as its short name in kana.
        industry_group: the group that supervisory reports treat it in; None where it is reported by
            itself.
        measure: what its size is measured by, in yen.
        bands: fixed bands of that measure, ascending from 0.
        grouped: false where its members are too few to form a peer group of their own.
    """

    id: Id
    kind: Id
    industry_group: Id | None = None
    title: Text
    also: tuple[str, ...] = ()
    measure: Text
    bands: tuple[SizeBand, ...] = ()
    grouped: Bool = True

    def is_far_below(self, size: Decimal) -> bool:
        """Return whether a size is far below any of the sub-sector, as in thousands of yen."""
        return len(self.bands) > 1 and size * FAR_OUTSIDE < self.bands[1].from_

    def is_far_above(self, size: Decimal) -> bool:
        """Return whether a size is far above any of the sub-sector."""
        return len(self.bands) > 1 and size > self.bands[-1].from_ * FAR_OUTSIDE

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse bands that leave a size without one."""
        bounds = [band.from_ for band in self.bands]
        if bounds and (bounds != sorted(set(bounds)) or bounds[0] != 0):
            raise PydanticCustomError("bands", "ascending from 0", {"at": "bands"})
        return self


class Sectors(Model):
    """``sectors.yaml``."""

    schema_: Annotated[Literal["cssa.sectors/1"], Field(alias="schema")]
    kinds: Annotated[tuple[SectorKind, ...], Field(min_length=1)]
    industry_groups: tuple[IndustryGroup, ...] = ()
    sectors: Annotated[tuple[Sector, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _check(self) -> Self:
        """Refuse what a sub-sector names and is not listed, and groups that share an id."""
        kinds = {kind.id for kind in self.kinds}
        groups = {group.id for group in self.industry_groups}
        for sector in self.sectors:
            if sector.kind not in kinds:
                raise PydanticCustomError("sector_kind", "kind", {"kind": sector.kind})
            if sector.industry_group is not None and sector.industry_group not in groups:
                params = {"group": sector.industry_group}
                raise PydanticCustomError("sector_group", "industry group", params)
        ids = [
            *(group.id for group in self.industry_groups),
            *(sector.id for sector in self.sectors),
            *(f"{sector.id}.{band.id}" for sector in self.sectors for band in sector.bands),
        ]
        if len(set(ids)) < len(ids):
            raise PydanticCustomError("ids_twice", "ids of groups", {"at": "industry_groups"})
        return self
