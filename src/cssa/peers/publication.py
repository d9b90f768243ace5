"""From the institutions of a campaign to the figures that may be published of them."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from cssa.errors import Problem, UsageError
from cssa.messages.wording import listed
from cssa.peers.answer_classes import answer_classes
from cssa.peers.answer_columns import question_columns
from cssa.peers.answer_settlement import SettledAnswers, settle_answers
from cssa.peers.campaign_groups import campaign_groups
from cssa.peers.continuing import CampaignFigures, PairedCells, paired_cells
from cssa.peers.group_figures import GroupFigures, SuppressedFigure
from cssa.peers.member import BELOW_IN_PLACE, OVERALL, Population
from cssa.peers.peer_figures import AnswerColumn
from cssa.peers.peers_file import (
    CONTINUING,
    Continuing,
    CountCell,
    Group,
    Peers,
    PublishedChecklist,
    ScoreCell,
    ShareCell,
)
from cssa.peers.rules import Rules
from cssa.peers.settlement import Column, SettledFigure, settle
from cssa.peers.statistics import (
    MEDIAN_FROM,
    answer_cell,
    count_cell,
    count_change,
    score_cell,
    score_change,
    share_cell,
)
from cssa.peers.suppression import Suppressed
from cssa.scheme.sectors import Sectors


class Publication(NamedTuple):
    """The published figures, and what is withheld with its reasons.

    Attributes:
        peers: for everyone.
        withheld: for the issuer alone.
    """

    peers: Peers
    withheld: tuple[SuppressedFigure, ...]


def publish(
    population: Population,
    sectors: Sectors,
    rules: Rules,
    previous: Population | None = None,
    withdrawn: Collection[str] = (),
    published: Mapping[str, Collection[str]] | None = None,
) -> Publication:
    """Return the figures that may be published of each group.

    Args:
        population: this campaign's institutions.
        sectors: the sub-sectors that groups are formed by.
        rules: what the campaign specified about groups.
        previous: the last campaign's institutions, whose figures were published under the same
            rules; they are not compared where they answered another checklist or were scored by
            another scheme.
        withdrawn: ids of the last campaign's figures that were found wrong since; no change in
            them is published.
        published: by group, ids of the last campaign's figures as they were published; not compared
            with what would be published of it now where None.

    Raises:
        UsageError: when the rules protect nobody, or the last campaign's figures were published of
            other groups than they would be now.
    """
    rules.check()
    now = _settled(population, sectors, rules)
    root = now.groups.root
    groups = {group.id: GroupFigures(group.id, group.n) for group in root.walk()}
    _enter(groups, now.figures)
    for answers in settle_answers(now.questions, now.figures, now.groups, rules):
        _enter_answers(groups, answers)
    entered = list(groups.values())
    continuing = None
    if previous is not None and _same_measure(population, previous):
        before = _settled(previous, sectors, rules)
        if published is not None:
            _check_published(before, published, withdrawn)
        ids = ({member.id for member in year.groups.members} for year in (now, before))
        stayed = set.intersection(*ids)
        changes = GroupFigures(CONTINUING, len(stayed))
        _enter_changes(changes, population.domains, now, before, withdrawn)
        if changes.published:
            continuing = Continuing(campaign=previous.campaign, n=len(stayed), **changes.published)
        entered.append(changes)
    peers = Peers(
        campaign=population.campaign,
        checklist=PublishedChecklist(
            id=population.checklist,
            version=population.version,
            fingerprint=population.fingerprint,
            levels=population.scale.values,
            in_place=population.scale.in_place,
        ),
        scheme=population.scheme,
        min_group=rules.min_group,
        coalition=rules.coalition,
        coverage_floor=float(rules.coverage_floor),
        groups=tuple(
            Group(id=group.id, parent=group.parent, title=group.title, n=group.n, **published)
            for group in root.walk()
            if (published := groups[group.id].published)
        ),
        continuing=continuing,
        withheld=tuple(withheld for figures in entered for withheld in figures.withheld),
    )
    return Publication(
        peers, tuple(suppressed for figures in entered for suppressed in figures.suppressed)
    )


def _check_published(
    before: CampaignFigures, published: Mapping[str, Collection[str]], withdrawn: Collection[str]
) -> None:
    """Check that the figures of which change is published have the groups that they had.

    Sets that are whole atoms of other groups could be subtracted from those that readers have.
    """
    figures = [
        figure
        for figure, settled in before.figures.items()
        if before.number(figure) is not None
        and figure not in withdrawn
        and settled.suppression.published.keys()
        != {group for group, figures in published.items() if figure in figures} - {CONTINUING}
    ]
    if figures:
        raise UsageError([Problem("peers.previous_groups", {"figures": listed(figures)})])


def _same_measure(now: Population, before: Population) -> bool:
    """Return whether figures of two campaigns are computed from the same questions and alike."""
    return (now.fingerprint, now.scheme, now.parts) == (
        before.fingerprint,
        before.scheme,
        before.parts,
    )


def _settled(population: Population, sectors: Sectors, rules: Rules) -> CampaignFigures:
    groups = campaign_groups(population, sectors, rules.coverage_floor, rules.second)
    questions = question_columns(population, groups, rules)
    return CampaignFigures(groups, settle(population, groups, rules, questions), questions)


def _enter(groups: Mapping[str, GroupFigures], figures: Mapping[str, SettledFigure]) -> None:
    for column, suppression in figures.values():
        for group_id, group_figures in groups.items():
            cell = suppression.of(group_id)
            published = cell if isinstance(cell, Suppressed) else _published_cell(column, cell)
            group_figures.enter(column.kind, column.id, published)


def _published_cell(column: Column, cell: Any) -> ScoreCell | CountCell | ShareCell:
    if isinstance(column, AnswerColumn):
        return share_cell(cell, answer_classes(column.scale))
    return count_cell(cell) if column.kind == BELOW_IN_PLACE else score_cell(cell)


def _enter_answers(groups: Mapping[str, GroupFigures], answers: SettledAnswers) -> None:
    question = answers.question
    for group_id, group_figures in groups.items():
        cells = answers.published.get(group_id)
        if cells is not None:
            group_figures.enter("answers", question.practice, answer_cell(question, cells))
        for part, suppressed in answers.suppressed.get(group_id, {}).items():
            group_figures.enter("answers", question.figure(part), suppressed)


def _enter_changes(
    changes: GroupFigures,
    domains: tuple[str, ...],
    now: CampaignFigures,
    before: CampaignFigures,
    withdrawn: Collection[str],
) -> None:
    kinds = {OVERALL: OVERALL, **dict.fromkeys(domains, "domains"), BELOW_IN_PLACE: BELOW_IN_PLACE}
    for figure, kind in kinds.items():
        cells = paired_cells(now, before, figure)
        if isinstance(cells, PairedCells) and figure in withdrawn:
            cells = Suppressed(cells.now.n, "withdrawn")
        if isinstance(cells, PairedCells) and kind == BELOW_IN_PLACE and cells.now.n < MEDIAN_FROM:
            cells = Suppressed(cells.now.n, "too_few")
        if isinstance(cells, PairedCells):
            change = (count_change if kind == BELOW_IN_PLACE else score_change)(*cells)
            changes.enter(kind, figure, change)
        elif cells is not None:
            changes.enter(kind, figure, cells)
