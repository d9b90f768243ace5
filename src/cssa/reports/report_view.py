"""Everything that a report shows, assembled once and free of any language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from cssa.answers.submission import NO_ANSWER, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import Checklist
from cssa.comparison.previous_result import PreviousResult, compare_results
from cssa.datafile.types import AnyText
from cssa.engine.aggregate import weighted_mean
from cssa.engine.asked_questions import asked_questions
from cssa.engine.result import Finding, Gap, Result
from cssa.engine.treatment_faults import TreatmentFault, treatment_faults
from cssa.reports.board_summary import (
    Reliability,
    board_decisions,
    lead_sentence,
    measure_reliability,
)
from cssa.reports.domain_view import DomainView, SectionView, build_domain_view, find_band_title
from cssa.reports.phrases import Phrase, edition_phrase, finding_phrase, report_disclaimers
from cssa.reports.practice_view import PracticeView, PracticeViews, build_practice_view
from cssa.reports.provenance import ProvenanceLine, StatedFact, provenance_lines, stated_facts
from cssa.reports.publication_mark import PublicationMark
from cssa.scheme.level_wording import LevelWording
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.sectors import Sectors
from cssa.scheme.targets import Targets

MAX_PRIORITIES = 3
"""Gaps on the first page."""

MAX_FIRST_TREATMENTS = 3
"""Treatments on the first page: those whose review date comes first."""

CONTENTS = ("map", "holds", "gaps", "at_target", "desirable", "findings", "answers", "method")
"""What follows the first page, by the names of its headings."""


@dataclass(frozen=True, slots=True)
class ReportSources:
    """What a result was made from, for the words that it leaves out."""

    edition: Edition
    submission: Submission
    scheme: Scheme
    targets: Targets
    profile: ProfileQuestions
    scales: LevelWording
    sectors: Sectors


@dataclass(frozen=True, slots=True)
class GapView:
    """A practice below its target or unanswered, with the reasons for its rank.

    Attributes:
        result: the gap.
        rank: place in the order of work, from 1.
        practice: the practice.
        domain_title: title of its domain.
        why: codes of what decided the rank (docs/scoring.md rule 9).
    """

    result: Gap
    rank: int
    practice: PracticeView
    domain_title: AnyText
    why: tuple[str, ...]

    @property
    def gain(self) -> Fraction:
        """What raising it to its target adds to the overall score."""
        return Fraction(self.result.gain)


@dataclass(frozen=True, slots=True)
class TreatmentView:
    """An accepted risk or alternative measure.

    Attributes:
        practice: the practice treated.
        kind: ``accepted`` or ``alternative``.
        state: ``valid``, ``soon`` (its review date is near), or what keeps it from being valid.
    """

    practice: PracticeView
    kind: str
    measure: str
    approved_by: str
    approved_on: date
    review_by: date
    state: Literal["valid", "soon"] | TreatmentFault

    @property
    def is_valid(self) -> bool:
        """Whether nothing keeps it from being valid."""
        return self.state in ("valid", "soon")


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding, with the number and title of the practice it concerns."""

    practice_id: str | None
    shown_id: str | None
    title: AnyText | None
    text: Phrase


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything that a report shows.

    Attributes:
        result: the figures, with fingerprints and dates.
        submission: the answers as given.
        sector: title of the institution's sub-sector.
        lead: the one sentence.
        score: exact overall score; None where there is nothing to score.
        target: mean of the domains' targets, weighted as their scores are.
        priorities: the gaps that come first.
        treatments: by their review date.
        first_treatments: those of them on the first page.
        accepted: valid accepted risks.
        alternative: valid alternative measures.
        invalid: treatments that something keeps from being valid.
        reliability: how far the answers can be relied on.
        decisions: what the board is asked to decide.
        gaps: answered practices below their target, by rank.
        answer_first: unanswered practices, by a rank of their own.
        at_target: sections without a basic practice below target or unanswered.
        adopted: desirable practices answered with a level.
        not_adopted: desirable practices left out by choice.
        facts: what the institution states of itself, as far as the checklist asks.
        provenance: what the figures were made from.
        title: code of the document's title.
        peer_comparison: how many basic practices are below level 3, here and in the comparison
            group, in words.
        peer_method: how the figures of a comparison group are made.
        mark: how it stands to the publication of its campaign; None where that is not stated.
    """

    result: Result
    submission: Submission
    checklist: Checklist
    scheme: Scheme
    targets: Targets
    scales: LevelWording
    sector: AnyText
    lead: Phrase
    score: Fraction | None
    target: Fraction | None
    band: AnyText | None
    domains: tuple[DomainView, ...]
    previous: PreviousResult | None
    priorities: tuple[GapView, ...]
    treatments: tuple[TreatmentView, ...]
    first_treatments: tuple[TreatmentView, ...]
    accepted: int
    alternative: int
    invalid: int
    reliability: Reliability
    decisions: tuple[Phrase, ...]
    gaps: tuple[GapView, ...]
    answer_first: tuple[GapView, ...]
    at_target: tuple[SectionView, ...]
    adopted: tuple[PracticeView, ...]
    not_adopted: tuple[PracticeView, ...]
    findings: tuple[FindingView, ...]
    facts: tuple[StatedFact, ...]
    provenance: tuple[ProvenanceLine, ...]
    contents: tuple[str, ...] = CONTENTS
    title: str = "report.title"
    peer_comparison: Phrase | None = None
    peer_method: tuple[Phrase, ...] = ()
    disclaimers: tuple[AnyText | Phrase, ...] = ()
    mark: PublicationMark | None = None

    @property
    def edition(self) -> Phrase:
        """The checklist's title and version."""
        return edition_phrase(self.checklist)

    @property
    def practices(self) -> PracticeViews:
        """Every practice in checklist order, by its number."""
        return {
            practice.id: practice
            for domain in self.domains
            for section in domain.sections
            for practice in section.practices
        }


def build_report_view(
    result: Result, sources: ReportSources, previous: Result | None = None
) -> ReportView:
    """Return the view of a result.

    Args:
        result: the figures.
        sources: what they were made from.
        previous: an earlier result of the same institution.

    Raises:
        InputError: when the earlier result is another institution's or checklist's.
    """
    checklist, submission = sources.edition.checklist, sources.submission
    compared = None if previous is None else compare_results(result, previous)
    practices = _practice_views(result, checklist, submission, sources.profile)
    domains = tuple(
        build_domain_view(domain, domain_result, result, practices, sources.scheme, compared)
        for domain, domain_result in zip(checklist.domains, result.domains, strict=True)
    )
    gaps = tuple(_gap(gap, practices, checklist) for gap in result.gaps)
    answer_first = tuple(_gap(gap, practices, checklist) for gap in result.answer_first)
    treatments = tuple(
        sorted(
            _treatments(practices, result, submission.approval.respondent),
            key=lambda treatment: treatment.review_by,
        )
    )
    asked = asked_questions(checklist, sources.targets, sources.profile)
    desirable = [practice for practice in practices.values() if practice.tier == "desirable"]
    reliability = measure_reliability(result, submission)
    return ReportView(
        result=result,
        submission=submission,
        checklist=checklist,
        disclaimers=report_disclaimers(checklist),
        scheme=sources.scheme,
        targets=sources.targets,
        scales=sources.scales,
        sector=_sector_title(sources.sectors, result.institution.sector),
        lead=lead_sentence(result, checklist),
        score=result.overall.value,
        target=_overall_target(result, domains),
        band=find_band_title(sources.scheme, result.overall.band),
        domains=domains,
        previous=compared,
        priorities=gaps[:MAX_PRIORITIES],
        treatments=treatments,
        first_treatments=treatments[:MAX_FIRST_TREATMENTS],
        accepted=_count_valid(treatments, "accepted"),
        alternative=_count_valid(treatments, "alternative"),
        invalid=sum(not treatment.is_valid for treatment in treatments),
        reliability=reliability,
        decisions=board_decisions(result, submission, sources.targets, reliability),
        gaps=gaps,
        answer_first=answer_first,
        at_target=tuple(
            section for domain in domains for section in domain.sections if section.is_at_target
        ),
        adopted=tuple(view for view in desirable if view.result.status == "answered"),
        not_adopted=tuple(view for view in desirable if view.result.status == "not_adopted"),
        findings=tuple(
            _finding(finding, practices, sources.profile) for finding in result.findings
        ),
        facts=tuple(stated_facts(submission.institution, asked)),
        provenance=tuple(provenance_lines(result, checklist, sources.scheme, sources.targets)),
    )


def _practice_views(
    result: Result, checklist: Checklist, submission: Submission, profile: ProfileQuestions
) -> dict[str, PracticeView]:
    return {
        practice.id: build_practice_view(
            checklist.placed[practice.id],
            submission.answers.get(practice.id, NO_ANSWER),
            practice,
            profile,
        )
        for domain in result.domains
        for practice in domain.practices
    }


def _overall_target(result: Result, domains: Sequence[DomainView]) -> Fraction | None:
    """Return the mean of the domains' targets, weighted as their scores are."""
    return weighted_mean(
        (figures.weight, domain.target)
        for figures, domain in zip(result.domains, domains, strict=True)
        if domain.score is not None and domain.target is not None
    )


def _sector_title(sectors: Sectors, sector_id: str) -> AnyText:
    return next(sector.title for sector in sectors.sectors if sector.id == sector_id)


def _gap(gap: Gap, practices: PracticeViews, checklist: Checklist) -> GapView:
    return GapView(
        result=gap,
        rank=gap.rank,
        practice=practices[gap.practice],
        domain_title=checklist.placed[gap.practice].domain.title,
        why=gap.why,
    )


def _treatments(
    practices: PracticeViews, result: Result, respondent: str | None
) -> Iterator[TreatmentView]:
    for practice in practices.values():
        treatment = practice.answer.treatment
        if treatment is None or not practice.is_counted:
            continue
        faults = treatment_faults(practice.definition, practice.answer, respondent, result.as_of)
        is_due_soon = "treatment_review_soon" in practice.result.findings
        yield TreatmentView(
            practice=practice,
            kind=treatment.kind,
            measure=treatment.measure,
            approved_by=treatment.approved_by,
            approved_on=treatment.approved_on,
            review_by=treatment.review_by,
            state=faults[0] if faults else "soon" if is_due_soon else "valid",
        )


def _count_valid(treatments: Sequence[TreatmentView], kind: str) -> int:
    return sum(treatment.kind == kind and treatment.is_valid for treatment in treatments)


def _finding(finding: Finding, practices: PracticeViews, profile: ProfileQuestions) -> FindingView:
    practice = practices[finding.practice] if finding.practice else None
    return FindingView(
        practice_id=finding.practice,
        shown_id=practice.shown_id if practice else None,
        title=practice.title if practice else None,
        text=finding_phrase(finding, profile),
    )
