"""What a report says, put together once and free of any language; every format draws from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cssa.answers.submission import NO_ANSWER, Submission
from cssa.checklist.catalogue import Edition
from cssa.checklist.model import Checklist, Domain, Section
from cssa.comparison.previous_result import PreviousResult, compare_results
from cssa.datafile.types import Text
from cssa.engine.aggregate import weighted_mean
from cssa.engine.explanation import explain_domain
from cssa.engine.result import BelowTarget, DomainResult, Finding, Gap, Result
from cssa.reports.board_summary import Reliability, decisions, lead, reliability
from cssa.reports.phrases import Phrase
from cssa.reports.practice_view import COUNTED, PracticeView, SectionView, practice_view
from cssa.reports.provenance import ProvenanceLine, StatedFact, facts, sources
from cssa.reports.publication_mark import PublicationMark
from cssa.scheme.profile import ProfileQuestions
from cssa.scheme.scales import Scales
from cssa.scheme.scoring_scheme import Scheme
from cssa.scheme.sectors import Sectors
from cssa.scheme.targets import Targets

PRIORITIES = 3
"""Gaps that stand on the first page."""

TREATMENTS = 3
"""Treatments that stand there, those whose review date comes first."""

CONTENTS = ("map", "holds", "gaps", "at_target", "desirable", "findings", "answers", "method")
"""What follows the first page, by the names of its headings."""

DISCLAIMERS = tuple(Phrase(f"disclaimer.{number}") for number in (1, 2, 3, 5))
"""Those that concern a report without peers."""


@dataclass(frozen=True, slots=True)
class ReportSources:
    """What a result was made from, for the words that it leaves out."""

    edition: Edition
    submission: Submission
    scheme: Scheme
    targets: Targets
    profile: ProfileQuestions
    scales: Scales
    sectors: Sectors


@dataclass(frozen=True, slots=True)
class DomainView:
    """A domain's figures, and what holds it back.

    Attributes:
        score: exact; None where there is nothing to score.
        target: mean of the targets of what is scored, weighted alike; None without targets.
        shares: number of counted basics by level 0 to 5, then unanswered ones.
        holders: practices whose value is the lowest level.
        next_level: what raising every holder would reach.
        previous: its number below target last time, where there is one to compare.
    """

    id: str
    title: Text
    score: Fraction | None
    target: Fraction | None
    level: int | None
    band: Text | None
    rateable: bool
    below: BelowTarget
    shares: tuple[int, ...]
    holders: tuple[PracticeView, ...]
    next_level: int | None
    blocks: tuple[SectionView, ...]
    previous: int | None


@dataclass(frozen=True, slots=True)
class GapView:
    """A practice below its target, with why it comes where it does."""

    result: Gap
    rank: int
    line: PracticeView
    domain: Text
    why: tuple[str, ...]

    @property
    def gain(self) -> Fraction:
        """What raising it to its target adds to the overall score."""
        return Fraction(self.result.gain)


@dataclass(frozen=True, slots=True)
class TreatmentView:
    """An accepted risk or alternative measure.

    Attributes:
        state: ``valid``, ``soon`` (its review date is near) or ``expired``.
    """

    line: PracticeView
    kind: str
    measure: str
    approved_by: str
    approved_on: date
    review_by: date
    state: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding, with the practice it concerns."""

    practice: str | None
    title: Text | None
    text: Phrase


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything that a report shows.

    Attributes:
        result: the figures, with fingerprints and dates.
        submission: the answers as given.
        lead: the one sentence.
        score: exact overall score; None where there is nothing to score.
        priorities: the gaps that come first.
        treatments: by their review date; ``shown`` has the first of them.
        decisions: what the board is asked to decide.
        accepted: valid accepted risks.
        alternative: valid alternative measures.
        expired: treatments past their review date.
        adopted: desirable practices answered with a level.
        facts: what the institution states of itself.
        sources: what the figures were made from.
        left_out: desirable practices left out by choice.
        title: code of the document's title.
        beside: what a comparison group says of the number below target.
        compared: how the figures of a comparison group come about.
        mark: how it stands to the publication of its campaign; None where that is not said.
    """

    result: Result
    submission: Submission
    checklist: Checklist
    scheme: Scheme
    targets: Targets
    scales: Scales
    sector: Text
    lead: Phrase
    score: Fraction | None
    target: Fraction | None
    band: Text | None
    domains: tuple[DomainView, ...]
    previous: PreviousResult | None
    priorities: tuple[GapView, ...]
    treatments: tuple[TreatmentView, ...]
    shown: tuple[TreatmentView, ...]
    accepted: int
    alternative: int
    expired: int
    trust: Reliability
    decisions: tuple[Phrase, ...]
    gaps: tuple[GapView, ...]
    at_target: tuple[SectionView, ...]
    adopted: tuple[PracticeView, ...]
    left_out: tuple[PracticeView, ...]
    findings: tuple[FindingView, ...]
    facts: tuple[StatedFact, ...]
    sources: tuple[ProvenanceLine, ...]
    contents: tuple[str, ...] = CONTENTS
    title: str = "report.title"
    beside: Phrase | None = None
    compared: tuple[Phrase, ...] = ()
    disclaimers: tuple[Phrase, ...] = DISCLAIMERS
    mark: PublicationMark | None = None


def build(result: Result, basis: ReportSources, previous: Result | None = None) -> ReportView:
    """Return the view of a result.

    Args:
        result: the figures.
        basis: what they were made from.
        previous: an earlier result of the same institution.

    Raises:
        InputError: when the earlier result is another institution's or checklist's.
    """
    checklist, submission = basis.edition.checklist, basis.submission
    before = None if previous is None else compare_results(result, previous)
    lines = {
        one.id: practice_view(
            checklist.placed[one.id].practice, submission.answers.get(one.id, NO_ANSWER), one
        )
        for domain in result.domains
        for one in domain.practices
    }
    domains = tuple(
        _domain(domain, figures, result, lines, basis.scheme, before)
        for domain, figures in zip(checklist.domains, result.domains, strict=True)
    )
    gaps = tuple(_gap(gap, lines, checklist) for gap in result.gaps)
    treatments = tuple(sorted(_treatments(lines, result), key=lambda one: one.review_by))
    desirable = [one for one in lines.values() if one.practice.tier == "desirable"]
    figures = reliability(result, submission)
    return ReportView(
        result=result,
        submission=submission,
        checklist=checklist,
        scheme=basis.scheme,
        targets=basis.targets,
        scales=basis.scales,
        sector=next(
            one.title for one in basis.sectors.sectors if one.id == result.institution.sector
        ),
        lead=lead(result, checklist),
        score=result.overall.value,
        target=_overall_target(result, domains),
        band=_band(basis.scheme, result.overall.band),
        domains=domains,
        previous=before,
        priorities=gaps[:PRIORITIES],
        treatments=treatments,
        shown=treatments[:TREATMENTS],
        accepted=_valid(treatments, "accepted"),
        alternative=_valid(treatments, "alternative"),
        expired=sum(one.state == "expired" for one in treatments),
        trust=figures,
        decisions=decisions(result, basis.targets, figures),
        gaps=gaps,
        at_target=tuple(
            block for domain in domains for block in domain.blocks if block.is_at_target
        ),
        adopted=tuple(one for one in desirable if one.result.status == "answered"),
        left_out=tuple(one for one in desirable if one.result.status == "not_adopted"),
        findings=tuple(_finding(found, lines) for found in result.findings),
        facts=tuple(facts(submission.institution, basis.profile)),
        sources=tuple(sources(result, checklist, basis.scheme, basis.targets)),
    )


def _domain(
    domain: Domain,
    figures: DomainResult,
    result: Result,
    lines: Mapping[str, PracticeView],
    scheme: Scheme,
    before: PreviousResult | None,
) -> DomainView:
    explained = explain_domain(result, domain.id)
    return DomainView(
        id=domain.id,
        title=domain.title,
        score=figures.value,
        target=_target(figures),
        level=figures.level,
        band=_band(scheme, figures.band),
        rateable=figures.rateable,
        below=figures.below_target,
        shares=_shares(figures),
        holders=tuple(lines[one.id] for one in explained.lowest),
        next_level=explained.next_level,
        blocks=tuple(_blocks(domain, lines)),
        previous=None if before is None else before.domains.get(domain.id),
    )


def _target(figures: DomainResult) -> Fraction | None:
    """Return the mean target of what the score is made of, so that the two can be compared."""
    pairs = [
        (one.weight, one.target)
        for one in figures.practices
        if one.contribution is not None and one.target is not None
    ]
    return weighted_mean(pairs)


def _overall_target(result: Result, domains: Sequence[DomainView]) -> Fraction | None:
    """Return the mean of the domains' targets, weighted as their figures are."""
    return weighted_mean(
        (figures.weight, domain.target)
        for figures, domain in zip(result.domains, domains, strict=True)
        if domain.score is not None and domain.target is not None
    )


def _shares(figures: DomainResult) -> tuple[int, ...]:
    basics = [one for one in figures.practices if one.tier == "basic" and one.status in COUNTED]
    return (
        *(sum(one.level == level for one in basics) for level in range(6)),
        sum(one.level is None for one in basics),
    )


def _blocks(domain: Domain, lines: Mapping[str, PracticeView]) -> Iterator[SectionView]:
    places: tuple[Domain | Section, ...] = (domain, *domain.sections)
    for place in places:
        if place.practices:
            yield SectionView(
                place.id, place.title, tuple(lines[one.id] for one in place.practices)
            )


def _band(scheme: Scheme, band_id: str | None) -> Text | None:
    return next((band.title for band in scheme.bands if band.id == band_id), None)


def _gap(gap: Gap, lines: Mapping[str, PracticeView], checklist: Checklist) -> GapView:
    return GapView(
        result=gap,
        rank=gap.rank,
        line=lines[gap.practice],
        domain=checklist.placed[gap.practice].domain.title,
        why=gap.why,
    )


def _treatments(lines: Mapping[str, PracticeView], result: Result) -> Iterator[TreatmentView]:
    for line in lines.values():
        given = line.answer.treatment
        if given is None or not line.is_counted:
            continue
        soon = "treatment_review_soon" in line.result.findings
        yield TreatmentView(
            line=line,
            kind=given.kind,
            measure=given.measure,
            approved_by=given.approved_by,
            approved_on=given.approved_on,
            review_by=given.review_by,
            state="expired" if given.review_by < result.as_of else "soon" if soon else "valid",
        )


def _valid(treatments: Sequence[TreatmentView], kind: str) -> int:
    return sum(one.kind == kind and one.state != "expired" for one in treatments)


def _finding(found: Finding, lines: Mapping[str, PracticeView]) -> FindingView:
    return FindingView(
        practice=found.practice,
        title=lines[found.practice].practice.title if found.practice else None,
        text=Phrase(f"finding.{found.code}", found.params),
    )
