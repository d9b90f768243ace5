"""What makes up a figure: what is counted or left out, what sets the level, what would raise it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Checklist, PlacedPractice
from cssa.engine.result import (
    DomainResult,
    Gap,
    OverallResult,
    PracticeResult,
    Result,
    SectionResult,
)


@dataclass(frozen=True, slots=True)
class Summand:
    """One summand of a score.

    Attributes:
        id: number of the practice or domain.
        value: the practice's level (the lowest when unanswered) or the domain's exact score.
        weight: weight of the practice or domain.
        contribution: weight × value ÷ the sum of weights (docs/scoring.md, rule 8).
    """

    id: str
    value: Fraction
    weight: int
    contribution: Fraction


@dataclass(frozen=True, slots=True)
class Explanation:
    """What makes up the overall score, a domain's or a section's.

    Attributes:
        id: number of the domain or section, None for the overall score.
        figure: the figures explained.
        summands: what is scored; the contributions add up to the score.
        unscored: counted practices whose tier the scheme does not score.
        left_out: practices that are not counted, out of scope ones last.
        unanswered: number of scored practices that count the lowest level, being unanswered.
        lowest: practices at the lowest level.
        level_open: basic practices without whose answers the lowest level is not determined.
        replaced: basic practices that a valid alternative measure keeps from being below target.
        below: basic practices below target.
        next_level: the level reached once every lowest practice is at the one after; None at the
            top and without a lowest level.
    """

    id: str | None
    figure: DomainResult | SectionResult | OverallResult
    summands: tuple[Summand, ...]
    unscored: tuple[PracticeResult, ...]
    left_out: tuple[PracticeResult, ...]
    unanswered: int
    lowest: tuple[PracticeResult, ...]
    level_open: tuple[PracticeResult, ...]
    replaced: tuple[PracticeResult, ...]
    below: tuple[PracticeResult, ...]
    next_level: int | None


@dataclass(frozen=True, slots=True)
class PracticeExplanation:
    """How one practice enters the figures.

    Attributes:
        placed: the practice with its domain and section.
        result: its result.
        domain: its domain's result.
        value: its level, the lowest of the scale when unanswered.
        holds_level: its value is its domain's lowest level.
        is_replaced: a valid alternative measure keeps it from being below target.
        rank: its place in the order of work or of what to answer first; None in neither.
        ranked: how many practices that order has.
        next_level: the next higher level that an answer can have, None at the top or where it is
            not counted.
        next_domain_score: the domain's exact score with that level.
        next_overall_score: the overall exact score with that level.
    """

    placed: PlacedPractice
    result: PracticeResult
    domain: DomainResult
    value: int
    holds_level: bool
    is_replaced: bool
    rank: Gap | None
    ranked: int
    next_level: int | None
    next_domain_score: Fraction | None
    next_overall_score: Fraction | None


def explain_overall(result: Result) -> Explanation:
    """Return what makes up the overall score: its domains."""
    summands = tuple(
        Summand(domain.id, domain.value, domain.weight, Fraction(domain.contribution))
        for domain in result.domains
        if domain.value is not None and domain.contribution is not None
    )
    practices = [practice for domain in result.domains for practice in domain.practices]
    return _explanation(None, result.overall, summands, practices, result.scale)


def explain_domain(result: Result, domain_id: str) -> Explanation:
    """Return what makes up a domain's score: its practices.

    Args:
        result: an assessment's result.
        domain_id: number of one of its domains.
    """
    domain = _domain(result, domain_id)
    summands = _summands(domain.practices, result.scale)
    return _explanation(domain_id, domain, summands, domain.practices, result.scale)


def explain_section(result: Result, checklist: Checklist, section_id: str) -> Explanation:
    """Return what makes up a section's score: its practices, sections below it included.

    Args:
        result: an assessment's result.
        checklist: the checklist answered.
        section_id: number of one of its sections.
    """
    section = next(section for section in result.sections if section.id == section_id)
    in_section = set(checklist.practice_ids_by_section[section_id])
    domain = _domain(result, section.domain)
    practices = [practice for practice in domain.practices if practice.id in in_section]
    summands = _summands(practices, result.scale)
    return _explanation(section_id, section, summands, practices, result.scale)


def explain_practice(result: Result, checklist: Checklist, practice_id: str) -> PracticeExplanation:
    """Return how one practice enters the figures.

    Args:
        result: an assessment's result.
        checklist: the checklist answered.
        practice_id: number of one of its practices.
    """
    placed = checklist.placed[practice_id]
    domain = _domain(result, placed.domain.id)
    practice = next(practice for practice in domain.practices if practice.id == practice_id)
    value = result.scale.value(practice.level)
    kind = placed.practice.question_kind
    next_level = kind.next_level(placed.practice, value) if practice.counted else None
    next_scores: tuple[Fraction | None, Fraction | None] = (None, None)
    if next_level is not None:
        next_scores = _raised_scores(practice, domain, result, by=next_level - value)
    order = result.answer_first if practice.status == "unanswered" else result.gaps
    return PracticeExplanation(
        placed=placed,
        result=practice,
        domain=domain,
        value=value,
        holds_level=practice.enters_lowest_level and value == domain.level,
        is_replaced=practice.is_replaced(result.scale),
        rank=next((gap for gap in order if gap.practice == practice_id), None),
        ranked=len(order),
        next_level=next_level,
        next_domain_score=next_scores[0],
        next_overall_score=next_scores[1],
    )


def _domain(result: Result, domain_id: str) -> DomainResult:
    return next(domain for domain in result.domains if domain.id == domain_id)


def _raised_scores(
    practice: PracticeResult, domain: DomainResult, result: Result, *, by: int
) -> tuple[Fraction | None, Fraction | None]:
    """Return the exact scores of domain and whole with the practice some levels higher."""
    if practice.contribution is None or domain.value is None:
        return None, None
    weight_sum = sum(
        practice.weight for practice in domain.practices if practice.contribution is not None
    )
    gain = Fraction(practice.weight * by, weight_sum)
    domain_weights = sum(domain.weight for domain in result.domains if domain.value is not None)
    overall = result.overall.value
    next_overall = None if overall is None else overall + gain * domain.weight / domain_weights
    return domain.value + gain, next_overall


def _summands(practices: Sequence[PracticeResult], scale: LevelScale) -> tuple[Summand, ...]:
    scored = [practice for practice in practices if practice.contribution is not None]
    weight_sum = sum(practice.weight for practice in scored)
    return tuple(
        Summand(
            practice.id,
            Fraction(scale.value(practice.level)),
            practice.weight,
            Fraction(practice.weight * scale.value(practice.level), weight_sum),
        )
        for practice in scored
    )


def _explanation(
    scope_id: str | None,
    figure: DomainResult | SectionResult | OverallResult,
    summands: tuple[Summand, ...],
    practices: Sequence[PracticeResult],
    scale: LevelScale,
) -> Explanation:
    counted = [practice for practice in practices if practice.counted]
    left_out = [
        practice
        for practice in practices
        if not practice.counted and practice.status != "informative"
    ]
    return Explanation(
        id=scope_id,
        figure=figure,
        summands=summands,
        unscored=tuple(practice for practice in counted if practice.contribution is None),
        left_out=tuple(sorted(left_out, key=lambda practice: practice.status == "out_of_scope")),
        unanswered=sum(
            practice.status == "unanswered" and practice.contribution is not None
            for practice in practices
        ),
        lowest=tuple(
            practice
            for practice in practices
            if practice.enters_lowest_level and scale.value(practice.level) == figure.level
        ),
        level_open=tuple(practice for practice in practices if practice.leaves_level_open),
        replaced=tuple(
            practice
            for practice in practices
            if practice.tier == "basic" and practice.is_replaced(scale)
        ),
        below=tuple(
            practice for practice in practices if practice.tier == "basic" and practice.gap
        ),
        next_level=None if figure.level is None else scale.above(figure.level),
    )
