"""Threats, and the risk factors that make each weigh more for an institution."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from cssa.checklist.practice import Id
from cssa.datafile.types import Model, Text
from cssa.scheme.targets import RiskLevel


class Threat(Model):
    """Something that practices prevent, detect or limit.

    Attributes:
        factors: ids of the risk factors that make it weigh more.
    """

    id: Id
    title: Text
    factors: tuple[Id, ...] = ()


class Threats(Model):
    """``threats.yaml``."""

    schema_: Annotated[Literal["cssa.threats/1"], Field(alias="schema")]
    threats: Annotated[tuple[Threat, ...], Field(min_length=1)]

    def title(self, threat_id: str) -> Text:
        """Return the title of a threat."""
        return next(threat.title for threat in self.threats if threat.id == threat_id)

    def weighing_more(self, factors: Mapping[str, RiskLevel]) -> frozenset[str]:
        """Return the threats that weigh more for an institution.

        Args:
            factors: by risk factor, the level that the institution has stated.

        Returns:
            Ids of the threats of which at least one risk factor is stated to be high.
        """
        high = {factor for factor, level in factors.items() if level == "high"}
        return frozenset(threat.id for threat in self.threats if high.intersection(threat.factors))
