"""The result of an assessment: the document that reports, the gate and comparisons read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cssa.checklist.header import NO_TARGETS
from cssa.checklist.level_scale import SIX_LEVELS, LevelScale
from cssa.checklist.practice import Tier
from cssa.engine.reviews import NO_REVIEWS, ReviewSummary
from cssa.engine.status import Status
from cssa.scheme.targets import RiskLevel

Scalar = str | int | float | None
"""A value for a placeholder of a finding's message."""

LevelReason = Literal["unanswered"]
"""Why a lowest level is not determined although basic practices are counted."""


@dataclass(frozen=True, kw_only=True)
class BelowTarget:
    """Counted basic practices below target, of all counted basics.

    Attributes:
        count: those without a valid alternative measure.
        of: all counted basic practices.
        accepted: of ``count``, those whose risk is validly accepted.
    """

    count: int
    of: int
    accepted: int


@dataclass(frozen=True, kw_only=True)
class Coverage:
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


@dataclass(frozen=True, kw_only=True)
class Figure:
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


@dataclass(frozen=True, kw_only=True)
class PracticeResult:
    """How one practice stands.

    Attributes:
        level: null unless answered.
        gap: levels below target; null without one, and where a valid alternative measure stands.
        contribution: weight × value ÷ the domain's weights; sums to the domain's exact score.
        treated: counted, with a valid accepted risk or alternative measure.
        findings: codes of the findings on this practice.
        reason: why it is not applicable, not adopted or, by flags of the profile, out of scope;
            null where it is out of scope as none of the groups selected has it.
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
    def status_wording(self) -> Status | Literal["out_of_groups"]:
        """The status as it is put in words, which say what takes a practice out of scope."""
        is_by_groups = self.status == "out_of_scope" and self.reason is None
        return "out_of_groups" if is_by_groups else self.status

    @property
    def counted(self) -> bool:
        """Whether the practice has a value: its level, or the lowest when unanswered."""
        return self.status in ("answered", "unanswered")

    @property
    def enters_lowest_level(self) -> bool:
        """Whether its value enters the lowest level of its domain."""
        return self.counted and self.tier == "basic"

    @property
    def leaves_level_open(self) -> bool:
        """Whether its domain's lowest level cannot be determined without its answer."""
        return self.status == "unanswered" and self.tier == "basic"

    @property
    def is_accepted_gap(self) -> bool:
        """Whether it is below target, and the risk of that validly accepted."""
        return self.treated and bool(self.gap)

    def is_replaced(self, scale: LevelScale) -> bool:
        """Return whether a valid alternative measure keeps it from being below target.

        Args:
            scale: that of its result.
        """
        is_below = self.target is not None and scale.value(self.level) < self.target
        return self.treated and is_below and self.gap is None


@dataclass(frozen=True, kw_only=True)
class DomainResult(Figure):
    """A domain's figures.

    Attributes:
        level: lowest level among counted basics; null without one or while one is unanswered.
        level_reason: ``unanswered`` where that is why there is no level.
        band: id of the scheme's band; null where the domain is not rateable.
        weight: weight in the overall score.
        contribution: weight × score ÷ the weights of all scored domains.
    """

    id: str
    weight: int
    contribution: str | None
    level: int | None
    level_reason: LevelReason | None
    band: str | None
    rateable: bool
    below_target: BelowTarget
    coverage: Coverage
    practices: tuple[PracticeResult, ...]


@dataclass(frozen=True, kw_only=True)
class SectionResult(Figure):
    """A section's figures, the sections below it included."""

    id: str
    domain: str
    level: int | None
    level_reason: LevelReason | None
    below_target: BelowTarget
    coverage: Coverage


@dataclass(frozen=True, kw_only=True)
class OverallResult(Figure):
    """The whole assessment's figures.

    Attributes:
        level: lowest level among the counted basics of all domains; null as a domain's is.
        level_reason: ``unanswered`` where that is why there is no level.
        treated: counted practices of either tier with a valid treatment.
    """

    level: int | None
    level_reason: LevelReason | None
    band: str | None
    rateable: bool
    below_target: BelowTarget
    treated: int
    coverage: Coverage


@dataclass(frozen=True, kw_only=True)
class BasicTier(Figure):
    """Plain mean over the counted basic practices of all domains."""

    coverage: Coverage


@dataclass(frozen=True, kw_only=True)
class DesirableTier(Figure):
    """Plain mean over the counted desirable practices of all domains.

    Attributes:
        adopted: desirable practices answered with a level.
    """

    adopted: int
    coverage: Coverage


@dataclass(frozen=True, kw_only=True)
class Tiers:
    """The two tiers, each on its own."""

    basic: BasicTier
    desirable: DesirableTier


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A practice to work on, or to answer.

    Attributes:
        gap: levels missing to its target; 0 where an unanswered practice has none.
        rank: 1 is the first of its list.
        gain: what raising it to its target adds to the overall score, as a fraction.
        why: codes of what put it there.
    """

    practice: str
    gap: int
    rank: int
    gain: str
    why: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something to look at; it changes no figure.

    Attributes:
        code: key of its message.
        practice: the practice concerned, null where it concerns the submission.
        params: values for the message's placeholders.
    """

    code: str
    practice: str | None = None
    params: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ChecklistInfo:
    """Which checklist was answered."""

    id: str
    version: str
    revision: int
    fingerprint: str
    content: str


@dataclass(frozen=True, kw_only=True)
class SchemeInfo:
    """Which scheme gave the figures."""

    id: str
    content: str


@dataclass(frozen=True, kw_only=True)
class TargetInfo:
    """Which targets were applied."""

    id: str
    content: str


@dataclass(frozen=True, kw_only=True)
class InstitutionInfo:
    """Whose assessment it is."""

    id: str
    name: str
    sector: str
    size: float | None


@dataclass(frozen=True, kw_only=True)
class RiskProfile:
    """The risk profile that chose the targets.

    Attributes:
        basis: from the risk factors, the institution's own override, or assumed without either.
        provisional: key risk factors are unstated, and there is no override.
        stated: key risk factors stated, out of ``key_factors``; of none where no target depends on
            the risk profile.
    """

    level: RiskLevel
    basis: Literal["answers", "override", "assumed"]
    provisional: bool
    stated: int
    key_factors: int

    @property
    def counts(self) -> bool:
        """Whether targets depend on it, so that its factors are asked."""
        return self.key_factors > 0

    @property
    def basis_wording(self) -> Literal["answers", "partial", "override", "assumed"]:
        """The basis as it is put in words, which say when only some key factors are stated."""
        return "partial" if self.provisional and self.basis == "answers" else self.basis


@dataclass(frozen=True, kw_only=True)
class Result:
    """Everything that an assessment yields, free of any language.

    Attributes:
        scored: false for a checklist of which no figures are made.
        scale: the levels that scores, levels and targets are on.
        selected_groups: ids of the groups of practices answered; none is all.
        changed_after_approval: the answers were approved, and are not what was approved.
        gaps: answered practices below their target, by rank.
        answer_first: unanswered practices, by a rank of their own.
        reviews: what second line and audit say of the levels.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    schema_: Annotated[Literal["cssa.result/1"], Field(alias="schema")] = "cssa.result/1"
    as_of: date
    checklist: ChecklistInfo
    scored: bool = True
    scale: LevelScale = SIX_LEVELS
    selected_groups: tuple[str, ...] = ()
    scheme: SchemeInfo
    target: TargetInfo
    institution: InstitutionInfo
    risk_profile: RiskProfile
    campaign: str | None
    assessed_on: date | None
    provisional: bool
    changed_after_approval: bool = False
    overall: OverallResult
    tiers: Tiers
    domains: tuple[DomainResult, ...]
    sections: tuple[SectionResult, ...]
    gaps: tuple[Gap, ...]
    answer_first: tuple[Gap, ...] = ()
    findings: tuple[Finding, ...]
    reviews: ReviewSummary = NO_REVIEWS

    @property
    def sets_targets(self) -> bool:
        """Whether targets were applied, whether or not a practice is counted that has one."""
        return self.scored and self.target.id != NO_TARGETS

    @property
    def has_targets(self) -> bool:
        """Whether anything is expected: the targets set one for some practice."""
        return any(
            practice.target is not None for domain in self.domains for practice in domain.practices
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was assessed: no answer at all, or nothing to score."""
        counts = self.overall.coverage
        answers = counts.answered + counts.not_applicable + counts.not_adopted
        return not answers or (self.scored and self.overall.exact is None)
