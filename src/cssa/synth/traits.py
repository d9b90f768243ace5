"""What institutions are generated from, as data: sub-sectors, probabilities, names and texts."""

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from cssa.checklist.practice import Id
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import read
from cssa.datafile.types import Int, Model, Number, Str, Text
from cssa.datafile.validation import validate
from cssa.resources import data_root
from cssa.scheme.targets import RiskLevel

Texts = Annotated[tuple[Str, ...], Field(min_length=1)]
Probability = Annotated[Number, Field(ge=0, le=1)]
LevelBand = Literal["low", "part", "done", "checked"]
"""Levels 0 and 1, 2, 3, and 4 and 5."""


class CampaignWords(Model):
    """The texts of a campaign file."""

    title: Text
    issuer: Text
    contact: Text
    legal_basis: Text
    marking: Text
    use: Text
    sharing: Text


class Places(Model):
    """Parts of invented place names.

    Attributes:
        before: prefixes for when all names without one are used up; the first one is empty.
        first: first parts.
        second: second parts.
    """

    before: tuple[str, ...]
    first: Texts
    second: Texts


class SectorTraits(Model):
    """What the institutions of a sub-sector are like.

    Attributes:
        weight: their share of all institutions, relative to the other sub-sectors' weights.
        names: how their names end.
        median: of their sizes, in yen.
        spread: standard deviation of the natural logarithm of their sizes.
        maturity: levels above or below those of all institutions.
        centres: how many shared centres they have between them.
        route: how their forms come, where not straight to the issuer.
        flags: probabilities of profile flags, where they differ from those of all.
        factors: usual levels of risk factors, where they differ from those of all.
    """

    weight: Annotated[Int, Field(ge=1)]
    names: Texts
    median: Number
    spread: Number
    maturity: Number
    centres: Int = 0
    route: str = ""
    flags: dict[Id, Probability] = Field(default_factory=dict)
    factors: dict[Id, RiskLevel] = Field(default_factory=dict)


class Difficulty(Model):
    """Levels by which practices are easier than others, summed over all entries that apply.

    Attributes:
        tier: by tier.
        scale: by scale.
        effort: by effort.
        within: by section or domain; an id that a checklist does not have applies to nothing.
    """

    tier: dict[Id, Number]
    scale: dict[Id, Number]
    effort: dict[Id, Number]
    within: dict[Id, Number]


class Centre(Model):
    """What shared centres do for their members.

    Attributes:
        practices: ids of those that the centre performs.
        documents: evidence that members refer to.
        notes: what members write.
    """

    practices: tuple[Id, ...]
    documents: Texts
    notes: Texts


class NotApplicableReasons(Model):
    """Why a practice is not applicable."""

    default: Texts
    practices: dict[Id, Texts]


class NotAdoptedReasons(Model):
    """Why a desirable practice is left out."""

    default: Texts
    scales: dict[Id, Texts]


class Reasons(Model):
    """Reasons that institutions give.

    Attributes:
        flags: why a profile flag is false, by flag.
    """

    not_applicable: NotApplicableReasons
    not_adopted: NotAdoptedReasons
    flags: dict[Id, Texts]


class Measures(Model):
    """Measures of treatments, by kind of treatment."""

    accepted: Texts
    alternative: Texts


class Traits(Model):
    """``traits.yaml``.

    Attributes:
        bureaus: authorities in charge, for the roster.
        channels: ways in which forms are sent.
        sectors: by id of the sub-sector.
        flags: probability that a profile flag is true.
        flags_by_size: by how much a standard deviation of size raises that probability.
        factors: usual level of each risk factor.
        factors_by_size: those that rise and fall with size.
        departments: by owner.
        documents: evidence, by scale.
        notes: by scale and band of levels.
        follow_ups: sentences that may follow a note, by band of levels.
    """

    schema_: Annotated[Literal["cssa.population/1"], Field(alias="schema")]
    campaign: CampaignWords
    places: Places
    bureaus: Texts
    channels: Texts
    sectors: dict[Id, SectorTraits]
    flags: dict[Id, Probability]
    flags_by_size: dict[Id, Number]
    factors: dict[Id, RiskLevel]
    factors_by_size: tuple[Id, ...]
    difficulty: Difficulty
    centre: Centre
    departments: dict[Id, Texts]
    respondents: Texts
    second_lines: Texts
    approvers: Texts
    documents: dict[Id, Texts]
    notes: dict[Id, dict[LevelBand, Texts]]
    follow_ups: dict[LevelBand, Texts]
    reasons: Reasons
    measures: Measures


@cache
def load_traits() -> Traits:
    """Return the shipped traits, read once in a run."""
    file = data_root() / "templates" / "population" / "traits.yaml"
    return validate(Traits, read(read_bytes(file), str(file)))
