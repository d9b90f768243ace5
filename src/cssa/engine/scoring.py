"""Scoring of a submission: from a checklist and its answers to the result."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cssa.answers.approval import is_changed_since_approval
from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import Checklist
from cssa.checklist.practice import Tier
from cssa.datafile.typed_json import content_hash
from cssa.engine.aggregate import (
    AggregateFigures,
    aggregate_figures,
    exact,
    exact_quotient,
    rounded,
    weighted_mean,
)
from cssa.engine.asked_questions import asked_questions
from cssa.engine.findings import submission_findings
from cssa.engine.gaps import rank_gaps
from cssa.engine.result import (
    BasicTier,
    ChecklistInfo,
    DesirableTier,
    DomainResult,
    Finding,
    InstitutionInfo,
    OverallResult,
    PracticeResult,
    Result,
    SchemeInfo,
    SectionResult,
    TargetInfo,
    Tiers,
)
from cssa.engine.reviews import summarize_reviews
from cssa.engine.risk_profile import risk_profile
from cssa.engine.status import AssessedPractice, assess_practices, is_in_groups
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.targets import Targets
from cssa.scheme.threats import Threats


class Criteria(NamedTuple):
    """What answers are scored by: scheme, targets, profile questions and threats."""

    scheme: Scheme
    targets: Targets
    profile: ProfileQuestions
    threats: Threats


def score_submission(
    edition: Edition,
    submission: Submission,
    criteria: Criteria,
    *,
    as_of: date,
    asked_groups: tuple[str, ...] = (),
) -> Result:
    """Return the result of a submission (docs/scoring.md).

    Args:
        edition: the checklist answered.
        submission: the answers, already checked against the checklist.
        criteria: scheme, targets, profile questions and threats.
        as_of: date on which treatments must be valid and after which dates lie in the future.
        asked_groups: ids of the groups of practices that the campaign asks; they count instead of
            those that the answers select. Where there are none, the answers decide.
    """
    edition = edition.with_rows(submission.lists)
    stated_groups = submission.selected_groups
    if asked_groups:
        submission = submission.model_copy(update={"selected_groups": asked_groups})
    scheme = criteria.scheme
    has_bands = edition.checklist.scale is None  # they name stretches of the program's levels
    asked = asked_questions(edition.checklist, criteria.targets, criteria.profile)
    risk = risk_profile(submission.institution, asked)
    practices = assess_practices(
        edition.checklist,
        submission,
        scheme=scheme,
        targets=criteria.targets,
        risk=risk.level,
        as_of=as_of,
    )
    by_domain: dict[str, list[AssessedPractice]] = {
        domain.id: [] for domain in edition.checklist.domains
    }
    for assessed in practices:
        by_domain[assessed.placed.domain.id].append(assessed)
    domains = {domain: aggregate_figures(members) for domain, members in by_domain.items()}
    unit_gains = _unit_gains(domains, scheme)
    supersession = edition.checklist.supersession(submission.checklist.fingerprint)
    findings = submission_findings(
        submission,
        practices,
        criteria.profile,
        asked,
        as_of,
        checklist=edition.checklist,
        superseded=supersession is not None,
        stated_groups=stated_groups,
    )
    ranked = rank_gaps(
        practices,
        criteria.threats.weighing_more(submission.institution.risk.factors),
        unit_gains,
    )
    return Result(
        as_of=as_of,
        checklist=ChecklistInfo(
            id=edition.checklist.id,
            version=edition.checklist.version,
            revision=edition.checklist.revision,
            fingerprint=edition.fingerprint,
            content=edition.content,
        ),
        scored=edition.checklist.scored,
        scale=edition.checklist.level_scale,
        selected_groups=submission.selected_groups,
        scheme=SchemeInfo(id=scheme.id, content=content_hash(scheme)),
        target=TargetInfo(id=criteria.targets.id, content=content_hash(criteria.targets)),
        institution=_institution(submission),
        risk_profile=risk,
        campaign=submission.campaign,
        assessed_on=submission.assessed_on,
        provisional=any(
            assessed.status == "unanswered"
            or (assessed.is_in_scope and not assessed.answer.confirmed)
            for assessed in practices
        ),
        changed_after_approval=is_changed_since_approval(submission),
        overall=_overall(aggregate_figures(practices), domains, scheme, has_bands=has_bands),
        tiers=_tiers(practices),
        domains=_domains(
            by_domain,
            domains,
            unit_gains,
            scheme,
            findings,
            has_bands=has_bands,
            selected_groups=submission.selected_groups,
        ),
        sections=_sections(edition.checklist, practices),
        gaps=ranked.gaps,
        answer_first=ranked.answer_first,
        findings=findings,
        reviews=summarize_reviews(practices),
    )


def _institution(submission: Submission) -> InstitutionInfo:
    institution = submission.institution
    return InstitutionInfo(
        id=institution.id,
        name=institution.name,
        sector=institution.sector,
        size=None if institution.size is None else float(institution.size),
    )


def _overall(
    all_practices: AggregateFigures,
    domains: Mapping[str, AggregateFigures],
    scheme: Scheme,
    *,
    has_bands: bool,
) -> OverallResult:
    score = weighted_mean(
        (scheme.domain_weight(domain), figures.score)
        for domain, figures in domains.items()
        if figures.score is not None
    )
    in_scope = [figures for figures in domains.values() if figures.coverage.in_scope]
    rateable = bool(in_scope) and all(figures.rateable for figures in in_scope)
    return OverallResult(
        score=rounded(score),
        exact=exact(score),
        level=all_practices.level,
        level_reason=all_practices.level_reason,
        band=_band(scheme, score, has_bands=has_bands) if rateable else None,
        rateable=rateable,
        below_target=all_practices.below_target,
        treated=all_practices.treated,
        coverage=all_practices.coverage,
    )


def _band(scheme: Scheme, score: Fraction | None, *, has_bands: bool) -> str | None:
    return None if score is None or not has_bands else scheme.band(score).id


def _tiers(practices: Sequence[AssessedPractice]) -> Tiers:
    basic = _tier_figures("basic", practices)
    desirable = _tier_figures("desirable", practices)
    return Tiers(
        basic=BasicTier(
            score=rounded(basic.mean), exact=exact(basic.mean), coverage=basic.coverage
        ),
        desirable=DesirableTier(
            score=rounded(desirable.mean),
            exact=exact(desirable.mean),
            adopted=desirable.coverage.answered,
            coverage=desirable.coverage,
        ),
    )


def _tier_figures(tier: Tier, practices: Sequence[AssessedPractice]) -> AggregateFigures:
    return aggregate_figures(assessed for assessed in practices if assessed.practice.tier == tier)


def _domains(
    by_domain: Mapping[str, Sequence[AssessedPractice]],
    domains: Mapping[str, AggregateFigures],
    unit_gains: Mapping[str, Fraction],
    scheme: Scheme,
    findings: Sequence[Finding],
    *,
    has_bands: bool,
    selected_groups: Collection[str],
) -> tuple[DomainResult, ...]:
    codes: dict[str, list[str]] = {}
    for finding in findings:
        if finding.practice is not None:
            codes.setdefault(finding.practice, []).append(finding.code)
    return tuple(
        _domain(
            domain,
            figures,
            None if figures.score is None else unit_gains[domain] * figures.weight_sum,
            scheme,
            tuple(
                _practice(
                    assessed,
                    figures.weight_sum,
                    tuple(codes.get(assessed.practice.id, ())),
                    selected_groups,
                )
                for assessed in by_domain[domain]
            ),
            has_bands=has_bands,
        )
        for domain, figures in domains.items()
    )


def _domain(
    domain: str,
    figures: AggregateFigures,
    share: Fraction | None,
    scheme: Scheme,
    practices: tuple[PracticeResult, ...],
    *,
    has_bands: bool,
) -> DomainResult:
    """Return a domain's result; ``share`` is its part of the weights of all scored domains."""
    score = figures.score
    contribution = None if score is None or share is None else share * score
    return DomainResult(
        id=domain,
        score=rounded(score),
        exact=exact(score),
        weight=scheme.domain_weight(domain),
        contribution=exact(contribution),
        level=figures.level,
        level_reason=figures.level_reason,
        band=_band(scheme, score, has_bands=has_bands) if figures.rateable else None,
        rateable=figures.rateable,
        below_target=figures.below_target,
        coverage=figures.coverage,
        practices=practices,
    )


def _unit_gains(domains: Mapping[str, AggregateFigures], scheme: Scheme) -> dict[str, Fraction]:
    """Return by domain what one more of a practice of weight 1 adds to the overall score."""
    weight_sums = {
        domain: figures.weight_sum for domain, figures in domains.items() if figures.weight_sum
    }
    total = sum(scheme.domain_weight(domain) for domain in weight_sums)
    return {
        domain: Fraction(scheme.domain_weight(domain), total * weight_sum)
        for domain, weight_sum in weight_sums.items()
    }


def _practice(
    assessed: AssessedPractice,
    weight_sum: int,
    findings: tuple[str, ...],
    selected_groups: Collection[str],
) -> PracticeResult:
    contribution = None
    if assessed.scored:
        contribution = exact_quotient(assessed.weight * assessed.value, weight_sum)
    return PracticeResult(
        id=assessed.practice.id,
        tier=assessed.practice.tier,
        status=assessed.status,
        level=assessed.level,
        weight=assessed.weight,
        target=assessed.target,
        gap=assessed.gap,
        contribution=contribution,
        treated=assessed.treated,
        findings=findings,
        reason=_reason(assessed, selected_groups),
    )


def _reason(assessed: AssessedPractice, selected_groups: Collection[str]) -> str | None:
    """Return why a practice is left out, None where it is in none of the groups selected."""
    if assessed.status in ("not_applicable", "not_adopted"):
        return assessed.answer.reason
    condition = assessed.practice.applies_if
    if (
        assessed.status == "out_of_scope"
        and condition
        and is_in_groups(assessed.practice, selected_groups)
    ):
        return ", ".join(condition.flags)
    return None


def _sections(
    checklist: Checklist, practices: Sequence[AssessedPractice]
) -> tuple[SectionResult, ...]:
    by_id = {assessed.practice.id: assessed for assessed in practices}
    results = []
    for domain in checklist.domains:
        for section in domain.sections:
            figures = aggregate_figures(
                by_id[practice_id] for practice_id in checklist.practice_ids_by_section[section.id]
            )
            results.append(
                SectionResult(
                    id=section.id,
                    domain=domain.id,
                    score=rounded(figures.score),
                    exact=exact(figures.score),
                    level=figures.level,
                    level_reason=figures.level_reason,
                    below_target=figures.below_target,
                    coverage=figures.coverage,
                )
            )
    return tuple(results)
