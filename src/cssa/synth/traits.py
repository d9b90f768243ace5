"""What generated institutions are made from, as data: kinds, chances, names and words."""

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from cssa.checklist.model import Id
from cssa.datafile.files import read_bytes
from cssa.datafile.reader import read
from cssa.datafile.types import Int, Model, Number, Str, Text
from cssa.datafile.validation import validate
from cssa.resources import data_root
from cssa.scheme.targets import RiskLevel

Texts = Annotated[tuple[Str, ...], Field(min_length=1)]
Chance = Annotated[Number, Field(ge=0, le=1)]
Band = Literal["low", "part", "done", "checked"]


class RoundWords(Model):
    """What a campaign file says beside dates."""

    title: Text
    issuer: Text
    contact: Text
    legal_basis: Text


class Places(Model):
    """Parts of invented place names.

    Attributes:
        before: put before a name once all plain ones are used up.
    """

    before: tuple[str, ...]
    first: Texts
    second: Texts


class SectorTraits(Model):
    """What the institutions of a sub-sector are like.

    Attributes:
        weight: their share of all institutions, against the other sub-sectors' weights.
        names: what their names end with.
        median: of their sizes, in yen.
        spread: standard deviation of the natural logarithm of their sizes.
        maturity: levels above or below all others.
        centres: how many shared centres they have between them.
        route: the way their forms take, where not straight to the issuer.
        flags: chances of profile flags, where not those of all.
        factors: usual levels of risk factors, where not those of all.
    """

    weight: Annotated[Int, Field(ge=1)]
    names: Texts
    median: Number
    spread: Number
    maturity: Number
    centres: Int = 0
    route: str = ""
    flags: dict[Id, Chance] = Field(default_factory=dict)
    factors: dict[Id, RiskLevel] = Field(default_factory=dict)


class Difficulty(Model):
    """Levels by which practices are easier than others, summed over all that hold.

    Attributes:
        within: by section or domain; what is not in a checklist holds for none of it.
    """

    tier: dict[Id, Number]
    scale: dict[Id, Number]
    effort: dict[Id, Number]
    within: dict[Id, Number]


class Centre(Model):
    """What shared centres do for their members.

    Attributes:
        practices: those that the centre performs.
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
    """Reasons that institutions give."""

    not_applicable: NotApplicableReasons
    not_adopted: NotAdoptedReasons
    flags: dict[Id, Texts]


class Measures(Model):
    """What treatments consist of."""

    accepted: Texts
    alternative: Texts


class Traits(Model):
    """``traits.yaml``.

    Attributes:
        flags: chance that a profile flag is true.
        flags_by_size: by how much a standard deviation of size raises that chance.
        factors: usual level of each risk factor.
        factors_by_size: those that rise and fall with size.
        notes: by scale and band of levels; ``follow_ups`` by band.
    """

    schema_: Annotated[Literal["cssa.population/1"], Field(alias="schema")]
    campaign: RoundWords
    places: Places
    bureaus: Texts
    channels: Texts
    sectors: dict[Id, SectorTraits]
    flags: dict[Id, Chance]
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
    notes: dict[Id, dict[Band, Texts]]
    follow_ups: dict[Band, Texts]
    reasons: Reasons
    measures: Measures


@cache
def traits() -> Traits:
    """Return the shipped traits, read once in a run."""
    file = data_root() / "templates" / "population" / "traits.yaml"
    return validate(Traits, read(read_bytes(file), str(file)))
