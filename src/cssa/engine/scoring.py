"""From a checklist and a submission to the result."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cssa.answers.submission import Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.fingerprint import content_hash
from cssa.checklist.model import Checklist
from cssa.engine.aggregate import (
    AggregateFigures,
    aggregate_figures,
    exact,
    in_scope,
    ratio,
    rounded,
    weighted_mean,
)
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
from cssa.engine.risk_profile import risk_profile
from cssa.engine.status import AssessedPractice, assess_practices
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.targets import Targets


class Criteria(NamedTuple):
    """What answers are judged by."""

    scheme: Scheme
    targets: Targets
    profile: ProfileQuestions


def score_submission(
    edition: Edition, submission: Submission, yardstick: Criteria, *, as_of: date
) -> Result:
    """Score a submission.

    Args:
        edition: the checklist answered.
        submission: the answers, already held against the checklist.
        yardstick: scheme, targets and profile questions.
        as_of: date on which treatments must be valid and after which dates lie in the future.
    """
    scheme = yardstick.scheme
    risk = risk_profile(submission.institution, yardstick.profile)
    standings = assess_practices(
        edition.checklist,
        submission,
        scheme=scheme,
        targets=yardstick.targets,
        risk=risk.level,
        as_of=as_of,
    )
    by_domain: dict[str, list[AssessedPractice]] = {
        domain.id: [] for domain in edition.checklist.domains
    }
    for item in standings:
        by_domain[item.placed.domain.id].append(item)
    domains = {domain: aggregate_figures(items) for domain, items in by_domain.items()}
    shares = _shares(domains, scheme)
    findings = submission_findings(submission, standings, yardstick.profile, as_of)
    return Result(
        as_of=as_of,
        checklist=ChecklistInfo(
            id=edition.checklist.id,
            version=edition.checklist.version,
            revision=edition.checklist.revision,
            fingerprint=edition.fingerprint,
            content=edition.content,
        ),
        scheme=SchemeInfo(id=scheme.id, content=content_hash(scheme)),
        target=TargetInfo(id=yardstick.targets.id, content=content_hash(yardstick.targets)),
        institution=_institution(submission),
        risk_profile=risk,
        campaign=submission.campaign,
        assessed_on=submission.assessed_on,
        provisional=any(
            item.status == "unanswered" or (in_scope(item) and not item.answer.confirmed)
            for item in standings
        ),
        overall=_overall(aggregate_figures(standings), domains, scheme),
        tiers=_tiers(standings),
        domains=_domains(by_domain, domains, shares, scheme, findings),
        sections=_sections(edition.checklist, standings),
        gaps=rank_gaps(standings, {one: found.level for one, found in domains.items()}, shares),
        findings=findings,
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
    whole: AggregateFigures, domains: Mapping[str, AggregateFigures], scheme: Scheme
) -> OverallResult:
    score = weighted_mean(
        (scheme.domain_weight(domain), found.score)
        for domain, found in domains.items()
        if found.score is not None
    )
    rated = [found for found in domains.values() if found.coverage.in_scope]
    rateable = bool(rated) and all(found.rateable for found in rated)
    levels = [found.level for found in domains.values() if found.level is not None]
    return OverallResult(
        score=rounded(score),
        exact=exact(score),
        level=min(levels, default=None),
        band=_band(scheme, score) if rateable else None,
        rateable=rateable,
        below_target=whole.below_target,
        treated=whole.treated,
        coverage=whole.coverage,
    )


def _band(scheme: Scheme, score: Fraction | None) -> str | None:
    return None if score is None else scheme.band(score).id


def _tiers(standings: Sequence[AssessedPractice]) -> Tiers:
    basic = aggregate_figures(item for item in standings if item.practice.tier == "basic")
    desirable = aggregate_figures(item for item in standings if item.practice.tier == "desirable")
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


def _domains(
    by_domain: Mapping[str, Sequence[AssessedPractice]],
    domains: Mapping[str, AggregateFigures],
    shares: Mapping[str, Fraction],
    scheme: Scheme,
    findings: Sequence[Finding],
) -> tuple[DomainResult, ...]:
    codes: dict[str, list[str]] = {}
    for finding in findings:
        if finding.practice is not None:
            codes.setdefault(finding.practice, []).append(finding.code)
    results = []
    for domain, found in domains.items():
        score = found.score
        contribution = None if score is None else shares[domain] * found.weights * score
        results.append(
            DomainResult(
                id=domain,
                score=rounded(score),
                exact=exact(score),
                weight=scheme.domain_weight(domain),
                contribution=exact(contribution),
                level=found.level,
                band=_band(scheme, score) if found.rateable else None,
                rateable=found.rateable,
                below_target=found.below_target,
                coverage=found.coverage,
                practices=tuple(
                    _practice(item, found.weights, tuple(codes.get(item.practice.id, ())))
                    for item in by_domain[domain]
                ),
            )
        )
    return tuple(results)


def _shares(domains: Mapping[str, AggregateFigures], scheme: Scheme) -> dict[str, Fraction]:
    """Return what one unit of practice weight adds to the overall score, per level, by domain."""
    scored = {domain: found.weights for domain, found in domains.items() if found.weights}
    total = sum(scheme.domain_weight(domain) for domain in scored)
    return {
        domain: Fraction(scheme.domain_weight(domain), total * weights)
        for domain, weights in scored.items()
    }


def _practice(item: AssessedPractice, weights: int, findings: tuple[str, ...]) -> PracticeResult:
    return PracticeResult(
        id=item.practice.id,
        tier=item.practice.tier,
        status=item.status,
        level=item.level,
        weight=item.weight,
        target=item.target,
        gap=item.gap,
        contribution=ratio(item.weight * item.value, weights) if item.scored else None,
        treated=item.treated,
        findings=findings,
        reason=_reason(item),
    )


def _reason(item: AssessedPractice) -> str | None:
    if item.status in ("not_applicable", "not_adopted"):
        return item.answer.reason
    if item.status == "out_of_scope" and item.practice.applies_if:
        return ", ".join(item.practice.applies_if.flags)
    return None


def _sections(
    checklist: Checklist, standings: Sequence[AssessedPractice]
) -> tuple[SectionResult, ...]:
    by_id = {item.practice.id: item for item in standings}
    results = []
    for domain in checklist.domains:
        for section in domain.sections:
            found = aggregate_figures(by_id[one] for one in checklist.within[section.id])
            results.append(
                SectionResult(
                    id=section.id,
                    domain=domain.id,
                    score=rounded(found.score),
                    exact=exact(found.score),
                    level=found.level,
                    below_target=found.below_target,
                    coverage=found.coverage,
                )
            )
    return tuple(results)
