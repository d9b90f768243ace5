"""The result of an assessment: the document that reports, the gate and comparisons read."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

from cssa.checklist.model import Tier
from cssa.datafile.record import NameInFile, Record
from cssa.engine.status import Status
from cssa.scheme.targets import RiskLevel

Scalar = str | int | float | None
"""A value for a placeholder of a finding's message."""


class BelowTarget(Record):
    """Counted basic practices below target without a valid treatment, of all counted basics."""

    count: int
    of: int


class Coverage(Record):
    """Practices by status.

    Attributes:
        total: in scope and out of scope together.
        ratio: share of the practices in scope that are not unanswered, two decimals.
    """

    total: int
    in_scope: int
    answered: int
    not_applicable: int
    not_adopted: int
    unanswered: int
    out_of_scope: int
    ratio: float | None


class Figure(Record):
    """A score.

    Attributes:
        score: rounded half up to two decimals; null where there is nothing to score.
        exact: the same as a fraction in lowest terms.
    """

    score: float | None
    exact: str | None

    @property
    def value(self) -> Fraction | None:
        """The unrounded score."""
        return None if self.exact is None else Fraction(self.exact)


class PracticeResult(Record):
    """How one practice stands.

    Attributes:
        level: null unless answered.
        contribution: weight × value ÷ the domain's weights; sums to the domain's exact score.
        findings: codes of the findings on this practice.
        reason: why it is not applicable, not adopted or out of scope.
    """

    id: str
    tier: Tier
    status: Status
    level: int | None
    weight: int
    target: int | None
    gap: int | None
    contribution: str | None
    treated: bool
    findings: tuple[str, ...]
    reason: str | None

    @property
    def counted(self) -> bool:
        """Whether the practice has a value: its level, or 0 when unanswered."""
        return self.status in ("answered", "unanswered")

    @property
    def enters_lowest_level(self) -> bool:
        """Whether its value enters the lowest level of its domain."""
        return self.counted and self.tier == "basic" and not self.treated


class DomainResult(Figure):
    """A domain's figures.

    Attributes:
        level: lowest level among counted basics without a valid treatment.
        band: id of the scheme's band; null where the domain is not rateable.
        weight: weight in the overall score.
        contribution: weight × score ÷ the weights of all scored domains.
    """

    id: str
    weight: int
    contribution: str | None
    level: int | None
    band: str | None
    rateable: bool
    below_target: BelowTarget
    coverage: Coverage
    practices: tuple[PracticeResult, ...]


class SectionResult(Figure):
    """A section's figures, the sections below it included."""

    id: str
    domain: str
    level: int | None
    below_target: BelowTarget
    coverage: Coverage


class OverallResult(Figure):
    """The whole assessment's figures.

    Attributes:
        level: the lowest of the domains' levels.
        treated: counted practices of either tier with a valid treatment.
    """

    level: int | None
    band: str | None
    rateable: bool
    below_target: BelowTarget
    treated: int
    coverage: Coverage


class BasicTier(Figure):
    """Plain mean over the counted basic practices of all domains."""

    coverage: Coverage


class DesirableTier(Figure):
    """Plain mean over the counted desirable practices of all domains.

    Attributes:
        adopted: desirable practices answered with a level.
    """

    adopted: int
    coverage: Coverage


class Tiers(Record):
    """The two tiers, each on its own."""

    basic: BasicTier
    desirable: DesirableTier


class Gap(Record):
    """A practice below its target.

    Attributes:
        gap: levels missing.
        rank: 1 is the first to mend.
        gain: what raising it to its target adds to the overall score, as a fraction.
        why: codes of what put it there.
    """

    practice: str
    gap: int
    rank: int
    gain: str
    why: tuple[str, ...]


class Finding(Record):
    """Something to look at; it changes no figure.

    Attributes:
        code: key of its message.
        practice: the practice concerned, null where it concerns the submission.
        params: values for the message's placeholders.
    """

    code: str
    practice: str | None = None
    params: Mapping[str, Scalar] = {}


class ChecklistInfo(Record):
    """Which checklist was answered."""

    id: str
    version: str
    revision: int
    fingerprint: str
    content: str


class SchemeInfo(Record):
    """Which scheme gave the figures."""

    id: str
    content: str


class TargetInfo(Record):
    """Which targets were applied."""

    id: str
    content: str


class InstitutionInfo(Record):
    """Whose assessment it is."""

    id: str
    name: str
    sector: str
    size: float | None


class RiskProfile(Record):
    """The risk profile that chose the targets.

    Attributes:
        basis: from the risk factors, the institution's own override, or assumed without either.
    """

    level: RiskLevel
    basis: Literal["answers", "override", "assumed"]


class Result(Record):
    """Everything that an assessment yields, free of any language."""

    schema_: Annotated[Literal["cssa.result/1"], NameInFile("schema")] = "cssa.result/1"
    as_of: date
    checklist: ChecklistInfo
    scheme: SchemeInfo
    target: TargetInfo
    institution: InstitutionInfo
    risk_profile: RiskProfile
    campaign: str | None
    assessed_on: date | None
    provisional: bool
    overall: OverallResult
    tiers: Tiers
    domains: tuple[DomainResult, ...]
    sections: tuple[SectionResult, ...]
    gaps: tuple[Gap, ...]
    findings: tuple[Finding, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was assessed: no answer at all, or nothing to score."""
        counts = self.overall.coverage
        answers = counts.answered + counts.not_applicable + counts.not_adopted
        return not answers or self.overall.exact is None
