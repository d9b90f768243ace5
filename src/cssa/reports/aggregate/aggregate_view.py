"""Everything that the aggregate shows, from published figures alone and free of any language."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cssa.answers.campaign import Campaign
from cssa.answers.handling import UNSPECIFIED, Handling
from cssa.checklist.level_scale import LevelScale
from cssa.checklist.model import Checklist, Domain
from cssa.checklist.practice import Practice
from cssa.datafile.types import AnyText
from cssa.library.incident_trends import SourceTrends
from cssa.messages import fitting
from cssa.peers.chapter import ChapterEntry
from cssa.peers.group_figures import SuppressedFigure
from cssa.peers.groups import both_languages
from cssa.peers.peers_file import EVERY_FIGURE, ROOT, CountCell, Group, Peers, ScoreCell
from cssa.reports.aggregate import methodology
from cssa.reports.aggregate.answer_shares import PracticeShares
from cssa.reports.aggregate.change import CampaignChange, build_change
from cssa.reports.aggregate.group_rows import GroupLine, GroupScores, group_lines, group_scores
from cssa.reports.aggregate.participation import Participation
from cssa.reports.aggregate.restricted import Restricted, build_restricted
from cssa.reports.answer_figures import AnswerFigure, answer_figures
from cssa.reports.chapter import ChapterDomain, build_chapter
from cssa.reports.level_axis import (
    WITHHELD_SHADE,
    AxisMark,
    BoxPositions,
    axis_marks,
    box_positions,
    class_shades,
    score_shade,
)
from cssa.reports.phrases import Phrase
from cssa.reports.provenance import ProvenanceLine
from cssa.scheme.level_wording import LevelWording
from cssa.scheme.sectors import Sectors

MAX_EXTREMES = 5
"""Sections listed at either end of the means."""

MAX_LEAST = 10
"""Practices listed by the share that has them in use."""

RESTRICTED_PARTS = ("turnout", "by_group", "by_sector", "withheld")
"""What the restricted edition adds, by the names of its headings."""


@dataclass(frozen=True, slots=True)
class AggregateSources:
    """What gives the figures their titles, and what stands beside them.

    Attributes:
        campaign: None where only its id is known.
        trends: of failures, as reports describe them, for the restricted edition.
        chapter: good practices and common problems that the issuer publishes.
    """

    checklist: Checklist
    scales: LevelWording
    sectors: Sectors
    campaign: Campaign | None = None
    trends: tuple[SourceTrends, ...] = ()
    chapter: tuple[ChapterEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class AggregateSection:
    """A section, or what stands under a domain itself, with the practices directly in it.

    Attributes:
        cell: the section's score; None where it is withheld, or the practices are the domain's own.
        practices: those that give a level.
        is_withheld: whether the score is withheld.
    """

    id: str
    title: AnyText
    cell: ScoreCell | None
    practices: tuple[PracticeShares, ...]
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class AggregateDomain:
    """A domain, its score and its practices."""

    id: str
    title: AnyText
    cell: ScoreCell | None
    sections: tuple[AggregateSection, ...]


@dataclass(frozen=True, slots=True)
class AggregateView:
    """Everything that the aggregate shows.

    Attributes:
        lead: the one sentence.
        below_in_place: how many basic practices are below the level that is in place.
        below_sentence: the same in a sentence.
        n: institutions in the figures; None where too few to be published.
        lowest: sections without sub-sections by their mean, the lowest first.
        highest: likewise, the highest first; none stands in both.
        least: basic practices by the share that has them in use, the smallest first.
        by_industry_group: the scores of all institutions and of each industry group of which a
            figure is published; none without one.
        answers: of questions with options or for a number, in checklist order.
        chapter: good practices and common problems.
        change: of the institutions of the last campaign; None where it is not published.
        facts: at the head of the document.
        withheld: sentences on withheld figures.
        method: how the figures were made.
        citation: how to cite them.
        restricted: the part for the issuer alone; None in the public edition.
    """

    peers: Peers
    sources: AggregateSources
    participation: Participation
    lead: Phrase
    n: int | None
    overall: ScoreCell | None
    domains: tuple[AggregateDomain, ...]
    below_in_place: CountCell | None
    below_sentence: Phrase
    lowest: tuple[AggregateSection, ...]
    highest: tuple[AggregateSection, ...]
    least: tuple[PracticeShares, ...]
    groups: tuple[GroupLine, ...]
    by_industry_group: tuple[GroupScores, ...]
    answers: tuple[AnswerFigure, ...]
    chapter: tuple[ChapterDomain, ...]
    change: CampaignChange | None
    facts: tuple[ProvenanceLine, ...]
    withheld: tuple[Phrase, ...]
    method: tuple[Phrase, ...]
    citation: Phrase
    disclaimers: tuple[AnyText | Phrase, ...]
    restricted: Restricted | None

    @property
    def title(self) -> AnyText | str:
        """The campaign's title, else its id, else what the document is."""
        return _title(self.peers, self.sources.campaign)

    @property
    def has_scores(self) -> bool:
        """Whether the checklist has scores at all."""
        return self.sources.checklist.scored

    @property
    def has_levels(self) -> bool:
        """Whether any practice gives a level."""
        return any(section.practices for domain in self.domains for section in domain.sections)

    @property
    def shows_industry_groups(self) -> bool:
        """Whether industry groups have a table; the restricted edition has one of all groups."""
        return self.has_scores and self.restricted is None and bool(self.by_industry_group)

    @property
    def shows_sections(self) -> bool:
        """Whether sections have tables: there are several means, or some are withheld."""
        sections = (section for domain in self.domains for section in domain.sections)
        withheld = any(section.is_withheld for section in sections)
        return self.has_scores and (bool(self.lowest) or withheld)

    @property
    def scale(self) -> LevelScale:
        """The levels of the checklist."""
        return self.sources.checklist.level_scale

    @property
    def axis(self) -> tuple[AxisMark, ...]:
        """The levels on an axis."""
        return axis_marks(self.scale)

    @property
    def shades(self) -> tuple[int, ...]:
        """The shade of each segment of a bar: of the classes of answers, then what is withheld."""
        return (*class_shades(self.scale).values(), WITHHELD_SHADE)

    def box(self, cell: ScoreCell | None) -> BoxPositions | None:
        """Return the positions of a distribution's figures; None where it is withheld."""
        return None if cell is None else box_positions(cell, self.scale)

    def shade(self, cell: ScoreCell | None) -> int | None:
        """Return how dark a distribution is in a heat map; None where it is withheld."""
        return None if cell is None else score_shade(cell, self.scale)

    @property
    def handling(self) -> Handling:
        """What the issuer lays down; shown in the restricted edition."""
        campaign = self.sources.campaign
        return UNSPECIFIED if campaign is None else campaign.handling

    @property
    def name(self) -> str:
        """The message with the document's name."""
        return f"aggregate.title.{'public' if self.restricted is None else 'restricted'}"

    @property
    def contents(self) -> tuple[tuple[str, Phrase], ...]:
        """What follows the first figures: names and headings."""
        change = ("change",) if self.change else ()
        answers = ("answers",) if self.answers else ()
        chapter = ("chapter",) if self.chapter else ()
        restricted = RESTRICTED_PARTS if self.restricted else ()
        if self.trends:
            restricted = (*restricted, "trends")
        names = (
            "by_industry_group", "sections", "least", *change, "shares", *answers, *chapter,
            *restricted, "groups", "method",
        )  # fmt: skip
        left_out = {
            "by_industry_group": not self.shows_industry_groups,
            "sections": not self.shows_sections,
            "by_group": not self.has_scores,
            **dict.fromkeys(("least", "shares", "by_sector"), not self.has_levels),
        }
        level = {"level": self.scale.in_place}
        codes = ((name, f"aggregate.h.{name}") for name in names if not left_out.get(name))
        return tuple((name, Phrase(code, fitting(code, level))) for name, code in codes)

    @property
    def trends(self) -> tuple[SourceTrends, ...]:
        """Trends of failures, as reports describe them; none in the public edition."""
        return () if self.restricted is None else self.sources.trends

    @property
    def floor(self) -> int:
        """The coverage from which answers enter the figures, in per cent."""
        return round(self.peers.coverage_floor * 100)

    @property
    def turnout(self) -> tuple[tuple[str, int], ...]:
        """The numbers of institutions by the name of each step, in order."""
        return self.participation.overall.steps


def build_aggregate_view(
    peers: Peers,
    sources: AggregateSources,
    participation: Participation,
    withheld: Sequence[SuppressedFigure] | None = None,
) -> AggregateView:
    """Return the view of published figures.

    Args:
        peers: the figures, the only ones that it shows.
        sources: what gives them their titles.
        participation: who took part.
        withheld: what is withheld and why, for the restricted edition; None for the public one.
    """
    checklist, campaign = sources.checklist, sources.campaign
    restricted = withheld is not None
    root = peers.group(ROOT)
    n = None if root is None else root.n
    below_in_place = None if root is None else root.below_in_place
    scale = checklist.level_scale
    hidden = {entry.figure for entry in peers.withheld if entry.group == ROOT}
    domains = tuple(_domain(domain, root, scale, hidden) for domain in checklist.domains)
    lowest, highest = _extremes(domains, checklist)
    return AggregateView(
        peers=peers,
        sources=sources,
        participation=participation,
        lead=_lead(root, checklist),
        n=n,
        overall=None if root is None else root.overall,
        domains=domains,
        below_in_place=below_in_place,
        below_sentence=_below_sentence(below_in_place),
        lowest=lowest,
        highest=highest,
        least=_least(domains),
        groups=tuple(group_lines(peers.groups)),
        by_industry_group=_by_industry_group(peers, checklist, sources.sectors),
        answers=answer_figures(checklist, root),
        chapter=build_chapter(sources.chapter, checklist),
        change=build_change(peers.continuing, checklist),
        facts=tuple(methodology.facts(peers, checklist, campaign, n)),
        withheld=tuple(methodology.withheld(peers, sources.sectors, restricted=restricted)),
        method=tuple(methodology.method(peers, checklist, campaign)),
        citation=methodology.citation(
            _title(peers, campaign), campaign, scored=checklist.scored, restricted=restricted
        ),
        disclaimers=tuple(methodology.disclaimers(checklist, restricted=restricted)),
        restricted=None
        if withheld is None
        else build_restricted(peers, checklist, sources.sectors, participation, withheld),
    )


def _by_industry_group(
    peers: Peers, checklist: Checklist, sectors: Sectors
) -> tuple[GroupScores, ...]:
    ids = {ROOT, *(group.id for group in sectors.industry_groups)}
    scores = tuple(group_scores((group for group in peers.groups if group.id in ids), checklist))
    return scores if len(scores) > 1 else ()


def _title(peers: Peers, campaign: Campaign | None) -> AnyText | str:
    if campaign is not None:
        return campaign.title
    return peers.campaign or both_languages("aggregate.title.unnamed")


def _lead(root: Group | None, checklist: Checklist) -> Phrase:
    if not checklist.scored:
        if root is None:
            return Phrase("aggregate.lead.unscored_none")
        return Phrase("aggregate.lead.unscored", {"n": root.n})
    cell = None if root is None else root.overall
    if cell is None:
        return Phrase("aggregate.lead.none")
    params = {"n": cell.n, "mean": cell.mean, "median": cell.median, "q1": cell.q1, "q3": cell.q3}
    code = f"aggregate.lead.{_extent(cell)}"
    return Phrase(code, fitting(code, params))


def _below_sentence(cell: CountCell | None) -> Phrase:
    if cell is None:
        return Phrase("aggregate.withheld")
    quantiles = {"median": cell.median, "q1": cell.q1, "q3": cell.q3}
    shown = {name: None if value is None else f"{value:g}" for name, value in quantiles.items()}
    code = f"aggregate.below.{_extent(cell)}"
    return Phrase(code, fitting(code, {"n": cell.n, "mean": cell.mean, **shown}))


def _extent(cell: ScoreCell | CountCell) -> str:
    """Return how much of a distribution is published, as the last part of a message's code."""
    if cell.median is None:
        return "mean"
    return "median" if cell.q1 is None or cell.q3 is None else "spread"


def _domain(
    domain: Domain, root: Group | None, scale: LevelScale, hidden: Container[str]
) -> AggregateDomain:
    return AggregateDomain(
        id=domain.id,
        title=domain.title,
        cell=None if root is None else root.domains.get(domain.id),
        sections=tuple(_sections(domain, root, scale, hidden)),
    )


def _sections(
    domain: Domain, root: Group | None, scale: LevelScale, hidden: Container[str]
) -> Iterator[AggregateSection]:
    if domain.practices:
        practices = tuple(_practice_shares(domain.practices, root, scale))
        yield AggregateSection(domain.id, domain.title, None, practices)
    for section in domain.sections:
        cell = None if root is None else root.sections.get(section.id)
        practices = tuple(_practice_shares(section.practices, root, scale))
        is_withheld = section.id in hidden or EVERY_FIGURE in hidden
        yield AggregateSection(section.id, section.title, cell, practices, is_withheld)


def _practice_shares(
    practices: Iterable[Practice], root: Group | None, scale: LevelScale
) -> Iterator[PracticeShares]:
    for practice in practices:
        if practice.gives_level:
            cell = None if root is None else root.practices.get(practice.id)
            yield PracticeShares(practice, cell, scale)


def _extremes(
    domains: Iterable[AggregateDomain], checklist: Checklist
) -> tuple[tuple[AggregateSection, ...], tuple[AggregateSection, ...]]:
    """Return the sections at either end of the means; those of one mean in checklist order."""
    sections = [
        section for domain in domains for section in domain.sections if section.id != domain.id
    ]
    divided = _divided_sections(checklist)
    published = [
        section for section in sections if section.cell is not None and section.id not in divided
    ]
    count = min(MAX_EXTREMES, len(published) // 2)
    ascending = sorted(published, key=_mean)
    descending = sorted(published, key=_mean, reverse=True)
    return tuple(ascending[:count]), tuple(descending[:count])


def _mean(section: AggregateSection) -> float:
    return -1.0 if section.cell is None else section.cell.mean


def _divided_sections(checklist: Checklist) -> set[str]:
    """Return the sections that have sub-sections, whose practices their own figures contain."""
    lineages = (lineage for domain in checklist.domains for lineage in domain.lineage.values())
    return {section for lineage in lineages for section in lineage[1:]}


def _least(domains: Iterable[AggregateDomain]) -> tuple[PracticeShares, ...]:
    basics = [
        (share.per_cent, practice_shares)
        for domain in domains
        for section in domain.sections
        for practice_shares in section.practices
        if practice_shares.practice.tier == "basic"
        and (share := practice_shares.in_use) is not None
    ]
    basics.sort(key=lambda pair: pair[0])
    return tuple(practice_shares for _, practice_shares in basics[:MAX_LEAST])
