"""From the institutions of a campaign to the figures that may be published of them."""

from collections.abc import Callable, Collection
from fractions import Fraction
from typing import NamedTuple

from cssa.peers.continuing import CampaignGroups, PairedCells, paired_cells
from cssa.peers.group_figures import GroupFigures, SuppressedFigure
from cssa.peers.groups import group_tree
from cssa.peers.member import Member, Population
from cssa.peers.peer_figures import MIN_COUNT_SPAN, MIN_SCORE_SPAN, number_figures, share_figures
from cssa.peers.peers_file import (
    CONTINUING,
    Continuing,
    Group,
    Peers,
    PublishedChecklist,
)
from cssa.peers.rules import Rules
from cssa.peers.statistics import (
    MEDIAN_FROM,
    count_cell,
    count_change,
    score_cell,
    score_change,
    share_cell,
)
from cssa.peers.suppression import Suppressed, suppress
from cssa.scheme.sectors import Sectors


class Publication(NamedTuple):
    """The published figures, and what is withheld with its reasons.

    Attributes:
        peers: for everyone.
        withheld: for the issuer alone.
    """

    peers: Peers
    withheld: tuple[SuppressedFigure, ...]


def in_statistics(population: Population, rules: Rules) -> tuple[Member, ...]:
    """Return the members that answered enough to enter the figures.

    Args:
        population: the campaign.
        rules: with the coverage that a member needs.
    """
    return tuple(
        member
        for member in population.members
        if member.coverage is not None and member.coverage >= rules.coverage_floor
    )


def publish(
    population: Population,
    sectors: Sectors,
    rules: Rules,
    previous: Population | None = None,
    withdrawn: Collection[str] = (),
) -> Publication:
    """Return the figures that may be published of each group.

    Args:
        population: this campaign's institutions.
        sectors: the sub-sectors that groups are formed by.
        rules: what the campaign specified about groups.
        previous: the last campaign's institutions, whose figures were published under the same
            rules; they are not compared where they answered another checklist or were scored by
            another scheme, nor the numbers below target where they had other targets.
        withdrawn: ids of the last campaign's figures that were found wrong since; no change in
            them is published.

    Raises:
        UsageError: when the rules protect nobody.
    """
    rules.check()
    now = _campaign_groups(population, sectors, rules)
    groups = {group.id: GroupFigures(group.id, group.n) for group in now.root.walk()}
    _enter_numbers(groups, population, now, rules)
    _enter_shares(groups, population, now, rules)
    entered = list(groups.values())
    continuing = None
    if previous is not None and _same_measure(population, previous):
        before = _campaign_groups(previous, sectors, rules)
        stayed = {member.id for member in now.members} & {member.id for member in before.members}
        changes = GroupFigures(CONTINUING, len(stayed))
        _enter_score_changes(changes, population.domains, now, before, rules, withdrawn)
        if previous.targets == population.targets:
            _enter_count_change(changes, now, before, rules, withdrawn)
        if changes.published:
            continuing = Continuing(campaign=previous.campaign, n=len(stayed), **changes.published)
        entered.append(changes)
    peers = Peers(
        campaign=population.campaign,
        checklist=PublishedChecklist(
            id=population.checklist,
            version=population.version,
            fingerprint=population.fingerprint,
        ),
        scheme=population.scheme,
        targets=population.targets,
        min_group=rules.min_group,
        coalition=rules.coalition,
        coverage_floor=float(rules.coverage_floor),
        groups=tuple(
            Group(id=group.id, parent=group.parent, title=group.title, n=group.n, **published)
            for group in now.root.walk()
            if (published := groups[group.id].published)
        ),
        continuing=continuing,
        withheld=tuple(withheld for figures in entered for withheld in figures.withheld),
    )
    return Publication(
        peers, tuple(suppressed for figures in entered for suppressed in figures.suppressed)
    )


def _same_measure(now: Population, before: Population) -> bool:
    return (now.fingerprint, now.scheme) == (before.fingerprint, before.scheme)


def _campaign_groups(population: Population, sectors: Sectors, rules: Rules) -> CampaignGroups:
    members = in_statistics(population, rules)
    return CampaignGroups(members, group_tree(members, sectors, rules.second))


def _enter_numbers(
    groups: dict[str, GroupFigures], population: Population, campaign: CampaignGroups, rules: Rules
) -> None:
    for figure in number_figures(population, campaign.members, campaign.root):
        suppression = suppress(campaign.root, figure.direct_cells, rules.means)
        published_cell = count_cell if figure.kind == "below_target" else score_cell
        for group_id, group_figures in groups.items():
            cell = suppression.of(group_id)
            published = cell if isinstance(cell, Suppressed) else published_cell(cell)
            group_figures.enter(figure.kind, figure.id, published)


def _enter_shares(
    groups: dict[str, GroupFigures], population: Population, campaign: CampaignGroups, rules: Rules
) -> None:
    for figure in share_figures(population, campaign.members, campaign.root):
        suppression = suppress(campaign.root, figure.direct_cells, rules.distributions)
        for group_id, group_figures in groups.items():
            cell = suppression.of(group_id)
            published = cell if isinstance(cell, Suppressed) else share_cell(cell)
            group_figures.enter("practices", figure.id, published)


def _enter_score_changes(
    changes: GroupFigures,
    domains: tuple[str, ...],
    now: CampaignGroups,
    before: CampaignGroups,
    rules: Rules,
    withdrawn: Collection[str],
) -> None:
    scores: list[tuple[str, str, Callable[[Member], Fraction | None]]] = [
        ("overall", "overall", lambda member: member.overall),
        *(
            ("domains", domain, lambda member, index=index: member.domains[index])
            for index, domain in enumerate(domains)
        ),
    ]
    for kind, figure, value in scores:
        cells = paired_cells(now, before, value, MIN_SCORE_SPAN, rules.means)
        if figure in withdrawn:
            cells = _withheld_since(cells)
        changes.enter(
            kind, figure, score_change(*cells) if isinstance(cells, PairedCells) else cells
        )


def _enter_count_change(
    changes: GroupFigures,
    now: CampaignGroups,
    before: CampaignGroups,
    rules: Rules,
    withdrawn: Collection[str],
) -> None:
    cells = paired_cells(
        now, before, lambda member: member.below_target, MIN_COUNT_SPAN, rules.means
    )
    if "below_target" in withdrawn:
        cells = _withheld_since(cells)
    if isinstance(cells, PairedCells) and cells.now.n < MEDIAN_FROM:
        cells = Suppressed(cells.now.n, "too_few")
    change = count_change(*cells) if isinstance(cells, PairedCells) else cells
    changes.enter("below_target", "below_target", change)


def _withheld_since(cells: PairedCells | Suppressed) -> Suppressed:
    """Return that nothing is published of a figure that was withdrawn last time."""
    return Suppressed(cells.now.n, "withdrawn") if isinstance(cells, PairedCells) else cells
