"""What the aggregate says, put together from published figures alone and free of any language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cssa.answers.campaign import Campaign
from cssa.checklist.model import Checklist, Domain, Practice, is_within
from cssa.datafile.types import Text
from cssa.peers.group_figures import SuppressedFigure
from cssa.peers.groups import both_languages
from cssa.peers.peers_file import ROOT, CountCell, Group, Peers, ScoreCell
from cssa.reports.aggregate import methodology
from cssa.reports.aggregate.answer_shares import PracticeShares
from cssa.reports.aggregate.change import CampaignChange, change_of
from cssa.reports.aggregate.group_rows import GroupLine, group_line
from cssa.reports.aggregate.participation import STEPS, Participation
from cssa.reports.aggregate.restricted import Restricted, restrict
from cssa.reports.phrases import Phrase
from cssa.reports.provenance import ProvenanceLine
from cssa.scheme.scales import Scales
from cssa.scheme.sectors import Sectors

ENDS = 5
"""Sections listed at either end of the means."""

LEAST = 10
"""Practices listed by the share that has them in use."""

RESTRICTED_PARTS = ("turnout", "by_group", "by_sector", "withheld")
"""What the restricted edition has besides, by the names of its headings."""


@dataclass(frozen=True, slots=True)
class AggregateSources:
    """What names the figures.

    Attributes:
        campaign: None where only its id is known.
    """

    checklist: Checklist
    scales: Scales
    sectors: Sectors
    campaign: Campaign | None = None


@dataclass(frozen=True, slots=True)
class AggregateSection:
    """A section, or what stands under a domain itself, with the practices directly in it.

    Attributes:
        cell: the section's score; None where none is told, or the practices are the domain's own.
    """

    id: str
    title: Text
    cell: ScoreCell | None
    spreads: tuple[PracticeShares, ...]


@dataclass(frozen=True, slots=True)
class AggregateDomain:
    """A domain, its score and its practices."""

    id: str
    title: Text
    cell: ScoreCell | None
    blocks: tuple[AggregateSection, ...]


@dataclass(frozen=True, slots=True)
class AggregateView:
    """Everything that the aggregate shows.

    Attributes:
        lead: the one sentence.
        below_told: the number below target in a sentence.
        n: institutions in the figures; None where too few to be told.
        lowest: sections without sub-sections by their mean, the lowest first.
        highest: likewise, the highest first; none stands in both.
        least: basic practices by the share that has them in use, the smallest first.
        change: on the institutions of the last campaign; None where it is not told.
        facts: what stands at the head.
        withheld: what is told of withheld figures.
        method: how the figures were made.
        citation: how to quote them.
        restricted: what the issuer alone gets; None in the public edition.
    """

    peers: Peers
    basis: AggregateSources
    participation: Participation
    lead: Phrase
    n: int | None
    overall: ScoreCell | None
    domains: tuple[AggregateDomain, ...]
    below: CountCell | None
    below_told: Phrase
    lowest: tuple[AggregateSection, ...]
    highest: tuple[AggregateSection, ...]
    least: tuple[PracticeShares, ...]
    groups: tuple[GroupLine, ...]
    change: CampaignChange | None
    facts: tuple[ProvenanceLine, ...]
    withheld: tuple[Phrase, ...]
    method: tuple[Phrase, ...]
    citation: Phrase
    disclaimers: tuple[Phrase, ...]
    restricted: Restricted | None

    @property
    def title(self) -> Text | str:
        """The campaign's title, else its id, else what the document is."""
        return _title(self.peers, self.basis.campaign)

    @property
    def name(self) -> str:
        """The message with the document's name."""
        return f"aggregate.title.{'public' if self.restricted is None else 'restricted'}"

    @property
    def parts(self) -> tuple[str, ...]:
        """What follows the first figures, by the names of its headings."""
        change = ("change",) if self.change else ()
        restricted = RESTRICTED_PARTS if self.restricted else ()
        return ("sections", "least", *change, "shares", *restricted, "groups", "method")

    @property
    def floor(self) -> int:
        """The coverage from which answers enter the figures, in per cent."""
        return round(self.peers.coverage_floor * 100)

    @property
    def turnout(self) -> tuple[tuple[str, int], ...]:
        """How many institutions came how far, by the name of each step."""
        return tuple(zip(STEPS, self.participation.whole, strict=True))


def build_aggregate(
    peers: Peers,
    basis: AggregateSources,
    participation: Participation,
    withheld: Sequence[SuppressedFigure] | None = None,
) -> AggregateView:
    """Return the view of published figures.

    Args:
        peers: the figures, the only ones that it draws from.
        basis: what names them.
        participation: who took part.
        withheld: what is not told and why, for the restricted edition; the public one without.
    """
    checklist = basis.checklist
    whole = peers.group(ROOT)
    n = None if whole is None else whole.n
    domains = tuple(_domain(domain, whole) for domain in checklist.domains)
    lowest, highest = _ends(domains)
    return AggregateView(
        peers=peers,
        basis=basis,
        participation=participation,
        lead=_lead(whole),
        n=n,
        overall=None if whole is None else whole.overall,
        domains=domains,
        below=None if whole is None else whole.below_target,
        below_told=_below(None if whole is None else whole.below_target),
        lowest=lowest,
        highest=highest,
        least=_least(domains),
        groups=tuple(map(group_line, peers.groups)),
        change=change_of(peers.continuing, checklist),
        facts=tuple(methodology.facts(peers, basis.campaign, n)),
        withheld=tuple(methodology.withheld(peers, basis.sectors)),
        method=tuple(methodology.method(peers, checklist, basis.campaign)),
        citation=methodology.citation(_title(peers, basis.campaign), basis.campaign),
        disclaimers=tuple(methodology.disclaimers(n, restricted=withheld is not None)),
        restricted=None
        if withheld is None
        else restrict(peers, checklist, basis.sectors, participation, withheld),
    )


def _title(peers: Peers, campaign: Campaign | None) -> Text | str:
    if campaign is not None:
        return campaign.title
    return peers.campaign or both_languages("aggregate.title.unnamed")


def _lead(whole: Group | None) -> Phrase:
    cell = None if whole is None else whole.overall
    if cell is None:
        return Phrase("aggregate.lead.none")
    params = {"n": cell.n, "mean": cell.mean, "median": cell.median, "q1": cell.q1, "q3": cell.q3}
    return Phrase(f"aggregate.lead.{_told(cell)}", params)


def _below(cell: CountCell | None) -> Phrase:
    if cell is None:
        return Phrase("aggregate.withheld")
    quantiles = {"median": cell.median, "q1": cell.q1, "q3": cell.q3}
    whole = {name: None if value is None else f"{value:g}" for name, value in quantiles.items()}
    return Phrase(f"aggregate.below.{_told(cell)}", {"n": cell.n, "mean": cell.mean, **whole})


def _told(cell: ScoreCell | CountCell) -> str:
    """Return how much of a distribution is told, by the end of a message's code."""
    if cell.median is None:
        return "mean"
    return "median" if cell.q1 is None or cell.q3 is None else "spread"


def _domain(domain: Domain, whole: Group | None) -> AggregateDomain:
    return AggregateDomain(
        id=domain.id,
        title=domain.title,
        cell=None if whole is None else whole.domains.get(domain.id),
        blocks=tuple(_blocks(domain, whole)),
    )


def _blocks(domain: Domain, whole: Group | None) -> Iterator[AggregateSection]:
    if domain.practices:
        yield AggregateSection(
            domain.id, domain.title, None, tuple(_spreads(domain.practices, whole))
        )
    for section in domain.sections:
        cell = None if whole is None else whole.sections.get(section.id)
        yield AggregateSection(
            section.id, section.title, cell, tuple(_spreads(section.practices, whole))
        )


def _spreads(practices: Iterable[Practice], whole: Group | None) -> Iterator[PracticeShares]:
    for practice in practices:
        if practice.gives_level:
            yield PracticeShares(
                practice, None if whole is None else whole.practices.get(practice.id)
            )


def _ends(
    domains: Iterable[AggregateDomain],
) -> tuple[tuple[AggregateSection, ...], tuple[AggregateSection, ...]]:
    """Return the sections at either end of the means; those of one mean in checklist order."""
    sections = [block for domain in domains for block in domain.blocks if block.id != domain.id]
    told = [one for one in sections if one.cell is not None and not _is_divided(one, sections)]
    count = min(ENDS, len(told) // 2)
    rising = sorted(told, key=_mean)
    falling = sorted(told, key=_mean, reverse=True)
    return tuple(rising[:count]), tuple(falling[:count])


def _mean(block: AggregateSection) -> float:
    return -1.0 if block.cell is None else block.cell.mean


def _is_divided(block: AggregateSection, sections: Iterable[AggregateSection]) -> bool:
    """Tell whether a section has sub-sections, whose practices its own figure holds as well."""
    return any(is_within(one.id, block.id) and one.id != block.id for one in sections)


def _least(domains: Iterable[AggregateDomain]) -> tuple[PracticeShares, ...]:
    basics = [
        (share.per_cent, spread)
        for domain in domains
        for block in domain.blocks
        for spread in block.spreads
        if spread.practice.tier == "basic" and (share := spread.in_use) is not None
    ]
    return tuple(spread for _, spread in sorted(basics, key=lambda one: one[0])[:LEAST])
