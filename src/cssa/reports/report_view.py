"""Everything that a report shows, assembled once and free of any language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from cssa.answers.handling import UNSPECIFIED, Handling
from cssa.answers.submission import NO_ANSWER, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.group_titles import group_titles
from cssa.checklist.model import Checklist
from cssa.checklist.practice import TIERS, Tier
from cssa.checklist.tier_titles import asked_tier_titles
from cssa.checklist.use import use_words
from cssa.comparison.compared_results import ComparedResults
from cssa.comparison.previous_result import PreviousResult
from cssa.datafile.types import AnyText
from cssa.engine.aggregate import weighted_mean
from cssa.engine.asked_questions import asked_questions
from cssa.engine.gaps import severe_up_to
from cssa.engine.result import Finding, Result
from cssa.engine.treatment_faults import TreatmentFault, treatment_faults
from cssa.library.incidents import IncidentLibrary
from cssa.library.published import Survey
from cssa.library.related_cases import PracticeCases
from cssa.messages import fitting
from cssa.messages.wording import Word, WordList
from cssa.reports.board_summary import (
    Reliability,
    board_decisions,
    lead_sentence,
    measure_reliability,
)
from cssa.reports.comparison.direction import direction
from cssa.reports.domain_view import DomainView, SectionView, build_domain_view, find_band_title
from cssa.reports.gap_view import GapView, build_gap_view
from cssa.reports.performers_view import PerformerRow, performer_rows
from cssa.reports.phrases import (
    Phrase,
    edition_phrase,
    finding_phrase,
    report_disclaimers,
)
from cssa.reports.practice_view import PracticeView, PracticeViews, build_practice_view
from cssa.reports.provenance import ProvenanceLine, StatedFact, provenance_lines, stated_facts
from cssa.reports.publication_mark import PublicationMark
from cssa.reports.published_view import PublishedSurvey, published_beside
from cssa.reports.review_view import ReviewDifferenceView, review_notes, review_rows
from cssa.scheme.level_wording import LevelWording
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.sectors import Sectors
from cssa.scheme.targets import Targets

MAX_PRIORITIES = 3
"""Gaps on the first page."""

MAX_FIRST_TREATMENTS = 3
"""Treatments on the first page: those whose review date comes first."""

CONTENTS = (
    "map", "holds", "open", "gaps", "performers", "treated", "at_target", "desirable", "reviews",
    "findings", "answers", "published", "history", "method",
)  # fmt: skip
"""What follows the first page, by the names of its headings, as far as there is something."""


@dataclass(frozen=True, slots=True)
class ReportSources:
    """What a result was made from, for the words that it leaves out.

    Attributes:
        incidents: published cases, to stand beside gaps; None where they are not wanted.
        published: figures of surveys, to stand beside answers; none where they are not wanted.
        handling: what the issuer of the campaign lays down.
        base_date: the campaign's, to which the answers refer.
        asked_tiers: by the campaign.
    """

    edition: Edition
    submission: Submission
    scheme: Scheme
    targets: Targets
    profile: ProfileQuestions
    scales: LevelWording
    sectors: Sectors
    incidents: IncidentLibrary | None = None
    published: Sequence[Survey] = ()
    handling: Handling = UNSPECIFIED
    base_date: date | None = None
    asked_tiers: Sequence[Tier] = TIERS


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
        practices: every practice in checklist order, by its number.
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
        peer_comparison: how many basic practices are not in place, here and in the comparison
            group, in words.
        peer_method: how the figures of a comparison group are made.
        performers: figures and gaps by who performs the work; none where all is done here.
        reviews: where second line or audit see another level.
        published: figures of surveys beside the answers to the same questions.
        handling: its marking, and what the issuer of the campaign lays down.
        mark: how it stands to the publication of its campaign; None where that is not stated.
        parts: what may follow the first page, by the names of its headings.
        comparison: this result with those of earlier days; None where there are none.
        asked_tiers: titles of the tiers that the campaign asks; None where it asks all.
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
    practices: PracticeViews
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
    parts: tuple[str, ...] = CONTENTS
    title: str = "report.title"
    peer_comparison: Phrase | None = None
    peer_method: tuple[Phrase, ...] = ()
    disclaimers: tuple[AnyText | Phrase, ...] = ()
    performers: tuple[PerformerRow, ...] = ()
    reviews: tuple[ReviewDifferenceView, ...] = ()
    published: tuple[PublishedSurvey, ...] = ()
    handling: Handling = UNSPECIFIED
    mark: PublicationMark | None = None
    comparison: ComparedResults | None = None
    asked_tiers: WordList | None = None

    @property
    def direction(self) -> Phrase | None:
        """How score and number below target changed since the last assessment, and by what."""
        return None if self.comparison is None else direction(self.comparison)

    @property
    def shows_cases(self) -> bool:
        """Whether published incident cases stand beside any gap."""
        return any(gap.cases for gap in self.gaps)

    @property
    def has_plans(self) -> bool:
        """Whether any answer has a plan."""
        return any(answer.plan for answer in self.submission.answers.values())

    @property
    def edition(self) -> Phrase:
        """The checklist's title and version."""
        return edition_phrase(self.checklist)

    @property
    def use(self) -> tuple[Word, ...]:
        """What the checklist is for, a line each."""
        return use_words(self.checklist)

    @property
    def selected_groups(self) -> WordList | None:
        """The titles of the groups of practices selected, None where all are answered."""
        return group_titles(self.checklist, self.result.selected_groups)

    @property
    def has_scores(self) -> bool:
        """Whether figures are made of the answers."""
        return self.result.scored

    @property
    def has_targets(self) -> bool:
        """Whether anything is expected of the answers."""
        return self.result.sets_targets

    @property
    def has_desirable(self) -> bool:
        """Whether the checklist has practices that may be left out."""
        return any(practice.tier == "desirable" for practice in self.practices.values())

    @property
    def has_levels(self) -> bool:
        """Whether levels are shown: those of scores, or those that are answered."""
        return self.has_scores or any(
            practice.definition.accepts("level") for practice in self.practices.values()
        )

    @property
    def signs(self) -> tuple[str, ...]:
        """The statuses whose signs are explained."""
        adopted = ("not_adopted",) if self.has_desirable else ()
        statuses = {practice.result.status for practice in self.practices.values()}
        rare = (name for name in ("not_asked", "informative") if name in statuses)
        return ("unanswered", "not_applicable", *adopted, "out_of_scope", *rare)

    @property
    def contents(self) -> tuple[str, ...]:
        """What follows the first page, by the names of its headings."""
        left_out = {
            "holds": not self.has_scores,
            "open": self.has_targets,
            "gaps": not self.has_targets,
            "at_target": not self.has_targets,
            "desirable": not self.has_desirable,
            "performers": not self.performers,
            "treated": len(self.treatments) <= len(self.first_treatments),
            "reviews": not self.result.reviews.has_any,
            "published": not self.published,
            "history": self.comparison is None,
            **dict.fromkeys(("spread", "trailing", "widespread", "annex"), not self.has_scores),
        }
        return tuple(name for name in self.parts if not left_out.get(name))

    @property
    def gaps_note(self) -> Phrase:
        """By what the gaps are ordered, on the checklist's levels."""
        scale = self.checklist.level_scale
        levels = {"in_place": scale.in_place, "severe": severe_up_to(scale)}
        return Phrase("report.gaps.note", levels)

    @property
    def evidence_note(self) -> Phrase:
        """How many answers name evidence."""
        reliability = self.reliability
        counts = {"count": reliability.with_evidence, "of": reliability.with_level}
        return Phrase(self._trust_code("evidence_note"), counts)

    @property
    def second_line_note(self) -> Phrase:
        """How many answers the second line has reviewed, and where it sees another level."""
        reliability = self.reliability
        facts = {
            "count": reliability.second_line,
            "of": reliability.with_level,
            "differing": reliability.differing,
        }
        code = self._trust_code("second_line_note")
        return Phrase(code, fitting(code, facts))

    @property
    def review_notes(self) -> tuple[Phrase, ...]:
        """How far second line and audit have reviewed, and agree."""
        return review_notes(self.result.reviews)

    @property
    def reliance_note(self) -> Phrase:
        """What the document rests on."""
        return Phrase(self._trust_code("self"))

    def _trust_code(self, name: str) -> str:
        """Return the code of a message that speaks of levels and figures only where there are."""
        return f"report.trust.{name}" if self.has_scores else f"report.trust.{name}_unscored"

    @property
    def left_out_note(self) -> Phrase:
        """What takes practices out of scope, with their number."""
        coverage = self.result.overall.coverage
        code = "left_out_note_groups" if self.result.selected_groups else "left_out_note"
        params = {
            "not_applicable": coverage.not_applicable,
            "out_of_scope": coverage.out_of_scope,
        }
        return Phrase(f"report.trust.{code}", params)


def build_report_view(
    result: Result,
    sources: ReportSources,
    previous: PreviousResult | None = None,
    comparison: ComparedResults | None = None,
) -> ReportView:
    """Return the view of a result.

    Args:
        result: the figures.
        sources: what they were made from.
        previous: figures of the last earlier day, to be shown beside them.
        comparison: all earlier days with this one, for the direction and the line over them.
    """
    submission = sources.submission
    checklist = sources.edition.with_rows(submission.lists).checklist
    practices = _practice_views(result, checklist, submission, sources.profile)
    domains = tuple(
        build_domain_view(domain, domain_result, result, practices, sources.scheme, previous)
        for domain, domain_result in zip(checklist.domains, result.domains, strict=True)
    )
    cases = None
    if sources.incidents is not None:
        cases = PracticeCases(sources.incidents, checklist.id, result.institution.sector)
    gaps = tuple(build_gap_view(gap, practices, checklist, cases) for gap in result.gaps)
    answer_first = tuple(build_gap_view(gap, practices, checklist) for gap in result.answer_first)
    treatments = tuple(
        sorted(
            _treatments(practices, result, submission.approval.respondent),
            key=lambda treatment: treatment.review_by,
        )
    )
    asked = asked_questions(checklist, sources.targets, sources.profile)
    desirable = [practice for practice in practices.values() if practice.tier == "desirable"]
    reliability = measure_reliability(result, submission)
    published = published_beside(sources.published, checklist.id, practices)
    return ReportView(
        result=result,
        submission=submission,
        checklist=checklist,
        disclaimers=report_disclaimers(checklist),
        scheme=sources.scheme,
        targets=sources.targets,
        scales=sources.scales,
        sector=_sector_title(sources.sectors, result.institution.sector),
        lead=lead_sentence(result, checklist, has_answers=submission.has_answers),
        score=result.overall.value,
        target=_overall_target(result, domains),
        band=find_band_title(sources.scheme, result.overall.band),
        domains=domains,
        practices=practices,
        previous=previous,
        priorities=gaps[:MAX_PRIORITIES],
        treatments=treatments,
        first_treatments=treatments[:MAX_FIRST_TREATMENTS],
        accepted=_count_valid(treatments, "accepted"),
        alternative=_count_valid(treatments, "alternative"),
        invalid=sum(not treatment.is_valid for treatment in treatments),
        reliability=reliability,
        decisions=board_decisions(result, submission, checklist, sources.targets, reliability),
        gaps=gaps,
        answer_first=answer_first,
        at_target=tuple(
            section for domain in domains for section in domain.sections if section.is_at_target
        ),
        adopted=tuple(view for view in desirable if view.result.status == "answered"),
        not_adopted=tuple(view for view in desirable if view.result.status == "not_adopted"),
        findings=tuple(
            _finding(finding, practices, checklist, sources.profile) for finding in result.findings
        ),
        facts=tuple(stated_facts(submission.institution, asked)),
        provenance=tuple(
            provenance_lines(result, checklist, sources.scheme, sources.targets, sources.base_date)
        ),
        performers=performer_rows(practices, gaps, result.scale) if result.scored else (),
        reviews=review_rows(result, practices),
        published=published,
        handling=replace(sources.handling, historical=checklist.historical),
        comparison=comparison,
        asked_tiers=asked_tier_titles(checklist, sources.asked_tiers),
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


def _finding(
    finding: Finding, practices: PracticeViews, checklist: Checklist, profile: ProfileQuestions
) -> FindingView:
    practice = practices[finding.practice] if finding.practice else None
    return FindingView(
        practice_id=finding.practice,
        shown_id=practice.shown_id if practice else None,
        title=practice.title if practice else None,
        text=finding_phrase(finding, checklist, profile),
    )
