"""From a checklist and a submission to the result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cssa.answers.models import Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.fingerprint import content_hash
from cssa.checklist.models import is_within
from cssa.engine import figures
from cssa.engine.figures import exact, rounded
from cssa.engine.findings import find
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
from cssa.engine.risk import risk_profile
from cssa.engine.standing import Standing, stand
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scheme import Scheme
from cssa.scheme.targets import Targets


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What answers are judged by."""

    scheme: Scheme
    targets: Targets
    profile: ProfileQuestions


def assess(
    edition: Edition, submission: Submission, yardstick: Yardstick, *, as_of: date
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
    standings = stand(
        edition.checklist,
        submission,
        scheme=scheme,
        targets=yardstick.targets,
        risk=risk.level,
        as_of=as_of,
    )
    by_domain = {
        domain.id: tuple(item for item in standings if item.placed.domain.id == domain.id)
        for domain in edition.checklist.domains
    }
    scores = {domain: figures.score(items) for domain, items in by_domain.items()}
    levels = {domain: figures.lowest_level(items) for domain, items in by_domain.items()}
    findings = find(submission, standings, yardstick.profile, as_of)
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
            item.status == "unanswered" or (figures.in_scope(item) and not item.answer.confirmed)
            for item in standings
        ),
        overall=_overall(standings, by_domain, scheme, scores, levels),
        tiers=_tiers(standings),
        domains=_domains(by_domain, scheme, scores, levels, findings),
        sections=_sections(edition, standings),
        gaps=rank_gaps(standings, levels, _shares(by_domain, scheme, scores)),
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
    standings: Sequence[Standing],
    by_domain: Mapping[str, Sequence[Standing]],
    scheme: Scheme,
    scores: Mapping[str, Fraction | None],
    levels: Mapping[str, int | None],
) -> OverallResult:
    score = figures.weighted_mean(
        (scheme.domain_weight(domain), value)
        for domain, value in scores.items()
        if value is not None
    )
    in_scope = [items for items in by_domain.values() if figures.has_scope(items)]
    rateable = bool(in_scope) and all(figures.is_rateable(items) for items in in_scope)
    return OverallResult(
        score=rounded(score),
        exact=exact(score),
        level=min((level for level in levels.values() if level is not None), default=None),
        band=scheme.band(score).id if rateable and score is not None else None,
        rateable=rateable,
        below_target=figures.below_target(standings),
        treated=sum(item.treated for item in standings),
        coverage=figures.coverage(standings),
    )


def _tiers(standings: Sequence[Standing]) -> Tiers:
    basic = [item for item in standings if item.practice.tier == "basic"]
    desirable = [item for item in standings if item.practice.tier == "desirable"]
    basic_mean, desirable_mean = figures.plain_mean(basic), figures.plain_mean(desirable)
    return Tiers(
        basic=BasicTier(
            score=rounded(basic_mean),
            exact=exact(basic_mean),
            coverage=figures.coverage(basic),
        ),
        desirable=DesirableTier(
            score=rounded(desirable_mean),
            exact=exact(desirable_mean),
            adopted=sum(item.status == "answered" for item in desirable),
            coverage=figures.coverage(desirable),
        ),
    )


def _domains(
    by_domain: Mapping[str, Sequence[Standing]],
    scheme: Scheme,
    scores: Mapping[str, Fraction | None],
    levels: Mapping[str, int | None],
    findings: Sequence[Finding],
) -> tuple[DomainResult, ...]:
    shares = _shares(by_domain, scheme, scores)
    found: dict[str, list[str]] = {}
    for finding in findings:
        if finding.practice is not None:
            found.setdefault(finding.practice, []).append(finding.code)
    domains = []
    for domain, items in by_domain.items():
        score = scores[domain]
        weights = sum(item.weight for item in items if item.scored)
        rateable = figures.is_rateable(items)
        contribution = None if score is None else shares[domain] * weights * score
        domains.append(
            DomainResult(
                id=domain,
                score=rounded(score),
                exact=exact(score),
                weight=scheme.domain_weight(domain),
                contribution=exact(contribution),
                level=levels[domain],
                band=scheme.band(score).id if rateable and score is not None else None,
                rateable=rateable,
                below_target=figures.below_target(items),
                coverage=figures.coverage(items),
                practices=tuple(
                    _practice(item, weights, tuple(found.get(item.practice.id, ())))
                    for item in items
                ),
            )
        )
    return tuple(domains)


def _shares(
    by_domain: Mapping[str, Sequence[Standing]],
    scheme: Scheme,
    scores: Mapping[str, Fraction | None],
) -> dict[str, Fraction]:
    """Return what one unit of practice weight adds to the overall score, per level, by domain."""
    scored = [domain for domain, score in scores.items() if score is not None]
    total = sum(scheme.domain_weight(domain) for domain in scored)
    return {
        domain: Fraction(
            scheme.domain_weight(domain),
            total * sum(item.weight for item in by_domain[domain] if item.scored),
        )
        for domain in scored
    }


def _practice(item: Standing, weights: int, findings: tuple[str, ...]) -> PracticeResult:
    return PracticeResult(
        id=item.practice.id,
        tier=item.practice.tier,
        status=item.status,
        level=item.level,
        weight=item.weight,
        target=item.target,
        gap=item.gap,
        contribution=exact(Fraction(item.weight * item.value, weights)) if item.scored else None,
        treated=item.treated,
        findings=findings,
        reason=_reason(item),
    )


def _reason(item: Standing) -> str | None:
    if item.status in ("not_applicable", "not_adopted"):
        return item.answer.reason
    if item.status == "out_of_scope" and item.practice.applies_if:
        return ", ".join(item.practice.applies_if.flags)
    return None


def _sections(edition: Edition, standings: Sequence[Standing]) -> tuple[SectionResult, ...]:
    own: dict[str, list[Standing]] = {}
    for item in standings:
        if item.placed.section is not None:
            own.setdefault(item.placed.section.id, []).append(item)
    results = []
    for domain in edition.checklist.domains:
        for section in domain.sections:
            items = [
                item
                for below in domain.sections
                if is_within(below.id, section.id)
                for item in own.get(below.id, ())
            ]
            score = figures.score(items)
            results.append(
                SectionResult(
                    id=section.id,
                    domain=domain.id,
                    score=rounded(score),
                    exact=exact(score),
                    level=figures.lowest_level(items),
                    below_target=figures.below_target(items),
                    coverage=figures.coverage(items),
                )
            )
    return tuple(results)
