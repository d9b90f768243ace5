"""What makes up a figure: counted, left out and why, what holds the level, what would raise it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cssa.checklist.model import MAX_LEVEL, Checklist, PlacedPractice, is_within
from cssa.engine.result import BelowTarget, DomainResult, Figure, PracticeResult, Result


@dataclass(frozen=True, slots=True)
class Summand:
    """One summand of a score.

    Attributes:
        value: the practice's level (0 when unanswered) or the domain's exact score.
        contribution: weight × value ÷ the sum of weights.
    """

    id: str
    value: Fraction
    weight: int
    contribution: Fraction


@dataclass(frozen=True, slots=True)
class Explanation:
    """What makes up the overall score, a domain's or a section's.

    Attributes:
        id: number of the domain or section, None for the whole.
        parts: what is counted; the contributions add up to the score.
        apart: counted practices whose tier the scheme does not score.
        left_out: practices that are not counted, out of scope ones last.
        unanswered: scored practices that count 0 for want of an answer.
        holders: practices whose value is the lowest level.
        treated: basic practices not held against the level.
        below: basic practices below target.
    """

    id: str | None
    figure: Figure
    parts: tuple[Summand, ...]
    apart: tuple[PracticeResult, ...]
    left_out: tuple[PracticeResult, ...]
    unanswered: int
    level: int | None
    holders: tuple[PracticeResult, ...]
    treated: tuple[PracticeResult, ...]
    below: tuple[PracticeResult, ...]
    below_target: BelowTarget

    @property
    def next_level(self) -> int | None:
        """The level that raising every holder by one would reach."""
        return None if self.level is None or self.level == MAX_LEVEL else self.level + 1


@dataclass(frozen=True, slots=True)
class PracticeExplanation:
    """How one practice enters the figures.

    Attributes:
        holds_level: its value is its domain's lowest level.
        next_level: one level more, None at the top or where it is not counted.
        domain_then: the domain's exact score with that level.
        overall_then: the overall exact score with that level.
    """

    placed: PlacedPractice
    result: PracticeResult
    domain: DomainResult
    holds_level: bool
    next_level: int | None
    domain_then: Fraction | None
    overall_then: Fraction | None


def explain_overall(result: Result) -> Explanation:
    """Explain the overall score by its domains."""
    parts = tuple(
        Summand(one.id, one.value, one.weight, Fraction(one.contribution))
        for one in result.domains
        if one.value is not None and one.contribution is not None
    )
    practices = [practice for domain in result.domains for practice in domain.practices]
    overall = result.overall
    return _explanation(None, overall, parts, practices, overall.level, overall.below_target)


def explain_domain(result: Result, domain_id: str) -> Explanation:
    """Explain a domain's score by its practices."""
    domain = next(one for one in result.domains if one.id == domain_id)
    parts = _parts(domain.practices)
    return _explanation(
        domain_id, domain, parts, domain.practices, domain.level, domain.below_target
    )


def explain_section(result: Result, checklist: Checklist, section_id: str) -> Explanation:
    """Explain a section's score by its practices, those of the sections below it included."""
    section = next(one for one in result.sections if one.id == section_id)
    within = {
        practice_id
        for practice_id, placed in checklist.placed.items()
        if placed.section and is_within(placed.section.id, section_id)
    }
    domain = next(one for one in result.domains if one.id == section.domain)
    practices = [practice for practice in domain.practices if practice.id in within]
    return _explanation(
        section_id, section, _parts(practices), practices, section.level, section.below_target
    )


def explain_practice(result: Result, checklist: Checklist, practice_id: str) -> PracticeExplanation:
    """Explain how one practice enters the figures."""
    placed = checklist.placed[practice_id]
    domain = next(one for one in result.domains if one.id == placed.domain.id)
    practice = next(one for one in domain.practices if one.id == practice_id)
    value = practice.level or 0
    counts = _is_counted(practice)
    next_level = value + 1 if counts and value < MAX_LEVEL else None
    domain_then = overall_then = None
    if next_level and practice.contribution is not None and domain.value is not None:
        weights = sum(one.weight for one in domain.practices if one.contribution is not None)
        gain = Fraction(practice.weight, weights)
        domain_then = domain.value + gain
        total = sum(one.weight for one in result.domains if one.value is not None)
        overall = result.overall.value
        overall_then = None if overall is None else overall + gain * domain.weight / total
    return PracticeExplanation(
        placed=placed,
        result=practice,
        domain=domain,
        holds_level=_holds(practice) and value == domain.level,
        next_level=next_level,
        domain_then=domain_then,
        overall_then=overall_then,
    )


def _parts(practices: Sequence[PracticeResult]) -> tuple[Summand, ...]:
    scored = [one for one in practices if one.contribution is not None]
    weights = sum(one.weight for one in scored)
    return tuple(
        Summand(
            one.id,
            Fraction(one.level or 0),
            one.weight,
            Fraction(one.weight * (one.level or 0), weights),
        )
        for one in scored
    )


def _explanation(
    scope: str | None,
    figure: Figure,
    parts: tuple[Summand, ...],
    practices: Sequence[PracticeResult],
    level: int | None,
    below_target: BelowTarget,
) -> Explanation:
    out = [one for one in practices if not _is_counted(one) and one.status != "informative"]
    return Explanation(
        id=scope,
        figure=figure,
        parts=parts,
        apart=tuple(one for one in practices if _is_counted(one) and one.contribution is None),
        left_out=tuple(sorted(out, key=lambda one: one.status == "out_of_scope")),
        unanswered=sum(
            one.status == "unanswered" and one.contribution is not None for one in practices
        ),
        level=level,
        holders=tuple(one for one in practices if _holds(one) and (one.level or 0) == level),
        treated=tuple(
            one for one in practices if _is_counted(one) and one.tier == "basic" and one.treated
        ),
        below=tuple(one for one in practices if one.tier == "basic" and one.gap),
        below_target=below_target,
    )


def _is_counted(practice: PracticeResult) -> bool:
    return practice.status in ("answered", "unanswered")


def _holds(practice: PracticeResult) -> bool:
    return _is_counted(practice) and practice.tier == "basic" and not practice.treated
