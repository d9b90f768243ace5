"""One domain as a report shows it, with its sections."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Domain, Section
from cssa.comparison.previous_result import PreviousResult
from cssa.datafile.types import AnyText, LocalizedText
from cssa.engine.aggregate import weighted_mean
from cssa.engine.explanation import explain_domain
from cssa.engine.result import BelowTarget, Coverage, DomainResult, LevelReason, Result
from cssa.reports.practice_view import COUNTED_STATUSES, PracticeView, PracticeViews
from cssa.scheme.scoring_scheme import Scheme


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with the practices directly in it, or a domain with those outside its sections.

    Attributes:
        intros: what is read before the practices.
    """

    id: str
    title: AnyText
    practices: tuple[PracticeView, ...]
    intros: tuple[LocalizedText, ...] = ()

    @property
    def is_at_target(self) -> bool:
        """Whether its counted basic practices are all answered, and none is below target."""
        basics = [
            practice
            for practice in self.practices
            if practice.tier == "basic" and practice.is_counted
        ]
        return bool(basics) and not any(
            practice.is_below_target or practice.result.status == "unanswered"
            for practice in basics
        )


@dataclass(frozen=True, slots=True)
class DomainView:
    """A domain's figures, and what determines its lowest level.

    Attributes:
        score: exact; None where there is nothing to score.
        target: mean of the targets of the scored practices, weighted alike; None without targets.
        level: the lowest level (docs/scoring.md rule 4).
        level_reason: why there is none, where unanswered practices leave it open.
        below_target: its counted basic practices below target.
        level_counts: counted basic practices at each level, ascending, then unanswered ones.
        lowest_practices: practices whose value is the lowest level.
        level_open: practices without whose answers the lowest level is not determined.
        next_level: the lowest level once every one of them is raised.
        previous_below_target: number below target last time, where there is a result to compare.
    """

    id: str
    title: AnyText
    score: Fraction | None
    target: Fraction | None
    level: int | None
    level_reason: LevelReason | None
    band: AnyText | None
    rateable: bool
    below_target: BelowTarget
    level_counts: tuple[int, ...]
    lowest_practices: tuple[PracticeView, ...]
    level_open: tuple[PracticeView, ...]
    next_level: int | None
    coverage: Coverage
    sections: tuple[SectionView, ...]
    previous_below_target: int | None


def build_domain_view(
    domain: Domain,
    figures: DomainResult,
    result: Result,
    practices: PracticeViews,
    scheme: Scheme,
    previous: PreviousResult | None,
) -> DomainView:
    """Return the view of a domain.

    Args:
        domain: as the checklist has it.
        figures: its figures.
        result: the result that they are part of.
        practices: the views of the practices.
        scheme: the scheme applied, for its bands.
        previous: an earlier result to compare with.
    """
    explanation = explain_domain(result, domain.id)
    return DomainView(
        id=domain.id,
        title=domain.title,
        score=figures.value,
        target=_domain_target(figures),
        level=figures.level,
        level_reason=figures.level_reason,
        band=find_band_title(scheme, figures.band),
        rateable=figures.rateable,
        below_target=figures.below_target,
        level_counts=_level_counts(figures, result.scale),
        lowest_practices=tuple(practices[practice.id] for practice in explanation.lowest),
        level_open=tuple(practices[practice.id] for practice in explanation.level_open),
        next_level=explanation.next_level,
        coverage=figures.coverage,
        sections=tuple(_sections(domain, practices)),
        previous_below_target=None if previous is None else previous.domains.get(domain.id),
    )


def _domain_target(figures: DomainResult) -> Fraction | None:
    """Return the mean target of the scored practices, so that it compares with the score."""
    return weighted_mean(
        (practice.weight, practice.target)
        for practice in figures.practices
        if practice.contribution is not None and practice.target is not None
    )


def _level_counts(figures: DomainResult, scale: LevelScale) -> tuple[int, ...]:
    basics = [
        practice
        for practice in figures.practices
        if practice.tier == "basic" and practice.status in COUNTED_STATUSES
    ]
    return (
        *(sum(practice.level == level for practice in basics) for level in scale.values),
        sum(practice.level is None for practice in basics),
    )


def _sections(domain: Domain, practices: PracticeViews) -> Iterator[SectionView]:
    places: tuple[Domain | Section, ...] = (domain, *domain.sections)
    for place in places:
        if place.practices:
            views = tuple(practices[practice.id] for practice in place.practices)
            intros = domain.intros.get(views[0].id, ())
            yield SectionView(place.id, place.title, views, intros)


def find_band_title(scheme: Scheme, band_id: str | None) -> AnyText | None:
    """Return the title of a band, None without one.

    Args:
        scheme: the scheme that defines the bands.
        band_id: id of the band.
    """
    return next((band.title for band in scheme.bands if band.id == band_id), None)
